"""What is said behind a number of whom it counts: "12 people in Dorna were killed"."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.framing import Counted, begins_a_number
from probatum.read.figures.lexicon import FigureWords, Trigger
from probatum.read.figures.measured import Measured
from probatum.read.figures.naming import QUOTES
from probatum.read.figures.other_uses import fits, is_other_use
from probatum.read.figures.singles import behind_singles
from probatum.read.tokens import Token

_FAR = 16
_CLOSE = 5
_ASIDE_WORDS = 9
_NOT = frozenset("the not never не".split())
_PARTICIPLES = ("шие", "ные", "тые", "лі", "ні", "ті")  # "пятеро волонтёров, пропавшие в среду"
_COMMAS = frozenset(",،")
_WHO_DID = frozenset("we they he she i you".split())
_GOES_ON = frozenset("were are was is have had has remain remained".split())
_OF_PEOPLE = frozenset({"killed", "injured", "missing", "abducted", "detained"})
_OBJECTS = frozenset("the a an his her their its this these some all".split())
_UNTIL = frozenset({"detained", "abducted", "displaced", "injured"})
_FATES = frozenset({"killed", "missing"})
_WHEN = frozenset("after before when while because since until as and but who which that".split())
_BEFORE_OBJECTS = frozenset(
    "in on at by from to for with of near under inside outside since during and between across "
    "through against behind around over beside along above below beneath beyond within among off "
    "towards toward opposite facing past down up".split()
)


def behind(
    read: Sequence[Token], one: Counted, following: Counted | None, words: FigureWords
) -> Measured | None:
    """Read "12 people in Dorna were killed", "seven nurses and 12 patients were killed"."""
    some = None if words.titles else words.parts_behind.at(read, one.end)
    helped, at = False, one.end if some is None else some[1]  # "two of them died"
    aside = -1  # behind an aside between commas
    limit = min(len(read), one.end + _FAR)
    while at < limit:
        token = read[at]
        if following is not None and at == following.start and at > one.end:
            if read[at - 1].word in _COMMAS and words.parts_behind.at(read, following.number_end):
                opens, at = at, _next_comma(read, at, limit)  # ", 41 of them seriously,"
                if any(words.triggers.at(read, step) for step in range(opens, at)):
                    return None  # "38 people, 22 of them died, 13 were hurt": each has its own
                continue
            linked = is_link(read, one.end, at, words) or _is_list(
                read, one.end, one, following, words
            )
            if not linked or following.trigger is not None:
                return None
            if following.head == "bare":
                return None
            at = following.end
            continue
        if at == one.end and token.word in _WHO_DID and (did := _done_by(read, one, at, words)):
            return did
        if token.word == "," or token.word == "،":
            closing = _parenthesis(read, at, limit, words)
            if closing is None and words.participle_needs_auxiliary:
                closing = _aside(read, at, limit)
            if closing is None:
                if following is not None and is_link(read, at, following.start, words):
                    at += 1
                    continue
                led = words.triggers.at(read, at + 1)
                if (
                    led is not None
                    and led[0].sides.startswith("bv")
                    and (read[at + 1].word.endswith(_PARTICIPLES) and fits(one, led[0].measure))
                ):
                    return Measured(one, led[0].measure, one.start, led[1])
                if following is not None and _is_list(read, at, one, following, words):
                    at = following.start
                    continue
                closing = behind_singles(read, at, limit, words)
                if closing is None:
                    return None
            at = aside = closing
            continue
        trigger = trigger_at(read, at, words)
        if trigger is not None and is_other_use(read, one, trigger[1], trigger[0], words):
            trigger = None
        if at > one.end and read[at - 1].word in _NOT:  # "officers searched for the missing"
            trigger = None
        if trigger is not None and at >= one.end and _opens_clause(token, trigger[0], words):
            return None
        if trigger is not None:
            if one.head == "other" and (
                "x" in trigger[0].sides or not _follows(read, one, at, words)
            ):
                return None
            near = at in (one.end, aside) or (
                at == one.end + 1 and read[one.end].word in words.gravely | QUOTES
            )  # "two toddlers badly hurt"
            if _is_predicate(read, trigger, words, helped=helped, near=near) and fits(
                one, trigger[0].measure
            ):
                if not helped and (end := _later_fate(read, one, trigger, words)) is not None:
                    return end
                return Measured(one, trigger[0].measure, one.start, trigger[1])
            if not helped and "b" in trigger[0].sides and "v" not in trigger[0].sides:
                return None
            at = trigger[1]
            continue
        if token.word in words.nobody:
            return None
        if at >= one.end and (part := words.parts.at(read, at)) is not None:
            at = _behind_part(read, part[1], limit, words)  # "people including a child were hurt"
            continue
        if token.word == "since" and read[at - 1].word in ("have", "has", "had"):
            at += 1  # "have since been arrested"
            continue
        if words.stops.at(read, at) is not None and not _is_relative(read, at, words):
            goes_on = _behind_clause(read, at, limit, words) if at == one.end else None
            if goes_on is None or one.head != "people":
                return None
            at = goes_on
            continue
        if helped and token.word == "and" and at + 1 < limit and read[at + 1].word in _OBJECTS:
            return None  # "were led away and an eighteenth was shot"
        if token.word in words.auxiliaries:
            helped = True
        elif token.word in _OBJECTS and not helped and at > one.end:
            if read[at - 1].word not in _BEFORE_OBJECTS and read[at - 1].kind == "word":
                return None
        at += 1
    return None


def trigger_at(
    read: Sequence[Token], at: int, words: FigureWords
) -> tuple[Trigger, int] | None:  # fmt: skip
    """Return what a word says behind a number: "41 were killed: ..." is no heading "killed: 41"."""
    found = words.triggers.at(read, at)
    if found is not None and read[found[1] - 1].word == ":":
        return words.triggers.at(read[: found[1] - 1], at)
    return found


def _opens_clause(token: Token, trigger: Trigger, words: FigureWords) -> bool:
    """Say whether an Arabic verb has "and" written onto it: "23 منزلاً | وتضررت مدرستان"."""
    if not words.titles or "n" in trigger.sides or not token.word.startswith("و"):
        return False
    return words.triggers.has(token.word[1:])


def _aside(read: Sequence[Token], at: int, limit: int) -> int | None:
    """Return the token behind ", up from 28 on Monday," where the predicate goes on with "are"."""
    for end in range(at + 2, limit - 1):
        if read[end].kind == "mark" and read[end].word not in _COMMAS | QUOTES | {"-"}:
            return None
        if read[end].word in _COMMAS:
            who = read[end + 1].word == "who" and read[end + 2 : end + 3]
            goes_on = read[end + 2].word if who else read[end + 1].word
            return end + 1 + bool(who) if goes_on in _GOES_ON else None
    return None


def _later_fate(
    read: Sequence[Token], one: Counted, found: tuple[Trigger, int], words: FigureWords
) -> Measured | None:  # fmt: skip
    """Read "nine men rounded up after a march in Oruro died": the verb behind the participle."""
    if not words.participle_needs_auxiliary or found[0].measure not in _UNTIL:
        return None
    clause = False
    for at in range(found[1], min(len(read), found[1] + _FAR)):
        token = read[at]
        if token.word in QUOTES | {"’"}:
            continue
        if token.kind != "word" or words.says.at(read, at) is not None:
            return None
        if token.word in _WHEN or words.parts.at(read, at) is not None:
            clause = True
        elif token.word in _BEFORE_OBJECTS:
            clause = False  # behind "after a march in Oruro" the clause of the number goes on
        elif clause and token.word in words.auxiliaries:
            return None
        later = words.triggers.at(read, at)
        if later is None or "v" not in later[0].sides or later[0].measure not in _FATES:
            continue
        if read[at - 1].word in _BEFORE_OBJECTS:
            continue  # "dozens held after a vigil for missing beekeeper"
        return None if clause else Measured(one, later[0].measure, one.start, later[1])
    return None


def _done_by(
    read: Sequence[Token], one: Counted, at: int, words: FigureWords
) -> Measured | None:  # fmt: skip
    """Read "the four men we hold", "the 40 people they have killed"."""
    verb = at + 1
    while verb < len(read) and read[verb].word in words.auxiliaries:
        verb += 1
    found = words.triggers.at(read, verb)
    if found is None or "b" not in found[0].sides or not fits(one, found[0].measure):
        return None
    follows = read[found[1]].word if found[1] < len(read) else "."
    if follows in _OBJECTS or _begins_a_count(read, found[1], words):
        return None
    return Measured(one, found[0].measure, one.start, found[1])


def _next_comma(read: Sequence[Token], at: int, limit: int) -> int:
    return next((step + 1 for step in range(at, limit) if read[step].word in _COMMAS), limit)


def _is_list(
    read: Sequence[Token], at: int, one: Counted, following: Counted, words: FigureWords
) -> bool:
    """Say whether only more things of a list stand between: ", a clinic and | 40 houses"."""
    if one.head != following.head or one.head not in ("people", "buildings"):
        return False
    if following.start - at > _CLOSE * 2 or read[following.start - 1].word not in words.links:
        return False
    return all(
        token.word not in words.auxiliaries and words.triggers.at(read, step) is None
        and words.stops.at(read, step) is None and words.says.at(read, step) is None
        for step, token in enumerate(read[at : following.start], at)
    )  # fmt: skip


def _behind_part(read: Sequence[Token], at: int, limit: int, words: FigureWords) -> int:
    """Return the token where the clause goes on behind "including a child"."""
    for step in range(at, limit):
        if read[step].word in words.auxiliaries or read[step].kind == "mark":
            return step
    return limit


def _follows(read: Sequence[Token], one: Counted, at: int, words: FigureWords) -> bool:
    """Say whether nothing but forms of to be stands between a number's noun and a predicate."""
    return all(
        token.word in words.auxiliaries or token.word == "since" or token.word in QUOTES
        for token in read[one.end : at]
    )  # fmt: skip


def _is_relative(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Say whether "who" or "that" leads straight to a verb of its own: "who were killed"."""
    return read[at].word in ("who", "that", "які", "которые", "الذين") and at + 1 < len(read) and (
        read[at + 1].word in words.auxiliaries or words.triggers.at(read, at + 1) is not None
    )  # fmt: skip


def _behind_clause(
    read: Sequence[Token], at: int, limit: int, words: FigureWords
) -> int | None:  # fmt: skip
    """Return where "two boys who refused to dig | were shot" goes on behind its clause."""
    if read[at].word != "who":
        return None
    for step in range(at + 2, min(limit, at + _ASIDE_WORDS)):
        token = read[step]
        if token.word in _GOES_ON:
            return step
        if (
            token.kind != "word" or words.stops.at(read, step) is not None
            or words.says.at(read, step) is not None or words.people.at(read, step) is not None
            or words.triggers.at(read, step) is not None
        ):  # fmt: skip
            return None
    return None


def _is_predicate(
    read: Sequence[Token],
    found: tuple[Trigger, int],
    words: FigureWords,
    *,
    helped: bool,
    near: bool,
) -> bool:
    trigger, end = found
    if "b" in trigger.sides and not helped and _begins_a_count(read, end, words):
        return False
    if "v" in trigger.sides:
        return True
    if "p" not in trigger.sides:
        return False
    if helped:
        return True
    follows = read[end].word if end < len(read) else "."
    is_object = follows in _OBJECTS or words.people.has(follows) or words.buildings.has(follows)
    return near and not is_object


def _begins_a_count(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Say whether a number with its bound begins here: "до 20", and not "до Полтави"."""
    if at >= len(read) or read[at].kind == "number":
        return at < len(read)
    found = words.bounds.at(read, at)
    if found is None:
        return False
    is_number = found[1] < len(read) and read[found[1]].kind == "number"
    if not is_number and read[at].word in ("до", "حتي"):
        return False
    return begins_a_number(read, at, words)


def _parenthesis(read: Sequence[Token], at: int, limit: int, words: FigureWords) -> int | None:
    """Return the token behind ", including 3 children," or ", most of them women,"."""
    opens = (
        words.parts.at(read, at + 1) or words.parts.at(read, at)
        or words.according.at(read, at + 1)  # "двоих, по словам патрульных, задержали"
    )  # fmt: skip
    word = read[at + 1].word if at + 1 < len(read) else ""
    if opens is None and word not in ("most", "mostly", "many", "some", "all", "mainly", "both"):
        return None
    for end in range(at + 1, limit):
        if read[end].word in (",", "،"):
            return end + 1
    return None


def is_link(read: Sequence[Token], start: int, end: int, words: FigureWords) -> bool:
    """Say whether nothing but "and", commas and small words stand between two numbers."""
    if end - start > 6:
        return False
    return all(
        read[at].word in words.links or read[at].word in words.small or read[at].word in words.more
        or words.bounds.at(read, at) is not None
        for at in range(start, end)
    )  # fmt: skip
