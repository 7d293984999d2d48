"""How news, releases and court reports say who says what: inverted, nested, counted, cut off."""

from __future__ import annotations

import pytest
from tests.read.builtin.english.table import Line, lines

IN_FRONT = [
    (
        "Over tea in Tarn, the governor, Thom Saman, told me that smugglers had spread the story.",
        Line("smugglers had spread the story", "Thom Saman", "told"),
    ),
    (
        'In a radio interview on Thursday Valo repeated that "no one was beaten in that house".',
        Line("no one was beaten in that house", "Valo", "repeated", "denies"),
    ),
    (
        "Two of the dead are brothers, the rescue department's duty officer, Saga Nyland, told "
        "the paper this morning.",
        Line("Two of the dead are brothers", "Saga Nyland", "told"),
    ),
    (
        "The relatives of the dead – we spoke with seven of them – say they were turned away.",
        Line("they were turned away", "The relatives", "say"),
    ),
    (
        "The number of dead could still rise, warned the head of the rescue service, Ivo Lahn.",
        Line("The number of dead could still rise", "the head", "warned"),
    ),
    (
        '"A deplorable accident" is how Admiral Runa Skar described it in a statement overnight.',
        Line("A deplorable accident", "Runa Skar", "described"),
    ),
    (
        "“They shot at anything that moved” – Aron, 19, a student.",
        Line("They shot at anything that moved", "Aron"),
    ),
    (
        "In the view of the monitors, the shells came from the north bank.",
        Line("the shells came from the north bank", "the monitors", "In the view of"),
    ),
]

CUT_OFF = [
    (
        "Four states asked the council to freeze the assets of the Corps, whose troops have "
        "ringed the town since May.",
        Line("to freeze the assets of the Corps", "Four states", "asked", "calls_for"),
    ),
    (
        "It urged the Front to hand over its logs, which the group's officer, Major Temir Oroz, "
        "promised to do.",
        Line("to hand over its logs", "It", "urged", "calls_for"),
    ),
    (
        "The ministry insisted that no civilians had been present, a claim flatly contradicted by "
        "villagers.",
        Line("no civilians had been present", "The ministry", "insisted"),
    ),
    (
        "The premier accused the navy of the raid in a televised address on Saturday night.",
        Line("the navy of the raid", "The premier", "accused"),
    ),
    (
        "His deputy, Mira Toll, was less shy: a demand for money reached the town hall, she said.",
        Line("a demand for money reached the town hall", "she", "said"),
    ),
    (
        "Weil, who has pleaded not guilty to murder, testified that he was at sea.",
        Line("to murder", "Weil", "pleaded not guilty", "denies"),
    ),
    (
        "The minister threatened to close the border unless the attacks stopped.",
        Line("to close the border unless the attacks stopped", "The minister", "threatened",
             "commits_to"),
    ),
]  # fmt: skip

ALSO_SAID = [
    (
        "The command calls on the Front to give up its maps and on the press to stop lying.",
        Line("to stop lying", "The command", "calls on", "calls_for"),
    ),
    ("The headman, Boun Lor, makes it 41.", Line("41", "Boun Lor", "makes it")),
    (
        "The ministry rejects as baseless the charges of the monks.",
        Line("the charges of the monks", "The ministry", "rejects", "denies"),
    ),
    ("Envoys seek sanctions over siege.", Line("sanctions over siege", "Envoys", "seek",
                                               "calls_for")),
    (
        "A memo obtained by the Harbour Post shows the commander had been warned.",
        Line("the commander had been warned", "A memo", "shows"),
    ),
    (
        "The envoy was alarmed by the expulsions.",
        Line("the expulsions", "The envoy", "was alarmed by"),
    ),
    (
        "It was taken in March, as the photographer, Joana Prat, confirmed to the paper.",
        Line("It was taken in March", "Joana Prat", "confirmed"),
    ),
    (
        "One survivor, a boy of 14, told doctors he had hidden under a cart.",
        Line("he had hidden under a cart", "One survivor", "told"),
    ),
    (
        "The rebels deny laying the mine and accuse the army of having laid it.",
        Line("the army of having laid it", "The rebels", "accuse"),
    ),
    (
        "Medics speak of screams and of at least one body.",
        Line("screams and of at least one body", "Medics", "speak of"),
    ),
    ("The warden, Paul Ritt, did not want to comment.",
     Line("did not want to comment", "Paul Ritt", "did not want to comment",
          "declines_to_comment")),
]  # fmt: skip

FURTHER_OFF = [
    (
        "What we know\n\n- Five people dead, 31 hurt, says the rescue department\n- Roads closed",
        Line("Five people dead, 31 hurt", "the rescue department", "says"),
    ),
    (
        "The minister, Octa Rell, has maintained since the bodies were returned on 29 January "
        "that the prisoners died of an illness.",
        Line("the prisoners died of an illness", "Octa Rell", "maintained"),
    ),
    (
        "The harbour master, embarrassed that his boat was in dock, promised an inquiry.",
        Line("an inquiry", "The harbour master", "promised", "commits_to"),
    ),
    (
        "Tomas Inha, who was made to dig, counted at least 30; the morgue, however, recorded "
        "only 12 arrivals.",
        Line("only 12 arrivals", "the morgue", "recorded"),
    ),
    (
        "Two analysts who examined the images noted that the lorries carried no flags.",
        Line("the lorries carried no flags", "Two analysts", "noted"),
    ),
    (
        "The clinic has received 31 wounded, its director, Pavle Mirn, confirmed by telephone.",
        Line("The clinic has received 31 wounded", "its director", "confirmed"),
    ),
    (
        "One told a doctor on the plane they had been chained at night.",
        Line("they had been chained at night", "One", "told"),
    ),
    (
        "We call upon the council to act at once, and upon the monitors to inspect the cellar.",
        Line("to inspect the cellar", None, "call upon", "calls_for"),
    ),
    (
        "Footage shot from a river boat and broadcast by Channel Kaarta shows two white flashes.",
        Line("two white flashes", None, "shows"),
    ),
]

NOBODY_SAYS_IT = [
    ("The hospital in Kayes has admitted 140 wounded.", "acknowledges"),
    ("The judge rejected a defence request to exclude the photographs.", "denies"),
    ("Esten recalled its ambassador.", "asserts"),
    ("The council demands that the junta disclose where they are.", "asserts"),
    ("The video does not show the raid on Orla.", "asserts"),
    ('"There is a word for that, and the word is crime," she said.', "reports"),
]


@pytest.mark.parametrize(("text", "line"), IN_FRONT)
def test_who_speaks_is_found_wherever_a_sentence_puts_them(text: str, line: Line) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(("text", "line"), CUT_OFF)
def test_what_is_said_ends_where_the_text_or_another_goes_on(text: str, line: Line) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(("text", "line"), ALSO_SAID)
def test_numbers_calls_papers_and_second_halves_are_said_as_well(text: str, line: Line) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(("text", "line"), FURTHER_OFF)
def test_bullets_asides_and_bare_counts_keep_their_speaker(text: str, line: Line) -> None:
    assert line in lines(text)


@pytest.mark.parametrize(("text", "stance"), NOBODY_SAYS_IT)
def test_what_only_looks_like_saying_is_none(text: str, stance: str) -> None:
    assert stance not in {one.stance for one in lines(text) if one.cue != "said"}
