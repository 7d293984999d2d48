"""What has a position, within the part of the world that a page shows."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.index.denials import RETRACTED
from probatum.index.documents import SUGGESTION
from probatum.index.query_language import Query
from probatum.index.schema import Connection, Row, reported
from probatum.index.search_conditions import metres_between
from probatum.index.search_sql import Plan, Planner


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the world in millionths of a degree; ``west`` > ``east`` across the date line."""

    west: int
    south: int
    east: int
    north: int


@dataclass(frozen=True, slots=True)
class Placed:
    """One record with a position; ``metres`` is how finely it is known."""

    id: str
    latitude: int
    longitude: int
    metres: int | None


class MapQueries:
    """Asks for positions."""

    _connection: Connection

    def placed(self, box: Box, *, limit: int, query: Query | None = None) -> list[Placed]:
        """Return records whose position lies in the box, at most ``limit``, oldest first.

        ``query`` limits them to what search would find. Suggestions and what was retracted have no
        place on a map.
        """
        with reported():
            self._connection.create_function(
                "metres_between", 4, metres_between, deterministic=True
            )
            plan = Plan() if query is None else Planner(self._connection).plan(query)
            fits = "" if plan.match is None else (
                " AND d.no IN (SELECT rowid FROM word WHERE word MATCH ?)")  # fmt: skip
            across = "OR" if box.west > box.east else "AND"
            rows: list[Row] = self._connection.execute(
                "SELECT o.id, s.latitude, s.longitude, s.metres FROM doc_scope s"
                " JOIN doc d ON d.no = s.no JOIN object o ON o.position = d.object"
                " JOIN record r ON r.object = d.object"
                " WHERE s.latitude IS NOT NULL AND s.latitude BETWEEN ? AND ?"
                f" AND (s.longitude >= ? {across} s.longitude <= ?) AND d.flags & ? = 0"
                f"{fits}{plan.conditions} LIMIT ?",
                (box.south, box.north, box.west, box.east, RETRACTED | SUGGESTION,
                 *([] if plan.match is None else [plan.match]), *plan.values, limit),
            ).fetchall()  # fmt: skip
        return [Placed(row[0].hex(), row[1], row[2], row[3]) for row in rows]
