"""One speaker over time: withdrawals, contrary stances, and other figures, times or places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probatum.model.nouns.assertions import Assertion
from probatum.model.nouns.statements import Statement
from probatum.model.tongue import later, say
from probatum.record.board import Known
from probatum.record.clashes import Contradiction, Kind, Side, side
from probatum.record.denials import denied
from probatum.record.weighing import Claim, Weighed, bearing, told_before

_HOW = {
    "retracted": later("{what} was retracted by {by}"),
    "corrected": later("{what} was corrected by {by}"),
    "replaced": later("{what} was replaced by {by}"),
}  # fmt: skip
_RETRACTS = later("{ref} retracts what {other} says, by another speaker or one who is not known")
_CORRECTS = later("{ref} corrects what {other} says, by another speaker or one who is not known")


def withdrawals(weighed: Weighed) -> Iterator[Contradiction]:
    """Yield what was retracted, corrected or replaced, with what did it.

    A retraction or correction by somebody who did not say it before is shown as well, as possible.
    """
    gone = weighed.withdrawn
    done = {each.by.id for each in gone.values()}
    for each in gone.values():
        kind: Kind = "retraction" if each.how == "retracted" else "correction"
        yield Contradiction(
            kind, "certain", _claimed(weighed, each.what), _claimed(weighed, each.by, each.what),
            say(_HOW[each.how], what=each.what.ref, by=each.by.ref),
        )  # fmt: skip
    for claim in weighed.board.of(Assertion):
        if claim.id in done or claim.record.stance not in ("retracts", "corrects"):
            continue
        above = weighed.board.get(claim.record.about, Assertion)
        others = [above] if above is not None else []
        if above is None and claim.record.stance == "retracts":
            others = [c for c in weighed.board.about(claim.record.about) if c.id != claim.id]
            others = [c for c in others if bearing(c.record.stance) == "supports"]
        for other in others:
            yield Contradiction(
                "retraction" if claim.record.stance == "retracts" else "correction", "possible",
                _claimed(weighed, other), _claimed(weighed, claim),
                say(_RETRACTS if claim.record.stance == "retracts" else _CORRECTS, ref=claim.ref,
                    other=other.ref),
            )  # fmt: skip


def changed_stances(weighed: Weighed) -> Iterator[Contradiction]:
    """Yield a speaker who supports a proposition at one time and denies or disputes it at another.

    What was withdrawn counts here too, unless one of the two withdrew the other: that is shown as
    a retraction or correction already.
    """
    for claim in weighed.board.of(Assertion):
        if claim.record.stance not in ("denies", "disputes"):
            continue
        about = weighed.subject(claim)
        if about is None or weighed.board.get(claim.record.about, Assertion) is not None:
            continue
        for known in denied(weighed, claim, about):
            supporting = [
                other
                for other in weighed.board.about(known.id)
                if bearing(other.record.stance) == "supports"
                and not _withdrew(weighed, claim, other)
            ]
            yield from _both_ways(weighed, claim, supporting, known.ref)


def _both_ways(
    weighed: Weighed, denial: Claim, supporting: list[Claim], ref: str
) -> Iterator[Contradiction]:
    """Yield a denial with the support of the same speaker, once for each speaker it may be."""
    speaker = weighed.speaker(denial)
    theirs = _by_speaker(weighed, supporting)
    for each in weighed.same.perhaps(weighed.same.root(speaker)) if speaker is not None else ():
        if each in theirs:
            first, second = _telling_pair(weighed, [denial], theirs[each])
            found = _by_one(weighed, first, second, say("a contrary stance towards {ref}", ref=ref))
            if found is not None:
                yield found


def same_speakers(weighed: Weighed, found: Iterable[Contradiction]) -> Iterator[Contradiction]:
    """Yield, of contradictions between values, those in which one speaker stands on both sides."""
    for each in found:
        ours, theirs = (
            _by_speaker(weighed, each.one.claims),
            _by_speaker(weighed, each.other.claims),
        )
        for one, claims in ours.items():
            for other in weighed.same.perhaps(one):
                if other in theirs:
                    first, second = _telling_pair(weighed, claims, theirs[other])
                    twice = _by_one(weighed, first, second, each.why, each)
                    if twice is not None:
                        yield twice


def _by_speaker(weighed: Weighed, claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        speaker = weighed.speaker(claim)
        if speaker is not None:
            found.setdefault(weighed.same.root(speaker), []).append(claim)
    return found


def _telling_pair(weighed: Weighed, ours: list[Claim], theirs: list[Claim]) -> tuple[Claim, Claim]:
    """Return a claim of each side: of statements that list one another if there are such."""
    for a in ours:
        for b in theirs if a.record.statement is not None else ():
            if _of_earlier_statement(weighed, a, b):
                return a, b
    return ours[0], theirs[0]


def _by_one(
    weighed: Weighed, a: Claim, b: Claim, what: str, of: Contradiction | None = None
) -> Contradiction | None:
    one, other = weighed.speaker(a), weighed.speaker(b)
    if one is None or other is None:
        return None
    judged = weighed.same.compare(one, other)
    if judged not in ("same", "undecided"):
        return None
    first, second, order = _in_order(a, b)
    kind: Kind = "earlier-statement" if _of_earlier_statement(weighed, a, b) else "one-speaker"
    certainty = "certain" if of is None else of.certainty
    why = say("one speaker, {order}: {what}", order=order, what=what)
    if judged == "undecided":
        certainty = "possible"
        why += "; " + say("whether the two speakers are one is undecided")
    return Contradiction(kind, certainty, _claimed(weighed, first), _claimed(weighed, second), why)


def _in_order(a: Claim, b: Claim) -> tuple[Claim, Claim, str]:
    if told_before(a.record.said_at, b.record.said_at):
        return a, b, say("first {one}, later {other}", one=a.ref, other=b.ref)
    if told_before(b.record.said_at, a.record.said_at):
        return b, a, say("first {one}, later {other}", one=b.ref, other=a.ref)
    first, second = sorted((a, b), key=lambda claim: (claim.index, claim.id))
    return first, second, say("{one} and {other} (which was said first is not known)",
                              one=first.ref, other=second.ref)  # fmt: skip


def _of_earlier_statement(weighed: Weighed, a: Claim, b: Claim) -> bool:
    one, other = a.record.statement, b.record.statement
    if one is None or other is None or one == other:
        return False
    return other in _earlier(weighed, one) or one in _earlier(weighed, other)


def _earlier(weighed: Weighed, statement: str) -> set[str]:
    found: set[str] = set()
    waiting = [statement]
    while waiting:
        known: Known[Statement] | None = weighed.board.get(waiting.pop(), Statement)
        for each in known.record.earlier if known is not None else ():
            if each not in found:
                found.add(each)
                waiting.append(each)
    return found


def _withdrew(weighed: Weighed, a: Claim, b: Claim) -> bool:
    for one, other in ((a, b), (b, a)):
        gone = weighed.withdrawn.get(one.id)
        if gone is not None and gone.by.id == other.id:
            return True
    return False


def _claimed(weighed: Weighed, claim: Claim, beside: Claim | None = None) -> Side:
    """Return a claim as a side, with what it is about unless the other side shows that."""
    about = weighed.subject(claim)
    if about is None or (beside is not None and weighed.subject(beside) == about):
        return side([], [claim])
    return side([about], [claim])
