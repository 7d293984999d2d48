"""Figures that contradict, and the many that only look so."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.model.nouns import Figure, IncidentLink
from probatum.model.nouns.incidents import Incident
from probatum.model.values import When
from record.world import INCIDENT, World, ident

DAY5, DAY9 = When(edtf="2026-03-05"), When(edtf="2026-03-09")


@pytest.fixture
def world() -> World:
    world = World()
    world.source("office")
    world.source("ministry")
    return world


def two(world: World, a: dict[str, Any], b: dict[str, Any]) -> list[str]:
    for name, speaker, fields in (("a", "office", a), ("b", "ministry", b)):
        world.figure(name, fields.pop("n"), fields.pop("bound", "exact"), **fields)
        world.says("says" + name, name, speaker)
    return [each.certainty for each in world.contradictions()]


SAME = {"as_of": DAY9}
CASES: list[tuple[str, dict[str, Any], dict[str, Any], list[str]]] = [
    ("at least 22 and exactly 10 as of one date", {"n": 22, "bound": "at_least", **SAME},
     {"n": 10, **SAME}, ["certain"]),
    ("two exact numbers as of one date", {"n": 22, **SAME}, {"n": 23, **SAME}, ["certain"]),
    ("the same number twice", {"n": 22, **SAME}, {"n": 22, **SAME}, []),
    ("at least 22 and exactly 30", {"n": 22, "bound": "at_least", **SAME}, {"n": 30, **SAME}, []),
    ("at least 22 and at least 30", {"n": 22, "bound": "at_least", **SAME},
     {"n": 30, "bound": "at_least", **SAME}, []),
    ("more than 22 and exactly 22", {"n": 22, "bound": "more_than", **SAME}, {"n": 22, **SAME},
     ["certain"]),
    ("up to 22 and exactly 22", {"n": 22, "bound": "up_to", **SAME}, {"n": 22, **SAME}, []),
    ("fewer than 22 and exactly 22", {"n": 22, "bound": "less_than", **SAME}, {"n": 22, **SAME},
     ["certain"]),
    ("about 900 and exactly 930", {"n": 900, "bound": "about", **SAME}, {"n": 930, **SAME}, []),
    ("about 900 and exactly 990", {"n": 900, "bound": "about", **SAME}, {"n": 990, **SAME},
     ["possible"]),
    ("no as-of date", {"n": 22}, {"n": 10}, ["possible"]),
    ("one as-of date", {"n": 22, **SAME}, {"n": 10}, ["possible"]),
    ("growth", {"n": 7, "as_of": DAY5}, {"n": 22, **SAME}, []),
    ("a cumulative number that falls", {"n": 22, "as_of": DAY5, "cumulative": True},
     {"n": 7, "cumulative": True, **SAME}, ["certain"]),
    ("a number that falls, whether cumulative is not stated", {"n": 22, "as_of": DAY5},
     {"n": 7, **SAME}, ["possible"]),
    ("a number that is not cumulative may fall", {"n": 22, "as_of": DAY5, "cumulative": False},
     {"n": 7, "cumulative": False, **SAME}, []),
    ("missing people are found", {"n": 22, "as_of": DAY5, "measure": "missing"},
     {"n": 7, "measure": "missing", **SAME}, []),
    ("as of a month", {"n": 22, "as_of": When(edtf="2026-03")}, {"n": 7, **SAME}, ["possible"]),
    ("killed and injured", {"n": 22, **SAME}, {"n": 10, "measure": "injured", **SAME}, []),
    ("people and families", {"n": 22, **SAME}, {"n": 10, "counting_unit": "family", **SAME}, []),
    ("civilians and combatants", {"n": 22, "population": "civilians", **SAME},
     {"n": 10, "population": "combatants", **SAME}, []),
    ("more civilians than people", {"n": 22, "population": "civilians", **SAME},
     {"n": 10, "population": "all", **SAME}, ["certain"]),
    ("fewer civilians than people", {"n": 10, "population": "civilians", **SAME},
     {"n": 22, "population": "all", **SAME}, []),
    ("of whom is not stated", {"n": 22, "population": "civilians", **SAME}, {"n": 10, **SAME},
     ["possible"]),
    ("other people left out", {"n": 22, "excludes": ("missing",), **SAME}, {"n": 10, **SAME},
     ["possible"]),
    ("periods apart", {"n": 22, "period": When(edtf="2026-01"), **SAME},
     {"n": 10, "period": When(edtf="2026-02"), **SAME}, []),
    ("a longer period has more", {"n": 22, "period": When(edtf="2026-01/2026-02"), **SAME},
     {"n": 10, "period": When(edtf="2026-02"), **SAME}, []),
    ("a shorter period has more", {"n": 10, "period": When(edtf="2026-01/2026-02"), **SAME},
     {"n": 22, "period": When(edtf="2026-02"), **SAME}, ["certain"]),
    ("words only", {"n": 22, **SAME}, {"n": None, "bound": None, "number_text": "dozens", **SAME},
     []),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "a", "b", "expected"), CASES, ids=[case[0] for case in CASES])
def test_figures(
    world: World, _what: str, a: dict[str, Any], b: dict[str, Any], expected: list[str]
) -> None:
    assert two(world, dict(a), dict(b)) == expected


@pytest.mark.parametrize(
    ("inner", "outer", "expected"), [(22, 10, ["certain"]), (10, 22, [])], ids=["more", "fewer"]
)
def test_a_part_of_a_place_has_no_more_than_the_whole(
    world: World, inner: int, outer: int, expected: list[str]
) -> None:
    world.place("district")
    world.place("village", within="district")
    a = {"n": inner, "place": ident("village"), **SAME}
    assert two(world, a, {"n": outer, "place": ident("district"), **SAME}) == expected


def test_two_villages_are_not_compared(world: World) -> None:
    world.place("one")
    world.place("two")
    a = {"n": 22, "place": ident("one"), **SAME}
    assert two(world, a, {"n": 10, "place": ident("two"), **SAME}) == []


def test_a_place_that_is_the_same_by_judgement_is_compared(world: World) -> None:
    world.place("one")
    world.place("two")
    world.same("one", "two")
    a = {"n": 22, "place": ident("one"), **SAME}
    assert two(world, a, {"n": 10, "place": ident("two"), **SAME}) == ["certain"]


def test_a_national_total_does_not_attach_to_the_incident(world: World) -> None:
    world.place("country")
    world.place("village", within="country")
    national: dict[str, Any] = {"n": 366, "incident": None, "place": ident("country"), **SAME}
    assert two(world, {"n": 22, "place": ident("village"), **SAME}, national) == []


def test_an_incident_with_more_than_the_national_total_contradicts_it(world: World) -> None:
    world.place("country")
    world.place("village", within="country")
    national: dict[str, Any] = {"n": 9, "incident": None, "place": ident("country"), **SAME}
    assert two(world, {"n": 22, "place": ident("village"), **SAME}, national) == ["certain"]


def test_two_incidents_are_not_compared_unless_one_holds_the_other(world: World) -> None:
    world.put("other", Incident(title="The bridge"))
    a, b = {"n": 22, **SAME}, {"n": 10, "incident": ident("other"), **SAME}
    assert two(world, dict(a), dict(b)) == []
    world.put("holds", IncidentLink(between=(ident("other"), ident(INCIDENT)),
                                    relation="encompasses"))  # fmt: skip
    assert [each.certainty for each in world.contradictions()] == ["certain"]


def test_far_higher_than_at_least_22_contradicts_exactly_10_and_not_at_least_22(
    world: World,
) -> None:
    world.figure("low", 22, "at_least", as_of=DAY9)
    world.put("higher", Figure(measure="killed", incident=ident(INCIDENT), relation="far_higher",
                               relative_to=ident("low"), as_of=DAY9))  # fmt: skip
    world.figure("ten", 10, as_of=DAY9)
    world.says("a", "low", "office")
    world.says("b", "higher", "office")
    assert world.kinds() == []
    world.says("c", "ten", "ministry")
    assert {each.one.propositions[0].ref for each in world.contradictions()} == {"EXR-ten"}


def test_higher_than_an_exact_figure_contradicts_it(world: World) -> None:
    world.figure("ten", 10)
    world.put("higher", Figure(measure="killed", incident=ident(INCIDENT), relation="higher",
                               relative_to=ident("ten")))  # fmt: skip
    world.says("a", "ten", "office")
    world.says("b", "higher", "ministry")
    assert world.kinds() == [("figures", "certain")]


def test_figures_that_name_each_other_in_a_circle_end(world: World) -> None:
    for one, other in (("x", "y"), ("y", "x")):
        world.put(one, Figure(measure="killed", incident=ident(INCIDENT), relation="higher",
                              relative_to=ident(other)))  # fmt: skip
        world.says("says" + one, one, "office")
    assert world.kinds() == []


def test_a_figure_that_nobody_stands_by_contradicts_nothing(world: World) -> None:
    world.figure("ten", 10, as_of=DAY9)
    world.figure("more", 22, as_of=DAY9)
    world.says("a", "ten", "office")
    world.says("b", "more", "ministry", "condemns")
    assert world.kinds() == []


def test_one_figure_against_a_growing_count_of_one_speaker_is_one_contradiction(
    world: World,
) -> None:
    world.figure("ten", 10)
    world.says("says", "ten", "ministry")
    for day in (5, 6, 7):
        world.figure(f"day{day}", day * 4, "at_least", as_of=When(edtf=f"2026-03-0{day}"))
        world.says(f"a{day}", f"day{day}", "office")
    [found] = world.contradictions()
    assert [known.ref for known in found.other.propositions] == ["EXR-day5", "EXR-day6", "EXR-day7"]
    assert "does not say as of when" in found.why
