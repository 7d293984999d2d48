"""Rows as columns: what is compared of each row, ready for a database in memory.

Most time goes into names, which return: a word is worked out once, not for each row it stands in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from probatum.link import dates, names, places
from probatum.model.victims import Victim

if TYPE_CHECKING:
    import pyarrow

_WORDS = (
    "given", "given_bones", "father", "father_bones", "family", "family_bones", "sex", "leaf",
    "leaf_bones", "up_bones", "top_bones",
)  # fmt: skip
_DAYS = ("died_from", "died_to", "born_from", "born_to")
_DEGREES = ("lat", "lon")
EVERY = 50_000  # rows between two looks at whether somebody wants to end it


@dataclass(frozen=True, slots=True)
class Columns:
    """Rows for comparing. Text is None where nothing was said; days and degrees likewise.

    ``rows`` are (list, row id); ``list_of_row``, shape (rows,), is the place of each in ``lists``,
    which are sorted; ``repeats``, shape (lists,), says which of them may name somebody twice.
    """

    rows: tuple[tuple[str, str], ...]
    lists: tuple[str, ...]
    list_of_row: NDArray[np.int16]
    repeats: NDArray[np.bool_]
    values: Mapping[str, Any]

    def __len__(self) -> int:
        return len(self.rows)

    def table(self, keys: Mapping[str, NDArray[np.int64]]) -> pyarrow.Table:
        """Return the rows as Arrow columns, numbered by ``unique_id`` from 0, with blocking keys.

        ``born_turned`` and ``died_turned`` are whole dates with day and month exchanged,
        ``born_day`` is month and day of a whole date of birth.
        """
        import pyarrow as pa

        columns = {
            "unique_id": pa.array(np.arange(len(self), dtype=np.int64)),
            "list": pa.array(self.list_of_row.astype(np.int32)),
            "repeats": pa.array(self.repeats[self.list_of_row]),
        }
        for name in _WORDS:
            columns[name] = pa.array(self.values[name], pa.string())
        for name in _DAYS:
            columns[name] = pa.array(self.values[name], pa.int32())
        for name in _DEGREES:
            columns[name] = pa.array(self.values[name], pa.float64())
        for name in ("born", "died"):
            low, high = self.values[f"{name}_from"], self.values[f"{name}_to"]
            turned, day = zip(*map(dates.exchanged, low, high), strict=True) if low else ((), ())
            columns[f"{name}_turned"] = pa.array(turned, pa.int32())
            columns[f"{name}_day"] = pa.array(day, pa.int32())
        for name, key in keys.items():
            columns[name] = pa.array(key, mask=key < 0)
        return pa.table(columns)


def columns(
    rows: Iterable[Victim], *, policy: Mapping[str, str], watch: Callable[[int], None] | None = None
) -> Columns:
    """Prepare rows. ``watch`` is told, now and then, how many are done."""
    ids: list[tuple[str, str]] = []
    made: list[tuple[Any, ...]] = []
    for number, row in enumerate(rows):
        if watch is not None and number % EVERY == 0:
            watch(number)
        ids.append((row.list, row.row))
        made.append(_values(row))
    lists = tuple(sorted({each for each, _ in ids}))
    place = {each: number for number, each in enumerate(lists)}
    turned = list(zip(*made, strict=True)) or [()] * (len(_WORDS) + len(_DAYS) + len(_DEGREES))
    return Columns(
        rows=tuple(ids),
        lists=lists,
        list_of_row=np.array([place[each] for each, _ in ids], dtype=np.int16),
        repeats=np.array([policy.get(each) == "may-repeat" for each in lists], dtype=np.bool_),
        values=dict(zip((*_WORDS, *_DAYS, *_DEGREES), turned, strict=True)),
    )


_UNSAID = (None, None)


def _values(row: Victim) -> tuple[Any, ...]:
    name = names.compared(row.names) if row.names else names.NOBODY
    place = places.compared(row.place)
    died = dates.days_of(row.died)
    born = dates.born_between(row.born, row.age_low, row.age_high, died)
    return (
        name.given.sound or None, name.given.bones or None,
        name.father.sound or None, name.father.bones or None,
        name.family.sound or None, name.family.bones or None,
        row.sex,
        place.leaf.sound or None, place.leaf.bones or None,
        place.up.bones or None, place.top.bones or None,
        *(died or _UNSAID), *(born or _UNSAID), place.lat, place.lon,
    )  # fmt: skip
