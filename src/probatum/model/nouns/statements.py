"""Statements of persons, taken by somebody, with how they were taken."""

from __future__ import annotations

from typing import Annotated

from probatum.model.record import Code, Language, Name, Record, Ref, Text, Value, about, require
from probatum.model.values import Citation, Translation, When


class Question(Value, frozen=True, kw_only=True):
    """A question and its answer, verbatim; an answer may be None: none was given."""

    question: Text
    answer: Text | None = None
    translation: Translation | None = None


class Statement(Record, frozen=True, kw_only=True, tag="statement/1"):
    """What a person said to whoever took the statement, and under which conditions.

    ``earlier`` are statements the person gave before; ``benefits`` what was promised or given.
    ``read_back`` and ``signed`` are None where it is not known.
    """

    source: Annotated[Ref, about("source")]
    taken_by: tuple[Name, ...]
    taken: When
    place: Annotated[Ref, about("place")] | None = None
    item: Annotated[Ref, about("item")] | None = None
    language: Language | None = None
    interpreter: Name | None = None
    present: tuple[Name, ...] = ()
    questions: tuple[Question, ...] = ()
    text: Text | None = None
    translation: Translation | None = None
    citations: tuple[Citation, ...] = ()
    read_back: bool | None = None
    signed: bool | None = None
    earlier: tuple[Annotated[Ref, about("statement")], ...] = ()
    vulnerability: tuple[Code, ...] = ()
    referrals: tuple[Name, ...] = ()
    benefits: Text | None = None

    def check(self) -> None:
        """Somebody took it."""
        require(self.taken_by, "expected at least one person in `taken_by`")
