"""How what one text says hangs together: what assertions are about, deny and contradict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.read.builtin.contradictions import contradictions_of
from probatum.read.builtin.counters import belied, countered
from probatum.read.builtin.denials import Denial, denied, stems_of
from probatum.read.builtin.drafts import (
    Aspect,
    AssertionDraft,
    ContradictionDraft,
    FigureDraft,
    Target,
)
from probatum.read.builtin.rivals import rivals
from probatum.read.builtin.wording import Wording
from probatum.read.contract import PropositionType

_LONGEST = 80
_FEW = 5  # words
_DENYING = frozenset({"denies", "disputes", "retracts", "acknowledges"})
_UNDENIED: frozenset[PropositionType] = frozenset({"occurrence", "measure", "opinion", "status"})


def related(
    text: str, assertions: Sequence[AssertionDraft], figures: Sequence[FigureDraft],
    named: Sequence[frozenset[int]], wording: Wording,
) -> tuple[list[AssertionDraft], list[ContradictionDraft]]:  # fmt: skip
    """Return the assertions with what they are about, and what cannot both be so.

    ``named`` are the entities that each content names.
    """
    drafts = [_with_figures(one, figures) for one in assertions]
    denials = denied(text, drafts, named, wording)
    for each in denials:
        one = drafts[each.at]
        drafts[each.at] = replace(one, about=(*one.about, Target("assertion", each.of)))
    _of_the_kind_denied(text, drafts, denials, wording)
    against = contradictions_of(text, drafts, figures, denials, wording)
    known = {frozenset(each.between) for each in against}
    answered = {each.between[0] for each in against}
    for one_at, other in countered(text, drafts, wording):
        pair = (Target("assertion", one_at), Target("assertion", other))
        if frozenset(pair) not in known and pair[0] not in answered:
            known.add(frozenset(pair))
            against.append(ContradictionDraft(pair, "denial"))
    for one_at, other in belied(drafts):
        pair = (Target("assertion", one_at), Target("assertion", other))
        answers = _answers(text, drafts[other], drafts[one_at], wording)
        if answers and frozenset(pair) not in known:
            known.add(frozenset(pair))
            against.append(ContradictionDraft(pair, "denial"))
    for one_at, other in rivals(text, drafts, named, wording):
        pair = (Target("assertion", one_at), Target("assertion", other))
        if frozenset(pair) not in known:
            against.append(ContradictionDraft(pair, "dispute"))
    return drafts, against


def _answers(text: str, denial: AssertionDraft, admitted: AssertionDraft, wording: Wording) -> bool:
    """Say whether what is admitted is of what is denied: told at once, or in words of it."""
    at_once = "\n" not in text[denial.content.end : admitted.content.start]
    return at_once or not stems_of(text, denial, wording).isdisjoint(
        stems_of(text, admitted, wording)
    )


def _of_the_kind_denied(
    text: str, drafts: list[AssertionDraft], denials: Sequence[Denial], wording: Wording
) -> None:
    """Give "denied that", "called the charge absurd" the kind of what they deny."""
    for each in denials:
        one, of = drafts[each.at], _accusing(drafts, each.of)
        words = text[one.content.start : min(one.content.end, one.content.start + _LONGEST)]
        if one.stance in _DENYING and len(words.split()) <= _FEW and (
            (wording.points_back.match(words) or wording.retort.match(words))
            and of.proposition not in _UNDENIED
            and (one.proposition != "attribution" or of.proposition == "intent")
        ):  # fmt: skip
            blames = of.proposition == "attribution" and one.stance in ("denies", "disputes")
            denies: Aspect | None = "attribution" if blames else one.denies
            drafts[each.at] = replace(one, proposition=of.proposition, denies=denies)


def _accusing(drafts: Sequence[AssertionDraft], at: int) -> AssertionDraft:
    """Return the first of what was said in one breath: "that they fired and that 14 died"."""
    while at and drafts[at - 1].cue is not None and drafts[at - 1].cue == drafts[at].cue:
        at -= 1
    return drafts[at]


def _with_figures(one: AssertionDraft, figures: Sequence[FigureDraft]) -> AssertionDraft:
    """Let an assertion be about its figures and their incidents; totals alone are about none."""
    local = [figures[at].incident for at in one.figures]
    incidents = [each for each in local if each is not None]
    compares = any(figures[at].found.number is None for at in one.figures)
    about = list(one.about)
    if one.figures and not incidents and not compares:
        about = [each for each in about if each.kind != "incident"]
    about += [Target("incident", each) for each in incidents]
    about += [Target("figure", at) for at in one.figures]
    return replace(one, about=tuple(dict.fromkeys(about)))
