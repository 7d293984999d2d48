"""Conditions on a document, as SQL with bound values: marks, distances, spans of days.

What an assertion is about has the place and the time of the event, so these are looked for there as
well. Each condition is true or false, never unknown: NOT of it is the rest.
"""

from __future__ import annotations

from math import asin, ceil, cos, radians, sin, sqrt
from typing import assert_never

from probatum.index.denials import CONTRADICTED, RETRACTED
from probatum.index.documents import HAS_TEXT, SUGGESTION
from probatum.index.query_language import Marked
from probatum.index.query_values import Near, Span

_METRES_PER_DEGREE = 111_195  # of latitude, and of longitude at the equator
_EARTH_METRES = 6_371_009
NAMED = "SELECT '#' || n.object FROM doc n WHERE n.no IN"  # traits that name these documents


def marked(query: Marked) -> tuple[str, list[object]]:
    """Suggested, retracted, with text; or denied, disputed, retracted or corrected by another.

    The bits stand in the SQL, so that SQLite sees which of its indexes hold just these documents.
    """
    match query.mark:
        case "suggestion":
            return f"d.flags & {SUGGESTION} <> 0", []
        case "retracted":
            return f"d.flags & {RETRACTED} <> 0", []
        case "text":
            return f"d.flags & {HAS_TEXT} <> 0", []
        case "contradiction":
            return f"d.flags & {CONTRADICTED} <> 0", []
        case _:
            assert_never(query.mark)


def near(query: Near) -> tuple[str, list[object]]:
    """Within the distance, or possibly so: a place known to 5 km may lie 5 km nearer."""
    high = ceil(query.metres / _METRES_PER_DEGREE * 1_000_000)
    metres = "coalesce(s.metres, 0)"
    found = (
        "SELECT s.no FROM doc_scope s"
        f" WHERE s.latitude BETWEEN ? - {metres} * 9.1 - 1 AND ? + {metres} * 9.1 + 1"
        f" AND metres_between(s.latitude, s.longitude, ?, ?) <= ? + {metres}"
    )
    values: list[object] = [query.latitude - high, query.latitude + high, query.latitude,
                            query.longitude, query.metres]  # fmt: skip
    return (
        f"(d.no IN ({found}) OR d.profile IN (SELECT t.profile FROM trait t WHERE t.field = 'place'"
        f" AND t.value IN ({NAMED} ({found})))"
        " OR coalesce(d.about IN (SELECT e.object FROM doc e JOIN trait u ON u.profile = e.profile"
        f" WHERE u.field = 'place' AND u.value IN ({NAMED} ({found}))), 0))",
        values * 3,
    )


def span(query: Span, *, alone: bool = False) -> tuple[str, list[object]]:
    """Days that overlap; of an event whose time is unknown nothing is said.

    ``alone``: no words lead to few documents. Then it goes from what is dated to the documents.
    """
    low, high = ("earliest", "latest") if query.field == "when" else (
        "collected_first", "collected_last")  # fmt: skip
    first = -1 if query.first is None else query.first
    last = 10_000_000 if query.last is None else query.last
    if alone and query.field == "when":
        dated = (
            "SELECT s.no FROM doc_scope s WHERE coalesce(s.earliest, s.latest) IS NOT NULL"
            " AND coalesce(s.earliest, -1) <= ? AND coalesce(s.latest, 10000000) >= ?"
        )
        bounds: list[object] = [last, first]
        return (
            f"(d.no IN ({dated}) OR (d.about IS NOT NULL AND d.about IN"
            f" (SELECT e.object FROM doc e WHERE e.no IN ({dated}))))",
            bounds * 2,
        )
    fits = (
        f"SELECT 1 FROM doc_scope s WHERE s.no = {{no}} AND coalesce(s.{low}, s.{high}) IS NOT NULL"
        f" AND coalesce(s.{low}, -1) <= ? AND coalesce(s.{high}, 10000000) >= ?"
    )
    values: list[object] = [last, first]
    own = f"EXISTS ({fits.format(no='d.no')})"
    if query.field == "collected":
        return own, values
    about = (
        "EXISTS (SELECT 1 FROM doc e WHERE e.object = d.about"
        f" AND EXISTS ({fits.format(no='e.no')}))"
    )
    return f"({own} OR {about})", values * 2


def metres_between(lat: int, lon: int, other_lat: int, other_lon: int) -> float:
    """Return the distance of two points, in millionths of a degree, along a great circle."""
    one, other = radians(lat / 1e6), radians(other_lat / 1e6)
    across = radians((lon - other_lon) / 1e6)
    half = sin((one - other) / 2) ** 2 + cos(one) * cos(other) * sin(across / 2) ** 2
    return 2 * _EARTH_METRES * asin(min(1.0, sqrt(half)))
