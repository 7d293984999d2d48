"""Verbs of many uses: whether one says of those counted what it says elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.figures.framing import Counted
from probatum.read.figures.lexicon import FigureWords, Trigger
from probatum.read.tokens import Token

_CLOSE = 5
_FAR = 16
_PATIENTS = frozenset("patients patient casualties".split())
_INHABITANTS = frozenset(
    "people persons residents inhabitants civilians villagers townspeople townsfolk families women "
    "children men locals islanders individuals souls households refugees farmers citizens others "
    "adults neighbours highlanders minors fishermen herders settlers nomads elderly".split()
)
_MANY = 20
_NO_OBJECT = frozenset(
    "since in by on over during after before because already from within amid so ; . , and".split()
)
_LANDS = frozenset(
    "valley area region district province county island islands peninsula plain delta basin coast "
    "camp camps quarter suburb town city village districts villages towns areas regions provinces "
    "quarters suburbs country capital zone enclave shore settlement settlements hamlet hamlets "
    "neighbourhood neighbourhoods territory highlands lowlands hills mountains".split()
)
_BUILDING = frozenset({"buildings-destroyed", "buildings-damaged"})
_OF_PEOPLE = frozenset({"killed", "injured", "missing", "abducted", "detained"})
_LONG = 30
_OWN = frozenset(
    "own men fighters staff people members colleagues workers nurses doctors medics volunteers "
    "drivers teachers soldiers police officers crew".split()
)


def is_other_use(
    read: Sequence[Token], one: Counted, at: int, trigger: Trigger, words: FigureWords
) -> bool:
    """Say whether a verb of many uses means something else: "took 12 men to hospital"."""
    if words.has_verb_first and trigger.measure == "abducted" and _are_rescued(read, one, words):
        return True
    if "q" in trigger.sides:
        some = words.parts_behind.at(read, one.number_end)  # "17 of them were admitted"
        return read[one.end - 1].word not in _PATIENTS and some is None
    if "k" in trigger.sides:
        kin = read[one.end - 1].word in words.kin or one.population == "combatants"
        if not kin and one.population in ("men", "not-stated"):  # "the brigade lost three men"
            kin = any(token.word in words.forces for token in read[max(0, one.start - _FAR) : at])
        if _are_its_own(read, one.number_end):
            return False  # "it had lost three of its own"
        return one.head != "people" or not kin
    if "d" in trigger.sides or "l" in trigger.sides:
        lived_there = one.head == "bare" or read[one.end - 1].word in _INHABITANTS
        return (
            not lived_there
            or one.amount.low < _MANY
            or ("d" in trigger.sides and not _leave_a_place(read, at))
        )
    if {"h", "m"} & set(trigger.sides) and (
        one.head not in ("people", "buildings") or not fits(one, trigger.measure)
    ):
        return True
    if "m" in trigger.sides and not _are_led_away(read, one, at, words):
        return True
    if trigger.measure == "missing" and "x" in trigger.sides:
        return (
            words.besieged.at(read, at - 1) is not None or words.besieged.at(read, at) is not None
        )
    return bool({"h", "m", "x"} & set(trigger.sides)) and any(
        words.care.at(read, step) for step in range(at, at + _CLOSE)
    )


def _are_rescued(read: Sequence[Token], one: Counted, words: FigureWords) -> bool:
    """Read "Волонтёры вывезли из города 260 пожилых людей": who takes them away saves them."""
    for at in range(one.start - 1, max(-1, one.start - _FAR), -1):
        if read[at].kind == "mark" and read[at].word not in "«»":
            return False
        if words.rescuers.at(read, at) is not None:
            return True
    return False


def _are_its_own(read: Sequence[Token], at: int) -> bool:
    words = [token.word for token in read[at : at + 3]]
    return len(words) == 3 and words[0] == "of" and words[2] in _OWN


def _leave_a_place(read: Sequence[Token], at: int) -> bool:
    """Read "900 people have left since Monday", "had left the Halm valley"."""
    step = at + (at < len(read) and read[at].word == "the")
    named = step
    while named < len(read) and read[named].is_capitalised and read[named].kind == "word":
        named += 1
    follows = read[named].word if named < len(read) else "."
    if at and read[at - 1].word == "the":  # "left the | lower town"
        return any(token.word in _LANDS for token in read[step : step + 3])
    if named == step == at:
        return follows in _NO_OBJECT or read[at : at + 1] == [] or read[at].kind == "mark"
    if named == step and any(token.word in _LANDS for token in read[step : step + 3]):
        return True  # "had left the port quarter"
    return named > step and (follows in _NO_OBJECT | _LANDS or read[named : named + 1] == [])


def _are_led_away(read: Sequence[Token], one: Counted, at: int, words: FigureWords) -> bool:
    """Say whether they are moved: "from the monastery", or armed men took them "with them"."""
    near = [token.word for token in read[at : at + _CLOSE]]
    before = read[max(0, one.start - _LONG) : one.start]
    if near[:2] == ["with", "them"]:
        return any(token.word in words.captors for token in before)
    if "to" in near[:1] and any(word in words.jails for word in near):
        return True
    if "to" in near[:1] and read[at + 1 : at + 2] and read[at + 1].is_capitalised:
        return any(token.word in words.captors for token in before)
    if near[:1] in ([","], ["."], ["and"], [";"]) or not near:  # "the gunmen took 11 boys"
        passive = at > 1 and read[at - 2].word in words.auxiliaries  # "30 pupils had been taken"
        armed = any(token.word in words.captors or token.word == "they" for token in before[-_FAR:])
        return passive or (armed and words.triggers.before(read, one.start) is not None)
    out = next((step for step, word in enumerate(near) if word in words.away), len(near))
    if any(word in words.carriers for word in near[out + 1 : out + 3]):
        return True  # "off the bus", "from a train"
    around = (*before[-_FAR:], *read[at : at + _FAR])
    return any(word in words.away for word in near) and not any(
        token.word in words.carriers for token in around
    )


def fits(one: Counted, measure: str) -> bool:
    """Say whether a measure can be of what is counted: people are not demolished."""
    if one.head == "other":
        return measure in _OF_PEOPLE
    if one.head == "buildings":
        return measure in _BUILDING
    return one.head == "bare" or measure not in _BUILDING
