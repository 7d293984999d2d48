"""How what was found divides: by kind, stance, speaker, place, language and label."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal, TypeAlias, get_args

import msgspec

from probatum.index.schema import Connection, Row
from probatum.index.search_sql import Plan

Facet: TypeAlias = Literal["kind", "stance", "speaker", "place", "language", "label"]
FACETS: tuple[Facet, ...] = get_args(Facet)
MOST_VALUES = 20  # of one facet
_STEPS = (10_000, 100, 10, 3, 1, 0)  # documents of one profile
_decode_traits = msgspec.json.Decoder(list[tuple[str, str]]).decode


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value and how many documents have it. ``object`` is set where the value is a record."""

    value: str
    object: int | None
    documents: int


def profiles_of(connection: Connection, plan: Plan, since: int | None = None) -> Counter[int]:
    """Return profile -> how many documents that fit have it."""
    if plan.match is None:
        counted = "sum(d.documents) FROM tally d" if plan.by_kind else "count(*) FROM doc d"
        rows = connection.execute(
            f"SELECT d.profile, {counted} WHERE 1{plan.conditions} GROUP BY d.profile",
            plan.values,
        )
        return Counter(dict(rows.fetchall()))
    newest = "" if since is None else f" AND word.rowid >= {since:d}"
    rows = connection.execute(
        "SELECT d.profile FROM word CROSS JOIN doc d ON d.no = word.rowid"
        f" WHERE word MATCH ?{newest}{plan.conditions}",
        [plan.match, *plan.values],
    )
    return Counter(map(itemgetter(0), rows))


def frequent(connection: Connection, plan: Plan, most: int) -> tuple[int, Counter[int]]:
    """Return how many documents fit, and ``most`` of their profiles, frequent ones first.

    For plans that ask about family and flags alone. Sorting all profiles by how frequent they are
    took most of a search. So they are taken in steps of frequency, and of the step that does not
    fit as a whole those that are newest.
    """
    steps = ", ".join(f"coalesce(sum(d.documents > {step}), 0)" for step in _STEPS)
    [(total, *above)] = connection.execute(
        f"SELECT coalesce(sum(d.documents), 0), {steps} FROM tally d WHERE 1{plan.conditions}",
        plan.values,
    )
    found: Counter[int] = Counter()
    taken, highest = 0, total
    for step, rows in zip(_STEPS, above, strict=True):
        if rows > taken:
            for profile, documents in connection.execute(
                "SELECT d.profile, d.documents FROM tally d"
                f" WHERE d.documents > ? AND d.documents <= ?{plan.conditions}"
                " ORDER BY d.family DESC, d.profile DESC LIMIT ?",
                [step, highest, *plan.values, most - taken],
            ):
                found[profile] += documents
        taken, highest = rows, step
        if taken >= most:
            break
    return total, found


def facets_of(
    connection: Connection, profiles: Counter[int], wanted: Sequence[Facet]
) -> dict[Facet, tuple[FacetValue, ...]]:
    """Return the most frequent values of each facet that is wanted, among these profiles."""
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
