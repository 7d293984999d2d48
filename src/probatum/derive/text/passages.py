"""Building a text out of pieces while remembering where each piece lies."""

from __future__ import annotations

import re

from probatum.derive.text.extracted import Fact, Limits, Part, PartKind, RefusedError

# What no text can hold: NUL, and halves of surrogate pairs (UTF-8 has no spelling for them).
_IMPOSSIBLE = re.compile("[\x00\ud800-\udfff]")
_LINE = re.compile(r"[^\n]+")


def clean(text: str) -> str:
    """Return the text with U+000A as its only line break and without what no text can hold."""
    return _IMPOSSIBLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def fact(name: str, value: str | None) -> tuple[Fact, ...]:
    """Return a fact, or none if the file does not state it."""
    tidy = clean(value).strip() if value else ""
    return (Fact(name, tidy),) if tidy else ()


class Passages:
    """A text that grows piece by piece; each piece may be a part of it.

    ``add`` and ``line`` raise RefusedError ``too-large`` beyond the limits.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._pieces: list[str] = []
        self.parts: list[Part] = []
        self.length = 0

    def add(self, text: str) -> None:
        """Append to the text."""
        self._pieces.append(text)
        self.length += len(text)
        if self.length > self._limits.text_characters:
            raise RefusedError("too-large", "more text than the limit allows")

    def mark(self, kind: PartKind, start: int, end: int, label: str) -> None:
        """Say that a span of the text is a part of it."""
        if len(self.parts) >= self._limits.parts:
            raise RefusedError("too-large", "more parts than the limit allows")
        self.parts.append(Part(kind, start, end, label))

    def piece(self, kind: PartKind, text: str, label: str, *, between: str) -> None:
        """Append a part, separated from the text before it."""
        if self.length:
            self.add(between)
        start = self.length
        self.add(text)
        self.mark(kind, start, self.length, label)

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self._pieces)


def lines_as_paragraphs(text: str, limits: Limits) -> Passages:
    """Take a text as it is; each line that is not blank is a paragraph."""
    passages = Passages(limits)
    passages.add(text)
    number = 0
    for match in _LINE.finditer(text):
        if not match[0].isspace():
            number += 1
            passages.mark("paragraph", match.start(), match.end(), str(number))
    return passages
