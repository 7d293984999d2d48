"""From a draft to the JSON contract: ids by place in the text, marks to spans. Deterministic.

Suggestions come kind by kind, each kind in the order of its first character; what has no place in
the text (the publisher, whom the text need not name) comes last. What the contract cannot hold (an
empty mark, a mark outside the text, a name too long) is left out, and references to it with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, TypeVar

from probatum.model.letters import apart, fold
from probatum.read.builtin.drafts import (
    AssertionDraft,
    ContradictionDraft,
    Draft,
    EntityDraft,
    FigureDraft,
    IncidentDraft,
    Target,
)
from probatum.read.contract import (
    Assertion,
    Contradiction,
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
from probatum.read.extractor import Article
from probatum.read.found import DateFound, Mark, PlaceFound
from probatum.read.word_forms import Words

LONGEST_NAME = 400
_NOWHERE = (1 << 62, 0)
_T = TypeVar("_T")


class _Ids(NamedTuple):
    """Index in the draft -> id, for each kind; what was left out has none."""

    entities: dict[int, str]
    places: dict[int, str]
    dates: dict[int, str]
    incidents: dict[int, str]
    assertions: dict[int, str]
    figures: dict[int, str]

    def target(self, target: Target) -> str | None:
        """Return the id of what an assertion or contradiction is about."""
        ids = {"incident": self.incidents, "figure": self.figures, "assertion": self.assertions}
        return ids[target.kind].get(target.place)


def reading_of(article: Article, language: str, draft: Draft) -> Reading:
    """Return the reading that a draft makes of an article."""
    size = len(article.text)
    ids = _Ids(
        _numbered("e", [_first(each.mentions) if _holds_entity(each, size) else None
                        for each in draft.entities]),
        _numbered("p", [_first(each.mentions + each.metonyms) if _holds_place(each, size) else None
                        for each in draft.places]),
        _numbered("d", [_at(each.mark, size) for each in draft.dates]),
        _numbered("i", [_first(each.mentions) if _inside(each.mentions, size) else None
                        for each in draft.incidents]),
        _numbered("a", [_said_at(each, size) for each in draft.assertions]),
        _numbered("f", [_at(each.found.mark, size) for each in draft.figures]),
    )  # fmt: skip
    writing = _Writing(article.text, language, ids)
    suggestions: list[Suggestion] = [
        *_in_order(draft.entities, ids.entities, writing.entity),
        *_in_order(draft.places, ids.places, writing.place),
        *_in_order(draft.dates, ids.dates, writing.date),
        *_in_order(draft.incidents, ids.incidents, writing.incident),
        *_in_order(draft.assertions, ids.assertions, writing.assertion),
        *_in_order(draft.figures, ids.figures, writing.figure),
        *_contradictions(draft.contradictions, ids),
    ]
    return Reading(
        text_sha256=text_sha256(article.text),
        language=language,
        published=article.published.isoformat() if article.published else None,
        publisher=article.publisher or None,
        suggestions=tuple(suggestions),
    )


class _Writing:
    """Writes drafts of one text down as suggestions."""

    def __init__(self, text: str, language: str, ids: _Ids) -> None:
        self._text = text
        self._ids = ids
        # Elsewhere a name's ending changes with its case: the gazetteer has the one to show.
        self._inflects = not language.startswith("en")

    def _span(self, mark: Mark) -> Span:
        return span_of(self._text, mark.start, mark.end)

    def _maybe(self, mark: Mark | None) -> Span | None:
        if mark is None or not 0 <= mark.start < mark.end <= len(self._text):
            return None
        return self._span(mark)

    def _spans(self, marks: Iterable[Mark]) -> tuple[Span, ...]:
        inside = {mark for mark in marks if self._maybe(mark)}
        return tuple(self._span(mark) for mark in sorted(inside))

    def entity(self, name: str, draft: EntityDraft) -> Entity:
        role = draft.role if draft.role and len(draft.role) <= LONGEST_NAME else None
        return Entity(
            id=name, type=draft.type, name=draft.name, role=role,
            mentions=self._spans(draft.mentions),
        )  # fmt: skip

    def place(self, name: str, found: PlaceFound) -> Place:
        return Place(
            id=name, name=self._called(found), mentions=self._spans(found.mentions), lat=found.lat,
            lon=found.lon, precision_m=found.precision_m, gazetteer_id=found.gazetteer_id,
            country=found.country, metonym_mentions=self._spans(found.metonyms),
        )  # fmt: skip

    def _called(self, found: PlaceFound) -> str:
        """Return a place's name as the text has it: a gazetteer's may say more than the text."""
        marks = (*found.mentions, *found.metonyms)
        named = [self._text[slice(*mark)] for mark in marks]
        words = {word for each in named for word in fold(each).split()}
        if words.issuperset(fold(found.name).split()):
            return found.name
        if self._inflects:  # another case of the same words, not another alphabet
            forms = Words(apart(each) for each in named)
            if all(map(forms.have, apart(found.name))):
                return found.name
        longest = max(marks, key=lambda mark: (mark.end - mark.start, -mark.start))
        return " ".join(self._text[slice(*longest)].split())[:LONGEST_NAME]

    def date(self, name: str, found: DateFound) -> Date:
        return Date(
            id=name, span=self._span(found.mark), edtf=found.edtf,
            needs_publication_date=found.relative,
        )  # fmt: skip

    def incident(self, name: str, draft: IncidentDraft) -> Incident:
        return Incident(
            id=name, mentions=self._spans(draft.mentions), types=draft.types,
            places=_known(draft.places, self._ids.places),
            when=_known_one(draft.when, self._ids.dates), status=draft.status,
        )  # fmt: skip

    def assertion(self, name: str, draft: AssertionDraft) -> Assertion:
        about = (self._ids.target(each) for each in draft.about)
        return Assertion(
            id=name, content=self._span(draft.content), proposition=draft.proposition,
            about=tuple(dict.fromkeys(each for each in about if each and each != name)),
            speaker=_known_one(draft.speaker, self._ids.entities),
            speaker_mention=self._maybe(draft.speaker_mention),
            speaker_count=draft.speaker_count, basis=draft.basis, voice=draft.voice,
            via=_known(draft.via, self._ids.entities), quoted=draft.quoted,
            cue=self._maybe(draft.cue), stance=draft.stance, denies=draft.denies,
            addressee=_known_one(draft.addressee, self._ids.entities),
            hedges=self._spans(draft.hedges),
            said_at=_known_one(draft.said_at, self._ids.dates),
            places=_known(draft.places, self._ids.places),
            figures=_known(draft.figures, self._ids.figures),
        )  # fmt: skip

    def figure(self, name: str, draft: FigureDraft) -> Figure:
        found = draft.found
        return Figure(
            id=name, span=self._span(found.mark), number_span=self._maybe(found.number),
            measure=found.measure, low=found.low, high=found.high, bound=found.bound,
            relation=found.relation,
            relative_to=_known_one(draft.relative_to, self._ids.figures),
            method_claimed=found.method_claimed, population=found.population,
            scope=_known_one(draft.scope, self._ids.places),
            source=_known_one(draft.source, self._ids.entities),
            source_span=self._maybe(draft.source_mark),
            as_of=_known_one(draft.as_of, self._ids.dates),
            period=_known_one(draft.period, self._ids.dates),
            incident=_known_one(draft.incident, self._ids.incidents),
        )  # fmt: skip


def _contradictions(drafts: list[ContradictionDraft], ids: _Ids) -> list[Contradiction]:
    found: dict[tuple[str, str], ContradictionDraft] = {}
    for draft in drafts:
        one, other = ids.target(draft.between[0]), ids.target(draft.between[1])
        if one and other and one != other and (other, one) not in found:
            found.setdefault((one, other), draft)
    return [
        Contradiction(id=f"c{number}", between=pair, why=draft.why)
        for number, (pair, draft) in enumerate(found.items(), 1)
    ]


def _numbered(letter: str, places: Sequence[tuple[int, ...] | None]) -> dict[int, str]:
    """Return ids by index, counted in the order of the text; None is left out."""
    standing = [(place, index) for index, place in enumerate(places) if place is not None]
    return {index: f"{letter}{number}" for number, (_, index) in enumerate(sorted(standing), 1)}


def _in_order(
    drafts: Sequence[_T], ids: dict[int, str], write: Callable[[str, _T], Suggestion]
) -> list[Suggestion]:
    return [write(name, drafts[index]) for index, name in ids.items()]


def _known(indexes: Iterable[int], ids: dict[int, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids[index] for index in indexes if index in ids))


def _known_one(index: int | None, ids: dict[int, str]) -> str | None:
    return None if index is None else ids.get(index)


def _at(mark: Mark, size: int) -> tuple[int, int] | None:
    return (mark.start, mark.end) if 0 <= mark.start < mark.end <= size else None


def _said_at(draft: AssertionDraft, size: int) -> tuple[int, ...] | None:
    """Where the same words are said twice, the first hand comes before who passes them on."""
    place = _at(draft.content, size)
    return None if place is None else (*place, -len(draft.via))


def _first(marks: Iterable[Mark]) -> tuple[int, int]:
    return min(((mark.start, mark.end) for mark in marks), default=_NOWHERE)


def _inside(marks: Sequence[Mark], size: int) -> bool:
    return bool(marks) and all(_at(mark, size) for mark in marks)


def _holds_entity(draft: EntityDraft, size: int) -> bool:
    named = 0 < len(draft.name) <= LONGEST_NAME
    return named and all(_at(mark, size) for mark in draft.mentions)


def _holds_place(found: PlaceFound, size: int) -> bool:
    named = 0 < len(found.name) <= LONGEST_NAME
    return named and _inside((*found.mentions, *found.metonyms), size)
