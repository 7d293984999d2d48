"""What the scripted person decides: about reports that are there, with words that stand in them."""

from __future__ import annotations

import re

import pytest

from exercise.village import village_case
from probatum.exercise.village import names, readings
from probatum.exercise.village.readings import Judgement, Reviewed

REVIEWED = (readings.WIRE, readings.BROADCAST, readings.NOTE)
KINDS = {"who", "where", "incident", "how many", "who says what"}


def judgements() -> list[Judgement]:
    return [each for reviewed in REVIEWED for each in reviewed.judgements]


@pytest.mark.parametrize("reviewed", REVIEWED[:2])
def test_a_report_that_is_reviewed_is_one_of_the_village(reviewed: Reviewed) -> None:
    assert village_case.items()[reviewed.path].text


def test_words_that_a_judgement_looks_for_stand_in_its_report() -> None:
    for reviewed in REVIEWED[:2]:
        text = " ".join((village_case.items()[reviewed.path].text or "").split())
        for each in reviewed.judgements:
            for shown in each.shows:
                if shown.startswith('"'):
                    assert shown[1:] in text, shown


def test_what_a_judgement_becomes_is_a_record_of_the_village() -> None:
    rows = {row.name for row in village_case.told()}
    for each in judgements():
        made = {each.becomes, each.becomes_what} - {None}
        named = set(re.findall(r"\{(@[-a-z0-9]+)\}", " ".join(each.answers)))
        assert made | named <= rows, each


def test_a_judgement_is_chosen_by_what_is_said_and_not_by_a_number() -> None:
    for each in judgements():
        assert each.kind in KINDS, each.shows
        assert not any(re.search(r"\b[a-z]\d+\b", text) for text in each.shows), each.shows


def test_the_story_has_each_sort_of_decision() -> None:
    typed = {each.answers[0].partition(" ")[0] for each in judgements() if each.must}
    assert {"a", "c", "r", "s"} <= typed


def test_the_radio_note_is_invented_and_says_so() -> None:
    text = readings.note().decode("utf-8")
    assert "EXERCISE" in text and "Haldrevin" in text
    assert names.PROTECTED_NAME not in text
