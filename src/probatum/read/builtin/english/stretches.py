"""Stretches of a sentence, cut to what is said and not how, when or by whom else."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.read.builtin.english.cues import lemma, phrases, verb_cue
from probatum.read.builtin.english.parsed import Sentence

_JOINS = frozenset({"while", "whereas", "but", "and", "although", "though", "as", "which"})
_MEANWHILE = frozenset({"as", "while", "whereas", "but"})
_SAID_IN = frozenset(
    "statement interview post message letter tweet communique communiqué speech briefing remarks "
    "broadcast email address appearance conference call telegram note memo hearing bulletin sermon "
    "video reply response answer podcast circular".split()
)
_SPANS_OF_TIME = frozenset(
    "minutes hours days weeks months years minute hour day week month year shortly soon".split()
)
_FINAL = frozenset({".", "!", "?", "”", '"', ";", ":"})
_SAYINGS = frozenset(
    "figure number toll count claim charge account version accusation allegation assertion "
    "estimate total".split()
)
_JUDGES = frozenset("call describe deny dispute reject say dismiss question contest".split())
_SKIPPED = frozenset({"that", ",", ":", ";", "-", "–", "—", "and", "but", "--"})
_TRAILING = frozenset({",", ".", ";", ":", "-", "–", "—", "and", "but", "--", "’", "'"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one sentence, both ends included."""

    first: int
    last: int


def after(sentence: Sentence, low: int, high: int) -> Stretch | None:
    """Return a clause behind its cue, cut where somebody else begins to speak."""
    words = sentence.words
    low = _behind_manner(sentence, low, high)
    for at in range(low + 1, high - 1):
        if words[at].lower in ("in", "during", "at") and paper_behind(sentence, at + 1):
            high = at - 1
            break
    for at in range(low + 3, high - 1):
        if words[at].tag == "CC" and _does_next(sentence, low, at):
            high = at - 1
            break
    for at in range(low + 3, high):
        if words[at].lower in _MEANWHILE and _denies_behind(sentence, at, high):
            high = at - 1
            break
    if high == len(words) - 1 and words[high].text not in _FINAL:
        high = _before_meanwhile(sentence, low, high)
    for at in range(low + 2, high):
        if words[at].text not in (",", ";", "—", "–"):
            continue
        following = words[at + 1].lower
        if following in ("according", "without") or _counts_time(sentence, at + 1, high):
            high = at
            break
        if words[at + 1].tag == "VBG" and (
            verb_cue(following) is not None
            or following in ("citing", "quoting")
            or any(one.tail[:1] == (words[at + 2].lower,) for one in phrases(following))
        ):
            high = at
            break
        if following == "which" and any(
            lemma(one.lower) in ("call", "describe", "deny", "say", "condemn")
            for one in words[at + 2 : at + 6]
        ):
            high = at
            break
        if following in ("a", "an", "the") and _judged_behind(sentence, at + 2, high):
            high = at
            break
        if following in _JOINS and _speaks_within(sentence, at + 2, min(at + 10, high)):
            high = at
            break
    return trimmed(sentence, low, high)


def _does_next(sentence: Sentence, low: int, at: int) -> bool:
    """Say whether a speaker does something else behind "and": "to submit it and is prepared to",
    "said they had been killed, and released pictures"."""
    words = sentence.words
    verb = words[at + 1]
    if words[low].tag == "TO":
        return verb.tag in ("VBZ", "VBD", "MD") and verb.dep in ("conj", "aux", "ROOT")
    if verb.tag != "VBD" or verb.dep != "conj" or words[at - 1].text != ",":
        return False
    before = sentence.children[verb.head]
    return any(words[one].lower == "had" and words[one].dep == "aux" for one in before) and (
        sentence.child(at + 1, "aux", "auxpass", "nsubj", "nsubjpass") is None
    )


def _before_meanwhile(sentence: Sentence, low: int, high: int) -> int:
    """Return where a headline's statement ends: "army says camp held arms as 41 are buried"."""
    words = sentence.words
    for at in range(low + 2, high - 2):
        if words[at].lower in ("as", "while") and words[at].tag == "IN" and any(
            one.tag in ("VBZ", "VBP") for one in words[at + 2 : at + 6]
        ):  # fmt: skip
            return at - 1
    return high


def _counts_time(sentence: Sentence, at: int, high: int) -> bool:
    """Say whether the text itself goes on with ", two days after", ", hours before"."""
    words = sentence.words
    for place in range(at, min(at + 4, high + 1, len(words) - 1)):
        if words[place].lower in _SPANS_OF_TIME:
            return words[place + 1].lower in ("after", "before", "since")
    return False


def _behind_manner(sentence: Sentence, low: int, high: int) -> int:
    """Return where a clause begins behind "in a statement", "on Tuesday", "to reporters"."""
    words = sentence.words
    for _ in range(3):
        at = low
        if at >= len(words):
            break
        if words[at].lower == "in" and paper_behind(sentence, at + 1):
            while at < high and words[at].lower not in _SAID_IN:
                at += 1
        elif (
            words[at].lower in ("on", "late", "early")
            and words[at + 1 : at + 2]
            and (words[at + 1].entity == "DATE")
        ):
            at += 1
            while at < high and words[at + 1].entity == "DATE" and not words[at + 1].begins:
                at += 1
        if at == low or at >= high:
            return low
        low = at + 1
        while low < high and words[low].lower in (",", "that"):
            low += 1
    return low


def paper_behind(sentence: Sentence, at: int) -> bool:
    """Say whether "a statement", "an interview" stands here: how it was said, not what."""
    words = sentence.words[at : at + 4]
    if not words or words[0].lower not in ("a", "an", "his", "her", "its", "their", "remarks"):
        return False
    return any(one.lower in _SAID_IN for one in words)


def _denies_behind(sentence: Sentence, at: int, high: int) -> bool:
    """Say whether somebody else speaks behind "as": "12 killed as army denies role"."""
    words = sentence.words
    for verb in range(at + 2, min(at + 7, high) + 1):
        if words[verb].text in (",", ";") or words[verb].tag == "MD":
            return False
        if words[verb].tag in ("VBD", "VBZ", "VBP", "NNS") and verb_cue(words[verb].lower):
            noun = words[verb - 1].tag
            tagged = words[verb].tag != "NNS" or lemma(words[verb].lower) == "deny"
            return tagged and noun.startswith("NN")
    return False


def _judged_behind(sentence: Sentence, at: int, high: int) -> bool:
    """Say whether ", a figure the government calls inflated" stands here: somebody else's words."""
    words = sentence.words[at : min(at + 8, high + 1)]
    if not words or words[0].lower not in _SAYINGS:
        return False
    return any(lemma(one.lower) in _JUDGES and one.tag in ("VBZ", "VBD", "VBP") for one in words)


def _speaks_within(sentence: Sentence, low: int, high: int) -> bool:
    """Say whether a cue with a subject of its own stands between these places."""
    words = sentence.words
    for at in range(low, high + 1):
        cue = verb_cue(words[at].lower)
        silent = words[at].tag == "VB" and sentence.child(at, "neg") is not None
        says = cue is not None and "q" in cue.takes
        says = says or any({"e", "r"} & set(one.takes) for one in phrases(words[at].lower))
        if says and (
            silent or words[at].tag in ("VBD", "VBZ", "VBP")
        ):  # fmt: skip
            own = sentence.child(at, "nsubj")
            return own is not None and own >= low - 1 and words[own].tag != "WDT"
    return False


def trimmed(sentence: Sentence, first: int, last: int) -> Stretch | None:
    """Return the stretch without joining words in front and marks behind."""
    words = sentence.words
    last = min(last, len(words) - 1)
    while (
        first <= last
        and words[first].lower in _SKIPPED
        and not (
            words[first].tag == "DT"
            and (first == last or words[first + 1].tag[:2] in ("NN", "JJ", "CD"))
        )
    ):
        first += 1
    while last >= first and words[last].text in _TRAILING:
        last -= 1
    if last > first and words[last].lower in ("which", "whom") and words[last - 1].lower == "of":
        return None  # "both of which, they said, were under investigation"
    return Stretch(first, last) if first <= last else None
