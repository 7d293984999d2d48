"""Who a noun, a pronoun or a bare name means, from the headline to the last paragraph."""

from __future__ import annotations

import pytest

from read.builtin.english.whole import PUBLISHER, entities, read, speaker_of


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Army says rebels shelled own side\n\nSeven rockets fell on Dorna. The Interior Army "
            "said none of its guns had fired.",
            "rebels shelled own side", "the Interior Army",
        ),
        (
            "Ten killed at Dorna depot, ministry says\n\nThe Health Ministry said ten people died. "
            "The Interior Ministry sealed the road.",
            "Ten killed at Dorna depot", "the Health Ministry",
        ),
        (
            "Brotherhood: our men were never in Dorna\n\nThe Plateau Brotherhood denied the claim.",
            "our men were never in Dorna", "the Plateau Brotherhood",
        ),
        (
            "Pathologist: most of the dead were shot\n\nPavel Orn, a pathologist, leads the team.",
            "most of the dead were shot", "Pavel Orn",
        ),
    ],
)  # fmt: skip
def test_a_headline_speaks_of_whom_the_text_names(text: str, words: str, speaker: str) -> None:
    assert speaker_of(read(text), words) == speaker


def test_a_headline_that_could_mean_two_means_neither() -> None:
    text = (
        "Ministry under fire\n\nThe Health Ministry said ten people died in Dorna. The Interior "
        "Ministry said three."
    )
    assert "the Interior Ministry" in entities(read(text))
    assert len(entities(read(text))["the Health Ministry"].mentions) == 1


@pytest.mark.parametrize(
    ("lead", "following"),
    [
        ("Rockets struck the landing, killing 34 people, a health director said.",
         '"We stopped counting," Selma Hangara told reporters.'),
        ("The former commander of the River Company pleaded not guilty to murder.",
         "Selma Hangara, 51, denied that she gave the order."),
    ],
)  # fmt: skip
def test_who_speaks_in_the_lead_is_named_behind_it(lead: str, following: str) -> None:
    found = entities(read(f"Rockets hit landing\n\n{lead}\n\n{following}"))["Selma Hangara"]
    assert len(found.mentions) > 1


@pytest.mark.parametrize(
    "following",
    [
        "One, Petya Koleva, said she had heard a plane.",  # one of two workers
        "Two workers disagreed.\n\nPetya Koleva said she had heard a plane.",
    ],
)
def test_somebody_else_is_not_who_speaks_in_the_lead(following: str) -> None:
    lead = "Rockets struck the landing, a spokesman for the army said."
    found = entities(read(f"Rockets hit landing\n\n{lead}\n\n{following}"))
    assert "a spokesman for the army" in found


def test_his_lawyer_is_not_who_is_named_next() -> None:
    text = "The fire was an accident, his lawyer said.\n\nPavel Orn, 51, is charged with murder."
    assert "his lawyer" in entities(read(text))


@pytest.mark.parametrize("words", ["this newspaper", "this station", "this channel"])
def test_the_publisher_speaks_of_itself(words: str) -> None:
    text = f"A witness told {words} that shells hit Dorna. It was dark."
    assert words in [each.exact for each in entities(read(text))[PUBLISHER].mentions]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            '"The captain told us to run," Anna Tal said. She said soldiers hit the barn.',
            "soldiers hit the barn", "Anna Tal",
        ),
        (
            "Colonel Myo Lwin rejects the claim. No prisoner was kept in the barracks, he said.",
            "No prisoner was kept", "Myo Lwin",
        ),
        (
            "Osei Tarrant, a ferryman, said boats burned in Dorna. He said soldiers burned them.",
            "soldiers burned them", "Osei Tarrant",
        ),
        (
            "A ferryman who gave only his first name, Petrus, recalled a flash. He said he ran.",
            "a flash", "Petrus",
        ),
        (
            "Mareike Voss of the Gulf Institute noted that two were freed. She said one had died.",
            "one had died", "Mareike Voss",
        ),
    ],
)  # fmt: skip
def test_a_pronoun_means_who_spoke(text: str, words: str, speaker: str) -> None:
    assert speaker_of(read(text), words) == speaker


def test_what_belongs_to_a_body_is_not_the_body() -> None:
    text = (
        "The Relief Council condemned the raid. The Council's staff said six shells fell. The "
        "Council called for an inquiry."
    )
    assert speaker_of(read(text), "an inquiry") == "the Relief Council"


def test_her_office_is_not_ours() -> None:
    text = (
        "On the night of 9 March our office in Dorna was set on fire. The prosecutor was told; "
        "her office replied that it saw no cause to act."
    )
    found = speaker_of(read(text), "it saw no cause to act")
    assert found == "her office"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Doctors at the district hospital said two were dying.",
         "doctors at the district hospital"),
        ("A fisherman from Dorna said he saw the launch rammed.", "a fisherman from Dorna"),
        ("Sources close to the inquiry said the log was lost.", "sources close to the inquiry"),
        ("The general staff of Norland withdrew its statement.", "the general staff of Norland"),
        ("Officials on Tuesday said two were dying.", "officials"),
        ("Officials in the port, who had been asked, said two were dying.",
         "officials in the port"),
    ],
)  # fmt: skip
def test_a_noun_is_named_with_what_tells_which(text: str, name: str) -> None:
    assert name in entities(read(text))


def test_the_owner_of_a_wing_is_not_the_wing() -> None:
    text = "The Column's political wing rejects the accusation."
    assert speaker_of(read(text), "the accusation") == "the Column's political wing"
