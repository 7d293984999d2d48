"""Lines broken to fit a page are read as what they are: parts of one paragraph."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from probatum.read.unwrapping import unwrapped

STORY = (
    "The mayor of Dorna, Anna Tal, said on Friday that shells which fell on the market had killed "
    "at least 7 civilians and wounded 12, two of them children. “They were buying bread,” she told "
    "reporters who had come from the capital. The army of Norland denied that it had fired."
)


@pytest.mark.parametrize("width", [40, 60, 72, 78, 100])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page_is_one_paragraph_again_and_every_offset_stays(width: int, end: str) -> None:
    page = "A HEADLINE" + end + end + end.join(textwrap.wrap(STORY, width))
    whole = unwrapped(page)
    assert len(whole) == len(page)
    assert whole.split() == page.split()
    assert whole.startswith("A HEADLINE" + end + end)
    assert end not in whole[len("A HEADLINE" + end + end) :]
    assert "killed at least 7 civilians" in " ".join(whole.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One line.",
        "A headline\n" + STORY + "\n" + STORY + "\n" + STORY + "\n" + STORY,
        "12:40 Shelling in Dorna\n12:55 Two dead\n13:10 The mayor speaks to us\n13:15 Army denies",
        "Names:\nAnna Tal\nPeter Orvin\nMarta Oren\nJonas Lid\n",
        "- 09:15: shells fell on the market and the school\n- 09:40: the army denied it and said so"
        " again\n- 10:05: two dead, said the hospital in Dorna\n- 10:30: the road is closed again",
        "- Did you see it?\n- I saw it.\n- Who was there?\n- My brother and two others I know.",
    ],
)
def test_lines_that_stand_for_themselves_stay_apart(text: str) -> None:
    assert unwrapped(text) == text


@given(st.text(alphabet="ab \n\r\u2028.", max_size=200))
def test_nothing_but_breaks_is_touched(text: str) -> None:
    whole = unwrapped(text)
    assert len(whole) == len(text)
    assert all(a == b or (a in "\r\n" and b == " ") for a, b in zip(text, whole, strict=True))
