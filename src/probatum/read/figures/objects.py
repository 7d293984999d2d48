"""Persons who stand between a verb and a number: "killed a judge, Ada Brun and two others"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.lexicon import FigureWords
from probatum.read.tokens import Token

_DETERMINERS = frozenset("a an the his her their its my our one".split())
_PERSONS = _DETERMINERS | frozenset("him them me us and".split())
_FAR = 10


def is_list_of_objects(read: Sequence[Token], start: int, end: int, words: FigureWords) -> bool:
    """Say whether persons alone stand between: "killed | a judge, Ada Brun and | two guards"."""
    if end - start > _FAR or start >= end or read[end - 1].word != "and":
        return False
    first = True
    for token in read[start:end]:
        person = token.word in _PERSONS or token.is_capitalised or token.word.isdigit()
        if first and not person:  # a digit: how old somebody is
            return False
        if token.word in words.auxiliaries and token.word not in _DETERMINERS:
            return False
        first = token.word == ","
    return True
