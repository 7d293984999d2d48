"""What is dated in the whole case, by the page, with four kinds of time kept apart; a read."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from probatum.acts.record_board import known_rows
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.index.dated_queries import DatedAt, KindOfTime
from probatum.index.query_language import parse
from probatum.index.record_queries import RecordRow
from probatum.model.nouns.assertions import Assertion
from probatum.record.board import Board, named_by
from probatum.record.timeline import KINDS, Dated
from probatum.record.timeline import timeline as dated
from probatum.record.weighing import Weighed

__all__ = ["KINDS", "Dated", "KindOfTime", "TimelinePage", "timeline_page"]

PAGE = 40
_DEEP = 4  # from an assertion about an assertion ... to what is said


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Lines in order of their first possible day; ``next`` is the cursor of the next page."""

    lines: tuple[Dated, ...]
    next: str


def timeline_page(
    session: Session, *, kinds: Collection[KindOfTime] = KINDS, query: str = "",
    first: str = "", last: str = "", cursor: str = "", limit: int = PAGE,
) -> TimelinePage:  # fmt: skip
    """Return one page of what is dated; logged before it is answered.

    ``query`` limits it as a search does, ``first`` and ``last`` are days (ISO). What has no date
    stands on no page. Raises UseError ``wrong-use`` for a query, day or cursor that means nothing.
    """
    require_writable(session)
    asked = parse(query) if query.strip() else None
    start, end = _day(first, 0), _day(last, date.max.toordinal())
    behind = _behind(cursor)
    session.catch_up()
    wanted = [each for each in KINDS if each in kinds]
    found = session.index.dated_page(
        wanted, limit=limit + 1, first=start, last=end, behind=behind, query=asked
    )
    page = found[:limit]
    rows = _around(session, {each.id for each in page})
    session.saw_records("timeline", rows)
    board = Board(known_rows(session, rows), _items(session, rows))
    lines = dated(Weighed(board), {each.id for each in page}, wanted)
    where = {(each.id, each.time): number for number, each in enumerate(page)}
    shown = sorted(
        (line for line in lines if (line.id, line.kind) in where and _fits(line, page, where)),
        key=lambda line: where[line.id, line.kind],
    )
    return TimelinePage(tuple(shown), _cursor(page[-1]) if len(found) > limit else "")


def _fits(line: Dated, page: list[DatedAt], where: dict[tuple[str, KindOfTime], int]) -> bool:
    """Say whether a line is the one that the page has a place for: a figure has two dates."""
    day = line.earliest or line.latest
    at = page[where[line.id, line.kind]]
    return day is not None and date.fromisoformat(day).toordinal() == at.day


def _around(session: Session, ids: set[str]) -> list[RecordRow]:
    """Return these records, what they speak of, and who speaks of them."""
    found = {row.id: row for row in session.index.some_records(ids)}
    waiting = list(found.values())
    for _ in range(_DEEP):
        about = {
            row.body.about for row in waiting if isinstance(row.body, Assertion)
        } - found.keys()  # fmt: skip
        waiting = session.index.some_records(about)
        found.update((row.id, row) for row in waiting)
    told = list(found.values())
    claims = session.index.naming(found, ["assertion"])
    found.update((row.id, row) for row in claims)
    named = {each for row in told if row.body is not None for each in named_by(row.body)}
    # Of who else speaks of it only that counts which says whether something stands: who they are.
    named |= {
        row.body.statement for row in claims
        if isinstance(row.body, Assertion) and row.body.statement is not None
    }  # fmt: skip
    named -= found.keys()
    found.update((row.id, row) for row in session.index.some_records(named))
    return list(found.values())


def _items(session: Session, rows: Iterable[RecordRow]) -> dict[str, str]:
    named = {
        item for row in rows
        if row.noun in ("description", "depiction") and row.body is not None
        for item in [getattr(row.body, "item", None)] if isinstance(item, str)
    }  # fmt: skip
    return {row.id: row.ref or row.id for row in session.index.some_items(named).values()}


def _day(text: str, otherwise: int) -> int:
    if not text.strip():
        return otherwise
    try:
        return date.fromisoformat(text.strip()).toordinal()
    except ValueError:
        raise UseError(
            "wrong-use", item="the day", expected="one such as 2026-03-31", found="something else"
        ) from None


def _cursor(each: DatedAt) -> str:
    return f"{each.day}.{each.kind}.{each.number}"


def _behind(cursor: str) -> tuple[int, int, int] | None:
    if not cursor:
        return None
    parts = cursor.split(".")
    if len(parts) != 3 or not all(
        part.isascii() and part.isdigit() and len(part) < 18 for part in parts
    ):
        raise UseError(
            "wrong-use", item="the page", expected="one that a page before it names",
            found="another", remedy="begin with the first page",
        )  # fmt: skip
    day, kind, number = map(int, parts)
    return min(day, date.max.toordinal()), min(kind, len(KINDS) - 1), number
