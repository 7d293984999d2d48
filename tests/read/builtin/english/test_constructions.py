"""Constructions of news prose that the parser reads badly, or that say who says it elsewhere."""

from __future__ import annotations

import pytest
from tests.read.builtin.english.table import Line, lines

from read.builtin.english.whole import assertions, entities, read, speaker_of


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "Nine porters died when a shell hit the depot in Karsk, the mayor said, days before "
            "the truce was due to end.",
            Line("Nine porters died when a shell hit the depot in Karsk", "the mayor", "said"),
        ),
        (
            "The driver was beaten at the bridge, his wife said, adding that nobody had helped.",
            Line("The driver was beaten at the bridge", "his wife", "said"),
        ),
        (
            "Rescuers have found nine bodies in a well near the town of Osk, 12 kilometres north "
            "of Lund, the Search Committee for the Missing announced on Monday.",
            Line("Rescuers have found nine bodies in a well near the town of Osk, 12 kilometres "
                 "north of Lund", "the Search Committee for the Missing", "announced"),
        ),
        (
            "The aide told Delta Radio the men held at the mill were later found dead.",
            Line("the men held at the mill were later found dead", "The aide", "told"),
        ),
        (
            "More than 90 nurses have fled since May, according to the Health Watch Bureau, though "
            "it says the true number is higher.",
            Line("More than 90 nurses have fled since May", "the Health Watch Bureau",
                 "according to"),
        ),
        (
            "Diggers found a boot and, according to their foreman, the bones of two people.",
            Line("the bones of two people", "their foreman", "according to"),
        ),
        (
            "It was reported earlier that six men had died.",
            Line("six men had died", None, "It was reported", "reports"),
        ),
        (
            "The rebels reject the accusation of the Lake Guard that their men burned the mill.",
            Line("their men burned the mill", "the Lake Guard", "accusation"),
        ),
        (
            "The council holds the militia and its backers fully responsible for the deaths.",
            Line("the militia and its backers fully responsible for the deaths", "The council",
                 "holds"),
        ),
        (
            "One monitor places the arrival of the column on 12 April.",
            Line("the arrival of the column on 12 April", "One monitor", "places"),
        ),
        (
            "The army has yet to comment on the raid.",
            Line("on the raid", "The army", "has yet to comment", "declines_to_comment"),
        ),
        (
            "Survivors recounted being beaten with cables in the mill.",
            Line("being beaten with cables in the mill", "Survivors", "recounted"),
        ),
        (
            "The office has verified the killing of 57 people, among them 21 children.",
            Line("the killing of 57 people, among them 21 children", "The office", "verified"),
        ),
    ],
)  # fmt: skip
def test_what_is_said_ends_where_it_ends(text: str, line: Line) -> None:
    assert line in lines(text)


def test_a_source_that_an_agency_cites_speaks_through_the_agency() -> None:
    reading = read("Lake News reported, citing two security officials, that the jet had come back.")
    (one,) = assertions(reading)
    named = {each.id: each.name for each in entities(reading).values()}
    assert one.content.exact == "the jet had come back"
    assert named[one.speaker or ""] == "two security officials"
    assert [named[each] for each in one.via] == ["Lake News", "The Harbour Post"]
    assert one.stance == "asserts"


def test_who_interviews_somebody_does_not_speak() -> None:
    reading = read("Two survivors interviewed separately by Radio Lund said the gate was locked.")
    assert speaker_of(reading, "the gate was locked") == "two survivors"


def test_a_name_alone_says_nothing() -> None:
    reading = read('"They fired at us," said one of them, a trader called Hamido.')
    assert [each.content.exact for each in assertions(reading)] == ["They fired at us"]


def test_a_name_behind_an_office_of_a_place_is_of_whoever_holds_it() -> None:
    reading = read("The governor of Osk, Colonel Abdo Maress, told state radio that all were safe.")
    assert speaker_of(reading, "all were safe") == "Abdo Maress"


def test_an_acronym_stands_for_the_publisher() -> None:
    reading = read("He told TPA by telephone that his men were asleep.", "Tamarind Press Agency")
    (one,) = assertions(reading)
    named = {each.id: each.name for each in entities(reading).values()}
    assert [named[each] for each in one.via] == ["Tamarind Press Agency"]


def test_a_part_of_an_army_is_not_the_army() -> None:
    reading = read(
        "The Federal Army's 14th Brigade left on Sunday. The Federal Army denied the attack."
    )
    assert speaker_of(reading, "the attack") == "the Federal Army"
