"""Which value stands first, by which rule; nothing is left out by any."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.model.nouns import Assessment, Incident, Source, SourceGrade
from probatum.model.values import NameForm, When
from probatum.record.incidents import Question, View, view
from probatum.record.reprints import Reprints
from probatum.record.resolution import Rule
from record.world import INCIDENT, World, ident


@pytest.fixture
def world() -> World:
    """Three counts: the oldest has two origins, the newest one, the middle one is graded best."""
    world = World()
    for name in ("clerk", "office", "ministry"):
        world.source(name)
    for name, number, bound, day in (
        ("old", 40, "more_than", 5), ("mid", 22, "at_least", 7), ("new", 9, "exact", 9),
    ):  # fmt: skip
        world.figure(name, number, bound, as_of=When(edtf=f"2026-03-0{day}"))
    world.says("a", "old", "clerk")
    world.says("b", "old", "office")
    world.says("c", "mid", "office")
    world.says("d", "new", "ministry")
    return world


def shown(world: World, rule: Rule | None, title: str = "How many: killed") -> Question:
    return next(each for each in page(world, rule).questions if each.title == title)


def page(world: World, rule: Rule | None) -> View:
    weighed = world.weighed()
    incident = weighed.board.get(ident(INCIDENT), Incident)
    assert incident is not None
    return view(weighed, Reprints(weighed.board), incident, world.contradictions(), rule)


def first(question: Question) -> list[str]:
    return [told.proposition.ref[4:] for told in question.told if told.first]


def test_newest_goes_by_the_as_of_date(world: World) -> None:
    assert first(shown(world, "newest")) == ["new"]


def test_newest_keeps_what_has_no_date_in_front(world: World) -> None:
    world.figure("undated", 30)
    world.says("e", "undated", "clerk")
    question = shown(world, "newest")
    assert first(question) == ["new", "undated"]
    assert "EXR-undated" in question.why


def test_widest_is_the_range_that_holds_all(world: World) -> None:
    question = shown(world, "widest")
    assert question.value == "from 9 to at least 41, without an upper bound"
    assert first(question) == ["old", "mid", "new"]


def test_widest_makes_no_range_over_different_scopes(world: World) -> None:
    world.figure("part", 3, period=When(edtf="2026-03-01"))
    world.says("e", "part", "clerk")
    assert shown(world, "widest").value is None


def test_most_origins(world: World) -> None:
    assert first(shown(world, "most-origins")) == ["old"]


def test_most_origins_shows_all_that_may_have_most(world: World) -> None:
    world.says("e", "mid", "clerk")
    assert first(shown(world, "most-origins")) == ["old", "mid"]


def test_best_graded_names_the_grade_and_its_topic(world: World) -> None:
    for source, grade in (("office", "B"), ("ministry", "D")):
        world.put("grade" + source, SourceGrade(source=ident(source), topic="counts",
                                                reliability=grade, reasons="a test"))  # fmt: skip
    question = shown(world, "best-graded")
    assert first(question) == ["old", "mid"]
    assert 'graded B on "counts"' in question.why


def test_best_graded_without_grades_shows_all(world: World) -> None:
    world.put("grade", SourceGrade(source=ident("office"), topic="counts", reliability="F",
                                   reasons="a test"))  # fmt: skip
    assert first(shown(world, "best-graded")) == ["old", "mid", "new"]


def test_analyst_shows_what_was_assessed_and_the_reasons(world: World) -> None:
    world.put("judged", Assessment(target=ident("mid"), dimension="incident-grade", value="use",
                                   reasons="Names were checked."))  # fmt: skip
    question = shown(world, "analyst")
    assert first(question) == ["mid"]
    assert "A. Analyst" in question.why and "Names were checked." in question.why


@pytest.mark.parametrize(
    "rule", ["newest", "widest", "most-origins", "best-graded", "analyst", None]
)
def test_no_rule_leaves_anything_out(world: World, rule: Any) -> None:
    assert {told.proposition.ref[4:] for told in shown(world, rule).told} == {"old", "mid", "new"}


def test_the_incident_names_its_own_rule_and_widest_is_the_default(world: World) -> None:
    assert page(world, None).rule == "widest"
    world.known[0] = World().known[0]
    incident = world.known.pop(0)
    assert isinstance(incident.record, Incident)
    world.put("x", incident.record)
    moved = world.known.pop()
    own = Incident(title="The mill road", resolution="newest")
    world.known.append(type(moved)(ident(INCIDENT), moved.ref, "incident", own, moved.index,
                                   moved.recorded_at, moved.by))  # fmt: skip
    assert page(world, None).rule == "newest"
    assert page(world, "analyst").rule == "analyst"


def test_attributions_are_alleged_and_precision_is_never_more_than_stated() -> None:
    world = World()
    world.source("clerk")
    world.source("army")
    world.place("mill", lat="49.9812345", lon="36.2512345", precision_m=1_000)
    world.occurrence("raid", place=ident("mill"), when=When(edtf="2026-03~", text="in spring"))
    world.by("by-army", "army", act="raid")
    world.says("a", "by-army", "clerk")
    world.says("b", "raid", "clerk")
    words = [told.words for question in page(world, None).questions for told in question.told]
    assert any(each.startswith("alleged: army did it") for each in words)
    assert any('2026-03~ (approximate) "in spring"' in each for each in words)
    assert any("49.98, 36.25 (± 1,000 m)" in each for each in words)


def test_a_protected_source_is_called_by_its_reference_alone() -> None:
    world = World()
    names = (NameForm(full="Secret Name"),)
    world.put("hidden", Source(kind="person", names=names, role="midwife", protected=True))
    world.occurrence("raid")
    world.says("a", "raid", "hidden")
    [question] = page(world, None).questions
    assert question.told[0].said[0].speaker == "protected source EXR-hidden"


def test_what_is_not_known_is_said(world: World) -> None:
    world.figure("undated", 30, unknown={"as_of": "not-stated"})
    world.says("e", "undated", None, via=[None])
    said = " ".join(page(world, None).not_known)
    for words in ("who did it: nobody", "when it happened: nobody", "EXR-undated", "EXR-e",
                  "not recorded of 5 of 5 assertions"):  # fmt: skip
        assert words in said
