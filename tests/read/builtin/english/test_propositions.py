from __future__ import annotations

import pytest

from probatum.read.builtin.english.propositions import proposition_of
from read.builtin.english.whole import read, said


@pytest.mark.parametrize(
    ("text", "words", "wanted"),
    [
        ("Residents said shells hit Dorna on Monday.", "shells hit", "occurrence"),
        ("The mayor said 23 people were killed in Dorna.", "23 people", "figure"),
        ("The mayor accused Norland of shelling Dorna.", "of shelling", "attribution"),
        ("The mayor said the attack on Dorna was a war crime.", "war crime", "characterisation"),
        ("The mayor said the attack on Dorna was deliberate.", "deliberate", "intent"),
        ("The mayor called for an inquiry into the attack on Dorna.", "inquiry", "measure"),
        ("Norland promised to investigate the attack on Dorna.", "the attack", "measure"),
        ("Norland denied responsibility for the attack on Dorna.", "the attack", "attribution"),
        ("The mayor said the teacher was still missing.", "missing", "status"),
        ("A video shows soldiers burning a mill in Dorna.", "burning a mill", "depiction"),
    ],
)
def test_the_main_point_of_a_content_decides(text: str, words: str, wanted: str) -> None:
    assert said(read(text), words).proposition == wanted


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Norland aircraft bombed a bridge near Dorna", "attribution"),
        ("Fighters of the Veld Front drove into the town", "attribution"),
        ("the crater was consistent with a heavy missile", "weapon"),
        ("experts traced the shells to a ridge held by the army", "attribution"),
        ("men in the uniform of the Border Guard stopped the convoy", "attribution"),
        ("Forty were already dead", "figure"),
        ("the army wanted to empty the valley", "intent"),
        ("it is looking into the matter", "measure"),
        ("the officer was Joren Stahl", "identity"),
    ],
)
def test_what_the_words_of_a_content_make_of_it(sentence: str, kind: str) -> None:
    assert proposition_of(sentence, "asserts", None, "said", (), (), 0) == kind


def test_who_says_that_none_of_his_side_acted_denies_a_blame() -> None:
    content = "its jets had not left the base"
    assert proposition_of(content, "denies", "occurrence", "said", (), (), 0) == "attribution"


def test_a_name_given_to_an_act_in_quotation_marks_is_a_characterisation() -> None:
    content = "the marches as “voluntary resettlement”"
    kind = proposition_of(content, "asserts", None, "described", (), (), 0)
    assert kind == "characterisation"
