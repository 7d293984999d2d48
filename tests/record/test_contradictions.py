"""What contradicts: every kind, and beside each one what is near it and does not."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.model.nouns import Act, Assessment, Group, Person, Search, Source, Statement, Status
from probatum.model.values import NameForm, When
from probatum.record.clashes import Contradiction
from probatum.record.contradictions import answer
from record.world import World, ident


@pytest.fixture
def world() -> World:
    world = World()
    world.occurrence("raid")
    for name in ("clerk", "ministry", "paper", "army", "militia"):
        world.source(name)
    return world


def only(world: World) -> Contradiction:
    [found] = world.contradictions()
    return found


def refs(rows: tuple[Any, ...]) -> list[str]:
    return [known.ref.removeprefix("EXR-") for known in rows]


# -- denials and disputes -------------------------------------------------------------------------


def test_a_denial_shows_which_proposition_it_denies_and_who_claims_it(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "raid", "ministry", "denies")
    found = only(world)
    assert (found.kind, found.certainty, found.aspect) == ("denial", "certain", "occurrence")
    assert (refs(found.one.propositions), refs(found.one.claims)) == (["raid"], ["a"])
    assert (refs(found.other.claims), "EXR-raid" in found.why) == (["b"], True)


def test_a_denial_of_what_nobody_claims_is_possible_only(world: World) -> None:
    world.says("b", "raid", "ministry", "denies")
    assert only(world).certainty == "possible"
    assert "nobody here is recorded as claiming it" in only(world).why


def test_a_dispute_does_not_say_that_it_is_false(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "raid", "ministry", "disputes")
    assert world.kinds() == [("dispute", "possible")]


def test_denying_who_did_it_contradicts_the_attribution_not_the_occurrence(world: World) -> None:
    world.by("by-army", "army", act="raid")
    world.says("a", "raid", "clerk")
    world.says("c", "by-army", "clerk")
    world.says("b", "raid", "ministry", "denies", denies="attribution")
    found = only(world)
    assert (found.aspect, refs(found.one.propositions)) == ("attribution", ["by-army"])


def test_denying_the_scale_contradicts_the_figures(world: World) -> None:
    world.figure("forty", 40, "more_than")
    world.says("a", "forty", "clerk")
    world.says("b", "raid", "ministry", "denies", denies="scale")
    assert (only(world).aspect, refs(only(world).one.propositions)) == ("scale", ["forty"])


def test_a_denial_of_an_assertion_names_the_assertion(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "a", "ministry", "denies")
    found = only(world)
    assert (refs(found.one.propositions), refs(found.one.claims)) == (["raid"], ["a"])


@pytest.mark.parametrize("stance", ["condemns", "calls_for", "commits_to", "declines_to_comment"])
def test_stances_that_say_neither_contradict_nothing(world: World, stance: str) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "raid", "ministry", stance, hedges=("alleged",))
    assert world.kinds() == []


def test_a_withdrawn_denial_is_still_shown(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "raid", "ministry", "denies")
    world.says("c", "b", "ministry", "retracts")
    assert sorted(world.kinds()) == [("denial", "possible"), ("retraction", "certain")]


# -- times and places -----------------------------------------------------------------------------

TIMES = [
    ("2026-03-01", "2026-03-02", [("times", "certain")]),
    ("2026-03", "2026-03-02", []),
    ("2026-03~", "2026-05-02", [("times", "possible")]),
    ("2026-03-01/2026-03-03", "2026-03-03", []),
    ("2026-03-01?", "2026-03-02", [("times", "possible")]),
    ("../2026-03-01", "2026-04", [("times", "certain")]),
    ("[2026-03-01,2026-03-05]", "2026-03-02", [("times", "certain")]),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "expected"), TIMES)
def test_times_of_one_act(world: World, a: str, b: str, expected: list[tuple[str, str]]) -> None:
    world.time("one", a, act="raid")
    world.time("two", b, act="raid")
    world.says("x", "one", "clerk")
    world.says("y", "two", "ministry")
    assert world.kinds() == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [({"from_time": "10:00", "zone": "UTC"}, {"from_time": "12:00", "zone": "UTC"}, ["certain"]),
     ({"from_time": "10:00", "zone": "UTC"}, {"from_time": "12:00", "zone": "+02:00"}, []),
     ({"from_time": "10:00", "zone": "UTC"}, {"from_time": "13:00", "zone": "+02:00"}, ["certain"]),
     ({"from_time": "10:00"}, {"from_time": "12:00", "zone": "UTC"}, ["possible"]),
     ({"from_time": "10:00"}, {"from_time": "10:00"}, []),
     ({"from_time": "22:00", "to_time": "02:00", "zone": "UTC"},
      {"from_time": "23:00", "zone": "UTC"}, [])],
)  # fmt: skip
def test_times_of_day(
    world: World, first: dict[str, str], second: dict[str, str], expected: list[str]
) -> None:
    world.time("one", "2026-03-01", act="raid", **first)
    world.time("two", "2026-03-01", act="raid", **second)
    world.says("x", "one", "clerk")
    world.says("y", "two", "ministry")
    assert [certainty for _, certainty in world.kinds()] == expected


def test_times_of_two_acts_do_not_contradict(world: World) -> None:
    world.occurrence("fire")
    world.time("one", "2026-03-01", act="raid")
    world.time("two", "2026-03-02", act="fire")
    world.says("x", "one", "clerk")
    world.says("y", "two", "ministry")
    assert world.kinds() == []


def test_an_occurrence_recorded_twice_may_be_two_events(world: World) -> None:
    for name, day in (("one", "2026-03-01"), ("two", "2026-03-09")):
        world.occurrence(name, text="Troops left.", when=When(edtf=day))
        world.says("says" + name, name, "clerk" if name == "one" else "ministry")
    assert world.kinds() == [("times", "possible")]


def test_one_victim_killed_at_two_times(world: World) -> None:
    world.put("victim", Person(names=(NameForm(full="Invented"),)))
    for name, day in (("one", "2026-03-01"), ("two", "2026-03-09")):
        world.put(name, Act(kind="killing", victim=ident("victim"), when=When(edtf=day)))
        world.says("says" + name, name, "clerk" if name == "one" else "ministry")
    assert world.kinds() == [("times", "possible")]


NEAR = {"lat": "49.98", "lon": "36.25", "precision_m": 1_000}
FAR = {"lat": "49.98", "lon": "36.35", "precision_m": 1_000}
PLACES: list[tuple[str, dict[str, Any], dict[str, Any], list[tuple[str, str]]]] = [
    ("points apart", NEAR, FAR, [("places", "certain")]),
    ("points within their precision", NEAR, {**FAR, "precision_m": 9_000}, []),
    ("names only", {}, {}, [("places", "possible")]),
    ("one point only", NEAR, {}, [("places", "possible")]),
    ("two countries", {"country": "XA"}, {"country": "XB"}, [("places", "certain")]),
]  # fmt: skip


@pytest.mark.parametrize(("_what", "a", "b", "expected"), PLACES, ids=[row[0] for row in PLACES])
def test_places_of_one_act(
    world: World, _what: str, a: dict[str, Any], b: dict[str, Any], expected: list[Any]
) -> None:
    world.place("mill", **a)
    world.place("bridge", **b)
    for name, place, who in (("one", "mill", "clerk"), ("two", "bridge", "ministry")):
        world.at(name, place, act="raid")
        world.says("says" + name, name, who)
    assert world.kinds() == expected


def test_a_place_within_the_other_is_no_contradiction_at_any_depth(world: World) -> None:
    world.place("country", **FAR)
    world.place("district", within="country")
    world.place("village", within="district", **NEAR)
    for name, place, who in (("one", "village", "clerk"), ("two", "country", "ministry")):
        world.at(name, place, act="raid")
        world.says("says" + name, name, who)
    assert world.kinds() == []


@pytest.mark.parametrize(
    ("judged", "expected"),
    [("yes", []), ("no", [("places", "certain")]), ("undecided", [("places", "possible")])],
)
def test_judged_places(world: World, judged: str, expected: list[tuple[str, str]]) -> None:
    world.place("mill", **NEAR)
    world.place("bridge", **FAR)
    world.same("mill", "bridge", judged)
    for name, place, who in (("one", "mill", "clerk"), ("two", "bridge", "ministry")):
        world.at(name, place, act="raid")
        world.says("says" + name, name, who)
    assert world.kinds() == expected


def test_places_within_each_other_in_a_circle_end(world: World) -> None:
    world.place("x", within="y")
    world.place("y", within="x")
    world.at("one", "x", act="raid")
    world.at("two", "y", act="raid")
    world.says("a", "one", "clerk")
    world.says("b", "two", "ministry")
    assert world.kinds() == []


# -- depictions, attributions, statuses -----------------------------------------------------------


def test_one_photograph_said_to_show_two_places(world: World) -> None:
    world.place("mill", **NEAR)
    world.place("bridge", **FAR)
    world.shows("one", "photo", place=ident("mill"))
    world.shows("two", "photo", place=ident("bridge"))
    world.says("a", "one", "clerk")
    assert world.kinds() == []
    world.says("b", "two", "ministry")
    assert world.kinds() == [("depictions", "certain")]


def test_a_geolocation_by_an_analyst_stands_beside_what_sources_say(world: World) -> None:
    world.place("mill", **NEAR)
    world.place("bridge", **FAR)
    world.shows("one", "photo", place=ident("mill"))
    world.says("a", "one", "clerk")
    world.put("judged", Assessment(target=ident("photo"), dimension="geolocation", value="bridge",
                                   reasons="The towers.", place=ident("bridge")))  # fmt: skip
    assert refs(only(world).other.judgements) == ["judged"]


def test_two_actors_may_have_acted_together(world: World) -> None:
    for name, actor, who in (("one", "army", "clerk"), ("two", "militia", "ministry")):
        world.by(name, actor, act="raid")
        world.says("says" + name, name, who)
    assert world.kinds() == [("attributions", "possible")]


def test_a_unit_and_its_army_are_no_two_actors(world: World) -> None:
    names = (NameForm(full="Invented"),)
    world.put("whole", Group(kind="armed-group", names=names))
    world.put("part", Group(kind="unit", names=names, part_of=ident("whole")))
    world.put("voice", Source(kind="organisation", names=names, party="Darvessia"))
    world.put("other", Group(kind="unit", names=names, party="DARVESSIA"))
    for name, actor in (("one", "part"), ("two", "whole")):
        world.by(name, actor, act="raid")
        world.says("says" + name, name, "clerk")
    assert world.kinds() == []
    for name, actor in (("three", "voice"), ("four", "other")):
        world.by(name, actor)
        world.says("says" + name, name, "clerk")
    assert world.kinds() == []


def test_dead_and_found_alive_unless_at_different_times(world: World) -> None:
    world.put("person", Person(names=(NameForm(full="Invented"),)))
    for name, status, day in (("one", "dead", "2026-03"), ("two", "found-alive", "2026-03-05")):
        when = When(edtf=day)
        world.put(name, Status(of=ident("person"), status=status, when=when))
        world.says("says" + name, name, "clerk" if name == "one" else "ministry")
    assert world.kinds() == [("statuses", "possible")]


# -- one speaker over time ------------------------------------------------------------------------


def test_one_speaker_who_denies_and_later_acknowledges(world: World) -> None:
    world.says("later", "raid", "ministry", "acknowledges", said="2026-03-09")
    world.says("first", "raid", "ministry", "denies", said="2026-03-05")
    kinds = {each.kind: each for each in world.contradictions()}
    found = kinds["one-speaker"]
    assert (refs(found.one.claims), refs(found.other.claims)) == (["first"], ["later"])
    assert "first EXR-first, later EXR-later" in found.why


def test_two_speakers_who_may_be_one_change_their_mind_possibly(world: World) -> None:
    world.says("first", "raid", "clerk", "denies")
    world.says("later", "raid", "ministry", "acknowledges")
    world.same("clerk", "ministry", "undecided")
    assert ("one-speaker", "possible") in world.kinds()


def test_one_speaker_with_two_figures(world: World) -> None:
    day = When(edtf="2026-03-09")
    for name, number in (("ten", 10), ("twelve", 12)):
        world.figure(name, number, as_of=day)
        world.says("says" + name, name, "clerk")
    assert world.kinds() == [("figures", "certain"), ("one-speaker", "certain")]


def test_a_growing_count_of_one_speaker_is_no_change_of_mind(world: World) -> None:
    for number in (5, 6, 7):
        day = When(edtf=f"2026-03-0{number}")
        world.figure(f"f{number}", number, "at_least", as_of=day, cumulative=True)
        world.says(f"a{number}", f"f{number}", "clerk")
    assert world.kinds() == []


def test_a_statement_against_an_earlier_statement(world: World) -> None:
    taken = When(edtf="2026-03-01")
    world.put("s1", Statement(source=ident("clerk"), taken_by=("B. Bee",), taken=taken))
    world.put("s2", Statement(source=ident("clerk"), taken_by=("B. Bee",), taken=taken,
                              earlier=(ident("s1"),)))  # fmt: skip
    world.says("a", "raid", statement=ident("s1"))
    world.says("b", "raid", stance="denies", statement=ident("s2"))
    assert ("earlier-statement", "certain") in world.kinds()


@pytest.mark.parametrize(
    ("stance", "kind"), [("retracts", "retraction"), ("corrects", "correction")]
)
def test_withdrawing_an_assertion(world: World, stance: str, kind: str) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "a", "clerk", stance)
    assert world.kinds() == [(kind, "certain")]


def test_a_publisher_withdraws_what_it_relayed_and_a_stranger_cannot(world: World) -> None:
    world.says("a", "raid", "clerk", via=["paper"])
    world.says("b", "a", "ministry", "retracts")
    assert world.kinds() == [("retraction", "possible")]
    world.says("c", "a", "paper", "retracts")
    assert ("retraction", "certain") in world.kinds()


def test_a_corrected_figure_is_a_correction_and_no_clash(world: World) -> None:
    day = When(edtf="2026-03-09")
    world.figure("old", 26, as_of=day)
    world.figure("new", 25, as_of=day)
    world.says("a", "old", "clerk")
    world.says("b", "new", "clerk", "corrects", supersedes=ident("a"))
    assert world.kinds() == [("correction", "certain")]


def test_assertions_about_each_other_in_a_circle_end(world: World) -> None:
    world.says("a", "b", "clerk", "denies")
    world.says("b", "a", "ministry", "denies")
    assert world.kinds() == []


# -- the answer -----------------------------------------------------------------------------------


def searched(world: World, found: int = 0, purpose: Any = "contradictions") -> None:
    world.put("search", Search(where="the press", words="mill", when=When(edtf="2026-04-01"),
                               searched_by="B. Bee", purpose=purpose, found=found,
                               target=ident("raid")))  # fmt: skip


def test_none_recorded_is_not_none_exists(world: World) -> None:
    given = answer(world.board(), {ident("raid")}, ())
    assert (given.state, given.words.split(".")[0]) == ("none recorded", "None recorded")


def test_searched_and_none_found_says_when_by_whom_and_what_came_since(world: World) -> None:
    searched(world)
    given = answer(world.board(), {ident("raid")}, ())
    assert given.state == "searched, none found"
    assert given.words == "Searched on 2026-04-01 by B. Bee, none found."
    world.says("a", "raid", "clerk")
    assert answer(world.board(), {ident("raid")}, ()).words.endswith(
        "1 assertion was recorded since."
    )


def test_a_search_for_something_else_or_elsewhere_is_no_answer(world: World) -> None:
    searched(world, purpose="identity")
    assert answer(world.board(), {ident("raid")}, ()).state == "none recorded"
    other = World()
    searched(other)
    assert answer(other.board(), {ident("fire")}, ()).state == "none recorded"
