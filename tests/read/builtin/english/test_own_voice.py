from __future__ import annotations

import pytest

from read.builtin.english.whole import PUBLISHER, assertions, entities, read, said


def own(text: str, publisher: str | None = PUBLISHER) -> list[str]:
    return [each.content.exact for each in assertions(read(text, publisher)) if each.voice == "own"]


def test_what_the_publisher_says_happened_is_its_assertion() -> None:
    reading = read("Shells hit Dorna on Monday, killing ten people.")
    (found,) = assertions(reading)
    assert found.content.exact == "Shells hit Dorna on Monday, killing ten people"
    assert found.speaker == entities(reading)[PUBLISHER].id
    assert (found.voice, found.cue, found.via, found.speaker_mention) == ("own", None, (), None)


def test_of_an_unknown_publisher_the_speaker_is_unknown() -> None:
    (found,) = assertions(read("Shells hit Dorna on Monday.", publisher=None))
    assert (found.voice, found.speaker) == ("own", None)


@pytest.mark.parametrize(
    "text",
    [
        "The fountain of Dorna has been dry since the spring.",
        "She has worked at the school since leaving college.",
        "The Harbour Post could not verify the death toll independently.",
        "The weather was cold and the streets were quiet.",
        "What happened to the men who were killed?",
    ],
)
def test_scenes_and_disclaimers_are_no_assertions(text: str) -> None:
    assert own(text) == []


def test_a_sentence_that_only_leads_to_an_attribution_is_not_said_twice() -> None:
    text = "Residents said that shells killed ten people in Dorna."
    assert own(text) == []
    assert len(assertions(read(text))) == 1


def test_the_clause_before_an_attribution_is_the_publishers_own() -> None:
    text = "Death toll from Dorna strike climbs to 130 as Norland denies firing missiles"
    assert own(text) == ["Death toll from Dorna strike climbs to 130"]


def test_a_first_person_statement_speaks_for_itself() -> None:
    text = (
        "Soldiers came to Dorna on 9 January. They took my brother from our yard. "
        "I saw smoke over the mill. We have had no word of him since that day."
    )
    assert len(own(text, publisher=None)) == 4


def test_labels_of_a_record_of_questions_are_no_part_of_an_answer() -> None:
    text = (
        "Q. What did you see?\nA. I saw soldiers in our lane in Dorna. They burned the mill.\n"
        "Q. Were people killed?\nA. We buried six people in our yard."
    )
    assert own(text, publisher=None) == [
        "I saw soldiers in our lane in Dorna",
        "They burned the mill",
        "We buried six people in our yard",
    ]


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        (
            "A shell hit the mill in Dorna on Monday. The ministry has today summoned the "
            "ambassador of Norland.",
            "The ministry has today summoned the ambassador of Norland",
            "asserts",
        ),
        (
            "Six men were abducted in Dorna on Monday. None of them came back.",
            "None of them came back",
            "asserts",
        ),
        (
            "Six men were killed in Dorna. The bodies were taken to the hospital in Halm, where a "
            "doctor said that all had been shot.",
            "The bodies were taken to the hospital in Halm",
            "asserts",
        ),
        (
            "Gunmen abducted nine people in Dorna. Families blocked the bridge on Friday, "
            "demanding news.",
            "Families blocked the bridge on Friday",
            "asserts",
        ),
        (
            "Gunmen seized a bus in Dorna.\n\nCorrection: An earlier version of this article said "
            "that the driver had been killed. He is alive.",
            "He is alive",
            "corrects",
        ),
        (
            "Last night our guns struck the depot of the enemy in Dorna.",
            "Last night our guns struck the depot of the enemy in Dorna",
            "claims_responsibility",
        ),
        (
            "A shell hit the mill in Dorna on Monday. The findings of the office do not support "
            "that account.",
            "The findings of the office do not support that account",
            "disputes",
        ),
    ],
)
def test_what_was_done_about_an_event_is_told_by_the_text_itself(
    text: str, content: str, stance: str
) -> None:
    found = {each.content.exact: each.stance for each in assertions(read(text))
             if each.voice == "own"}  # fmt: skip
    assert found.get(content) == stance, found


def test_a_picture_from_elsewhere_is_a_depiction() -> None:
    reading = read("A shell hit the mill in Dorna. The photo of the burnt bus is from 2019.")
    assert said(reading, "burnt bus").proposition == "depiction"


@pytest.mark.parametrize(
    ("text", "content", "stance"),
    [
        ("It is not the case that any prisoner has died in Dorna.",
         "any prisoner has died in Dorna", "denies"),
        ("Nor is it true that our commander ordered the raid.", "our commander ordered the raid",
         "denies"),
        ("What is not in dispute is that the ship was boarded on Sunday.",
         "the ship was boarded on Sunday", "asserts"),
        ("We condemn the hanging of the two boys in Dorna.",
         "the hanging of the two boys in Dorna", "condemns"),
    ],
)  # fmt: skip
def test_a_verdict_of_the_text_is_about_the_clause_alone(
    text: str, content: str, stance: str
) -> None:
    found = said(read("Shells hit the mill on Monday. We saw it. " + text), content)
    assert (found.content.exact, found.stance, found.voice) == (content, stance, "own")


def test_halves_of_a_sentence_are_one_assertion_of_the_text() -> None:
    text = "Nine of the detainees drowned on Monday; three were found alive at dawn."
    assert own(text) == [text[:-1]]


def test_a_clause_behind_an_attribution_is_the_texts_own() -> None:
    text = "Norland called for a truce, two days after gunmen killed twelve sailors in Dorna."
    assert own(text) == ["gunmen killed twelve sailors in Dorna"]


@pytest.mark.parametrize(
    "text", ["Harbour blast: as it happened", "Shelling in Dorna – live updates"]
)
def test_the_head_of_a_live_page_is_no_assertion(text: str) -> None:
    assert own(text + "\n\nThe mayor spoke.") == []
