"""Numbers that count some of those counted before: "of whom 14 were children"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.figures.other_uses import fits
from probatum.read.figures.predicates import is_link
from probatum.read.figures.uncounted import PREPOSITIONS
from probatum.read.tokens import Token

_NEAR = 4
_MOST_ASIDE = 7
_MARKS = frozenset(",;:.()")
_AMONG = frozenset("among среди серед بين".split())
_DASHES = frozenset("-–—")
_DEAD = frozenset({"killed", "bodies-found"})
_FATAL = frozenset("mortally fatally смертельно".split())
_OF_THOSE = [[of, the] for of in ("of", "among") for the in ("those", "the", "these")]


def part_of(
    read: Sequence[Token], one: Counted, last: Measured | None, words: FigureWords
) -> Measured | None:
    """Read "of whom 14 were children", "including 3 medics": counted among the figure before."""
    if last is None:
        return _of_those(read, one, words)
    start = one.start
    introduced = words.parts.before(read, start)
    listed = last.part and is_link(read, last.end, one.start, words)
    if introduced is None and not listed:
        behind = words.parts_behind.at(read, one.number_end)
        if behind is None and not (
            _is_among(read, one, last)
            or _is_apposition(read, one, last)
            or _says_who(read, one, last, words)
            or _are_grave(read, one, last, words)
        ):
            return None
        end = behind[1] if behind else one.end
    else:
        end = one.end
    if (introduced is not None or end > one.end) and words.has_verb_first:
        opens = introduced[1] if introduced is not None else start
        verb = words.triggers.before(read, opens)
        is_body = verb is not None and verb[0].measure == "bodies-found"
        if (
            verb is not None
            and {"b", "v"} & set(verb[0].sides)
            and ("n" not in verb[0].sides or is_body)
        ):
            if fits(one, verb[0].measure):  # "توفي منهم أربعة"
                return Measured(one, verb[0].measure, verb[1], end, part=True)
    if one.trigger is not None:
        return Measured(one, one.trigger.measure, start, end, part=True)
    dies = words.triggers.at(read, end)
    if (
        one.head in ("bare", "other")
        and dies is not None
        and "v" in dies[0].sides
        and dies[1] - end > 1
        and (dies[0].measure != "injured" or last.measure not in _DEAD)
    ):
        return Measured(one, dies[0].measure, start, dies[1], part=True)  # "whom never came back"
    population, end = one.population, end
    step = end
    while step < len(read) and (
        read[step].word in words.auxiliaries or read[step].word in _DASHES | {"since"}
    ):
        step += 1
    if one.head == "bare":
        if noun := words.people.at(read, step):
            population, end = noun[0], noun[1]
        elif (
            (own := words.triggers.at(read, step))
            and set(own[0].sides) & {"v", "p", "n"}
            and own[0].measure.startswith("buildings") == last.measure.startswith("buildings")
            and (own[0].measure != "injured" or last.measure not in _DEAD)
        ):
            return Measured(one, own[0].measure, start, own[1], part=True)
        elif step < len(read) and read[step].word in words.gravely:
            measure = "killed" if read[step].word in _FATAL else "injured"
            return Measured(one, measure, start, step + 1, shares=True, part=True)
    if not fits(one, last.measure):
        return None
    changed = _with_population(one, population)
    return Measured(changed, last.measure, start, end, shares=True, part=True)


def among_next(
    read: Sequence[Token], one: Counted, following: Counted | None, words: FigureWords
) -> Measured | None:  # fmt: skip
    """Read "Nine children among 26 killed in strike": the whole comes behind its part."""
    if following is None or one.head != "people" or one.end >= len(read):
        return None
    if read[one.end].word not in _AMONG or following.start != one.end + 1:
        return None
    if one.amount.low >= following.amount.low:
        return None
    found = words.triggers.at(read, following.end)
    whole = following.trigger or (found[0] if found else None)
    if whole is None or not {"n", "v", "p"} & set(whole.sides) or not fits(one, whole.measure):
        return None
    return Measured(one, whole.measure, one.start, one.end, part=True)


def _of_those(read: Sequence[Token], one: Counted, words: FigureWords) -> Measured | None:
    """Read "Of those killed, 14 were police officers": whom the sentence before counted."""
    opens = [token.word for token in read[: one.start]]
    if opens[:2] not in _OF_THOSE or len(opens) > _NEAR or one.head != "bare":
        return None
    found = words.triggers.at(read, 2)
    step = one.end
    while step < len(read) and read[step].word in words.auxiliaries:
        step += 1
    noun = words.people.at(read, step)
    if found is None or noun is None or step == one.end or not fits(one, found[0].measure):
        return None
    return Measured(_with_population(one, noun[0]), found[0].measure, one.start, noun[1], part=True)


def _is_apposition(read: Sequence[Token], one: Counted, last: Measured) -> bool:
    """Read "41 civilians were killed: 23 men and 18 women"."""
    between = [token.word for token in read[last.end : one.start]]
    fewer = one.amount.low < last.counted.amount.low
    return between in ([":"], ["–"], ["—"]) and one.head == "people" and fewer and not last.part


def _says_who(read: Sequence[Token], one: Counted, last: Measured, words: FigureWords) -> bool:
    """Read "Of the 57 people killed, 21 were women": a bare number and to be, then who."""
    step = one.end
    while step < len(read) and read[step].word in words.auxiliaries:
        step += 1
    noun = words.people.at(read, step)
    near = one.start - last.end <= 2
    return one.head == "bare" and step > one.end and near and noun is not None


def _is_among(read: Sequence[Token], one: Counted, last: Measured) -> bool:
    """Read "Among the 19 dead were three paramedics"."""
    opens = read[max(0, last.start - 2) : last.start + 1]
    between = [token.word for token in read[last.end : one.start]]
    return between in (["were"], ["was"], ["are"]) and any(t.word == "among" for t in opens)


def _are_grave(read: Sequence[Token], one: Counted, last: Measured, words: FigureWords) -> bool:
    """Read "24 cooks were hurt, three critically": how grave a part of the hurt are."""
    between = [token.word for token in read[last.end : one.start]]
    if between and between[0] in PREPOSITIONS and _is_aside(between):
        between = between[-1:]  # "were hurt in the crush, fourteen seriously"
    apart = between in ([","], [",", "and"], ["("], [";"])
    grave = one.end < len(read) and read[one.end].word in words.gravely
    return one.head == "bare" and apart and grave and last.measure == "injured"


def _is_aside(between: Sequence[str]) -> bool:
    """Say whether a few words end with the only mark in them."""
    return len(between) <= _MOST_ASIDE and between[-1] == "," and not _MARKS.intersection(
        between[:-1]
    )  # fmt: skip


def _with_population(one: Counted, population: str) -> Counted:
    return Counted(
        one.start, one.number, one.number_end, one.end, one.amount, one.bound, one.is_own_bound,
        one.head, population, one.offset, one.trigger,
    )  # fmt: skip
