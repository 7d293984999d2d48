"""Inquiries with their rival hypotheses, tasks and the searches that were made, also in vain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probatum.acts.browse_records import page_of
from probatum.acts.session import Session, require_writable
from probatum.index.record_queries import RecordRow
from probatum.model.nouns import Inquiry, Search, Task
from probatum.model.roles import Deed

PAGE = 20
_MOST_SEARCHES = 50


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task with its reference."""

    ref: str
    said: Task


@dataclass(frozen=True, slots=True)
class SearchLine:
    """A search that somebody made, with its reference; finding nothing is an answer too."""

    ref: str
    said: Search


@dataclass(frozen=True, slots=True)
class InquiryLine:
    """An inquiry, who began it and when, its tasks and searches."""

    ref: str
    by: str
    at: str
    said: Inquiry
    tasks: tuple[TaskLine, ...]
    searches: tuple[SearchLine, ...]


@dataclass(frozen=True, slots=True)
class Inquiries:
    """One page; ``searches`` are the newest that belong to no inquiry. ``next`` is a cursor."""

    lines: tuple[InquiryLine, ...]
    searches: tuple[SearchLine, ...]
    next: str


def browse_inquiries(session: Session, *, cursor: str = "") -> Inquiries:
    """Return inquiries, the newest first; logged before they are shown."""
    require_writable(session)
    session.require(Deed.READ)
    session.catch_up()
    rows, following = page_of(session, ["inquiry"], cursor=cursor, words="", limit=PAGE)
    about = [
        row for row in session.index.naming((row.id for row in rows), ["task", "search"])
        if not row.retracted
    ]  # fmt: skip
    loose: Sequence[RecordRow] = ()
    if not cursor:
        loose, _ = page_of(session, ["search"], cursor="", words="", limit=_MOST_SEARCHES)
    session.saw_records("inquiries", [*rows, *about, *loose])
    return Inquiries(
        tuple(
            InquiryLine(
                session.record_ref(row.number), row.by, row.at, row.body,
                tuple(_tasks(session, about, row.id)), tuple(_searches(session, about, row.id)),
            )
            for row in rows if isinstance(row.body, Inquiry)
        ),
        tuple(_searches(session, loose, None)), following,
    )  # fmt: skip


def _tasks(session: Session, rows: Sequence[RecordRow], inquiry: str) -> list[TaskLine]:
    return [
        TaskLine(session.record_ref(row.number), row.body)
        for row in rows if isinstance(row.body, Task) and row.body.inquiry == inquiry
    ]  # fmt: skip


def _searches(
    session: Session, rows: Sequence[RecordRow], inquiry: str | None
) -> list[SearchLine]:  # fmt: skip
    return [
        SearchLine(session.record_ref(row.number), row.body)
        for row in rows if isinstance(row.body, Search) and row.body.inquiry == inquiry
    ]  # fmt: skip
