"""Offices in words: the role of a person, and offices in capitals that are no names."""

from __future__ import annotations

import re

from probatum.read.builtin.english.callings import ACTORS, COURTESY, OFFICES
from probatum.read.builtin.english.names import Run
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.found import Mark

LONGEST = 12  # words
_AGE = re.compile(r"^(?:[\w-]*-)?years?-old\s+")
_OFFICES = OFFICES - ACTORS - COURTESY


def is_office_name(sentence: Sentence, run: Run) -> bool:
    """Say whether a name is an office in capitals: "the Regional Prosecutor said"."""
    words = sentence.words
    before = words[run.first - 1].lower if run.first else ""
    if "the" not in (before, words[run.first].lower):
        return False
    return run.kind == "body" and run.head == run.last and words[run.last].tag != "NNPS" and (
        words[run.last].lower in _OFFICES
    )  # fmt: skip


def role_of(text: str, sentence: Sentence, at: int, mark: Mark) -> str | None:
    """Return an office in words: the noun, what stands before it, and of what it is."""
    words = sentence.words
    first = at
    while first > 0 and words[first - 1].start >= mark.start and words[first - 1].tag not in (
        "POS", "CD", "PRP$", "DT",
    ):  # fmt: skip
        first -= 1
    last = at
    for one in sentence.children[at]:
        if one == at + 1 and words[one].lower in ("of", "at", "for", "to"):
            last = min(sentence.reaches[one][1], at + LONGEST)
    for place in range(at + 1, last + 1):
        if words[place].text in (",", ";", "(", "-", "–", "—") or words[place].tag[:2] == "VB":
            last = place - 1
            break
    start, end = sentence.between(first, last)
    role = _AGE.sub("", text[start:end])
    return None if "\n" in role or not role else role
