"""What is compared of two rows, in levels from *the same* to *differs*, with words for people.

A *comparison* is one aspect (given name, day of death ...); a *level* is one outcome of it, the
first whose condition holds. ``likely`` is how often one person's two rows are expected at the level
before any list is looked at, ``by_chance`` how often rows of two persons are; what the lists show
outweighs both as rows grow. Conditions are SQL that DuckDB and Spark both read.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Backend = Literal["duckdb", "spark"]
CLOSE_DAYS, MONTH_DAYS, YEAR_DAYS = 3, 31, 400
NEAR_M = 10_000


@dataclass(frozen=True, slots=True)
class Level:
    """One outcome of a comparison. ``rare`` names the column whose rare values weigh more.

    ``twice``: a pair that is at this level of one comparison is there of another as well, so each
    of the two counts for half of what it says.
    """

    words: str
    sql: str
    likely: float
    by_chance: float
    rare: str | None = None
    twice: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """One aspect: ``silent`` is the condition under which it says nothing at all.

    ``shared``: what a family shares; it says nothing where `KINSHIP` speaks in its place.
    """

    name: str
    words: str
    silent: str
    levels: tuple[Level, ...]
    shared: bool = False


# A name that is turned round may be spelled in another way too. Two consonants are too few: *Maria
# Schneider* and *Sandra Meyer* have the same ones.
_TURNED = (
    "({0}_l = {1}_r or ({0}_bones_l = {1}_bones_r and length({0}_bones_l) > 2)"
    " or {{jw}}({0}_l, {1}_r) >= 0.9)"
)


def _name(column: str, other: str, words: str) -> Comparison:
    bones = f"{column}_bones"
    return Comparison(
        column, words, f"{column}_l is null or {column}_r is null",
        (
            Level("the same", f"{column}_l = {column}_r", 0.72, 0.01, rare=column),
            Level("given and family name turned round",
                  f"{_TURNED.format(column, other)} and {_TURNED.format(other, column)}",
                  0.02, 0.00001, twice=True),
            Level("the same consonants",
                  f"{bones}_l = {bones}_r and length({bones}_l) > 1", 0.10, 0.005, rare=bones),
            Level("spelled much alike",
                  f"{{jw}}({column}_l, {column}_r) >= 0.9 or {{jw}}({bones}_l, {bones}_r) >= 0.92",
                  0.08, 0.01),
            Level("spelled somewhat alike", f"{{jw}}({column}_l, {column}_r) >= 0.8", 0.03, 0.03),
            Level("different", "else", 0.05, 0.945),
        ),
    )  # fmt: skip


_GAP = "(greatest({0}_from_l, {0}_from_r) - least({0}_to_l, {0}_to_r))"
_BORN_GAP, _DIED_GAP = _GAP.format("born"), _GAP.format("died")
_BOTH_BORN = "born_from_l = born_to_l and born_from_r = born_to_r"
_BOTH_DIED = "died_from_l = died_to_l and died_from_r = died_to_r"
_METRES = (
    "sqrt(pow((lat_l - lat_r) * 111320, 2)"
    " + pow((lon_l - lon_r) * 111320 * cos(radians((lat_l + lat_r) / 2)), 2))"
)


def _further(
    column: str, words: str, likely: tuple[float, float, float, float], silent: str = ""
) -> Comparison:
    """A name beside a person's own: the father's, the mother's, a kunya."""
    bones = f"{column}_bones"
    same, like, spelled, different = likely
    return Comparison(
        column, words, f"{column}_l is null or {column}_r is null{silent}",
        (
            Level("the same", f"{column}_l = {column}_r", same, 0.02, rare=column),
            Level("the same consonants", f"{bones}_l = {bones}_r and length({bones}_l) > 1",
                  like, 0.01),
            Level("spelled alike", f"{{jw}}({column}_l, {column}_r) >= 0.88", spelled, 0.02),
            Level("different", "else", different, 0.95),
        ),
    )  # fmt: skip


_GIVEN = _name("given", "family", "given name")
# Hassan and Hussein have the same consonants, and are two names that everybody knows.
_TWO_NAMES = "coalesce(given_known_l <> given_known_r, false)"
_GIVEN = replace(_GIVEN, levels=(
    *_GIVEN.levels[:2],
    *(replace(each, sql=f"not {_TWO_NAMES} and ({each.sql})") for each in _GIVEN.levels[2:-1]),
    _GIVEN.levels[-1],
))  # fmt: skip
# Brothers and sisters have one mother and one grandfather: where given names differ, or are not
# said, these tell of a family, which the family name and the father's name tell already.
_OF_FAMILY = " or not coalesce({}, false)".format(
    " or ".join(f"({level.sql})" for level in _GIVEN.levels[:-1])
)

_FAMILY = _name("family", "given", "family name")
_FATHER = _further("father", "father's name", (0.78, 0.1, 0.06, 0.06))
_BORN = Comparison(
        "born", "birth or age",
        "born_from_l is null or born_from_r is null or born_to_l - born_from_l > 4000"
        " or born_to_r - born_from_r > 4000",
        (
            Level("the same day of birth", f"{_BOTH_BORN} and born_from_l = born_from_r",
                  0.35, 0.00005),
            Level("day and month of birth exchanged",
                  "born_from_l = born_turned_r or born_turned_l = born_from_r", 0.01, 0.00005),
            Level("one part of the day of birth differs",
                  f"{_BOTH_BORN} and (born_day_l = born_day_r"
                  " or abs(born_from_l - born_from_r) <= 31)", 0.03, 0.004),
            Level("may be the same", f"{_BORN_GAP} <= 0", 0.42, 0.03),
            Level("up to two years apart", f"{_BORN_GAP} <= 731", 0.13, 0.06),
            Level("up to six years apart", f"{_BORN_GAP} <= 2192", 0.03, 0.12),
            Level("further apart", "else", 0.03, 0.79),
        ),
    )  # fmt: skip
_DIED = Comparison(
        "died", "day of death",
        "died_from_l is null or died_from_r is null"
        f" or died_to_l - died_from_l > {YEAR_DAYS} or died_to_r - died_from_r > {YEAR_DAYS}",
        (
            Level("the same day", f"{_BOTH_DIED} and died_from_l = died_from_r", 0.62, 0.005),
            Level("day and month exchanged",
                  "died_from_l = died_turned_r or died_turned_l = died_from_r", 0.02, 0.002),
            Level(f"up to {CLOSE_DAYS} days apart",
                  f"{_BOTH_DIED} and abs(died_from_l - died_from_r) <= {CLOSE_DAYS}", 0.08, 0.01),
            Level("may be the same, one of them known to the month",
                  f"{_DIED_GAP} <= 0 and died_to_l - died_from_l <= {MONTH_DAYS}"
                  f" and died_to_r - died_from_r <= {MONTH_DAYS}", 0.15, 0.05),
            Level("may be the same, one of them known to the year", f"{_DIED_GAP} <= 0",
                  0.03, 0.1),
            Level(f"up to {MONTH_DAYS} days apart", f"{_DIED_GAP} <= {MONTH_DAYS}", 0.05, 0.08),
            Level("further apart", "else", 0.05, 0.753),
        ),
    )  # fmt: skip
_PLACE = Comparison(
        "place", "place", "leaf_l is null or leaf_r is null",
        (
            Level("the same", "leaf_l = leaf_r", 0.55, 0.03, rare="leaf"),
            Level("the same consonants, or spelled much alike",
                  "leaf_bones_l = leaf_bones_r or {jw}(leaf_l, leaf_r) >= 0.92", 0.22, 0.02,
                  rare="leaf_bones"),
            Level("within ten kilometres", f"{_METRES} <= {NEAR_M}", 0.04, 0.01),
            Level("one lies in the other",
                  "leaf_bones_l = up_bones_r or leaf_bones_r = up_bones_l"
                  " or leaf_bones_l = top_bones_r or leaf_bones_r = top_bones_l", 0.11, 0.02),
            Level("the same district", "up_bones_l = up_bones_r", 0.03, 0.03),
            Level("the same province", "top_bones_l = top_bones_r", 0.03, 0.1),
            Level("different", "else", 0.02, 0.79),
        ),
    )  # fmt: skip


def _first(comparison: Comparison, levels: int) -> str:
    """Return the condition that a pair stands at one of the first levels."""
    held = " or ".join(f"({level.sql})" for level in comparison.levels[:levels])
    return f"(not ({comparison.silent}) and coalesce({held}, false))"


# Two names that clearly differ, and otherwise what one family shares: see `kinship`.
DIFFERING = 4
"""From this level on two given names are not one name."""
_APART = f"(given_l is not null and given_r is not null and not {_first(_GIVEN, DIFFERING)})"
_ONE_FAMILY, _ONE_FATHER = _first(_FAMILY, DIFFERING), _first(_FATHER, 3)
_ONE_DAY, _ONE_PLACE = _first(_DIED, 4), _first(_PLACE, 4)
MAY_BE_KIN = (
    f"({_APART} and ({_ONE_FAMILY} and ({_ONE_FATHER} or {_ONE_DAY} or {_ONE_PLACE})"
    f" or (family_l is null or family_r is null) and {_ONE_FATHER} and {_ONE_DAY}"
    f" and {_ONE_PLACE}))"
)


def _shared(comparison: Comparison) -> Comparison:
    return replace(comparison, shared=True)


COMPARISONS: tuple[Comparison, ...] = (
    _GIVEN,
    *map(_shared, (_FAMILY, _FATHER, _BORN, _DIED, _PLACE)),
    Comparison(
        "sex", "sex", "sex_l is null or sex_r is null",
        (Level("the same", "sex_l = sex_r", 0.98, 0.52), Level("different", "else", 0.02, 0.48)),
    ),
    # Runs that are kept know the comparisons above by their places: what is new comes last.
    *map(_shared, (
        _further("grandfather", "grandfather's name", (0.76, 0.1, 0.06, 0.08), _OF_FAMILY),
        _further("mother", "mother's name", (0.76, 0.1, 0.06, 0.08), _OF_FAMILY),
    )),
    _further("kunya", "kunya", (0.7, 0.1, 0.05, 0.15)),
    # In place of what is silent above, where given names differ and a family may explain the rest.
    Comparison(
        "kin", "what a family shares, given names differing", f"not {MAY_BE_KIN}",
        (
            Level("family name, father's name, day and place",
                  f"{_ONE_FAMILY} and {_ONE_FATHER} and {_ONE_DAY} and {_ONE_PLACE}", 0.25, 1e-6),
            Level("a name of the family, day and place", f"{_ONE_DAY} and {_ONE_PLACE}",
                  0.25, 1e-6),
            Level("family name and father's name", _ONE_FATHER, 0.15, 1e-6),
            Level("family name, and day or place", "else", 0.25, 1e-5),
        ),
    ),
    Comparison(
        "kin_born", "birth or age, given names differing in one family",
        f"not {MAY_BE_KIN} or {_BORN.silent}",
        (
            Level("the same day of birth, or nearly", _first(_BORN, 3), 0.39, 0.03),
            Level("may be the same", _BORN.levels[3].sql, 0.42, 0.12),
            Level("up to two years apart", _BORN.levels[4].sql, 0.13, 0.15),
            Level("up to six years apart", _BORN.levels[5].sql, 0.03, 0.3),
            Level("further apart", "else", 0.03, 0.4),
        ),
    ),
)  # fmt: skip
SELDOM = ("grandfather", "mother", "kunya")
"""What most lists never say: not learned, and not compared, where no row says it."""

KINSHIP = ("kin", "kin_born")
"""What is weighed by `kinship`, not learned by Splink."""

PLACE_OF = {each.name: at for at, each in enumerate(COMPARISONS)}
ALSO = "also_"
NAMES = ("given", "family", "father")
FACTS = ("died", "place")


def not_kin_of_one_day(backend: Backend) -> str:
    """Return the condition that rows ``l`` and ``r`` of one day and place are not those of kin.

    It reads copies of columns (``ALSO`` before the name): Splink does not train a comparison whose
    columns stand in the rule of a block.
    """
    condition = (
        f"not ({_APART} and ({_ONE_FAMILY} or (family_l is null or family_r is null)"
        f" and {_ONE_FATHER}))"
    ).replace("{jw}", _similarity(backend))
    return re.sub(r"\b(\w+)_([lr])\b", rf"\2.{ALSO}\1", condition)


def _similarity(backend: Backend) -> str:
    return "jaro_winkler_similarity" if backend == "duckdb" else "jaro_winkler"


def splink_comparisons(
    backend: Backend, *, coded: bool = False, without: Collection[str] = ()
) -> list[dict[str, object]]:
    """Return the comparisons as Splink's settings have them, weights as before any list.

    ``coded``: with weights that only say which level a pair stands at (see `level_of`);
    ``without``: names of comparisons that are left out.
    """
    similarity = _similarity(backend)
    return [
        {
            "output_column_name": comparison.name,
            "comparison_description": comparison.words,
            "comparison_levels": [
                {
                    "sql_condition": (
                        f"{comparison.silent} or {MAY_BE_KIN}"
                        if comparison.shared and KINSHIP[0] not in without
                        else comparison.silent
                    ).replace("{jw}", similarity),
                    "label_for_charts": "not said in one of the rows",
                    "is_null_level": True,
                },
                *(
                    _level(level, similarity, number if coded else None)
                    for number, level in enumerate(comparison.levels)
                ),
            ],
        }
        for comparison in COMPARISONS
        if comparison.name not in without
    ]


def _level(level: Level, similarity: str, coded: int | None) -> dict[str, object]:
    return {
        "sql_condition": "ELSE" if level.sql == "else" else level.sql.replace("{jw}", similarity),
        "label_for_charts": level.words,
        "m_probability": level.likely if coded is None else 0.5 ** (coded + 2),
        "u_probability": level.by_chance if coded is None else 0.5,
    }


def level_of(weights: NDArray[np.float64]) -> NDArray[np.int8]:
    """Return the levels that coded weights stand for; -1 where a row says nothing.

    Splink gives back weights of pairs, and levels only beside the words that were compared, which
    are large and personal: so the weights say the level. log2(0.5 ** (level + 2) / 0.5).
    """
    return (-np.rint(weights) - 1).astype(np.int8)
