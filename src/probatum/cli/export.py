"""``probatum export``: formats of other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from probatum.cli import leaks
from probatum.cli.calls import Call
from probatum.cli.wording import many, shown, size, wrapped

if TYPE_CHECKING:
    from probatum.acts.export_records import Form

_Nouns = Annotated[
    list[str] | None,
    typer.Option("--noun", metavar="NOUN", help="Only records of this noun; repeatable."),
]
_Protected = Annotated[
    bool,
    typer.Option(
        "--with-protected",
        help="Protected persons too, by name. Without it, whatever names one is left out.",
    ),
]
_Purpose = Annotated[
    str | None,
    typer.Option("--purpose", metavar="TEXT", help="What for; goes into the access log."),
]
_File = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="A file that does not exist.")
]


class _Decided(NamedTuple):
    """What was said about hits of the leak check."""

    resolve: list[str] | None
    leaks_from: Path | None
    leaks_to: Path | None
    show: bool


def csv(
    call: Call,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="A new folder for the tables.")
    ],
    nouns: _Nouns = None,
    with_protected: _Protected = False,
    resolve: leaks.Resolve = None,
    leaks_from: leaks.LeaksFrom = None,
    leaks_to: leaks.LeaksTo = None,
    show_leaks: leaks.ShowLeaks = False,
    purpose: _Purpose = None,
) -> None:
    """Write records as CSV, one table for each noun.

    `record put` reads such a table again and nothing is lost. Words that a spreadsheet would run
    as a formula have an apostrophe before them.
    """
    decided = _Decided(resolve, leaks_from, leaks_to, show_leaks)
    _records(call, "csv", output, nouns, purpose, decided, with_protected=with_protected)


def jsonl(
    call: Call,
    output: _File,
    nouns: _Nouns = None,
    with_protected: _Protected = False,
    resolve: leaks.Resolve = None,
    leaks_from: leaks.LeaksFrom = None,
    leaks_to: leaks.LeaksTo = None,
    show_leaks: leaks.ShowLeaks = False,
    purpose: _Purpose = None,
) -> None:
    """Write records as JSON Lines.

    `record put` reads them again and nothing is lost.
    """
    decided = _Decided(resolve, leaks_from, leaks_to, show_leaks)
    _records(call, "jsonl", output, nouns, purpose, decided, with_protected=with_protected)


def ftm(
    call: Call,
    output: _File,
    nouns: _Nouns = None,
    with_protected: _Protected = False,
    resolve: leaks.Resolve = None,
    leaks_from: leaks.LeaksFrom = None,
    leaks_to: leaks.LeaksTo = None,
    show_leaks: leaks.ShowLeaks = False,
    purpose: _Purpose = None,
) -> None:
    """Write records as FollowTheMoney entities.

    Claims become notes: that format has no stance. Where the followthemoney library is installed,
    it validates every entity.
    """
    decided = _Decided(resolve, leaks_from, leaks_to, show_leaks)
    _records(call, "ftm", output, nouns, purpose, decided, with_protected=with_protected)


def geojson(
    call: Call,
    output: _File,
    with_protected: _Protected = False,
    resolve: leaks.Resolve = None,
    leaks_from: leaks.LeaksFrom = None,
    leaks_to: leaks.LeaksTo = None,
    show_leaks: leaks.ShowLeaks = False,
    purpose: _Purpose = None,
) -> None:
    """Write places as GeoJSON, each with its precision."""
    decided = _Decided(resolve, leaks_from, leaks_to, show_leaks)
    _records(call, "geojson", output, None, purpose, decided, with_protected=with_protected)


def _records(
    call: Call,
    form: Form,
    output: Path,
    nouns: list[str] | None,
    purpose: str | None,
    decided: _Decided,
    *,
    with_protected: bool,
) -> None:
    with call.session() as session:
        from probatum.acts.export_records import export
        from probatum.acts.leak_check import Decisions

        said = leaks.resolutions(decided.resolve, decided.leaks_from)
        with leaks.listed(decided.leaks_to):
            done = export(
                session, form, output, nouns=nouns or (), with_protected=with_protected,
                decisions=Decisions(said, show=decided.show), purpose=purpose,
            )  # fmt: skip
    if call.as_json:
        call.answer(
            {"files": [str(path) for path in done.files], "records": done.records,
             "left_out": done.left_out, "retracted": done.retracted, "validated": done.validated}
        )  # fmt: skip
        return
    # Not every record is an entity or a place, and some are several: no count of what is in it.
    made = " made from" if form in ("ftm", "geojson") else ":"
    print(f"{shown(str(output))}{made} {many(done.records, 'record')}, in plain text.")
    if form == "ftm":
        print("Validated by followthemoney." if done.validated else
              "Not validated: the followthemoney library is not installed.")  # fmt: skip
    if done.retracted:
        print(f"Left out: {many(done.retracted, 'retracted record')}.")
    if done.left_out:
        print(wrapped(
            f"Left out: {many(done.left_out, 'record')} about protected persons, or naming them. "
            "--with-protected writes them too."
        ))  # fmt: skip


def bagit(
    call: Call,
    items: Annotated[
        list[str], typer.Argument(metavar="ID...", help="References or ids of items.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="DIR", help="A new folder for the bag.")
    ],
    purpose: Annotated[
        str | None, typer.Option("--purpose", help="What for; goes into the access log.")
    ] = None,
) -> None:
    """Write originals, in plain text, as a BagIt bag.

    This is a read: it goes into the access log. The bag proves nothing by itself; to give items
    away use `probatum disclose`.
    """
    with call.session() as session:
        from probatum.acts.export_bag import export
        from probatum.cli.progress import bytes_bar

        with bytes_bar("Exporting") as update:
            bag = export(session, items, output, purpose, update)
    if call.as_json:
        call.answer(
            {
                "folder": str(bag.path),
                "items": bag.items,
                "size_bytes": bag.size_bytes,
                "names": bag.names,
            }
        )
        return
    print(f"{many(bag.items, 'item')}, {size(bag.size_bytes)}, in the bag {shown(str(bag.path))}")
    print("They lie there in plain text: keep the folder as safe as the case, or remove it.")
