"""Reports of one event that leave out its place, its day or both still find it."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.model.nouns import Attribution, Figure, Group, Incident, Occurrence, Place
from probatum.model.values import NameForm, When
from record.test_likeness import named, offered
from record.world import World, ident

DAY = When(edtf="2031-05-06")
NEW = ("new", "new-what", "new-place", "new-actor", "new-by", "new-voice", "new-name", "new-said")


def bakery(world: World, name: str = "known", **fields: Any) -> None:
    """A bakery is bombed in Dorna; the fire brigade tells of it, the Air Corps is accused."""
    if name == "known":
        world.place("Dorna", lat="49.0", lon="36.0", precision_m=5000)
        named(world, "brigade", "the fire brigade", kind="organisation")
        named(world, "corps", "North Air Corps", kind="organisation")
        named(world, "mayor", "Ilana Strat")
    world.put(name, Incident(title="Bombs, Dorna", kind="air-strike"))
    shared = {"place": ident("Dorna"), "when": DAY, **fields}
    world.occurrence(f"{name}-what", incident=ident(name), kind="air-strike",
                     text="two bombs destroyed a bakery in Dorna", **shared)  # fmt: skip
    world.put(f"{name}-by", Attribution(actor=ident("corps"), incident=ident(name),
                                        text="the North Air Corps did it"))  # fmt: skip
    world.says(f"{name}-said", f"{name}-what", "brigade")
    world.says(f"{name}-by-said", f"{name}-by", "mayor")


def told(world: World, kind: str = "air-strike", **fields: Any) -> None:
    """A later report, with an event of which it says as much as ``fields``."""
    world.put("new", Incident(title="Explosion", kind=kind))
    world.put("new-what", Occurrence(text="an explosion", incident=ident("new"), **fields))


def place(world: World, name: str, full: str, **fields: Any) -> None:
    world.put(name, Place(names=(NameForm(full=full),), **fields))


def test_without_day_and_place_by_names_and_the_kind() -> None:
    world = World()
    bakery(world)
    told(world)
    named(world, "new-name", "North Air Corps", kind="organisation")
    named(world, "new-voice", "Ms Strat")
    world.says("new-said", "new-what", "new-voice")
    found = offered(world, *NEW, of="new")["known"]
    assert "the report names North Air Corps" in found
    assert "1 of the same speak about it" in found


def test_without_a_place_of_its_own_by_one_that_the_report_names() -> None:
    world = World()
    bakery(world)
    told(world)
    place(world, "new-place", "Dorna")
    found = offered(world, *NEW, of="new", named=[ident("new-place")])
    assert "the report names the same place" in found["known"]


def test_a_place_that_stands_only_in_the_words_of_the_earlier_report() -> None:
    world = World()
    bakery(world, place=None, when=None)
    told(world, place=ident("new-place"))
    place(world, "new-place", "Dorna")
    assert "the report names the same place" in offered(world, *NEW, of="new")["known"]


def test_without_a_day_of_its_own_by_one_that_the_report_names() -> None:
    world = World()
    bakery(world)
    told(world, kind="other")
    named(world, "new-actor", "North Air Corps", kind="organisation")
    world.put("new-by", Attribution(actor=ident("new-actor"), incident=ident("new")))
    found = offered(world, *NEW, of="new", days=[DAY])
    assert "the report names the same day, 2031-05-06" in found["known"]


def test_a_landing_and_the_town_it_lies_at_need_not_be_two_places() -> None:
    world = World()
    bakery(world)
    told(world, place=ident("new-place"), when=DAY)
    place(world, "new-place", "Kalyna Landing")
    place(world, "new-name", "Dorna")
    found = offered(world, *NEW, of="new", named=[ident("new-place"), ident("new-name")])
    assert "the report names the same place" in found["known"]


@pytest.mark.parametrize(
    "fields",
    [
        {"when": When(edtf="2031-05-20")},
        {"place": ident("new-place"), "when": DAY},
    ],
)
def test_another_day_or_a_place_far_away_is_another_event(fields: dict[str, Any]) -> None:
    world = World()
    bakery(world)
    place(world, "new-place", "Orvel", lat="10.0", lon="3.0", precision_m=5000)
    told(world, **fields)
    named(world, "new-name", "North Air Corps", kind="organisation")
    assert offered(world, *NEW, of="new") == {}


def test_a_paper_that_prints_two_events_makes_them_no_more_alike() -> None:
    world = World()
    bakery(world)
    named(world, "paper", "Harbour Post", kind="publication")
    world.says("printed", "known-what", "paper")
    told(world)
    named(world, "new-voice", "Harbour Post", kind="publication")
    world.says("new-said", "new-what", "new-voice")
    assert offered(world, *NEW, of="new") == {}


def test_a_party_that_is_accused_everywhere_says_little() -> None:
    world = World()
    for number in range(6):
        name = "known" if number == 0 else f"known{number}"
        bakery(world, name, place=None, when=None)
    told(world)
    named(world, "new-actor", "North Air Corps", kind="organisation")
    world.put("new-by", Attribution(actor=ident("new-actor"), incident=ident("new")))
    assert offered(world, *NEW, of="new") == {}


def test_a_number_of_no_incident_is_found_if_the_report_is_about_it() -> None:
    world = World()
    bakery(world)
    world.figure("dead", 14, incident=ident("known"))
    told(world, when=DAY)
    world.put("new-said", Figure(measure="killed", low=14, high=14, bound="exact"))
    assert list(offered(world, *NEW, of="new-said")) == ["dead"]
    world.put("new-by", Figure(measure="killed", low=14, high=14, bound="exact",
                               place=ident("Dorna")))  # fmt: skip
    assert offered(world, *NEW, of="new-by") == {}, "counted over a place, not in the event"


def test_a_description_means_one_body_where_the_event_is_one() -> None:
    world = World()
    bakery(world)
    named(world, "elsewhere", "the fire brigade", kind="organisation")
    told(world, when=DAY)
    named(world, "new-voice", "the fire brigade", kind="organisation")
    world.says("new-said", "new-what", "new-voice")
    found = offered(world, *NEW, of="new-voice")
    assert list(found) == ["brigade"]
    assert "about what may be the same incident" in found["brigade"]


def test_an_office_means_who_holds_it_where_the_event_is_one() -> None:
    world = World()
    bakery(world)
    named(world, "governor", "Tessa Maun", role="governor")
    world.says("governor-said", "known-what", "governor")
    told(world, when=DAY)
    named(world, "new-voice", "the governor")
    world.says("new-said", "new-what", "new-voice")
    assert "the other one is governor" in offered(world, *NEW, of="new-voice")["governor"]


def test_a_body_is_called_by_its_last_word_where_the_event_is_one() -> None:
    world = World()
    bakery(world)
    told(world, when=DAY)
    world.put("new-actor", Group(kind="group", names=(NameForm(full="the corps"),)))
    world.put("new-by", Attribution(actor=ident("new-actor"), incident=ident("new")))
    world.says("corps-said", "known-what", "corps")
    assert "both are called corps" in offered(world, *NEW, of="new-actor")["corps"]


def test_records_that_suggestions_became_stand_for_them() -> None:
    world = World()
    bakery(world)
    world.figure("dead", 14, incident=ident("known"))
    world.put("new-said", Figure(measure="killed", low=14, high=14, bound="exact"))
    assert offered(world, "new-said", of="new-said") == {}
    found = offered(world, "new-said", of="new-said", decided=[ident("known")])
    assert list(found) == ["dead"]
