"""What kind of thing a content says, in the words of news and releases."""

from __future__ import annotations

import pytest
from tests.read.builtin.english.whole import assertions, read, said

KINDS = [
    ("Residents said army helicopters had fired on a bus.", "army helicopters", "attribution"),
    ("Two survivors said the lorry had struck a mine laid by the Front.", "lorry", "attribution"),
    ("The mayor said mortar fire had killed four people.", "mortar fire", "figure"),
    ("The doctor said most of the injured have burns.", "most of", "status"),
    ("His sister said no one had heard from him since.", "no one", "status"),
    ("The clerk said the draft would be put to a vote on Friday.", "the draft", "measure"),
    ("The lawyer said it was done to break them.", "it was done", "intent"),
    ("The captain said they had orders.", "they had orders", "intent"),
    ("She said the range is 70 kilometres away.", "the range", "event_place"),
    ("The governor said the hall had been used as a school.", "the hall", "involvement"),
    ("The union said it was a massacre.", "it was a massacre", "characterisation"),
    ("The fire chief said the video was filmed in another country.", "the video", "depiction"),
    ("Neighbours said the men were farmers, not fighters.", "the men were", "identity"),
]


@pytest.mark.parametrize(("text", "words", "wanted"), KINDS)
def test_the_main_point_decides_what_kind_of_thing_is_said(
    text: str, words: str, wanted: str
) -> None:
    assert said(read(text), words).proposition == wanted


def test_what_is_denied_without_being_named_again_has_the_kind_of_what_was_said() -> None:
    text = (
        "Villagers said soldiers of the Ninth Brigade had shelled the market in Dorna. "
        "The Ninth Brigade denied that."
    )
    denial = next(one for one in assertions(read(text)) if one.stance == "denies")
    assert denial.proposition == "attribution"
    assert denial.denies == "attribution"
