"""A user's own places: CSV or GeoJSON in, entries out.

CSV: a line of column names, then a place a line; ``name``, ``lat`` and ``lon`` are needed,
``country``, ``precision_m``, ``kind``, ``population`` and ``names`` (several: with ``|`` between)
may be there. GeoJSON: a FeatureCollection of points, the same members under ``properties``. Degrees
are WGS 84. What such a file holds may be sensitive: whoever calls this decides where it is kept.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from probatum.errors import InputError
from probatum.read.gazetteer.entries import PRECISION_M, Entry

MOST_PLACES = 200_000
_MOST_NAME = 200


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """One place of a file as it stands there: ``number`` is its line or feature, from 1 on.

    ``place`` is None where it cannot be taken; ``error`` says why.
    """

    number: int
    place: Entry | None
    error: InputError | None = None


def own_rows(data: bytes) -> Iterator[OwnPlace]:
    """Yield the places of a file, and the lines or features that are none.

    Raises InputError (bad-gazetteer) where the file as a whole is not what it should be.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _bad("the file", "text in UTF-8", "other bytes") from None
    count = 0
    for number, where, row in _features(text) if text.lstrip()[:1] == "{" else _lines(text):
        count += 1
        if count > MOST_PLACES:
            raise _bad(where, f"at most {MOST_PLACES:,} places", "more")
        try:
            if isinstance(row, InputError):
                raise row
            yield OwnPlace(number, _entry(where, row))
        except InputError as error:
            yield OwnPlace(number, None, error)
    if not count:
        raise _bad("the file", "at least one place", "none")


def own_places(data: bytes) -> list[Entry]:
    """Return all places of a file. Raises InputError (bad-gazetteer) for the first that is none."""
    found = []
    for each in own_rows(data):
        if each.place is None:
            raise each.error or _bad("the file", "a place", "none")
        found.append(each.place)
    return found


# Number, where that is for people, and what stands there or why it is no place.
_Row: TypeAlias = tuple[int, str, Mapping[str, object] | InputError]


def _lines(text: str) -> Iterator[_Row]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    try:
        columns = [each.strip().lower() for each in reader.fieldnames or ()]
        if missing := {"name", "lat", "lon"} - set(columns):
            raise _bad("line 1", "columns name, lat, lon", f"no {', '.join(sorted(missing))}")
        reader.fieldnames = columns
        for row in reader:
            number, where = reader.line_num, f"line {reader.line_num}"
            if None in row:
                yield number, where, _bad(where, f"{len(columns)} columns", "more")
            else:
                yield number, where, {key: (value or "").strip() for key, value in row.items()}
    except csv.Error as error:  # where the next line begins is not known
        where = f"line {reader.line_num}"
        yield reader.line_num, where, _bad(where, "comma-separated values", str(error))


def _features(text: str) -> Iterator[_Row]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        raise _bad("the file", "GeoJSON", "no JSON") from None
    features = whole.get("features")
    if whole.get("type") != "FeatureCollection" or not isinstance(features, list):
        raise _bad("the file", "a GeoJSON FeatureCollection", "something else")
    for number, feature in enumerate(features, 1):
        where = f"feature {number}"
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        point = geometry.get("coordinates") if isinstance(geometry, dict) else None
        if not isinstance(geometry, dict) or geometry.get("type") != "Point":
            yield number, where, _bad(where, "a Point", "another geometry")
        elif not isinstance(point, list) or len(point) < 2:
            yield number, where, _bad(where, "coordinates [lon, lat]", "something else")
        else:
            properties = feature.get("properties")
            row = dict(properties) if isinstance(properties, dict) else {}
            yield number, where, {**row, "lon": point[0], "lat": point[1]}


def _entry(where: str, row: Mapping[str, object]) -> Entry:
    name = str(row.get("name") or "").strip()
    if not name or len(name) > _MOST_NAME:
        raise _bad(where, f"a name of at most {_MOST_NAME} characters", "none, or a longer one")
    lat, lon = _degrees(where, row.get("lat"), 90), _degrees(where, row.get("lon"), 180)
    kind = str(row.get("kind") or "village").strip().lower()
    precision = _whole(where, "precision_m", row.get("precision_m")) or PRECISION_M.get(kind, 2000)
    country = str(row.get("country") or "").strip().upper() or None
    if country and (len(country) != 2 or not country.isascii() or not country.isalpha()):
        raise _bad(where, "a country as two letters (ISO 3166-1)", "something else")
    digest = hashlib.sha256(f"{name}|{lat}|{lon}".encode("utf-8", "replace")).hexdigest()
    return Entry(
        id=f"own:{digest[:16]}", name=name, lat=lat, lon=lon, precision_m=precision, kind=kind,
        country=country, population=_whole(where, "population", row.get("population")),
        names=tuple(_names(row.get("names"))),
    )  # fmt: skip


def _names(value: object) -> Iterator[str]:
    every: Iterable[object] = value if isinstance(value, list) else str(value or "").split("|")
    for each in every:
        if name := " ".join(str(each).split())[:_MOST_NAME]:
            yield name


def _degrees(where: str, value: object, limit: int) -> float:
    try:
        degrees = float(str(value))
    except ValueError:
        degrees = math.nan
    if not abs(degrees) <= limit:  # not a number is never smaller
        raise _bad(where, f"decimal degrees, -{limit} to {limit}", "something else")
    return degrees


def _whole(where: str, column: str, value: object) -> int:
    text = str(value or "").strip()
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) < 11):
        raise _bad(where, f"a whole number as {column}", "something else")
    return int(text)


def _bad(where: str, expected: str, found: str) -> InputError:
    return InputError(
        "bad-gazetteer", item=f"gazetteer file, {where}", expected=expected, found=found,
        remedy="correct it there and import the file again",
    )  # fmt: skip
