"""Words of a text with what the finding of names needs to know about each."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(
    r"(?:[A-Z]\.){2,}|[^\W\d_][\u0300-\u036f\u064b-\u0652\u0670\u0640]*"
    r"(?:[\u200c\u200d]?(?:['’ʼ‘`\-‐‑]?[^\W\d_])[\u0300-\u036f\u064b-\u0652\u0670\u0640]*)*"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_ENDS_SENTENCE = re.compile(r"[.!?…\n]")
_OPENS = '"“”«„‘([:;—–•'


@dataclass(frozen=True, slots=True)
class Token:
    """A word from ``start`` to before ``end``; ``gap`` is what stands between it and the one
    before. ``first``: it would have a capital letter whatever it means."""

    text: str
    low: str
    start: int
    end: int
    gap: str
    capital: bool
    first: bool

    @property
    def joined(self) -> bool:
        """Only a space stands between this word and the one before."""
        return self.gap in (" ", "\u00a0") or (not self.gap.strip() and "\n" not in self.gap)


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text in order; an English possessive 's is left out of the word."""
    found: list[Token] = []
    before = 0
    for word in _WORD.finditer(text):
        piece, start = word[0], word.start()
        if (
            len(piece) > 2
            and (ending := _POSSESSIVE.search(piece))
            and piece.isascii() | ("’" in piece)
        ):
            piece = piece[: ending.start()]
        gap = text[before:start] if start - before <= 80 else text[before : before + 80] + "\n"
        first = (
            not found or _ENDS_SENTENCE.search(gap) is not None or gap[-1:] in _OPENS and gap != ""
        )
        before = start + len(piece)
        found.append(Token(piece, piece.lower(), start, before, gap, piece[0].isupper(), first))
    return found


def plain(gap: str) -> bool:
    """Say whether a gap is spaces of one line."""
    return not gap.strip() and "\n" not in gap
