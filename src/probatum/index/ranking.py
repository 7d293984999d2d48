"""Which of the documents that fit are shown, and in what order."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from heapq import merge
from itertools import islice
from typing import Literal, TypeAlias

from probatum.index.schema import Connection, Row
from probatum.index.search_sql import Plan

Order: TypeAlias = Literal["best", "newest", "oldest"]
Behind: TypeAlias = tuple[float, int]
"""The last hit of a page: its score (``Hit.score``) and number."""
TITLE_WEIGHT = 4.0


@dataclass(frozen=True, slots=True)
class Effort:
    """What a search looks at while a person waits: facets count so many combinations of traits, and
    of documents with words that stand nearly everywhere so many are ranked. Looking up one costs
    some 4 us, twice.
    """

    profiles: int = 1_000
    ranked: int = 5_000


@dataclass(frozen=True, slots=True)
class Sorting:
    """SQL for an order: what is left out before a hit, and the order itself."""

    by_score: bool
    descending: bool
    behind: Behind | None

    @property
    def where(self) -> str:
        """The condition, over ``score`` and ``no``, behind a WHERE that has one already."""
        if self.behind is None or not self.by_score:
            return self.where_by_number("no")
        return " AND (score > ? OR (score = ? AND no > ?))"

    @property
    def values(self) -> tuple[float | int, ...]:
        """What ``where`` asks for."""
        if self.behind is None or not self.by_score:
            return self.number
        return (-self.behind[0], -self.behind[0], self.behind[1])

    @property
    def order(self) -> str:
        """The order, over ``score`` and ``no``."""
        return "score, no" if self.by_score else self.order_by_number("no")

    def where_by_number(self, column: str) -> str:
        """The condition where all documents score the same: over a column with their numbers."""
        return "" if self.behind is None else f" AND {column} {'<' if self.descending else '>'} ?"

    @property
    def number(self) -> tuple[int, ...]:
        """What ``where_by_number`` asks for."""
        return () if self.behind is None else (self.behind[1],)

    def order_by_number(self, column: str) -> str:
        """The order where all documents score the same."""
        return f"{column} {'DESC' if self.descending else 'ASC'}"


def sorting_of(order: Order, behind: Behind | None) -> Sorting:
    """Return how an order is said in SQL, from behind a hit on."""
    return Sorting(order == "best", order == "newest", behind)


def frequency(connection: Connection, match: str, most: int) -> tuple[int, int | None]:
    """Return how many documents words are in; and, if many, number of the oldest of the newest.

    Counting goes through a list of numbers; ranking and facets look each document up.
    """
    [(total,)] = connection.execute("SELECT count(*) FROM word WHERE word MATCH ?", (match,))
    if total <= most:
        return total, None
    [(since,)] = connection.execute(
        "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
        (match, most - 1),
    )
    return total, since


def best_of(
    connection: Connection,
    plan: Plan,
    limit: int,
    offset: int,
    sorting: Sorting,
    since: int | None = None,
) -> list[Row]:
    """Return number and score of the documents to be shown, best first."""
    if plan.match is None and plan.by_family and plan.where:
        return _first_of_families(connection, plan, limit, offset, sorting)
    if plan.match is None:
        rows = connection.execute(
            "SELECT d.no, 0.0 FROM doc d"
            f" WHERE 1{plan.conditions}{sorting.where_by_number('d.no')}"
            f" ORDER BY {sorting.order_by_number('d.no')} LIMIT ? OFFSET ?",
            [*plan.values, *sorting.number, limit, offset],
        )
    else:
        score = f"bm25(word, {TITLE_WEIGHT}, 1.0)" if sorting.by_score else "0.0"
        newest = f" AND rowid >= {since:d}" if sorting.by_score and since is not None else ""
        rows = connection.execute(
            f"SELECT no, score FROM (SELECT rowid AS no, {score} AS score FROM word"
            f" WHERE word MATCH ?{newest}) WHERE 1{sorting.where} ORDER BY {sorting.order}"
            " LIMIT ? OFFSET ?",
            [plan.match, *sorting.values, limit, offset],
        )
    found: list[Row] = rows.fetchall()
    return found


def _first_of_families(
    connection: Connection, plan: Plan, limit: int, offset: int, sorting: Sorting
) -> list[Row]:
    """Return what `best_of` does, asking each family for its first documents.

    SQLite would collect and sort all documents of a kind to show thirty.
    """
    families = connection.execute(
        f"SELECT DISTINCT d.family FROM tally d WHERE 1{plan.conditions}", plan.values
    ).fetchall()
    found = (
        connection.execute(
            "SELECT d.no FROM doc d"
            f" WHERE d.family = ?{plan.conditions}{sorting.where_by_number('d.no')}"
            f" ORDER BY {sorting.order_by_number('d.no')} LIMIT ?",
            [family, *plan.values, *sorting.number, limit + offset],
        )
        for (family,) in families
    )
    numbers = merge(*((no for (no,) in rows) for rows in found), reverse=sorting.descending)
    return [(no, 0.0) for no in islice(numbers, offset, offset + limit)]


def at_once(
    connection: Connection, plan: Plan, limit: int, offset: int, sorting: Sorting
) -> tuple[Counter[int], list[Row]]:
    """Return what `profiles_of` and `best_of` do, asking the conditions once for each document.

    Without conditions, keeping what was found costs as much as finding it twice.
    """
    rows = connection.execute(
        "WITH found AS MATERIALIZED ("
        f" SELECT d.no AS no, bm25(word, {TITLE_WEIGHT}, 1.0) AS score, d.profile AS profile"
        f" FROM word CROSS JOIN doc d ON d.no = word.rowid WHERE word MATCH ?{plan.conditions})"
        " SELECT no, score, NULL, NULL FROM"
        f" (SELECT no, score FROM found WHERE 1{sorting.where} ORDER BY {sorting.order}"
        " LIMIT ? OFFSET ?)"
        " UNION ALL SELECT NULL, NULL, profile, count(*) FROM found GROUP BY profile",
        [plan.match, *plan.values, *sorting.values, limit, offset],
    ).fetchall()
    profiles = Counter({profile: times for no, _, profile, times in rows if no is None})
    best = [(no, score) for no, score, _, _ in rows if no is not None]
    if sorting.by_score:
        return profiles, sorted(best, key=lambda each: (each[1], each[0]))
    return profiles, sorted(best, reverse=sorting.descending)
