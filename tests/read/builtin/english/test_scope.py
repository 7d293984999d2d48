"""Sentences of a text's own voice that no rule knows: told or not, by what was learned."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from importlib import resources

import pytest

from probatum.read.builtin.english import scope
from read.builtin.english.whole import assertions, read

LEAD = (
    "Three workers were killed when a mine went off on the forest track near Dorna on Monday. "
    "The Office of Mine Clearance has sent a team to the track. "
)


def own(text: str) -> list[str]:
    found = assertions(read(text, "Office of Mine Clearance"))
    return [each.content.exact for each in found if each.voice == "own"]


@pytest.mark.parametrize(
    "words",
    [
        "The mines were of a new type",
        "Two neighbouring sections had been confused in the register of the Office",
        "The road to the village was closed until the evening",
    ],
)
def test_behind_an_event_what_no_rule_knows_is_told(words: str) -> None:
    assert words in own(f"{LEAD}\n\n{words}.")


def test_before_an_event_the_same_words_are_a_scene() -> None:
    assert own("The mines were of a new type. The weather was cold.") == []


@pytest.mark.parametrize(
    "words", ["What happened to the men?", "It could not be verified independently."]
)
def test_questions_and_what_nobody_verified_are_not_told(words: str) -> None:
    assert words.strip("?.") not in own(f"{LEAD}\n\n{words}")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[scope.Candidate]]:
    """Every sentence that was weighed."""
    seen: list[scope.Candidate] = []
    usual = scope.is_told

    def record(one: scope.Candidate) -> bool:
        seen.append(one)
        return usual(one)

    monkeypatch.setattr(scope, "is_told", record)
    yield seen


def test_a_rule_counts_for_more_than_words(asked: list[scope.Candidate]) -> None:
    own(f"{LEAD}\n\nThe mines were of a new type.")
    ruled = [each for each in asked if each.ruled]
    assert ruled and len(ruled) < len(asked)
    for each in ruled:
        assert {"ruled"} < scope.traits(each)
        assert scope.is_told(each)


def test_weights_are_numbers_that_can_be_read_and_most_are_small() -> None:
    folder = resources.files("probatum.read.builtin.english")
    data = json.loads(folder.joinpath("scope_weights.json").read_bytes())
    weights = data["weights"]
    assert data["sentences"] > 1_000 and len(weights) > 500
    assert all(math.isfinite(each) and abs(each) < 4 for each in weights.values())
    assert weights["ruled"] > 0.5 and weights["event, firm"] > 0
