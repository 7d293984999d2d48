"""What a number counts: from the noun behind it, the verb before it, the predicate that follows."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.carrying import carried
from probatum.read.figures.complements import captive, complemented
from probatum.read.figures.fates import says_itself, speaks, turned_up
from probatum.read.figures.framing import Counted
from probatum.read.figures.gapping import gapped
from probatum.read.figures.lexicon import FigureWords, Trigger
from probatum.read.figures.measured import Measured
from probatum.read.figures.naming import QUOTES
from probatum.read.figures.predicates import behind, fits, is_link, is_other_use
from probatum.read.tokens import Token

_FAR = 16
_FAR_VERB = 22
_NEAR = 4
_CLOSE = 5
_ASIDE = 8
_OUT_OF = frozenset("of із з из من".split())
_NEAR_LIST = 10
_DETERMINERS = frozenset("a an the his her their its my our one".split())
_TO_TOTALS = frozenset(
    "at to as of by from is was stands stood now do from до на с з із сягнула сягає وصل الي".split()
)
_HELD = frozenset({"detained", "abducted"})
_FROM = frozenset("from من з із від с со от".split())
_DASHES = frozenset("-–—")
_MODALS = frozenset("could may might will would can может мог могло може могло уже вже قد".split())
_FATAL = frozenset("mortally fatally смертельно".split())
_LEADS_ON = frozenset("of to in at by from with among as than over including all both".split())
_PUTS = frozenset("put puts putting".split())
_CHANGED = (
    ["up", "from"], ["down", "from"], [",", "against"], ["compared", "with"], ["compared", "to"],
    ["as", "against"],
    ["then", "of"], ["later", "of"], ["now", "of"], ["then", "to"], ["later", "to"],
    ["порівняно", "з"], ["сравнению", "с"], ["затем", "о"], ["потом", "о"], ["потім", "про"],
    ["згодом", "про"], ["позже", "о"], ["بعدها", "عن"],
)  # fmt: skip


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
        if speaks(read, one, words) or words.meets.before(read, one.start) is not None:
            continue
        made = (
            complemented(read, one, words)
            or _part_of(read, one, last, words)
            or _total(read, one, before, words)
            or _said_by_noun(read, one, words)
            or _near_before(read, one, words)
            or behind(read, one, following, words)
            or _listed(read, one, last, words)
            or gapped(read, one, last, words)
            or _far_before(read, one, before, words)
            or carried(read, one, last, earlier, words)
            or captive(read, one, words)
        )
        if made is not None and not turned_up(read, made):
            found.append(made)
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


def _part_of(
    read: Sequence[Token], one: Counted, last: Measured | None, words: FigureWords
) -> Measured | None:
    """Read "of whom 14 were children", "including 3 medics": counted among the figure before."""
    if last is None:
        return None
    start = one.start
    introduced = words.parts.before(read, start)
    listed = last.part and is_link(read, last.end, one.start, words)
    if introduced is None and not listed:
        behind = words.parts_behind.at(read, one.number_end)
        if behind is None and not (
            _is_among(read, one, last)
            or _says_who(read, one, last, words)
            or _are_grave(read, one, last, words)
        ):
            return None
        end = behind[1] if behind else one.end
    else:
        end = one.end
    if introduced is not None and words.has_verb_first:
        verb = words.triggers.before(read, introduced[1])
        if verb is not None and {"b", "v"} & set(verb[0].sides) and "n" not in verb[0].sides:
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
    ):
        return Measured(one, dies[0].measure, start, dies[1], part=True)  # "whom never came back"
    population, end = one.population, end
    step = end
    while step < len(read) and (read[step].word in words.auxiliaries or read[step].word in _DASHES):
        step += 1
    if one.head == "bare":
        if noun := words.people.at(read, step):
            population, end = noun[0], noun[1]
        elif (
            (own := words.triggers.at(read, step))
            and set(own[0].sides) & {"v", "p", "n"}
            and own[0].measure.startswith("buildings") == last.measure.startswith("buildings")
        ):
            return Measured(one, own[0].measure, start, own[1], part=True)
        elif step < len(read) and read[step].word in words.gravely:
            measure = "killed" if read[step].word in _FATAL else "injured"
            return Measured(one, measure, start, step + 1, shares=True, part=True)
    if not fits(one, last.measure):
        return None
    changed = _with_population(one, population)
    return Measured(changed, last.measure, start, end, shares=True, part=True)


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
    apart = [token.word for token in read[last.end : one.start]] in ([","], [",", "and"], ["("])
    grave = one.end < len(read) and read[one.end].word in words.gravely
    return one.head == "bare" and apart and grave and last.measure == "injured"


def _with_population(one: Counted, population: str) -> Counted:
    return Counted(
        one.start, one.number, one.number_end, one.end, one.amount, one.bound, one.is_own_bound,
        one.head, population, one.offset, one.trigger,
    )  # fmt: skip


def _said_by_noun(read: Sequence[Token], one: Counted, words: FigureWords) -> Measured | None:
    """Read "12 dead", "12 civilians killed", "1,408 civilian deaths"."""
    if one.trigger is None:
        return None
    near = _near_before(read, one, words)
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
    dies = words.triggers.at(read, one.end)
    if dies is not None and dies[0].measure == "killed" and "v" in dies[0].sides:
        return Measured(one, "killed", start, dies[1])
    if measure == "killed" and near is not None and near.measure == "bodies-found":
        measure = near.measure
    return Measured(one, measure, start, one.end)


def _near_before(read: Sequence[Token], one: Counted, words: FigureWords) -> Measured | None:
    """Read "killed 12", "wounding at least 30", "загинули щонайменше 7", "toll rose to 25"."""
    at = one.start
    for _ in range(_NEAR):
        found = words.triggers.before(read, at)
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


def _listed(
    read: Sequence[Token], one: Counted, last: Measured | None, words: FigureWords
) -> Measured | None:
    """Read "killed 12 people and three soldiers": the measure of the figure before."""
    if last is None or not fits(one, last.measure):
        return None
    if one.head in ("bare", "other"):
        between = [token.word for token in read[last.end : one.start]]
        opens = [token.word for token in read[max(0, one.start - 2) : one.start]]
        if opens in _CHANGED and (last.is_total or one.start - last.end < _FAR):
            return Measured(one, last.measure, one.start, one.end, shares=True, is_total=True)
        says = one.start > 0 and words.says.at(read, one.start - 1) is not None
        if last.is_total and says and (one.end == len(read) or read[one.end].kind == "mark"):
            return Measured(one, last.measure, one.start, one.end, shares=True, is_total=True)
        if opens in ([",", "not"], ["rather", "than"]) and len(between) == len(opens):
            return Measured(one, last.measure, one.start, one.end, shares=True)
        rose = last.is_total or read[last.counted.number - 1].word in _FROM
        if rose and between in (["to"], ["from"], ["до"], ["الي"]):
            return Measured(one, last.measure, one.start, one.end, shares=True, is_total=True)
        return None
    if not is_link(read, last.end, one.start, words):
        return None
    return Measured(one, last.measure, one.start, one.end, shares=True)


def _far_before(
    read: Sequence[Token], one: Counted, before: Counted | None, words: FigureWords
) -> Measured | None:
    """Read "the death toll from the strike has risen to 45", "killed in the strike were 12"."""
    first = before.number_end if before is not None else 0
    far = _FAR_VERB if words.has_verb_first else _FAR
    listed = False
    for at in range(one.start - 1, max(first, one.start - far) - 1, -1):
        if read[at].word in (";", ":", ".") or (
            words.says.at(read, at) and not words.by.at(read, at)
        ):
            break
        if read[at].word in (",", "،") and not words.has_verb_first and at < one.start - 1:
            if read[one.start - 1].word == "and" and one.head in ("people", "other"):
                listed = True
                continue  # "killed a judge, her driver and two guards"
            break
        trigger = words.triggers.at(read, at)
        if trigger is None or trigger[1] > one.start or not fits(one, trigger[0].measure):
            continue
        if is_other_use(read, one, one.end, trigger[0], words):
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
            return Measured(one, trigger[0].measure, at, one.end, is_total=True)
        plain = not {"x", "h", "m", "k"} & set(trigger[0].sides)
        if "b" in trigger[0].sides and (
            one.head in ("people", "buildings") or one.head == "other" and plain
        ):
            near = one.start - trigger[1] <= _CLOSE and all(
                token.kind == "word" for token in read[trigger[1] : one.start]
            )
            near = near or _is_list_of_objects(read, trigger[1], one.start, words)
            if words.participle_needs_auxiliary and not _goes_on(read, one.start, words):
                return None  # "killed a goat and broke two windows"
            if one.head == "other" and (not near or one.amount.low == 1):
                return None
            if near or not words.participle_needs_auxiliary or "p" in trigger[0].sides:
                return Measured(one, trigger[0].measure, at, one.end)
    return None


def _goes_on(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Say whether the word before a number leads on to it, and is no verb that has it as object."""
    word = read[at - 1].word
    return (
        read[at - 1].kind == "mark" or word in words.links or word in words.auxiliaries
        or word in words.small or word in words.more or word in _LEADS_ON
        or words.parts.before(read, at) is not None or words.triggers.before(read, at) is not None
    )  # fmt: skip


def _is_list_of_objects(read: Sequence[Token], start: int, end: int, words: FigureWords) -> bool:
    """Say whether persons alone stand between: "killed | a judge, her driver and | two guards"."""
    if end - start > _NEAR_LIST or start >= end or read[end - 1].word != "and":
        return False
    first = True
    for token in read[start:end]:
        if first and token.word not in _DETERMINERS:
            return False
        if token.word in words.auxiliaries and token.word not in _DETERMINERS:
            return False
        first = token.word == ","
    return True


def _is_apposed(read: Sequence[Token], one: Counted) -> bool:
    """Read "the number of killed, 57, includes": a number between two commas."""
    marks = [read[at].word for at in (one.start - 1, one.end) if 0 <= at < len(read)]
    return len(marks) == 2 and set(marks) <= {",", "،", "(", ")", "–", "—"}
