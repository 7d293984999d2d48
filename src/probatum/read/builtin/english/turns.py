"""Texts in turns: paragraphs that begin with "Q." and "A.", or with the name of who speaks.

An interview or a hearing is told from other texts by labels that come back: two at least, one in
capitals, or one behind questions without a label. Without any label it is told by questions, each
a paragraph, and answers in the first person. Who asks is told by the questions; the words of the
others are theirs, not the text's own. Questions that a ministry or a rights group puts to itself
("What did we find?") are headings: what stands below them is the text's own voice.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

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
_FEWEST_QUESTIONS = 2
_TO_YOU = re.compile(r"\b(?:you|your)\b", re.IGNORECASE)
_OF_ME = re.compile(r"\b(?:I|we|my|our|me|us|[Ww]e|[Mm]y|[Oo]ur)\b")
_OF_ONE = re.compile(r"\b(?:I|[Mm]y|me|myself)\b")
_QUOTED = re.compile('["“«][^"“”«»]*["”»]')
_OF_INTERVIEWS = re.compile(
    r"\b(?:interview|conversation|correspondent|questioned|examin|transcript|hearing|testimony|"
    r"(?:spoke|speaks|talked|talks|sat down) (?:to|with))",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:(?:But|Yet|And) )?\w[^.?!]{1,60}? (?:says?|said|claims?|claimed|den(?:y|ies|ied)|insists?|"
    r"maintains?|calls?|called|accuses?|accused|argues?|argued|rejects?)\b[^.?!]{8,160}\."
)
_BY_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he) (?:\w+ )?(?:spoke|speaks|talk(?:s|ed)) to $")
_QUOTES = "\"“„«‘'"
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
    if not known:
        return _unlabelled(text, paragraphs)
    if len(known) < 2 and not _follows_questions(text, paragraphs, found):
        known &= loud  # only the answers have a name, or only the questions
    if len(known) < 2 or (known & _ASKING):
        known |= loud & set(counts) if known else set()
    if not known or sum(counts[name] for name in known) < _FEWEST:
        return {}
    most = max(asked[name] / counts[name] for name in known)
    asking = {name for name in known if most and asked[name] / counts[name] == most}
    asking = (known & _ASKING) or (asking if len(known) > 1 else set())
    turns = {
        number: Turn(
            Mark(*label.span("name")), label.end(), label["name"].lower() in asking,
            label["name"].lower() not in _ASKING | _ANSWERING,
        )
        for number, label in found.items() if label["name"].lower() in known
    }  # fmt: skip
    everybody = _with_others(text, paragraphs, turns)
    nameless = not any(turn.named for turn in turns.values())
    return {} if nameless and _asks_itself(text, paragraphs, everybody) else everybody


def _asks_itself(text: str, paragraphs: Sequence[Mark], turns: Mapping[int, Turn]) -> bool:
    """Say whether the questions are headings of the writer: nobody is asked, nobody is met."""
    asked = [paragraphs[n] for n, turn in turns.items() if turn.asks]
    to_you = sum(_TO_YOU.search(text, *mark) is not None for mark in asked)
    if to_you * 3 > len(asked) or _OF_INTERVIEWS.search(text, 0, paragraphs[min(turns)].start):
        return False
    answers = (paragraphs[n] for n, turn in turns.items() if not turn.asks)
    return not any(_OF_ONE.search(_QUOTED.sub("", text[slice(*mark)])) for mark in answers)


def _follows_questions(
    text: str, paragraphs: Sequence[Mark], found: Mapping[int, re.Match[str]]
) -> bool:
    """Say whether questions without a label stand before paragraphs that have one."""
    before = (number - 1 for number in found if number and number - 1 not in found)
    return sum(text[paragraphs[number].end - 1] == "?" for number in before) >= _FEWEST_QUESTIONS


def _with_others(
    text: str, paragraphs: Sequence[Mark], turns: dict[int, Turn]
) -> Mapping[int, Turn]:
    """Add paragraphs without a label: questions before an answer, and answers that go on."""
    first, last = min(turns), max(turns)
    all_answer = not any(turn.asks for turn in turns.values())
    out = dict(turns)
    for number in range(max(0, first - 1), last):
        if number in turns:
            continue
        start, end = paragraphs[number]
        if all_answer and number + 1 in turns and (
            number > first or text[end - 1] == "?" or _TO_YOU.search(text, start, end)
        ):  # fmt: skip
            out[number] = Turn(Mark(start, start), start, asks=True, named=False)
        elif number > first and (goes_on := out.get(number - 1)) is not None and not goes_on.asks:
            out[number] = replace(goes_on, begins=start)
    return out


def _unlabelled(text: str, paragraphs: Sequence[Mark]) -> Mapping[int, Turn]:
    """Return the turns of an interview in which questions and answers have no label at all."""
    asked = [n for n, mark in enumerate(paragraphs) if text[mark.end - 1] == "?" and n]
    if len(asked) < _FEWEST or asked[-1] + 1 == len(paragraphs):
        return {}
    rest = [n for n in range(asked[0], len(paragraphs)) if n not in asked]
    # "The army says it only fired at the barracks." between two answers is put to whom is asked.
    asked += [n for n in rest if n - 1 in rest and n + 1 in rest and _is_put(text, paragraphs[n])]
    answers = [n for n in rest if n not in asked]
    own = sum(bool(_OF_ME.search(text, *paragraphs[n])) for n in answers)
    quoted = sum(text[paragraphs[n].start] in _QUOTES for n in answers)
    lone = sum(n + 1 not in asked for n in asked)
    if own * 2 < len(answers) or quoted or lone < len(asked) or len(answers) > 3 * len(asked):
        return {}
    turns = {
        n: Turn(Mark(paragraphs[n].start, paragraphs[n].start), paragraphs[n].start, n in asked,
                named=False)
        for n in range(asked[0], len(paragraphs))
    }  # fmt: skip
    return {} if _asks_itself(text, paragraphs, turns) else turns


def _is_put(text: str, mark: Mark) -> bool:
    """Say whether a paragraph only tells what another side says, in one short sentence."""
    return _SAYS.fullmatch(text, *mark) is not None and _OF_ME.search(text, *mark) is None


def introduced(text: str, turns: Mapping[int, Turn], persons: Sequence[Mark]) -> Mark | None:
    """Return the person whom the lines before the first turn introduce as who answers."""
    first = min(turn.label.start for turn in turns.values())
    before = [mark for mark in persons if mark.start < first and " " in text[slice(*mark)]]
    for lead in _INTRODUCED.finditer(text, 0, first):
        if _BY_PRONOUN.search(text, max(0, lead.start() - 8), lead.end()):
            told = [mark for mark in before if mark.end <= lead.start()]
            if told:
                return told[0]  # "She spoke to our correspondent"
        for mark in before:
            if lead.end() <= mark.start and not set(text[lead.end() : mark.start]) & set(".!?\n"):
                return mark
    return before[0] if before else None
