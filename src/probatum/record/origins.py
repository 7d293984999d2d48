"""Grouping claims by origin: whoever was first in the chain, and texts that repeat one another.

``high`` counts origins as far as anything shows that two are one; ``low`` counts what is left if
everything that is undecided turned out to be one. The truth is not known to lie between them: these
are the origins *recorded*.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from probatum.model.nouns.judgements import Assessment
from probatum.model.nouns.sources import Source
from probatum.model.tongue import say
from probatum.record.board import Known
from probatum.record.reprints import Reprints
from probatum.record.sameness import Classes
from probatum.record.weighing import Claim, Weighed


@dataclass(frozen=True, slots=True)
class Origin:
    """Claims that go back to one hand: ``hand`` is a source, None if nobody in the chain is known.

    ``why`` says why they are one; ``may_be`` the numbers (from 1) of origins that may be this one,
    each with the reason.
    """

    hand: str | None
    claims: tuple[Claim, ...]
    why: tuple[str, ...]
    may_be: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Origins:
    """The origins of a set of claims, in the order of the log; ``low`` to ``high`` of them."""

    groups: tuple[Origin, ...]
    low: int
    high: int

    def of(self, claim_id: str) -> int | None:
        """Return the number (from 1) of the origin that a claim belongs to."""
        for number, group in enumerate(self.groups, 1):
            if any(claim.id == claim_id for claim in group.claims):
                return number
        return None


@dataclass(slots=True)
class _Grouping:
    """Claims being grouped: what is joined, with reasons, and what may be one."""

    claims: Sequence[Claim]
    joined: Classes = field(default_factory=Classes)
    reasons: list[tuple[str, str]] = field(default_factory=list)  # a claim in the group, why
    maybe: dict[tuple[str, str], str] = field(default_factory=dict)

    def join(self, a: Claim, b: Claim, why: str) -> None:
        if self.joined.root(a.id) != self.joined.root(b.id):
            self.joined.join(a.id, b.id)
            self.reasons.append((a.id, why))


def origins(weighed: Weighed, reprints: Reprints, claims: Sequence[Claim]) -> Origins:
    """Group claims by origin. The order in which they are given does not matter."""
    ordered = sorted(claims, key=lambda claim: (claim.index, claim.id))
    grouping = _Grouping(ordered)
    hands = {claim.id: first_hand(weighed, claim) for claim in ordered}
    _by_hand(grouping, weighed, hands)
    for a, b in _pairs(ordered):
        if grouping.joined.root(a.id) != grouping.joined.root(b.id) and reprints.same_words(a, b):
            grouping.join(a, b, say("they quote the same words"))
    _by_text(grouping, weighed, reprints)
    _by_judgement(grouping, weighed)
    _what_may_be_one(grouping, weighed, hands)
    return _numbered(grouping, weighed, hands)


def first_hand(weighed: Weighed, claim: Claim) -> str | None:
    """Return the first hand: the speaker if known, else the farthest known link of the chain."""
    hands = weighed.hands(claim)
    return hands[0] if hands else None


def _pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    for number, a in enumerate(claims):
        for b in claims[:number]:
            yield b, a


def _by_hand(grouping: _Grouping, weighed: Weighed, hands: dict[str, str | None]) -> None:
    first: dict[str, Claim] = {}
    for claim in grouping.claims:
        hand = hands[claim.id]
        if hand is None:
            continue
        if hand in first:
            spoken = weighed.speaker(claim) is not None
            grouping.join(
                first[hand], claim,
                say("one speaker") if spoken
                else say("the chain ends at one link; no speaker is recorded"),
            )  # fmt: skip
        else:
            first[hand] = claim


def _by_text(grouping: _Grouping, weighed: Weighed, reprints: Reprints) -> None:
    """Join a claim without a known speaker to a claim in the same text.

    A known speaker is never joined to another one for standing in one article, and a claim of
    unknown origin must not join two of them: it goes to the first, and adds no origin.
    """
    named = {claim.id for claim in grouping.claims if weighed.speaker(claim) is not None}

    def is_named(claim: Claim) -> bool:
        return any(each in named for each in grouping.joined.members(claim.id))

    found = [
        (a, b, why)
        for a, b in _pairs(grouping.claims)
        if (a.id not in named or b.id not in named) and (why := reprints.same_text(a, b))
    ]
    for a, b, why in found:
        if not is_named(a) and not is_named(b):
            grouping.join(a, b, why)
    for a, b, why in found:
        if is_named(a) != is_named(b):
            grouping.join(a, b, why)


def _judgements(weighed: Weighed) -> Iterator[tuple[Known[Assessment], bool]]:
    """Yield the judgements of independence that stand, and whether they say independent."""
    rows = [
        known
        for known in weighed.board.of(Assessment)
        if known.record.dimension == "independence" and known.record.reviews is None
    ]
    replaced = {known.record.supersedes for known in rows}
    for known in rows:
        value = known.record.value.strip().casefold()
        if known.id not in replaced and value in ("independent", "not-independent"):
            yield known, value == "independent"


def _by_judgement(grouping: _Grouping, weighed: Weighed) -> None:
    here = {claim.id: claim for claim in grouping.claims}
    for known, independent in _judgements(weighed):
        target = here.get(known.record.target)
        for each in known.record.independent_of:
            other = here.get(each)
            if target is not None and other is not None and not independent:
                grouping.join(target, other, say("judged not independent by {who} ({ref})",
                                                 who=known.by, ref=known.ref))  # fmt: skip


def independence(weighed: Weighed, found: Origins) -> dict[tuple[int, int], Known[Assessment]]:
    """Return the pairs of origins (numbers from 1) that were judged independent, and by what."""
    pairs: dict[tuple[int, int], Known[Assessment]] = {}
    for known, independent in _judgements(weighed):
        if not independent or _is_disagreed_with(weighed, known):
            continue
        one = found.of(known.record.target)
        for each in known.record.independent_of:
            other = found.of(each)
            if one is not None and other is not None and one != other:
                pairs.setdefault((min(one, other), max(one, other)), known)
    return pairs


def _is_disagreed_with(weighed: Weighed, known: Known[Assessment]) -> bool:
    reviews = (each.record for each in weighed.board.of(Assessment))
    return any(each.reviews == known.id and each.agrees is False for each in reviews)


def _what_may_be_one(grouping: _Grouping, weighed: Weighed, hands: dict[str, str | None]) -> None:
    root = grouping.joined.root
    for a, b in _pairs(grouping.claims):
        if root(a.id) == root(b.id):
            continue
        why = _may_be_one(weighed, a, b, hands)
        if why is not None:
            one, other = sorted((root(a.id), root(b.id)))
            grouping.maybe.setdefault((one, other), why)


def _may_be_one(weighed: Weighed, a: Claim, b: Claim, hands: dict[str, str | None]) -> str | None:
    one, other = hands[a.id], hands[b.id]
    if one is None or other is None:
        return say("of one of them nobody in the chain is known")
    judged = weighed.same.compare(one, other)
    if judged == "undecided":
        return say("whether the two sources are the same is undecided")
    if judged == "different":
        return None
    if not (_speaks(weighed, a) and _speaks(weighed, b)):
        return say("of one of them it is not known who speaks")
    for claim, hand, chain in ((a, one, weighed.hands(b)), (b, other, weighed.hands(a))):
        if weighed.speaker(claim) is None and hand in chain:
            return say("one has no speaker and comes through a link of the other")
        if claim.record.basis == "was_told":
            return say("one was told it, and by whom is not recorded")
    return _sources_may_be_one(weighed, one, other)


def _speaks(weighed: Weighed, claim: Claim) -> bool:
    """Say whether it is known who speaks; a publication's own voice is known by its publisher."""
    return weighed.speaker(claim) is not None or claim.record.voice == "own"


def _sources_may_be_one(weighed: Weighed, a: str, b: str) -> str | None:
    one, other = weighed.board.get(a, Source), weighed.board.get(b, Source)
    if one is None or other is None:
        return None
    unnamed = all(not each.record.names and each.record.person is None for each in (one, other))
    if unnamed and one.record.kind == other.record.kind:
        return say("neither source has a name, and nobody judged whether they are the same")
    for each, publisher in ((one.record, b), (other.record, a)):
        if each.publisher is not None and weighed.same.same(each.publisher, publisher):
            return say("one is published by the other")
    return None


def _numbered(grouping: _Grouping, weighed: Weighed, hands: dict[str, str | None]) -> Origins:
    root = grouping.joined.root
    order = list(dict.fromkeys(root(claim.id) for claim in grouping.claims))
    number = {each: place for place, each in enumerate(order, 1)}
    may_be: dict[str, list[tuple[int, str]]] = {each: [] for each in order}
    for (a, b), why in grouping.maybe.items():
        may_be[a].append((number[b], why))
        may_be[b].append((number[a], why))
    groups = []
    for each in order:
        claims = tuple(claim for claim in grouping.claims if root(claim.id) == each)
        reasons = dict.fromkeys(text for member, text in grouping.reasons if root(member) == each)
        spoken = [hands[c.id] for c in claims if weighed.speaker(c) is not None]
        known = [hand for hand in (*spoken, *(hands[c.id] for c in claims)) if hand is not None]
        groups.append(
            Origin(known[0] if known else None, claims, tuple(reasons), tuple(sorted(may_be[each])))
        )
    return Origins(tuple(groups), _fewest(order, grouping.maybe), len(groups))


def _fewest(order: list[str], maybe: Iterable[tuple[str, str]]) -> int:
    """Return how many origins there are at least, if all that may be one is one.

    Groups of which no two may be one are distinct for certain. They are counted greedily, those
    with the fewest doubts first: never too many, at times too few.
    """
    beside: dict[str, set[str]] = {each: set() for each in order}
    for a, b in maybe:
        beside[a].add(b)
        beside[b].add(a)
    distinct: set[str] = set()
    for each in sorted(order, key=lambda one: (len(beside[one]), order.index(one))):
        if not beside[each] & distinct:
            distinct.add(each)
    return len(distinct)
