"""Whoever does, says or hands over something takes a step; how things are now is their status."""

from __future__ import annotations

import pytest

from read.builtin.english.whole import read, said


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        # a step of somebody, also of the speaker, or told as done by him
        ("Anna Tal said the clerk had handed her two blank forms.", "the clerk", "act"),
        ("Anna Tal said the sergeant told them to bring bread.", "the sergeant", "act"),
        ("“We handed out blankets and soup,” Anna Tal said.", "blankets", "act"),
        ("Anna Tal said the list had been copied by the mayor.", "the list", "act"),
        ("Anna Tal said Norland troops were pursuing a lorry.", "a lorry", "act"),
        # no step: what somebody knows, may do, does not do; what happened to things
        ("“We know the road,” Anna Tal said.", "the road", "occurrence"),
        ("“We owe them a list,” Anna Tal said.", "owe", "occurrence"),
        ("Anna Tal said the roof had come down.", "the roof", "occurrence"),
        # how somebody or something stands now; what it was is part of what happened
        ("Anna Tal said the archive is in a cellar in Halm.", "the archive", "status"),
        ("Anna Tal said the bells have been silent since Monday.", "the bells", "status"),
        ("Anna Tal said the harbour was grey that day.", "the harbour", "occurrence"),
        # a number that acts or suffers alone; how many are counted, treated or listed
        ("Anna Tal said seventeen of them were taken to a clinic.", "seventeen", "figure"),
        ("Anna Tal said the clinic had treated 33 patients.", "33", "figure"),
        ("The mayor said 63 prisoners had been exchanged at the lock.", "63", "figure"),
        # what was meant, a part in it, a name for it
        ("The major said the target had been a pay convoy.", "the target", "intent"),
        ("The major said the guards had acted under orders.", "the guards", "intent"),
        ("The mayor said the coastguard watched and did not intervene.", "watched", "involvement"),
        ("Anna Tal said hunger was being used as a weapon.", "hunger", "characterisation"),
    ],
)  # fmt: skip
def test_what_kind_of_thing_is_said(text: str, words: str, wanted: str) -> None:
    assert said(read(text), words).proposition == wanted


@pytest.mark.parametrize(
    ("claim", "retort", "wanted"),
    [
        ("eleven children were killed in the raid on Halm", "That is simply false", "figure"),
        ("the guards had wanted to empty the village", "That is a lie", "intent"),
        ("the order was to shoot everybody in Halm", "Not true", "intent"),
    ],
)
def test_a_short_retort_has_the_kind_of_what_it_answers(
    claim: str, retort: str, wanted: str
) -> None:
    reading = read(f"Anna Tal said {claim}. “{retort},” said Colonel Ivo Tarn of Norland.")
    one = said(reading, retort)
    assert (one.stance, one.proposition) == ("denies", wanted)


@pytest.mark.parametrize(
    ("text", "words", "denies"),
    [
        ("“The major was on leave and gave no orders of any kind,” said Ivo Tarn.", "on leave",
         "attribution"),
        ("Norland denied any hand in the killing of nine farmers.", "hand in", "attribution"),
        ("“We are hiding nobody,” said Ivo Tarn.", "hiding", "occurrence"),
    ],
)  # fmt: skip
def test_more_ways_to_deny(text: str, words: str, denies: str) -> None:
    one = said(read(text), words)
    assert (one.stance, one.denies) == ("denies", denies)
