"""At which level of each comparison pairs stand: what Splink finds by SQL, in compiled loops.

The conditions are those of ``comparisons.COMPARISONS``, in the same order; a test holds that both
give the same. Words are places in one vocabulary, whose letters (UTF-8) stand one after the other.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from probatum.compiling import compiled
from probatum.link.columns import DAYS, DEGREES, WORDS, Columns
from probatum.link.comparisons import (
    CLOSE_DAYS,
    COMPARISONS,
    DIFFERING,
    KINSHIP,
    MONTH_DAYS,
    NEAR_M,
    PLACE_OF,
    SELDOM,
    YEAR_DAYS,
)
from probatum.link.dates import UNSAID
from probatum.link.likeness import (
    FIRST,
    HAS,
    LENGTH,
    SHORT,
    THEN,
    begun,
    book_of,
    can_be,
    likeness,
    met_long,
    met_short,
)

_OFTEN = tuple(name for name in WORDS if name.removesuffix("_bones") not in SELDOM)
_FURTHER = tuple(name for each in SELDOM for name in (each, f"{each}_bones"))
_GIVEN, _FATHER, _FAMILY, _SEX, _LEAF, _UP, _TOP = (
    _OFTEN.index(each)
    for each in ("given", "father", "family", "sex", "leaf", "up_bones", "top_bones")
)
_KNOWN = _OFTEN.index("given_known")
_DIFFERENT = len(COMPARISONS[0].levels) - 1
_BONES = 1  # how far behind a word its bones stand
# What is asked of each pair: how alike is this word of one row to that word of the other? Where
# it is less than this, no level asks how much less.
_OF_GIVEN, _OF_FAMILY, _OF_BOTH, _OF_TURNED, _OF_FATHER, _OF_LEAF = 0, 2, 4, 5, 6, 7
_MINE = (_GIVEN, _GIVEN + _BONES, _FAMILY, _FAMILY + _BONES, _GIVEN, _FAMILY, _FATHER, _LEAF)
_ITS = (_GIVEN, _GIVEN + _BONES, _FAMILY, _FAMILY + _BONES, _FAMILY, _GIVEN, _FATHER, _LEAF)
_LEAST = (0.8, 0.92, 0.8, 0.92, 0.9, 0.9, 0.88, 0.92)
_FROM, _TO, _TURNED, _DAY = range(4)
_DIED, _BORN = DAYS.index("died_from"), DAYS.index("born_from")
_FIRST_FURTHER, _KUNYA = PLACE_OF[SELDOM[0]], SELDOM.index("kunya")
_KIN, _KIN_BORN = (PLACE_OF[each] for each in KINSHIP)
_AGE_DAYS, _TWO_YEARS, _SIX_YEARS, _UNSAID = 4000, 731, 2192, UNSAID


@dataclass(frozen=True, slots=True)
class Compact:
    """Rows as the kernels take them, one row after the other."""

    codes: NDArray[np.int32]
    further: NDArray[np.int32]
    """What lists seldom say, shape (rows, 6); no row at all where no list says it."""
    days: NDArray[np.int32]
    degrees: NDArray[np.float64]
    book: NDArray[np.uint64]
    letters: NDArray[np.uint8]
    ends: NDArray[np.int64]
    lengths: NDArray[np.int16]
    """How many letters each word has."""


def compact(columns: Columns) -> Compact:
    """Return rows as the kernels take them."""
    spelled = [word.encode() for word in columns.words]
    said = any((columns.codes[name] >= 0).any() for name in SELDOM)
    return Compact(
        np.stack([columns.codes[name] for name in _OFTEN], axis=1),
        np.stack([columns.codes[name] for name in _FURTHER], axis=1)
        if said
        else np.empty((0, len(_FURTHER)), dtype=np.int32),
        np.stack([columns.days[name] for name in DAYS], axis=1),
        np.stack([columns.degrees[name] for name in DEGREES], axis=1),
        book_of(spelled),
        np.frombuffer(b"".join(spelled), dtype=np.uint8),
        np.cumsum([0, *map(len, spelled)], dtype=np.int64),
        np.array([min(len(word), 1_000) for word in columns.words], dtype=np.int16),
    )


def levels(
    columns: Columns, left: NDArray[np.int32], right: NDArray[np.int32], *, threads: int
) -> NDArray[np.int8]:
    """Return for each pair the level of each comparison, -1 where one of the rows says nothing."""
    rows = compact(columns)
    made = np.full((len(left), len(COMPARISONS)), -1, dtype=np.int8)
    longest = int(np.diff(rows.ends).max(initial=1))
    edges = np.linspace(0, len(left), threads + 1).astype(np.int64)

    def part(number: int) -> None:
        here = slice(edges[number], edges[number + 1])
        compare(
            rows.codes,
            rows.further,
            rows.days,
            rows.degrees,
            rows.book,
            rows.letters,
            rows.ends,
            rows.lengths,
            np.zeros(2 * longest, dtype=np.bool_),
            left[here],
            right[here],
            made[here],
        )

    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(part, range(threads)))
    return made


@compiled
def compare(
    codes: Any,
    further: Any,
    days: Any,
    degrees: Any,
    book: Any,
    letters: Any,
    ends: Any,
    lengths: Any,
    met: Any,
    left: Any,
    right: Any,
    made: Any,
) -> None:
    """Write the levels of pairs into ``made``; ``met`` is room for twice the longest word."""
    alike = np.zeros(len(_LEAST))
    for pair in range(len(left)):
        one, other = left[pair], right[pair]
        for asked in range(len(_LEAST)):
            mine, its = codes[one, _MINE[asked]], codes[other, _ITS[asked]]
            alike[asked] = 1.0 if mine == its else 0.0
            if mine < 0 or its < 0 or mine == its:
                continue
            length, width = np.int64(book[mine, LENGTH]), np.int64(book[its, LENGTH])
            low, its_low = book[mine, FIRST], book[its, FIRST]
            first = begun(low, its_low)
            has, its_has = book[mine, HAS], book[its, HAS]
            if not can_be(_LEAST[asked], first, has, its_has, length, width):
                continue
            if length <= SHORT and width <= SHORT:
                high, its_high = book[mine, THEN], book[its, THEN]
                common, crossed = met_short(low, high, length, its_low, its_high, width)
            else:
                here, there = ends[mine], ends[its]
                common, crossed = met_long(letters, here, length, there, width, met)
            alike[asked] = likeness(common, crossed, first, length, width)
        turned = True
        for way in range(2):
            mine, its = (_GIVEN, _FAMILY) if way == 0 else (_FAMILY, _GIVEN)
            bones = codes[one, mine + _BONES]
            turned = turned and _is_turned(
                codes[one, mine], codes[other, its], bones, codes[other, its + _BONES],
                lengths[bones], alike[_OF_BOTH + way],
            )  # fmt: skip
        for part in range(2):
            at, mine = (_OF_GIVEN, _GIVEN) if part == 0 else (_OF_FAMILY, _FAMILY)
            bones = codes[one, mine + _BONES]
            known, its_known = codes[one, _KNOWN], codes[other, _KNOWN]
            two_names = part == 0 and known >= 0 and its_known >= 0 and known != its_known
            made[pair, part] = _name(
                codes[one, mine], codes[other, mine], turned, two_names, bones,
                codes[other, mine + _BONES], lengths[bones], alike[at], alike[at + _BONES],
            )  # fmt: skip
        bones = codes[one, _FATHER + _BONES]
        made[pair, 2] = _further(
            codes[one, _FATHER], codes[other, _FATHER], bones, codes[other, _FATHER + _BONES],
            lengths[bones], alike[_OF_FATHER],
        )  # fmt: skip
        made[pair, 3] = _born(
            days[one, _BORN], days[one, _BORN + _TO], days[one, _BORN + _TURNED],
            days[one, _BORN + _DAY], days[other, _BORN], days[other, _BORN + _TO],
            days[other, _BORN + _TURNED], days[other, _BORN + _DAY],
        )  # fmt: skip
        made[pair, 4] = _died(
            days[one, _DIED], days[one, _DIED + _TO], days[one, _DIED + _TURNED],
            days[other, _DIED], days[other, _DIED + _TO], days[other, _DIED + _TURNED],
        )  # fmt: skip
        made[pair, 5] = _place(
            codes[one, _LEAF], codes[one, _LEAF + _BONES], codes[one, _UP], codes[one, _TOP],
            codes[other, _LEAF], codes[other, _LEAF + _BONES], codes[other, _UP],
            codes[other, _TOP], alike[_OF_LEAF],
        )  # fmt: skip
        if made[pair, 5] > 1 and _is_near(
            degrees[one, 0], degrees[one, 1], degrees[other, 0], degrees[other, 1]
        ):
            made[pair, 5] = 2
        said = codes[one, _SEX] >= 0 and codes[other, _SEX] >= 0
        made[pair, 6] = (0 if codes[one, _SEX] == codes[other, _SEX] else 1) if said else -1
        kin = _kin(made[pair])
        if kin >= 0:
            made[pair, _KIN] = kin
            made[pair, _KIN_BORN] = (
                made[pair, 3] if made[pair, 3] < 0 else max(made[pair, 3] - 2, 0)
            )
            made[pair, 1:6] = -1
        if len(further) == 0:
            continue
        for at in range(len(SELDOM)):
            # Who differ in their given names, or have none, may be brothers and sisters.
            if at != _KUNYA and (kin >= 0 or made[pair, 0] < 0 or made[pair, 0] == _DIFFERENT):
                continue
            mine, its = further[one, 2 * at], further[other, 2 * at]
            bones = further[one, 2 * at + _BONES]
            if mine >= 0 and its >= 0:
                made[pair, _FIRST_FURTHER + at] = _further(
                    mine, its, bones, further[other, 2 * at + _BONES], lengths[bones],
                    _likeness(mine, its, book, letters, ends, met),
                )  # fmt: skip


@compiled
def _kin(found: Any) -> Any:
    """Return how much of what a family shares two rows agree on; -1 unless given names differ."""
    if found[0] < DIFFERING:
        return -1
    family, father = 0 <= found[1] < DIFFERING, 0 <= found[2] < 3
    day, place = 0 <= found[4] < 4, 0 <= found[5] < 4
    if not family and (found[1] >= 0 or not (father and day and place)):
        return -1
    if day and place:
        return 0 if family and father else 1
    return 2 if father else 3 if day or place else -1


@compiled
def _likeness(mine: Any, its: Any, book: Any, letters: Any, ends: Any, met: Any) -> Any:
    """Return how alike two words are, of which few pairs have any."""
    length, width = np.int64(book[mine, LENGTH]), np.int64(book[its, LENGTH])
    common, crossed = met_long(letters, ends[mine], length, ends[its], width, met)
    return likeness(common, crossed, begun(book[mine, FIRST], book[its, FIRST]), length, width)


@compiled
def _same(one: Any, other: Any) -> Any:
    return one >= 0 and one == other


@compiled
def _is_turned(mine: Any, its: Any, bones: Any, its_bones: Any, letters: Any, alike: Any) -> Any:
    """Whether a part of one row's name is the other part of the other row's."""
    if _same(mine, its) or (_same(bones, its_bones) and letters > 2):
        return True
    return mine >= 0 and its >= 0 and alike >= 0.9


@compiled
def _name(
    mine: Any, its: Any, turned: Any, two_names: Any, bones: Any, its_bones: Any, letters: Any,
    alike: Any, alike_bones: Any,
) -> Any:  # fmt: skip
    if mine < 0 or its < 0:
        return -1
    if mine == its:
        return 0
    if turned:
        return 1
    if two_names:
        return 5
    if _same(bones, its_bones) and letters > 1:
        return 2
    if alike >= 0.9 or (alike_bones >= 0.92 and bones >= 0):
        return 3
    return 4 if alike >= 0.8 else 5


@compiled
def _further(mine: Any, its: Any, bones: Any, its_bones: Any, letters: Any, alike: Any) -> Any:
    if mine < 0 or its < 0:
        return -1
    if mine == its:
        return 0
    if _same(bones, its_bones) and letters > 1:
        return 1
    return 2 if alike >= 0.88 else 3


@compiled
def _is_silent(first: Any, last: Any, most: Any) -> Any:
    return first == _UNSAID or last - first > most


@compiled
def _born(
    first: Any, last: Any, turned: Any, day: Any, its_first: Any, its_last: Any, its_turned: Any,
    its_day: Any,
) -> Any:  # fmt: skip
    if _is_silent(first, last, _AGE_DAYS) or _is_silent(its_first, its_last, _AGE_DAYS):
        return -1
    whole = first == last and its_first == its_last
    apart = abs(first - its_first)
    if whole and apart == 0:
        return 0
    if first == its_turned or its_first == turned:
        return 1
    if whole and (day == its_day or apart <= 31):
        return 2
    gap = max(first, its_first) - min(last, its_last)
    return 3 if gap <= 0 else 4 if gap <= _TWO_YEARS else 5 if gap <= _SIX_YEARS else 6


@compiled
def _died(
    first: Any, last: Any, turned: Any, its_first: Any, its_last: Any, its_turned: Any
) -> Any:
    if _is_silent(first, last, YEAR_DAYS) or _is_silent(its_first, its_last, YEAR_DAYS):
        return -1
    whole = first == last and its_first == its_last
    apart = abs(first - its_first)
    if whole and apart == 0:
        return 0
    if first == its_turned or its_first == turned:
        return 1
    if whole and apart <= CLOSE_DAYS:
        return 2
    gap = max(first, its_first) - min(last, its_last)
    if gap <= 0:
        return 3 if max(last - first, its_last - its_first) <= MONTH_DAYS else 4
    return 5 if gap <= MONTH_DAYS else 6


@compiled
def _place(
    leaf: Any, bones: Any, up: Any, top: Any, its_leaf: Any, its_bones: Any, its_up: Any,
    its_top: Any, alike: Any,
) -> Any:  # fmt: skip
    """Return the level of two places by their names; more than 1 may be near one another yet."""
    if leaf < 0 or its_leaf < 0:
        return -1
    if leaf == its_leaf:
        return 0
    if _same(bones, its_bones) or alike >= 0.92:
        return 1
    if (
        _same(bones, its_up) or _same(its_bones, up)
        or _same(bones, its_top) or _same(its_bones, top)
    ):  # fmt: skip
        return 3
    return 4 if _same(up, its_up) else 5 if _same(top, its_top) else 6


@compiled
def _is_near(lat: Any, lon: Any, its_lat: Any, its_lon: Any) -> Any:
    """Whether two points are near one another; never where one is not a number."""
    north = (lat - its_lat) * 111320
    if abs(north) > NEAR_M:
        return False
    east = (lon - its_lon) * 111320 * np.cos(np.radians((lat + its_lat) / 2))
    return np.sqrt(north**2 + east**2) <= NEAR_M
