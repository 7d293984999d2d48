"""``probatum record put``: put records into the case, one or many."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from probatum.cli.calls import Call
from probatum.cli.failing import described
from probatum.cli.record_tables import Tables, tables_of
from probatum.cli.wording import many, shown, table
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.put_record import Put
    from probatum.acts.put_records import Delivery, Line, Refused
    from probatum.acts.record_texts import Given
    from probatum.acts.session import Session
    from probatum.cli.calls import Json

MOST_LINES = 40
_PEEK = 1 << 16


def put(
    call: Call,
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="The record; - is standard input. Several tables."),
    ],
    record: Annotated[
        str | None, typer.Option("--id", metavar="ID", help="Revise this record.")
    ] = None,
    why: Annotated[str | None, typer.Option("--why", help="Why it is revised.")] = None,
    inside: Annotated[
        bool,
        typer.Option("--inside", help="Put new records into the compartment that you opened."),
    ] = False,
    again: Annotated[
        bool, typer.Option("--again", help="Make new records even of lines that are in already.")
    ] = False,
) -> None:
    """Put records into the case, or a new version of one.

    FILE is JSON or YAML with one record or a list of them, JSON Lines (.jsonl) with one a line, or
    a table (.csv) as `export csv` writes it. Of several tables, or the folder of an export, each
    row may name those of all the others, in another case as well.
    In lists and lines `as` gives a name (@mill) that later ones may use in place of an id, `id` and
    `why` make a new version. Lines that cannot be taken are named and the rest goes on; exit code
    1 says so. Running the same file again takes nothing twice.
    """
    tables = tables_of(files)
    if tables:
        if record is not None:
            raise _no_id()
        with call.session() as session:
            if inside:
                _require_inside(session)
            _many(call, session, iter(tables.in_order()), 0, again, inside, tables)
        return
    with opened(files[0]) as (stream, name, size):
        given, single = _read(stream, name)
        if record is not None and single is None:
            raise _no_id()
        with call.session() as session:
            if inside:
                _require_inside(session)
            if single is not None and not {"as", "id", "why"} & set(single):
                _one(call, session, single, record, why, inside)
            else:
                _many(call, session, given, size, again, inside, None)


def _no_id() -> UseError:
    return UseError(
        "wrong-use", item="--id", expected="one record", found="a list or lines",
        remedy="give each line its `id` and `why`",
    )  # fmt: skip


def _require_inside(session: Session) -> None:
    from probatum.acts.compartment import require_inside

    require_inside(session)


@contextmanager
def opened(file: str) -> Iterator[tuple[BinaryIO, str, int]]:
    """Open a file of records, or standard input for ``-``: stream, name, size in bytes."""
    if file == "-":
        yield sys.stdin.buffer, "", 0
        return
    path = Path(file)
    if path.is_dir() or not path.exists():
        raise UseError(
            "wrong-use", item="the file to put", expected="a file", found="none, or a folder",
            remedy="check its name; - reads from standard input",
        )  # fmt: skip
    with path.open("rb") as stream:
        yield stream, path.name, path.stat().st_size


def _read(stream: BinaryIO, name: str) -> tuple[Iterator[Given], dict[str, object] | None]:
    """Return the records, and the only one where the file is one record by itself."""
    from probatum.acts import record_texts

    beginning = b""
    if not name.lower().endswith((".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".csv")):
        peeked = getattr(stream, "peek", None)
        beginning = peeked(_PEEK) if peeked is not None else b""
    form = record_texts.form_of(name, beginning)
    if form == "jsonl":
        return record_texts.lines(stream), None
    data = stream.read() if form == "csv" else stream.read(record_texts.MOST_BYTES + 1)
    given = list(record_texts.records(data, form))
    alone = form != "csv" and len(given) == 1 and not data.lstrip().startswith((b"[", b"- "))
    if alone and given[0].error is not None:
        raise given[0].error
    return iter(given), given[0].fields if alone else None


def one_record(stream: BinaryIO, name: str) -> dict[str, object]:
    """Return the only record of a file. Raises UseError ``wrong-use`` for a list or lines."""
    _, single = _read(stream, name)
    if single is None:
        raise UseError(
            "wrong-use", item="the file", expected="one record", found="a list, lines or a table",
            remedy="give one record in JSON or YAML",
        )  # fmt: skip
    return single


def _one(
    call: Call,
    session: Session,
    fields: dict[str, object],
    record: str | None,
    why: str | None,
    inside: bool,
) -> None:
    from probatum.acts.put_record import put as put_record

    if why is not None and record is None:
        raise UseError(
            "wrong-use", item="--why", expected="--id as well", found="none",
            remedy="a reason belongs to a revision; use `remark` in a new record",
        )  # fmt: skip
    done = put_record(session, fields, id=record, why=why, inside=inside)
    if call.as_json:
        call.answer(_json(done))
    else:
        word = {"created": "Recorded", "revised": "Revised", "unchanged": "Says this already"}
        print(f"{word[done.done]}: {done.noun} {done.ref}, entry {done.index} of the log.")


def _many(
    call: Call, session: Session, given: Iterator[Given], size: int, again: bool, inside: bool,
    tables: Tables | None,
) -> None:  # fmt: skip
    from probatum.acts.put_records import put_records
    from probatum.cli.progress import bytes_bar

    taken: list[Line] = []
    kept: list[Line] = []

    def note(lines: Sequence[Line]) -> None:
        kept[:] = [lines[-1]]
        if call.as_json or len(taken) < MOST_LINES:
            taken.extend(lines)

    try:
        with bytes_bar("Putting") as update:
            delivery, refused = put_records(
                session, given, again=again, inside=inside, on_taken=note,
                on_progress=lambda done, _: update(done, size),
            )  # fmt: skip
    except BaseException:
        where = f"up to line {kept[0].line} is in" if kept else "no line is in"
        if tables is not None:
            where = "some rows are in" if kept else "no row is in"
        print(f"Stopped: {where}. The same command goes on from there.", file=sys.stderr)
        raise
    nothing = not delivery.taken and not refused
    if call.as_json:
        call.answer(_answer(delivery, taken, refused, tables))
    elif nothing:
        print("Nothing to put: there is no record in this.")
    else:
        _print(delivery, taken, refused, tables)
    if refused or nothing:
        raise typer.Exit(1)


def _print(
    delivery: Delivery, taken: Sequence[Line], refused: Sequence[Refused], tables: Tables | None
) -> None:
    if taken:
        rows = [
            (_place(each.line, tables), each.ref, each.noun, each.done, shown(each.name or ""))
            for each in taken[:MOST_LINES]
        ]
        print(table(("Line", "Reference", "Noun", "Done", "As"), rows, right=[] if tables else [0]))
        if delivery.taken > len(rows):
            print(f"... and {delivery.taken - len(rows):,} more: probatum record list")
        print()
    if refused:
        print(f"Not taken ({len(refused):,}):")
        for each in refused[:MOST_LINES]:
            print(f"Line {_place(each.line, tables)}. {described(each.error)}")
        if len(refused) > MOST_LINES:
            print(f"... and {len(refused) - MOST_LINES:,} more; --json lists them all")
        print()
    parts = [f"{many(delivery.created, 'record')} new"]
    if delivery.revised:
        parts.append(f"{delivery.revised:,} revised")
    if delivery.unchanged:
        parts.append(f"{delivery.unchanged:,} in already")
    if refused:
        parts.append(f"{len(refused):,} NOT taken")
    print(", ".join(parts) + ".")


def _place(line: int, tables: Tables | None) -> str:
    """Return where a line stands, for people: of several tables with the name of its file."""
    if tables is None:
        return str(line)
    file, line = tables.place(line)
    return f"{line} of {shown(file)}"


def _place_json(line: int, tables: Tables | None) -> dict[str, Json]:
    if tables is None:
        return {"line": line}
    file, line = tables.place(line)
    return {"file": file, "line": line}


def _json(done: Put) -> dict[str, Json]:
    return {
        "id": done.id, "ref": done.ref, "noun": done.noun, "entry": done.index, "done": done.done,
    }  # fmt: skip


def _answer(
    delivery: Delivery, taken: Sequence[Line], refused: Sequence[Refused], tables: Tables | None
) -> dict[str, Json]:
    return {
        "created": delivery.created,
        "revised": delivery.revised,
        "unchanged": delivery.unchanged,
        "records": [
            {**_place_json(each.line, tables), "id": each.id, "ref": each.ref, "noun": each.noun,
             "done": each.done, "as": each.name}
            for each in taken
        ],
        "refused": [
            {**_place_json(each.line, tables), "error": each.error.as_dict()} for each in refused
        ],
    }  # fmt: skip
