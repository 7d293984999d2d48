"""What a post says of itself asserts nothing; what it takes back is tied to what is right."""

from __future__ import annotations

import pytest

from probatum.read.builtin.english.chatting import is_chat, turned_to
from read.builtin.english.whole import assertions, contradictions, read, said

STRIKE = "🔴 15:40 A missile hit the cannery in Dorna. "


@pytest.mark.parametrize(
    "words",
    [
        "We spent two weeks on this", "I'm not writing more about that", "Let us see",
        "I'll write again at midnight", "I have it here", "Colonel Arn rang me at 5",
        "People are asking me about the photo", "I have been asked whether fighters slept there",
        "Neighbours, this is what I can confirm and what I can't", "We regret the error",
        "Nine clips are circulating", "I wrote in haste, forgive me", "We'll wait and see",
        "My cousin phoned us this morning", "I pass it on for what it is worth",
    ],
)  # fmt: skip
def test_what_a_post_says_of_itself_is_no_assertion(words: str) -> None:
    assert is_chat(words)


@pytest.mark.parametrize(
    "words",
    [
        "We spent two weeks in the cellar", "I'm not leaving the ward", "We saw the drone",
        "Let us see the prisoners. They are alive", "I have two of them in my cellar",
        "Colonel Arn rang the bell", "People are asking for water", "We will report him to police",
        "I have it: they dropped it in ward three", "They called me a traitor",
        "Two clips are from another war", "We regret the deaths of eleven farmers",
    ],
)  # fmt: skip
def test_what_happened_is_more_than_chat(words: str) -> None:
    assert not is_chat(words)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("@ReliefDesk pls ask the Legion where they are", "pls ask the Legion where they are"),
        ("General, let the doctors in.", "let the doctors in"),
        ("Prosecutor General, please secure the logbook.", "please secure the logbook"),
    ],
)
def test_who_is_called_is_no_part_of_the_call(text: str, content: str) -> None:
    found = assertions(read(f"{STRIKE}\n\n{text}", "Ferry Town Alerts"))
    assert {each.content.exact: each.stance for each in found}.get(content) == "calls_for"


def test_who_is_told_of_is_not_called() -> None:
    assert turned_to("Colonel Arn, the base commander, was killed") == 0


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("EDIT 18:10: I wrote that the school burned. It didn't, only the shed.",
         "the school burned", "It didn't, only the shed"),
        ("Yesterday I posted that the mill had been hit. That was wrong.",
         "the mill had been hit", "That was wrong"),
        ("CORRECTION: in Friday's thread we gave the toll as 19. Two men were counted twice.",
         "the toll as 19", "Two men were counted twice"),
    ],
)  # fmt: skip
def test_what_is_taken_back_is_tied_to_what_is_right(text: str, wrong: str, right: str) -> None:
    reading = read(f"{STRIKE}\n\n{text}", "Ferry Town Alerts")
    back, put_right = said(reading, wrong), said(reading, right)
    assert (back.stance, put_right.stance) == ("retracts", "corrects")
    assert [(each.between, each.why) for each in contradictions(reading)] == [
        ((put_right.id, back.id), "retraction")
    ]


def test_what_i_wrote_and_keep_to_is_not_taken_back() -> None:
    reading = read(STRIKE + "Yesterday I wrote that the mill had been hit. It burns still.",
                   "Ferry Town Alerts")  # fmt: skip
    assert all(each.stance != "retracts" for each in assertions(reading))
