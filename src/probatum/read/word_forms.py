"""Whether a word stands among others, inflected or with an article before it."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import commonprefix

_START = 3  # letters that forms of one word share at least


class Words:
    """The words of a text, to be asked for many names: an answer does not look at all of them."""

    def __init__(self, runs: Iterable[Iterable[str]]) -> None:
        self._all = frozenset(word for run in runs for word in run)
        self._by_start: dict[str, list[str]] = {}
        for word in self._all:
            self._by_start.setdefault(word[:_START], []).append(word)
            if len(word) > 2:
                self._by_start.setdefault(word[:2], []).append(word)
        self._joined = "\n".join(self._all)
        self._answers: dict[str, bool] = {}

    def have(self, word: str) -> bool:
        """Say whether a word or a form of it is one of them."""
        if word not in self._answers:
            self._answers[word] = word in self._all or self._has_form(word)
        return self._answers[word]

    def _has_form(self, word: str) -> bool:
        # Arabic writes article and preposition with the name: it stands inside the word.
        if len(word) >= _START and word in self._joined:
            return True
        starts = {word[:2], word[:_START]} if len(word) >= 2 else set()
        return any(_inflected(word, each) for start in starts for each in
                   self._by_start.get(start, ()))  # fmt: skip


def _inflected(word: str, other: str) -> bool:
    """Say whether two words may be forms of one: they share all but a short ending."""
    common = len(commonprefix((word, other)))
    rest = max(len(word), len(other)) - common
    if common >= _START:
        return rest <= 3
    return rest <= 2 and common == min(len(word), len(other)) >= 2
