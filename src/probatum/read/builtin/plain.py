"""Languages without rules for who says what: places, dates and figures alone."""

from __future__ import annotations

from datetime import date

from probatum.read.builtin.drafts import Draft, FigureDraft
from probatum.read.builtin.english.within import Shelf
from probatum.read.dates import dates_of
from probatum.read.figures import figures_of
from probatum.read.gazetteer import Gazetteer
from probatum.read.places import places_of


def plain_draft_of(text: str, language: str, published: date | None, gazetteer: Gazetteer) -> Draft:
    """Return what stands in a text without asking who says it: no speaker, no source is guessed."""
    dates = dates_of(text, language, published)
    places = places_of(text, language, gazetteer)
    figures = figures_of(text, language, dates, places)
    placed = Shelf((mark, at) for at, one in enumerate(places) for mark in one.mentions)
    dated = Shelf((one.mark, at) for at, one in enumerate(dates))
    by_mark = {one.mark: at for at, one in enumerate(figures)}
    return Draft(
        places=list(places),
        dates=list(dates),
        figures=[
            FigureDraft(
                one,
                scope=placed.nearest(one.scope),
                as_of=dated.nearest(one.as_of),
                period=dated.nearest(one.period),
                relative_to=None if one.compares is None else by_mark.get(one.compares),
            )
            for one in figures
        ],
    )
