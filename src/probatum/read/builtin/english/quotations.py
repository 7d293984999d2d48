"""Where quotation marks open and close, in texts that do not always close them.

Straight and curly, double and single, German low and French marks. A single mark is a quotation
only where it cannot be an apostrophe. A quotation that its paragraph does not close runs to the end
of the paragraph (the next one then opens anew: the typographic rule for long quotations).

>>> text = 'Anna Tal said: "We left.'
>>> [text[q.inner.start : q.inner.end] for q in quotations(text, Mark(0, len(text)))]
['We left.']
"""

from __future__ import annotations

from dataclasses import dataclass

from probatum.read.found import Mark

_CLOSERS = {
    "“": "”\"“", "„": "“”\"", "«": "»", "‟": "”", "‘": "’'", "‚": "‘’", '"': '"”“', "'": "'’",
    "‹": "›",
}  # fmt: skip
_STRAY_CLOSERS = "”»"
_SINGLE = "'‘‚’"
# Beyond this a mark left open is a slip, not a quotation.
_LONGEST = 6_000
_LONGEST_SINGLE = 600
_LEAST_SINGLE = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks. ``outer`` has the marks, ``inner`` has not."""

    outer: Mark
    inner: Mark
    closed: bool = True


def quotations(text: str, within: Mark) -> list[Quotation]:
    """Return the quotations of one paragraph in order; those inside others are left out."""
    found: list[Quotation] = []
    at = within.start
    while at < within.end:
        if text[at] in _CLOSERS and _opens(text, at, within):
            end = _close(text, at, within)
            if end is not None and text[at] in _SINGLE and end - at < _LEAST_SINGLE:
                end = None
            if end is not None:
                _add(found, text, Mark(at, end + 1), Mark(at + 1, end), True)
                at = end + 1
                continue
            if text[at] not in _SINGLE and _begins_an_utterance(text, at, within):
                _add(found, text, Mark(at, within.end), Mark(at + 1, within.end), False)
                break
        at += 1
    return found


def _add(
    found: list[Quotation],
    text: str,
    outer: Mark,
    inner: Mark,
    closed: bool,  # noqa: FBT001
) -> None:
    start, end = inner
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Quotation(outer, Mark(start, end), closed))


def _opens(text: str, at: int, within: Mark) -> bool:
    before = text[at - 1] if at > within.start else " "
    after = text[at + 1] if at + 1 < within.end else " "
    if text[at] in "“„«‟‚‹":
        return not (text[at] == "“" and before.isalnum())
    if text[at] == "‘" or text[at] == "'":
        return (
            not before.isalnum()
            and (after.isalnum() or after in '[(…“"')
            and not _elision(text, at, within)
        )
    return not before.isalnum() and not after.isspace()


def _elision(text: str, at: int, within: Mark) -> bool:
    """Say whether a single mark stands for letters left out ('90s, 'em)."""
    word = text[at + 1 : min(at + 5, within.end)].casefold()
    return word[:1].isdigit() or word[:2] in ("em", "ti", "tw") and not word[2:3].isalpha()


def _close(text: str, at: int, within: Mark) -> int | None:
    """Return where the quotation that opens at ``at`` closes, if its paragraph closes it."""
    mark = text[at]
    closers = _CLOSERS[mark]
    single = mark in _SINGLE
    limit = min(within.end, at + (_LONGEST_SINGLE if single else _LONGEST))
    depth = 0
    for where in range(at + 1, limit):
        character = text[where]
        if mark in "“«" and character == mark and not text[where - 1].isalnum():
            if mark not in closers or text[where - 1].isspace():
                depth += 1
                continue
        if character not in closers:
            continue
        after = text[where + 1] if where + 1 < within.end else " "
        if single and after.isalnum():
            continue  # an apostrophe
        if single and text[where - 1] == "s" and _another(text, where + 1, limit, closers):
            continue  # the genitive of a plural
        if mark == '"' and text[where - 1].isspace() and after.isalnum():
            return None  # another one opens: this one was never closed
        if depth:
            depth -= 1
            continue
        return where
    return None


def _another(text: str, start: int, limit: int, closers: str) -> bool:
    """Say whether a single mark that surely closes comes before one that could open."""
    for where in range(start, limit):
        if text[where] in closers:
            before, after = text[where - 1], text[where + 1 : where + 2]
            return not before.isspace() and not after.isalnum() and before != "s"
    return False


def _begins_an_utterance(text: str, at: int, within: Mark) -> bool:
    """Say whether an unclosed mark begins what somebody says, and is not a stray mark."""
    if at == within.start:
        return True
    before = text[max(within.start, at - 2) : at].rstrip()
    return before[-1:] in ",:;—–-." and text[at + 1 : at + 2].isalnum()
