"""What a content is about, by what is counted, who acts, what became of whom, how it is called."""

from __future__ import annotations

import pytest

from read.builtin.english.whole import read, said


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        (
            "Residents said a shell hit a bus in Dorna on Monday, killing six people.",
            "shell hit",
            "occurrence",
        ),
        ("The toll rose to 31 on Monday, the mayor said.", "toll rose", "figure"),
        (
            "Six people died when two shells hit a bus in Dorna, residents said.",
            "Six people died",
            "figure",
        ),
        ("Most of the dead are women, the clinic said.", "Most of the dead", "identity"),
        ("The army admitted that a unit had passed through.", "a unit", "involvement"),
        ("Norland denied targeting the clinic.", "targeting", "intent"),
        ("She said the army had shelled its own people.", "the army had", "attribution"),
        (
            "He told us that the flash came from a spot to the north of the mill, and that "
            "the mill lay five kilometres inside the border.",
            "five kilometres",
            "event_place",
        ),
        ("The mayor condemned the killing of two men by soldiers.", "the killing", "occurrence"),
        ("The clinic said the true number was higher.", "true number", "figure"),
        ("The mayor said two gunners had since been arrested.", "two gunners", "figure"),
        ("The army admitted that its men had opened fire.", "its men", "attribution"),
        ("Bishop Orn condemned the cowardly raid on Dorna.", "cowardly", "characterisation"),
        ("The League branded the attack “piracy”.", "piracy", "characterisation"),
        ("The mayor said the teacher had died in hospital.", "teacher", "status"),
        ("Anna Tal said she had lost both parents.", "both parents", "status"),
        ("Anna Tal said the soldiers had opened the barn.", "opened the barn", "act"),
        ("“They kicked in the door,” Anna Tal said.", "kicked in", "act"),
        ("“I heard one of them laugh,” Anna Tal said.", "laugh", "occurrence"),
        ("Residents said the boats had left harbour that night.", "left harbour", "involvement"),
        ("The minister said crews had been ordered that week to hit trucks.", "ordered", "intent"),
        ("The army said the tent had been mistaken for a post.", "mistaken", "intent"),
        ("The doctor said nerve gas had been used in Dorna.", "nerve gas", "weapon"),
        ("The mayor said none of them carried a weapon.", "carried a weapon", "identity"),
        ("The army called the strike “a tragedy that the enemy arranged”.", "tragedy", "opinion"),
        ("Norland voiced “deep sorrow”.", "deep sorrow", "opinion"),
        ("The mayor said the road was closed to traffic.", "road was closed", "measure"),
        ("The ambassador accused the boatmen of staging the scenes.", "staging", "intent"),
        ("The army declined to say who the officer was.", "who the officer", "identity"),
        ("Residents said shells hit Dorna on Monday.", "shells hit", "occurrence"),
    ],
)
def test_the_main_point_of_a_content(text: str, words: str, wanted: str) -> None:
    assert said(read(text), words).proposition == wanted
