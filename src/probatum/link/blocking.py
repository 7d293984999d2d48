"""Which pairs are compared at all: rules, each a key that both rows share, and what they lose.

A *key* is a number for each row; rows with the same key are compared, a row without (-1) is not
found by this rule. A key that too many rows share finds nobody: it would cost more pairs than it
is worth, and these rows have other keys. Keys are of three *sorts*: made of names alone, made of
days and places alone, or of both. The first two err independently if a slip in a name says
nothing about a slip in a date; that is the assumption under which `lost` tells how many pairs of
one person no rule finds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probatum.link.columns import Columns

Sort = Literal["names", "facts", "both"]
Keys = NDArray[np.int64]

PAIRS_PER_ROW = 2  # a rule that finds more is cut back to smaller groups
FEWEST_PAIRS = 200_000
DEPENDENCE = 2.0
SAMPLES = 4_000
ASSUMPTION = (
    "A pair of one person that names alone do not find is, in odds, as likely to be found by date "
    "and place alone as any other, or up to two times less likely. If rows with little in them "
    "fail both much more often than that, more is missed than the interval says."
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One blocking rule: the column that both rows must share, and what it is made of."""

    name: str
    sort: Sort
    words: str


RULES: tuple[Rule, ...] = (
    Rule("key_name", "names", "given and family name, in either order"),
    Rule("key_family_father", "names", "family name and father's name"),
    Rule("key_given_father", "names", "given name and father's name"),
    Rule("key_day_place", "facts", "day of death and place"),
    Rule("key_born", "facts", "day of birth"),
    Rule("key_family_month", "both", "family name and month of death"),
    Rule("key_given_day", "both", "given name and day of death"),
    Rule("key_family_place", "both", "family name and place"),
    Rule("key_given_place", "both", "given name, place and month of death"),
)


def keys(columns: Columns) -> dict[str, Keys]:
    """Return the keys of every rule, shape (rows,) each."""
    given, family, father, leaf = (
        _codes(columns.values[f"{name}_bones"]) for name in ("given", "family", "father", "leaf")
    )
    day = _exact(columns.values["died_from"], columns.values["died_to"])
    month = _month(columns.values["died_from"], columns.values["died_to"])
    born = _exact(columns.values["born_from"], columns.values["born_to"])
    given_word = _codes(columns.values["given"])
    # Both parts of a name as one vocabulary, so that a name turned round has the same key.
    both = _codes([*columns.values["given_bones"], *columns.values["family_bones"]])
    one, other = both[: len(columns)], both[len(columns) :]
    turned = _joined(np.minimum(one, other), np.maximum(one, other))
    made = {
        "key_name": turned,
        "key_family_father": _joined(family, father),
        "key_given_father": _joined(given, father),
        "key_day_place": _joined(day, leaf),
        "key_born": born,
        "key_family_month": _joined(family, month),
        "key_given_day": _joined(given_word, day),
        "key_family_place": _joined(family, leaf),
        "key_given_place": _joined(_joined(given, month), leaf),
    }
    return {name: _cut(key) for name, key in made.items()}


def _codes(words: list[str | None] | tuple[str | None, ...]) -> Keys:
    import pyarrow as pa

    encoded = pa.array(words, pa.string()).dictionary_encode()
    codes: Keys = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    return codes


def _days(days: tuple[int | None, ...]) -> Keys:
    import pyarrow as pa

    known: Keys = (
        pa.array(days, pa.int64()).fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    )
    return known


def _exact(first: tuple[int | None, ...], last: tuple[int | None, ...]) -> Keys:
    low, high = _days(first), _days(last)
    return np.where(low == high, low, -1)


def _month(first: tuple[int | None, ...], last: tuple[int | None, ...]) -> Keys:
    """Return the number of the month, where both days lie in one."""
    low, high = _days(first), _days(last)
    epoch = 719_163  # the day number of 1970-01-01, where numpy counts from
    months = [
        (each - epoch).astype("datetime64[D]").astype("datetime64[M]") for each in (low, high)
    ]
    number = months[0].astype(np.int64) + 100_000
    return np.where((low >= 0) & (months[0] == months[1]), number, -1)


def _joined(one: Keys, other: Keys) -> Keys:
    return np.where((one >= 0) & (other >= 0), one * (int(other.max(initial=0)) + 1) + other, -1)


def _cut(key: Keys) -> Keys:
    """Return the key without the groups that are too large, the largest first."""
    numbers, inverse, sizes = np.unique(key, return_inverse=True, return_counts=True)
    pairs = sizes.astype(np.float64) * (sizes - 1) / 2
    pairs[numbers < 0] = 0
    order = np.argsort(sizes, kind="stable")
    kept = np.zeros(len(numbers), dtype=np.bool_)
    kept[order] = np.cumsum(pairs[order]) <= max(FEWEST_PAIRS, PAIRS_PER_ROW * len(key))
    kept &= numbers >= 0
    small: Keys = np.where(kept[inverse], inverse, -1).astype(np.int64)
    return small


@dataclass(frozen=True, slots=True)
class Recall:
    """What the rules find of all pairs of rows of one person.

    ``found`` by any rule; ``by_names`` and ``by_facts`` by those of one sort, ``by_both`` by one of
    each; ``missed`` is the share that no rule finds, with a 95 % interval.
    """

    found: float
    by_names: float
    by_facts: float
    by_both: float
    missed_low: float
    missed: float
    missed_high: float
    assumption: str = ASSUMPTION


def found_by(
    key: dict[str, Keys], left: NDArray[np.int32], right: NDArray[np.int32], sort: Sort
) -> NDArray[np.bool_]:
    """Say of each pair whether a rule of that sort finds it."""
    found = np.zeros(len(left), dtype=np.bool_)
    for rule in RULES:
        if rule.sort == sort:
            one = key[rule.name][left]
            found |= (one >= 0) & (one == key[rule.name][right])
    return found


def lost(
    probability: NDArray[np.float64], by_names: NDArray[np.bool_], by_facts: NDArray[np.bool_],
    chance: np.random.Generator,
) -> Recall:  # fmt: skip
    """Estimate what no rule finds, from the pairs that were found and how likely each is.

    Two sorts of rules are two captures of the pairs of one person. If they missed independently,
    those that both miss were ``names only * facts only / both`` (Lincoln and Petersen). They do
    not quite: a row with little in it fails both. So that number is multiplied by an odds ratio
    that nobody knows, from 1 to ``DEPENDENCE``, all sizes of it alike (log-uniform); what mixed
    rules find is taken off. The interval has that and the sampling error.
    """
    both, names, facts, mixed = (
        float(probability[chosen].sum())
        for chosen in (by_names & by_facts, by_names & ~by_facts, ~by_names & by_facts,
                       ~by_names & ~by_facts)
    )  # fmt: skip
    found = both + names + facts + mixed
    sampled = [chance.gamma(cell + 0.5, size=SAMPLES) for cell in (both, names, facts)]
    dependence = np.exp(chance.uniform(0, np.log(DEPENDENCE), size=SAMPLES))
    neither = dependence * sampled[1] * sampled[2] / np.maximum(sampled[0], 0.5)
    missed = np.maximum(chance.poisson(np.minimum(neither, 1e15)) - mixed, 0)
    share = missed / np.maximum(found + missed, 1)
    low, middle, high = np.quantile(share, [0.025, 0.5, 0.975])
    return Recall(
        found=found, by_names=both + names, by_facts=both + facts, by_both=both,
        missed_low=float(low), missed=float(middle), missed_high=float(high),
    )  # fmt: skip
