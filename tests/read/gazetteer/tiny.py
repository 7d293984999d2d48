"""A tiny gazetteer in the place of the packaged one: built at once, nothing real in it."""

from __future__ import annotations

from pathlib import Path

from probatum.read.gazetteer.building import packaged_path
from probatum.read.gazetteer.entries import Entry
from probatum.read.gazetteer.packaged import stamp
from probatum.read.gazetteer.writing import write_layer

DUMP = "\t".join(
    ["70", "Dornivka", "Dornivka", "Дорнівка", "48.5", "37.5", "P", "PPL", "UA", "", "05",
     "", "", "", "0", "", "120", "Europe/Kyiv", "2020-01-01"]
)  # fmt: skip


def _place(number: int, name: str, lat: float, country: str, people: int, *names: str) -> Entry:
    return Entry(
        id=f"geonames:{number}", name=name, lat=lat, lon=37.25, precision_m=5_000, kind="town",
        country=country, population=people, names=names,
    )  # fmt: skip


PLACES = (
    _place(1, "Dorna", 48.5, "UA", 30_000, "Дорна", "دورنا"),
    _place(2, "Dorna", 44.0, "RO", 31_000),
    _place(3, "Dorna", 10.0, "BR", 9_000),
    _place(4, "Kestrel Ford", 48.0, "UA", 90_000),
)


def folder_with(folder: Path) -> str:
    """Write the tiny gazetteer where the packaged one is looked for; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write_layer(packaged_path(folder), PLACES, stamp())
    return str(folder)
