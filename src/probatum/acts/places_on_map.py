"""What is said to have happened where: records with a position, for a map and its list."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.acts.captions_of import captions_of
from probatum.acts.session import Session
from probatum.index.map_queries import Box
from probatum.index.query_language import parse
from probatum.model.roles import Deed

MOST = 500
_WORLD = Box(-180_000_000, -90_000_000, 180_000_000, 90_000_000)


@dataclass(frozen=True, slots=True)
class OnMap:
    """A record at its position in degrees, known to ``metres`` (None: not said)."""

    id: str
    ref: str
    noun: str
    caption: str
    latitude: float
    longitude: float
    metres: int | None


@dataclass(frozen=True, slots=True)
class MapView:
    """What is in view; ``more`` says that there is more than fits: come closer, or filter."""

    places: tuple[OnMap, ...]
    more: bool


def places_on_map(
    session: Session, query: str = "", box: tuple[float, float, float, float] | None = None
) -> MapView:  # fmt: skip
    """Return records that have a position; logged before they are shown.

    ``box`` is west, south, east, north in degrees. Raises UseError ``wrong-use`` for a query that
    means nothing.
    """
    session.require(Deed.READ)
    session.catch_up()
    asked = parse(query) if query.strip() else None
    wanted = _WORLD if box is None else Box(*(round(each * 1_000_000) for each in box))
    found = session.index.placed(wanted, limit=MOST + 1, query=asked)
    shown = found[:MOST]
    records = {row.id: row for row in session.index.some_records(each.id for each in shown)}
    captions, others = captions_of(session, records.values())
    session.saw_records("map", [*records.values(), *others])
    places = tuple(
        OnMap(
            each.id, session.record_ref(records[each.id].number), records[each.id].noun,
            captions.get(each.id, ""), each.latitude / 1_000_000, each.longitude / 1_000_000,
            each.metres,
        )
        for each in shown if each.id in records
    )  # fmt: skip
    return MapView(places, len(found) > MOST)
