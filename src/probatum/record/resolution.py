"""Named rules by which an incident's page shows one value first where sources differ.

*newest*: what was stated last (as-of date of a figure, else when it was said). *widest*: the range
that holds everything stated. *most-origins*: what most distinct origins support. *best-graded*:
what the best graded source says. *analyst*: what an analyst's assessment graded. A rule that cannot
tell shows everything and says why. No rule removes anything.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal, TypeAlias, get_args

from probatum.model.nouns.figures import Figure
from probatum.model.nouns.judgements import Assessment
from probatum.model.nouns.propositions import Proposition
from probatum.model.nouns.sources import SourceGrade
from probatum.model.tongue import number, say
from probatum.model.values import When
from probatum.record.board import Known
from probatum.record.figures import bounds, widest
from probatum.record.origins import Origins
from probatum.record.weighing import Claim, Weighed, told_before
from probatum.record.whens import bounds_of

Rule: TypeAlias = Literal["newest", "widest", "most-origins", "best-graded", "analyst"]
RULES: tuple[Rule, ...] = get_args(Rule)
DEFAULT: Rule = "widest"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposition that answers a question, with those who support it and their origins."""

    proposition: Known[Proposition]
    claims: tuple[Claim, ...]
    origins: Origins


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule shows first (ids of propositions, several if it cannot tell), and why.

    ``words`` is the value itself where the rule makes one out of several, else None.
    """

    shown: tuple[str, ...]
    why: str
    words: str | None = None


def resolve(weighed: Weighed, rule: Rule, candidates: Sequence[Candidate]) -> Outcome:
    """Return which of the candidates a rule shows first; the order given does not matter."""
    ordered = sorted(candidates, key=lambda each: (each.proposition.index, each.proposition.id))
    if not ordered:
        return Outcome((), say("nobody is recorded as saying it"))
    if len(ordered) == 1:
        return Outcome((ordered[0].proposition.id,), say("the only one that somebody stands by"))
    return _RULES[rule](weighed, ordered)


def _all(candidates: Sequence[Candidate], why: str, words: str | None = None) -> Outcome:
    return Outcome(tuple(each.proposition.id for each in candidates), why, words)


def _newest(weighed: Weighed, candidates: Sequence[Candidate]) -> Outcome:
    stated = [(each, _stated_at(each)) for each in candidates]
    dated = [
        (each, when) for each, when in stated if when is not None and bounds_of(when) is not None
    ]
    undated = [each for each in candidates if each not in [one for one, _ in dated]]
    newest = [
        each for each, when in dated if not any(told_before(when, other) for _, other in dated)
    ]
    why = say("several, of which none is certainly the last")
    if len(newest) == 1:
        why = say("stated last")
    if undated:
        refs = ", ".join(each.proposition.ref for each in undated)
        why = why + "; " if newest else ""
        why += say("of {refs} it is not known as of when, or when it was said, so they stay in "
                   "front", refs=refs)  # fmt: skip
    return _all([each for each in candidates if each in newest or each in undated], why)


def _stated_at(candidate: Candidate) -> When | None:
    """Return the as-of date of a figure, else when it was last said; None if that is not known."""
    record = candidate.proposition.record
    if isinstance(record, Figure):
        return record.as_of
    said = [claim.record.said_at for claim in candidate.claims]
    known = [when for when in said if when is not None and bounds_of(when) is not None]
    last = [when for when in known if not any(told_before(when, other) for other in known)]
    return last[0] if last else None


def _widest(weighed: Weighed, candidates: Sequence[Candidate]) -> Outcome:
    found: list[tuple[float, float]] = []
    scopes = set()
    for each in candidates:
        record = each.proposition.record
        if not isinstance(record, Figure):
            return _all(candidates, say("all that is stated"))
        known = weighed.board.get(each.proposition.id, Figure)
        number = bounds(weighed, known) if known is not None else None
        if number is None:
            return _all(candidates, say("all that is stated; not every figure has a number"))
        found.append(number)
        period = record.period.edtf or record.period.text if record.period else None
        place = weighed.same.root(record.place) if record.place else None
        scopes.add((record.population, record.counting_unit, place, period))
    if len(scopes) > 1:
        why = say("all that is stated; they do not count over one place and period")
        return _all(candidates, why)
    low, high = widest(found)
    least = max(low for low, _ in found)
    why = say("the range that holds all that is stated")
    return _all(candidates, why, _range(low, high, least))


def _range(low: float, high: float, least: float) -> str:
    if high == inf:
        return say("from {low} to at least {least}, without an upper bound", low=number(low),
                   least=number(least))  # fmt: skip
    return say("from {low} to {high}", low=number(low), high=number(high))


def _most_origins(weighed: Weighed, candidates: Sequence[Candidate]) -> Outcome:
    best = max(each.origins.low for each in candidates)
    most = [each for each in candidates if each.origins.high >= best]
    if len(most) == 1:
        return Outcome(
            (most[0].proposition.id,),
            say("{n} distinct origins at least", n=most[0].origins.low),
        )
    return _all(
        most, say("several, of which none certainly has more distinct origins than the others")
    )


def _best_graded(weighed: Weighed, candidates: Sequence[Candidate]) -> Outcome:
    grades: dict[str, list[Known[SourceGrade]]] = {}
    for known in weighed.board.of(SourceGrade):
        if known.record.reliability in "ABCDE":  # F: cannot be judged; not-graded: nobody did
            grades.setdefault(weighed.same.root(known.record.source), []).append(known)
    ranked = []
    for each in candidates:
        hands = {group.hand for group in each.origins.groups if group.hand is not None}
        found = [known for hand in sorted(hands) for known in grades.get(hand, ())]
        if found:
            found.sort(key=lambda known: (known.record.reliability, known.index, known.id))
            ranked.append((found[0].record.reliability, each, found[0]))
    if not ranked:
        return _all(candidates, say("all are shown: no source of theirs is graded A to E"))
    best = min(grade for grade, _, _ in ranked)
    chosen = [(each, known) for grade, each, known in ranked if grade == best]
    why = "; ".join(
        say(
            'a source graded {grade} on "{topic}" ({ref})',
            grade=best,
            topic=known.record.topic,
            ref=known.ref,
        )
        for _, known in chosen
    )
    if len(ranked) < len(candidates):
        why += "; " + say("not all sources are graded")
    return _all([each for each, _ in chosen], why)


def _analyst(weighed: Weighed, candidates: Sequence[Candidate]) -> Outcome:
    by_id = {each.proposition.id: each for each in candidates}
    assessments = weighed.board.of(Assessment)
    replaced = {known.record.supersedes for known in assessments}
    chosen: dict[str, Known[Assessment]] = {}
    for known in assessments:
        wanted = known.record.dimension in ("incident-grade", "credibility")
        if wanted and known.record.target in by_id and known.id not in replaced:
            chosen[known.record.target] = known
    if not chosen:
        return _all(candidates, say("all are shown: no analyst assessed one of them"))
    why = "; ".join(
        say(
            '"{value}" by {who} ({ref}): {reasons}',
            value=known.record.value,
            who=known.by,
            ref=known.ref,
            reasons=known.record.reasons,
        )
        for known in chosen.values()
    )
    return _all([by_id[each] for each in by_id if each in chosen], why)


_RULES: dict[Rule, Callable[[Weighed, Sequence[Candidate]], Outcome]] = {
    "newest": _newest, "widest": _widest, "most-origins": _most_origins,
    "best-graded": _best_graded, "analyst": _analyst,
}  # fmt: skip
