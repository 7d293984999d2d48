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
from probatum.link.comparisons import CLOSE_DAYS, COMPARISONS, MONTH_DAYS, NEAR_M, YEAR_DAYS
from probatum.link.dates import UNSAID

_GIVEN, _FATHER, _FAMILY, _SEX, _LEAF, _UP, _TOP = (
    WORDS.index(each)
    for each in ("given", "father", "family", "sex", "leaf", "up_bones", "top_bones")
)
_BONES = 1  # how far behind a word its bones stand
_FROM, _TO, _TURNED, _DAY = range(4)
_DIED, _BORN = DAYS.index("died_from"), DAYS.index("born_from")
_AGE_DAYS, _TWO_YEARS, _SIX_YEARS, _UNSAID = 4000, 731, 2192, UNSAID


@dataclass(frozen=True, slots=True)
class Compact:
    """Rows as the kernels take them, one row after the other."""

    codes: NDArray[np.int32]
    days: NDArray[np.int32]
    degrees: NDArray[np.float64]
    letters: NDArray[np.uint8]
    ends: NDArray[np.int64]
    lengths: NDArray[np.int16]
    """How many letters each word has."""


def compact(columns: Columns) -> Compact:
    """Return rows as the kernels take them."""
    spelled = [word.encode() for word in columns.words]
    return Compact(
        np.stack([columns.codes[name] for name in WORDS], axis=1),
        np.stack([columns.days[name] for name in DAYS], axis=1),
        np.stack([columns.degrees[name] for name in DEGREES], axis=1),
        np.frombuffer(b"".join(spelled), dtype=np.uint8),
        np.cumsum([0, *map(len, spelled)], dtype=np.int64),
        np.array([min(len(word), 1_000) for word in columns.words], dtype=np.int16),
    )


def levels(
    columns: Columns, left: NDArray[np.int32], right: NDArray[np.int32], *, threads: int
) -> NDArray[np.int8]:
    """Return for each pair the level of each comparison, -1 where one of the rows says nothing."""
    rows = compact(columns)
    made = np.empty((len(left), len(COMPARISONS)), dtype=np.int8)
    longest = int(np.diff(rows.ends).max(initial=1))
    edges = np.linspace(0, len(left), threads + 1).astype(np.int64)

    def part(number: int) -> None:
        here = slice(edges[number], edges[number + 1])
        compare(
            rows.codes,
            rows.days,
            rows.degrees,
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
    days: Any,
    degrees: Any,
    letters: Any,
    ends: Any,
    lengths: Any,
    met: Any,
    left: Any,
    right: Any,
    made: Any,
) -> None:
    """Write the levels of pairs into ``made``; ``met`` is room for twice the longest word."""
    # Rows by their numbers: a slice of an array would be counted by all threads at once.
    for pair in range(len(left)):
        one, other = left[pair], right[pair]
        turned = _are_turned(codes, one, other, letters, ends, lengths, met)
        made[pair, 0] = _name(codes, one, other, _GIVEN, turned, letters, ends, lengths, met)
        made[pair, 1] = _name(codes, one, other, _FAMILY, turned, letters, ends, lengths, met)
        made[pair, 2] = _father(codes, one, other, letters, ends, lengths, met)
        made[pair, 3] = _born(days, one, other)
        made[pair, 4] = _died(days, one, other)
        made[pair, 5] = _place(codes, one, other, degrees, letters, ends, met)
        said = codes[one, _SEX] >= 0 and codes[other, _SEX] >= 0
        made[pair, 6] = (0 if codes[one, _SEX] == codes[other, _SEX] else 1) if said else -1


@compiled
def _same(one: int, other: int) -> bool:
    return one >= 0 and one == other


@compiled
def _alike(one: int, other: int, letters: Any, ends: Any, met: Any) -> Any:
    """Return the similarity of Jaro and Winkler of two words, 0 to 1, by their bytes.

    What lies below .7, which no level asks for, is 0 where the letters alone show it.
    """
    if one < 0 or other < 0:
        return 0.0
    here, there = ends[one], ends[other]
    length, width = ends[one + 1] - here, ends[other + 1] - there
    # Letters that the other word has anywhere: no more than these can be common.
    letters_there, most = np.uint64(0), 0
    for at in range(there, there + width):
        letters_there |= np.uint64(1) << np.uint64(letters[at] & 63)
    for at in range(here, here + length):
        most += int((letters_there >> np.uint64(letters[at] & 63)) & np.uint64(1))
    if most / length + most / width + 1.0 < 2.1:
        return 0.0
    reach = max(0, max(length, width) // 2 - 1)
    met[: length + width] = False
    common = 0
    for at in range(length):
        for place in range(max(0, at - reach), min(width, at + reach + 1)):
            if not met[length + place] and letters[here + at] == letters[there + place]:
                met[at] = met[length + place] = True
                common += 1
                break
    if common == 0:
        return 0.0
    crossed, place = 0, 0
    for at in range(length):
        if met[at]:
            while not met[length + place]:
                place += 1
            if letters[here + at] != letters[there + place]:
                crossed += 1
            place += 1
    likeness = (common / length + common / width + (common - crossed // 2) / common) / 3.0
    if likeness > 0.7:
        first = 0
        while (
            first < 4
            and first < length
            and first < width
            and letters[here + first] == letters[there + first]
        ):
            first += 1
        likeness += first * 0.1 * (1.0 - likeness)
    return likeness


@compiled
def _is_turned(
    codes: Any,
    one: int,
    other: int,
    mine: int,
    its: int,
    letters: Any,
    ends: Any,
    lengths: Any,
    met: Any,
) -> Any:
    """Whether a part of one row's name is the other part of the other row's."""
    if _same(codes[one, mine], codes[other, its]):
        return True
    bones = codes[one, mine + _BONES]
    if _same(bones, codes[other, its + _BONES]) and lengths[bones] > 2:
        return True
    return _alike(codes[one, mine], codes[other, its], letters, ends, met) >= 0.9


@compiled
def _are_turned(
    codes: Any, one: int, other: int, letters: Any, ends: Any, lengths: Any, met: Any
) -> Any:
    return _is_turned(
        codes, one, other, _GIVEN, _FAMILY, letters, ends, lengths, met
    ) and _is_turned(codes, one, other, _FAMILY, _GIVEN, letters, ends, lengths, met)


@compiled
def _name(
    codes: Any,
    one: int,
    other: int,
    part: int,
    turned: Any,
    letters: Any,
    ends: Any,
    lengths: Any,
    met: Any,
) -> int:
    if codes[one, part] < 0 or codes[other, part] < 0:
        return -1
    if codes[one, part] == codes[other, part]:
        return 0
    if turned:
        return 1
    bones, others = codes[one, part + _BONES], codes[other, part + _BONES]
    if _same(bones, others) and lengths[bones] > 1:
        return 2
    likeness = _alike(codes[one, part], codes[other, part], letters, ends, met)
    if likeness >= 0.9 or _alike(bones, others, letters, ends, met) >= 0.92:
        return 3
    return 4 if likeness >= 0.8 else 5


@compiled
def _father(
    codes: Any, one: int, other: int, letters: Any, ends: Any, lengths: Any, met: Any
) -> int:
    if codes[one, _FATHER] < 0 or codes[other, _FATHER] < 0:
        return -1
    if codes[one, _FATHER] == codes[other, _FATHER]:
        return 0
    bones = codes[one, _FATHER + _BONES]
    if _same(bones, codes[other, _FATHER + _BONES]) and lengths[bones] > 1:
        return 1
    return (
        2 if _alike(codes[one, _FATHER], codes[other, _FATHER], letters, ends, met) >= 0.88 else 3
    )


@compiled
def _gap(days: Any, one: int, other: int, at: int) -> Any:
    return max(days[one, at + _FROM], days[other, at + _FROM]) - min(
        days[one, at + _TO], days[other, at + _TO]
    )


@compiled
def _is_whole(days: Any, one: int, at: int) -> Any:
    return days[one, at + _FROM] == days[one, at + _TO]


@compiled
def _are_exchanged(days: Any, one: int, other: int, at: int) -> Any:
    return (
        days[one, at + _FROM] == days[other, at + _TURNED]
        or days[other, at + _FROM] == days[one, at + _TURNED]
    )


@compiled
def _is_silent(days: Any, one: int, at: int, most: int) -> Any:
    return days[one, at + _FROM] == _UNSAID or days[one, at + _TO] - days[one, at + _FROM] > most


@compiled
def _born(days: Any, one: int, other: int) -> int:
    if _is_silent(days, one, _BORN, _AGE_DAYS) or _is_silent(days, other, _BORN, _AGE_DAYS):
        return -1
    whole = _is_whole(days, one, _BORN) and _is_whole(days, other, _BORN)
    apart = abs(days[one, _BORN] - days[other, _BORN])
    if whole and apart == 0:
        return 0
    if _are_exchanged(days, one, other, _BORN):
        return 1
    if whole and (days[one, _BORN + _DAY] == days[other, _BORN + _DAY] or apart <= 31):
        return 2
    gap = _gap(days, one, other, _BORN)
    return 3 if gap <= 0 else 4 if gap <= _TWO_YEARS else 5 if gap <= _SIX_YEARS else 6


@compiled
def _died(days: Any, one: int, other: int) -> int:
    if _is_silent(days, one, _DIED, YEAR_DAYS) or _is_silent(days, other, _DIED, YEAR_DAYS):
        return -1
    whole = _is_whole(days, one, _DIED) and _is_whole(days, other, _DIED)
    apart = abs(days[one, _DIED] - days[other, _DIED])
    if whole and apart == 0:
        return 0
    if _are_exchanged(days, one, other, _DIED):
        return 1
    if whole and apart <= CLOSE_DAYS:
        return 2
    gap = _gap(days, one, other, _DIED)
    if gap <= 0:
        narrow = (
            days[one, _DIED + _TO] - days[one, _DIED] <= MONTH_DAYS
            and days[other, _DIED + _TO] - days[other, _DIED] <= MONTH_DAYS
        )
        return 3 if narrow else 4
    return 5 if gap <= MONTH_DAYS else 6


@compiled
def _place(
    codes: Any, one: int, other: int, degrees: Any, letters: Any, ends: Any, met: Any
) -> int:
    if codes[one, _LEAF] < 0 or codes[other, _LEAF] < 0:
        return -1
    if codes[one, _LEAF] == codes[other, _LEAF]:
        return 0
    mine, its = codes[one, _LEAF + _BONES], codes[other, _LEAF + _BONES]
    if (
        _same(mine, its)
        or _alike(codes[one, _LEAF], codes[other, _LEAF], letters, ends, met) >= 0.92
    ):
        return 1
    north = (degrees[one, 0] - degrees[other, 0]) * 111320
    east = (
        (degrees[one, 1] - degrees[other, 1])
        * 111320
        * np.cos(np.radians((degrees[one, 0] + degrees[other, 0]) / 2))
    )
    if np.sqrt(north**2 + east**2) <= NEAR_M:  # never of what is not a number
        return 2
    if (
        _same(mine, codes[other, _UP])
        or _same(its, codes[one, _UP])
        or _same(mine, codes[other, _TOP])
        or _same(its, codes[one, _TOP])
    ):
        return 3
    return (
        4
        if _same(codes[one, _UP], codes[other, _UP])
        else 5
        if _same(codes[one, _TOP], codes[other, _TOP])
        else 6
    )
