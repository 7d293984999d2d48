"""Accounts of one event that cannot both be so although neither denies the other.

A cause that nobody wanted ("a short circuit") stands against an attack; an account that leaves no
harm or no guilt ("they left of their own free will", "they were fighters") against who tells of the
harm; a speaker who is accused and accuses somebody else against the accuser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.read.builtin.denials import MARKS, end_of_headline
from probatum.read.builtin.drafts import AssertionDraft
from probatum.read.builtin.wording import Wording

RECALLED = 40
_LONGEST = 600
_JUST_BEFORE = 2
_CLAIMS = frozenset({"asserts", "reports", "acknowledges", "claims_responsibility", "estimates"})
_DEEDS = frozenset({"occurrence", "attribution", "act", "figure", "involvement", "intent"})


def rivals(
    text: str, assertions: Sequence[AssertionDraft], named: Sequence[frozenset[int]],
    wording: Wording,
) -> list[tuple[int, int]]:  # fmt: skip
    """Return pairs of places: another account, and the one of the deed that it stands against.

    ``named`` are the entities that each content names.
    """
    headline = end_of_headline(text)
    order = sorted(range(len(assertions)), key=lambda at: assertions[at].content)
    mishaps = {at for at in order if _is_mishap(text, assertions[at], wording)}
    excuses = {at: _excused(text, assertions[at], wording) for at in order}
    found = []
    for place, at in enumerate(order):
        one = assertions[at]
        if one.stance not in _CLAIMS or one.voice == "own":
            continue
        near = [*order[max(0, place - RECALLED) : place], *order[place + 1 : place + 4]]
        fitting = [
            other for other in near
            if other not in mishaps and assertions[other].content.start >= headline
            and _tells_of_a_deed(one, assertions[other])
            and (_share_an_event(one, assertions[other])
                 or bool(excuses[at]) and other in order[max(0, place - _JUST_BEFORE) : place])
            and (at in mishaps and _is_deed(text, assertions[other], wording)
                 or not excuses[other] and any(
                     harm.search(text, *assertions[other].content) for harm in excuses[at]
                 )
                 or _accuses_back(one, named[at], assertions[other], named[other]))
        ]  # fmt: skip
        if fitting:
            found.append((at, min(fitting, key=lambda each: _rank(assertions[each]))))
    return found


def _rank(one: AssertionDraft) -> tuple[bool, int]:
    """Order accounts of a deed: who says by whom it was done comes before who only says it was."""
    return one.proposition not in ("attribution", "act", "intent"), one.content.start


def _accuses_back(
    one: AssertionDraft, mine: frozenset[int], other: AssertionDraft, theirs: frozenset[int]
) -> bool:  # fmt: skip
    """Say whether somebody who is accused accuses somebody else."""
    if one.proposition != "attribution" or other.proposition != "attribution":
        return False
    return one.speaker in theirs and one.speaker not in mine and bool(mine)


def _is_deed(text: str, one: AssertionDraft, wording: Wording) -> bool:
    words = text[one.content.start : one.content.end][:_LONGEST].lower().split()
    return any(wording.sort(word.strip(MARKS)) in wording.deeds for word in words)


def _is_mishap(text: str, one: AssertionDraft, wording: Wording) -> bool:
    """Say whether a content gives a cause that nobody wanted."""
    content = text[one.content.start : one.content.end]
    return one.stance in _CLAIMS and wording.mishap.search(content) is not None


def _excused(text: str, one: AssertionDraft, wording: Wording) -> list[re.Pattern[str]]:
    """Return the words of the harm that a content explains away; none if it does not."""
    start, end = one.content.start, min(one.content.end, one.content.start + _LONGEST)
    if one.stance not in _CLAIMS or wording.unexcused.search(text, start, end):
        return []
    return [harm for excuse, harm in wording.excuses if excuse.search(text, start, end)]


def _tells_of_a_deed(one: AssertionDraft, other: AssertionDraft) -> bool:
    """Say whether the other tells, by somebody else, of what was done."""
    if other.stance not in _CLAIMS or other.proposition not in _DEEDS:
        return False
    if other.speaker == one.speaker:
        return False
    # Who passes it on says the same.
    return not (other.content.start < one.content.end and one.content.start < other.content.end)


def _share_an_event(one: AssertionDraft, other: AssertionDraft) -> bool:
    mine = {each for each in one.about if each.kind == "incident"}
    return bool(mine & {each for each in other.about if each.kind == "incident"})
