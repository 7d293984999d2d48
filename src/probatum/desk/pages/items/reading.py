"""A text as a page shows it: one window of it, cut where claims and suggestions begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from probatum.acts.text_of import TextOf
from probatum.acts.view_item import Citing
from probatum.model.nouns import Assertion, Suggestion

WINDOW = 40_000  # characters of a page
_REACH = 400  # a window ends at the end of a line that is as near as this
ROWS = 100  # of a table


@dataclass(frozen=True, slots=True)
class Span:
    """Where something stands in the text; ``kind`` is ``claim``, ``suggested`` or ``cited``."""

    start: int
    end: int
    anchor: str
    kind: str
    stance: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that the same spans cover. ``span`` is the one that shows."""

    text: str
    start: int
    span: Span | None
    others: int
    asked: bool  # whether it is the place that was asked for
    first: bool  # whether that begins here

    @property
    def classes(self) -> str:
        """How it looks."""
        known = {"suggested": "span is-suggested", "cited": "span is-cited", "claim": "span"}
        look = known.get(self.span.kind, "") if self.span is not None else ""
        return f"{look} is-asked".strip() if self.asked else look


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a text: ``number`` of ``count``, in pieces."""

    pieces: tuple[Piece, ...]
    start: int
    end: int
    number: int
    count: int


def spans_of(citing: Iterable[Citing], text_sha256: str) -> list[Span]:
    """Return every place of a text that records cite, by where it begins."""
    found: list[Span] = []
    for each in citing:
        suggested = isinstance(each.record.body, Suggestion)
        body = each.record.body
        stance = body.stance if isinstance(body, Assertion) else None
        kind = "suggested" if suggested else "claim" if stance else "cited"
        for place in each.places:
            if place.text_sha256 == text_sha256 and place.start is not None and place.end:
                found.append(Span(place.start, place.end, each.ref, kind, stance, each.said))
    return sorted(found, key=lambda span: (span.start, -span.end))


def window(text: str, spans: Sequence[Span], at: int, to: int = -1) -> Window:
    """Return the window in which a place lies, cut at its spans; ``at`` -1: the first one."""
    edges = _edges(text)
    place = max(0, min(at, len(text) - 1))
    number = next((n for n in range(len(edges) - 1) if edges[n] <= place < edges[n + 1]), 0)
    start, end = (edges[number], edges[number + 1]) if text else (0, 0)
    inside = [span for span in spans if span.start < end and span.end > start]
    pieces = tuple(_cut(text, inside, start, end, (at, max(at + 1, to))))
    return Window(pieces, start, end, number + 1, max(1, len(edges) - 1))


def _edges(text: str) -> list[int]:
    edges, at = [0], 0
    while at < len(text):
        end = min(len(text), at + WINDOW)
        if end < len(text):
            line = text.find("\n", end, end + _REACH)
            end = line + 1 if line >= 0 else end
        edges.append(end)
        at = end
    return edges


def _cut(
    text: str, spans: Sequence[Span], start: int, end: int, asked: tuple[int, int]
) -> Iterable[Piece]:
    cuts = {start, end}
    for span in spans:
        cuts |= {max(start, span.start), min(end, span.end)}
    if start <= asked[0] < end:
        cuts |= {asked[0], min(end, asked[1])}
    places = sorted(cuts)
    for first, last in pairwise(places):
        covering = [span for span in spans if span.start <= first and span.end >= last]
        yield Piece(
            text[first:last], first, _shown(covering), max(0, len(covering) - 1),
            asked[0] <= first < asked[1], first == asked[0],
        )  # fmt: skip


def _shown(covering: Sequence[Span]) -> Span | None:
    """Return the span that shows where several lie over each other: the closest claim."""
    order = {"claim": 0, "suggested": 1, "cited": 2}
    return min(covering, key=lambda span: (order[span.kind], span.end - span.start), default=None)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table and where it stands in the text."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with its number in the file."""

    number: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Some rows of a table. ``after`` is the number of the last one shown, None: no more."""

    head: Row | None
    rows: tuple[Row, ...]
    first: int
    after: int | None
    total: int


def table(found: TextOf, first: int) -> Table | None:
    """Return rows of a table from a row on, None if the text is no table with its cells."""
    if found.text is None or found.outline is None:
        return None
    rows: list[tuple[str, list[Cell]]] = []
    head: Row | None = None
    total = 0
    wanted = max(1, first)
    for part in found.outline.parts:
        if part.kind == "row":
            total += 1
            if total == 1 or wanted < total <= wanted + ROWS:
                rows.append((part.label, []))
        elif part.kind == "cell" and rows and part.label.partition(",")[0] == rows[-1][0]:
            raw = found.text[part.start : part.end]
            rows[-1][1].append(Cell(raw.replace('""', '"'), part.start))
    made = [Row(label, tuple(cells)) for label, cells in rows]
    if not made or not made[0].cells:
        return None
    head, body = made[0], made[1:]
    shown = wanted + len(body)
    return Table(head, tuple(body), wanted, shown if shown < total else None, total)
