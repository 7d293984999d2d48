"""Content that is a label, a number or a state: "called it X", "put it at 9", "wants it closed"."""

from __future__ import annotations

from probatum.read.builtin.english.cue_search import Found
from probatum.read.builtin.english.cues import lemma
from probatum.read.builtin.english.objects import REMEMBERING, judged_as, last_remembered
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.stretches import Stretch, after

COUNTS = frozenset("toll number figure total count dead death deaths tally size".split())
ANSWERABLE = frozenset({"responsible", "accountable", "liable", "guilty"})
_BARE = 3
_NEAR = 16  # words


def called(sentence: Sentence, found: Found) -> Stretch | None:
    """Return "the strike a crime" of "called the strike a crime"; of "called it X", X."""
    words = sentence.words
    deps = {words[one].dep for one in sentence.children[found.verb] if one > found.last}
    thing = sentence.child(found.verb, "dobj")
    seen_as = _seen_as(sentence, found, thing) or judged_as(sentence, found)
    if seen_as is not None:
        return seen_as
    if thing is not None and sentence.child(thing, "acl") is not None:
        deps.add("oprd")  # "called the accusations fabricated"
    described = thing is not None and (
        lemma(words[found.verb].lower) == "describe"
        or any(words[one].lower == "as" for one in sentence.children[found.verb])
        or any(one.lower == "as" for one in words[thing : sentence.reaches[thing][1]])
    )
    if not deps & {"oprd", "xcomp", "ccomp"} and not described:
        return None
    behind = [
        one
        for one in sentence.children[found.verb]
        if one > found.last
        and (
            words[one].dep in ("dobj", "oprd", "xcomp", "ccomp", "prep", "nsubj")
            or (words[one].dep == "advcl" and words[sentence.reaches[one][0]].lower == "as")
        )
    ]
    if not behind:
        return None
    low = min(sentence.reaches[one][0] for one in behind)
    high = max(sentence.reaches[one][1] for one in behind)
    if lemma(words[found.verb].lower) in REMEMBERING:
        high = max(high, last_remembered(sentence, found.verb))
    low = max(low, found.last + 1)
    if words[low].lower == "what" and high - low < _BARE:
        return None  # "describes what happened"
    if words[low].lower in ("us", "me"):
        return None  # "they called us liars"
    if words[low].tag == "PRP" and words[low].lower != "it" and low < high:
        low += 1
    if words[low].lower == "as":
        low += 1
    return after(sentence, low, high)


def _seen_as(sentence: Sentence, found: Found, thing: int | None) -> Stretch | None:
    """Return "a gesture of goodwill" of "in what it described as a gesture of goodwill"."""
    words = sentence.words
    if words[found.verb].dep not in ("relcl", "pcomp", "csubj") or (
        thing is not None and thing > found.last
    ):  # fmt: skip
        return None
    for one in sentence.children[found.verb]:
        if one > found.last and words[one].lower == "as":
            return after(sentence, one + 1, sentence.reaches[one][1])
    return None


def wanted(sentence: Sentence, found: Found) -> Stretch | None:
    """Return "the landing closed to traffic" of what somebody wants."""
    words = sentence.words
    for one in sentence.children[found.verb] if words[found.verb].tag != "VBD" else ():
        if one <= found.last + 1 or words[one].dep not in ("ccomp", "xcomp", "dobj", "oprd"):
            continue
        done = one if words[one].dep != "dobj" else sentence.child(one, "acl", "amod")
        if done is None or words[done].tag not in ("VBN", "VBD") or done <= found.last + 1 or (
            words[one].dep == "dobj" and done < one
        ):  # fmt: skip
            continue
        if any(words[each].tag in ("TO", "MD") for each in sentence.children[done]):
            continue
        low, high = sentence.reaches[one]
        return after(sentence, max(low, found.last + 1), high)
    return None


def bare_number(sentence: Sentence, found: Found) -> Stretch | None:
    """Return "three" of "the county says three": a number and nothing else."""
    words = sentence.words
    at = found.last + 1
    if at >= len(words) or words[at].tag != "CD" or found.first != found.last:
        return None
    ends = at + 1 >= len(words) or words[at + 1].text in (".", ",", ";", ":", "?")
    plain = not words[at].entity or words[at].entity == "CARDINAL"
    return Stretch(at, at) if ends and plain else None


def put_at(sentence: Sentence, found: Found) -> Stretch | None:
    """Return "the dead at 36" of "put the dead at 36"."""
    words = sentence.words
    if "it" in found.cue.tail:
        return _number_behind(sentence, found.last + 1)
    if (number := bare_number(sentence, found)) is not None:
        return number
    thing = sentence.child(found.verb, "dobj")
    if thing is not None and thing > found.last and words[thing].lower in COUNTS:
        low, high = sentence.reaches[thing]
        if any(one.tag == "CD" for one in words[thing : high + 1]):
            return after(sentence, max(low, found.last + 1), high)  # "gives a figure of 18"
    end: int | None = None
    for at in range(found.last + 2, min(found.last + 16, len(words) - 1)):
        if words[at].lower in ("while", "but"):
            break
        if words[at].lower in ("at", "as") and any(
            one.tag == "CD" for one in words[at + 1 : at + 6]
        ):
            end = sentence.reaches[at][1]
        if words[at].lower in ("higher", "lower") and words[at + 1].lower == "than":
            end = max(sentence.reaches[found.verb][1], at + 2)
            break
    if end is None or (lemma(words[found.verb].lower) != "put" and not _of_a_count(
        sentence, found.last + 1, end
    )):  # fmt: skip
        return None
    return after(sentence, found.last + 1, end)


def _number_behind(sentence: Sentence, at: int) -> Stretch | None:
    """Return "41" of "the headman makes it 41": a number and the words that belong to it."""
    words = sentence.words
    end = at
    while end < len(words) and words[end].tag in ("CD", "RB", "JJR", "JJS", "IN", "QP") and (
        words[end].tag == "CD" or end < at + _BARE
    ):  # fmt: skip
        end += 1
    while end < len(words) and words[end].tag.startswith("NN") and not words[end].entity:
        end += 1
    counts = any(one.tag == "CD" for one in words[at:end])
    return after(sentence, at, end - 1) if counts else None


def _of_a_count(sentence: Sentence, low: int, high: int) -> bool:
    """Say whether "the toll as 112" is a number that somebody gives, and not "a book as a gift"."""
    return any(one.lower in COUNTS for one in sentence.words[low : min(low + 6, high)])


def dated(sentence: Sentence, found: Found) -> Stretch | None:
    """Return "the arrival of the column on 12 April" of "places the arrival on 12 April"."""
    thing = sentence.child(found.verb, "dobj")
    if thing is None or thing < found.verb:
        return None
    low, high = sentence.reaches[thing]
    for one in sentence.children[found.verb]:
        if one > thing and sentence.words[one].dep == "prep":
            high = max(high, sentence.reaches[one][1])
    inside = sentence.words[low : high + 1]
    if not any(one.entity in ("DATE", "TIME") for one in inside):
        return None
    return after(sentence, low, high)


def answerable(sentence: Sentence, found: Found) -> Stretch | None:
    """Return "the militia fully responsible for it" of what somebody holds."""
    words = sentence.words
    at = next((one for one in range(found.last + 1, min(found.last + _NEAR, len(words)))
               if words[one].lower in ANSWERABLE), None)  # fmt: skip
    if at is None:
        return None
    high = at
    if at + 1 < len(words) and words[at + 1].lower in ("for", "in"):
        high = max(at, sentence.reaches[at + 1][1])
    return after(sentence, found.last + 1, high)
