"""What kind of thing a content says: what happened, who did it, how many, what should be done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.drafts import Aspect
from probatum.read.builtin.english.callings import ARMED, BODIES, GROUPS, OFFICES, singular
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.proposition_words import (
    AS_QUOTED,
    AWAY,
    BLAME,
    BY_SIDE,
    CALLED,
    COUNTED_FIRST,
    EVENT_BEHIND,
    EVENT_FIRST,
    EVENT_KILLS,
    FATE,
    GIVEN_A_NAME,
    IDENTITY,
    INTENT,
    LEGAL,
    LOSSES_TOLD,
    MEASURE,
    MEMBERSHIP,
    NAMED_FORCE,
    NAMED_HIM,
    NUMBER_FIRST,
    OF_A_COUNT,
    OF_AN_EVENT,
    OPINION,
    ORIGIN,
    OUR_SIDE,
    PLACED,
    PRESENCE,
    REVILING,
    SIDES,
    STAGED,
    STATUS,
    TAKEN,
    TIME,
    WEAPON,
)
from probatum.read.builtin.english.triggers import Trigger
from probatum.read.contract import PropositionType
from probatum.read.found import FigureFound, Mark

_LONGEST = 1_000
_COUNTING = re.compile(r"(?:puts?|putting|ma[kd]\w* it|count\w*|tall\w+|ha[sd] it at|record\w*)$")
_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?)\b")
_COUNTABLE = (
    GROUPS
    | OFFICES
    | frozenset(
        "death body inhabitant case name patient round shell strike attack incident house home "
        "grave victim casualty dead killed wounded injured missing those them us village "
        "school".split()
    )
)
_LOSSES = frozenset({"killed", "injured", "missing", "displaced", "bodies-found", "casualties"})
_DECLINED: tuple[tuple[re.Pattern[str], PropositionType], ...] = (
    (re.compile(r"\bwho\b|\bname\b"), "identity"),
    (re.compile(r"\baccus|\bblame|\brespons", re.IGNORECASE), "attribution"),
    (re.compile(r"^(?:to )?(?:comment|answer)\b"), "measure"),
    (re.compile(r"^whether\b"), "occurrence"),
)
_NO_DEED = frozenset({"found-bodies", "rescue", "evacuation"})
_DEEDS = frozenset({"detention", "forced-transfer", "pillage", "torture"})
_ASKING: frozenset[Stance] = frozenset({"calls_for", "commits_to"})
_UNNAMED = frozenset("they he she it who we you i someone somebody whoever one".split())


def proposition_of(
    content: str,
    stance: Stance,
    denies: Aspect | None,
    cue: str,
    told: Sequence[tuple[Sentence, Trigger]],
    figures: Sequence[FigureFound],
    start: int,
    *,
    deed: bool = False,
) -> PropositionType:
    """Return the proposition type of a content that begins at ``start`` of the text.

    ``told`` are the triggers in it, ``figures`` the figures; ``deed``: it says what people did.
    """
    content = content[:_LONGEST]
    by_stance = _by_stance(content, stance, denies, cue, told)
    if by_stance is not None:
        return by_stance
    by_side = BY_SIDE.search(content) is not None and stance not in ("condemns", "denies")
    if by_side and not LEGAL.search(content):
        return "attribution"
    told_of = EVENT_FIRST.match(content) or EVENT_BEHIND.match(content) or (
        EVENT_KILLS.match(content)
    )  # fmt: skip
    if told_of and stance not in ("denies", "disputes"):
        return "occurrence"
    legal = LEGAL.search(content)
    if legal and "target" not in content and stance not in ("denies", "condemns") and not figures:
        return "characterisation"
    by_cue = _by_cue(content, cue, told)
    if by_cue is not None:
        return by_cue
    condemned = stance == "condemns"
    losses = any(one.measure in _LOSSES for one in figures)
    if losses and not condemned and LOSSES_TOLD.search(content):
        return "figure"
    if NAMED_FORCE.search(content) and not condemned:
        return "attribution"
    does = _does(told)
    if (BLAME.search(content) or ORIGIN.search(content)) and not condemned:
        return "attribution"
    if _is_count(content, [one.mark for one in figures], start) and does is None:
        return "figure"
    if INTENT.search(content):
        return "intent"
    if does is not None and stance != "denies":
        return does
    counted = stance != "denies" and not (deed and not figures) and _counts_first(content)
    if (figures and not told) or counted:
        return "figure"
    if NAMED_HIM.search(content):
        return "identity"
    if cue and re.match(r"call|brand|describ|label", cue) and CALLED.match(content) and not told:
        return "identity"
    if AWAY.search(content):
        return "event_place"
    if FATE.search(content):
        return "status"
    if TAKEN.search(content) or any(set(one.types) & _DEEDS for _, one in told):
        return "act"
    for pattern, kind in _BY_WORDS:
        if pattern.search(content) and not (told and kind in ("opinion", "measure", "involvement")):
            return kind
    return "act" if deed and not told else "occurrence"


def _by_stance(
    content: str, stance: Stance, denies: Aspect | None, cue: str,
    told: Sequence[tuple[Sentence, Trigger]],
) -> PropositionType | None:  # fmt: skip
    """Return the type that the stance alone decides."""
    if stance in _ASKING:
        return "measure"
    if stance in ("denies", "disputes") and denies is not None:
        if denies == "scale":
            return "figure"
        if denies == "attribution":
            if INTENT.match(content):
                return "intent"
            return "involvement" if PRESENCE.search(content) else "attribution"
    if stance == "claims_responsibility" or (stance == "denies" and OUR_SIDE.search(content)):
        return "attribution"
    if stance == "acknowledges" and PRESENCE.search(content):
        return "involvement"
    if stance == "acknowledges" and any(one.types for _, one in told):
        return "attribution"
    if stance == "condemns":
        labelled = re.match(r"brand|call|describ|label", cue) or REVILING.search(content)
        return "characterisation" if labelled else "occurrence"
    if stance == "declines_to_comment":
        for pattern, kind in _DECLINED:
            if pattern.search(content):
                return kind
        return "act"
    return None


def _by_cue(
    content: str, cue: str, told: Sequence[tuple[Sentence, Trigger]]
) -> PropositionType | None:
    """Return the type that the verb of saying decides."""
    if not cue:
        return None
    if re.search(r"blam|accus|attribut|held .* responsible|point", cue, re.IGNORECASE):
        return "intent" if STAGED.search(content) else "attribution"
    if re.match(r"describ|call|character|label", cue):
        if AS_QUOTED.search(content) and OF_AN_EVENT.match(content):
            return "characterisation"
        if GIVEN_A_NAME.search(content) or (AS_QUOTED.search(content) and not told):
            return "opinion"
    if re.match(r"voic|express", cue) and not told:
        return "opinion"
    if re.match(r"(?:plac|dat|tim)(?:e|es|ed|ing)$", cue):
        return "event_time"
    if re.match(r"recogni[sz]", cue):
        return "identity"
    if _COUNTING.match(cue) and _NUMBER.search(content):
        return "figure"  # "the mayor makes it 41"
    return None


def _counts_first(content: str) -> bool:
    """Say whether a content begins with how many people, cases or things there are."""
    if COUNTED_FIRST.match(content) or OF_A_COUNT.match(content):
        return True
    number = NUMBER_FIRST.match(content)
    if number is None:
        return False
    behind = content[number.end() :].split()[:3]
    if not behind:
        return True
    return any(singular(word.strip(",.;:")) in _COUNTABLE for word in behind)


_BY_WORDS: tuple[tuple[re.Pattern[str], PropositionType], ...] = (
    (MEMBERSHIP, "membership"), (STATUS, "status"), (WEAPON, "weapon"), (IDENTITY, "identity"),
    (TIME, "event_time"), (PLACED, "event_place"), (MEASURE, "measure"),
    (PRESENCE, "involvement"), (OPINION, "opinion"),
)  # fmt: skip


def _is_count(content: str, figures: Sequence[Mark], start: int) -> bool:
    """Say whether a number is the point: it stands early, or is what the verb says."""
    for mark in figures:
        before = content[: max(0, mark.start - start)].rstrip()
        clause = re.search(r",\s*(?:\w+ )?$|,\s*\w+ing$", content[: max(0, mark.start - start)])
        number_first = len(before) < 0.5 * len(content)
        if number_first or (mark.end - mark.start) > 0.35 * len(content):
            return True
        if clause is None and not content[mark.start - start :].split(" ", 1)[0].endswith("ing"):
            return True
    return False


def _does(told: Sequence[tuple[Sentence, Trigger]]) -> PropositionType | None:
    """Say whether somebody named did it (attribution), or somebody not named (act)."""
    best: PropositionType | None = None
    for sentence, trigger in told:
        if trigger.agent is None or set(trigger.types) <= _NO_DEED:
            continue
        words = sentence.words
        noun = words[trigger.agent]
        low = sentence.reaches[trigger.agent][0]
        high = min(sentence.reaches[trigger.agent][1], trigger.agent + 5)
        named = any(
            word.tag.startswith("NNP") or word.entity in ("NORP", "ORG", "GPE")
            for word in words[low : high + 1]
        )
        head = singular(noun.lower)
        if named and (head in ARMED | BODIES or noun.tag.startswith("NNP")):
            return "attribution"
        if head in SIDES and words[low].lower in ("the", "their", "our") and not trigger.noun:
            return "attribution"
        if noun.lower in _UNNAMED or head in ARMED or head in ("man", "people"):
            best = "act"
    return best
