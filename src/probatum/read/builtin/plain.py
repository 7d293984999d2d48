"""Languages without rules for who says what: places, dates and figures alone."""

from __future__ import annotations

from datetime import date

from probatum.read.builtin.drafts import Draft
from probatum.read.builtin.gathering import Gathering
from probatum.read.dates import dates_of
from probatum.read.figures import figures_of
from probatum.read.gazetteer import Gazetteer
from probatum.read.places import places_of


def plain_draft_of(text: str, language: str, published: date | None, gazetteer: Gazetteer) -> Draft:
    """Return what stands in a text without asking who says it: no speaker, no source is guessed."""
    dates = dates_of(text, language, published)
    places = places_of(text, language, gazetteer)
    figures = figures_of(text, language, dates, places)
    gathering = Gathering(places=places, dates=dates, figures=figures)
    return Draft(
        places=list(places),
        dates=list(dates),
        figures=[gathering.figure(one, None, None, None) for one in figures],
    )
