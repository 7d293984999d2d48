"""Show a record with what it names and what names it; list records. Both are reads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from probatum.acts.hold_item import held_among
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.captions import caption
from probatum.model.nouns import FAMILIES, NOUNS, plain
from probatum.model.references import marks

State = Literal["there", "retracted", "erased", "not here"]


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a record names, or that names it; of what was erased only the id is left."""

    field: str
    id: str
    ref: str | None
    noun: str | None
    caption: str
    state: State


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A record as it stands now. ``versions`` counts its versions and retractions."""

    row: RecordRow
    ref: str
    caption: str
    fields: dict[str, object]
    names: tuple[Named, ...]
    named_by: tuple[Named, ...]
    versions: int
    held: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """A record in a list."""

    row: RecordRow
    ref: str
    caption: str


def show_record(session: Session, record: str, purpose: str | None = None) -> ShownRecord:
    """Return a record with its references both ways; logged before it is answered.

    Raises UseError ``unknown-id``, ``bad-reference``; InputError ``erased``.
    """
    require_writable(session)
    row = session.find_record(record)
    fields = {} if row.body is None else plain(row.body)
    targets = [(mark.field, mark.value) for mark in marks(row.noun, fields) if mark.targets]
    records = {each.id: each for each in session.index.some_records(id for _, id in targets)}
    items = {id: session.index.item(id) for _, id in targets if id not in records}
    naming = session.index.naming([row.id])
    there = [each for each in items.values() if each is not None]
    session.saw_records("record", [row, *records.values(), *naming], there, purpose)
    names = [
        _record(session, field, records[id])
        if id in records
        else _item(session, field, id, items[id])
        for field, id in targets
    ]
    named_by = [
        _record(session, mark.field, each)
        for each in naming
        if each.body is not None
        for mark in marks(each.noun, plain(each.body))
        if mark.targets and mark.value == row.id
    ]
    return ShownRecord(
        row, session.record_ref(row.number), _caption(row), fields, tuple(names),
        tuple(named_by), len(session.index.versions(row.id)), bool(held_among(session, [row.id])),
    )  # fmt: skip


def list_records(
    session: Session, nouns: Sequence[str] = (), label: str | None = None
) -> list[Listed]:
    """Return records of these nouns (or families; none: all) and this label, by running number.

    Logged before it is answered. Raises UseError ``wrong-use`` for a noun that is none.
    """
    require_writable(session)
    wanted: set[str] = set()
    for each in nouns:
        if each in FAMILIES:
            wanted |= {name for name, noun in NOUNS.items() if noun.family == each}
        elif each in NOUNS:
            wanted.add(each)
        else:
            raise UseError(
                "wrong-use", item="the noun", expected="a noun of spec/record.md or `proposition`",
                found="another word", remedy="list them: probatum record schema",
            )  # fmt: skip
    session.catch_up()
    rows = [
        row
        for row in session.index.records(sorted(wanted))
        if label is None or (row.body is not None and label in row.body.labels)
    ]
    session.saw_records("list of records", rows)
    return [Listed(row, session.record_ref(row.number), _caption(row)) for row in rows]


def _caption(row: RecordRow) -> str:
    return "" if row.body is None else caption(row.body)


def _record(session: Session, field: str, row: RecordRow) -> Named:
    state: State = "retracted" if row.retracted else "there"
    return Named(field, row.id, session.record_ref(row.number), row.noun, _caption(row), state)


def _item(session: Session, field: str, id: str, row: ItemRow | None) -> Named:
    if row is None:
        gone = session.index.exists(id) == "erased"
        return Named(field, id, None, None, "", "erased" if gone else "not here")
    state: State = "erased" if row.erased else "there"
    return Named(field, id, row.ref, "item", row.file_name or "", state)
