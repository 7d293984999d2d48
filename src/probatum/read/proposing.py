"""Suggestions of a reading, as the records that a person may make of them.

Each proposal has a name within its reading; ``@name`` in its fields stands for the record that
another one becomes. An assertion is two: what may be so (``a1-what``) and who says it (``a1``). A
figure that no assertion carries gets one by its source (``f1-said``). Where the text does not give
what a noun needs (an accused without a name), the plainer noun *occurrence* keeps its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

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
)

Fields = dict[str, object]
Cite = Callable[[Span], object]
_NAME = 500
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NAMED = re.compile(r"@([a-z][-a-z0-9]*)")
_LEGAL = (
    ("war crime", "war-crime"), ("crimes against humanity", "crime-against-humanity"),
    ("crime against humanity", "crime-against-humanity"), ("genocid", "genocide"),
    ("war of aggression", "aggression"), ("grave breach", "grave-breach"),
    ("extrajudicial", "extrajudicial-execution"), ("summary execution", "extrajudicial-execution"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposal:
    """One record that is proposed: ``fields`` are plain, ``record`` among them; where it stands."""

    name: str
    fields: Mapping[str, object]
    spans: tuple[Span, ...]

    @property
    def noun(self) -> str:
        """The noun without its version."""
        return str(self.fields["record"]).partition("/")[0]

    @property
    def needs(self) -> frozenset[str]:
        """Names of the proposals that this one names."""
        return frozenset(_names_in(self.fields))


def proposals(reading: Reading, item: str, cite: Cite, machine: object) -> list[Proposal]:
    """Return what a reading of ``item`` (an object id) proposes, each after what it names.

    ``cite`` makes a citation of a span, ``machine`` says which program read, both as plain fields.
    """
    made = _Making(reading, item, cite, machine)
    found = {each.name: each for each in made.all() if each.spans or each.noun == "source"}
    return [found[name] for name in _ordered(found)]


def _ordered(found: Mapping[str, Proposal]) -> Iterator[str]:
    """Yield names after what they need; a circle (each denies the other) is left out whole."""
    graph = {name: each.needs & found.keys() for name, each in found.items()}
    while True:
        try:
            yield from TopologicalSorter(graph).static_order()
        except CycleError as error:
            circle = frozenset(error.args[1])
            graph = {name: needs - circle for name, needs in graph.items() if name not in circle}
        else:
            return


class _Making:
    def __init__(self, reading: Reading, item: str, cite: Cite, machine: object) -> None:
        self._by_id: dict[str, Suggestion] = {each.id: each for each in reading.suggestions}
        self._language = reading.language if reading.language != "und" else None
        self._item, self._cite, self._machine = item, cite, machine
        self._speaking = {
            name
            for each in reading.suggestions
            if isinstance(each, Assertion | Figure)
            for name in (
                (each.speaker, each.addressee, *each.via) if isinstance(each, Assertion)
                else (each.source,)
            )
        }  # fmt: skip
        self._carried = {
            each.figures[0]
            for each in reading.suggestions
            if isinstance(each, Assertion) and each.proposition == "figure" and each.figures
        }

    def all(self) -> Iterator[Proposal]:
        for each in self._by_id.values():
            match each:
                case Entity():
                    yield Proposal(each.id, self._entity(each), each.mentions)
                case Place():
                    if each.mentions or each.metonym_mentions:
                        spans = (*each.mentions, *each.metonym_mentions)
                        yield Proposal(each.id, self._place(each), spans)
                case Incident():
                    yield Proposal(each.id, self._incident(each), each.mentions)
                case Figure():
                    yield Proposal(each.id, self._figure(each), (each.span,))
                    if each.id not in self._carried:
                        yield Proposal(f"{each.id}-said", self._figure_said(each), (each.span,))
                case Assertion():
                    about = self._about(each)
                    if about == f"{each.id}-what":
                        yield Proposal(about, self._what(each), (each.content,))
                    yield Proposal(each.id, self._assertion(each, about), (each.content,))

    def _entity(self, each: Entity) -> Fields:
        names = [{"full": _line(each.name), **self._in_language()}]
        # An organisation is a source whether it speaks here or not: in another report it may.
        if each.id in self._speaking or each.type in ("publication", "organisation"):
            return _filled({"record": "source/1", "kind": each.type, "names": names,
                            "role": _line(each.role)})  # fmt: skip
        if each.type == "person":
            return _filled({"record": "person/1", "names": names, "occupation": _line(each.role)})
        return {"record": "group/1", "kind": each.type, "names": names}

    def _place(self, each: Place) -> Fields:
        fields: Fields = {"record": "place/1", "country": _country(each.country),
                          "names": [{"full": _line(each.name), **self._in_language()}]}  # fmt: skip
        if each.lat is not None and each.lon is not None:
            fields |= {
                "lat": _degrees(each.lat), "lon": _degrees(each.lon),
                "precision_m": each.precision_m, "located_by": "gazetteer",
            }  # fmt: skip
        if each.gazetteer_id is not None:
            gazetteer, _, number = each.gazetteer_id.partition(":")
            fields |= {"gazetteer": gazetteer, "gazetteer_id": number or gazetteer}
        return _filled(fields)

    def _incident(self, each: Incident) -> Fields:
        # Names without their positions: what kind, where, when, as the text has it.
        where = [self._by_id[name] for name in each.places]
        when = self._by_id.get(each.when or "")
        parts = [
            each.mentions[0].exact,
            *(place.name for place in where if isinstance(place, Place)),
        ]
        if isinstance(when, Date):
            parts.append(when.edtf or when.span.exact)
        title = _line(", ".join(parts)) or "?"
        return _filled({"record": "incident/1", "title": title[:1].upper() + title[1:],
                        "kind": each.types[0] if each.types else None})  # fmt: skip

    def _figure(self, each: Figure) -> Fields:
        number = each.number_span
        return _filled({
            "record": "figure/1", "text": each.span.exact, "measure": each.measure,
            "population": None if each.population == "not-stated" else each.population,
            "counting_unit": _unit(each.measure), "low": each.low, "high": each.high,
            "bound": each.bound, "relation": each.relation, "relative_to": _at(each.relative_to),
            "number_text": _line(each.span.exact if number is None else number.exact),
            "method_claimed": None if each.method_claimed == "not_stated" else each.method_claimed,
            "period": self._when(each.period), "as_of": self._when(each.as_of),
            "place": _at(each.scope), "incident": _at(each.incident),
        })  # fmt: skip

    def _figure_said(self, each: Figure) -> Fields:
        around = next(
            (other for other in self._by_id.values()
             if isinstance(other, Assertion) and each.id in other.figures), None,
        )  # fmt: skip
        same = around is not None and around.speaker == each.source
        return _filled({
            "record": "assertion/1", "about": _at(each.id),
            "stance": around.stance if same and around is not None else "asserts",
            "speaker": _at(each.source), "quote": each.span.exact,
            "via": [_at(name) for name in around.via] if same and around is not None else None,
            "voice": around.voice if same and around is not None else None,
            "citations": [self._cite(each.span)], "language": self._language,
            "machine": self._machine,
        })  # fmt: skip

    def _assertion(self, each: Assertion, about: str) -> Fields:
        return _filled({
            "record": "assertion/1", "about": _at(about), "stance": each.stance,
            "speaker": _at(each.speaker), "voice": each.voice, "basis": each.basis,
            "speaker_count": (
                None if each.speaker_count is None
                else {"low": each.speaker_count, "high": each.speaker_count}
            ),
            "via": [_at(name) for name in each.via], "denies": each.denies,
            "hedges": [_line(span.exact) for span in each.hedges],
            "quote": each.content.exact, "quoted": each.quoted, "language": self._language,
            "said_at": self._when(each.said_at), "citations": [self._cite(each.content)],
            "machine": self._machine,
        })  # fmt: skip

    def _about(self, each: Assertion) -> str:
        """Return the name of what it is about: a proposition, or the assertion that it relays.

        Who denies what another one says is about *its* proposition.
        """
        others = [name for name in each.about if isinstance(self._by_id.get(name), Assertion)]
        answers = each.stance in ("denies", "disputes", "retracts", "corrects", "acknowledges")
        if others and not answers:
            return others[0]
        seen = {each.id}
        while others and others[0] not in seen:
            other = self._by_id[others[0]]
            seen.add(other.id)
            assert isinstance(other, Assertion)
            if other.proposition == "figure" and other.figures:
                return other.figures[0]
            others = [name for name in other.about if isinstance(self._by_id.get(name), Assertion)]
            if not others:
                return f"{other.id}-what"
        if each.proposition == "figure" and each.figures:
            return each.figures[0]
        return f"{each.id}-what"

    def _what(self, each: Assertion) -> Fields:
        text = each.content.exact
        incident = next(
            (found for found in map(self._by_id.get, each.about) if isinstance(found, Incident)),
            None,
        )
        shared: Fields = {"text": text, "incident": _at(incident.id if incident else None)}
        match each.proposition:
            case "attribution" if incident is not None:
                actor = self._accused(each)
                if actor is not None:
                    return _filled({"record": "attribution/1", "actor": _at(actor), **shared})
            case "characterisation" if incident is not None:
                return _filled({"record": "characterisation/1", "term": _term(text), **shared})
            case "intent":
                return _filled({"record": "intent/1", "kind": "other", **shared})
            case "weapon" if incident is not None:
                return _filled({"record": "weapon/1", "weapon": "not-stated", **shared})
            case "event_time" if (when := self._inside(each, Date)) is not None:
                return _filled({"record": "event_time/1", "when": self._when(when), **shared})
            case "event_place" if each.places:
                return _filled({"record": "event_place/1", "place": _at(each.places[0]), **shared})
            case "depiction":
                return _filled({"record": "depiction/1", "item": self._item, "shows": text,
                                "incident": shared["incident"]})  # fmt: skip
            case "measure":
                stages = {"calls_for": "requested", "commits_to": "promised", "denies": "refused"}
                actor = each.speaker if each.stance == "commits_to" else None
                return _filled({"record": "measure/1", "stage": stages.get(each.stance, "taken"),
                                "actor": _at(actor), "addressee": _at(each.addressee),
                                **shared})  # fmt: skip
            case "opinion":
                return _filled({"record": "opinion/1", **shared})
        if incident is None:
            return _filled({"record": "occurrence/1", **shared})
        return _filled({
            "record": "occurrence/1", "kind": incident.types[0] if incident.types else None,
            "when": self._when(incident.when),
            "place": _at(incident.places[0]) if len(incident.places) == 1 else None, **shared,
        })  # fmt: skip

    def _accused(self, each: Assertion) -> str | None:
        """Return who is said to have done it: who is named in the words, or speaks of itself."""
        named = self._inside(each, Entity, but=each.speaker)
        own = each.stance in ("denies", "disputes", "acknowledges", "claims_responsibility")
        return named or (each.speaker if own else None)

    def _inside(self, each: Assertion, kind: type, but: str | None = None) -> str | None:
        content = each.content
        for other in self._by_id.values():
            if isinstance(other, kind) and other.id != but:
                spans = other.mentions if isinstance(other, Entity) else (
                    (other.span,) if isinstance(other, Date) else ()
                )  # fmt: skip
                if any(content.start <= span.start and span.end <= content.end for span in spans):
                    return other.id
        return None

    def _when(self, name: str | None) -> Fields | None:
        found = self._by_id.get(name or "")
        if not isinstance(found, Date):
            return None
        return _filled({"text": found.span.exact, "edtf": found.edtf})

    def _in_language(self) -> Fields:
        return {} if self._language is None else {"language": self._language}


def _filled(fields: Fields) -> Fields:
    """Leave out what is not stated."""
    return {name: value for name, value in fields.items() if value not in (None, [], "")}


def _at(name: str | None) -> str | None:
    return None if name is None else f"@{name}"


def _names_in(value: object) -> Iterator[str]:
    """Yield what fields name; words of the text are quotations and name nothing."""
    if isinstance(value, Mapping):
        for field, each in value.items():
            if field in _REFERRING:
                parts = each if isinstance(each, list) else [each]
                for part in parts:
                    match = _NAMED.fullmatch(part) if isinstance(part, str) else None
                    if match:
                        yield match[1]


_REFERRING = frozenset(
    "about speaker via relative_to place incident actor addressee".split()
)  # fmt: skip


def _line(text: str | None) -> str:
    return _SPACE.sub(" ", text or "").strip()[:_NAME]


def _degrees(value: float) -> str:
    text = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _country(code: str | None) -> str | None:
    return code if code and re.fullmatch(r"[A-Z]{2}", code) else None


def _unit(measure: str) -> str | None:
    if measure.startswith("buildings"):
        return "building"
    return "body" if measure == "bodies-found" else None


def _term(text: str) -> str:
    lowered = text.lower()
    return next((code for words, code in _LEGAL if words in lowered), "other")
