"""Who says it by counting, ordering, claiming a raid, disowning; sources that close a sentence."""

from __future__ import annotations

import pytest
from tests.read.builtin.english.table import Line, lines

from read.builtin.english.whole import entities, read, speaker_of


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("The stationmaster of Halm counted 31 dead on the platform.",
         Line("31 dead on the platform", "The stationmaster", "counted")),
        ("The county laboratory has registered 412 cases of cholera.",
         Line("412 cases of cholera", "The county laboratory", "registered")),
        ("A faction of the Front claimed responsibility late on Monday.",
         Line("responsibility", "A faction", "claimed", "claims_responsibility")),
        ("The Reed Front claims the attack on the mill.",
         Line("the attack on the mill", "The Reed Front", "claims", "claims_responsibility")),
        ("A court in Halm ordered the army to free the two men.",
         Line("to free the two men", "A court", "ordered", "calls_for")),
        ("The judge ordered the log to be produced by Monday.",
         Line("the log to be produced by Monday", "The judge", "ordered", "calls_for")),
        ("The mayor wants the bodies to be found.",
         Line("the bodies to be found", "The mayor", "wants", "calls_for")),
        ("The party's office in Halm disowned the message.",
         Line("the message", "The party's office", "disowned", "denies")),
        ("Traders contradicted the commander.",
         Line("the commander", "Traders", "contradicted", "disputes")),
        ("The governor lowered the death toll to 19.",
         Line("the death toll to 19", "The governor", "lowered", "corrects")),
        ("The army withdrew its communiqué.",
         Line("its communiqué", "The army", "withdrew", "retracts")),
        ("Three infants have died, doctors at the Escuela hospital report.",
         Line("Three infants have died", "doctors", "report", "reports")),
        ("Explosions in the port, per the harbour police.",
         Line("Explosions in the port", "the harbour police", "per")),
        ("Passengers have sworn affidavits stating that men took the pair off.",
         Line("men took the pair off", "Passengers", "stating")),
        ("Eighteen, she thinks.", Line("Eighteen", "she", "thinks")),
        ("Nine people were killed, according to the provisional count of the health directorate.",
         Line("Nine people were killed", "the health directorate", "according to")),
        ("The Legion claimed to have handed over its maps, an assertion that the office disputes.",
         Line("to have handed over its maps", "The Legion", "claimed")),
        ("The hospital wrote that it has 17 of ours, and a doctor fears that two will die.",
         Line("it has 17 of ours", "The hospital", "wrote")),
    ],
)  # fmt: skip
def test_a_sentence_says_this(text: str, line: Line) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army ordered the villagers to leave.",
        "The council raised taxes and cut the number of buses.",
        "As regards the raid, the council meets on Monday.",
        "Morland acknowledged receipt in writing.",
        "The president dismissed the commander of the battery.",
        "The mill grinds 40 sacks per day, per man.",
        "The Harbour Brief: Monday, 9 February 2032",
        "Amber Shore Doctors: NUMBERS OF THE WEEK",
        "Thousands of people who want asylum wait at the bridge.",
    ],
)
def test_nobody_says_anything_by_this(text: str) -> None:
    assert lines(text) == []


def test_an_office_in_capitals_is_the_person_who_is_named_beside_it() -> None:
    reading = read(
        "“They knew,” the Relief Coordinator, Lucia Brand, told journalists in Halm.\n\n"
        "The Relief Coordinator called on the army to open the gate."
    )
    assert speaker_of(reading, "to open the gate") == "Lucia Brand"


def test_those_who_are_spoken_to_are_nobody_by_that() -> None:
    reading = read("I ask you to open the gate. We asked the mayor to help us.", None)
    assert not {"you", "us", "I", "we"} & set(entities(reading))
