"""``probatum count lists``: victim lists in, what their columns mean, what is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.count_lists_pages import (
    added_json,
    added_page,
    list_json,
    lists_page,
    show_page,
    suggested_json,
    suggested_page,
)
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.session import Session
    from probatum.acts.suggest_mapping import Suggested
    from probatum.model.list_mapping import Mapping

_List = Annotated[str, typer.Argument(metavar="LIST", help="Reference or name of the list.")]
_Purpose = Annotated[
    str | None, typer.Option("--purpose", help="What for; goes into the access log.")
]
_SheetOption = Annotated[
    str | None, typer.Option("--sheet", help="The sheet of a workbook; else the first with rows.")
]


def add(
    call: Call,
    file: Annotated[
        str, typer.Argument(metavar="[FILE]", help="The table: a file, or the item that it is.")
    ] = "",
    name: Annotated[str | None, typer.Option("--name", help="What the list is called.")] = None,
    mapping: Annotated[
        str | None,
        typer.Option("--mapping", metavar="FILE", help="The mapping; or a list to take it from."),
    ] = None,
    suggested: Annotated[
        bool, typer.Option("--suggested", help="Take the mapping that the headings suggest.")
    ] = False,
    sheet: _SheetOption = None,
    one_row_per_person: Annotated[
        bool, typer.Option("--one-row-per-person", help="Nobody stands in the list twice.")
    ] = False,
    publisher: Annotated[
        str | None, typer.Option("--publisher", metavar="ID", help="The source that made it.")
    ] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="DATE", help="The state that it gives (EDTF).")
    ] = None,
    criteria: Annotated[
        str | None, typer.Option("--criteria", help="Whom it includes and whom not.")
    ] = None,
    url: Annotated[str | None, typer.Option("--url", help="Where it was published.")] = None,
    given_by: Annotated[
        str | None, typer.Option("--given-by", metavar="WHO", help="Who handed the file over.")
    ] = None,
    from_records: Annotated[
        bool, typer.Option("--from-records", help="A list of the case's own persons.")
    ] = False,
) -> None:
    """Put a victim list into the case.

    FILE is CSV, XLSX or JSON Lines, and is taken into custody first. Which column says what is a
    mapping: write one with `count lists mapping FILE --save MAPPING.json`, look at it, and give it
    with --mapping. --suggested takes what the headings suggest, unseen.
    """
    _require_sense(file, mapping, suggested=suggested, from_records=from_records, sheet=sheet)
    with call.session() as session:
        from probatum.acts import victim_lists
        from probatum.cli.progress import bytes_bar

        said: dict[str, object] = {"name": name or (Path(file).stem if file else "Records")}
        if one_row_per_person or from_records:
            said["within_list"] = "one-row-per-person"
        if publisher is not None:
            said["publisher"] = session.find_record(publisher).id
        if as_of is not None:
            said["as_of"] = {"edtf": as_of}
        said |= {key: value for key, value in
                 {"sheet": sheet, "criteria": criteria, "url": url}.items() if value}  # fmt: skip
        if from_records:
            done = victim_lists.add_records_list(session, said)
        else:
            meant = _mapping(session, file, mapping, sheet)
            with bytes_bar("Adding") as update:
                done = victim_lists.add_list(session, file, said, mapping=meant, given_by=given_by,
                                             on_progress=update)  # fmt: skip
    if call.as_json:
        call.answer(added_json(done))
    else:
        print(added_page(done))


def _require_sense(
    file: str, mapping: str | None, *, suggested: bool, from_records: bool, sheet: str | None
) -> None:
    if from_records:
        if file or mapping or suggested or sheet:
            raise UseError("wrong-use", item="--from-records", expected="no file and no mapping",
                           found="one of them")  # fmt: skip
        return
    if not file:
        raise UseError(
            "wrong-use", item="count lists add", expected="a file or an item", found="none",
            remedy="or --from-records for the persons of the case",
        )  # fmt: skip
    if (mapping is None) != suggested:
        raise UseError(
            "wrong-use", item="count lists add", expected="either --mapping or --suggested",
            found="both" if suggested else "neither",
            remedy="probatum count lists mapping FILE --save MAPPING.json",
        )  # fmt: skip


def _mapping(session: Session, file: str, named: str | None, sheet: str | None) -> Mapping:
    """Return the mapping of a file, of another list, or the one that the headings suggest."""
    from probatum.acts.suggest_mapping import is_file, read_mapping
    from probatum.acts.victim_lists import find_list
    from probatum.errors import InputError

    if named is not None:
        if is_file(named) and Path(named).is_file():
            return read_mapping(Path(named).read_bytes())
        found = find_list(session, named).body.mapping
        if found is None:
            raise InputError("bad-list", item="--mapping", expected="a list with a mapping",
                             found="a list of records")  # fmt: skip
        return found
    meant = _suggestion(session, file, sheet).mapping
    if meant is None:
        raise InputError("bad-list", item="the mapping", expected="headings that suggest one",
                         found="none that do", remedy="write a mapping by hand")  # fmt: skip
    return meant


def _suggestion(session: Session, file: str, sheet: str | None) -> Suggested:
    from probatum.acts import suggest_mapping

    if suggest_mapping.is_file(file):
        return suggest_mapping.suggest_of_path(file, sheet)
    return suggest_mapping.suggest_of_item(session, file, sheet)


def mapping(
    call: Call,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The table: a file, or the item that it is.")
    ],
    sheet: _SheetOption = None,
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FILE", help="Write the mapping to a file.")
    ] = None,
) -> None:
    """Suggest which column of a table says what.

    A suggestion from the headings, in English, Ukrainian, Russian or Arabic: look at it, change the
    file, then give it to `count lists add`. A file that is in no case needs no case.
    """
    from probatum.acts import suggest_mapping
    from probatum.acts.package_file import require_free

    if save is not None:
        require_free(save)
    if suggest_mapping.is_file(file):
        found = suggest_mapping.suggest_of_path(file, sheet)
    else:
        with call.session() as session:
            found = suggest_mapping.suggest_of_item(session, file, sheet)
    if save is not None and found.mapping is not None:
        with save.open("xb") as stream:
            stream.write(suggest_mapping.written(found.mapping))
    if call.as_json:
        call.answer(suggested_json(found))
    else:
        print(suggested_page(found, None if save is None else str(save)))
    if found.mapping is None:
        raise typer.Exit(1)


def show(call: Call, which: _List) -> None:
    """Show a list: its item, its mapping, whom it includes."""
    with call.session() as session:
        from probatum.acts.victim_lists import find_list

        found = find_list(session, which)
        session.saw_records("victim list", [found.row])
    if call.as_json:
        call.answer(list_json(found))
    else:
        print(show_page(found))


def list_lists(call: Call) -> None:
    """List the victim lists of the case."""
    with call.session() as session:
        from probatum.acts.victim_lists import lists_of

        found = lists_of(session)
    if call.as_json:
        call.answer({"lists": [list_json(each) for each in found]})
    else:
        print(lists_page(found))


def check(
    call: Call,
    which: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LIST]...", help="Reference or name; else all lists."),
    ] = None,
    csv: Annotated[
        Path | None,
        typer.Option("--csv", metavar="FILE", help="Write every problem of every row as CSV."),
    ] = None,
    purpose: _Purpose = None,
) -> None:
    """Report what became of each row of a list.

    Each row is a victim, a bare number, or refused; what was wrong with it, what was kept and what
    became unknown. Lists that say the same are named. This is a read. Exit code 1 says that rows
    were refused, or that a list as a whole is doubtful.
    """
    from probatum.acts.package_file import require_free

    if csv is not None:
        require_free(csv)
    with call.session() as session:
        from probatum.acts.check_lists import TroublesFile, check_lists
        from probatum.cli.count_lists_report import checks_json, checks_page
        from probatum.cli.progress import count_bar

        with count_bar("Reading rows") as update:
            if csv is None:
                found = check_lists(session, which or (), purpose=purpose, on_progress=update)
            else:
                with csv.open("x", encoding="utf-8-sig", newline="") as file:
                    found = check_lists(
                        session, which or (), purpose=purpose, on_progress=update,
                        on_trouble=TroublesFile(file).write,
                    )  # fmt: skip
    if call.as_json:
        call.answer(checks_json(found))
    else:
        print(checks_page(found))
    if found.alike or any(each.warnings or each.report.refused for each in found.lists):
        raise typer.Exit(1)
