from __future__ import annotations

import pytest

from read.builtin.english.whole import assertions, contradictions, incidents, read, said

CLAIM = "The governor of Dorna said the warehouse was full of weapons."


@pytest.mark.parametrize(
    "retort",
    [
        "Lies.",
        "That is a lie.",
        "This is untrue.",
        "Rubbish.",
        "It is pure invention.",
        "Nonsense.",
    ],
)
def test_a_short_answer_is_about_what_was_said_just_before_it(retort: str) -> None:
    text = f"A drone hit the school in Dorna on Monday.\n\n{CLAIM} {retort}"
    reading = read(text, publisher="Dorna Workers' Union")
    pairs = [each.between for each in contradictions(reading)]
    claim = said(reading, "full of weapons")
    assert any(claim.id in pair for pair in pairs)


@pytest.mark.parametrize(
    "denial",
    ["The Free Column denied that.", "The Free Column denied this.", "The Free Column denied it."],
)
def test_that_is_the_claim_which_names_the_denier(denial: str) -> None:
    text = (
        "The Mountain Guard said the rounds had been fired by the Free Column. "
        '"All the victims are civilians," its commander, Askar Dulan, told reporters.\n\n' + denial
    )
    reading = read(text)
    (found,) = (each for each in contradictions(reading) if each.why == "denial")
    assert said(reading, "had been fired").id in found.between


def test_what_another_admits_behind_a_denial_stands_against_it() -> None:
    text = (
        "A drone struck a ferry in Dorna on Monday, killing six. The ministry of defence of "
        "Norland denied responsibility for the strike. A commander of its drone unit, Otto Brand, "
        "admitted that the drone had gone off course."
    )
    reading = read(text)
    admitted = said(reading, "off course")
    assert any(admitted.id in each.between for each in contradictions(reading))


def test_what_is_admitted_of_something_else_stands_against_no_denial() -> None:
    text = (
        "A drone struck a ferry in Dorna on Monday, killing six. The ministry of defence of "
        "Norland denied responsibility for the strike.\n\nThe ferry company admitted that two of "
        "its cooks had no papers."
    )
    reading = read(text)
    admitted = said(reading, "cooks")
    assert not any(admitted.id in each.between for each in contradictions(reading))


def test_a_toll_that_is_told_as_growing_contradicts_no_other() -> None:
    text = (
        "At least 27 people died when drones hit a convoy near Dorna on Monday, the clinic said. "
        "The death toll rose steadily, from 15 on Monday night to 22 by dawn, the mayor said."
    )
    assert contradictions(read(text)) == []


def test_a_number_of_civilians_stands_against_a_smaller_one_of_people() -> None:
    text = (
        "The envoy said more than 180 civilians had been killed by shelling in Dorna.\n\n"
        "The general said 40 people had been killed by shelling in Dorna."
    )
    assert [each.why for each in contradictions(read(text))] == ["figures"]


@pytest.mark.parametrize(
    "second",
    [
        "A nurse said seven children had been killed by shelling in Dorna.",
        "A nurse said 40 people had been killed by shelling in Dorna.",
        "The envoy said 60 people had been injured by shelling in Dorna.",
    ],
)
def test_parts_and_other_measures_are_no_contradiction(second: str) -> None:
    text = f"The envoy said 40 people had been killed by shelling in Dorna.\n\n{second}"
    assert contradictions(read(text)) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Shells hit a market in Dorna on Monday.", "reported"),
        (
            "Shells hit a market in Dorna on Monday. The Free Column denied responsibility "
            "for the attack.",
            "disputed",
        ),
        (
            "Shells hit a market in Dorna on Monday. The Free Column claimed responsibility "
            "for the attack.",
            "acknowledged",
        ),
    ],
)
def test_how_an_incident_stands(text: str, status: str) -> None:
    (found,) = incidents(read(text))
    assert found.status == status


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The clinic in Dorna was hit on Monday.", "other"),
        ("A ferry was sunk off Dorna on Monday.", "destruction"),
        ("Four people froze to death near Dorna.", "killing"),
        ("The hostages were freed near Dorna on Monday.", "rescue"),
        ("Families were evicted from Dorna on Monday.", "forced-transfer"),
        ("The prisoners were starved in Dorna.", "torture"),
        ("Soldiers set a barn alight in Dorna.", "destruction"),
    ],
)
def test_more_words_tell_of_events(text: str, wanted: str) -> None:
    (found,) = incidents(read(text))
    assert wanted in found.types


@pytest.mark.parametrize(
    "text",
    [
        "The school in Dorna was hit by the crisis.",
        "The rivers of Dorna froze in December.",
        "The ministry released a report on Dorna.",
        "The spirits of Dorna were hit.",
        "The town freed funds for the new library.",
    ],
)
def test_near_misses_tell_of_none(text: str) -> None:
    assert incidents(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "The army had bombed nobody in Dorna, its spokesman said.",
        '"Not one of them set foot in the village," the commander said.',
        "The general said his men killed no civilians in Dorna.",
        "The general said not a single shell had fallen on Dorna.",
    ],
)
def test_nobody_and_not_one_deny(text: str) -> None:
    assert [each.stance for each in assertions(read(text))] == ["denies"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said nobody told them about the shelling of Dorna.",
        "The doctor said not one of the children had slept since the shelling of Dorna.",
        "The nurse said the shell injured not only children in Dorna.",
        "The mayor said the army spared no one when it shelled Dorna.",
        "Not a single day passes without shelling, the mayor of Dorna said.",
    ],
)
def test_what_only_sounds_like_it_asserts(text: str) -> None:
    assert [each.stance for each in assertions(read(text))] == ["asserts"]
