"""Which statement a denial, correction or counter-accusation of the same text answers."""

from __future__ import annotations

import pytest

from read.builtin.english.whole import assertions, contradictions, read


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        (
            "The bureau withdrew its report that had given the number of dead in Dorna as 112.",
            "its report that had given the number of dead in Dorna as 112",
            "the number of dead in Dorna as 112",
        ),
        (
            "The army accused the Lake Brigade of killing six men in Dorna. A spokesman for the "
            "Lake Brigade, Idris Kole, said the army had killed the men itself.",
            "the army had killed the men itself",
            "the Lake Brigade of killing six men in Dorna",
        ),
        (
            "Six men were killed in Dorna on Monday. The council said that no civilian had been "
            "killed. The findings of the office do not support that account.",
            "The findings of the office do not support that account",
            "no civilian had been killed",
        ),
        (
            "The prefect said Zigurds Mednis had left the side door open. The men say that there "
            "is no side door.",
            "there is no side door",
            "Zigurds Mednis had left the side door open",
        ),
        (
            "The army said eleven of the dead were fighters. The council said that story was a "
            "lie.",
            "that story was a lie",
            "eleven of the dead were fighters",
        ),
        (
            "A guard said that the post had shot at people in boats. The ministry denied that any "
            "boat had been hit.",
            "any boat had been hit",
            "the post had shot at people in boats",
        ),
    ],
)
def test_an_answer_stands_against_what_it_answers(text: str, one: str, other: str) -> None:
    reading = read(text)
    words = {each.id: each.content.exact for each in assertions(reading)}
    pairs = [{words.get(at) for at in each.between} for each in contradictions(reading)]
    assert {one, other} in pairs, (pairs, list(words.values()))


def test_who_was_nearby_answers_no_account_of_what_happened() -> None:
    reading = read(
        "Five people died when a drone hit a bus in Dorna, the mayor said. Norland denied that its "
        "drones had been operating in the area."
    )
    assert contradictions(reading) == []


def test_the_figure_that_another_gives_stands_against_the_one_before() -> None:
    reading = read(
        "The union said 1,900 people were displaced. The prefecture puts the figure at no more "
        "than 600."
    )
    assert [each.why for each in contradictions(reading)] == ["figures"]


def test_a_word_for_many_stands_against_no_number() -> None:
    reading = read("The mayor said dozens were killed in Dorna. Police said 23 had been killed.")
    assert contradictions(reading) == []
