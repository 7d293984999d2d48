"""The weights of agreement, learned from the lists themselves: Splink on DuckDB, or on Spark.

Fellegi and Sunter's model: at each level of each comparison, how often two rows of one person stand
there (*m*) and how often rows of two persons do (*u*). Splink samples u from pairs at random and
finds m by expectation maximisation in two blocks, names where day and place agree, day and place
where names agree. Few rows say little about m, so each is drawn towards what is expected of lists
(``Level.likely``) with the weight of ``PRIOR_PAIRS`` pairs, and u likewise.

Names are personal data: DuckDB keeps everything in memory (no spill, a limit instead), loads no
extension, opens no file and no network; Splink's messages go nowhere.
"""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from probatum.link.blocking import RULES
from probatum.link.comparisons import (
    ALSO,
    COMPARISONS,
    KINSHIP,
    NAMES,
    SELDOM,
    Backend,
    level_of,
    not_kin_of_one_day,
    splink_comparisons,
)
from probatum.link.learned import Weights, drawn_to_expectations
from probatum.link.spark import missing, session

if TYPE_CHECKING:
    import pyarrow

MEMORY = "3GB"
THREADS = 2
SAMPLED_PAIRS = 400_000
TRAINING_PAIRS = 400_000
LEARNED_FROM = 60_000
"""Rows from which weights are learned, drawn at random: more of them tell hardly more."""
ROWS_AT_ONCE = 125_000
_EITHER_LIST = "(l.list <> r.list or l.repeats)"
_TRAINING = (
    "l.given_bones = r.given_bones and l.family_bones = r.family_bones",
    "l.died_from = r.died_from and l.leaf_bones = r.leaf_bones",
)


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs that a rule found, ordered, left < right, and the level of each comparison.

    ``levels`` has shape (pairs, comparisons): the place in ``Comparison.levels``, -1 where one of
    the rows says nothing. ``rules`` has a bit for each rule that found the pair, in their order.
    """

    left: NDArray[np.int32]
    right: NDArray[np.int32]
    levels: NDArray[np.int8]
    rules: NDArray[np.uint16]


def require_libraries() -> None:
    """Raise WorldError ``missing-library`` where the extra ``count`` is not installed."""
    for module in ("numpy", "duckdb", "splink", "numba", "pyarrow"):
        if find_spec(module) is None:
            raise missing(f"the package {module}", "pip install 'probatum[count]'")


def settings(
    backend: Backend = "duckdb", *, coded: bool = False, without: Collection[str] = ()
) -> dict[str, Any]:
    """Return the model before any list is looked at, as Splink's settings."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "comparisons": splink_comparisons(backend, coded=coded, without=without),
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": f"l.{rule.name} = r.{rule.name} and {_EITHER_LIST}"} for rule in RULES
        ],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": True,
        "probability_two_random_records_match": 1e-4,
        "linker_uid": "probatum",
        "max_iterations": 40,
        "em_convergence": 1e-4,
    }


def sampled(rows: int, seed: int) -> NDArray[np.int64]:
    """Return the rows from which weights are learned: all of few, a random sample of many."""
    if rows <= LEARNED_FROM:
        return np.arange(rows)
    chance = np.random.Generator(np.random.PCG64([seed, 2]))
    return np.sort(chance.choice(rows, LEARNED_FROM, replace=False))


def said(table: pyarrow.Table, name: str) -> float:
    """Return in what share of pairs of rows of different lists both rows say something."""
    lists = table["list"].to_numpy()
    all_rows = np.bincount(lists).astype(np.float64)
    rows = np.bincount(lists[table[name].is_valid().to_numpy()], minlength=len(all_rows))
    pairs = all_rows.sum() ** 2 - (all_rows**2).sum()
    if not pairs:  # one list, which may name somebody twice
        return float((rows.sum() / max(1.0, all_rows.sum())) ** 2)
    return float((float(rows.sum()) ** 2 - float((rows.astype(np.float64) ** 2).sum())) / pairs)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Splink from printing: it configures logging, and warns about what is handled here."""
    logger = logging.getLogger("splink")
    before = logger.level, logger.propagate
    logger.setLevel(logging.CRITICAL)
    logger.propagate = False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(before[0])
        logger.propagate = before[1]


class Matcher:
    """Rows in a database, and Splink upon them. Use it as a context; nothing outlives it."""

    def __init__(
        self, table: pyarrow.Table, *, seed: int, backend: Backend = "duckdb",
        memory: str = MEMORY, threads: int = THREADS,
    ) -> None:  # fmt: skip
        self.rows, self.seed, self.backend = table.num_rows, seed, backend
        self._said = {name: said(table, name) for name in SELDOM}
        self._connection: Any = None
        for each in ("given_known", *NAMES, *(f"{name}_bones" for name in NAMES)):
            table = table.append_column(ALSO + each, table[each])
        with ExitStack() as opened, _quiet():
            self._api = (
                self._spark(opened) if backend == "spark" else self._duckdb(opened, memory, threads)
            )
            self._input = self._api.register(table, table_name="rows")
            self._opened = opened.pop_all()

    def __enter__(self) -> Matcher:
        return self

    def __exit__(self, *_exception: object) -> None:
        self._opened.close()

    def _duckdb(self, opened: ExitStack, memory: str, threads: int) -> Any:
        require_libraries()
        import duckdb
        from splink.backends.duckdb import DuckDBAPI

        self._connection = duckdb.connect(
            ":memory:",
            config={
                "memory_limit": memory, "threads": threads, "temp_directory": "",
                "autoinstall_known_extensions": False, "autoload_known_extensions": False,
                "allow_community_extensions": False, "preserve_insertion_order": False,
            },
        )  # fmt: skip
        opened.callback(self._connection.close)
        self._connection.execute("SET max_temp_directory_size = '0B'")
        self._connection.execute("SET enable_external_access = false")
        self._connection.execute("SET enable_progress_bar = false")
        return DuckDBAPI(connection=self._connection)

    def _spark(self, opened: ExitStack) -> Any:
        found = opened.enter_context(session())
        from splink.backends.spark import SparkAPI

        made: Any = SparkAPI
        return made(spark_session=found, break_lineage_method="persist")

    def _linker(self, known: dict[str, Any]) -> Any:
        from splink import Linker

        return Linker(self._input, known, log_level=None, validate_settings=False)

    def learn(self, step: Callable[[], None]) -> Weights:
        """Learn m and u from the rows; calls ``step`` after each of three parts."""
        from splink.internals.exceptions import EMTrainingException

        with _quiet():
            unsaid = [name for name, share in self._said.items() if not share]
            # Kin who die together stand in the block of one day and place: `kinship` weighs them.
            linker = self._linker(settings(self.backend, without=(*unsaid, *KINSHIP)))
            linker.training.estimate_u_using_random_sampling(
                max_pairs=SAMPLED_PAIRS, seed=self.seed, min_count_per_level=None, num_chunks=1
            )
            learned = linker.misc.save_model_to_json()
            step()
            matched: dict[str, float] = {}
            names, facts = _TRAINING
            for rule in (names, f"{facts} and {not_kin_of_one_day(self.backend)}"):
                try:
                    session = linker.training.estimate_parameters_using_expectation_maximisation(
                        f"{rule} and {_EITHER_LIST}", estimate_without_term_frequencies=True,
                        max_pairs=TRAINING_PAIRS,
                    )  # fmt: skip
                except (EMTrainingException, ValueError):  # a level that no pair has: m is 0
                    # Too few pairs in this block: what is expected of lists stands. What failed
                    # half way has lost comparisons; go on from before.
                    linker = self._linker(learned)
                    step()
                    continue
                share = session.core_model_settings.probability_two_random_records_match
                pairs = share * self._pairs(linker, rule)
                for comparison in session.core_model_settings.comparisons:
                    name = comparison.output_column_name
                    matched[name] = matched.get(name, 0.0) + pairs * self._said.get(name, 1.0)
                learned = linker.misc.save_model_to_json()
                step()
        sampled = min(float(SAMPLED_PAIRS), self.rows * (self.rows - 1) / 2)
        random = {each.name: sampled * self._said.get(each.name, 1.0) for each in COMPARISONS}
        return drawn_to_expectations(learned, matched, random)

    def _pairs(self, linker: Any, rule: str) -> float:
        """Return how many pairs a block has."""
        asked = (f"select count(*) as pairs from rows l inner join rows r on {rule}"
                 f" and l.unique_id < r.unique_id and {_EITHER_LIST}")  # fmt: skip
        [found] = linker.misc.query_sql(asked).as_record_list()
        return float(found["pairs"])

    def compare(self, step: Callable[[int, int], None]) -> Compared:
        """Compare all pairs that a rule finds, as Splink does: on Spark, and to check our own.

        The rows must have come with their keys. ``step`` is told which part of how many is done.
        """
        parts = max(1, round(self.rows / ROWS_AT_ONCE))
        found: list[Compared] = []
        with _quiet():
            linker = self._linker(settings(self.backend, coded=True))
            for part in range(1, parts + 1):
                predicted = linker.inference.predict_chunk(left_chunk=(part, parts))
                found.append(self._levels(predicted))
                predicted.drop_table_from_database_and_remove_from_cache()
                step(part, parts)
        left = np.concatenate([each.left for each in found])
        right = np.concatenate([each.right for each in found])
        levels = np.concatenate([each.levels for each in found])
        order = np.lexsort((right, left))
        rules = np.zeros(len(order), dtype=np.uint16)  # Splink names one rule; the keys say all
        return Compared(left[order], right[order], levels[order], rules)

    def _levels(self, predicted: Any) -> Compared:
        names = [f"mw_{comparison.name}" for comparison in COMPARISONS]
        if self._connection is not None:
            arrow = self._connection.sql(
                f"select unique_id_l, unique_id_r, {', '.join(names)}"
                f" from {predicted.physical_name}"
            ).to_arrow_table()
        else:
            import pyarrow as pa

            arrow = pa.Table.from_pylist(predicted.as_record_list())
        one, other = (
            arrow[name].to_numpy().astype(np.int32) for name in ("unique_id_l", "unique_id_r")
        )
        levels = np.empty((len(one), len(names)), dtype=np.int8)
        for at, name in enumerate(names):
            levels[:, at] = level_of(arrow[name].to_numpy())
        rules = np.zeros(len(one), dtype=np.uint16)
        return Compared(np.minimum(one, other), np.maximum(one, other), levels, rules)
