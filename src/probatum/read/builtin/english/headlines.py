"""Headlines and posts that name their source with a mark: "X: 12 killed", "12 killed - X"."""

from __future__ import annotations

import re

from probatum.read.builtin.english.callings import BODIES, OFFICES, singular
from probatum.read.builtin.english.cues import noun_cue
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speakers import Speaker, speaker_at
from probatum.read.found import Said

_LABELS = frozenset(
    "urgent breaking update updated exclusive watch live video photo photos analysis opinion "
    "explainer summary correction clarification note background context pictures listen read "
    "alert flash developing thread ps nb edit contact subject date place from to re more".split()
)
_SPEAKERS = re.compile(
    r"\b(?:mayor|ministry|minister|police|officials?|army|military|president|governor|un|"
    r"government|ngo|agency|sources?|witness(?:es)?|rescuers|doctors?|hospital|residents|"
    r"survivors|spokes\w+|commander|general|monitors?|council|investigators|prosecutors?|"
    r"families|relatives|court|committee|chief|report|opposition|rebels|authorities|envoy|"
    r"director|group|bishop|priest|medics|command|ombuds\w+|militia|union|mission)\b",
    re.IGNORECASE,
)
_OF_DATES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september "
    "october november december jan feb mar apr jun jul aug sep sept oct nov "
    "dec morning afternoon evening night edition".split()
)
_MOST_NAMES = 6
_TAIL = 5


def labelled(sentence: Sentence) -> tuple[Said, Speaker] | None:
    """Return what a headline's label is said to say, None if the sentence has no such label."""
    words = sentence.words
    if len(words) < 5:
        return None
    for at in range(1, len(words) - 1):
        if words[at].text == ":" and at <= _MOST_NAMES and _names(sentence, 0, at - 1):
            if words[0].lower in _LABELS or len(words) - at < 4:
                return None
            if _tells_nothing(sentence, at + 1):
                return None
            return _said(sentence, at - 1, at + 1, _without_stop(sentence))
    for at in range(len(words) - 2, max(2, len(words) - 2 - _TAIL), -1):
        if words[at].text in ("-", "–", "—", ":", "|", "--") and at >= 3:
            tail = " ".join(one.text for one in words[at + 1 :])
            if _SPEAKERS.search(tail) and _names(sentence, at + 1, len(words) - 1):
                return _said(sentence, _without_stop(sentence), 0, at - 1)
            return None
    return None


def is_office(sentence: Sentence, speaker: Speaker) -> bool:
    """Say whether a label in front of a whole sentence is surely of somebody who speaks."""
    if speaker.mark is None or sentence.words[0].start != speaker.mark.start:
        return False
    label = [one.lower for one in sentence.words if one.end <= speaker.mark.end]
    return singular(label[-1]) in BODIES | OFFICES and label[-1] not in _LABELS


def _without_stop(sentence: Sentence) -> int:
    last = len(sentence.words) - 1
    return last - 1 if sentence.words[last].text in (".", ",") else last


def _names(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether these words are a name or a role, and no clause."""
    words = sentence.words[first : last + 1]
    if any(one.tag.startswith(("VB", "MD", "RB", "PRP", "W", "IN", ",")) and (
        one.lower not in ("of", "for")
    ) for one in words):  # fmt: skip
        return False
    head = words[-1]
    if noun_cue(head.lower) is not None and head.lower not in ("report", "reports"):
        return False
    if singular(head.lower) == "report" and all(one.tag in ("JJ", "DT") for one in words[:-1]):
        return False  # "New report: ..."
    text = " ".join(one.text for one in words)
    office = singular(head.lower) in BODIES | OFFICES and head.lower not in _LABELS
    return bool(_SPEAKERS.search(text) or office) or (
        head.tag.startswith("NNP") and all(one.text[:1].isupper() for one in words)
    )


def _tells_nothing(sentence: Sentence, first: int) -> bool:
    """Say whether a line under a masthead goes on with a date or a title: "The Brief: 9 May"."""
    words = [one for one in sentence.words[first:] if one.tag not in (",", ".", ":")]
    return (
        all(one.tag == "CD" or one.lower in _OF_DATES for one in words)
        or all(one.text.isupper() and one.text.isalpha() and len(one.text) > 1 for one in words)
        and len(words) < _MOST_NAMES
    )


def _said(sentence: Sentence, noun: int, first: int, last: int) -> tuple[Said, Speaker]:
    speaker = speaker_at(sentence, noun)
    if sentence.words[noun].tag.startswith("NN"):
        low = noun
        while (
            low > 0
            and sentence.words[low - 1].tag.startswith(("NN", "JJ", "DT", "CD"))
            and (not first <= low - 1 <= last)
        ):
            low -= 1
        counted = any(one.tag == "CD" for one in sentence.words[low:noun])
        count = speaker.count if counted else None
        speaker = Speaker(sentence.between(low, noun), noun, count, speaker.voice)
    said = Said(
        content=sentence.between(first, last),
        stance="asserts",
        quoted="indirect",
        voice=speaker.voice,
        speaker=speaker.mark,
        speaker_count=speaker.count,
    )
    return said, speaker
