"""Places on a map: as precise as they are known, and what is said of them stays a claim."""

from __future__ import annotations

import json
from decimal import Decimal

from probatum.disclose.exports import Exported
from probatum.disclose.exports.geojson import collection
from probatum.model.nouns import Incident, Occurrence, Place
from probatum.model.record import Record
from probatum.model.values import NameForm

NAME = (NameForm(full="Invented Mill"),)


def features(*records: Record) -> list[dict[str, object]]:
    rows = [
        Exported(f"{number:032x}", f"R-{number}", number, "A", "2026-01-01T00:00:00Z", record)
        for number, record in enumerate(records)
    ]
    found: list[dict[str, object]] = json.loads(collection(rows), parse_float=Decimal)["features"]
    return found


def test_a_point_keeps_its_digits_and_its_precision() -> None:
    [one] = features(Place(names=NAME, lat="49.9800", lon="-36.1", precision_m=5000))
    assert one["geometry"] == {"type": "Point", "coordinates": [Decimal("-36.1"), Decimal("49.98")]}
    assert b"49.9800" in collection(
        [Exported("0" * 32, "R", 1, "A", "t", Place(names=NAME, lat="49.9800", lon="0",
                                                    precision_m=5000))]
    )  # fmt: skip
    assert one["properties"]["precision_m"] == 5000


def test_a_place_without_position_is_not_on_the_map() -> None:
    assert features(Place(names=NAME), Incident(title="Mill road")) == []


def test_an_outline_is_closed_and_turns_counterclockwise() -> None:
    ways = [("0 0", "0 2", "2 2", "2 0"), ("0 0", "2 0", "2 2", "0 2")]
    rings = [features(Place(names=NAME, outline=way))[0]["geometry"] for way in ways]
    for geometry in rings:
        [ring] = geometry["coordinates"]
        assert ring[0] == ring[-1] and len(ring) == 5
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:], strict=False))
        assert area > 0


def test_what_is_said_of_a_place_is_listed_as_propositions() -> None:
    place = Place(names=NAME, lat="1", lon="2", precision_m=100)
    said = Occurrence(kind="shelling", place="0" * 32, incident="2".zfill(32))
    [one] = features(place, said, Incident(title="Mill road"))
    assert [(each["noun"], each["ref"]) for each in one["properties"]["said"]] == [
        ("occurrence", "R-1")
    ]
