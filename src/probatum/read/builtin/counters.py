"""What stands against what was said without a verb of denying: "It is a lie", "We saw them"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.builtin.denials import JUST_BEFORE, RECALLED, stems_of
from probatum.read.builtin.drafts import AssertionDraft
from probatum.read.builtin.wording import Wording

_LONGEST = 600
_LEAST_SHARED = 2  # stems, of what was not said just before
_BEHIND = 3
_SAYS = frozenset({"asserts", "reports", "acknowledges"})
_CLAIMS = frozenset({"asserts", "reports", "acknowledges", "claims_responsibility", "estimates"})


def countered(
    text: str, assertions: Sequence[AssertionDraft], wording: Wording
) -> list[tuple[int, int]]:
    """Return pairs of places: what says that it is not so, and the claim of another before it.

    "That is a lie", "the story was a film script" point to the claim just before; what negates
    ("There is no side door") shares words with it.
    """
    stems = [stems_of(text, one, wording) for one in assertions]
    order = sorted(range(len(assertions)), key=lambda at: assertions[at].content)
    found = []
    for place, at in enumerate(order):
        one = assertions[at]
        if one.stance not in _SAYS:
            continue
        words = text[one.content.start : min(one.content.end, one.content.start + _LONGEST)]
        belies = wording.belies.search(words) is not None
        negates = wording.negates.match(words) is not None
        if not belies and not negates:
            continue
        points = belies and wording.points_back.match(words) is not None
        before = [
            other for other in order[max(0, place - RECALLED) : place][::-1]
            if _is_of_another(one, assertions[other])
        ]  # fmt: skip
        for near, other in enumerate(before):
            shared = len(stems[at] & stems[other])
            if near < JUST_BEFORE and (points or shared) or shared >= _LEAST_SHARED:
                found.append((at, other))
                break
    return found


def _is_of_another(one: AssertionDraft, other: AssertionDraft) -> bool:
    """Say whether another speaker claims it, and not within one and the same content."""
    if other.stance not in _CLAIMS or other.speaker == one.speaker:
        return False
    inside = other.content.start < one.content.end and one.content.start < other.content.end
    return not inside


def belied(assertions: Sequence[AssertionDraft]) -> list[tuple[int, int]]:
    """Return pairs of places: what another admits shortly behind a denial, and the denial.

    "The ministry denied any role. Two officers conceded that the drone had gone astray."
    """
    order = sorted(range(len(assertions)), key=lambda at: assertions[at].content)
    found = []
    for place, at in enumerate(order):
        denial = assertions[at]
        if denial.stance != "denies" or denial.denies not in ("occurrence", "attribution"):
            continue
        for other in order[place + 1 : place + 1 + _BEHIND]:
            one = assertions[other]
            if one.stance == "acknowledges" and _is_of_another(denial, one) and (
                _of_one_event(denial, one)
            ):  # fmt: skip
                found.append((other, at))
                break
    return found


def _of_one_event(one: AssertionDraft, other: AssertionDraft) -> bool:
    mine = {each for each in one.about if each.kind == "incident"}
    theirs = {each for each in other.about if each.kind == "incident"}
    return bool(mine & theirs)
