"""Whom somebody tells something, which is no part of it: "told mourners the priest had died"."""

from __future__ import annotations

from probatum.read.builtin.english.cue_search import Found
from probatum.read.builtin.english.cues import lemma
from probatum.read.builtin.english.parsed import Sentence

TELLING = frozenset("tell inform notify assure remind warn".split())
_OF_A_NOUN = ("DT", "PRP$", "JJ", "CD", "NN", "NNS", "IN")
_BEGINS_A_CLAUSE = ("DT", "PRP$", "CD")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_FEWEST = 3  # words of a clause


def behind_told(sentence: Sentence, found: Found) -> int | None:
    """Return where a clause begins behind who is told it: "told doctors he had hidden"."""
    words = sentence.words
    at = found.last + 1
    if lemma(words[found.verb].lower) not in TELLING or found.verb != found.last:
        return None
    while at < len(words) - _FEWEST and words[at].tag in _OF_A_NOUN:
        ends = at > found.last + 1 and words[at - 1].tag in ("NN", "NNS", "NNP")
        if ends and words[at].tag in _BEGINS_A_CLAUSE:
            break  # "told mourners the priest had been shot"
        at += 1
    if at == found.last + 1 or not words[at - 1].tag.startswith("NN"):
        return None
    subject = words[at].tag == "PRP" and words[at].lower != "them" and words[at].dep[:5] == "nsubj"
    begins = subject or words[at].tag in _BEGINS_A_CLAUSE
    return at if begins and any(one.tag in _FINITE for one in words[at + 1 :]) else None
