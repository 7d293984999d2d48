"""Numbers whose measure was said before: "the opposition spoke of 45", "the figure of 27".

What is counted stands in another clause or in the sentence before. Such a number is taken only
where somebody gives it as a number: behind a word for figures, behind a verb of saying at the end
of a clause, as one more in a list of places ("12 in Dorna and seven in Halm").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.figures.naming import QUOTES
from probatum.read.figures.papers import owner_of_paper
from probatum.read.tokens import Token

_FAR = 40
_NEAR = 4
_OF = frozenset("of among из среди серед з із".split())
_HELD = frozenset({"abducted", "detained"})
_TAKEN = frozenset("taken held seized".split())
_THOSE = frozenset("these those them whom них".split())
_BESIDE = [
    [word, "the"] for word in "than not half double twice times triple against beside".split()
]
_MOST_OF_CLAUSE = 7
_SO_MANY = frozenset("их їх таких".split())
_VICTIMS = (["of", "the", "victims"], ["of", "the", "casualties"], ["of", "its", "victims"])
_FAR_VERB = 12
_GIVES = frozenset("of at to as by about про о об на до عن الي ب".split())
_WAS = frozenset("was is were are".split())
_IT_WAS = frozenset("it there they that these".split())
_IS = frozenset("is was stands remains".split())
_IT = frozenset(
    "it that this them the number figure toll total count its their його її их его".split()
)
_IN = frozenset("in at near outside from around у в во під під под на біля возле في قرب".split())
_DEALT_BY = frozenset("in by at on during from under outside near inside across over with".split())
_THEM = frozenset("us them those these whom них منهم منهن منها".split())
_TRIES = frozenset(
    "opened opens heard hears tried closed dismissed dropped brought filed shelved reopened "
    "investigated examined prosecuted".split()
)
_ENDS = frozenset("and but while as when whereas although і та а але и но а тогда".split())


def carried(
    read: Sequence[Token], one: Counted, last: Measured | None, before: str | None,
    words: FigureWords,
) -> Measured | None:  # fmt: skip
    """Return a number with the measure said before it, None if nothing says that it is one.

    ``last`` is the last figure of the sentence, ``before`` the measure of the sentences before.
    """
    if (victims := _of_the_victims(read, one, last, before)) is not None:
        return victims
    if last is None and before is not None:
        if (some := _of_those_before(read, one, before, words)) is not None:
            return some
    if one.head == "people" and one.end == one.number_end:
        one = replace(one, head="bare")  # "в среду оно сообщало лишь о пятерых"
    if one.head in ("people", "buildings", "counted"):
        return None
    near = last if last is not None and one.start - last.end <= _FAR else None
    measure = near.measure if near is not None else before
    if near is None and one.head == "bare" and not words.has_verb_first:
        measure = _said_before(read, one, words) or before
    if one.head == "bare" and _is_compared(read, one, words):
        if (said := _said_before(read, one, words)) is not None or measure is not None:
            return Measured(one, said or str(measure), one.start, one.end, by_own_verb=True)
    if measure is None and not words.has_verb_first and one.head == "bare":
        measure = _said_before(read, one, words)
        if measure is None or not _is_given(read, one, words):
            return None  # "the number of displaced, which he puts at no more than 600"
    if measure is None:
        return None
    if one.head == "bare" and _are_so_many(read, one, words):
        return Measured(one, measure, one.start, one.end, shares=True, is_total=True)
    if before is not None and one.head == "bare" and _are_taken(read, one, words):
        held = before if before in _HELD else "abducted"
        return Measured(one, held, one.start, one.end, shares=True)
    start = _figure_before(read, one, words)
    if start is None and one.head != "bare" and not _is_of_these(read, one):
        return None
    if start is None and (_is_given(read, one, words) or _it_was(read, one, near, words)):
        start = one.start
    if start is None and near is not None and _is_elsewhere(read, one, near, words):
        start = one.start
    if start is None and _is_of_these(read, one) and read[one.start - 1 : one.start]:
        start = None if _are_out_of_it(read, one, words) else one.start
    if start is None:
        return None
    return Measured(one, measure, start, one.end, shares=True, is_total=True, by_own_verb=True)


def _of_the_victims(
    read: Sequence[Token], one: Counted, last: Measured | None, before: str | None
) -> Measured | None:  # fmt: skip
    """Read "Nineteen of the victims were pupils", where the victims were counted before."""
    near = [token.word for token in read[one.number_end : one.number_end + 3]]
    if near not in _VICTIMS:
        return None
    measure = last.measure if last is not None else before
    if measure is None:
        return None
    return Measured(one, measure, one.start, one.end, shares=True, part=True)


def _are_so_many(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Read "вчера их было 28", "їх уже 40": how many those are who were counted before."""
    if not words.has_verb_first or one.end < len(read) and read[one.end].kind != "mark":
        return False
    at = one.start
    while at and (read[at - 1].word in words.auxiliaries or words.changes.at(read, at - 1)):
        at -= 1
    return at > 0 and read[at - 1].word in _SO_MANY


def _are_taken(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Read '"no more than twenty" had been taken' behind a sentence of abductions."""
    at = one.end + (one.end < len(read) and read[one.end].kind == "mark")
    helped = False
    while at < len(read) and read[at].word in words.auxiliaries:
        helped, at = True, at + 1
    return helped and at < len(read) and read[at].word in _TAKEN


def _of_those_before(
    read: Sequence[Token], one: Counted, measure: str, words: FigureWords
) -> Measured | None:  # fmt: skip
    """Read "Of these, 312 are women and 77 are minors" behind a sentence with the whole."""
    opens = [token.word for token in read[:2]]
    if len(opens) < 2 or opens[0] not in _OF or opens[1] not in _THOSE or one.start > 4:
        return None
    step = one.end
    while step < len(read) and read[step].word in words.auxiliaries:
        step += 1
    noun = words.people.at(read, step)
    if one.head == "people":
        return Measured(one, measure, one.start, one.end, shares=True, part=True)
    if one.head != "bare" or noun is None:
        return None
    some = replace(one, population=noun[0])
    return Measured(some, measure, one.start, noun[1], shares=True, part=True)


def _figure_before(read: Sequence[Token], one: Counted, words: FigureWords) -> int | None:
    """Read "the figure of 27", "figures above 50", "the number at 31": where it begins."""
    at = one.start - (one.start > 1 and read[one.start - 1].word in QUOTES)
    if at and read[at - 1].word in _GIVES:
        at -= 1
    elif at > 1 and read[at - 1].word == "be" and read[at - 2].word == "to":
        at -= 2  # "believe the number to be nearer 400"
    elif at and read[at - 1].word in _IS and one.head == "bare":
        at -= 1  # "the directorate's figure is 15"
    found = words.numbers.before(read, at)
    if found is None and not words.has_verb_first and at < one.start:
        found = words.numbers.before(read, _before_verb(read, at, words))
    return None if found is None else found[1]


def _before_verb(read: Sequence[Token], at: int, words: FigureWords) -> int:
    """Return the token behind the subject of "the first count, made at dawn, had stood |"."""
    while at and (read[at - 1].word in words.auxiliaries or words.changes.at(read, at - 1)):
        at -= 1
    if at and read[at - 1].word == ",":
        opens = next((step for step in range(at - 2, max(0, at - 10), -1)
                      if read[step].word == ","), at)  # fmt: skip
        return opens
    return at


def _is_given(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Read "the opposition spoke of 45.", "while the agency listed 11", "puts it at 31"."""
    if one.end < len(read):
        behind = read[one.end]
        if behind.kind != "mark" and behind.word not in _ENDS and not words.says.at(read, one.end):
            return False
    at = one.start
    if words.says.before(read, at) is not None:  # "spoke of"
        return True
    led = at > 0 and read[at - 1].word in _GIVES
    at -= led
    if words.says.before(read, at) is not None:
        return True
    if at > 2 and read[at - 1].word in _WAS and read[at - 2].word in _IT_WAS:
        that = read[at - 3].word in words.that
        if words.says.before(read, at - 2 - that) is not None:  # "says that there were 35"
            return True
    back = at
    while led and back and at - back < 4 and read[back - 1].word in _IT:
        back -= 1
    if back < at and words.says.before(read, back) is not None:
        return True
    if not (words.has_verb_first and led):
        return False
    return any(words.says.at(read, step) for step in range(max(0, at - _FAR_VERB), at))


def _it_was(
    read: Sequence[Token], one: Counted, near: Measured | None, words: FigureWords
) -> bool:  # fmt: skip
    """Read "the count stood at 16 dead; by midnight it was | 29": a count, and no other thing."""
    if near is None or words.has_verb_first or one.start < 2:
        return False
    if one.end < len(read) and read[one.end].kind != "mark":
        return False
    before = read[one.start - 2 : one.start]
    if before[0].word != "it" or before[1].word not in _WAS:
        return False
    return near.is_total or any(
        words.numbers.at(read, at) for at in range(max(0, near.start - _MOST_OF_CLAUSE), near.end)
    )


def _is_elsewhere(
    read: Sequence[Token], one: Counted, last: Measured, words: FigureWords
) -> bool:  # fmt: skip
    """Read "2,000 were forced from their homes in Kolm and about 700 in Ister".

    In English the rest may be told apart by when and how as well: "and 23 by aircraft".
    """
    if one.start == 0 or read[one.start - 1].word not in words.links or one.end + 1 >= len(read):
        return False
    place = read[one.end + 1]
    if not words.has_verb_first and one.head == "bare" and read[one.end].word in _DEALT_BY:
        return place.kind == "word" and words.units.at(read, one.end + 1) is None
    if read[one.end].word not in _IN or place.kind != "word":
        return False
    return place.is_capitalised or words.has_verb_first and place.raw == place.word


def _is_compared(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Read "the number of detainees is higher than the 260 admitted by the junta"."""
    before = [token.word for token in read[max(0, one.start - 2) : one.start]]
    if before not in _BESIDE:
        return False
    given = words.by.at(read, one.end) or words.says.at(read, one.end)
    return given is not None or owner_of_paper(read, one.end) is not None or (
        _is_given_by(read, one.end, words)
    )  # fmt: skip


def _is_given_by(read: Sequence[Token], at: int, words: FigureWords) -> bool:
    """Read "fewer than half the 240 | that families have reported"."""
    for step in range(at, min(len(read), at + _MOST_OF_CLAUSE)):
        if read[step].kind == "mark":
            return False
        if words.says.at(read, step) is not None:
            return step > at
    return False


def _said_before(read: Sequence[Token], one: Counted, words: FigureWords) -> str | None:
    """Return the measure that the words before a number in its sentence say last."""
    for at in range(one.start - 1, max(-1, one.start - _FAR), -1):
        if (found := words.triggers.at(read, at)) is not None:
            return found[0].measure
    return None


def _are_out_of_it(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Read "two of them were released": they are no longer what was said before."""
    near = range(one.number_end, min(len(read), one.number_end + _NEAR))
    return any(words.stops.at(read, at) for at in near)


def _is_of_these(read: Sequence[Token], one: Counted) -> bool:
    """Say whether a number counts some of those counted before: "900 cases", "90,000 of them"."""
    before = [token.word for token in read[max(0, one.start - 2) : one.start]]
    if one.amount.low < 2 or before == ["list", "of"]:
        return False
    behind = [token.word for token in read[one.number_end : one.number_end + 2]]
    if behind[:1] == ["cases"] and any(word in _TRIES for word in before):
        return False  # "the courts opened eleven cases"
    if behind[:1] in (["cases"], ["names"], ["منهم"], ["منهن"], ["منها"]):
        return True
    if before and before[-1].endswith("ed"):
        return False  # "I signed two of them"
    return len(behind) == 2 and behind[0] in _OF and behind[1] in _THEM
