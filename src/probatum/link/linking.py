"""From rows of several lists to persons: compare, weigh, group, and draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass, replace
from typing import Literal, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from probatum.errors import InputError, UseError
from probatum.link.blocking import (
    RULES,
    Keys,
    Recall,
    found_by,
    found_by_a_key,
    keys,
    lost,
    rules_of,
)
from probatum.link.clustering import cluster, graph
from probatum.link.columns import Columns, columns
from probatum.link.comparisons import COMPARISONS, NAMES, Backend
from probatum.link.copies import Copies, copies
from probatum.link.draws import Draws
from probatum.link.learned import Weights, expected
from probatum.link.levels import levels
from probatum.link.model import (
    MEMORY,
    THREADS,
    Compared,
    Matcher,
    require_libraries,
    sampled,
    settings,
)
from probatum.link.pairing import pairs_of_keys
from probatum.link.rivals import among_free_rows
from probatum.link.weights import Scoring, as_settings
from probatum.model.victims import Victim

Policy: TypeAlias = Literal["one-row-per-person", "may-repeat"]
Answer: TypeAlias = Literal["yes", "no", "undecided"]
RowId: TypeAlias = tuple[str, str]
"""The list and the row's own id in it."""

DRAWS = 20
THRESHOLD = 0.5
"""Pairs above it are one person in the best grouping, where constraints allow."""
_STEPS = 100


class Progress(Protocol):
    """Is told how far linking is, and ends it by raising (KeyboardInterrupt, Cancelled)."""

    def __call__(self, done: int, total: int, /) -> None:
        """Say that ``done`` of ``total`` steps are done."""


def silent(_done: int, _total: int, /) -> None:
    """A progress that nobody watches."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer answered about two rows; the last answer about a pair counts."""

    left: RowId
    right: RowId
    answer: Answer


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of rows that were compared, each once, by their places in the rows; left < right.

    ``probability`` that they are one person, before constraints and reviewers, shape (pairs,);
    ``levels``, shape (pairs, comparisons): the level of each comparison of
    ``comparisons.COMPARISONS``, -1 where one of the rows says nothing.
    """

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    probability: NDArray[np.float64]
    levels: NDArray[np.int8]

    def __len__(self) -> int:
        return len(self.left)


@dataclass(frozen=True, slots=True)
class Linkage:
    """What linking found. ``rows`` are (list, row id) in the order of all arrays.

    ``decided`` are the answers that were kept: two places in the rows, and whether they are one
    person. ``model`` is Splink's settings with the learned weights, as JSON: on the same rows it
    gives the same probabilities.
    """

    rows: tuple[RowId, ...]
    pairs: Pairs
    decided: tuple[tuple[int, int, bool], ...]
    draws: Draws
    recall: Recall
    copies: Copies
    weights: Weights
    model: str


def link(
    rows: Iterable[Victim],
    *,
    policy: Mapping[str, Policy],
    expected: int = 0,
    decisions: Iterable[Decision] = (),
    seed: int,
    draws: int = DRAWS,
    progress: Progress = silent,
    backend: Backend = "duckdb",
    memory: str = MEMORY,
    threads: int = THREADS,
) -> Linkage:
    """Group rows into persons.

    ``policy`` says of each list whether it may name a person twice (a list that is left out names
    nobody twice), ``expected`` how many rows come, if one by one; they are let go of as they come.
    Reviewers' yes and no are kept in every draw. The same rows, answers and seed
    give the same linkage. Raises InputError ``bad-list`` for two rows with one id or an answer
    about no row, ``conflicting-answers``; WorldError ``missing-library``.
    """
    if draws < 1:
        raise UseError("wrong-use", item="linking", expected="one draw or more", found=str(draws))
    require_libraries()
    if isinstance(rows, Sized):
        expected = len(rows)
    told = progress
    told(0, _STEPS)
    prepared = columns(
        rows,
        policy=policy,
        watch=lambda done: told(min(20, 20 * done // max(1, expected)) if expected else 0, _STEPS),
    )
    decided = _decided(prepared, decisions)
    return link_columns(
        prepared, decided=decided, seed=seed, draws=draws, progress=progress, backend=backend,
        memory=memory, threads=threads,
    )  # fmt: skip


def link_columns(
    prepared: Columns, *, decided: Sequence[tuple[int, int, bool]] = (), seed: int,
    draws: int = DRAWS, progress: Progress = silent, backend: Backend = "duckdb",
    memory: str = MEMORY, threads: int = THREADS,
) -> Linkage:  # fmt: skip
    """Group rows that are prepared already; ``decided`` by their places."""
    require_libraries()
    key = keys(prepared)
    progress(22, _STEPS)
    weights, compared = _compared(prepared, key, seed, progress, backend, memory, threads)
    scoring = Scoring(prepared, compared.left, compared.right, compared.levels, pairs_of(prepared))
    weights, odds = scoring.settle(weights)
    progress(72, _STEPS)
    rows = prepared.list_of_row, prepared.repeats, compared.left, compared.right
    whole = graph(*rows, among_free_rows(*rows, odds), decided)
    best, persons = cluster(
        whole, draws=draws, seed=seed, threads=threads,
        step=lambda done, of: progress(72 + 26 * done // of, _STEPS),
    )  # fmt: skip
    probability = 1 / (1 + np.exp(-np.clip(odds, -40, 40)))
    again = copies(prepared, compared.left, compared.right, probability)
    told = ~again.silent & found_by_a_key(compared.rules)
    recall = lost(
        probability[told], found_by(compared.rules[told], "names"),
        found_by(compared.rules[told], "facts"), spelled_alike(compared.levels[told]),
        np.random.Generator(np.random.PCG64([seed, 1])),
    )  # fmt: skip
    progress(_STEPS, _STEPS)
    return Linkage(
        rows=prepared.rows,
        pairs=Pairs(compared.left, compared.right, probability, compared.levels),
        decided=tuple(decided),
        draws=Draws(prepared.lists, prepared.list_of_row, persons, best, recall.missed_low,
                    recall.missed, recall.missed_high, seed),
        recall=recall,
        copies=again,
        weights=weights,
        model=as_settings(settings(backend), weights),
    )  # fmt: skip


def _compared(
    prepared: Columns, key: Mapping[str, Keys], seed: int, progress: Progress,
    backend: Backend, memory: str, threads: int,
) -> tuple[Weights, Compared]:  # fmt: skip
    if pairs_of(prepared) < 1:
        nothing, rules = np.empty(0, dtype=np.int32), np.empty(0, dtype=np.uint16)
        return expected(), Compared(
            nothing, nothing, np.empty((0, len(COMPARISONS)), np.int8), rules
        )
    parts = iter((28, 34, 40))
    on_spark = backend == "spark"
    rows = prepared.table(key) if on_spark else prepared.table({}, sampled(len(prepared), seed))
    with Matcher(rows, seed=seed, backend=backend, memory=memory, threads=threads) as matcher:
        weights = matcher.learn(lambda: progress(next(parts), _STEPS))
        if on_spark:
            found = matcher.compare(lambda done, of: progress(40 + 28 * done // of, _STEPS))
            return weights, replace(found, rules=rules_of(key, found.left, found.right))
    table = np.stack([key[rule.name] for rule in RULES], axis=1)
    left, right, rules = pairs_of_keys(table, prepared.list_of_row, prepared.repeats)
    progress(52, _STEPS)
    return weights, Compared(left, right, levels(prepared, left, right, threads=threads), rules)


def spelled_alike(found: NDArray[np.int8]) -> NDArray[np.bool_]:
    """Say of each pair whether all parts of its names that both rows have are the same."""
    parts = [at for at, each in enumerate(COMPARISONS) if each.name in NAMES]
    alike: NDArray[np.bool_] = np.logical_and.reduce(found[:, parts] <= 0, axis=1)
    return alike


def pairs_of(prepared: Columns) -> float:
    """Return how many pairs of rows may be one person by the rules of their lists."""
    sizes = np.bincount(prepared.list_of_row, minlength=len(prepared.lists)).astype(np.float64)
    within = sizes * (sizes - 1) / 2
    rows = float(len(prepared))
    return rows * (rows - 1) / 2 - float(within[~prepared.repeats].sum())


def _decided(prepared: Columns, decisions: Iterable[Decision]) -> tuple[tuple[int, int, bool], ...]:
    place = {row: number for number, row in enumerate(prepared.rows)}
    if len(place) != len(prepared):
        raise InputError(
            "bad-list", item="rows to link", expected="an id of its own for each row of a list",
            found=f"{len(prepared) - len(place):,} rows with the id of another",
            remedy="map a column to the row's id whose values are not repeated",
        )  # fmt: skip
    last: dict[tuple[int, int], Answer] = {}
    for decision in decisions:
        if decision.left not in place or decision.right not in place:
            raise InputError(
                "bad-list", item="an answer about two rows", expected="rows of these lists",
                found="a row that is in none", remedy="link the lists that the answer is about",
            )  # fmt: skip
        one, two = place[decision.left], place[decision.right]
        if one != two:
            last.pop((min(one, two), max(one, two)), None)
            last[min(one, two), max(one, two)] = decision.answer
    return tuple(
        (one, two, answer == "yes") for (one, two), answer in sorted(last.items())
        if answer != "undecided"
    )  # fmt: skip
