"""What is dated, by the page: one ordered walk along four kinds of time that are kept apart."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice
from typing import Literal, TypeAlias, get_args

from probatum.index.denials import RETRACTED
from probatum.index.documents import SUGGESTION
from probatum.index.query_language import Query
from probatum.index.schema import Connection, Row, reported
from probatum.index.search_conditions import metres_between
from probatum.index.search_sql import Plan, Planner

KindOfTime: TypeAlias = Literal["event", "said", "collected", "recorded"]
_KINDS: tuple[KindOfTime, ...] = get_args(KindOfTime)
_COLUMNS = {
    "event": "coalesce(s.earliest, s.latest)",
    "said": "coalesce(s.said_first, s.said_last)",
    "collected": "coalesce(s.got_first, s.got_last)",
}
_LOOKED_AT = 20_000  # versions that a page of recorded times looks through
_LAST = 10_000_000  # a day that never comes


@dataclass(frozen=True, slots=True, order=True)
class DatedAt:
    """One record on the line. ``day`` is an ordinal, the first day that its time allows."""

    day: int
    kind: int
    number: int
    id: str

    @property
    def time(self) -> KindOfTime:
        """Which kind of time stands here."""
        return _KINDS[self.kind]


class DatedQueries:
    """Walks along the dates of a case."""

    _connection: Connection

    def dated_page(
        self, kinds: Collection[KindOfTime], *, limit: int, first: int = 0, last: int = _LAST,
        behind: tuple[int, int, int] | None = None, query: Query | None = None,
    ) -> list[DatedAt]:  # fmt: skip
        """Return what is dated from the day ``first`` to ``last``, earliest first.

        ``behind``: day, kind and number of the last one shown. ``query`` limits it to documents
        that search would find.
        """
        with reported():
            self._connection.create_function(
                "metres_between", 4, metres_between, deterministic=True
            )
            plan = Plan() if query is None else Planner(self._connection).plan(query)
            start = first if behind is None else max(first, behind[0])
            found = [self._of(kind, limit, start, last, behind, plan) for kind in kinds]
        return list(islice(merge(*found), limit))

    def _of(
        self, kind: KindOfTime, limit: int, first: int, last: int,
        behind: tuple[int, int, int] | None, plan: Plan,
    ) -> list[DatedAt]:  # fmt: skip
        number = _KINDS.index(kind)
        at, after = first, -1  # begin behind this document of this day
        if behind is not None and first == behind[0]:
            at, after = behind[0], -1 if number > behind[1] else behind[2]
            if number < behind[1]:
                after = 1 << 62
        fits = "" if plan.match is None else (
            " AND d.no IN (SELECT rowid FROM word WHERE word MATCH ?)")  # fmt: skip
        values = ([] if plan.match is None else [plan.match]) + plan.values
        if kind == "recorded":
            return self._recorded(number, limit, (at, after, last), fits + plan.conditions, values)
        day = _COLUMNS[kind]
        rows: list[Row] = self._connection.execute(
            f"SELECT {day}, s.no, o.id FROM doc_scope s JOIN doc d ON d.no = s.no"
            f" JOIN object o ON o.position = d.object WHERE {day} IS NOT NULL"
            f" AND {day} >= ? AND {day} <= ? AND ({day} > ? OR s.no > ?) AND d.flags & ? = 0"
            f"{fits}{plan.conditions} ORDER BY {day}, s.no LIMIT ?",
            (at, last, at, after, RETRACTED | SUGGESTION, *values, limit),
        ).fetchall()
        return [DatedAt(row[0], number, row[1], row[2].hex()) for row in rows]

    def _recorded(
        self, number: int, limit: int, bounds: tuple[int, int, int], fits: str,
        values: list[object],
    ) -> list[DatedAt]:  # fmt: skip
        at, after, last = bounds
        # In the order of the log, which is that of the clock unless somebody set it back.
        start: Row | None = self._connection.execute(
            "SELECT idx FROM version WHERE at >= ? ORDER BY at, idx LIMIT 1", (_spelled(at),)
        ).fetchone()
        if start is None:
            return []
        rows: list[Row] = self._connection.execute(
            "SELECT x.at, x.idx, o.id FROM (SELECT v.at, v.idx, r.first, r.object FROM version v"
            " CROSS JOIN record r ON r.object = v.object AND r.last = v.idx"
            " WHERE v.idx >= ? AND v.idx > ? AND v.at < ? AND r.noun = 'assertion'"
            " AND NOT r.retracted ORDER BY v.idx LIMIT ?) x"
            " CROSS JOIN doc d ON d.no = x.first CROSS JOIN object o ON o.position = x.object"
            f" WHERE 1{fits} ORDER BY x.idx LIMIT ?",
            (start[0], after, _spelled(last + 1), _LOOKED_AT if fits else limit, *values, limit),
        ).fetchall()
        return [
            DatedAt(date.fromisoformat(row[0][:10]).toordinal(), number, row[1], row[2].hex())
            for row in rows
        ]


def _spelled(day: int) -> str:
    return "9999" if day >= date.max.toordinal() else date.fromordinal(max(day, 1)).isoformat()
