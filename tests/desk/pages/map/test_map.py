"""The map: positions with how finely they are known, filtered like a search, never a hidden one."""

from __future__ import annotations

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.put_record import put
from record_case import INCIDENT


@pytest.fixture(scope="module")
def placed(desk: OpenedDesk) -> OpenedDesk:
    with desk.session("investigator") as session:
        for name, lat, lon in (("Mill Ford", "10.5", "20.25"), ("Far Weir", "-40.0", "179.9")):
            put(session, {
                "record": "place/1", "names": [{"full": f"{name} <script>x</script>"}],
                "lat": lat, "lon": lon, "precision_m": 2000,
            })  # fmt: skip
        put(session, INCIDENT)
    return desk


def points(desk: OpenedDesk, **said: str) -> list[dict[str, object]]:
    answer = desk.client("reader").get("/map/points/", said).json()
    found: list[dict[str, object]] = answer["points"]
    return found


def test_what_has_a_position_is_on_it_with_its_precision(placed: OpenedDesk) -> None:
    found = points(placed)
    assert {(each["lat"], each["lon"], each["radius_m"]) for each in found} == {
        (10.5, 20.25, 2000), (-40.0, 179.9, 2000),
    }  # fmt: skip


@pytest.mark.parametrize(
    "box, names",
    [("20,10,21,11", 1), ("170,-50,-170,-30", 1), ("0,0,1,1", 0), ("nonsense", 2), ("1,2,3", 2)],
)
def test_a_part_of_the_world_is_asked_for(placed: OpenedDesk, box: str, names: int) -> None:
    assert len(points(placed, box=box)) == names


def test_it_is_filtered_like_a_search(placed: OpenedDesk) -> None:
    assert len(points(placed, q="weir")) == 1
    assert len(points(placed, q="kind:place")) == 2
    assert placed.client("reader").get("/map/", {"q": "kind:nonsense ("}).status_code == 400


def test_names_are_words_on_the_page(placed: OpenedDesk) -> None:
    page = placed.client("reader").get("/map/").content.decode()
    assert "Mill Ford" in page
    assert "<script>x" not in page


def test_an_auditor_sees_no_places(placed: OpenedDesk) -> None:
    client = placed.client("auditor")
    assert (client.get("/map/").status_code, client.get("/map/points/").status_code) == (403, 403)
