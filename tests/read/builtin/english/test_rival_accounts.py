"""Accounts that cannot both be so; what a denial is set against."""

from __future__ import annotations

import pytest

from read.builtin.english.whole import contradictions, read, said


@pytest.mark.parametrize(
    "cause",
    [
        "an overturned stove was to blame",
        "the fire was an accident",
        "a gas leak had caused the fire",
        "it was a technical failure",
    ],
)
def test_a_cause_that_nobody_wanted_stands_against_a_deed(cause: str) -> None:
    text = (
        "Residents said gunmen burned the granary in Dorna on Monday, killing six people.\n\n"
        f"The army said {cause}."
    )
    reading = read(text)
    deed, mishap = said(reading, "gunmen burned"), said(reading, cause)
    pairs = [(set(each.between), each.why) for each in contradictions(reading)]
    assert ({deed.id, mishap.id}, "dispute") in pairs


@pytest.mark.parametrize(
    ("harm", "account"),
    [
        ("soldiers had bused 40 villagers out of Dorna at gunpoint", "they left voluntarily"),
        ("soldiers had seized six teachers in Dorna", "the six had joined the rebels"),
        ("guards had beaten two prisoners to death in Dorna", "both had died of pneumonia"),
    ],
)
def test_an_account_that_leaves_no_harm_stands_against_who_tells_of_it(
    harm: str, account: str
) -> None:
    text = f"Residents said {harm} on Monday.\n\nThe army said {account}."
    reading = read(text)
    pairs = [(set(each.between), each.why) for each in contradictions(reading)]
    assert ({said(reading, harm).id, said(reading, account).id}, "dispute") in pairs


def test_what_is_said_not_to_be_so_is_no_other_account() -> None:
    text = (
        "Residents said soldiers had bused 40 villagers out of Dorna at gunpoint on Monday.\n\n"
        "A nurse said they were far from volunteers."
    )
    assert contradictions(read(text)) == []


def test_who_is_accused_and_accuses_another_stands_against_the_accuser() -> None:
    text = (
        "The Veld Brigade said Norland aircraft bombed a convoy near Dorna on Monday.\n\n"
        "Norland said the convoy was hit by artillery fire from the Veld Brigade."
    )
    reading = read(text)
    pair = {said(reading, "aircraft bombed").id, said(reading, "was hit by artillery").id}
    assert pair in [set(each.between) for each in contradictions(reading)]


def test_two_accounts_of_one_speaker_are_no_contradiction() -> None:
    text = (
        "Residents said gunmen burned the granary in Dorna on Monday. "
        "Residents said a stove had fallen as well."
    )
    assert contradictions(read(text)) == []


def test_a_denial_is_set_against_who_first_told_of_it_and_not_against_the_answer_to_it() -> None:
    text = (
        "Guards took six men from the mill in Dorna on Monday, the mayor said.\n\n"
        "The army denied that it was holding anyone.\n\n"
        "“They were held in our cellar,” said Anna Tal, a neighbour."
    )
    reading = read(text)
    denial = said(reading, "holding anyone")
    assert said(reading, "took six men").id in denial.about
    assert said(reading, "in our cellar").id not in denial.about


def test_figures_that_differ_contradict_as_figures() -> None:
    text = (
        "The mayor said 23 people were killed in the strike on Dorna on Monday.\n\n"
        "The army said five people were killed in the strike."
    )
    (found,) = contradictions(read(text))
    assert found.why == "figures"
    assert all(name.startswith("f") for name in found.between)


def test_one_or_two_of_many_are_no_other_count() -> None:
    text = (
        "The mayor said 23 people were killed in the strike on Dorna on Monday.\n\n"
        "The clinic said two people were killed in the strike."
    )
    assert contradictions(read(text)) == []
