"""Attributions beside a sentence, round it, and by nobody named."""

from __future__ import annotations

import pytest

from read.builtin.english.whole import assertions, read, said, speaker_of


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The fuel, as General Moss has admitted, had been loaded on to his trucks.",
         "The fuel, as General Moss has admitted, had been loaded on to his trucks", "Moss"),
        ("As reported by the ministry, two shells hit the mill.", "two shells hit the mill",
         "the ministry"),
        ("Two shells hit the mill, as the council has confirmed.", "Two shells hit the mill",
         "the council"),
        ("It was the governor who told the court that shells had hit the mill.",
         "shells had hit the mill", "the governor"),
        ("What the surgeon told the panel was that eleven men had been shot.",
         "eleven men had been shot", "the surgeon"),
        ("Monitors spoke to a headmaster, according to whom nobody had been inside.",
         "nobody had been inside", "a headmaster"),
        ("The convoy was held for six days, the driver said, in a school boiler room.",
         "The convoy was held for six days, the driver said, in a school boiler room",
         "the driver"),
        ("Fifteen men were on the crest, the general claimed, and two are among the dead.",
         "Fifteen men were on the crest, the general claimed, and two are among the dead",
         "the general"),
        ("The guards on the upper road reckon it came from across the river.",
         "it came from across the river", "the guards on the upper road"),
        ("Norland called on Tuesday for an inquiry, two days after shells hit the mill.",
         "an inquiry", "Norland"),
    ],
)  # fmt: skip
def test_a_source_stands_beside_round_or_behind(text: str, content: str, speaker: str) -> None:
    reading = read(text)
    found = said(reading, content)
    assert found.content.exact == content
    assert speaker_of(reading, content) == speaker


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("The court heard that the door had been chained.", "the door had been chained", "asserts"),
        ("It emerged on Friday that the guards had been sent home.",
         "the guards had been sent home", "reports"),
        ("There is talk that wounded men were taken away.", "wounded men were taken away",
         "reports"),
        ("Reports are coming in of a large explosion at the mill.",
         "a large explosion at the mill", "reports"),
        ("People say the men were driven to the brickworks.",
         "the men were driven to the brickworks", "reports"),
    ],
)  # fmt: skip
def test_hearsay_has_no_speaker(text: str, content: str, stance: str) -> None:
    found = said(read(text), content)
    assert (found.content.exact, found.speaker, found.voice) == (content, None, "anonymous")
    assert found.stance == stance


@pytest.mark.parametrize(
    "text",
    [
        "Asked for his source, the mayor left the room.",
        "As the governor arrived, the band began to play.",
        "A woman asked to be called Sana.",
        "The police counted the money and left.",
    ],
)
def test_what_only_looks_like_an_aside_is_none(text: str) -> None:
    assert [one.content.exact for one in assertions(read(text)) if one.voice != "own"] == []


def test_three_clauses_with_that_are_three_assertions() -> None:
    text = "The mayor said that a barge was hit, that the crew were safe and that six had fled."
    found = [each.content.exact for each in assertions(read(text)) if each.voice != "own"]
    assert found == ["a barge was hit", "the crew were safe", "six had fled"]


def test_a_picture_seems_to_show_whoever_released_it() -> None:
    text = (
        "Satellite pictures taken on Monday and released by the firm Overlook appear to show three "
        "craters along the road. Another seems to show two men with a crate."
    )
    reading = read(text)
    for words in ("three craters along the road", "two men with a crate"):
        found = said(reading, words)
        assert (found.content.exact, found.proposition, found.speaker) == (words, "depiction", None)


def test_a_list_with_semicolons_goes_on_with_its_speaker() -> None:
    text = (
        "The Office urges the army to leave; asks the Harbour Commission to open an inquiry; and "
        "demands the release of six prisoners."
    )
    reading = read(text)
    assert speaker_of(reading, "to open an inquiry") == speaker_of(reading, "to leave")


def test_a_name_behind_what_somebody_is_called_speaks() -> None:
    reading = read("“They shot at the door,” sobbed grandmother-of-six Vera Lund, 61.")
    assert speaker_of(reading, "They shot") == "Vera Lund"


def test_a_number_that_it_is_put_at_is_an_estimate() -> None:
    assert said(read("The toll is 31. The army puts it at nine."), "nine").stance == "estimates"
