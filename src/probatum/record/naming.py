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
from probatum.model.tongue import label, later, listed, number, say
from probatum.model.values import Citation, NameForm, When
from probatum.record.board import Board, Known

_PROTECTED = {
    "source": later("protected source {ref}"), "person": later("protected person {ref}"),
    "place": later("protected place {ref}"), "group": later("protected group {ref}"),
}  # fmt: skip
_RELATIONS = {
    "before": later("before {incident}"), "after": later("after {incident}"),
    "during": later("during {incident}"),
}  # fmt: skip


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
            known = {
                term.code: label(term.label, term.labels)
                for term in vocab.vocabulary(vocabulary).terms
            }
            self._terms[key] = known.get(code, code.replace("-", " "))
        return self._terms[key]

    def name(self, one: str | None) -> str:
        """Return what a record is called, with its reference where its name alone is not enough."""
        if one is None:
            return say("unknown")
        known = self._board.find(one)
        if known is None:
            return self._board.item_ref(one) or say("a record that is not here")
        if getattr(known.record, "protected", False):
            return say(_PROTECTED[known.noun], ref=known.ref)
        called = _called(known.record)
        if called is None:
            called = self._of_person(known) or say(
                "{noun} without a name {ref}", noun=_sort(known.record), ref=known.ref
            )
        return called + (" " + say("(retracted)") if known.retracted else "")

    def source(self, one: str) -> str:
        """Return a source's name with its role."""
        known = self._board.get(one, Source)
        called = self.name(one)
        if known is None or known.record.protected or not known.record.role:
            return called
        return listed([called, known.record.role])

    def place(self, one: str) -> str:
        """Return a place with the point as precisely as it is known, and what it lies in."""
        known = self._board.get(one, Place)
        if known is None or known.record.protected:
            return self.name(one)
        place, words = known.record, self.name(one)
        if place.lat is not None and place.lon is not None and place.names:
            point = parse_point(place.lat, place.lon)
            words = say("{place} at {point}", place=words,
                        point=printed(point, place.precision_m or 1))  # fmt: skip
        return words

    def when(self, when: When | None, unknown: str = later("not stated")) -> str:
        """Return a time as its source gives it: EDTF, clock, zone, and the words that were used."""
        if when is None:
            return say(unknown)
        if when.unknown is not None:
            return say("not known ({why})", why=self.term("unknown-reason", when.unknown))
        words = when.edtf or ""
        bounds = when.bounds
        if bounds is not None and bounds.is_qualified:
            doubt = later("(uncertain)") if bounds.uncertain else later("(approximate)")
            if bounds.uncertain and bounds.approximate:
                doubt = later("(uncertain and approximate)")
            words += " " + say(doubt)
        if when.from_time:
            until = f"-{when.to_time}" if when.to_time else ""
            words += f" {when.from_time}{until} {when.zone or say('(zone not known)')}"
        if when.relation and when.relative_to:
            than = self.name(when.relative_to)
            words += " " + say(_RELATIONS[when.relation], incident=than)
        if when.text:
            words += f' "{when.text}"' if words else f'"{when.text}" ' + say("(no date worked out)")
        if when.calendar != "gregorian":
            words += " " + say("({calendar} calendar)", calendar=when.calendar)
        return words.strip()

    def citation(self, citation: Citation) -> str:
        """Return a place in an item, as a person looks it up."""
        item = self._board.item_ref(citation.item) or say("an item that is not here (erased?)")
        parts = [
            say(words, n=number(value))
            for words, value in (
                (later("page {n}"), citation.page), (later("paragraph {n}"), citation.paragraph),
                (later("line {n}"), citation.line), (later("row {n}"), citation.row),
                (later("frame {n}"), citation.frame),
            )
            if value is not None
        ]  # fmt: skip
        if citation.column:
            parts.append(say("column {name}", name=citation.column))
        if citation.start is not None:
            span = f"{citation.start}-{citation.end}"
            parts.append(say("characters {span}", span=span))
        if citation.from_ms is not None:
            start = _clock(citation.from_ms)
            parts.append(
                say("at {start}", start=start) if citation.to_ms is None
                else say("at {start} to {end}", start=start, end=_clock(citation.to_ms))
            )  # fmt: skip
        if citation.region is not None:
            box = citation.region
            region = f"{box.left},{box.top} {box.width}x{box.height}"
            parts.append(say("region {box}", box=region))
        return listed([item, *parts])

    def _of_person(self, known: Known[Record]) -> str | None:
        if isinstance(known.record, Source) and known.record.person is not None:
            person = self._board.get(known.record.person, Person)
            if person is not None and person.record.protected:
                return say(_PROTECTED["source"], ref=known.ref)
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
