"""Readings for tests: a short invented text, and suggestions about it that hold."""

from __future__ import annotations

from datetime import date

from probatum.read.contract import (
    Assertion,
    Date,
    Entity,
    Figure,
    Incident,
    Place,
    Reading,
    Span,
    Suggestion,
    span_of,
    text_sha256,
)
from probatum.read.extractor import Article, Identity

TEXT = (
    "EXERCISE. Shelling of Dorna killed at least 12 people on Tuesday, Anna Tal said.\n"
    "Norland denied shelling Dorna. \N{LEFT DOUBLE QUOTATION MARK}We were not there,"
    "\N{RIGHT DOUBLE QUOTATION MARK} it said.\n"
)
ARTICLE = Article(TEXT, "en", date(2025, 5, 8), "The Harbour Post")


def at(words: str, number: int = 1, text: str = TEXT) -> Span:
    """Return the span of the n-th place where words stand."""
    start = -1
    for _ in range(number):
        start = text.index(words, start + 1)
    return span_of(text, start, start + len(words))


def suggestions() -> dict[str, Suggestion]:
    """Return suggestions that hold, by id."""
    found: list[Suggestion] = [
        Entity(id="e1", type="person", name="Anna Tal", mentions=(at("Anna Tal"),)),
        Entity(id="e2", type="organisation", name="Norland", mentions=(at("Norland"), at("it"))),
        Entity(id="e3", type="publication", name="The Harbour Post"),
        Place(id="p1", name="Dorna", mentions=(at("Dorna"), at("Dorna", 2))),
        Date(id="d1", span=at("Tuesday"), edtf="2025-05-06", needs_publication_date=True),
        Incident(id="i1", mentions=(at("Shelling"), at("shelling")), types=("shelling",),
                 places=("p1",), when="d1", status="denied"),
        Figure(id="f1", span=at("killed at least 12 people"), number_span=at("12"),
               measure="killed", low=12, bound="at_least", source="e1", incident="i1"),
        Assertion(id="a1", content=at("Shelling of Dorna killed at least 12 people on Tuesday"),
                  proposition="figure", about=("i1", "f1"), speaker="e1",
                  speaker_mention=at("Anna Tal"), voice="attributed", via=("e3",),
                  quoted="indirect", cue=at("said"), stance="asserts", figures=("f1",)),
        Assertion(id="a2", content=at("shelling Dorna"), proposition="attribution",
                  about=("i1",), speaker="e2", speaker_mention=at("Norland"),
                  voice="attributed", via=("e3",), quoted="indirect", cue=at("denied"),
                  stance="denies", denies="attribution"),
    ]  # fmt: skip
    return {each.id: each for each in found}


def reading(*left: Suggestion, text: str = TEXT) -> Reading:
    """Return a reading of these suggestions, of all that hold if none are given."""
    return Reading(
        text_sha256=text_sha256(text), language="en", published="2025-05-08",
        publisher="The Harbour Post", suggestions=left or tuple(suggestions().values()),
    )  # fmt: skip


class Fixed:
    """An extractor that gives one answer, whatever it reads."""

    identity = Identity("fixed", "1", frozenset({"en"}))

    def __init__(self, answer: object) -> None:
        self.answer = answer

    def read(self, article: Article) -> object:
        """Return the answer."""
        return self.answer
