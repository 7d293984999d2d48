"""A scornful name for what others say disputes it; a fair one, or one for the deed, does not."""

from __future__ import annotations

import pytest

from probatum.read.builtin.english.scorn import doubted_by_label, said_to_be_made_up
from read.builtin.english.whole import assertions, contradictions, read, said

CLAIM = "Villagers said soldiers burned eleven houses in Dorna on Monday. "


@pytest.mark.parametrize(
    "content",
    [
        "those accounts “bazaar talk”", 'the findings "a novel"', "the exhumation as “a show”",
        "it an enemy invention", "the figures inflated", "the survivors' testimony 'poetry'",
        "all such allegations “a bedtime story”", "the raid a staged spectacle",
    ],
)  # fmt: skip
def test_a_name_that_is_not_fair_doubts_what_others_say(content: str) -> None:
    assert doubted_by_label(content) == "occurrence"


@pytest.mark.parametrize(
    "content",
    [
        'the report "harrowing"', "the testimony credible and detailed", 'the raid "piracy"',
        "it a war crime", "the findings “the most serious in years”", "it theft",
        "its findings “only a start”",
        "the attack a provocation by the army", "the hearings “a conveyor belt”",
    ],
)  # fmt: skip
def test_a_fair_name_or_one_for_the_deed_doubts_nothing(content: str) -> None:
    assert doubted_by_label(content) is None


def test_who_labels_an_accusation_doubts_the_blame() -> None:
    assert doubted_by_label("the accusation “a cheap smear”") == "attribution"


def test_an_account_is_said_to_be_made_up() -> None:
    assert said_to_be_made_up("the story was “a film script”")
    assert not said_to_be_made_up("the story was about a film script")


def test_a_label_of_doubt_stands_against_the_claim() -> None:
    reading = read(CLAIM + "Colonel Arn Vel called those accounts “bazaar talk”.")
    doubt, claim = said(reading, "bazaar talk"), said(reading, "burned eleven")
    assert (doubt.stance, doubt.proposition) == ("disputes", "attribution")
    assert {(each.between, each.why) for each in contradictions(reading)} == {
        ((doubt.id, claim.id), "dispute")
    }


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The guard had no vessel in the area, its commander said.", "denies"),
        ("Its commander insisted that not a shot had been fired.", "denies"),
        ("Its nearest camp, the Front said, was 140 km to the north.", "denies"),
        ("The guard has neither disputed nor confirmed the account.", "declines_to_comment"),
        ("The minister said he did not believe a word of it.", "disputes"),
        ("The minister said his men were 20 conscripts from the north.", "asserts"),
        ("The minister said not a farmer had been warned.", "asserts"),
    ],
)
def test_a_side_that_had_nothing_there_denies(text: str, stance: str) -> None:
    reading = read(CLAIM + text)
    assert [each.stance for each in assertions(reading)][1:] == [stance]
