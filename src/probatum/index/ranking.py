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
    """SQL over ``no`` and ``score``: what is left out before, and the order."""

    by_score: bool
    where: str
    order: str
    values: tuple[float | int, ...]


def sorting_of(order: Order, behind: Behind | None) -> Sorting:
    """Return how an order is said in SQL, from behind a hit on."""
    if order == "best":
        where = "" if behind is None else " AND (score > ? OR (score = ? AND no > ?))"
        values = () if behind is None else (-behind[0], -behind[0], behind[1])
        return Sorting(True, where, "score, no", values)
    sign, way = ("<", "DESC") if order == "newest" else (">", "ASC")
    where = "" if behind is None else f" AND no {sign} ?"
    return Sorting(False, where, f"no {way}", () if behind is None else (behind[1],))


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
            "SELECT no, score FROM (SELECT d.no AS no, 0.0 AS score FROM doc d"
            f" WHERE 1{plan.conditions}) WHERE 1{sorting.where}"
            f" ORDER BY {sorting.order.replace('score, ', '')} LIMIT ? OFFSET ?",
            [*plan.values, *sorting.values, limit, offset],
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
    descending = "DESC" in sorting.order
    where, behind = sorting.where.replace("no ", "d.no "), sorting.values
    if sorting.by_score and behind:
        where, behind = " AND d.no > ?", behind[2:]
    found = (
        connection.execute(
            f"SELECT d.no FROM doc d WHERE d.family = ?{plan.conditions}{where}"
            f" ORDER BY d.no {'DESC' if descending else 'ASC'} LIMIT ?",
            [family, *plan.values, *behind, limit + offset],
        )
        for (family,) in families
    )
    numbers = merge(*((no for (no,) in rows) for rows in found), reverse=descending)
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
    return profiles, sorted(best, reverse="DESC" in sorting.order)
