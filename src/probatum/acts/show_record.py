"""Show a record with what it names and what names it; list records. Both are reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from probatum.acts.captions_of import captions_of
from probatum.acts.hold_item import held_among
from probatum.acts.record_board import as_recorded, found_then
from probatum.acts.record_walk import Records
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.nouns import FAMILIES, NOUNS, plain
from probatum.model.record import Record
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
    """A record as it stands, or stood. ``versions`` counts its versions and retractions till then.

    ``as_of`` is the moment up to which records count (RFC 3339 UTC), None for now; then only it is
    known whether it is under legal hold (``held``).
    """

    row: RecordRow
    ref: str
    caption: str
    fields: dict[str, object]
    names: tuple[Named, ...]
    named_by: tuple[Named, ...]
    versions: int
    held: bool | None
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A record in a list."""

    row: RecordRow
    ref: str
    caption: str


def show_record(
    session: Session, record: str, purpose: str | None = None, *,
    as_of: str | None = None, most: int | None = None,
) -> ShownRecord:  # fmt: skip
    """Return a record with its references both ways; logged before it is answered.

    ``as_of`` shows it, and them, as they stood at a moment. ``most`` limits how many records are
    looked at that name it now (None: all). Raises UseError ``unknown-id``, ``bad-reference``;
    InputError ``erased``.
    """
    require_writable(session)
    if as_of is not None:
        session.catch_up()
    records, end, as_of = as_recorded(session, as_of)
    row = found_then(session, records, record, as_of)
    fields = {} if row.body is None else plain(row.body)
    naming = (
        records.naming([row.id]) if most is None or end is not None
        else session.index.naming_some(row.id, (), most)
    )  # fmt: skip
    names, captions = _look(session, "record", row, [row.body], naming, purpose,
                            records if end is not None else None)  # fmt: skip
    named_by = [
        _record(session, mark.field, each, captions)
        for each in naming
        if each.body is not None
        for mark in marks(each.noun, plain(each.body))
        if mark.targets and mark.value == row.id
    ]
    return ShownRecord(
        row, session.record_ref(row.number), captions[row.id], fields, tuple(names),
        tuple(named_by),
        sum(end is None or each.index < end for each in session.index.versions(row.id)),
        bool(held_among(session, [row.id])) if end is None else None, as_of,
    )  # fmt: skip


def names_in(
    session: Session, what: str, row: RecordRow, bodies: Sequence[Record | None]
) -> list[Named]:
    """Return what these versions of a record name; logged, with the record, as ``what``."""
    return _look(session, what, row, bodies, [], None)[0]


def _look(
    session: Session, what: str, row: RecordRow, bodies: Sequence[Record | None],
    naming: Sequence[RecordRow], purpose: str | None, earlier: Records | None = None,
) -> tuple[list[Named], dict[str, str]]:  # fmt: skip
    targets = [
        (mark.field, mark.value)
        for body in bodies
        if body is not None
        for mark in marks(row.noun, plain(body))
        if mark.targets
    ]
    there_are = (earlier or session.index).some_records(id for _, id in targets)
    records = {each.id: each for each in there_are}
    items = {id: session.index.item(id) for _, id in targets if id not in records}
    captions, others = captions_of(session, [row, *records.values(), *naming], earlier)
    there = [each for each in items.values() if each is not None]
    seen = {each.id: each for each in (row, *records.values(), *naming, *others)}
    session.saw_records(what, list(seen.values()), there, purpose)
    names = [
        _record(session, field, records[id], captions)
        if id in records
        else _item(session, field, id, items[id])
        for field, id in targets
    ]
    return names, captions


def list_records(
    session: Session, nouns: Sequence[str] = (), label: str | None = None,
    *, as_of: str | None = None,
) -> list[Listed]:  # fmt: skip
    """Return records of these nouns (or families; none: all) and this label, by running number.

    ``as_of`` lists those that there were at a moment, as they stood. Logged before it is answered.
    Raises UseError ``wrong-use`` for a noun that is none.
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
    records, end, as_of = as_recorded(session, as_of)
    rows = [
        row
        for row in records.records(sorted(wanted))
        if label is None or (row.body is not None and label in row.body.labels)
    ]
    captions, others = captions_of(session, rows, records if end is not None else None)
    session.saw_records("list of records", list({row.id: row for row in (*rows, *others)}.values()))
    return [Listed(row, session.record_ref(row.number), captions[row.id]) for row in rows]


def _record(session: Session, field: str, row: RecordRow, captions: Mapping[str, str]) -> Named:
    state: State = "retracted" if row.retracted else "there"
    ref = session.record_ref(row.number)
    return Named(field, row.id, ref, row.noun, captions[row.id], state)


def _item(session: Session, field: str, id: str, row: ItemRow | None) -> Named:
    if row is None:
        gone = session.index.exists(id) == "erased"
        return Named(field, id, None, None, "", "erased" if gone else "not here")
    state: State = "erased" if row.erased else "there"
    return Named(field, id, row.ref, "item", row.file_name or "", state)
