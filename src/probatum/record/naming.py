"""What records are called in a sentence: sources, persons, places, terms, dates. No overstatement.

A protected source, person or place is called by its reference only, whoever reads.
"""

from __future__ import annotations

from probatum.model import vocab
from probatum.model.nouns.incidents import Incident
from probatum.model.nouns.people import Group, Person
from probatum.model.nouns.places import Place
from probatum.model.nouns.sources import Source
from probatum.model.nouns.vocabularies import Vocabulary
from probatum.model.places import parse_point, printed
from probatum.model.record import Record
from probatum.model.values import Citation, NameForm, When
from probatum.record.board import Board, Known


class Naming:
    """Names the records of one board."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._terms: dict[tuple[str, str], str] = {}
        for known in board.of(Vocabulary):
            for term in known.record.terms:
                self._terms[known.record.name, term.code] = term.label

    def term(self, vocabulary: str, code: str) -> str:
        """Return the label of a term, the case's own included; else the code."""
        key = (vocabulary, code)
        if key not in self._terms:
            known = {term.code: term.label for term in vocab.vocabulary(vocabulary).terms}
            self._terms[key] = known.get(code, code.replace("-", " "))
        return self._terms[key]

    def name(self, one: str | None) -> str:
        """Return what a record is called, with its reference where its name alone is not enough."""
        if one is None:
            return "unknown"
        known = self._board.find(one)
        if known is None:
            return self._board.item_ref(one) or "a record that is not here"
        if getattr(known.record, "protected", False):
            return f"protected {known.noun} {known.ref}"
        called = _called(known.record)
        if called is None:
            called = self._of_person(known) or f"{_sort(known.record)} without a name {known.ref}"
        return called + (" (retracted)" if known.retracted else "")

    def source(self, one: str) -> str:
        """Return a source's name with its role."""
        known = self._board.get(one, Source)
        called = self.name(one)
        if known is None or known.record.protected or not known.record.role:
            return called
        return f"{called}, {known.record.role}"

    def place(self, one: str) -> str:
        """Return a place with the point as precisely as it is known, and what it lies in."""
        known = self._board.get(one, Place)
        if known is None or known.record.protected:
            return self.name(one)
        place, words = known.record, self.name(one)
        if place.lat is not None and place.lon is not None and place.names:
            point = parse_point(place.lat, place.lon)
            words += f" at {printed(point, place.precision_m or 1)}"
        return words

    def when(self, when: When | None, unknown: str = "not stated") -> str:
        """Return a time as its source gives it: EDTF, clock, zone, and the words that were used."""
        if when is None:
            return unknown
        if when.unknown is not None:
            return f"not known ({when.unknown.replace('-', ' ')})"
        words = when.edtf or ""
        bounds = when.bounds
        if bounds is not None and bounds.is_qualified:
            doubts = (("uncertain", bounds.uncertain), ("approximate", bounds.approximate))
            words += " (" + " and ".join(word for word, holds in doubts if holds) + ")"
        if when.from_time:
            until = f"-{when.to_time}" if when.to_time else ""
            words += f" {when.from_time}{until} {when.zone or '(zone not known)'}"
        if when.relation and when.relative_to:
            words += f" {when.relation} {self.name(when.relative_to)}"
        if when.text:
            words += f' "{when.text}"' if words else f'"{when.text}" (no date worked out)'
        if when.calendar != "gregorian":
            words += f" ({when.calendar} calendar)"
        return words.strip()

    def citation(self, citation: Citation) -> str:
        """Return a place in an item, as a person looks it up."""
        item = self._board.item_ref(citation.item) or "an item that is not here (erased?)"
        parts = [
            f"{word} {value:,}"
            for word, value in (
                ("page", citation.page), ("paragraph", citation.paragraph),
                ("line", citation.line), ("row", citation.row), ("frame", citation.frame),
            )
            if value is not None
        ]  # fmt: skip
        if citation.column:
            parts.append(f"column {citation.column}")
        if citation.start is not None:
            parts.append(f"characters {citation.start}-{citation.end}")
        if citation.from_ms is not None:
            until = f" to {_clock(citation.to_ms)}" if citation.to_ms is not None else ""
            parts.append(f"at {_clock(citation.from_ms)}{until}")
        if citation.region is not None:
            box = citation.region
            parts.append(f"region {box.left},{box.top} {box.width}x{box.height}")
        return ", ".join([item, *parts])

    def _of_person(self, known: Known[Record]) -> str | None:
        if isinstance(known.record, Source) and known.record.person is not None:
            person = self._board.get(known.record.person, Person)
            if person is not None and person.record.protected:
                return f"protected source {known.ref}"
            return None if person is None else _called(person.record)
        return None


def _called(record: Record) -> str | None:
    match record:
        case Source() | Person() | Group() | Place():
            return _printed(record.names)
        case Incident():
            return record.title
    return None


def _printed(names: tuple[NameForm, ...]) -> str | None:
    return names[0].printed if names else None


def _sort(record: Record) -> str:
    kind = getattr(record, "kind", None)
    return str(kind) if isinstance(record, Source | Group) and kind else record.noun


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
