"""Suggestions of a reading, as the records that a person may make of them.

Each proposal has a name within its reading; ``@name`` in its fields stands for the record that
another one becomes. An assertion is two: what may be so (``a1-what``) and who says it (``a1``). A
figure that no assertion carries gets one by its source (``f1-said``). Where the text does not give
what a noun needs (an accused without a name), the plainer noun *occurrence* keeps its words. What
cannot become a record, such as two that name each other, is not proposed and is counted.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from probatum.model.nouns import decode
from probatum.model.references import marks, renamed
from probatum.read.anchoring import Rejected
from probatum.read.bearing import Bearings
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
from probatum.read.named_in import NamedIn

Fields = dict[str, object]
Cite = Callable[[Span], object]
_NAME = 500
MOST_JSON = 32_000
NO_RECORD = "what cannot become a record"
MISSING = "what names something that cannot become a record"
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
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
        """Names of the proposals that this one names; words of the text name nothing."""
        return frozenset(
            mark.value[1:] for mark in marks(self.noun, self.fields)
            if mark.targets and mark.value.startswith("@")
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a reading proposes, each after what it names; ``rejected`` cannot become a record."""

    taken: tuple[Proposal, ...]
    rejected: tuple[Rejected, ...]


def step_of(name: str) -> str:
    """Return the suggestion that a proposal belongs to: with it, it is decided about."""
    return name.removesuffix("-what").removesuffix("-said")


def proposals(reading: Reading, item: str, cite: Cite, machine: object) -> Proposals:
    """Return what a reading of ``item`` (an object id) proposes.

    ``cite`` makes a citation of a span, ``machine`` says which program read, both as plain fields.
    """
    made = _Making(reading, item, cite, machine)
    found = {each.name: each for each in made.all() if each.spans or each.noun == "source"}
    rejected = [Rejected(name, NO_RECORD) for name, each in found.items() if not _is_record(each)]
    for each in rejected:
        del found[each.id]
    taken = _ordered(found)
    rejected += [Rejected(name, MISSING) for name in found.keys() - {each.name for each in taken}]
    return Proposals(tuple(taken), tuple(rejected))


def _is_record(each: Proposal) -> bool:
    """Say whether it is a record once it has ids for names, and fits into a suggestion."""
    try:
        if len(msgspec.json.encode(each.fields).decode()) > MOST_JSON:
            return False
        decode(msgspec.json.encode(renamed(each.noun, each.fields, lambda *_: "0" * 32)))
    except (msgspec.MsgspecError, ValueError, KeyError, TypeError):
        return False
    return True


def _ordered(found: Mapping[str, Proposal]) -> list[Proposal]:
    """Return them after what they need; who names what is not there, or a circle, is left out."""
    waiting: dict[str, int] = {}
    needed_by: dict[str, list[str]] = {}
    ready: deque[str] = deque()
    for name, each in found.items():
        needs = each.needs
        waiting[name] = len(needs)
        for other in needs:
            needed_by.setdefault(other, []).append(name)
        if not needs:
            ready.append(name)
    ordered = []
    while ready:
        name = ready.popleft()
        ordered.append(found[name])
        for other in needed_by.get(name, ()):
            waiting[other] -= 1
            if not waiting[other]:
                ready.append(other)
    return ordered


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

        self._around: dict[str, Assertion] = {}
        for each in reading.suggestions:
            if isinstance(each, Assertion):
                for name in each.figures:
                    self._around.setdefault(name, each)
        self._entities = NamedIn(
            (span, each.id)
            for each in reading.suggestions
            if isinstance(each, Entity)
            for span in each.mentions
        )
        self._dates = NamedIn(
            (each.span, each.id) for each in reading.suggestions if isinstance(each, Date)
        )
        self._bearings = Bearings(self._by_id)

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
                    about = self._bearings.of(each)
                    if about == f"{each.id}-what":
                        yield Proposal(about, self._what(each), (each.content,))
                    yield Proposal(each.id, self._assertion(each, about), (each.content,))

    def _entity(self, each: Entity) -> Fields:
        names = [{"full": _line(each.name), **self._in_language()}]
        # A body is a source whether it speaks here or not: accused here, it denies elsewhere.
        if each.id in self._speaking or _is_body(each):
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
        around = self._around.get(each.id)
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
            case "event_time" if (when := self._dates.first_in(each.content)) is not None:
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
        named = self._entities.first_in(each.content, but=each.speaker)
        own = each.stance in ("denies", "disputes", "acknowledges", "claims_responsibility")
        return named or (each.speaker if own else None)

    def _when(self, name: str | None) -> Fields | None:
        found = self._by_id.get(name or "")
        if not isinstance(found, Date):
            return None
        return _filled({"text": found.span.exact, "edtf": found.edtf})

    def _in_language(self) -> Fields:
        return {} if self._language is None else {"language": self._language}


def _is_body(each: Entity) -> bool:
    """Say whether it is one body with a name, as brigades have one and residents have not."""
    main = re.split(r"\s+(?:of|in|at|from|for)\s+", each.name)[0].split()
    named = each.name.isascii() and len(main) > 1 and main[-1][:1].isupper()
    return each.type in ("publication", "organisation") or (each.type == "group" and named)


def _filled(fields: Fields) -> Fields:
    """Leave out what is not stated."""
    return {name: value for name, value in fields.items() if value not in (None, [], "")}


def _at(name: str | None) -> str | None:
    return None if name is None else f"@{name}"


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
