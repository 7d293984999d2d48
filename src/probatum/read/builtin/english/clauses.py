"""What is said: the words of a frame that a verb cue introduces."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.read.builtin.english.cues import Cue, lemma, noun_cue, phrases, verb_cue
from probatum.read.builtin.english.parsed import Sentence, Word

_CLAUSES = ("ccomp", "xcomp")
_OBJECTS = ("dobj", "pobj", "pcomp", "oprd", "attr", "xcomp", "ccomp")
_JOINS = frozenset({"while", "whereas", "but", "and", "although", "though", "as", "which"})
_SAID_IN = frozenset(
    "statement interview post message letter tweet communique communiqué speech briefing remarks "
    "broadcast email".split()
)
_OF_THE_THING = frozenset("in on of at near against from with over by between inside outside as "
                          "for during".split())  # fmt: skip
_SKIPPED = frozenset({"that", ",", ":", ";", "-", "–", "—", "and", "but", "--"})
_TRAILING = frozenset({",", ".", ";", ":", "-", "–", "—", "and", "but", "--", "’", "'"})


@dataclass(frozen=True, slots=True)
class Found:
    """A verb cue in a sentence: the words from ``first`` to ``last``; ``verb`` carries it."""

    cue: Cue
    verb: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one sentence, both ends included."""

    first: int
    last: int


def cues_in(sentence: Sentence) -> list[Found]:
    """Return the verb cues of a sentence, phrases before single verbs."""
    found = []
    taken = -1
    for at, word in enumerate(sentence.words):
        if at <= taken or not word.tag.startswith("VB"):
            if not (word.tag in ("NNS", "NN", "JJ", "MD", "RB") and _may_be_verb(sentence, at)):
                continue
        one = _phrase_at(sentence, at) or _verb_at(sentence, at)
        if one is not None and not _hypothetical(sentence, at, one.cue):
            found.append(one)
            taken = one.last
    return found


def _may_be_verb(sentence: Sentence, at: int) -> bool:
    """Say whether a word tagged otherwise is surely one of the plainest cues."""
    return sentence.words[at].lower in ("said", "says", "told", "not", "denies", "condemns")


def _phrase_at(sentence: Sentence, at: int) -> Found | None:
    words = sentence.words
    for cue in phrases(words[at].lower):
        last = _matches(words, at, cue.tail)
        if last is not None:
            return Found(cue, at, at, last)
    return None


def _matches(words: tuple[Word, ...], at: int, tail: tuple[str, ...]) -> int | None:
    """Return where the tail ends behind ``at``, one word between allowed; None if it does not."""
    place = at
    spare = 1
    for expected in tail:
        place += 1
        while (
            place < len(words)
            and words[place].lower not in (expected, "n't")
            and (lemma(words[place].lower) != expected)
        ):
            if not spare or words[place].tag in (",", ".", ":", "IN"):
                return None
            spare -= 1
            place += 1
        if place >= len(words):
            return None
    return place


def _verb_at(sentence: Sentence, at: int) -> Found | None:
    cue = verb_cue(sentence.words[at].lower)
    return None if cue is None else Found(cue, at, at, at)


def _hypothetical(sentence: Sentence, at: int, cue: Cue) -> bool:
    """Say whether nobody says it here: negated, conditional, or only to be done."""
    if cue.stance == "declines_to_comment":
        return False
    words = sentence.words
    for one in sentence.children[at]:
        lower = words[one].lower
        if words[one].dep == "neg" or lower in ("never",):
            return True
        if one < at and words[one].dep == "aux":
            if lower in ("would", "could", "might", "should", "must", "may", "can", "cannot"):
                return True
            if lower == "to" and lemma(words[words[at].head].lower) not in (
                "go", "continue", "rush", "join", "hasten",
            ):  # fmt: skip
                return True
        if words[one].dep == "mark" and lower in ("if", "unless", "whether"):
            return True
    return words[at].tag == "VBG" and at > 0 and words[at - 1].lower in ("without", "before")


def content(sentence: Sentence, found: Found, speaker: int | None) -> Stretch | None:
    """Return the words that a verb cue introduces, None if there are none in this sentence."""
    takes = found.cue.takes
    if "k" in takes:
        return _called(sentence, found)
    if "e" in takes:
        return _put_at(sentence, found)
    if "c" in takes or "q" in takes or "x" in takes or "a" in takes:
        clause = _clause(sentence, found, speaker)
        if clause is not None:
            return clause
    if {"n", "o", "d", "b", "z"} & set(takes):
        return _object(sentence, found)
    return None


def _clause(sentence: Sentence, found: Found, speaker: int | None) -> Stretch | None:
    words = sentence.words
    verb = found.verb
    for at in range(found.first, found.last + 1):
        children = sentence.children[at]
        behind = [one for one in children if one > at]
        for one in (*behind, *(one for one in children if one < at)):
            if words[one].dep not in _CLAUSES or found.first <= one <= found.last:
                continue
            if words[one].dep == "xcomp" and not ({"x", "a"} & set(found.cue.takes)):
                continue
            infinitive = any(words[child].tag == "TO" for child in sentence.children[one])
            if {"a", "w"} & set(found.cue.takes) and "c" not in found.cue.takes and not infinitive:
                continue
            low, high = sentence.reaches[one]
            if "a" in found.cue.takes or "w" in found.cue.takes:
                low = _infinitive(sentence, one, low)
            if one < verb:
                return _before(sentence, low, high, found, speaker)
            return after(sentence, max(low, found.last + 1), high)
    if "a" in found.cue.takes:
        return _infinitive_by_position(sentence, found)
    if "c" in found.cue.takes or "q" in found.cue.takes:
        if words[verb].dep in ("parataxis", "ccomp", "advcl") and "q" in found.cue.takes:
            around = _around(sentence, found, speaker)
            if around is not None:
                return around
        return _by_position(sentence, found, speaker)
    return None


def _infinitive(sentence: Sentence, verb: int, low: int) -> int:
    """Return where "to do" or "not to do" begins, behind the one who shall do it."""
    for one in sentence.children[verb]:
        if one < verb and sentence.words[one].tag == "TO":
            return one - 1 if sentence.words[one - 1].lower == "not" and one - 1 > low else one
    return low


def _infinitive_by_position(sentence: Sentence, found: Found) -> Stretch | None:
    words = sentence.words
    for at in range(found.last + 1, min(found.last + 14, len(words) - 1)):
        if words[at].tag == "TO" and words[at + 1].tag in ("VB", "RB"):
            verb = next((one for one in range(at, at + 3) if words[one].tag == "VB"), at)
            return after(sentence, at, max(sentence.reaches[verb][1], at + 1))
        if words[at].text in (",", ";"):
            break
    return None


def _called(sentence: Sentence, found: Found) -> Stretch | None:
    """Return "the strike a crime" of "called the strike a crime", "a crime" of "called it a crime"."""
    words = sentence.words
    deps = {words[one].dep for one in sentence.children[found.verb] if one > found.last}
    if not deps & {"oprd", "xcomp", "ccomp"} and not (
        "prep" in deps and lemma(words[found.verb].lower) == "describe"
    ):
        return None
    behind = [one for one in sentence.children[found.verb] if one > found.last and (
        words[one].dep in ("dobj", "oprd", "xcomp", "ccomp", "prep", "nsubj"))]  # fmt: skip
    low = min(sentence.reaches[one][0] for one in behind)
    high = max(sentence.reaches[one][1] for one in behind)
    low = max(low, found.last + 1)
    if words[low].tag == "PRP" and low < high:
        low += 1
    if words[low].lower == "as":
        low += 1
    return after(sentence, low, high)


def _put_at(sentence: Sentence, found: Found) -> Stretch | None:
    """Return "the dead at 36" of "put the dead at 36"."""
    words = sentence.words
    high = None
    for at in range(found.last + 2, min(found.last + 16, len(words) - 1)):
        if words[at].lower == "at" and any(one.tag == "CD" for one in words[at + 1 : at + 6]):
            high = sentence.reaches[at][1]
    if high is None:
        return None
    return trimmed(sentence, found.last + 1, high)


def _before(
    sentence: Sentence, low: int, high: int, found: Found, speaker: int | None
) -> Stretch | None:
    words = sentence.words
    limit = found.first - 1
    if speaker is not None and speaker < found.first:
        limit = min(limit, sentence.reaches[speaker][0] - 1)
    for at in range(min(high, limit), low, -1):
        if words[at].text == ";":
            low = at + 1
    return trimmed(sentence, low, min(high, limit) if low <= limit else high)


def after(sentence: Sentence, low: int, high: int) -> Stretch | None:
    """Return a clause behind its cue, cut where somebody else begins to speak."""
    words = sentence.words
    for at in range(low + 1, high - 1):
        if words[at].lower in ("in", "during") and _paper_behind(sentence, at + 1):
            high = at - 1
            break
    for at in range(low + 2, high):
        if words[at].text not in (",", ";", "—", "–"):
            continue
        following = words[at + 1].lower
        if following == "according":
            high = at
            break
        if words[at + 1].tag == "VBG" and verb_cue(following) is not None:
            high = at
            break
        if following == "which" and any(
            lemma(one.lower) in ("call", "describe", "deny", "say", "condemn")
            for one in words[at + 2 : at + 6]
        ):
            high = at
            break
        if following in _JOINS and _speaks_within(sentence, at + 2, min(at + 10, high)):
            high = at
            break
    return trimmed(sentence, low, high)


def _paper_behind(sentence: Sentence, at: int) -> bool:
    """Say whether "a statement", "an interview" stands here: how it was said, not what."""
    words = sentence.words[at : at + 4]
    if not words or words[0].lower not in ("a", "an", "his", "her", "its", "their", "remarks"):
        return False
    return any(one.lower in _SAID_IN for one in words)


def _speaks_within(sentence: Sentence, low: int, high: int) -> bool:
    """Say whether a cue with a subject of its own stands between these places."""
    words = sentence.words
    for at in range(low, high + 1):
        cue = verb_cue(words[at].lower)
        if cue is not None and "q" in cue.takes and words[at].tag in ("VBD", "VBZ", "VBP"):
            own = sentence.child(at, "nsubj")
            return own is not None and own >= low - 1
    return False


def _around(sentence: Sentence, found: Found, speaker: int | None) -> Stretch | None:
    """Return the sentence that ``, X said,`` stands in: before it, or on both sides of it."""
    words = sentence.words
    head = words[found.verb].head
    if head == found.verb:
        return None
    left = found.first - 1
    if speaker is not None and speaker < found.first:
        left = min(left, sentence.reaches[speaker][0] - 1)
    if left < 1 or words[left].text not in (",", "-", "–", "—"):
        return None
    low, high = sentence.reaches[head]
    right = sentence.reaches[found.verb][1]
    if high > right and head > found.verb:
        return trimmed(sentence, low, high)
    return trimmed(sentence, low, left)


def _by_position(sentence: Sentence, found: Found, speaker: int | None) -> Stretch | None:
    """Return the clause by word order alone, where the parser saw none."""
    words = sentence.words
    for at in range(found.last + 1, min(found.last + 9, len(words) - 1)):
        if words[at].lower == "that" and words[at].tag in ("IN", "DT", "WDT"):
            return after(sentence, at + 1, len(words) - 1)
        if words[at].text in (",", ";") and at > found.last + 1:
            break
    if "q" in found.cue.takes and words[found.verb].tag in ("VBD", "VBZ", "VBP"):
        if speaker is not None and speaker < found.first:
            following = _following(sentence, found)
            if following is not None:
                return following
    left = found.first - 1
    if speaker is not None:
        left = min(left, sentence.reaches[speaker][0] - 1)
    rest = len(words) - 1 - max(found.last, speaker or 0)
    if "q" in found.cue.takes and left >= 2 and words[left].text in (",", "—", "–") and rest < 12:
        return trimmed(sentence, 0, left)
    return None


def _following(sentence: Sentence, found: Found) -> Stretch | None:
    """Return all behind "said" if it has a verb: the parser takes some clauses for objects."""
    words = sentence.words
    start = found.last + 1
    for at in range(start, len(words)):
        if words[at].tag in ("VBD", "VBZ", "VBP", "MD", "VBN") and at > start:
            if words[start].tag.startswith(("IN", "RB", "TO", "VBG", ",", ":")):
                return None
            return after(sentence, start, len(words) - 1)
        if words[at].text in (":", "—"):
            return None
    return None


def _object(sentence: Sentence, found: Found) -> Stretch | None:
    """Return the noun phrase that is denied, condemned, called for."""
    words = sentence.words
    takes = set(found.cue.takes)
    if sentence.child(found.verb, "agent") is not None:
        passive = sentence.child(found.verb, "nsubjpass")
        return None if passive is None else trimmed(sentence, *sentence.reaches[passive])
    for at in range(found.last, found.first - 1, -1):
        for one in sentence.children[at]:
            if one <= found.last or words[one].dep not in _OBJECTS:
                continue
            if "z" in takes and not _is_paper(words[one].lower):
                continue
            if found.cue.stance in ("corrects", "retracts"):
                corrected = _behind_colon(sentence, one)
                if corrected is not None:
                    return corrected
            low, high = sentence.reaches[one]
            high = max(high, _last_complement(sentence, at, one, takes))
            return after(sentence, max(low, found.last + 1), high)
    if "d" in takes and found.last + 1 < len(words):
        behind = after(sentence, found.last + 1, len(words) - 1)
        return behind or Stretch(found.first, found.last)
    return Stretch(found.first, found.last) if "d" in takes else None


def _behind_colon(sentence: Sentence, start: int) -> Stretch | None:
    """Return what stands behind a colon: "corrects its statement: three were hit"."""
    for at in range(start, len(sentence.words) - 3):
        if sentence.words[at].text == ":":
            return after(sentence, at + 1, len(sentence.words) - 1)
    return None


def _is_paper(noun: str) -> bool:
    """Say whether it is words that are withdrawn, and not troops."""
    return noun_cue(noun) is not None or noun in ("story", "report", "article", "post", "words")


def _last_complement(sentence: Sentence, verb: int, first: int, takes: set[str]) -> int:
    """Return where the complements of a verb end that still tell what its object did or was."""
    words = sentence.words
    high = sentence.reaches[first][1]
    everything = bool({"o", "d", "b"} & takes)
    for one in sentence.children[verb]:
        if one <= first:
            continue
        if everything and words[one].dep in ("prep", "xcomp", "ccomp"):
            high = max(high, sentence.reaches[one][1])
        elif words[one].dep == "prep" and one == high + 1 and words[one].lower in _OF_THE_THING:
            noun = sentence.child(one, "pobj", "pcomp")
            if noun is not None and words[noun].entity not in ("DATE", "TIME"):
                high = max(high, sentence.reaches[one][1])
    return high


def trimmed(sentence: Sentence, first: int, last: int) -> Stretch | None:
    """Return the stretch without joining words in front and marks behind."""
    words = sentence.words
    last = min(last, len(words) - 1)
    while first <= last and words[first].lower in _SKIPPED:
        first += 1
    while last >= first and words[last].text in _TRAILING:
        last -= 1
    return Stretch(first, last) if first <= last else None
