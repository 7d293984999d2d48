"""The place of a row: its words, its path from the largest to the smallest, its position."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from probatum.link.lists.cells import known
from probatum.link.lists.month_words import DIGITS
from probatum.link.lists.person_names import MOST_LETTERS
from probatum.model.list_mapping import PlaceColumns
from probatum.model.victims import PlaceSaid

Say: TypeAlias = Callable[[str, str | None, str | None], None]
_DEGREES = re.compile(r"([+-]?\d{1,3}(?:[.,]\d{1,12})?)\s*°?\s*([nsewNSEW]?)")
_METRES = re.compile(r"\d{1,7}")


class Places:
    """Reads places by the columns of a mapping."""

    def __init__(self, columns: PlaceColumns, at: Mapping[str, int]) -> None:
        self._columns, self._at = columns, at
        self._point = None if columns.lat is None or columns.lon is None else (
            at[columns.lat], at[columns.lon])  # fmt: skip

    def read(self, cells: Sequence[str], say: Say) -> PlaceSaid | None:
        """Return where a row says it was, None if it says nothing of it."""
        columns = self._columns
        text = self._words(columns.text, cells, say)
        path = [*columns.within]
        path += [words for column in columns.path if (words := self._words(column, cells, say))]
        lat, lon = self._position(cells, say)
        if not (text or path or lat):
            return None
        metres = self._metres(cells, say) if lat else None
        return _place(text, tuple(path), lat, lon, metres)

    def is_of_row(self, place: PlaceSaid) -> bool:
        """Say whether more is said than what is the same for all rows."""
        return bool(place.text or place.lat or len(place.path) > len(self._columns.within))

    def _words(self, column: str | None, cells: Sequence[str], say: Say) -> str | None:
        if column is None:
            return None
        words = known(cells[self._at[column]])
        if not words:
            return None
        if len(words) > MOST_LETTERS:
            say("too-long", column, words)
            return None
        return words

    def _position(self, cells: Sequence[str], say: Say) -> tuple[str | None, str | None]:
        if self._point is None:
            return None, None
        said = known(cells[self._point[0]]), known(cells[self._point[1]])
        if said == ("", ""):
            return None, None
        lat, lon = _position(*said)
        if lat is None:
            say("not-a-position", self._columns.lat, ", ".join(said))
        return lat, lon

    def _metres(self, cells: Sequence[str], say: Say) -> int | None:
        column = self._columns.precision_m
        words = "" if column is None else known(cells[self._at[column]]).translate(DIGITS)
        if not words:
            return None
        if _METRES.fullmatch(words) is None:
            say("not-a-precision", column, words)
            return None
        return int(words)


@lru_cache(maxsize=1 << 14)
def _place(
    text: str | None, path: tuple[str, ...], lat: str | None, lon: str | None, metres: int | None
) -> PlaceSaid:
    return PlaceSaid(text=text, path=path, lat=lat, lon=lon, precision_m=metres)


@lru_cache(maxsize=1 << 14)
def _position(lat: str, lon: str) -> tuple[str, str] | tuple[None, None]:
    north, east = _degrees(lat, 90), _degrees(lon, 180)
    # A position of zero and zero is an empty field of some form, far out in the sea.
    if north is None or east is None or float(north) == float(east) == 0:
        return None, None
    return north, east


def _degrees(words: str, most: int) -> str | None:
    """Return decimal degrees as they are written, with a point and a sign."""
    found = _DEGREES.fullmatch(words.translate(DIGITS).strip())
    if found is None:
        return None
    text = found[1].replace(",", ".").lstrip("+")
    letter = found[2].upper()
    if letter in ("S", "W") and not text.startswith("-"):
        text = "-" + text
    if letter and (letter in "NS") != (most == 90):
        return None
    value = float(text)
    return text if math.isfinite(value) and abs(value) <= most else None
