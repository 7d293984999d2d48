"""The case at a glance: what is new, what waits, what contradicts, how the log is."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from probatum.acts.browse_items import Page, browse
from probatum.acts.figures_lately import Lately, figures_lately
from probatum.acts.log_status import LogStatus, status
from probatum.acts.reviews_waiting import WaitingLine, waiting
from probatum.acts.search import FoundHit, denied_lately
from probatum.acts.session import Session
from probatum.acts.watch_log import LogLine, watch
from probatum.desk.holding import turn
from probatum.desk.page import EVERYBODY, page
from probatum.desk.pages.items.words import who_says
from probatum.desk.pages.log.words import act_words
from probatum.model.roles import Deed, Role, may

FEW = 5
YOUNG = 10
"""Below so many items the first steps stay until somebody outside keeps a checkpoint."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What somebody who may read sees of the case."""

    items: Page
    waiting: tuple[WaitingLine, ...]
    contradicted: tuple[tuple[FoundHit, str | None, str | None], ...]  # who says, and the words
    contradicted_total: int
    contradicted_more: bool
    figures: Lately | None


@page(EVERYBODY)
def home(request: HttpRequest) -> HttpResponse:
    """Show what this person's role lets them see, and say what to do first in an empty case."""
    role = Role(request.user.role)
    lines: tuple[LogLine, ...] = ()
    log: LogStatus | None = None
    with turn(request) as session:
        contents = _contents(session) if may(role, Deed.READ) else None
        if may(role, Deed.WATCH):
            log = status(session)
            lines = watch(session, "acts", limit=FEW).lines
    context = {
        "contents": contents, "log": log, "acts": [(line, act_words(line)) for line in lines],
        "charted": contents.figures.ref if contents and contents.figures else None,
        "charted_title": contents.figures.title if contents and contents.figures else None,
        "empty": contents is not None and not contents.items.alive,
        "beginning": _beginning(contents, log),
    }  # fmt: skip
    return render(request, "desk/home.html", context)


def _quoted(hit: FoundHit) -> str | None:
    return getattr(hit.record.body, "quote", None) if hit.record is not None else None


def _beginning(contents: Contents | None, log: LogStatus | None) -> bool:
    """Say whether this is a young case: a few files, and nobody outside keeps a checkpoint yet."""
    few = contents is not None and contents.items.alive < YOUNG
    empty = contents is not None and not contents.items.alive
    return empty or (few and (log is None or not log.held_by))


def _contents(session: Session) -> Contents:
    newest = browse(session, limit=FEW)
    if not newest.alive:
        return Contents(newest, (), (), 0, False, None)
    found = denied_lately(session, FEW)
    contradicted = tuple((hit, who_says(hit), _quoted(hit)) for hit in found.hits)
    return Contents(newest, waiting(session, FEW).lines, contradicted, found.total,
                    found.older, figures_lately(session))  # fmt: skip
