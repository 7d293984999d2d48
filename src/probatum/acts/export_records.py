"""Write records to a file or folder for other programs: a logged read, in plain text.

Protected persons and places are left out unless they are asked for, with everything that leads to
them (``left_out``): an export has no recipient to whom a pseudonym could be promised. What remains
is searched for them as a package is (``leak_check``): a quote may say a name that no field says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from probatum.acts.leak_check import UNDECIDED, Decisions, LeakGuard
from probatum.acts.left_out import leading_to_protected
from probatum.acts.package_file import require_free, writing
from probatum.acts.session import Session, require_writable
from probatum.disclose.exports import Exported, followthemoney, geojson, json_lines, tables
from probatum.errors import InputError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.ids import is_object_id
from probatum.model.nouns import Place, plain
from probatum.model.references import marks
from probatum.preserve import files

Form: TypeAlias = Literal["jsonl", "csv", "ftm", "geojson"]


@dataclass(frozen=True, slots=True)
class RecordsExported:
    """What was written. ``files`` are the paths; ``left_out`` counts records that lead to
    protected people, ``retracted`` those that were withdrawn; neither is in the files.
    """

    files: tuple[Path, ...]
    records: int
    left_out: int
    retracted: int
    validated: bool


def export(
    session: Session,
    form: Form,
    target: Path,
    *,
    nouns: Iterable[str] = (),
    with_protected: bool = False,
    decisions: Decisions = UNDECIDED,
    purpose: str | None = None,
) -> RecordsExported:
    """Write the newest versions of all records, or of these nouns, to ``target``.

    ``csv`` makes a new folder with a table for each noun, and one for the digests of items that
    they name, by which another case finds its own; the other forms make one file. ``decisions``
    answer what the leak check found. Raises UseError ``wrong-use``; InputError ``leak``;
    WorldError.
    """
    require_writable(session)
    session.catch_up()
    rows = session.index.records(tuple(nouns))
    live = [row for row in rows if not row.retracted]
    hidden = set() if with_protected else leading_to_protected(session)
    kept = [row for row in live if row.id not in hidden]
    require_free(target)
    items = _items(session, kept) if form == "csv" else []
    session.saw_records("export " + form, kept, items, purpose)
    records = [
        Exported(row.id, session.record_ref(row.number), row.index, row.by, row.at, row.body)
        for row in kept
        if row.body is not None
    ]
    if not with_protected:
        _require_no_leak(session, form, records, decisions, purpose)
    written: list[Path] = []
    validated = False
    if form == "csv":
        with files.reported("the folder for the tables"):
            target.mkdir()
        for noun in sorted({one.record.noun for one in records}):
            path = target / f"{noun}.csv"
            of_noun = (one for one in records if one.record.noun == noun)
            _write(path, tables.table(noun, of_noun))
            written.append(path)
        if items:
            path = target / f"{tables.ITEMS}.csv"
            known = ((row.id, row.ref or "", row.sha256 or "") for row in items)
            _write(path, tables.item_table(known))
            written.append(path)
    else:
        lines = _lines(form, records)
        if form == "ftm":
            held = list(lines)
            validated, lines = _validate(held), iter(held)
        _write(target, lines)
        written.append(target)
    return RecordsExported(
        tuple(written), len(records), len(live) - len(kept), len(rows) - len(live), validated
    )


def _items(session: Session, rows: Iterable[RecordRow]) -> list[ItemRow]:
    """Return the items that records name, by their numbers."""
    named = {
        mark.value
        for row in rows
        if row.body is not None
        for mark in marks(row.noun, plain(row.body))
        if mark.targets and is_object_id(mark.value)
    }
    found = session.index.some_items(named).values()
    return sorted(found, key=lambda row: row.number or 0)


def _require_no_leak(
    session: Session,
    form: Form,
    records: list[Exported],
    decisions: Decisions,
    purpose: str | None,
) -> None:
    """Stop unless nothing that is written names somebody protected, or somebody decided so."""
    guard = LeakGuard(session, show=decisions.show)
    for one in records if guard.is_needed else ():
        if form != "geojson" or isinstance(one.record, Place):
            said, where = msgspec.to_builtins(one.record), f"record {one.ref}"
            guard.look_in_value(said, where)
            guard.look_in(one.by, where)
            if isinstance(one.record, Place) and one.record.lat is not None:
                guard.look_in(f"{one.record.lat}, {one.record.lon}", where)
    drafts = guard.settle(
        decisions, to="export " + form, purpose=purpose or "not stated",
        instead="correct these records, leave their nouns out",
    )  # fmt: skip
    if drafts:
        session.record(*drafts)


def _lines(form: Form, records: list[Exported]) -> Iterator[bytes]:
    if form == "geojson":
        yield geojson.collection(records)
    elif form == "ftm":
        yield from followthemoney.entities(records)
    else:
        for one in records:
            yield json_lines.line(one) + b"\n"


def _write(path: Path, parts: Iterable[bytes]) -> None:
    with files.reported("the output file"), writing(path) as file:
        for part in parts:
            file.stream.write(part)


def _validate(lines: list[bytes]) -> bool:
    """Let the followthemoney library read every entity; False where it is not installed."""
    check = _validator()
    if check is None:
        return False
    for line in lines:
        check(line)
    return True


def _validator() -> Callable[[bytes], None] | None:
    try:
        import followthemoney  # type: ignore[import-not-found, import-untyped, unused-ignore]
    except ImportError:
        return None

    def check(line: bytes) -> None:
        data = msgspec.json.decode(line)
        try:
            proxy = followthemoney.model.get_proxy(data, cleaned=False)
            followthemoney.model.get(proxy.schema.name).validate(data)
        except followthemoney.exc.FollowTheMoneyException as error:
            raise InputError(
                "bad-record", item="record " + str(data["id"])[-32:],
                expected="what FollowTheMoney accepts", found=type(error).__name__,
            ) from error  # fmt: skip

    return check
