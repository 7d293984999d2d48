"""Phrases of a language with their endings left open, looked up by the tokens that spell them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from probatum.model.letters import fold
from probatum.read.tokens import Token, bare

Value = TypeVar("Value")
_SHORTEST = 2
_MOST_ENDING = 7
_LONGEST = 7


class Patterns(Generic[Value]):
    """Phrases with their values: alternatives parted by ``|``, a word ending in ``*`` is a stem.

    A stem stands for words with up to seven more letters. ``joined``: the first word may have and,
    a preposition or an article written onto it (Arabic).
    """

    def __init__(self, table: Mapping[str, Value], *, joined: bool = False) -> None:
        self._joined = joined
        self._of_first: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        self._known: dict[str, list[tuple[tuple[str, ...], Value]]] = {}
        for forms, value in table.items():
            for form in forms.split("|"):
                words = tuple(fold(word) for word in form.split())
                self._of_first.setdefault(words[0], []).append((words, value))

    def _candidates(self, word: str) -> list[tuple[tuple[str, ...], Value]]:
        """Return the phrases that may begin with a word, longest first."""
        if word in self._known:
            return self._known[word]
        found = []
        for form in _arabic(word) if self._joined else (word,):
            found += self._of_first.get(form, [])
            for length in range(max(_SHORTEST, len(form) - _MOST_ENDING), len(form) + 1):
                found += self._of_first.get(form[:length] + "*", [])
        found.sort(key=lambda each: (-len(each[0]), -len(each[0][0])))
        if len(self._known) < 1 << 14:
            self._known[word] = found
        return found

    def at(self, read: Sequence[Token], at: int) -> tuple[Value, int] | None:
        """Return the value of the longest phrase at a token, and the token behind it."""
        if not 0 <= at < len(read) or read[at].kind == "number":
            return None
        for words, value in self._candidates(read[at].word):
            end = at + len(words)
            if end <= len(read) and all(
                _spells(read[at + step].word, words[step]) for step in range(1, len(words))
            ):
                return value, end
        return None

    def before(self, read: Sequence[Token], end: int) -> tuple[Value, int] | None:
        """Return the value of the longest phrase that ends before a token, and where it begins."""
        for start in range(max(0, end - _LONGEST), end):
            for words, value in self._candidates(read[start].word) if start < len(read) else ():
                if start + len(words) == end and all(
                    _spells(read[start + step].word, words[step]) for step in range(1, len(words))
                ):
                    return value, start
        return None

    def has(self, word: str) -> bool:
        """Say whether a word by itself is one of the phrases."""
        return any(len(words) == 1 for words, _ in self._candidates(word))


def _arabic(word: str) -> tuple[str, ...]:
    """Return an Arabic word without what is written onto it, accusative ending included."""
    forms = bare(word)
    return (*forms, *(form[:-1] for form in forms if len(form) > 3 and form.endswith("ا")))


def _spells(word: str, pattern: str) -> bool:
    if pattern.endswith("*"):
        stem = pattern[:-1]
        return word.startswith(stem) and len(word) - len(stem) <= _MOST_ENDING
    return word == pattern
