"""Where and when a trigger's event happened, as far as its sentence says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from probatum.read.builtin.english.event_words import FIRM_VERB
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.triggers import Trigger
from probatum.read.builtin.shelves import Named
from probatum.read.found import Mark, PlaceFound

_NOT_WHERE = frozenset("from across toward towards via beyond behind against since".split())
_ELSEWHERE = frozenset(
    "meeting met meets meet speaking spoke speaks gathered gathering told said says talking "
    "convened convening briefing briefed".split()
)
_OF_A_REGION = 100_000
_FRONT = 3  # words
_BEARS = frozenset("was were had took carried followed reported left caused hit".split())
_DYING = frozenset("die dies died dead succumbed".split())
_OF_WOUNDS = re.compile(
    r"\b(?:in|at|on the way to) (?:the |a )?(?:[\w-]+ )?(?:hospital|clinic|ward|infirmary)\b|"
    r"\b(?:of|from|to) (?:his|her|their|the) (?:\w+ )?(?:wounds?|injur(?:y|ies)|burns)\b|"
    r"\bin intensive care\b"
)
_ANOTHER_TIME = re.compile(
    r"\b(?:days?|weeks?|months?|years?) (?:earlier|later|before|ago)\b|"
    r"\bthe (?:previous|following|next) (?:day|night|evening|morning|week|month|year)\b|"
    r"\bthe (?:day|night|week|month|year) before\b"
)


def _died_later(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether somebody died of what had happened before ("died in hospital on Friday")."""
    if sentence.words[trigger.at].lower not in _DYING:
        return False
    start, end = _clause(sentence, trigger)
    words = " ".join(word.lower for word in sentence.words if start <= word.start < end)
    return _OF_WOUNDS.search(words) is not None


def where(
    sentence: Sentence, trigger: Trigger, places: Named, found: Sequence[PlaceFound]
) -> tuple[int, ...]:
    """Return the places of an event, the finest named; those of movement and direction are none."""
    if _died_later(sentence, trigger):
        return ()
    start, end = _clause(sentence, trigger)
    low, high = sentence.reaches[trigger.at]
    if trigger.noun and not _is_of_its_clause(sentence, trigger):
        start, end = sentence.words[low].start, sentence.words[high].end
    inside = _standing(sentence, places.within(start, end))
    if not inside:
        inside = _standing(sentence, places.within(sentence.mark.start, sentence.mark.end))
        first = sentence.words[min(_FRONT + 1, len(sentence.words) - 1)].end
        elsewhere = not trigger.noun and any(mark.start > first for mark, _ in inside)
        if elsewhere or len({index for _, index in inside}) > 1:
            return ()
    indexes = list(dict.fromkeys(index for _, index in inside))
    fine = [each for each in indexes if (found[each].precision_m or 0) < _OF_A_REGION]
    return tuple((fine or indexes)[:4])


def when(sentence: Sentence, trigger: Trigger, dates: Named) -> int | None:
    """Return the date of an event: below its word, in its own clause, or before all of it.

    The day on which somebody voted, spoke or arrived is not the day of what they voted about.
    """
    if _died_later(sentence, trigger):
        return None
    here = sentence.words[trigger.at].start
    low, high = sentence.reaches[trigger.at]
    own = dates.within(sentence.words[low].start, sentence.words[high].end)
    if not own and not at_another_time(sentence, trigger):
        if _is_of_its_clause(sentence, trigger):
            own = dates.within(*_clause(sentence, trigger))
        if not own:
            own = _in_front(sentence, dates)
    return min(own, key=lambda one: abs(one[0].start - here))[1] if own else None


def _in_front(sentence: Sentence, dates: Named) -> list[tuple[Mark, int]]:
    """Return the date that a sentence begins with ("On Monday, ..."); a dateline's is none."""
    words = sentence.words
    found = dates.within(words[0].start, words[min(_FRONT, len(words) - 1)].end)
    begins = words[0].tag == "IN" or (bool(found) and found[0][0].start == words[0].start)
    return found if begins else []


def _is_of_its_clause(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether what the clause says of time is said of the event: a verb, or its subject."""
    words = sentence.words
    if not trigger.noun:
        return True
    at = trigger.at
    for _ in range(6):
        word = words[at]
        if word.dep[:5] == "nsubj":
            return sentence.child(word.head, "attr") is None
        if word.head == at or words[word.head].tag.startswith("VB"):
            verb = words[word.head].lower
            return verb in FIRM_VERB or verb in _BEARS
        at = word.head
    return False


def at_another_time(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether the clause puts its event before or after the one told of ("a week earlier")."""
    start, end = _clause(sentence, trigger)
    words = " ".join(word.lower for word in sentence.words if start <= word.start < end)
    return _ANOTHER_TIME.search(words) is not None


def _standing(sentence: Sentence, inside: list[tuple[Mark, int]]) -> list[tuple[Mark, int]]:
    """Return the places that do not follow a word of direction."""
    kept = []
    starts = [word.start for word in sentence.words]
    for mark, index in inside:
        at = bisect_left(starts, mark.start)
        if at >= len(sentence.words):
            continue
        climbing = at
        direction = False
        for _ in range(4):
            head = sentence.words[climbing].head
            if head == climbing:
                break
            climbing = head
            if sentence.words[climbing].tag == "IN":
                above = sentence.words[sentence.words[climbing].head].lower
                direction = sentence.words[climbing].lower in _NOT_WHERE or above in _ELSEWHERE
                if sentence.words[climbing].lower != "of":
                    break
        if not direction:
            kept.append((mark, index))
    return kept


def _clause(sentence: Sentence, trigger: Trigger) -> tuple[int, int]:
    """Return the stretch of the clause that a trigger stands in."""
    words = sentence.words
    at = trigger.at
    for _ in range(8):
        word = words[at]
        if word.tag.startswith(("VB", "MD")) and word.dep not in ("aux", "auxpass", "amod"):
            if word.dep in ("ROOT", "ccomp", "conj", "advcl", "relcl", "parataxis"):
                break
        if word.head == at:
            break
        at = word.head
    low, high = sentence.reaches[at]
    own_low, own_high = sentence.reaches[trigger.at]
    # A clause that holds another event before or behind it lends it neither place nor time.
    return words[min(low, own_low)].start, words[max(high, own_high)].end
