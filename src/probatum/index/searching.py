"""Answering a search: how many, the best of them with snippets, and how they divide (facets)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

import msgspec

from probatum.index.denials import RETRACTED
from probatum.index.documents import SUGGESTION
from probatum.index.query_language import Query
from probatum.index.schema import Connection, Row, reported
from probatum.index.search_conditions import metres_between
from probatum.index.search_sql import Plan, Planner
from probatum.index.snippets import Snippet, snippet

Order: TypeAlias = Literal["best", "newest", "oldest"]
Behind: TypeAlias = tuple[float, int]
"""The last hit of a page: its score (``Hit.score``) and number."""
Facet: TypeAlias = Literal["kind", "stance", "speaker", "place", "language", "label"]
FACETS: tuple[Facet, ...] = get_args(Facet)
MOST_VALUES = 20  # of one facet
TITLE_WEIGHT = 4.0
_decode_traits = msgspec.json.Decoder(list[tuple[str, str]]).decode


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
class FacetValue:
    """A value and how many documents have it. ``object`` is set where the value is a record."""

    value: str
    object: int | None
    documents: int


@dataclass(frozen=True, slots=True)
class Answer:
    """``total`` documents of ``searched`` fit; facets count ``counted`` of them. ``spelled`` says
    which other spellings of a word were searched as well.
    """

    total: int
    counted: int
    searched: int
    hits: tuple[Hit, ...]
    facets: dict[Facet, tuple[FacetValue, ...]]
    spelled: dict[str, tuple[str, ...]]


def search(
    connection: Connection, query: Query, *, limit: int = 20, offset: int = 0,
    facets: Sequence[Facet] = FACETS, order: Order = "best", behind: Behind | None = None,
    within: int | None = None,
) -> Answer:  # fmt: skip
    """Return what fits a query: best first, and of equals the oldest; by age without words.

    ``within`` limits facets to so many combinations of traits, the most frequent and newest ones.

    Rank is BM25 over all documents, words of a title counting four times. ``behind`` is the last
    hit of the page before, in the same order.
    """
    with reported():
        connection.create_function("metres_between", 4, metres_between, deterministic=True)
        plan = Planner(connection).plan(query)
        if plan.match is not None and plan.where:
            profiles, best = _at_once(connection, plan, limit, offset, _sorting(order, behind))
        else:
            profiles = _profiles(connection, plan)
            best = _best(connection, plan, limit, offset, _sorting(order, behind))
        hits = [_hit(connection, plan, number, score) for number, score in best]
        [(searched,)] = connection.execute("SELECT documents FROM searched").fetchall()
        total = sum(profiles.values())
        if within is not None and len(profiles) > within:
            some = sorted(profiles.items(), key=lambda each: (-each[1], -each[0]))[:within]
            profiles = Counter(dict(some))
        return Answer(
            total=total,
            counted=sum(profiles.values()),
            searched=searched,
            hits=tuple(hits),
            facets=_facets(connection, profiles, facets),
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
        return tuple(
            _hit(connection, Plan(), numbers[each], 0.0) for each in objects if each in numbers
        )


def _profiles(connection: Connection, plan: Plan) -> Counter[int]:
    """Return profile -> how many documents that fit have it."""
    if plan.match is None:
        counted = "sum(d.documents) FROM tally d" if plan.by_kind else "count(*) FROM doc d"
        rows = connection.execute(
            f"SELECT d.profile, {counted} WHERE 1{plan.conditions} GROUP BY d.profile",
            plan.values,
        )
        return Counter(dict(rows.fetchall()))
    rows = connection.execute(
        "SELECT d.profile FROM word CROSS JOIN doc d ON d.no = word.rowid"
        f" WHERE word MATCH ?{plan.conditions}",
        [plan.match, *plan.values],
    )
    return Counter(row[0] for row in rows)


@dataclass(frozen=True, slots=True)
class _Sorting:
    """SQL over ``no`` and ``score``: what is left out before, and the order."""

    by_score: bool
    where: str
    order: str
    values: tuple[float | int, ...]


def _sorting(order: Order, behind: Behind | None) -> _Sorting:
    if order == "best":
        where = "" if behind is None else " AND (score > ? OR (score = ? AND no > ?))"
        values = () if behind is None else (-behind[0], -behind[0], behind[1])
        return _Sorting(True, where, "score, no", values)
    sign, way = ("<", "DESC") if order == "newest" else (">", "ASC")
    where = "" if behind is None else f" AND no {sign} ?"
    return _Sorting(False, where, f"no {way}", () if behind is None else (behind[1],))


def _best(
    connection: Connection, plan: Plan, limit: int, offset: int, sorting: _Sorting
) -> list[Row]:
    """Return number and score of the documents to be shown, best first."""
    if plan.match is None:
        rows = connection.execute(
            "SELECT no, score FROM (SELECT d.no AS no, 0.0 AS score FROM doc d"
            f" WHERE 1{plan.conditions}) WHERE 1{sorting.where}"
            f" ORDER BY {sorting.order.replace('score, ', '')} LIMIT ? OFFSET ?",
            [*plan.values, *sorting.values, limit, offset],
        )
    else:
        score = f"bm25(word, {TITLE_WEIGHT}, 1.0)" if sorting.by_score else "0.0"
        rows = connection.execute(
            f"SELECT no, score FROM (SELECT rowid AS no, {score} AS score FROM word"
            f" WHERE word MATCH ?) WHERE 1{sorting.where} ORDER BY {sorting.order}"
            " LIMIT ? OFFSET ?",
            [plan.match, *sorting.values, limit, offset],
        )
    found: list[Row] = rows.fetchall()
    return found


def _at_once(
    connection: Connection, plan: Plan, limit: int, offset: int, sorting: _Sorting
) -> tuple[Counter[int], list[Row]]:
    """Return what `_profiles` and `_best` do, asking the conditions once for each document.

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


def _hit(connection: Connection, plan: Plan, number: int, score: float) -> Hit:
    row: Row = connection.execute(
        "SELECT d.object, d.about, d.flags, t.title, t.body, k.value FROM doc d"
        " JOIN doc_text t ON t.no = d.no"
        " JOIN trait k ON k.profile = d.profile AND k.field = 'kind' WHERE d.no = ?",
        (number,),
    ).fetchone()
    position, about, flags, title, body, kind = row
    return Hit(
        number, position, about, kind, snippet(title, plan.wanted, whole=True),
        snippet(body, plan.wanted), bool(flags & SUGGESTION), bool(flags & RETRACTED), -score,
    )  # fmt: skip


def _facets(
    connection: Connection, profiles: Counter[int], wanted: Sequence[Facet]
) -> dict[Facet, tuple[FacetValue, ...]]:
    counts: dict[str, dict[str, int]] = {facet: {} for facet in wanted}
    if not wanted:
        return {}
    for number, traits in _traits(connection, list(profiles)):
        times = profiles[number]
        for name, value in _decode_traits(traits):
            values = counts.get(name)
            if values is not None:
                values[value] = values.get(value, 0) + times
    return {
        facet: tuple(
            _named(connection, value, times)
            for value, times in sorted(counts[facet].items(), key=lambda each: (-each[1], each[0]))[
                :MOST_VALUES
            ]
        )
        for facet in wanted
        if counts[facet]
    }


def _traits(connection: Connection, numbers: list[int]) -> list[Row]:
    # Always by number: the file of a million documents may have as many profiles as assertions,
    # and looking at all of them took longer than the rest of the search.
    found: list[Row] = connection.execute(
        "SELECT no, traits FROM profile WHERE no IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    ).fetchall()
    return found


def _named(connection: Connection, value: str, times: int) -> FacetValue:
    """Say the title of the record that a trait names, as it is now."""
    if not (value.startswith("#") and value[1:].isdecimal()):
        return FacetValue(value, None, times)
    position = int(value[1:])
    row = connection.execute(
        "SELECT t.title FROM doc d JOIN doc_text t ON t.no = d.no WHERE d.object = ?"
        " ORDER BY d.no LIMIT 1",
        (position,),
    ).fetchone()
    return FacetValue("" if row is None else row[0], position, times)
