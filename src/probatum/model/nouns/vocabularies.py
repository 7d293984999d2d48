"""The user's own terms, beside those that Probatum brings."""

from __future__ import annotations

from probatum.model.record import Code, Language, Name, Record, Text, Value, require


class Label(Value, frozen=True, kw_only=True):
    """A term in another language."""

    language: Language
    text: Name


class Term(Value, frozen=True, kw_only=True):
    """One code with its label, definition and where the definition comes from."""

    code: Code
    label: Name
    definition: Text
    definition_source: Name
    labels: tuple[Label, ...] = ()


class Vocabulary(Record, frozen=True, kw_only=True, tag="vocabulary/1"):
    """Terms of this case that extend the vocabulary ``name``."""

    name: Code
    terms: tuple[Term, ...]

    def check(self) -> None:
        """Every code once."""
        codes = [term.code for term in self.terms]
        require(codes and len(set(codes)) == len(codes), "expected terms, every code once")
