"""Answering a search: how many, the best of them with snippets, and how they divide (facets)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from probatum.index.denials import RETRACTED
from probatum.index.documents import SUGGESTION
from probatum.index.query_language import Query
from probatum.index.ranking import (
    Behind,
    Effort,
    Order,
    at_once,
    best_of,
    frequency,
    sorting_of,
)
from probatum.index.schema import Connection, Row, reported
from probatum.index.search_conditions import metres_between
from probatum.index.search_facets import FACETS, Facet, FacetValue, facets_of, frequent, profiles_of
from probatum.index.search_sql import Plan, Planner
from probatum.index.snippets import Snippet, snippet

__all__ = [
    "FACETS", "Answer", "Behind", "Effort", "Facet", "FacetValue", "Hit", "Order", "documents_of",
    "search",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """One document that fits. ``number`` is its entry's position, ``object`` its object's,
    ``about`` the object that it is about; ``title`` marks where words stand in the title.
    """

    number: int
    object: int
    about: int | None
    kind: str
    title: Snippet
    body: Snippet
    suggestion: bool
    retracted: bool
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """``total`` documents of ``searched`` fit; facets count ``counted`` of them. ``ranked``: the
    best are looked for among so many, the newest; None: among all. ``spelled`` says which other
    spellings of a word were searched as well.
    """

    total: int
    counted: int
    ranked: int | None
    searched: int
    hits: tuple[Hit, ...]
    facets: dict[Facet, tuple[FacetValue, ...]]
    spelled: dict[str, tuple[str, ...]]


def search(
    connection: Connection, query: Query, *, limit: int = 20, offset: int = 0,
    facets: Sequence[Facet] = FACETS, order: Order = "best", behind: Behind | None = None,
    within: Effort | None = None,
) -> Answer:  # fmt: skip
    """Return what fits a query: best first, and of equals the oldest; by age without words.

    Rank is BM25 over all documents, words of a title counting four times. ``behind`` is the last
    hit of the page before, in the same order.

    ``within`` is for people who wait. Facets then count the most frequent and newest combinations
    of traits; and of documents with words that stand nearly everywhere only the newest are counted
    by facets and ranked (``Answer.ranked``). How many fit is exact all the same.
    """
    with reported():
        connection.create_function("metres_between", 4, metres_between, deterministic=True)
        plan, sorting = Planner(connection).plan(query), sorting_of(order, behind)
        total = since = None
        if plan.match is not None and plan.where:
            profiles, best = at_once(connection, plan, limit, offset, sorting)
        else:
            if within is not None and plan.match is not None:
                total, since = frequency(connection, plan.match, within.ranked)
            if within is not None and plan.match is None and plan.by_family:
                total, profiles = frequent(connection, plan, within.profiles)
            else:
                profiles = profiles_of(connection, plan, since)
            best = best_of(connection, plan, limit, offset, sorting, since)
        looked_at = sum(profiles.values())
        if within is not None and len(profiles) > within.profiles:
            some = sorted(profiles.items(), key=lambda each: (-each[1], -each[0]))[
                : within.profiles
            ]
            profiles = Counter(dict(some))
        [(searched,)] = connection.execute("SELECT documents FROM searched").fetchall()
        return Answer(
            total=looked_at if total is None else total,
            counted=sum(profiles.values()),
            ranked=looked_at if since is not None and sorting.by_score else None,
            searched=searched,
            hits=_hits(connection, plan, best),
            facets=facets_of(connection, profiles, facets),
            spelled=plan.spelled,
        )


def documents_of(connection: Connection, objects: Sequence[int]) -> tuple[Hit, ...]:
    """Return the first document of each of these objects that has one, in their order."""
    with reported():
        rows = connection.execute(
            "SELECT object, min(no) FROM doc WHERE object IN (SELECT value FROM json_each(?))"
            " GROUP BY object",
            (json.dumps(list(objects)),),
        ).fetchall()
        numbers = dict(rows)
        best = [(numbers[each], 0.0) for each in objects if each in numbers]
        return _hits(connection, Plan(), best)


def _hits(connection: Connection, plan: Plan, best: Sequence[Row]) -> tuple[Hit, ...]:
    """Return the documents of these numbers and scores, in their order."""
    rows = connection.execute(
        "SELECT d.no, d.object, d.about, k.value, t.title, t.body, d.flags FROM doc d"
        " CROSS JOIN doc_text t ON t.no = d.no"
        " CROSS JOIN family_trait k ON k.field = 'kind' AND k.family = d.family"
        " WHERE d.no IN (SELECT value FROM json_each(?))",
        (json.dumps([number for number, _ in best]),),
    ).fetchall()
    found = {row[0]: row for row in rows}
    return tuple(_hit(plan, found[number], score) for number, score in best)


def _hit(plan: Plan, row: Row, score: float) -> Hit:
    number, position, about, kind, title, body, flags = row
    return Hit(
        number, position, about, kind, snippet(title, plan.wanted, whole=True),
        snippet(body, plan.wanted), bool(flags & SUGGESTION), bool(flags & RETRACTED), -score,
    )  # fmt: skip
