"""Nameless people who do something in a text: "gunmen stopped a bus", "kicked by guards"."""

from __future__ import annotations

from probatum.read.builtin.english.callings import (
    COURTESY,
    GROUPS,
    OFFICES,
    PERSONS_ARMED,
    singular,
)
from probatum.read.builtin.english.deeds import PERCEIVED, STATES
from probatum.read.builtin.english.parsed import Parsed, Sentence

# Any number of these may be spoken of without acting as a group: they flee, wait, stay away.
_ANYBODY = frozenset("people person child reader listener viewer user follower country".split())
_PEOPLE = (GROUPS | OFFICES | PERSONS_ARMED) - COURTESY - _ANYBODY
_NOT_THESE = frozenset("no any every each neither many most not whose our my this".split())


def doers(parsed: Parsed) -> frozenset[int]:
    """Return where the nouns end of those who do something, or by whom something is done.

    Who is only counted ("nine people fled"), missing from it ("no soldier") or the speaker's own
    ("our lawyers") is none.
    """
    return frozenset(
        sentence.words[at].end
        for sentence in parsed.sentences
        for at in range(len(sentence.words))
        if _does(sentence, at)
    )


def _does(sentence: Sentence, at: int) -> bool:
    word = sentence.words[at]
    if word.dep not in ("nsubj", "pobj") or word.tag not in ("NN", "NNS"):
        return False
    if singular(word.lower) not in _PEOPLE or _is_none(sentence, at):
        return False
    verb = sentence.words[word.head]
    if word.dep == "pobj":
        return verb.dep == "agent"
    return verb.tag.startswith("VB") and verb.lower not in STATES | PERCEIVED


def _is_none(sentence: Sentence, at: int) -> bool:
    beside = (sentence.words[one] for one in sentence.children[at])
    return any(one.tag == "CD" or one.lower in _NOT_THESE for one in beside)
