"""Words of a sentence that say something happened to people or places, and what.

A *trigger* is a noun ("the strike") or a verb ("were killed").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probatum.read.builtin.english.event_words import (
    ANOTHER,
    ATTACKS,
    FIRM_NOUN,
    FIRM_VERB,
    MEDICAL,
    WARS,
    WEAK_NOUN,
    WEAK_VERB,
    WEAPON,
)
from probatum.read.builtin.english.many_meanings import is_event
from probatum.read.builtin.english.parsed import Sentence, Word

__all__ = ["Trigger", "triggers_in"]

_GOES_ON = frozenset(
    "came happened occurred took began started followed fell hit struck killed destroyed ended "
    "landed exploded lasted".split()
)
_NO_THINGS = frozenset(
    "truce talks ceasefire deal agreement government coalition economy currency hopes market-price "
    "confidence trust morale negotiations pact".split()
)
_RESULTS = frozenset({"killing", "injury", "destruction"})
_LAID = frozenset("car suicide truck roadside nail parcel letter bus motorcycle home-made".split())
_SHOOTS = frozenset(
    "return returns returned returning exchange exchanges exchanged exchanging trade trades traded "
    "trading open opens opened opening draw drew".split()
)
_UNDER = frozenset("come comes came coming be is are was were been".split())
_SUFFERS = frozenset("died die collapsed disappeared vanished exploded".split())
_NOT_YET = frozenset("to will would could should must can".split())
_FIRED = frozenset("artillery mortar rocket sniper tank small-arms machine-gun arms".split())


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of a sentence that tells of an event. ``first`` to ``last`` are the words to mark.

    ``firm``: it tells of an event by itself; ``apart``: of another than the one before ("a second
    strike"); ``definite``: of one known already ("the strike"). ``agent`` is the place of the noun
    that did it, if said.
    """

    at: int
    first: int
    last: int
    types: tuple[str, ...]
    firm: bool
    noun: bool
    apart: bool = False
    definite: bool = False
    agent: int | None = None
    real: bool = True
    weapon: tuple[int, int] | None = None


def triggers_in(sentence: Sentence) -> list[Trigger]:
    """Return the triggers of a sentence in order; those of a whole war are left out."""
    found = []
    for at, word in enumerate(sentence.words):
        one = None
        if word.tag.startswith("VB") or (word.tag == "JJ" and word.lower in FIRM_VERB):
            one = _verb(sentence, at, word)
        if one is None and word.tag.startswith(("NN", "VBG", "VBP", "VB")):
            one = _noun(sentence, at, word)
        if one is None and at == 0:
            one = _anaphor(sentence)
        if one is not None:
            found.append(one)
    return found


def _anaphor(sentence: Sentence) -> Trigger | None:
    """Return the first word if it stands for an event just told of ("It came down in a grove")."""
    word = sentence.words[0]
    verb = sentence.words[word.head]
    if word.lower in ("it", "this") and word.dep[:5] == "nsubj" and verb.lower in _GOES_ON:
        return Trigger(0, 0, 0, (), firm=False, noun=True, definite=True)
    return None


def _verb(sentence: Sentence, at: int, word: Word) -> Trigger | None:
    words = sentence.words
    code = FIRM_VERB.get(word.lower)
    firm = code is not None
    if code is None:
        code = WEAK_VERB.get(word.lower)
    if code is None:
        return None
    agent, objects = _agent(sentence, at), _objects(sentence, at)
    if agent is not None and words[agent].lower in WARS:
        return None
    if code == "destruction" and _of_no_thing(sentence, [agent, *objects]):
        return None
    if word.dep == "amod":
        firm = False
    types = [code]
    weapons = _weapons(sentence, [agent, *objects, *_oblique(sentence, at)])
    if not firm and word.lower not in FIRM_VERB:
        firm = is_event(sentence, at, agent, objects, weapons)
        if not firm:
            return None
    if code == "other" and weapons:
        types = weapons[:1]
    elif code in _RESULTS and weapons:
        types = [weapons[0], code]
    elif code == "destruction" and word.lower in ("cut", "set") and not weapons:
        types = ["destruction"]
    if _medical(sentence, objects) and code in ATTACKS | {"destruction"}:
        types.append("attack-on-medical")
    first = at
    while first > 0 and words[first - 1].tag in ("VBD", "VBN", "VBP", "VBZ", "RB") and (
        words[first - 1].head == at and words[first - 1].dep in ("auxpass", "advmod")
    ):  # fmt: skip
        if words[first - 1].dep == "advmod":
            break
        first -= 1
    return Trigger(
        at, first, at, tuple(types), firm, noun=False, apart=_again(sentence, agent),
        agent=_doer(sentence, agent, at), real=_is_real(sentence, at),
        weapon=_weapon_subject(sentence, agent, objects),
    )  # fmt: skip


def _noun(sentence: Sentence, at: int, word: Word) -> Trigger | None:
    words = sentence.words
    if word.tag.startswith("VB") and word.dep not in ("nsubj", "nsubjpass", "pobj", "dobj", "ROOT"):
        return None
    if word.dep == "compound" and words[word.head].lower not in (
        "toll",
        "site",
        "scene",
        "campaign",
    ):
        head = words[word.head].lower
        if head in FIRM_NOUN or head in WEAK_NOUN:
            return None
    if word.lower == "toll" and word.dep == "compound":
        return None
    code = FIRM_NOUN.get(word.lower)
    firm = code is not None
    if code is None:
        code = WEAK_NOUN.get(word.lower)
    if code is None:
        return None
    before = [one for one in sentence.children[at] if one < at]
    spoken = {words[one].lower for one in before}
    if word.lower in ("shot", "shots") and spoken & {"warning", "long", "best"}:
        firm = False
    exchanged = word.lower == "fire" and _is_shot(sentence, at)
    if word.lower == "fire" and not exchanged and not spoken & _FIRED:
        return None
    if exchanged:
        code, firm = "shooting", True
    if spoken & {"mock", "simulated", "sham"}:
        return None
    if word.lower in ("strike", "strikes") and spoken & {"hunger", "rail", "labour", "general"}:
        return None
    if word.lower == "grave" or word.lower == "graves":
        firm = "mass" in spoken or "shallow" in spoken
        if not firm:
            return None
    types = ["other"] if spoken & _LAID else [code]
    if code in ("other", "destruction"):
        weapon = next((WEAPON[one] for one in sorted(spoken) if one in WEAPON), None)
        if weapon is not None:
            types, firm = [weapon], True
        elif word.lower in ("strike", "strikes"):
            types = ["air-strike"]
    if code in ATTACKS and _medical(sentence, [at]):
        types.append("attack-on-medical")
    definite = bool(spoken & {"the", "this", "that", "these", "those"})
    first = min(before, default=at)
    while first < at and not sentence.words[first].text[:1].isalpha():
        first += 1
    return Trigger(
        at, first, at, tuple(types), firm, noun=True,
        apart=bool(spoken & ANOTHER), definite=definite, agent=_noun_agent(sentence, at),
        real=not spoken & {"any", "no", "future", "possible", "further", "potential"},
    )  # fmt: skip


def _is_shot(sentence: Sentence, at: int) -> bool:
    """Say whether fire is returned or exchanged, or somebody comes under it."""
    words = sentence.words
    head = words[words[at].head]
    if words[at].dep == "dobj":
        return head.lower in _SHOOTS
    above = words[head.head].lower
    return (head.lower == "under" and above in _UNDER) or (
        head.lower == "of" and above in ("exchange", "exchanges")
    )


def _agent(sentence: Sentence, at: int) -> int | None:
    """Return the subject of an active verb, or what stands after by."""
    words = sentence.words
    by = sentence.child(at, "agent")
    if by is not None:
        return sentence.child(by, "pobj")
    climbing = at
    for _ in range(4):
        subject = sentence.child(climbing, "nsubj")
        if subject is not None:
            return subject
        if words[climbing].dep not in ("conj", "xcomp", "advcl", "pcomp", "acl"):
            return None
        if words[climbing].dep == "acl":
            return words[climbing].head
        climbing = words[climbing].head
    return None


def _of_no_thing(sentence: Sentence, places: Sequence[int | None]) -> bool:
    """Say whether what collapses or is shattered is a truce or a hope."""
    return any(at is not None and sentence.words[at].lower in _NO_THINGS for at in places)


def _weapon_subject(
    sentence: Sentence, agent: int | None, objects: Sequence[int]
) -> tuple[int, int] | None:
    """Return the words that name the weapon that came ("two shells landed")."""
    for at in (agent, *objects):
        if at is None:
            continue
        before = [one for one in sentence.children[at] if one < at]
        if any(sentence.words[one].lower in WEAPON for one in (at, *before)):
            return min(before, default=at), at
    return None


def _doer(sentence: Sentence, agent: int | None, at: int) -> int | None:
    """Return the agent if it is no weapon, and the verb is not one of suffering."""
    if agent is None or sentence.words[agent].lower in WEAPON or (
        sentence.words[agent].lower in FIRM_NOUN
    ):  # fmt: skip
        return None
    return None if sentence.words[at].lower in _SUFFERS else agent


def _noun_agent(sentence: Sentence, at: int) -> int | None:
    owner = sentence.child(at, "poss")
    if owner is not None:
        return owner
    for one in sentence.children[at]:
        if sentence.words[one].lower == "by" and one > at:
            return sentence.child(one, "pobj")
    return None


def _objects(sentence: Sentence, at: int) -> list[int]:
    """Return what a verb happens to."""
    found = [
        one
        for one in sentence.children[at]
        if sentence.words[one].dep in ("dobj", "nsubjpass", "oprd")
    ]
    if sentence.words[at].dep == "acl" and sentence.words[at].tag == "VBN":
        found.append(sentence.words[at].head)
    return found + [more for one in found for more in sentence.children[one]
                    if sentence.words[more].dep == "conj"]  # fmt: skip


def _oblique(sentence: Sentence, at: int) -> list[int]:
    found = []
    for one in sentence.children[at]:
        if sentence.words[one].dep in ("prep", "agent"):
            noun = sentence.child(one, "pobj")
            if noun is not None:
                found.append(noun)
    return found


def _weapons(sentence: Sentence, places: Sequence[int | None]) -> list[str]:
    """Return the kinds of attack that the weapons named there tell."""
    found = []
    for at in places:
        if at is None:
            continue
        spoken = [at, *(one for one in sentence.children[at] if one < at)]
        laid = any(sentence.words[one].lower in _LAID for one in spoken)
        found += [
            "other" if laid else WEAPON[sentence.words[one].lower]
            for one in spoken
            if sentence.words[one].lower in WEAPON
        ]
    return found


def _medical(sentence: Sentence, objects: list[int]) -> bool:
    for at in objects:
        low, high = sentence.reaches[at]
        if any(word.lower in MEDICAL for word in sentence.words[low : min(high, low + 12) + 1]):
            return True
    return False


def _again(sentence: Sentence, agent: int | None) -> bool:
    if agent is None or sentence.words[agent].lower in WEAPON:
        return False  # a second bomb may fall in the same attack
    return any(sentence.words[one].lower in ANOTHER for one in sentence.children[agent])


def _is_real(sentence: Sentence, at: int) -> bool:
    """Say whether a verb tells of what happened, not of what may, should or shall."""
    words = sentence.words
    for one in sentence.children[at]:
        word = words[one]
        if word.dep == "aux" and word.lower in _NOT_YET:
            perfect = any(words[other].lower == "have" for other in sentence.children[at])
            if not perfect:
                return False
        if word.dep == "mark" and word.lower in ("if", "unless", "whether"):
            return False
    return True
