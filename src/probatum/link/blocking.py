"""Which pairs are compared at all: rules, each a key that both rows share, and what they lose.

A *key* is a number for each row; rows with the same key are compared, a row without (-1) is not
found by this rule. A key that too many rows share finds nobody: it would cost more pairs than it
is worth, and these rows have other keys. Keys are of three *sorts*: made of names alone, made of
days and places alone, or of both. The first two err independently if a slip in a name says
nothing about a slip in a date; that is the assumption under which `lost` tells how many pairs of
one person no rule finds. Where rows are few, a last rule compares any two of them; what only it
finds is left out of that reckoning (`found_by_a_key`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from probatum.link.columns import Columns
from probatum.link.dates import UNSAID, months

Sort = Literal["names", "facts", "both", "all"]
Keys = NDArray[np.int32]

PAIRS_PER_ROW = 2  # a rule that finds more is cut back to smaller groups
FEWEST_PAIRS = 200_000
PAIRS_OF_ALL = 2_000_000  # any two of some 2,000 rows
DEPENDENCE = 2.0
SHARED_OUT = 0.5
SAMPLES = 4_000
ASSUMPTION = (
    "A pair of one person that names alone do not find is, in odds, as likely to be found by date "
    "and place alone as any other, or up to two times more or less likely. If rows with little in "
    "them fail both much more often than that, more is missed than the interval says."
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One blocking rule: the column that both rows must share, and what it is made of.

    It finds at most ``most`` pairs, or ``per_row`` for each row where that is more.
    """

    name: str
    sort: Sort
    words: str
    most: int = FEWEST_PAIRS
    per_row: int = PAIRS_PER_ROW


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
    Rule("key_day", "facts", "day of death", per_row=0),
    Rule("key_any", "all", "any two rows with a name, where they are few", PAIRS_OF_ALL, per_row=0),
)


def keys(columns: Columns) -> dict[str, Keys]:
    """Return the keys of every rule, shape (rows,) each."""
    codes, days = columns.codes, columns.days
    given, family, father, leaf = (
        codes[f"{name}_bones"].astype(np.int64) for name in ("given", "family", "father", "leaf")
    )
    day = _exact(days["died_from"], days["died_to"])
    month = months(days["died_from"], days["died_to"])
    # Both parts of a name in order, so that a name turned round has the same key.
    turned = _joined(np.minimum(given, family), np.maximum(given, family))
    made = {
        "key_name": turned,
        "key_family_father": _joined(family, father),
        "key_given_father": _joined(given, father),
        "key_day_place": _joined(day, leaf),
        "key_born": _exact(days["born_from"], days["born_to"]),
        "key_family_month": _joined(family, month),
        "key_given_day": _joined(codes["given"].astype(np.int64), day),
        "key_family_place": _joined(family, leaf),
        "key_given_place": _joined(_joined(given, month), leaf),
        "key_day": day,
        "key_any": np.where((given >= 0) | (family >= 0), 0, -1),
    }
    return {rule.name: _cut(made[rule.name], rule) for rule in RULES}


def _exact(low: NDArray[np.int32], high: NDArray[np.int32]) -> NDArray[np.int64]:
    return np.where((low == high) & (low != UNSAID), low, -1).astype(np.int64)


def _joined(one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.where((one >= 0) & (other >= 0), one * (int(other.max(initial=0)) + 1) + other, -1)


def _cut(key: NDArray[np.int64], rule: Rule) -> Keys:
    """Return the key, numbered from 0, without the groups that are too large, the largest first."""
    import pyarrow as pa

    known = pa.array(key, mask=key < 0).dictionary_encode().indices
    number: Keys = known.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int32)
    sizes = np.bincount(number[number >= 0])
    pairs = sizes.astype(np.float64) * (sizes - 1) / 2
    order = np.argsort(sizes, kind="stable")
    kept = np.zeros(len(sizes) + 1, dtype=np.bool_)  # the last one: no key
    kept[order] = np.cumsum(pairs[order]) <= max(rule.most, rule.per_row * len(key))
    return np.where(kept[number], number, -1).astype(np.int32)


@dataclass(frozen=True, slots=True)
class Recall:
    """What the rules find of all pairs of rows of one person.

    ``found`` by any rule; ``by_names`` and ``by_facts`` by those of one sort, ``by_both`` by one of
    each; ``missed`` is the share that no rule finds, with a 95 % interval. ``shared_out``: the
    pairs themselves show that the assumption fails, since errors are shared out, one to a pair.
    """

    found: float
    by_names: float
    by_facts: float
    by_both: float
    missed_low: float
    missed: float
    missed_high: float
    shared_out: bool = False
    assumption: str = ASSUMPTION


def found_by(rules: NDArray[np.uint16], sort: Sort) -> NDArray[np.bool_]:
    """Say of each pair whether a rule of that sort finds it; ``rules`` has a bit for each rule."""
    bits = sum(1 << at for at, rule in enumerate(RULES) if rule.sort == sort)
    return (rules & bits) > 0


def found_by_a_key(rules: NDArray[np.uint16]) -> NDArray[np.bool_]:
    """Say of each pair whether a key of names, days or places finds it.

    A pair that does not look like one person enough for any key is recognised less often than
    others even where it is compared. So `lost` is asked as if such pairs were not: the interval is
    then wide enough for those that nothing recognises.
    """
    return (rules & sum(1 << at for at, rule in enumerate(RULES) if rule.sort != "all")) > 0


def rules_of(
    key: Mapping[str, Keys], left: NDArray[np.int32], right: NDArray[np.int32]
) -> NDArray[np.uint16]:
    """Return for each pair a bit for each rule whose key both rows share."""
    found = np.zeros(len(left), dtype=np.uint16)
    for at, rule in enumerate(RULES):
        one = key[rule.name][left]
        found |= ((one >= 0) & (one == key[rule.name][right])).astype(np.uint16) << at
    return found


def lost(
    probability: NDArray[np.float64], by_names: NDArray[np.bool_], by_facts: NDArray[np.bool_],
    exact: NDArray[np.bool_], chance: np.random.Generator,
) -> Recall:  # fmt: skip
    """Estimate what no rule finds, from the pairs that were found and how likely each is.

    Two sorts of rules are two captures of the pairs of one person. If they missed independently,
    those that both miss were ``names only * facts only / both`` (Lincoln and Petersen). They do
    not quite: a row with little in it fails both, and rows that nearly agree in one thing are found
    by mixed rules. So that number is multiplied by an odds ratio that nobody knows, from 1 /
    ``DEPENDENCE`` to ``DEPENDENCE``, all sizes of it alike (log-uniform); what mixed rules find is
    taken off. The interval has that and the sampling error.

    One thing can be seen: of pairs that names find, whether names that are spelled alike
    (``exact``) go with facts that agree. Where names that differ a little go with facts that agree
    so much more often that the ratio of the odds lies below ``SHARED_OUT``, errors are shared out
    (somebody who put one error into each pair made such lists), and names that differ much will go
    with them likewise: the odds ratio is then taken from what is seen up to 1.
    """
    both, names, facts, mixed = (
        float(probability[chosen].sum())
        for chosen in (by_names & by_facts, by_names & ~by_facts, ~by_names & by_facts,
                       ~by_names & ~by_facts)
    )  # fmt: skip
    found = both + names + facts + mixed
    sampled = [chance.gamma(cell + 0.5, size=SAMPLES) for cell in (both, names, facts)]
    seen = _odds_ratio(probability, by_names, by_facts, exact, chance)
    shared_out = bool(np.quantile(seen, 0.975) < SHARED_OUT)
    part = chance.uniform(-1, 1, size=SAMPLES)
    dependence = np.minimum(seen, 1) ** np.abs(part) if shared_out else DEPENDENCE**part
    neither = dependence * sampled[1] * sampled[2] / np.maximum(sampled[0], 0.5)
    missed = np.maximum(chance.poisson(np.minimum(neither, 1e15)) - mixed, 0)
    share = missed / np.maximum(found + missed, 1)
    low, middle, high = np.quantile(share, [0.025, 0.5, 0.975])
    return Recall(
        found=found, by_names=both + names, by_facts=both + facts, by_both=both,
        missed_low=float(low), missed=float(middle), missed_high=float(high),
        shared_out=shared_out,
    )  # fmt: skip


def _odds_ratio(
    probability: NDArray[np.float64], by_names: NDArray[np.bool_], by_facts: NDArray[np.bool_],
    exact: NDArray[np.bool_], chance: np.random.Generator,
) -> NDArray[np.float64]:  # fmt: skip
    """Return, sampled, the odds that names agree exactly where facts do, to where they do not."""
    a, b, c, d = (
        chance.gamma(float(probability[by_names & chosen].sum()) + 0.5, size=SAMPLES)
        for chosen in (by_facts & exact, by_facts & ~exact, ~by_facts & exact, ~by_facts & ~exact)
    )
    ratio: NDArray[np.float64] = a * d / np.maximum(b * c, 1e-9)
    return ratio
