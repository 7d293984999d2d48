"""What the steps of every language find in one text, looked up by where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from probatum.read.builtin.drafts import FigureDraft
from probatum.read.builtin.shelves import Shelf
from probatum.read.found import DateFound, FigureFound, Mark, PlaceFound

_MOST_PLACES = 12


@dataclass(frozen=True, kw_only=True)
class Gathering:
    """Places, dates and figures of one text; a language adds who says what."""

    places: Sequence[PlaceFound]
    dates: Sequence[DateFound]
    figures: Sequence[FigureFound]

    @cached_property
    def placed(self) -> Shelf:
        """Where places are named."""
        return Shelf((mark, at) for at, one in enumerate(self.places) for mark in one.mentions)

    @cached_property
    def dated(self) -> Shelf:
        """Where dates stand."""
        return Shelf((one.mark, at) for at, one in enumerate(self.dates))

    @cached_property
    def counted(self) -> Shelf:
        """Where figures stand."""
        return Shelf((one.mark, at) for at, one in enumerate(self.figures))

    @property
    def contents(self) -> Sequence[Mark]:
        """The contents of the assertions, in the order in which these are drafted."""
        return ()

    @cached_property
    def innermost(self) -> dict[int, int]:
        """For each figure, the assertion whose content holds it most closely."""
        best: dict[int, tuple[int, int]] = {}
        for at, content in enumerate(self.contents):
            for figure in self.counted.inside(content):
                size = content.end - content.start
                if figure not in best or size < best[figure][0]:
                    best[figure] = size, at
        return {figure: at for figure, (_, at) in best.items()}

    @cached_property
    def figures_said(self) -> dict[int, tuple[int, ...]]:
        """For each assertion that gives figures, these figures."""
        found: dict[int, list[int]] = {}
        for figure, at in sorted(self.innermost.items()):
            found.setdefault(at, []).append(figure)
        return {at: tuple(figures) for at, figures in found.items()}

    def places_in(self, content: Mark) -> tuple[int, ...]:
        """Return the places named inside a content."""
        return tuple(self.placed.inside(content)[:_MOST_PLACES])

    def with_shared_sources(self, figures: Sequence[FigureDraft]) -> list[FigureDraft]:
        """Give the later figures of a list the source of the one that a saying holds.

        In "they registered 3 deaths and 17 injured" what is said may end before "and".
        """
        found = list(figures)
        for at in range(1, len(found)):
            before, one = found[at - 1], found[at]
            if at in self.innermost or at - 1 not in self.innermost or one.found.source is not None:
                continue
            if before.found.listed_with == one.found.mark:
                found[at] = replace(one, source=before.source, source_mark=before.source_mark)
        return found

    def figure(
        self, found: FigureFound, source: int | None, source_mark: Mark | None,
        incident: int | None,
    ) -> FigureDraft:  # fmt: skip
        """Return a figure with its places, dates and what it is compared with."""
        return FigureDraft(
            found,
            source=source,
            source_mark=source_mark if source is not None else None,
            scope=self.placed.nearest(found.scope),
            as_of=self.dated.nearest(found.as_of),
            period=self.dated.nearest(found.period),
            relative_to=None if found.compares is None else self._by_mark.get(found.compares),
            incident=incident,
        )

    @cached_property
    def _by_mark(self) -> dict[Mark, int]:
        return {one.mark: at for at, one in enumerate(self.figures)}
