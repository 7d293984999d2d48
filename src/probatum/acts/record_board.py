"""Gathering what bears on a question, now or as of a date, logged before it is answered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from probatum.acts.derived import derived_bytes
from probatum.acts.earlier_records import EarlierRecords
from probatum.acts.record_walk import Records, bearing_on, everything, items_of
from probatum.acts.session import Session, require_writable
from probatum.acts.surroundings import spell
from probatum.errors import InputError, UseError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.record import Record
from probatum.record.board import Board, Known
from probatum.record.reprints import Reprints
from probatum.record.weighing import Weighed

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Gathered:
    """The board of a question. ``subject`` is the record asked about, None for the whole case.

    ``as_of`` is the moment up to which records count (RFC 3339 UTC), None for now. ``unread``
    counts cited items whose texts could not be compared, because none was extracted.
    """

    weighed: Weighed
    reprints: Reprints
    subject: Known[Record] | None
    as_of: str | None
    unread: int

    @property
    def board(self) -> Board:
        """The board itself."""
        return self.weighed.board


def gather(
    session: Session, what: str, record: str | None = None, *,
    as_of: str | None = None, with_texts: bool = False, purpose: str | None = None,
) -> Gathered:  # fmt: skip
    """Return what bears on a record (None: all records), as of a moment (``moment``).

    Logged first, as ``what``. Raises UseError ``unknown-id``, ``bad-reference``, ``wrong-use``;
    InputError ``erased``, ``retracted``.
    """
    require_writable(session)
    session.catch_up()
    records, end, as_of = as_recorded(session, as_of)
    start = None if record is None else _start(session, records, record, as_of)
    rows = everything(records) if start is None else bearing_on(records, start)
    items = _items(session, rows)
    session.saw_records(what, rows, list(items.values()), purpose)
    refs = {one: row.ref for one, row in items.items() if row.ref is not None and not row.erased}
    board = Board(known_rows(session, rows), refs)
    texts = _texts(session, rows, items, end) if with_texts else {}
    cited = {item for row in rows if row.noun == "assertion" for item in items_of(row)}
    unread = len(cited - texts.keys()) if with_texts else 0
    subject = None if start is None else board.find(start.id)
    return Gathered(Weighed(board), Reprints(board, texts), subject, as_of, unread)


def as_recorded(session: Session, as_of: str | None) -> tuple[Records, int | None, str | None]:
    """Return the records as of a moment, the log position up to which they count, and the moment.

    None is now. A moment to come is now too: nobody knows what will be recorded until tonight.
    """
    if as_of is None:
        return session.index, None, None
    end = session.index.end_at(as_of)
    return EarlierRecords(session.index, end), end, min(as_of, session.now())


def found_then(session: Session, records: Records, text: str, as_of: str | None) -> RecordRow:
    """Return a record by id or reference as it stood. Raises UseError ``unknown-id``."""
    row = session.find_record(text)
    if as_of is None:
        return row
    then = records.some_records([row.id])
    if not then:
        raise UseError(
            "unknown-id", item=session.record_ref(row.number),
            expected="a record of that date or earlier", found="one that was recorded later",
            remedy="name a later date",
        )  # fmt: skip
    return then[0]


def known_rows(session: Session, rows: Iterable[RecordRow]) -> list[Known[Record]]:
    """Return rows of the index as the rules take them."""
    return [
        Known(
            row.id, session.record_ref(row.number), row.noun, row.body, row.index, row.at, row.by,
            row.retracted,
        )
        for row in rows
        if row.body is not None
    ]  # fmt: skip


def moment(text: str) -> str:
    """Return the moment that a date names, as the log spells it: a time, or the end of a day.

    Raises UseError ``wrong-use``.
    """
    text = text.strip()
    try:
        if _DAY.fullmatch(text):
            when = datetime.fromisoformat(text + "T23:59:59.999999+00:00")
        else:
            when = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        raise _no_moment() from None
    if when.tzinfo is None or len(text) < 10:
        raise _no_moment()
    return spell(when.astimezone(UTC))


def _no_moment() -> UseError:
    return UseError(
        "wrong-use", item="the date", expected="a day such as 2026-03-31, which counts to its end "
        "in UTC, or a time with its zone, such as 2026-03-31T12:00:00Z", found="something else",
    )  # fmt: skip


def _start(session: Session, records: Records, text: str, as_of: str | None) -> RecordRow:
    row = found_then(session, records, text, as_of)
    if row.retracted or row.body is None:
        raise InputError(
            "retracted", item=session.record_ref(row.number), expected="a record that counts",
            found="one that was retracted", remedy="its history shows when and why",
        )  # fmt: skip
    return row


def _items(session: Session, rows: Iterable[RecordRow]) -> dict[str, ItemRow]:
    named = {item for row in rows for item in items_of(row)}
    found = session.index.some_items(named)
    for item in named - found.keys():  # erased, or not here
        row = session.index.item(item)
        if row is not None:
            found[item] = row
    return {item: found[item] for item in sorted(found)}


def _texts(
    session: Session, rows: Iterable[RecordRow], items: dict[str, ItemRow], end: int | None
) -> dict[str, str]:
    """Return the newest texts of the items that assertions cite, for comparing them."""
    cited = {item for row in rows if row.noun == "assertion" for item in items_of(row)}
    there = {item for item in cited & items.keys() if not items[item].erased}
    made = session.index.newest_texts(there, end)
    return {item: derived_bytes(session, made[item]).decode() for item in sorted(made)}
