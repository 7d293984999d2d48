"""GeoJSON (RFC 7946): the places of a case, each with its precision and what is said of it.

Degrees are written digit by digit as the record has them. A point is never given without
``precision_m``: on a map it looks exact whatever it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from probatum.disclose.exports import Exported
from probatum.model.nouns import Depiction, EventPlace, Place
from probatum.model.nouns.figures import Figure
from probatum.model.nouns.propositions import Act, Occurrence
from probatum.model.places import parse_point

_raw = msgspec.Raw


def collection(records: Iterable[Exported]) -> bytes:
    """Return a FeatureCollection of all places that have a point or an outline.

    ``said`` lists the propositions that name the place: that something was there is a claim.
    """
    said: dict[str, list[dict[str, str | None]]] = {}
    places = []
    for one in records:
        body = one.record
        if isinstance(body, Place):
            places.append((one, body))
        elif isinstance(body, Occurrence | Act | EventPlace | Depiction | Figure) and body.place:
            said.setdefault(body.place, []).append(
                {"ref": one.ref, "id": one.id, "noun": body.noun, "incident": body.incident}
            )
    features = [
        _feature(one, place, said.get(one.id, []))
        for one, place in places
        if place.lat is not None or place.outline
    ]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features}) + b"\n"


def _feature(
    one: Exported, place: Place, said: Sequence[dict[str, str | None]]
) -> dict[str, object]:
    return {
        "type": "Feature",
        "id": one.id,
        "geometry": _geometry(place),
        "properties": {
            "ref": one.ref,
            "index": one.index,
            "names": [name.printed for name in place.names],
            "kind": place.kind,
            "country": place.country,
            "precision_m": place.precision_m,
            "located_by": place.located_by,
            "said": said,
        },
    }


def _geometry(place: Place) -> dict[str, object]:
    if place.lat is not None and place.lon is not None:
        return {"type": "Point", "coordinates": _position(place.lat, place.lon)}
    ring = [_position(*point.split(" ", 1)) for point in place.outline]
    if place.outline[0] != place.outline[-1]:
        ring.append(ring[0])
    # RFC 7946, 3.1.6: an outer ring is counterclockwise.
    return {"type": "Polygon", "coordinates": [ring if _area(place.outline) >= 0 else ring[::-1]]}


def _position(lat: str, lon: str) -> list[msgspec.Raw]:
    parse_point(lat, lon)  # digits and a point, so that they are a JSON number as they stand
    return [_raw(lon.encode()), _raw(lat.encode())]


def _area(outline: Sequence[str]) -> int:
    """Twice the signed area in square ten-millionths of a degree; positive is counterclockwise."""
    points = [parse_point(*each.split(" ", 1)) for each in outline]
    turned = [*points[1:], points[0]]
    return sum(a.lon * b.lat - b.lon * a.lat for a, b in zip(points, turned, strict=True))
