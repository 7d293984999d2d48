"""What a number counts: from the noun behind it, the verb before it, the predicate that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.read.figures.boarding import boarded
from probatum.read.figures.carrying import carried
from probatum.read.figures.complements import captive, complemented, wiped_out
from probatum.read.figures.fates import says_itself, speaks, turned_up
from probatum.read.figures.framing import Counted
from probatum.read.figures.freeing import freed
from probatum.read.figures.gapping import dead_elsewhere, gapped
from probatum.read.figures.giving import given_anew
from probatum.read.figures.gunmen import taken_by_gunmen
from probatum.read.figures.lexicon import FigureWords, Trigger
from probatum.read.figures.listing import listed
from probatum.read.figures.measured import Measured
from probatum.read.figures.naming import QUOTES
from probatum.read.figures.objects import is_list_of_objects
from probatum.read.figures.other_uses import fits, is_other_use
from probatum.read.figures.parts import among_next, part_of
from probatum.read.figures.predicates import behind, is_link
from probatum.read.figures.whereabouts import nobody_knows_where
from probatum.read.tokens import Token

_FAR = 16
_FAR_VERB = 22
_NEAR = 4
_CLOSE = 5
_ASIDE = 8
_OUT_OF = frozenset("of із з из من".split())
_CUTS = frozenset("; : . وان ان بان وبان что що".split())
_HEADS = frozenset("-–—:")
_TO_TOTALS = frozenset(
    "at to as of by from is was stands stood now do стали стало стал до на с со з із зі як как "
    "сягнула сягає وصل الي".split()
)
_HELD = frozenset({"detained", "abducted"})
_MODALS = frozenset("could may might will would can может мог могло може могло уже вже قد".split())
_LEADS_ON = frozenset("of to in at by from with among as than over including all both".split())
_ONWARDS = frozenset("from reaching to which at".split())
_PUTS = frozenset("put puts putting".split())


def measured_in(
    read: Sequence[Token], all_counted: Sequence[Counted], words: FigureWords,
    earlier: str | None = None,
) -> list[Measured]:  # fmt: skip
    """Return the numbers whose measure is said, in order; ``earlier`` is that of figures before."""
    found: list[Measured] = []
    for index, one in enumerate(all_counted):
        last = found[-1] if found else None
        before = all_counted[index - 1] if index else None
        following = all_counted[index + 1] if index + 1 < len(all_counted) else None
        if before is not None and one.start < before.end and not says_itself(read, one, words):
            continue  # "six of | the ten hostages" were released
        if (free := freed(read, one, words, earlier if last is None else last.measure)) is not None:
            found.append(free)
            continue
        if speaks(read, one, words) or words.meets.before(read, one.start) is not None:
            continue
        made = (
            complemented(read, one, words)
            or boarded(read, one, words)
            or nobody_knows_where(read, one, words)
            or _among_victims(read, one, last, words)
            or among_next(read, one, following, words)
            or part_of(read, one, last, words)
            or _total(read, one, before, words)
            or _said_by_noun(read, one, before, words)
            or _near_before(read, one, before, words)
            or dead_elsewhere(read, one, last, words)
            or behind(read, one, following, words)
            or listed(read, one, last, words)
            or gapped(read, one, last, words)
            or given_anew(read, one, last, words)
            or _far_before(read, one, before, words)
            or carried(read, one, last, earlier, words)
            or captive(read, one, words)
            or wiped_out(read, one, words)
        )
        if made is not None and not turned_up(read, made, words):
            found.append(taken_by_gunmen(read, made))
    return found


def _total(
    read: Sequence[Token], one: Counted, before: Counted | None, words: FigureWords
) -> Measured | None:
    """Read "the toll has climbed to 27, with 60 people missing": 27 belongs to the toll."""
    lead = _led_by(read, one)
    if one.head != "bare" or lead < 0 or read[lead].word not in _TO_TOTALS:
        return None
    if not any(words.changes.at(read, at) for at in range(max(0, lead - 2), one.start)):
        return None
    found = _far_before(read, one, before, words)
    return found if found is not None and found.is_total else None


def _led_by(read: Sequence[Token], one: Counted) -> int:
    """Return the token before a number and its bound, over the mark that opens their quotation."""
    quoted = one.start > 1 and read[one.start - 1].word in QUOTES
    return one.start - 1 - quoted


def _said_by_noun(
    read: Sequence[Token], one: Counted, before: Counted | None, words: FigureWords
) -> Measured | None:
    """Read "12 dead", "12 civilians killed", "1,408 civilian deaths"."""
    if one.trigger is None:
        return None
    near = _near_before(read, one, before, words)
    noun = one.trigger
    if near is not None and near.measure != noun.measure and "t" not in noun.sides:
        if "p" in noun.sides or read[one.number_end].word in _OUT_OF:
            return near  # "помер один із поранених"
    if words.titles and noun.measure in _HELD and read[one.number_end].word == "من":
        far = _far_before(read, one, None, words)
        if far is not None and far.measure != noun.measure:
            return far  # "أعدم المسلحون سبعة من الأسرى"
    start = one.start
    if near is not None and near.measure == noun.measure:
        start = near.start
    measure = noun.measure
    dies = words.triggers.at(read, _behind_auxiliaries(read, one.end, words))
    if dies is not None and dies[0].measure == "killed" and "v" in dies[0].sides:
        some = words.has_verb_first and words.parts_behind.at(read, dies[1] + 1)
        if not some:  # and not "41 جريحا توفي | ثلاثة منهم"
            return Measured(one, "killed", start, dies[1])
    if measure in _HELD and (fate := _fate_of_held(read, one, words)) is not None:
        return fate
    if measure == "killed" and near is not None and near.measure == "bodies-found":
        measure = near.measure
    return Measured(one, measure, start, one.end)


def _behind_auxiliaries(read: Sequence[Token], at: int, words: FigureWords) -> int:
    """Return the verb of "four of the injured | had since | succumbed to their wounds"."""
    step = at
    while not words.titles and step < len(read) and (
        read[step].word in words.auxiliaries or (step > at and read[step].word == "since")
    ):  # fmt: skip
        step += 1
    return step


def _among_victims(
    read: Sequence[Token], one: Counted, last: Measured | None, words: FigureWords
) -> Measured | None:  # fmt: skip
    """Read "загинули троє охоронців та один ув'язнений": a prisoner in a list of the dead."""
    if one.trigger is None or one.trigger.measure not in _HELD or last is None:
        return None
    if words.people.at(read, one.number_end) is None:
        return None
    if last.counted.head != "people" or last.measure in _HELD:
        return None
    if last.end > one.start or not is_link(read, last.end, one.start, words):
        return None
    if last.end > last.counted.end:  # "12 people died and three hostages were freed"
        return None
    return Measured(one, last.measure, one.start, one.end, shares=True)


def _ends_noun(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Say whether a noun of those counted ends before a token."""
    found = words.triggers.before(read, at)
    if found is None or "n" not in found[0].sides:
        return False
    return words.not_before.at(read, found[1] - 1) is None  # "возраст погибших — 19"


def _fate_of_held(read: Sequence[Token], one: Counted, words: FigureWords) -> Measured | None:
    """Read "214 معتقلا لا يزالون في عداد المفقودين": what became of those once held."""
    step = one.end
    while step < len(read) and read[step].word in words.auxiliaries:
        step += 1
    found = words.triggers.at(read, step)
    said = step > one.end or (words.titles and read[one.start - 1].word in words.auxiliaries)
    if not said or found is None or "v" not in found[0].sides:
        return None
    if found[0].measure not in ("killed", "missing"):
        return None
    return Measured(one, found[0].measure, one.start, found[1])


def _near_before(
    read: Sequence[Token], one: Counted, before: Counted | None, words: FigureWords
) -> Measured | None:
    """Read "killed 12", "wounding at least 30", "загинули щонайменше 7", "toll rose to 25"."""
    at = one.start
    for _ in range(_NEAR):
        found = words.triggers.before(read, at)
        if found is not None and before is not None and found[1] < before.end <= at:
            return None  # "из 214 задержанных | 180 отпущены": the noun of the number before
        if (
            found is not None
            and set(found[0].sides) & {"b", "t"}
            and fits(one, found[0].measure)
            and not is_other_use(read, one, one.end, found[0], words)
        ):
            if one.head == "other" and "x" in found[0].sides:
                return None
            if _is_active(read, found, one, words):
                measure = found[0].measure
                if "m" in found[0].sides and any(
                    token.word == "away" or token.word in words.jails
                    for token in read[one.end : one.end + _CLOSE]
                ):
                    measure = "detained"  # "took nineteen men away", "drove them to a quarry"
                one = _bounded_total(read, one, found[1], words)
                return Measured(one, measure, found[1], one.end, by_own_verb=True)
            return None
        if at == 0:
            return None
        word = read[at - 1].word
        aside = words.has_verb_first or words.participle_needs_auxiliary and at == one.start
        if word == "," and aside:
            opens = _opening_comma(read, at - 1, _ASIDE if words.has_verb_first else _CLOSE)
            if opens is not None and words.has_verb_first and not words.according.at(
                read, opens + 1
            ):  # fmt: skip
                opens = None  # "раненых, по словам врача, было 17"
            if opens is not None and words.triggers.before(read, opens) is not None:
                at = opens  # "killing, by one count, four mourners"
                continue
        heads = words.has_verb_first and word in _HEADS and at == one.start
        if heads and one.head != "other" and _ends_noun(read, at - 1, words):
            at -= 1  # "погибших — 7", "зниклих: 3"
            continue
        passes = (
            word in QUOTES or word in words.small or word in words.more or word in words.auxiliaries
        )
        if not passes and not words.bounds.before(read, at):
            return None
        at -= 1
    return None


def _opening_comma(read: Sequence[Token], closing: int, reach: int) -> int | None:
    """Return the comma that opens what the comma ``closing`` closes, a few words before it."""
    for at in range(closing - 1, max(0, closing - reach), -1):
        if read[at].kind != "word":
            return at if read[at].word == "," else None
    return None


def _is_active(
    read: Sequence[Token], found: tuple[Trigger, int], one: Counted, words: FigureWords
) -> bool:
    """Say whether the verb before a number has it as its object or subject behind."""
    trigger, start = found
    if "n" in trigger.sides and "b" not in trigger.sides:
        return False
    return not (
        words.participle_needs_auxiliary
        and "p" in trigger.sides
        and start > 0
        and read[start - 1].word in ("were", "was", "been", "being", "are", "is")
        and one.number > start + 1
        and read[one.start - 1].kind == "mark"
    )


def _far_before(
    read: Sequence[Token], one: Counted, before: Counted | None, words: FigureWords
) -> Measured | None:
    """Read "the death toll from the strike has risen to 45", "killed in the strike were 12"."""
    first = before.number_end if before is not None else 0
    if one.head == "bare" and read[one.end - 1].word == "others":
        one = replace(one, head="people")
    far = _FAR_VERB if words.has_verb_first else _FAR
    listed = False
    for at in range(one.start - 1, max(first, one.start - far) - 1, -1):
        if read[at].word in _CUTS or (
            words.says.at(read, at)
            and not words.by.at(read, at)
            and read[at].word not in words.auxiliaries
            and words.changes.at(read, at) is None
        ):
            break
        if read[at].word in (",", "،") and not words.has_verb_first and at < one.start - 1:
            if read[one.start - 1].word == "and" and one.head in ("people", "other"):
                listed = True
                continue  # "killed a judge, her driver and two guards"
            if one.head == "bare" and read[at + 1].word in _ONWARDS:
                continue  # "the toll has risen steadily, from 15 on Monday"
            break
        trigger = words.triggers.at(read, at)
        if trigger is None or trigger[1] > one.start or {"d", "l"} & set(trigger[0].sides):
            continue  # not "the number of dead | has reached 73"
        if not fits(one, trigger[0].measure) or is_other_use(read, one, one.end, trigger[0], words):
            continue
        if "t" in trigger[0].sides and one.head != "bare" and _is_of_another(read, one, trigger[1]):
            continue
        counts = words.totals.before(read, at) or words.totals.before(read, at - 1)
        apposed = _is_apposed(read, one) and trigger[1] == one.start - 1
        changed = one.head == "bare" and (
            apposed or words.changes.at(read, one.start)
            or read[_led_by(read, one)].word in _TO_TOTALS or words.changes.at(read, one.start - 1)
            or (words.has_verb_first and any(
                words.changes.at(read, step) or words.by.at(read, step)
                for step in range(trigger[1], one.start)))
        )  # fmt: skip
        runs = one.head == "bare" and "n" in trigger[0].sides and (
            words.changes.at(read, trigger[1]) is not None
            and all(token.kind == "word" for token in read[trigger[1] : one.start])
            and one.start - trigger[1] <= _CLOSE
        )  # fmt: skip
        changed = changed or (
            one.head == "bare" and one.is_own_bound
            and all(token.word in _MODALS for token in read[trigger[1] : one.start])
        )  # fmt: skip
        put = any(token.word in _PUTS for token in read[max(0, at - 3) : at])
        stated = put and changed and "n" in trigger[0].sides
        if (
            "t" in trigger[0].sides
            and (changed or (one.head != "bare" and not listed))
            or ((counts or stated) and changed)
            or runs
        ):
            one = _bounded_total(read, one, at, words)
            return Measured(one, trigger[0].measure, at, one.end, is_total=True)
        plain = not {"x", "h", "m", "k"} & set(trigger[0].sides)
        if "b" in trigger[0].sides and (
            one.head in ("people", "buildings") or one.head == "other" and plain
        ):
            near = one.start - trigger[1] <= _CLOSE and all(
                token.kind == "word" for token in read[trigger[1] : one.start]
            )
            near = near or is_list_of_objects(read, trigger[1], one.start, words)
            if words.participle_needs_auxiliary and not _goes_on(read, one.start, words):
                return None  # "killed a goat and broke two windows"
            if one.head == "other" and (not near or one.amount.low == 1):
                return None
            if near or not words.participle_needs_auxiliary or "p" in trigger[0].sides:
                return Measured(one, trigger[0].measure, at, one.end)
        if "b" in trigger[0].sides and _is_one_more(read, one, trigger[1], words):
            return Measured(one, trigger[0].measure, at, one.end)
    return None


def _is_of_another(read: Sequence[Token], one: Counted, end: int) -> bool:
    """Say whether a count behind a total is another's: "among the dead from a village of 300"."""
    if one.start - end < _NEAR:
        return False
    return read[one.start - 1].word in ("of", "وله", "ولها", "له", "لها", "لديه")


def _bounded_total(
    read: Sequence[Token], one: Counted, at: int, words: FigureWords
) -> Counted:  # fmt: skip
    """Read "تجاوز عدد المفقودين 150": the bound stands before the number of the missing."""
    counts = words.totals.before(read, at)
    if not words.titles or counts is None or one.is_own_bound or one.amount.high is None:
        return one
    found = words.bounds.before(read, counts[1])
    if found is None or one.amount.low != one.amount.high:
        return one
    return replace(one, bound=found[0], is_own_bound=True)


def _is_one_more(read: Sequence[Token], one: Counted, at: int, words: FigureWords) -> bool:
    """Read "увезены в неизвестном направлении ещё | 29": a bare number, behind "more"."""
    return (
        words.has_verb_first and one.head == "bare" and one.number > 0
        and read[one.number - 1].word in words.more
        and (one.end >= len(read) or read[one.end].kind == "mark")
        and all(token.kind == "word" for token in read[at : one.number])
    )  # fmt: skip


def _goes_on(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Say whether the word before a number leads on to it, and is no verb that has it as object."""
    word = read[at - 1].word
    return (
        read[at - 1].kind == "mark" or word in words.links or word in words.auxiliaries
        or word in words.small or word in words.more or word in _LEADS_ON
        or words.parts.before(read, at) is not None or words.triggers.before(read, at) is not None
    )  # fmt: skip


def _is_apposed(read: Sequence[Token], one: Counted) -> bool:
    """Read "the number of killed, 57, includes": a number between two commas."""
    marks = [read[at].word for at in (one.start - 1, one.end) if 0 <= at < len(read)]
    return len(marks) == 2 and set(marks) <= {",", "،", "(", ")", "–", "—"}
