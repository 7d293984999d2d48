"""Denials and disputes: which proposition each one is about, and which side of it."""

from __future__ import annotations

from collections.abc import Iterator

from probatum.model.nouns.assertions import Assertion
from probatum.model.nouns.figures import Figure
from probatum.model.nouns.propositions import (
    Act,
    Attribution,
    Involvement,
    Occurrence,
    Proposition,
)
from probatum.model.tongue import later, say
from probatum.record.board import Known
from probatum.record.clashes import Aspect, Contradiction, side
from probatum.record.weighing import Claim, Weighed

_ASPECTS: dict[Aspect, tuple[type[Proposition], ...]] = {
    "occurrence": (Occurrence, Act), "attribution": (Attribution, Involvement), "scale": (Figure,),
}  # fmt: skip


def denials(weighed: Weighed) -> Iterator[Contradiction]:
    """Yield every denial and dispute with the propositions that it is about.

    A denial of the attribution of an occurrence contradicts its attributions, not the occurrence; a
    denial of its scale contradicts the figures. A denial certainly contradicts; a dispute does not
    say that it is false.
    """
    for claim in weighed.board.of(Assertion):
        if claim.record.stance in ("denies", "disputes"):
            proposition = weighed.subject(claim)
            if proposition is not None:
                yield _denial(weighed, claim, proposition)


def aspect_of(claim: Claim, proposition: Proposition) -> Aspect:
    """Say what a denial is about: as recorded, else by the noun of what it denies."""
    if claim.record.denies is not None:
        return claim.record.denies
    for aspect, kinds in _ASPECTS.items():
        if isinstance(proposition, kinds):
            return aspect
    return "other"


def denied(weighed: Weighed, claim: Claim, about: Known[Proposition]) -> list[Known[Proposition]]:
    """Return the propositions that a denial contradicts: what it is about, or what hangs on it."""
    aspect = aspect_of(claim, about.record)
    kinds = _ASPECTS.get(aspect)
    if kinds is None or isinstance(about.record, kinds):
        return [about]
    hanging = [
        known
        for kind in kinds
        for known in weighed.board.of(kind)
        if _hangs_together(weighed, about, known)
    ]
    return hanging or [about]


def _hangs_together(weighed: Weighed, a: Known[Proposition], b: Known[Proposition]) -> bool:
    """Say whether two propositions are about one act, or else about one incident as a whole."""
    acts = (getattr(a.record, "act", None), getattr(b.record, "act", None))
    if a.id in acts or b.id in acts:
        return True
    if acts[0] is not None or acts[1] is not None:
        return acts[0] == acts[1]
    one, other = a.record.incident, b.record.incident
    return one is not None and other is not None and weighed.same.same(one, other)


def _denial(weighed: Weighed, claim: Claim, about: Known[Proposition]) -> Contradiction:
    propositions = denied(weighed, claim, about)
    on_assertion = weighed.board.get(claim.record.about, Assertion)
    supporters = [each for known in propositions for each in weighed.supporters(known.id)]
    if on_assertion is not None:
        supporters = [on_assertion]
    aspect = aspect_of(claim, about.record)
    certain = claim.record.stance == "denies"
    refs = ", ".join(known.ref for known in propositions)
    says = later("{ref} denies {what} ({refs})") if certain else later(
        "{ref} disputes {what} ({refs})")  # fmt: skip
    why = say(says, ref=claim.ref, what=say(_WORDS[aspect]), refs=refs)
    if on_assertion is not None:
        why += ", " + say("as {ref} says it", ref=on_assertion.ref)
    doubts = []
    if not certain:
        doubts.append(say("a dispute does not say that it is false"))
    if not supporters:
        doubts.append(say("nobody here is recorded as claiming it now"))
    gone = weighed.withdrawn.get(claim.id)
    if gone is not None:
        doubts.append(say(_LATER[gone.how], ref=gone.by.ref))
    if doubts:
        why += "; " + ", ".join(doubts)
    return Contradiction(
        "denial" if certain else "dispute", "possible" if doubts else "certain",
        side(propositions, supporters), side([], [claim]), why, aspect,
    )  # fmt: skip


_WORDS: dict[Aspect, str] = {
    "occurrence": later("that it happened"), "attribution": later("who did it"),
    "scale": later("how many"), "other": later("what is said"),
}  # fmt: skip
_LATER = {
    "retracted": later("it was retracted later ({ref})"),
    "corrected": later("it was corrected later ({ref})"),
    "replaced": later("it was replaced later ({ref})"),
}  # fmt: skip
