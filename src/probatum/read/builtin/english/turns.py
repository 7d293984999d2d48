"""Texts in turns: paragraphs that begin with "Q." and "A.", or with the name of who speaks.

An interview or a hearing is told from other texts by labels that come back: two at least, or one
in capitals. Who asks is told by the questions; the words of the others are theirs, not the text's
own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probatum.read.found import Mark

_LABEL = re.compile(
    r"(?P<name>Question|Answer|[QA](?=[.:])|"
    r"[A-ZÀ-ÞĀ-Ž][\w'’-]*\.?(?: (?:of|the|de|al|[A-ZÀ-ÞĀ-Ž][\w'’.-]*)){0,3})[.:]\s+(?=\S)"
)
_ASKING = frozenset(
    {"q", "question", "presenter", "anchor", "host", "interviewer", "moderator", "reporter"}
)
_ANSWERING = frozenset({"a", "answer"})
_FEWEST = 3  # paragraphs
_INTRODUCED = re.compile(
    r"\b(?:interview(?:s|ed)?|conversation|questions?|speaks?|spoke|talks?|talked|sat down)"
    r"(?: \w+){0,2}? (?:with|to|for) |\binterview(?:s|ed) |: ",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph that somebody speaks: ``label`` marks who; what is said begins at ``begins``.

    ``named`` is false of "Q." and "A.", which name nobody.
    """

    label: Mark
    begins: int
    asks: bool
    named: bool


def turns_of(text: str, paragraphs: Sequence[Mark]) -> Mapping[int, Turn]:
    """Return the turns of a text by the number of their paragraph; none if it is not in turns."""
    found: dict[int, re.Match[str]] = {}
    for number, mark in enumerate(paragraphs):
        label = _LABEL.match(text, mark.start, mark.end)
        plain = label is not None and text[label.end("name")] == "."
        if label is not None and not (plain and len(label["name"]) > 1):
            found[number] = label
    counts: dict[str, int] = {}
    asked: dict[str, int] = {}
    for number, label in found.items():
        name = label["name"].lower()
        counts[name] = counts.get(name, 0) + 1
        asked[name] = asked.get(name, 0) + (text[paragraphs[number].end - 1] == "?")
    loud = {label["name"].lower() for label in found.values() if label["name"].isupper()}
    known = {name for name, count in counts.items() if count > 1}
    if len(known) < 2:
        known &= loud  # only the answers have a name, or only the questions
    if len(known) < 2 or (known & _ASKING):
        known |= loud & set(counts) if known else set()
    if not known or sum(counts[name] for name in known) < _FEWEST:
        return {}
    most = max(asked[name] / counts[name] for name in known)
    asking = {name for name in known if most and asked[name] / counts[name] == most}
    asking = (known & _ASKING) or (asking if len(known) > 1 else set())
    return {
        number: Turn(
            Mark(*label.span("name")), label.end(), label["name"].lower() in asking,
            label["name"].lower() not in _ASKING | _ANSWERING,
        )
        for number, label in found.items() if label["name"].lower() in known
    }  # fmt: skip


def introduced(text: str, turns: Mapping[int, Turn], persons: Sequence[Mark]) -> Mark | None:
    """Return the person whom the lines before the first turn introduce as who answers."""
    first = min(turn.label.start for turn in turns.values())
    before = [mark for mark in persons if mark.start < first and " " in text[slice(*mark)]]
    for lead in _INTRODUCED.finditer(text, 0, first):
        for mark in before:
            if lead.end() <= mark.start and not set(text[lead.end() : mark.start]) & set(".!?\n"):
                return mark
    return before[0] if before else None
