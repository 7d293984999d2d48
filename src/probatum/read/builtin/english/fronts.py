"""The subject of a cue where the parser sees none, or the wrong one: by what stands in front of it.

"Over tea in Tarn, the governor, Ann Vale, told me": the parser hangs the governor on the tea.
"""

from __future__ import annotations

from probatum.read.builtin.english.callings import BODIES, GROUPS, OFFICES, singular
from probatum.read.builtin.english.closing import source_at_the_end
from probatum.read.builtin.english.cue_search import Found
from probatum.read.builtin.english.cues import lemma
from probatum.read.builtin.english.misread import NEVER_NOUNS, lost_subject
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speaker_words import MEDIA
from probatum.read.builtin.english.speakers import is_somebody, maker_of, subject

_NEAR_END = 7  # words
_FEWEST = 4  # words
_LONGEST_NAME = 5
_HELPERS = frozenset("has have had also then later again repeatedly never long always".split())
_OF_NOBODY = frozenset({"say", "add", "insist", "explain", "state"})
_DASHES = frozenset({"–", "—", "-", "--"})
_FINITE = ("VBD", "VBZ", "VBP")


def subject_of(sentence: Sentence, found: Found) -> int | None:
    """Return the noun that does the saying, on the same side of a semicolon."""
    head = _subject_of(sentence, found)
    between = sentence.words[0 if head is None else head : found.first]
    if head is None or head > found.first or not any(one.text == ";" for one in between):
        return head
    last = found.first - 1  # "..., survivors say; army promises probe"
    return last if sentence.words[last].tag.startswith(("NN", "PRP")) else None


def _subject_of(sentence: Sentence, found: Found) -> int | None:
    if found.cue.tail[-1:] == ("by",):  # "we are appalled by the raid"
        moved = (sentence.child(at, "nsubj", "nsubjpass")
                 for at in range(found.first, found.last + 1))  # fmt: skip
        return next((at for at in moved if at is not None), None)
    introduced = _tells_who_first(sentence, found.verb)
    if introduced is None and sentence.words[found.verb].tag == "NN":
        introduced = lost_subject(sentence, found.verb)
    if introduced is not None:
        return introduced
    front = source_at_the_end(sentence, found) or named_in_front(sentence, found)
    if front is None:
        front = _right_behind(sentence, found)
    if front is None and sentence.child(found.verb, "nsubj", "nsubjpass", "agent") is None:
        front = _before_commas(sentence, found.first)
        known = front is not None and (
            is_somebody(sentence, front) or sentence.words[front].dep == "nsubj"
        )
        front = maker_of(sentence, front) if known and front is not None else None
    if front is not None:
        return front
    if sentence.words[found.verb].tag.startswith("NN") and sentence.words[found.verb].lower in (
        NEVER_NOUNS
    ):  # fmt: skip
        own = sentence.child(found.verb, "nsubj")
        return _begins(sentence, found) if own is None or own > found.verb else own
    if sentence.words[found.verb].tag == "NNS" and sentence.words[found.verb].dep == "ROOT":
        before = found.verb - 1  # "Vera Lukan remembers" taken for a noun
        while (
            sentence.words[before].dep in ("pobj", "prep") and sentence.words[before].head < before
        ):
            before = sentence.words[before].head
        return before
    for at in range(found.verb, found.last + 1):
        if at == found.verb or sentence.words[at].tag.startswith(("VB", "JJ", "MD")):
            head = subject(sentence, at)
            if head is not None:
                return head
    front = _near_the_end(sentence, found.verb)
    if front is None:
        front = _begins(sentence, found)
    return _before_commas(sentence, found.first) if front is None else front


def _tells_who_first(sentence: Sentence, verb: int) -> int | None:
    """Return who speaks in "a man calling himself the Falcons' commander claims"."""
    words = sentence.words
    link = words[verb].head
    namer = words[link].head if words[link].lower == "as" else link
    if words[verb].dep not in ("pobj", "pcomp", "ccomp") or words[namer].tag != "VBG":
        return None
    if words[min(namer + 1, len(words) - 1)].lower not in ("himself", "herself", "itself", (
        "themselves")):  # fmt: skip
        return None
    own = sentence.child(namer, "nsubj")
    return words[namer].head if own is None and words[namer].dep == "acl" else own


def _right_behind(sentence: Sentence, found: Found) -> int | None:
    """Return who speaks by ", warned the head of the rescue service" at the end of a sentence."""
    words = sentence.words
    verb = found.verb
    if words[verb].tag not in _FINITE or "q" not in found.cue.takes or found.first < _FEWEST:
        return None
    if found.cue.stance not in ("asserts", "reports"):
        return None
    if words[found.first - 1].text != "," or found.last > verb or any(
        one.tag in (*_FINITE, "MD") for one in words[verb + 1 :]
    ):  # fmt: skip
        return None
    noun = sentence.child(verb, "dobj")
    if noun is None:  # the parser hangs the last noun of a headline on anyhow
        noun = next((one for one in sentence.children[verb] if one > verb
                     and words[one].tag.startswith("NN")), None)  # fmt: skip
    has = sentence.child(verb, "nsubj", "nsubjpass", "agent")
    if has is not None and has < verb and lemma(words[verb].lower) in _OF_NOBODY:
        has = None  # "Five dead, says the mayor": nobody is said
    alone = has is None and not any(
        words[one].dep == "ccomp" and one > verb for one in sentence.children[verb]
    )
    return noun if noun is not None and alone and is_somebody(sentence, noun) else None


def named_in_front(sentence: Sentence, found: Found) -> int | None:
    """Return the name or office right before a verb that the parser gives no subject of its own.

    "In an interview on Thursday Valo repeated", "..., the duty officer, Ann Vale, told the paper".
    """
    words = sentence.words
    verb = found.verb
    agent = sentence.child(verb, "agent")
    by = None if agent is None else sentence.child(agent, "pobj")
    through = by is not None and words[by].lower in MEDIA  # "confirmed by telephone"
    if words[verb].tag not in (*_FINITE, "VBN" if through else "VBD") or (
        agent is not None and not through or sentence.child(verb, "nsubj", "nsubjpass") is not None
    ):  # fmt: skip
        return None
    at = found.first - 1
    while at > 0 and words[at].lower in _HELPERS:
        at -= 1
    if at < 1 or words[verb].dep == "relcl":
        return None
    head = at
    if words[at].text in _DASHES:
        return _before_dashes(sentence, at)
    if words[at].text == ",":
        comma = next((one for one in range(at - 2, 0, -1) if words[one].text == ","), None)
        if comma is None or not _is_name(sentence, comma + 1, at - 1):
            return None
        apposed = words[at - 1].dep == "appos" and words[at - 1].head == comma - 1
        head = at - 1 if words[at - 1].entity == "PERSON" and not apposed else comma - 1
    if not words[head].tag.startswith("NN") or not is_somebody(sentence, head):
        return None
    low = head
    while low > 0 and (
        words[low - 1].tag.startswith(("NN", "JJ", "POS", "DT", "PRP$")) and words[low - 1].entity
        not in ("DATE", "TIME")
    ):  # fmt: skip
        low -= 1
    alone = words[low - 1].text == "," or words[low - 1].entity in ("DATE", "TIME")
    return head if head != at and low > 0 or alone else None


def _before_dashes(sentence: Sentence, closing: int) -> int | None:
    """Return the noun of "The relatives of the dead – we met seven of them – say"."""
    words = sentence.words
    opening = next((at for at in range(closing - 2, 0, -1) if words[at].text in _DASHES), None)
    if opening is None or not words[opening - 1].tag.startswith(("NN", "JJ")):
        return None
    head = opening - 1
    while words[head].dep in ("pobj", "prep", "compound") and words[head].head < head:
        head = words[head].head
    return head if words[head].tag.startswith("NN") and is_somebody(sentence, head) else None


def _is_name(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether an apposition is a name and nothing else."""
    words = sentence.words[first : last + 1]
    return 0 < len(words) <= _LONGEST_NAME and all(
        one.tag.startswith("NNP") and one.text[:1].isupper() for one in words
    )


def _near_the_end(sentence: Sentence, verb: int) -> int | None:
    """Return the noun before a verb near the end of its sentence: ", the mayor, Anna Tal, said."

    The parser takes such a noun for one more object of what is said.
    """
    words = sentence.words
    if len(words) - verb > _NEAR_END or any(
        one.tag in ("VBD", "VBZ", "VBP", "MD") for one in words[verb + 1 :]
    ):
        return None
    at = verb - 1
    if at > 0 and words[at].text == ",":
        at -= 1
    if at < 1 or not words[at].tag.startswith(("NN", "PRP")):
        return None
    for _ in range(6):
        head = words[at].head
        if words[at].dep not in ("appos", "compound", "pobj", "prep") or head == at:
            break
        if not words[head].tag.startswith(("NN", "IN", "PRP")) or _begins_anew(sentence, at):
            break
        at = head
    low = sentence.reaches[at][0]
    return at if low > 0 and words[low - 1].text in (",", "–", "—") else None


def _begins_anew(sentence: Sentence, at: int) -> bool:
    """Say whether ", the commission" stands by itself where the parser sees an apposition."""
    low = sentence.reaches[at][0]
    if sentence.words[at].dep != "appos" or sentence.words[low - 1].text != ",":
        return False
    return low < at and singular(sentence.words[at].lower) in BODIES | OFFICES | GROUPS


def _begins(sentence: Sentence, found: Found) -> int | None:
    """Return the noun that a headline begins with right before its verb: "Army rejects charge"."""
    before = sentence.words[: found.first]
    taken = sentence.words[found.verb].tag.startswith("NN")  # for a noun: "the guards reckon it"
    plain = ("NN", "JJ", "DT", "CD", "POS") + (("IN",) if taken else ())
    longest = 2 * _LONGEST_NAME if taken else _LONGEST_NAME
    if not before or len(before) > longest or not all(one.tag.startswith(plain) for one in before):
        return None
    finite = taken or sentence.words[found.verb].tag in ("VBZ", "VBP", "VBD")
    if not finite or not before[-1].tag.startswith(("NN", "JJ") if taken else "NN"):
        return None
    of = next((at for at, one in enumerate(before) if one.tag == "IN"), found.first)
    return of - 1 if of else None


def _before_commas(sentence: Sentence, verb: int) -> int | None:
    """Return the noun of "The mayor, visibly shaken, said": in front of words between commas."""
    words = sentence.words
    if (
        words[verb].tag not in ("VBD", "VBZ", "VBP")
        or verb < _FEWEST
        or words[verb - 1].text != ","
    ):
        return None
    first = next((at for at in range(verb - 2, 0, -1) if words[at].text == ","), None)
    if first is None or any(one.tag in ("VBD", "VBZ", "VBP", "MD") for one in words[:first]):
        return None
    head = first - 1
    while words[head].dep in ("pobj", "prep", "compound") and words[head].head < head:
        head = words[head].head
    return head if words[head].tag.startswith(("NN", "PRP")) else None
