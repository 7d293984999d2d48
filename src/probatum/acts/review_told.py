"""What a suggestion of a report tells: its words and facts, in codes, for whoever shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from probatum.read.contract import (
    Assertion,
    Date,
    Entity,
    Figure,
    Incident,
    Place,
    Span,
    Suggestion,
)

Kind = Literal["entity", "place", "incident", "figure", "assertion"]


@dataclass(frozen=True, slots=True)
class Told:
    """What a step suggests, in codes and words of the text, for a person to read.

    ``facts`` are pairs of a code (``via``, ``as_of`` ...) and words of the text or a code.
    """

    name: str
    kind: Kind
    title: str
    what: tuple[str, ...]
    words: str
    facts: tuple[tuple[str, str], ...]
    speaker: str | None = None
    voice: str | None = None
    stance: str | None = None
    denies: str | None = None


class Telling:
    """The suggestions of one reading, by their ids: they name each other."""

    def __init__(self, said: Mapping[str, Suggestion]) -> None:
        self._said = said

    def told(self, name: str) -> Told:
        """Return what a step suggests."""
        each = self._said[name]
        match each:
            case Entity():
                facts = _some(("role", each.role), ("mentions", str(len(each.mentions))))
                return Told(name, "entity", each.name, (each.type,), _first(each.mentions), facts)
            case Place():
                return Told(name, "place", each.name, (), _first(each.mentions), _position(each))
            case Incident():
                facts = _some(
                    ("places", ", ".join(map(self.called, each.places))),
                    ("when", self.called(each.when) if each.when else None),
                )
                return Told(name, "incident", _first(each.mentions), (each.status, *each.types),
                            _first(each.mentions), facts)  # fmt: skip
            case Figure():
                return self._told_figure(each)
            case Assertion():
                return self._told_assertion(each)
        raise AssertionError("not a step: " + name)

    def _told_figure(self, each: Figure) -> Told:
        number = None
        if each.low is not None or each.high is not None:
            number = "-".join(str(part) for part in dict.fromkeys((each.low, each.high))
                              if part is not None)  # fmt: skip
        facts = _some(
            ("number", number), ("bound", each.bound), ("relation", each.relation),
            ("relative_to", self.called(each.relative_to) if each.relative_to else None),
            ("population", None if each.population == "not-stated" else each.population),
            ("source", self.called(each.source) if each.source else None),
            ("method", None if each.method_claimed == "not_stated" else each.method_claimed),
            ("as_of", self.called(each.as_of) if each.as_of else None),
            ("period", self.called(each.period) if each.period else None),
            ("scope", self.called(each.scope) if each.scope else None),
            ("incident", self.called(each.incident) if each.incident else None),
        )  # fmt: skip
        return Told(each.id, "figure", each.span.exact, (each.measure,), each.span.exact, facts)

    def _told_assertion(self, each: Assertion) -> Told:
        facts = _some(
            ("count", None if each.speaker_count is None else str(each.speaker_count)),
            ("via", " > ".join(map(self.called, each.via)) or None),
            ("quoted", each.quoted), ("basis", each.basis),
            ("hedges", ", ".join(span.exact for span in each.hedges) or None),
            ("addressee", self.called(each.addressee) if each.addressee else None),
            ("said_at", self.called(each.said_at) if each.said_at else None),
            ("about", "; ".join(map(self.called, each.about)) or None),
        )  # fmt: skip
        return Told(
            each.id, "assertion", each.content.exact, (each.proposition,), each.content.exact,
            facts, None if each.speaker is None else self.called(each.speaker), each.voice,
            each.stance, each.denies,
        )  # fmt: skip

    def called(self, name: str) -> str:
        """Return what another suggestion of the reading is called."""
        match self._said.get(name):
            case Entity() | Place() as each:
                return each.name
            case Date() as each:
                return each.edtf or each.span.exact
            case Incident() as each:
                return _first(each.mentions)
            case Figure() as each:
                return each.span.exact
            case Assertion() as each:
                return each.content.exact
        return ""


def _first(spans: Sequence[Span]) -> str:
    first = min(spans, key=lambda span: span.start, default=None)
    return "" if first is None else first.exact


def _some(*pairs: tuple[str, str | None]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in pairs if value)


def _position(each: Place) -> tuple[tuple[str, str], ...]:
    if each.lat is None or each.lon is None or each.precision_m is None:
        where: tuple[str, str | None] = ("position", "unknown")
    else:
        where = ("position", f"{each.lat:.4f}, {each.lon:.4f}")
    precision = str(each.precision_m) if each.precision_m is not None else None
    return _some(
        ("country", each.country), where, ("precision", precision),
        ("metonym", "yes" if each.metonym_mentions else None),
    )  # fmt: skip
