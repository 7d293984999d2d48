"""``probatum gazetteer``: names of places, the packaged ones, dumps of countries, one's own."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.failing import described
from probatum.cli.statements import paragraph
from probatum.cli.wording import facts, many, shown, size, table, wrapped
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.gazetteer import FoundPlace, FoundPlaces, LayerFile, Preparing
    from probatum.acts.put_records import Delivery, Line, Refused
    from probatum.cli.calls import Json
    from probatum.read.contract import Reading
    from probatum.read.extractor import Extractor

MOST_LINES = 40
_SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC", "GREEK", "HEBREW")
_MOST_NAMES = 4  # other names of one place in one script
_MOST_NAMESAKES = 3  # in a line about a place of a reading


def preparing() -> Preparing:
    """Return how a person sees that the packaged places are built: a bar, or who is waited for."""
    from probatum.acts.gazetteer import Preparing
    from probatum.cli.progress import bytes_bar

    return Preparing(lambda: bytes_bar("Preparing the gazetteer, once"), _waiting)


def _waiting() -> None:
    print("Another process is preparing the gazetteer; waiting for it.", file=sys.stderr)


def build(
    call: Call,
    again: Annotated[
        bool, typer.Option("--again", help="Build it even if it is there already.")
    ] = False,
) -> None:
    """Build the packaged places: once, for all cases.

    It takes about half a minute. Reading does it by itself where it was not done. Interrupted, it
    leaves nothing behind. PROBATUM_GAZETTEERS names another folder to keep it in.
    """
    from probatum.acts import gazetteer as act

    built = act.build(again=again, preparing=preparing())
    if call.as_json:
        call.answer({**_layer(built), "credit": act.CREDIT})
        return
    print(facts([
        ("Gazetteer", f"{many(built.places, 'place')} ({built.stamp})"),
        ("File", f"{shown(str(built.path))} ({size(built.path.stat().st_size)})"),
        ("Credit", act.CREDIT),
    ]))  # fmt: skip


def list_layers(call: Call) -> None:
    """List the files of places that reading looks into.

    They stand in the order in which they are asked. A case's own places come before all of them:
    `probatum record list place`.
    """
    from probatum.acts.gazetteer import layer_files

    found = layer_files()
    if call.as_json:
        call.answer({"layers": [_layer(each) for each in found]})
    elif not found:
        print("None yet: probatum gazetteer build")
    else:
        rows = [(each.name, f"{each.places:,}", shown(each.stamp), shown(str(each.path)))
                for each in found]  # fmt: skip
        print(table(("Name", "Places", "Source", "File"), rows, right=[1]))


def find(
    call: Call,
    name: Annotated[str, typer.Argument(metavar="NAME", help="In any script.")],
    country: Annotated[
        str | None,
        typer.Option("--country", metavar="CODE", help="Two letters; its places come first."),
    ] = None,
) -> None:
    """Show which places a name may mean, and why.

    The likeliest comes first. With --case or PROBATUM_CASE the case's own places are asked as well,
    before all others; what is shown of them is logged as read.
    """
    from probatum.acts import gazetteer as act

    if call.case is not None or os.environ.get("PROBATUM_CASE"):
        with call.session() as session:
            found = act.find(name, country, session, preparing())
    else:
        found = act.find(name, country, None, preparing())
    if call.as_json:
        call.answer({
            "name": name,
            "meant": None if found.meant is None else found.meant.entry.id,
            "candidates": [_candidate(each) for each in found.places],
        })  # fmt: skip
    else:
        print(_page(name, found))
    if not found.places:
        raise typer.Exit(1)


def import_file(
    call: Call,
    file: Annotated[str, typer.Argument(metavar="FILE", help="CSV, GeoJSON, or a dump.")],
    country_dump: Annotated[
        bool, typer.Option("--country-dump", help="FILE is a country dump of GeoNames (UA.txt).")
    ] = False,
) -> None:
    """Take in places of your own, or of a country.

    Your own become records of the case, which reading prefers to all others. CSV has the columns
    name, lat, lon, and if you like country, kind, precision_m, names (with | between); GeoJSON has
    points with the same properties. Lines that cannot be taken are named and the rest goes on; exit
    code 1 says so. Running the same file again takes nothing twice.

    A country dump of GeoNames is public: it is kept in a file of this machine, for all cases.
    """
    path = Path(file)
    if not path.is_file():
        raise UseError(
            "wrong-use", item="the file of places", expected="a file",
            found="none, or a folder", remedy="check its name",
        )  # fmt: skip
    if country_dump:
        _import_dump(call, path)
    else:
        _import_own(call, path)


def _import_dump(call: Call, path: Path) -> None:
    from probatum.acts.gazetteer import CREDIT, import_dump
    from probatum.cli.progress import bytes_bar

    with bytes_bar("Importing places") as update:
        made = import_dump(path, update)
    if call.as_json:
        call.answer({**_layer(made), "credit": CREDIT})
        return
    print(facts([
        (made.name, f"{many(made.places, 'place')}, for reading in all cases"),
        ("File", f"{shown(str(made.path))} ({size(made.path.stat().st_size)})"),
        ("Credit", "Places: GeoNames (geonames.org), CC BY 4.0."),
    ]))  # fmt: skip


def _import_own(call: Call, path: Path) -> None:
    with call.session() as session:
        from probatum.acts.gazetteer import MOST_BYTES, import_own
        from probatum.cli.progress import count_bar

        with path.open("rb") as stream, count_bar("Importing places") as update:
            done = import_own(session, stream.read(MOST_BYTES + 1), progress=update)
    delivery, taken, refused = done
    if call.as_json:
        call.answer(_answer(delivery, taken, refused))
    else:
        for each in refused[:MOST_LINES]:
            print(described(each.error), file=sys.stderr)
        if len(refused) > MOST_LINES:
            print(f"... and {len(refused) - MOST_LINES:,} more: use --json", file=sys.stderr)
        said = [f"{many(delivery.created, 'place')} new"]
        if delivery.unchanged:
            said.append(f"{delivery.unchanged:,} in already")
        if refused:
            said.append(f"{len(refused):,} NOT taken")
        print(", ".join(said) + ".")
        if taken:
            print("Reading prefers them from now on: probatum record list place")
    if refused:
        raise typer.Exit(1)


def unplaced(extractor: Extractor, reading: Reading) -> list[str]:
    """Return lines about the places of a reading that have no position, though some are known."""
    from probatum.acts.gazetteer import namesakes

    lines = []
    for each in namesakes(extractor, reading):
        some = [_short(one.entry.name, one.entry.kind, one.entry.country, one.entry.population)
                for one in each.places[:_MOST_NAMESAKES]]  # fmt: skip
        more = len(each.places) - len(some)
        have = "place has" if len(each.places) == 1 else "places have"
        words = f"{each.name}: {len(each.places)} {have} this name: {'; '.join(some)}"
        lines.append(paragraph(words + (f"; and {more} more." if more else ".")))
    if lines:
        said = ("Which is meant the text does not tell. All of them: probatum gazetteer find NAME; "
                "--country CODE says where the text plays.")  # fmt: skip
        return ["", "Places without a position", *lines, wrapped(said)]
    return []


def _short(name: str, kind: str, country: str | None, people: int) -> str:
    parts = [kind, country or "", f"{people:,} people" if people else ""]
    return f"{name} ({', '.join(filter(None, parts))})"


def _page(name: str, found: FoundPlaces) -> str:
    from probatum.acts.gazetteer import MOST

    if not found.places:
        return (f"{shown(name)}: no place of this name is known. Your own: "
                "probatum gazetteer import FILE")  # fmt: skip
    count = len(found.places)
    most = " or more" if count == MOST else ""
    lines = [f"{shown(name)}: {many(count, 'place')}{most} may be meant.", ""]
    for number, each in enumerate(found.places, start=1):
        lines += [*_lines(number, each), ""]
    if found.meant is None:
        lines.append(wrapped("None is likely enough by its name alone: reading leaves it without a "
                             "position, unless the text or --country says more."))  # fmt: skip
    else:
        lines.append("Reading would take the first, if nothing in the text spoke against it.")
    return "\n".join(lines)


def _lines(number: int, each: FoundPlace) -> list[str]:
    one = each.candidate
    entry = one.entry
    where = f"{entry.lat:.4f}, {entry.lon:.4f} within {entry.precision_m:,} m"
    head = f"{_short(entry.name, entry.kind, entry.country, entry.population)}  {where}"
    others = _in_scripts(each.names)
    more = len(each.names) - len(others)
    lines = [f"{number:>3}  {shown(head)}", f"     {shown(entry.id)}, from: {shown(one.layer)}",
             paragraph("; ".join(one.reasons), "     ")]  # fmt: skip
    if others:
        also = ", ".join(others)
        lines.append(paragraph(f"also {also}" + (f" and {more} more" if more > 0 else ""),
                               "     "))  # fmt: skip
    return lines


def _in_scripts(names: Sequence[str]) -> list[str]:
    """Return a few names of each script that reading takes; no codes, no keys for searching."""
    found: dict[str, list[str]] = {script: [] for script in _SCRIPTS}
    for name in names:
        script = unicodedata.name(name[:1], "").partition(" ")[0]
        kept = found.get(script)
        plain = script == "LATIN" and (name.islower() or name.isupper())
        if kept is not None and len(kept) < _MOST_NAMES and not plain:
            kept.append(name)
    return [name for kept in found.values() for name in kept]


def _layer(each: LayerFile) -> dict[str, Json]:
    return {"name": each.name, "places": each.places, "stamp": each.stamp, "file": str(each.path)}


def _candidate(each: FoundPlace) -> dict[str, Json]:
    entry = each.candidate.entry
    return {
        "gazetteer_id": entry.id,
        "name": entry.name,
        "names": list(each.names),
        "place_kind": entry.kind,
        "country": entry.country,
        "region": entry.region,
        "population": entry.population or None,
        "lat": each.lat,
        "lon": each.lon,
        "precision_m": entry.precision_m,
        "layer": each.candidate.layer,
        "reasons": list(each.candidate.reasons),
    }


def _answer(delivery: Delivery, taken: list[Line], refused: list[Refused]) -> dict[str, Json]:
    return {
        "created": delivery.created,
        "unchanged": delivery.unchanged,
        "records": [{"line": each.line, "id": each.id, "ref": each.ref, "done": each.done}
                    for each in taken],
        "refused": [{"line": each.line, "error": each.error.as_dict()} for each in refused],
    }  # fmt: skip
