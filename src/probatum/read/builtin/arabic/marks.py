"""The marks of a quotation around an Arabic content."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.found import Mark


def whole(text: str, mark: Mark, quoted: Sequence[Mark]) -> Mark:
    """Return a content without the marks of a quotation that it is, or with both of them."""
    for inner in quoted:
        if inner.start - 2 <= mark.start <= inner.start and (
            inner.end <= mark.end <= inner.end + 2
        ):
            return inner
    words = text[mark.start : mark.end]
    if (
        len(words) > 2
        and words[0] in "«“„"
        and words[-1] in "»”“"
        and not (set(words[1:-1]) & set("«»“”„"))
    ):
        return Mark(mark.start + 1, mark.end - 1)
    opened = text[max(0, mark.start - 1) : mark.start]
    if opened in ("«", "“", "„") and sum(map(words.count, "»”")) > sum(map(words.count, "«“„")):
        if words[-1] in "»”" and sum(map(words.count, "«»“”„")) == 1:
            return Mark(mark.start, mark.end - 1)
        return Mark(mark.start - 1, mark.end)
    return mark
