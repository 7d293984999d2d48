from __future__ import annotations

import pytest

from read.builtin.english.whole import PUBLISHER, entities, read, speaker_of


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        ("Mayor Anna Tal said shells hit Dorna. Tal said nobody was hurt.",
         "nobody was hurt", "Anna Tal"),
        ("Mayor Anna Tal said shells hit Dorna. She said nobody was hurt.",
         "nobody was hurt", "Anna Tal"),
        ("Mayor Anna Tal said shells hit Dorna. The mayor said nobody was hurt.",
         "nobody was hurt", "Anna Tal"),
        ("The mayor said shells hit Dorna. Mayor Anna Tal said nobody was hurt.",
         "shells hit Dorna", "Anna Tal"),
        ("Pavel Orn, a surgeon, said shells hit Dorna. The surgeon said ten people died.",
         "ten people died", "Pavel Orn"),
        ("The Ministry of Defence said shells hit Dorna. The ministry said ten people died.",
         "ten people died", "the Ministry of Defence"),
        ("The Army of the Estuary said shells hit Dorna. The group said ten people died.",
         "ten people died", "the Army of the Estuary"),
        ("The Veld Relief Committee (VRC) said shells hit Dorna. The VRC said ten people died.",
         "ten people died", "the Veld Relief Committee"),
        ("Residents said shells hit Dorna. They said ten people died.",
         "ten people died", "residents"),
        ("Mr Orn said shells hit Dorna. Anna Tal said two died. He said ten people were hurt.",
         "ten people were hurt", "Orn"),
    ],
)  # fmt: skip
def test_names_titles_and_pronouns_lead_to_one_speaker(text: str, words: str, speaker: str) -> None:
    found = speaker_of(read(text), words)
    assert found is not None
    assert found.casefold() == speaker.casefold()


def test_a_man_is_not_she() -> None:
    text = "Mr Pavel Orn said shells hit Dorna. She said ten people died."
    assert speaker_of(read(text), "ten people died") is None


def test_his_predecessor_is_not_he() -> None:
    text = (
        "Mr Pavel Orn doubts that ten people died in Dorna. His predecessor, Anna Tal, said shells "
        "killed ten people. She said soldiers fired them. He said nothing was proved."
    )
    reading = read(text)
    assert speaker_of(reading, "soldiers fired them") == "Anna Tal"
    assert speaker_of(reading, "nothing was proved") == "Pavel Orn"


def test_a_courtesy_is_no_role() -> None:
    assert entities(read("Mr Pavel Orn said shells hit Dorna."))["Pavel Orn"].role is None


def test_a_pronoun_with_nobody_before_it_means_nobody() -> None:
    assert speaker_of(read("They said ten people died in Dorna."), "ten people died") is None


def test_an_office_beside_a_name_is_the_role() -> None:
    found = entities(read("Anna Tal, mayor of Dorna, said shells hit the bridge."))
    assert found["Anna Tal"].role == "mayor of Dorna"
    assert found["Anna Tal"].type == "person"


def test_the_known_publisher_is_there_though_the_text_never_names_it() -> None:
    found = entities(read("Shells hit Dorna on Monday and killed ten people."))
    assert found[PUBLISHER].type == "publication"
    assert found[PUBLISHER].mentions == ()


def test_without_a_publisher_nobody_is_made_up_for_it() -> None:
    found = entities(read("Shells hit Dorna on Monday and killed ten people.", publisher=None))
    assert not any(each.type == "publication" for each in found.values())


def test_a_press_release_speaks_of_its_own_ministry_as_one_publication() -> None:
    text = "The Ostmark Ministry of Defence denies the attack. The Ministry regrets every death."
    found = entities(read(text, publisher="Ostmark Ministry of Defence"))
    own = found["Ostmark Ministry of Defence"]
    assert own.type == "publication"
    assert [span.exact for span in own.mentions][:1] == ["The Ostmark Ministry of Defence"]
    assert "The Ministry" in [span.exact for span in own.mentions]


def test_a_state_that_speaks_is_an_organisation_and_no_place_of_the_event() -> None:
    reading = read("Norland denied shelling Dorna.")
    assert entities(reading)["Norland"].type == "organisation"
    places = [each for each in reading.suggestions if type(each).__name__ == "Place"]
    norland = next(each for each in places if each.name == "Norland")
    assert norland.mentions == ()
    assert [span.exact for span in norland.metonym_mentions] == ["Norland"]


def test_a_name_in_a_byline_is_no_part_of_the_event() -> None:
    text = "Shells hit Dorna\n\nBy Dorrit Hale\n\nShells hit Dorna on Monday, residents said."
    assert "Dorrit Hale" not in entities(read(text))


def test_what_stands_beside_a_body_or_joins_its_clause_is_nobody_of_its_own() -> None:
    text = (
        "The Office for Civilian Protection, a monitoring body, says 1,340 civilians have been "
        "killed in Dorna, although it believes the true figure to be higher."
    )
    assert set(entities(read(text))) == {PUBLISHER, "the Office for Civilian Protection"}


def test_an_age_is_no_part_of_a_role() -> None:
    text = "“There were no fighters here,” said Yusif Tal, a 52-year-old shopkeeper in Dorna."
    assert entities(read(text))["Yusif Tal"].role == "shopkeeper"
