"""The list of cues: its size, its forms, its stances."""

import pytest

from probatum.read.builtin.english import cues


def test_the_list_has_more_than_a_hundred_and_fifty_verbs() -> None:
    verbs = {verb for _, _, words in cues._VERBS for verb in words.split()}
    assert len(verbs) > 150
    assert all(verb.isalpha() and verb.islower() for verb in verbs)


def test_no_verb_stands_with_two_stances() -> None:
    stances: dict[str, set[str]] = {}
    for stance, _, words in cues._VERBS:
        for verb in words.split():
            stances.setdefault(verb, set()).add(stance)
    assert {verb: found for verb, found in stances.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("form", "stance"),
    [
        ("said", "asserts"),
        ("denies", "denies"), ("denying", "denies"), ("admitted", "acknowledges"),
        ("begged", "calls_for"), ("promising", "commits_to"), ("withdrew", "retracts"),
        ("condemns", "condemns"), ("undertook", "commits_to"), ("implied", "asserts"),
    ],
)  # fmt: skip
def test_every_form_of_a_verb_is_known(form: str, stance: str) -> None:
    cue = cues.verb_cue(form)
    assert cue is not None
    assert cue.stance == stance


def test_words_that_say_nothing_are_no_cues() -> None:
    assert cues.verb_cue("walked") is None
    assert cues.noun_cue("houses") is None


def test_phrases_come_longest_first() -> None:
    tails = [len(cue.tail) for cue in cues.phrases("denied")]
    assert tails == sorted(tails, reverse=True)
    assert tails
