"""Speakers that stand far from what they say, or are named by what stands beside them."""

from __future__ import annotations

import pytest
from tests.read.builtin.english.table import Line, lines, only

from read.builtin.english.whole import assertions, entities, read, said, speaker_of


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "A rocket hit the bakery at noon, wounding six people, two of them children, the "
            "town's fire chief, Ilse Marn, said.",
            Line("A rocket hit the bakery at noon, wounding six people, two of them children",
                 "Ilse Marn", "said"),
        ),
        (
            "The Relief Board, a body of the Upper States, estimated that 300 people had fled.",
            Line("300 people had fled", "The Relief Board", "estimated", "estimates"),
        ),
        (
            "Norland admits shelling school by mistake",
            Line("shelling school by mistake", "Norland", "admits", "acknowledges"),
        ),
        (
            "In the words of a widow: “They came with lists. They read the names aloud.”",
            Line("They came with lists. They read the names aloud", "a widow"),
        ),
    ],
)  # fmt: skip
def test_the_speaker_is_found_behind_what_the_parser_hangs_elsewhere(text: str, line: Line) -> None:
    assert line in lines(text)


def test_a_headline_lists_what_one_speaker_says() -> None:
    found = lines("Army rejects accusation, says mill caught fire")
    assert [(each.speaker, each.stance) for each in found] == [
        ("Army", "denies"), ("Army", "asserts")
    ]  # fmt: skip


@pytest.mark.parametrize("bullet", ["-", "•", "*"])
def test_the_lines_of_a_list_go_on_with_its_speaker(bullet: str) -> None:
    text = (
        "The Veld Committee:\n"
        f"{bullet} calls on the army to open the road;\n"
        f"{bullet} urges Norland to free the drivers;\n"
        f"{bullet} will publish its findings in May."
    )
    found = [each for each in lines(text) if each.speaker == "The Veld Committee"]
    assert [(each.content, each.stance) for each in found] == [
        ("to open the road", "calls_for"), ("to free the drivers", "calls_for"),
        ("publish its findings in May", "commits_to"),
    ]  # fmt: skip


def test_a_list_ends_with_its_last_line() -> None:
    text = "The Veld Committee:\n- calls on the army to leave.\nShells fell on Dorna on Monday."
    assert speaker_of(read(text), "Shells fell") == "The Harbour Post"


@pytest.mark.parametrize(
    "text",
    [
        "Two guards, who spoke on condition that their names be withheld, said the gate was open.",
        "A nurse, who did not wish to be identified, said the gate was open.",
        "A driver, who would not give his full name, said the gate was open.",
        "An aide, who asked that her name not be printed, said the gate was open.",
    ],
)
def test_whoever_hides_the_name_is_anonymous(text: str) -> None:
    assert only(text).voice == "anonymous"


def test_a_name_with_an_apostrophe_is_one_name() -> None:
    reading = read("The Miners’ Union said that six of its members were missing.")
    assert speaker_of(reading, "six of its members") == "the Miners’ Union"


@pytest.mark.parametrize(
    "text",
    [
        "A man claiming to be their leader promised that the food would be shared.",
        "“They called us liars,” Anna Tal said.",
        "The police registered two new vans.",
    ],
)
def test_words_that_only_look_like_a_claim_are_none(text: str) -> None:
    contents = [each.content.exact for each in assertions(read(text))]
    assert not {"to be their leader", "liars", "two new vans"} & set(contents)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Norland denied it. Its news agency, NorPress, said the harbour was calm.",
         "the harbour was calm", "NorPress"),
        ("The brigade left. Its commander, known only as Heron, said the men had drowned.",
         "the men had drowned", "Heron"),
    ],
)  # fmt: skip
def test_a_name_beside_a_noun_is_the_name_of_one_and_the_same(
    text: str, words: str, speaker: str
) -> None:
    reading = read(text)
    assert speaker_of(reading, words) == speaker
    assert not {"its news agency", "its commander"} & set(entities(reading))


def test_a_picture_shows_something_behind_a_clause_about_it() -> None:
    text = "Video posted online, which The Harbour Post could not verify, showed smoke over Dorna."
    found = said(read(text), "smoke over Dorna")
    assert (found.proposition, found.voice, found.speaker) == ("depiction", "anonymous", None)


def test_to_hold_no_one_is_a_denial() -> None:
    found = said(read("The Harbour Guard says it holds no one."), "holds no one")
    assert (found.stance, found.denies) == ("denies", "occurrence")
