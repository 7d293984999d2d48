"""How tests write down what a text says: one line for each attribution."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.read.builtin.english.attribution import attributions
from probatum.read.builtin.english.parse import parse
from probatum.read.found import Mark, Said


@dataclass(frozen=True, slots=True)
class Line:
    """One attribution in words; what a test does not mention has its usual value."""

    content: str
    speaker: str | None
    cue: str | None = None
    stance: str = "asserts"


def said_in(text: str) -> list[Said]:
    return attributions(parse(text))


def lines(text: str) -> list[Line]:
    """Return what the text says, in the words of the text."""

    def words(mark: Mark | None) -> str | None:
        return None if mark is None else text[mark.start : mark.end]

    return [
        Line(words(one.content) or "", words(one.speaker), words(one.cue), one.stance)
        for one in said_in(text)
    ]


def only(text: str) -> Said:
    """Return the one attribution of a text."""
    found = said_in(text)
    assert len(found) == 1, [text[one.content.start : one.content.end] for one in found]
    return found[0]
