"""When something found counts as what a careful reader found, and the scores that follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from sets import of_kind

from probatum.model.letters import fold
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
)

_OF_EQUALS = 1e-9
SAME_CONTENT = 0.5
NEAR_KM = 20.0


@dataclass(slots=True)
class Score:
    """Counts of one kind: ``right`` of ``found`` and of ``gold``; ``wrong`` are errors in words."""

    right: int = 0
    found: int = 0
    gold: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def add(self, other: Score) -> None:
        """Count another text as well."""
        self.right += other.right
        self.found += other.found
        self.gold += other.gold
        self.errors += other.errors


def overlap(one: Span, other: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def iou(one: Span, other: Span) -> float:
    """Return intersection over union of two spans."""
    shared = overlap(one, other)
    return shared / ((one.end - one.start) + (other.end - other.start) - shared)


def km(lat: float, lon: float, lat2: float, lon2: float) -> float:
    """Return the distance of two points on the sphere (haversine)."""
    half = (
        sin(radians(lat2 - lat) / 2) ** 2
        + cos(radians(lat)) * cos(radians(lat2)) * sin(radians(lon2 - lon) / 2) ** 2
    )
    return 2 * 6371.0 * asin(sqrt(half))


def paired(found: Sequence, gold: Sequence, alike: Callable) -> dict[str, str]:
    """Pair found with gold ids, one to one, most alike first; ``alike`` is 0 for no match."""
    scored = sorted(
        ((alike(f, g), -i, -j) for i, f in enumerate(found) for j, g in enumerate(gold)),
        reverse=True,
    )
    pairs: dict[str, str] = {}
    taken: set[int] = set()
    for worth, i, j in scored:
        if worth > 0 and found[-i].id not in pairs and -j not in taken:
            pairs[found[-i].id] = gold[-j].id
            taken.add(-j)
    return pairs


def shared(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Return how much of their mentions two things share."""
    others = list(other)
    return sum(max((iou(a, b) for b in others), default=0.0) for a in one)


def _entities(found: Entity, gold: Entity) -> float:
    named = fold(found.name) == fold(gold.name)
    return shared(found.mentions, gold.mentions) + (2.0 if named else 0.0)


def _assertions(found: Assertion, gold: Assertion) -> float:
    alike = iou(found.content, gold.content)
    if alike < SAME_CONTENT:
        return 0.0
    # A denial and the claim that it denies may be the same words: then stance tells them apart.
    return alike + (_OF_EQUALS if found.stance == gold.stance else 0.0)


def _figures(found: Figure, gold: Figure) -> float:
    if (found.number_span is None) != (gold.number_span is None):
        return 0.0
    if found.number_span is not None and gold.number_span is not None:
        return iou(found.number_span, gold.number_span)
    return iou(found.span, gold.span)


def _incidents(found: Incident, gold: Incident) -> float:
    return shared(found.mentions, gold.mentions)


def _places(found: Place, gold: Place) -> float:
    return shared(
        (*found.mentions, *found.metonym_mentions), (*gold.mentions, *gold.metonym_mentions)
    )


@dataclass(frozen=True, slots=True)
class Scored:
    """Scores of one text by kind, and how often a detail of what was matched is right."""

    kinds: dict[str, Score]
    details: dict[str, Score]


def score(found: Reading, gold: Reading, name: str) -> Scored:
    """Compare a reading with its gold; ``name`` stands before each error."""
    pairs: dict[type, dict[str, str]] = {}
    by_id = {each.id: each for each in gold.suggestions}
    kinds: dict[str, Score] = {}
    details: dict[str, Score] = {}

    def pair(kind: type, label: str, alike: Callable, right: Callable | None = None) -> None:
        has, wants = of_kind(found, kind), of_kind(gold, kind)
        pairs[kind] = paired(has, wants, alike)
        result = kinds[label] = Score(found=len(has), gold=len(wants))
        for each in has:
            goal = by_id.get(pairs[kind].get(each.id, ""))
            if goal is None:
                result.errors.append(f"{name}: {label} too much: {_said(each)}")
            elif right is None or right(each, goal):
                result.right += 1
            else:
                result.errors.append(f"{name}: {label} wrong: {_said(each)} is not {_said(goal)}")
        reached = set(pairs[kind].values())
        result.errors += [
            f"{name}: {label} missed: {_said(each)}" for each in wants if each.id not in reached
        ]

    def same_entity(one: str | None, other: str | None) -> bool:
        if one is None or other is None:
            return one is other
        return pairs[Entity].get(one) == other

    def detail(label: str, rights: Iterable[tuple[bool, str]]) -> None:
        result = details[label] = Score()
        for right, said in rights:
            result.found += 1
            result.gold += 1
            result.right += right
            if not right:
                result.errors.append(f"{name}: {label}: {said}")

    pair(Entity, "entity", _entities)
    pair(Place, "place", _places, near)
    pair(Date, "date", lambda f, g: iou(f.span, g.span), lambda f, g: f.edtf == g.edtf)
    pair(Incident, "incident", _incidents)
    pair(Assertion, "assertion", _assertions,
         lambda f, g: same_entity(f.speaker, g.speaker))  # fmt: skip

    def same_source(one: Figure, other: Figure) -> bool:
        return same_entity(one.source, other.source) or same_words(one, other, entities)

    entities = {each.id: each for each in of_kind(found, Entity)}
    pair(Figure, "figure", _figures, lambda f, g: same_figure(f, g, same_source))
    matched = [
        (each, by_id[pairs[Assertion][each.id]])
        for each in of_kind(found, Assertion) if each.id in pairs[Assertion]
    ]  # fmt: skip
    told = [(f, g) for f, g in matched if same_entity(f.speaker, g.speaker)]
    for label in ("stance", "proposition", "quoted", "voice", "denies"):
        detail(label, (
            (getattr(f, label) == getattr(g, label),
             f"{getattr(f, label)} is not {getattr(g, label)}: {_said(g)}") for f, g in told
        ))  # fmt: skip
    detail("via", (
        ([pairs[Entity].get(each) for each in f.via] == list(g.via),
         f"{len(f.via)} relays, not {len(g.via)}: {_said(g)}") for f, g in told
    ))  # fmt: skip
    both = {**pairs[Assertion], **pairs[Figure]}
    wanted = {frozenset(each.between) for each in of_kind(gold, Contradiction)}
    has = [
        frozenset(both.get(i, i) for i in each.between) for each in of_kind(found, Contradiction)
    ]
    kinds["contradiction"] = Score(sum(each in wanted for each in has), len(has), len(wanted))
    return Scored(kinds, details)


def aligned(found: Reading, gold: Reading) -> dict[str, str]:
    """Return gold id -> found id of everything that was found, right or wrong in its details."""
    pairs: dict[str, str] = {}
    for kind, alike in (
        (Entity, _entities), (Place, _places), (Incident, _incidents), (Assertion, _assertions),
        (Figure, _figures),
    ):  # fmt: skip
        here = paired(of_kind(found, kind), of_kind(gold, kind), alike)
        pairs |= {goal: each for each, goal in here.items()}
    return pairs


def near(found: Place, gold: Place) -> bool:
    """Say whether a place is where it should be: within 20 km, a country or region by its code."""
    if gold.lat is None or gold.lon is None:
        return found.lat is None if gold.country is None else found.country == gold.country
    if found.lat is None or found.lon is None:
        return False
    if (gold.precision_m or 0) >= 100_000:
        return found.country == gold.country
    return km(found.lat, found.lon, gold.lat, gold.lon) <= NEAR_KM


def same_figure(found: Figure, gold: Figure, same_source: Callable[[Figure, Figure], bool]) -> bool:
    """Say whether measure, bound, number and source are those of the gold."""
    parts = ("measure", "bound", "low", "high", "relation")
    return all(getattr(found, part) == getattr(gold, part) for part in parts) and same_source(
        found, gold
    )


def same_words(found: Figure, gold: Figure, entities: Mapping[str, Entity]) -> bool:
    """Say whether the same words of the text name the source of a figure.

    Whose other mentions went to which entity is counted with the entities. A pronoun is nobody by
    its words.
    """
    if found.source is None or found.source_span is None or gold.source_span is None:
        return False
    entity = entities[found.source]
    named = any(
        overlap(span, found.source_span) and len(span.exact.split()) > 1 for span in entity.mentions
    )
    return named and iou(found.source_span, gold.source_span) >= SAME_CONTENT


def _said(each: object) -> str:
    """Return a suggestion in one line."""
    match each:
        case Entity():
            return f"{each.type} {each.name!r} ({len(each.mentions)} mentions)"
        case Place():
            at = "nowhere" if each.lat is None else f"{each.lat:.2f} {each.lon:.2f}"
            return f"{each.name!r} {at} {each.country}"
        case Date():
            return f"{each.span.exact!r} = {each.edtf}"
        case Incident():
            return f"{', '.join(each.types)}: {[span.exact for span in each.mentions]}"
        case Assertion():
            return f"{each.speaker} {each.stance} {each.proposition}: {each.content.exact[:100]!r}"
        case Figure():
            return (f"{each.span.exact!r} {each.measure} {each.bound} {each.low}-{each.high}"
                    f" by {each.source}")  # fmt: skip
    return repr(each)
