from __future__ import annotations

import pytest

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
