"""Where the verb cues of a sentence stand, those that say something here."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.read.builtin.english.cues import Cue, lemma, phrases, verb_cue
from probatum.read.builtin.english.parsed import Sentence, Word

# "went on to say", "rushed to condemn": these say it; "wanted to say" does not.
_GO_ON = frozenset(
    "go goes went gone going continue continues continued rush rushed join joined hastened lined "
    "sought seeks seeking appeared appears moved".split()
)
_PLAINEST = frozenset("said says told not would will wo neither denies condemns".split())


@dataclass(frozen=True, slots=True)
class Found:
    """A verb cue in a sentence: the words from ``first`` to ``last``; ``verb`` carries it."""

    cue: Cue
    verb: int
    first: int
    last: int


def cues_in(sentence: Sentence) -> list[Found]:
    """Return the verb cues of a sentence, phrases before single verbs."""
    found = []
    taken = -1
    for at, word in enumerate(sentence.words):
        if at <= taken or not (word.tag.startswith("VB") or _may_be_verb(sentence, at)):
            continue
        one = _phrase_at(sentence, at) or _verb_at(sentence, at)
        if one is not None and not _hypothetical(sentence, at, one.cue):
            found.append(one)
            taken = one.last
    return found


def _may_be_verb(sentence: Sentence, at: int) -> bool:
    """Say whether a word tagged otherwise is surely one of the plainest cues."""
    word = sentence.words[at]
    return word.lower in _PLAINEST or (
        word.tag == "NNS" and word.dep == "ROOT" and at > 0 and _quotes(word.lower)
    )


def _quotes(verb: str) -> bool:
    cue = verb_cue(verb)
    return cue is not None and "q" in cue.takes


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
            if lower == "to" and words[words[at].head].lower not in _GO_ON:
                return True
        if words[one].dep == "mark" and lower in ("if", "unless", "whether"):
            return True
    return words[at].tag == "VBG" and at > 0 and words[at - 1].lower in ("without", "before")
