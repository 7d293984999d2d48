"""Country dumps of GeoNames (``UA.txt``): villages that the packaged towns lack.

The format is GeoNames' own, documented in the readme of download.geonames.org/export/dump: UTF-8,
19 columns with tabs between, no quoting. Of the feature classes A (divisions) and P (settlements)
are taken; one line is held in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probatum.errors import InputError
from probatum.read.gazetteer.entries import PRECISION_M, Entry, kind_by_population

COLUMNS = 19
_GONE = frozenset({"PPLQ", "PPLH", "PPLCH", "PPLW", "ADM1H", "ADM2H", "ADM3H", "ADM4H", "PCLH"})


def dumped_places(lines: Iterable[str]) -> Iterator[Entry]:
    """Yield the settlements and divisions of a dump. Raises InputError (bad-gazetteer)."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        columns = line.rstrip("\r\n").split("\t")
        if len(columns) != COLUMNS:
            raise bad_dump(number, f"{COLUMNS} columns with tabs between", f"{len(columns)}")
        if columns[6] in ("A", "P") and columns[7] not in _GONE:
            yield _entry(number, columns)


def _entry(number: int, columns: list[str]) -> Entry:
    id_, name, ascii_name, others, lat, lon, _, code, country, _, region = columns[:11]
    try:
        degrees, people = (float(lat), float(lon)), int(columns[14] or 0)
    except ValueError:
        raise bad_dump(number, "degrees and a population as numbers", "something else") from None
    known = id_.isdigit() and name and abs(degrees[0]) <= 90 and abs(degrees[1]) <= 180
    if not (known and 0 <= people < 10**11):  # what an SQLite file can hold, and the Earth
        raise bad_dump(number, "an id, a name, degrees and a population", "something else")
    kind = _kind(code, people)
    names = dict.fromkeys(
        each for each in (ascii_name, *others.split(",")) if each not in ("", name)
    )
    return Entry(
        id=f"geonames:{id_}", name=name, lat=degrees[0], lon=degrees[1],
        precision_m=PRECISION_M[kind], kind=kind, country=country or None, region=region or None,
        population=people, names=tuple(names),
    )  # fmt: skip


def _kind(code: str, people: int) -> str:
    if code.startswith("PCL"):
        return "country"
    if code.startswith("ADM"):
        return "region" if code == "ADM1" else "district"
    return kind_by_population(max(people, 1))  # of unknown size: here it is a hamlet


def bad_dump(number: int, expected: str, found: str) -> InputError:
    """Return the error for a line of a dump, from 1 on."""
    return InputError(
        "bad-gazetteer", item=f"country dump, line {number}", expected=expected, found=found,
        remedy="unzip a country file of download.geonames.org/export/dump and give its .txt",
    )  # fmt: skip
