"""Words, numbers and marks of a sentence, folded to one spelling, with their places.

A *token* is a word without its hyphens, a number with its separators, a numeric date, a time on the
clock, or one mark. Arabic words keep what is written onto them (``و``, ``ب``, ``ال``); `bare` lists
what such a word may be without.

>>> [token.word for token in tokens("On 12.05.2031, 1 200 people’s homes burnt.")]
['on', '12.05.2031', ',', '1 200', 'people', "'s", 'homes', 'burnt', '.']
>>> tokens("«٣٫٥ مليون»")[1].kind
'number'
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from probatum.model.letters import fold

__all__ = ["Kind", "Token", "bare", "is_beside", "tokens"]

Kind: TypeAlias = Literal["word", "number", "date", "clock", "mark"]

_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u06d6-\u06ed"
_LETTER = rf"(?:[^\W\d_][{_MARKS}]*+)"
_SPACES = " \u00a0\u2009\u202f"
_TOKEN = re.compile(
    rf"(?P<date>(?<![\d.,/-])(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}(?:\.\d{{1,2}}\.|/\d{{1,2}}/)(?:\d{{4}}|\d{{2}}))(?![\d/]|[.,-]\d))"
    r"|(?P<clock>(?<!\d)\d{1,2}:\d{2}(?::\d{2})?(?!\d))"
    rf"|(?P<number>(?<!\d)[1-9٠-٩۰-۹]\d{{0,2}}(?:(?P<by>[,.'’٬،{_SPACES}])\d{{3}}(?!\d))"
    r"(?:(?P=by)\d{3}(?!\d))*(?:[.,٫]\d+)?|\d+(?:[.,٫]\d+)?)"
    rf"|(?P<word>(?:[ap]\.m\b\.?)|['’ʼ]s\b|(?:{_LETTER}(?:['’ʼ`](?!s\b)(?=[^\W\d_]))?+)++)"
    r"|(?P<mark>[^\w\s])",
    re.IGNORECASE,
)
_MOST_LETTERS = 64
_JOINED = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")


class Token(NamedTuple):
    """A token: from where to where, its folded spelling, what was written, what it is."""

    start: int
    end: int
    word: str
    raw: str
    kind: Kind

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.raw[:1].isupper()


@lru_cache(maxsize=1 << 16)
def _folded(raw: str) -> str:
    return fold(raw)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``; places count from the beginning of the text."""
    found = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        kind: Kind = match.lastgroup  # type: ignore[assignment]
        if kind not in ("word", "number", "date", "clock", "mark"):
            kind = "number"
        raw = match.group()
        word = _folded(raw) if len(raw) <= _MOST_LETTERS else raw[:_MOST_LETTERS]
        found.append(Token(match.start(), match.end(), word, raw, kind))
    return found


def is_beside(left: Token, right: Token) -> bool:
    """Say whether nothing stands between two tokens."""
    return left.end == right.start


@lru_cache(maxsize=1 << 14)
def bare(word: str) -> tuple[str, ...]:
    """Return a folded Arabic word, and it without and, preposition and article, longest first."""
    found = [word]
    rest = word
    if len(rest) > 3 and rest[0] in _JOINED:
        rest = rest[1:]
        found.append(rest)
    if len(rest) > 3 and rest[0] in _PREPOSITIONS:
        found.append(rest[1:])
        if rest[0] == "ل" and rest[1] == "ل":
            found.append(rest[2:])
        elif rest[1:3] == "ال" and len(rest) > 4:
            found.append(rest[3:])
    if rest.startswith("ال") and len(rest) > 4:
        found.append(rest[2:])
    return tuple(found)
