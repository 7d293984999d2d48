"""Which assertion of the same text a denial or dispute is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probatum.read.builtin.drafts import AssertionDraft
from probatum.read.builtin.wording import Wording

RECALLED = 60
_LONGEST = 600
_STEM = 5
_LATER = 4  # what is denied mostly stands before the denial
MARKS = ".,;:!?()\"'“”‘’«»„"
_MOST_SHARED = 2
JUST_BEFORE = 2
_NO_EVENT = frozenset({"opinion", "measure", "characterisation", "identity", "membership"})
_NO_SIDE = frozenset({"occurrence", "figure", "status", "weapon", "act"})
_BLAMES = frozenset({"attribution", "act", "involvement", "intent"})
_SURE = 5
_SURE_OF_BLAME = 4
_SAME_WORDS = 3
_IN_A_ROW = 5
_WITHIN = 3
_NAMED = 3
_THE_NUMBER = 3  # "the figure of 14" is that of who gave 14
_SHORT = 3  # words: "the attack" is denied as a whole
_AGAINST = frozenset({"denies", "disputes", "corrects", "retracts", "declines_to_comment"})
_FOR = frozenset({"asserts", "reports", "estimates", "acknowledges", "claims_responsibility"})


@dataclass(frozen=True, slots=True)
class Denial:
    """Assertion ``at`` of a list is against assertion ``of``."""

    at: int
    of: int


def denied(
    text: str, assertions: Sequence[AssertionDraft], named: Sequence[frozenset[int]],
    wording: Wording,
) -> list[Denial]:  # fmt: skip
    """Return what each denial, dispute and refusal to comment is about.

    ``named`` are the entities that each content names. Of what others say about the same incident
    before it, or else after it, the likest is taken: the same content, an accusation of the
    denier, the same kind of proposition, the same words. What is withdrawn or corrected is the
    speaker's own.
    """
    found = []
    stems = [stems_of(text, one, wording) for one in assertions]
    headline = end_of_headline(text)
    order = sorted(range(len(assertions)), key=lambda at: assertions[at].content)
    telling = _telling(assertions, order)
    for place, at in enumerate(order):
        draft = assertions[at]
        if draft.stance not in _AGAINST:
            continue
        numbers = _numbers(text, draft) if draft.denies == "scale" else frozenset()
        pointing = wording.points_back.match(text, *draft.content) is not None
        retort = _is_retort(text, draft, wording)
        before = order[max(0, place - RECALLED) : place][::-1]
        after = order[place + 1 : place + 1 + RECALLED // 4]
        best: tuple[int, int] | None = None
        for near, other in enumerate([*before, *after]):
            common = len(stems[at] & stems[other])
            said_before = near < len(before)
            just_said = said_before and (
                near < JUST_BEFORE
                or pointing and near < _IN_A_ROW
                and _is_of_this_passage(text, assertions[other], draft)
            )  # fmt: skip
            worth = _worth(draft, assertions[other], named[other])
            if worth <= 0 and common >= (1 if near < JUST_BEFORE else _MOST_SHARED):
                worth = _SAME_WORDS if _may_be_denied(draft, assertions[other]) else 0
            if near < JUST_BEFORE and said_before:
                worth = max(worth, _put_right_at_once(draft, assertions[other], pointing=pointing))
                if retort and _may_be_called_a_lie(draft, assertions[other]):
                    worth = max(worth, _SURE_OF_BLAME) + _SURE
            if numbers and numbers & _numbers(text, assertions[other]):
                worth += _THE_NUMBER
            if worth <= 0 or _holds(assertions[other], draft):
                continue
            if assertions[other].proposition == "measure":
                continue
            if assertions[other].content.start < headline <= draft.content.start:
                worth -= 1  # the body of the text says it in full
            if assertions[other].speaker in named[at]:
                worth += _NAMED  # "the headman's number"
            if other in telling:
                worth -= 1  # that somebody said so is not denied
            worth += 2 * min(_MOST_SHARED, common)
            if just_said and pointing:
                worth += 4
            if not said_before:
                worth -= _LATER
            whole = (
                draft.denies == "occurrence"
                and draft.stance == "denies"
                and not pointing
                and not retort
                and said_before
            )
            rank = worth * 100 - (len(before) - near if whole else near)  # who first told of it
            if best is None or rank > best[0]:
                best = rank, other
        if best is not None and best[0] > 100 * (_least(text, draft, pointing=pointing) - 1):
            found.append(Denial(at, best[1]))
    return found


def _numbers(text: str, draft: AssertionDraft) -> frozenset[str]:
    """Return the numbers of a content that are written in digits."""
    words = text[draft.content.start : min(draft.content.end, draft.content.start + _LONGEST)]
    return frozenset(word.strip(MARKS) for word in words.split() if word[:1].isdigit())


def _telling(assertions: Sequence[AssertionDraft], order: Sequence[int]) -> set[int]:
    """Return the places of what only tells that somebody else said something."""
    return {
        at for place, at in enumerate(order)
        if any(
            assertions[inner].content.end <= assertions[at].content.end
            and assertions[inner].content != assertions[at].content
            and assertions[inner].speaker != assertions[at].speaker
            for inner in order[place + 1 : place + 1 + _WITHIN]
        )
    }  # fmt: skip


def _is_retort(text: str, draft: AssertionDraft, wording: Wording) -> bool:
    """Say whether a content is a short answer to what was said just before it: "Lies"."""
    return draft.stance in ("denies", "disputes") and (
        wording.retort.match(text, *draft.content) is not None
    )


def _may_be_called_a_lie(draft: AssertionDraft, other: AssertionDraft) -> bool:
    return other.stance in _FOR and other.speaker != draft.speaker and other.voice != "own"


def _is_of_this_passage(text: str, other: AssertionDraft, draft: AssertionDraft) -> bool:
    """Say whether at most one paragraph ends between two contents."""
    between = text[other.content.end : draft.content.start]
    return len(between) < _LONGEST and between.count("\n") <= len("\n\n")


def _may_be_denied(draft: AssertionDraft, other: AssertionDraft) -> bool:
    """Say whether one speaker's denial can be of another's claim, whatever incident each is of."""
    if draft.stance not in ("denies", "disputes") or other.stance not in _FOR:
        return False
    if draft.voice == other.voice == "own" or draft.proposition in ("opinion", "involvement"):
        return False
    return other.speaker != draft.speaker and _happened(other)


def _put_right_at_once(draft: AssertionDraft, other: AssertionDraft, *, pointing: bool) -> int:
    """Return how likely a draft speaks of what was said just before it, whatever that claims.

    "It says no civilian was harmed. The findings do not support that account": a denial disputed.
    """
    if draft.stance == "disputes" and pointing and other.stance == "denies":
        return _SURE_OF_BLAME if other.speaker != draft.speaker else 0
    if draft.stance == "corrects" and draft.voice == "own" and other.stance == "asserts":
        return _SURE_OF_BLAME if other.speaker == draft.speaker and other.voice != "own" else 0
    return 0


def _holds(other: AssertionDraft, draft: AssertionDraft) -> bool:
    """Say whether a content goes on over the denial itself ("12 killed as army denies role")."""
    mine, theirs = draft.content, other.content
    return theirs != mine and theirs.start <= mine.start and mine.end <= theirs.end


def _least(text: str, draft: AssertionDraft, *, pointing: bool) -> int:
    """Return how likely a pair must be: a denial of no one's words in particular has none."""
    if draft.stance in ("corrects", "retracts"):
        return 3  # something of it must be said again
    if draft.stance not in ("denies", "disputes"):
        return 1
    if draft.denies == "scale":
        return 1
    if draft.denies == "attribution":
        return _SURE_OF_BLAME
    words = text[draft.content.start : min(draft.content.end, draft.content.start + _LONGEST)]
    return 1 if len(words.split()) <= _SHORT and not pointing else _SURE


def stems_of(text: str, draft: AssertionDraft, wording: Wording) -> frozenset[str]:
    """Return the beginnings of the longer words of a content, and what they have in common."""
    words = text[draft.content.start : min(draft.content.end, draft.content.start + _LONGEST)]
    lower = [word.strip(MARKS).lower() for word in words.split()]
    plain = {
        wording.prefixes.sub("", word, count=1).removesuffix("s")[:_STEM] for word in lower
        if len(word) >= wording.shortest and word not in wording.empty
    }  # fmt: skip
    sorts = {sort for word in lower if (sort := wording.sort(word)) is not None}
    return frozenset(plain | sorts)


def end_of_headline(text: str) -> int:
    """Return where the first line ends if it is a headline: a line without a full stop."""
    end = text.find("\n", 0, _LONGEST)
    return end if end > 0 and text[end - 1] not in '.:”"' else 0


def _worth(draft: AssertionDraft, other: AssertionDraft, named: frozenset[int]) -> int:
    """Return how likely it is that ``draft`` is against ``other``; 0 for not at all."""
    if other.stance not in _FOR:
        return 0
    if other.voice == draft.voice == "own" and draft.stance not in ("corrects", "retracts"):
        return 0
    same_speaker = other.speaker == draft.speaker and other.speaker is not None
    if draft.stance in ("corrects", "retracts"):
        if not same_speaker or other.voice == "own" != draft.voice:
            return 0
        if draft.content.start <= other.content.start and other.content.end <= draft.content.end:
            return 6  # "withdrew a report that had given the number as 112"
        return 4 if draft.proposition == "figure" and other.figures else 1
    if same_speaker:
        return 0
    if other.content == draft.content:
        return 9
    accused = draft.speaker is not None and draft.speaker in named
    if not _shared(draft, other, accused=accused):
        return 0
    if draft.proposition == "involvement" and other.proposition in _NO_SIDE and not accused:
        return 0  # that it was there is denied, not that anything happened
    if draft.stance == "disputes" and draft.proposition == "opinion" and not draft.denies:
        return 0
    if draft.stance == "declines_to_comment":
        return 5 if accused else 1 if other.proposition == "attribution" else 0
    match draft.denies:
        case "attribution":
            if accused:
                return 6 if other.proposition in ("attribution", "act", "occurrence") else 4
            return 4 if other.proposition == "attribution" else 1 if _happened(other) else 0
        case "scale":
            return 5 if other.figures else 2 if other.proposition == "figure" else 0
        case _:
            if accused and other.proposition in _BLAMES:
                return 5
            return 4 if _happened(other) else 1


def _shared(draft: AssertionDraft, other: AssertionDraft, *, accused: bool) -> bool:
    """Say whether both are about one incident; a denial about none must answer an accusation."""
    mine = {each for each in draft.about if each.kind == "incident"}
    theirs = {each for each in other.about if each.kind == "incident"}
    return bool(mine & theirs) or accused or not (mine or theirs)


def _happened(other: AssertionDraft) -> bool:
    return other.proposition not in _NO_EVENT
