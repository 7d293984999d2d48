"""Whether a verb of many meanings tells of an event: by its weapon, victim or body."""

from __future__ import annotations

from probatum.read.builtin.english.callings import GROUPS, OFFICES, singular
from probatum.read.builtin.english.event_words import BODIES, PEOPLE, TARGETS, WEAK_VERB, base
from probatum.read.builtin.english.parsed import Sentence

# Where people are brought for their own sake, and what carries them there.
_HELPFUL = frozenset(
    "hospital hospitals clinic clinics ward doctor doctors safety shelter shelters home school "
    "work bakery factory market church cemetery morgue mortuary port airport surgery "
    "theatre".split()
)
_TO_DEATH = frozenset("freeze froze bleed choke".split())
_CARRIERS = frozenset("bus buses train ferry boat ambulance ambulances plane minibus".split())
_ANYBODY = frozenset("anyone anybody nobody none".split())


def is_event(
    sentence: Sentence, at: int, agent: int | None, objects: list[int], weapons: list[str]
) -> bool:
    """Say whether a verb of many meanings tells of an event here: by weapon, victim or body."""
    words = sentence.words
    verb = base(words[at].lower)
    after = {words[one].lower for one in sentence.children[at]}
    victims = any(
        _has(sentence, one, PEOPLE | _ANYBODY) or singular(words[one].lower) in GROUPS | OFFICES
        for one in objects
    )
    match WEAK_VERB[words[at].lower]:
        case "rescue":
            return victims or verb == "rescue"
        case "killing":
            return verb not in _TO_DEATH or _to_death(sentence, at)
        case "evacuation":
            return True
        case "other":
            if verb in ("open", "opened"):
                return any(words[one].lower == "fire" for one in objects)
            if verb in ("fire", "fired") and after & {"on", "at", "into", "upon"}:
                return True
            hit = verb in ("hit", "struck") and _hits_a_target(sentence, at, objects)
            return hit or bool(weapons)
        case "detention":
            if _brought(sentence, at):
                return False
            away = bool(after & {"away", "prisoner", "captive", "hostage", "from", "off", "up"})
            return victims and (
                away or verb in ("hold", "holding", "seize", "take") or "seize" in verb
            )
        case "found-bodies":
            return any(_has(sentence, one, BODIES) for one in objects)
        case "forced-transfer":
            carried = agent is not None and words[agent].lower in _CARRIERS
            if carried or _brought(sentence, at):
                return False
            return victims and bool(after & {"out", "from", "across", "forcibly", "to", "off"})
        case "destruction":
            return bool(after & {"fire", "ablaze", "alight", "up"}) or bool(weapons)
        case "pillage":
            return bool(objects)
    return False


def _hits_a_target(sentence: Sentence, at: int, objects: list[int]) -> bool:
    """Say whether a building, a vehicle or a crowd was hit, and not by a crisis or a car."""
    by = sentence.child(at, "agent")
    return by is None and any(
        sentence.words[each].lower.removesuffix("s") in TARGETS for each in objects
    )


def _to_death(sentence: Sentence, at: int) -> bool:
    """Say whether somebody froze, bled or choked to death."""
    return any(word.lower == "death" for word in sentence.words[at + 1 : at + 3])


def _brought(sentence: Sentence, at: int) -> bool:
    """Say whether people are taken where they are helped, work or are buried."""
    for one in sentence.children[at]:
        if sentence.words[one].lower in ("to", "into"):
            place = sentence.child(one, "pobj")
            if place is not None and sentence.words[place].lower in _HELPFUL:
                return True
    return False


def _has(sentence: Sentence, at: int, wanted: frozenset[str]) -> bool:
    low, high = sentence.reaches[at]
    return any(word.lower in wanted for word in sentence.words[low : min(high, low + 8) + 1])
