"""Whether a content says how many: a number leads it, or is what is counted."""

from __future__ import annotations

from collections.abc import Sequence

from probatum.read.builtin.english.callings import GROUPS, OFFICES, singular
from probatum.read.builtin.english.contents import HARMING, LOSSES, Content, is_somebody
from probatum.read.builtin.english.deeds import Deed
from probatum.read.builtin.english.proposition_words import (
    COUNTED_FIRST,
    COUNTS,
    EVENT_FIRST,
    FREED,
    LOSSES_TOLD,
    NUMBER_FIRST,
    OF_A_COUNT,
    PRESENCE,
    TOLL_IS_NOW,
)
from probatum.read.found import FigureFound

_COUNTABLE = (
    GROUPS
    | OFFICES
    | frozenset(
        "death body inhabitant case name patient round shell strike attack incident house home "
        "grave victim casualty dead killed wounded injured missing those them us village "
        "school".split()
    )
)
_COUNTED_AS = frozenset("child woman man boy girl civilian pupil student minor".split())
_HAVING = frozenset({"have", "has", "had", "name", "names", "put", "puts"})
_OF_KNOWN = frozenset("the these those all both his her their our its".split())


def is_figure(said: Content) -> bool:
    """Say whether how many is the point: the number leads, or is what is counted."""
    deed, words = said.deed, said.words
    if EVENT_FIRST.match(words) and not said.against:
        return False  # "Shells struck the market, killing 23 people" tells of the strike
    if is_somebody(deed) and not said.against:
        assert deed is not None  # "Two of the dead were sisters", "nine of them were children"
        return singular(deed.being("attr")) in _COUNTED_AS and NUMBER_FIRST.match(words) is not None
    if deed is not None and not said.against and (_of_a_number(deed) or _counts_people(deed)):
        return True
    if deed is not None and deed.word in FREED and deed.who != "force":
        return said.stance != "denies" and NUMBER_FIRST.match(words) is not None
    counting = deed is not None and deed.word in COUNTS
    taking = deed is not None and deed.acts and not counting and (
        deed.who in ("force", "attackers") and deed.word in HARMING
    )  # fmt: skip
    if taking:
        return False
    if TOLL_IS_NOW.search(words):
        return True
    inside = [
        one for one in said.figures
        if (deed is None or deed.leads_to(one.mark)) and not _is_known(words, one, said.start)
    ]  # fmt: skip
    if deed is not None and deed.who == "event":
        inside = [one for one in inside if one.measure in LOSSES]
    if any(one.measure in LOSSES for one in inside) and LOSSES_TOLD.search(words):
        return True
    busy = deed is not None and deed.acts and bool(said.told) and not counting
    if said.stance != "denies" and inside and not busy:
        if _number_leads(words, inside, said.start):
            return True
    return said.stance != "denies" and _counts_first(words) and not PRESENCE.search(words)


def _of_a_number(deed: Deed) -> bool:
    """Say whether a number alone does or suffers it: "Seventeen of them were admitted"."""
    sentence = deed.sentence
    own = sentence.child(deed.verb, "nsubj", "nsubjpass")
    if own is None or sentence.words[own].tag != "CD" or deed.being("attr"):
        return False
    of = sentence.child(own, "prep")
    whom = None if of is None else sentence.child(of, "pobj")
    if sentence.words[own].lower == "one" or (
        whom is not None and singular(sentence.words[whom].lower) not in _COUNTABLE
    ):  # fmt: skip
        return False
    first = sentence.words[sentence.reaches[own][0]].lower
    return first not in _OF_KNOWN or sentence.words[own - 1].lower == "other"


def _counts_people(deed: Deed) -> bool:
    """Say whether so and so many are counted, listed or treated: "had admitted 33 patients"."""
    sentence = deed.sentence
    target = sentence.child(deed.verb, "dobj") if deed.word in COUNTS - _HAVING else None
    return target is not None and any(
        sentence.words[one].tag == "CD" for one in sentence.children[target]
    ) and singular(sentence.words[target].lower) in _COUNTABLE  # fmt: skip


def _is_known(words: str, one: FigureFound, start: int) -> bool:
    """Say whether a number is that of people spoken of before: "the four dead"."""
    before = words[: max(0, (one.number or one.mark).start - start)].rstrip().rpartition(" ")[2]
    return before.lower() in _OF_KNOWN


def _number_leads(words: str, figures: Sequence[FigureFound], start: int) -> bool:
    """Say whether a number stands early, or is much of what is said."""
    for one in figures:
        before = words[: max(0, one.mark.start - start)].rstrip()
        if len(before) < 0.5 * len(words) or one.mark.end - one.mark.start > 0.35 * len(words):
            return True
    return False


def _counts_first(words: str) -> bool:
    """Say whether a content begins with how many people, cases or things there are."""
    if COUNTED_FIRST.match(words) or OF_A_COUNT.match(words):
        return True
    number = NUMBER_FIRST.match(words)
    if number is None:
        return False
    behind = words[number.end() :].split()[:3]
    if not behind:
        return True
    return any(singular(word.strip(",.;:")) in _COUNTABLE for word in behind)
