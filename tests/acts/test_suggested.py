"""A reading in words: who says what, one or several."""

from __future__ import annotations

import pytest

from probatum.acts.suggested import lines
from probatum.read.contract import Assertion, Entity, Reading, Span, text_sha256

TEXT = "Somebody said the mill had burned."


def says(
    type_: str,
    name: str,
    stance: str = "asserts",
    count: int | None = None,
    voice: str = "attributed",
) -> str:
    content = Span(start=14, end=33, exact=TEXT[14:33])
    speaker = Entity(
        id="e1", type=type_, name=name, mentions=(Span(start=0, end=8, exact=TEXT[:8]),)
    )  # type: ignore[arg-type]
    claim = Assertion(
        id="a1", content=content, proposition="occurrence", speaker="e1", speaker_count=count,
        voice=voice, stance=stance, quoted="indirect",  # type: ignore[arg-type]
    )  # fmt: skip
    reading = Reading(
        text_sha256=text_sha256(TEXT), language="en", published=None, publisher=None,
        suggestions=(speaker, claim),
    )  # fmt: skip
    return next(each.says for each in lines(reading) if each.id == "a1")


@pytest.mark.parametrize(
    ("who", "stance", "wanted"),
    [
        (("person", "Anna Tal"), "asserts", "Anna Tal says"),
        (("group", "residents"), "asserts", "residents say"),
        (("group", "lawyers for the families"), "denies", "lawyers for the families deny"),
        (("group", "people"), "calls_for", "people call for"),
        (("group", "two officials"), "claims_responsibility",
         "two officials claim responsibility for"),
        (("group", "the Harbour Guard"), "denies", "the Harbour Guard denies"),
        (("organisation", "the United Clinics"), "disputes", "the United Clinics disputes"),
    ],
)  # fmt: skip
def test_several_say_and_one_says(who: tuple[str, str], stance: str, wanted: str) -> None:
    assert says(*who, stance=stance) == wanted


def test_how_many_speak_is_said() -> None:
    assert says("group", "witnesses", count=3) == "witnesses (3) say"
