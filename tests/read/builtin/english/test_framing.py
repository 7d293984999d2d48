"""What frames an attribution: relays, nesting, anonymity, hedges, basis, days, pictures."""

import pytest
from tests.read.builtin.english.table import only, said_in

from probatum.read.found import Mark


def words(text: str, marks: tuple[Mark, ...]) -> list[str]:
    return [text[one.start : one.end] for one in marks]


@pytest.mark.parametrize(
    ("text", "speaker", "relays"),
    [
        ("Residents told Channel Delta that men had been taken.", "Residents", ["Channel Delta"]),
        (
            "Two residents who spoke to the broadcaster said shops had been looted.",
            "Two residents",
            ["the broadcaster"],
        ),
        (
            "The agency quoted the mayor as saying that nine people were missing.",
            "the mayor",
            ["The agency"],
        ),
        ("The mayor told reporters that nine people were missing.", "The mayor", []),
        (
            "Residents, in an account passed on by a parish council, said the men were shot.",
            "Residents",
            ["a parish council"],
        ),
        (
            '"Get out!" the soldiers shouted, according to Lena Hoss.',
            "the soldiers",
            ["Lena Hoss"],
        ),
    ],
)
def test_who_passes_words_on_is_a_relay(text: str, speaker: str, relays: list[str]) -> None:
    one = only(text)
    assert one.speaker is not None
    assert text[one.speaker.start : one.speaker.end] == speaker
    assert words(text, one.via) == relays


def test_a_nested_attribution_names_the_outer_speaker_as_relay() -> None:
    text = "The minister said that residents had told her that soldiers fired on a bus."
    outer, inner = said_in(text)
    assert inner.inside == 0
    assert outer.inside is None
    assert words(text, inner.via) == ["The minister"]
    assert text[inner.content.start : inner.content.end] == "soldiers fired on a bus"


@pytest.mark.parametrize(
    "text",
    [
        "A diplomat who asked not to be named said the attack was planned.",
        "Officials speaking on condition of anonymity said the order came from above.",
        "A source said the order came from above.",
    ],
)
def test_sources_that_the_text_does_not_name_are_anonymous(text: str) -> None:
    assert only(text).voice == "anonymous"


def test_residents_and_witnesses_are_no_anonymous_sources_and_are_counted() -> None:
    one = only("Three residents said the shelling had stopped.")
    assert one.voice == "attributed"
    assert one.speaker_count == 3


def test_hedges_are_marked_within_the_content() -> None:
    text = "The mayor said the alleged attackers of 3 May may have fled."
    assert words(text, only(text).hedges) == ["alleged", "may"]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ('"I saw them drag him out," said Mira Sol.', "saw"),
        ("She said she had heard shots from the mill.", "heard"),
        ("The minister said he had been told the building was empty.", "was_told"),
        ("The minister said the building was empty.", None),
    ],
)
def test_how_the_speaker_knows_is_kept_when_said(text: str, basis: str | None) -> None:
    assert only(text).basis == basis


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("Norland denied shelling Dorna.", "attribution"),
        ("Norland denied any role in the raid.", "attribution"),
        ("The command denied that anyone was taken away.", "occurrence"),
        ("The mayor disputed the toll.", "scale"),
    ],
)
def test_a_denial_says_what_it_denies(text: str, denied: str) -> None:
    assert only(text).denies == denied


def test_a_call_names_whom_it_calls_on() -> None:
    text = "The Council called on Norland to release the prisoners."
    one = only(text)
    assert one.addressee is not None
    assert text[one.addressee.start : one.addressee.end] == "Norland"
    assert text[one.content.start : one.content.end] == "to release the prisoners"


def test_the_one_who_shall_do_it_is_no_part_of_the_content() -> None:
    text = "She wants the Assembly to open the files."
    one = only(text)
    assert one.addressee is not None
    assert text[one.addressee.start : one.addressee.end] == "the Assembly"
    assert text[one.content.start : one.content.end] == "to open the files"


def test_the_day_of_saying_stands_beside_the_cue_and_not_in_the_content() -> None:
    text = "The ministry said on Tuesday that the bridge fell on Monday."
    one = only(text)
    assert one.said_at is not None
    assert text[one.said_at.start : one.said_at.end] == "Tuesday"


@pytest.mark.parametrize(
    ("text", "shown", "relays"),
    [
        (
            "A photograph published by the agency appears to show bodies in a courtyard.",
            "bodies in a courtyard",
            ["the agency"],
        ),
        ("Images appeared to show burnt houses.", "burnt houses", []),
        (
            "A video that the station published shows a line of tents.",
            "a line of tents",
            ["the station"],
        ),
    ],
)
def test_a_picture_shows_something_and_nobody_says_it(
    text: str, shown: str, relays: list[str]
) -> None:
    one = only(text)
    assert one.depiction
    assert one.speaker is None
    assert one.voice == "anonymous"
    assert text[one.content.start : one.content.end] == shown
    assert words(text, one.via) == relays
