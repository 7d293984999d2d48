"""Interviews and hearings: who speaks in a paragraph is told by its label."""

from __future__ import annotations

import pytest

from probatum.read.builtin.english.turns import turns_of
from probatum.read.sentences import paragraphs
from read.builtin.english.whole import assertions, read, speaker_of

NAMED = """Dr Rosa Quispe ran the theatre that night. She spoke to Tomas Reed by telephone.

REED: How did you learn of the attack?

QUISPE: Ten minutes later two men were carried in. The porters told me the shells came from a boat.

REED: The navy says only dockers were hit.

QUISPE: I operated on a girl of six. I ask the navy to tell the mothers."""

LETTERS = """An interview with harbour physician Odile Vane

Q. What became of them?
A. Thirty men were put into lorries. I counted them from the window.

Q. Whose lorries?
A. A driver told me he worked for the Shoreline Guard."""


def test_an_answer_is_said_by_whom_its_label_names() -> None:
    reading = read(NAMED)
    assert speaker_of(reading, "two men were carried in") == "Rosa Quispe"
    assert speaker_of(reading, "to tell the mothers") == "Rosa Quispe"
    assert speaker_of(reading, "shells came from a boat") == "the porters"
    assert speaker_of(reading, "only dockers were hit") == "the navy"


def test_an_answer_without_a_name_is_said_by_whom_the_text_introduces() -> None:
    reading = read(LETTERS)
    assert speaker_of(reading, "put into lorries") == "Odile Vane"
    assert not [one for one in assertions(reading) if "Whose" in one.content.exact]


def test_labels_are_outside_of_what_is_said() -> None:
    for text in (NAMED, LETTERS):
        for each in assertions(read(text)):
            assert not each.content.exact.startswith(("QUISPE", "A.", "Q."))


def test_labels_that_do_not_come_back_are_no_turns() -> None:
    for text in (
        "WARNING: the bridge is closed.\n\nUPDATE: it is open again.\n\nIt was shelled on Monday.",
        "Norland: strike killed twelve\n\nThe mayor said so.\n\nThe army denied it.",
        "A. The mill\n\nThe mill was hit.\n\nB. The bridge\n\nThe bridge was hit.",
    ):
        assert turns_of(text, paragraphs(text)) == {}


PLAIN = """“I heard the order”

Sergeant Pavel Druze deserted in July. He talks to Inga Moll about the night at the quarry.

You say that you were there when the prisoners were shot. How many were they?

{label}Fourteen men were shot. I had counted them off the truck myself.

Who gave the order?

{label}Our major gave it on the radio. A driver told me he had been paid to cover the pit.

Do you think he will be tried?

{label}I have given his name to the tribunal. We buried two of them ourselves."""


def test_questions_need_no_label_and_answers_none_either() -> None:
    for label in ("Druze: ", "DRUZE: ", "Sergeant Druze: ", ""):
        reading = read(PLAIN.format(label=label))
        for words in ("Fourteen men", "counted them", "gave it on the radio", "buried two",
                      "heard the order", "you were there"):  # fmt: skip
            assert speaker_of(reading, words) == "Pavel Druze", (label, words)
        assert speaker_of(reading, "paid to cover") == "a driver"
        assert not [one for one in assertions(reading) if "tried" in one.content.exact]


def test_questions_within_a_report_make_no_interview() -> None:
    text = "Who fired?\n\nThe army said it was not us.\n\nWho paid?\n\nNobody knows."
    assert turns_of(text, paragraphs(text)) == {}


def test_a_question_of_several_paragraphs_ends_nothing() -> None:
    text = (
        "Q: You came to the river in March.\n\nThere was no bridge any more.\n\nIt had rained.\n\n"
        "A: We crossed by boat.\n\nIt leaked.\n\nQ: And then?\n\nA: The shelling began.\n"
    )
    turns = turns_of(text, paragraphs(text))
    assert [number for number, turn in turns.items() if turn.asks] == [0, 5]
    assert not {1, 2} & set(turns), "what follows a question has no speaker that the text names"
    assert not turns[4].asks, "an answer goes on"


RELEASE = """What happened at the ferry: questions and answers

Lantern Rights Network, 5 May 2031

{0}What did we find?
{1}Between May and July gunmen of the Harbour Militia stopped 14 ferries.

{0}How do we know?
{1}A deckhand told us that the boys were taken to Halm. We have the names of 31 people.

{0}What does the Militia say?
{1}The Militia denies this.
"""


@pytest.mark.parametrize(("asks", "answers"), [("", ""), ("Q: ", "A: "), ("Q. ", "A. ")])
def test_questions_that_a_release_puts_to_itself_are_headings(asks: str, answers: str) -> None:
    reading = read(RELEASE.format(asks, answers), "Lantern Rights Network")
    found = {each.content.exact: each.voice for each in assertions(reading)}
    assert speaker_of(reading, "stopped 14 ferries") == "Lantern Rights Network"
    assert speaker_of(reading, "the boys were taken") == "a deckhand"
    assert found["Between May and July gunmen of the Harbour Militia stopped 14 ferries"] == "own"
    assert not [words for words in found if words.startswith(("Q", "A:", "A. ", "What", "How"))]


def test_one_who_answers_of_himself_is_interviewed_though_nobody_says_you() -> None:
    text = RELEASE.format("Q: ", "A: ").replace("did we", "did you").replace("We have", "I have")
    assert turns_of(text, paragraphs(text))
