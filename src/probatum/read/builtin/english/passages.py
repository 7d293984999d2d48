"""Cut a paragraph into passages, and tell utterances from quoted fragments.

Sentences end where ``read/sentences.py`` says, but never inside a quotation: those cuts become
sentences of the utterance.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from probatum.read.builtin.english.quotations import Quotation, quotations
from probatum.read.builtin.english.turns import Turn, turns_of
from probatum.read.found import Mark
from probatum.read.sentences import paragraphs, sentences

_BEFORE_UTTERANCE = ",:;—–-"
_ENDS_UTTERANCE = ",.?!…—–"
_FEW_WORDS = 3
_LEAST_OF_A_CLAUSE = 12
# Quotations may join sentences to a passage; marks gone wild must not join a whole text.
_LONGEST = 8_000
# What stands before a first sentence: signs, bullet, number in a thread, hour, alert, dateline.
_HOUR = r"(?:\d{1,2}[.:]\d{2} ?(?:am|pm|h)?|\d{1,2} ?(?:am|pm))(?: (?:GMT|UTC|BST|C?E[SE]?T|MSK))?"
_PREFIX = re.compile(
    r"(?:[^\w\s\"'“”„‟‘’‚‹›«»(){}\[\]#@$€£.,;:/&+*•–—-]+\s*)?"
    r"(?:[-•*–]\s+|\(?\d{1,2}[.)]\s+|\(?\d{1,2}/\d{0,2}\)?:?\s+|\(?[a-h]\)\s+)?"
    rf"(?:{_HOUR}(?:\s*[:|–—-]\s+|\s+))?"
    rf"(?:(?:URGENT|BREAKING(?: NEWS)?|(?:UPDATED?|Update)(?: {_HOUR}| \d+)?(?=[:|–— ])|UPD|FLASH|"
    r"EXCLUSIVE|ALERT|WATCH|LIVE|JUST IN|Just in|NEW|CONFIRMED|Confirmed(?=:))"
    r"(?:\s?[:|–—-]\s*|\s+))*"
    r"(?:[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž .'’-]{2,40}(?:,\s[^—–\n]{1,30}?)?"
    r"(?:\s\([^)\n]{1,40}\))?\s[—–-]{1,2}\s+|"
    r"\(?[A-ZÀ-ÞĀ-Ž][\w.'’-]{1,20}(?:[ /][A-ZÀ-ÞĀ-Ž][\w.'’-]{1,20}){0,2},? \(?"
    r"(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2})(?:,? \d{4})?\)?"
    r"(?: ?[—–]| -{1,2}|:)\s+)?"
)


_ASKED = re.compile(r"[QA][.:]\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Cut:
    """A passage before parsing. ``inside`` are the sentences of each utterance."""

    mark: Mark
    paragraph: int
    utterances: tuple[Quotation, ...]
    fragments: tuple[Quotation, ...]
    inside: tuple[tuple[Mark, ...], ...]


def cuts(text: str) -> tuple[tuple[Mark, ...], list[Cut], Mapping[int, Turn]]:
    """Return the paragraphs of a text, its passages in order, and who speaks in turns.

    Linear in the text's length.
    """
    marks = tuple(paragraphs(text))
    turns = turns_of(text, marks)
    ends = sentences(text, "en")
    found: list[Cut] = []
    at = 0
    for number, paragraph in enumerate(marks):
        mine: list[Mark] = []
        while at < len(ends) and ends[at].start < paragraph.end:
            mine.append(ends[at])
            at += 1
        quoted = quotations(text, paragraph)
        if number in turns:
            begins = turns[number].begins
            mine = [Mark(max(one.start, begins), one.end) for one in mine if one.end > begins]
        elif mine:
            mine[0] = _without_prefix(text, mine[0])
        if number or text[paragraph.end - 1] == ".":  # a headline is one passage
            mine = _clauses(text, mine, quoted)
        found.extend(_cut(text, number, mine, quoted))
    return marks, found, turns


def _without_prefix(text: str, mark: Mark) -> Mark:
    asked = _ASKED.match(text, mark.start, mark.end)
    if asked is not None:
        mark = Mark(asked.end(), mark.end)
    found = _PREFIX.match(text, mark.start, mark.end)
    if found is None or mark.end - found.end() < _LEAST_OF_A_CLAUSE:
        return mark
    return Mark(found.end(), mark.end)


def _clauses(text: str, mine: list[Mark], quoted: list[Quotation]) -> list[Mark]:
    """Cut sentences at semicolons outside quotations: the parser mixes up what they divide."""
    found: list[Mark] = []
    opens = [one.outer.start for one in quoted]
    for start, end in mine:
        at = text.find("; ", start, end)
        while at >= 0:
            before = bisect_right(opens, at) - 1
            inside = before >= 0 and at < quoted[before].outer.end
            short = min(at - start, end - at) < _LEAST_OF_A_CLAUSE
            if not inside and not short and not text.startswith("; and ", at):
                found.append(Mark(start, at))
                start = at + 2
                while text[start].isspace():
                    start += 1
            at = text.find("; ", at + 1, end)
        found.append(Mark(start, end))
    return found


def _cut(text: str, number: int, mine: list[Mark], quoted: list[Quotation]) -> list[Cut]:
    """Join sentences that one quotation holds together, and sort out their quotations."""
    found: list[Cut] = []
    at = 0
    next_quotation = 0
    while at < len(mine):
        start, end = mine[at]
        pieces = [mine[at]]
        held: list[Quotation] = []
        at += 1
        while next_quotation < len(quoted) and quoted[next_quotation].outer.start < end:
            quotation = quoted[next_quotation]
            held.append(quotation)
            next_quotation += 1
            while (
                at < len(mine) and mine[at].start < quotation.outer.end and (end - start < _LONGEST)
            ):
                pieces.append(mine[at])
                end = mine[at].end
                at += 1
            if _goes_on(text, quotation, Mark(start, end), mine, at):
                pieces.append(mine[at])
                end = mine[at].end
                at += 1
        found.append(_sort(text, number, Mark(start, end), held, pieces))
    return found


def _goes_on(text: str, quotation: Quotation, passage: Mark, mine: list[Mark], at: int) -> bool:
    """Say whether ``"Why?" Anna asked.`` is one passage: a quotation, then a short clause."""
    if (
        at >= len(mine)
        or passage.end != quotation.outer.end
        or passage.start != (quotation.outer.start)
    ):
        return False
    if text[quotation.inner.end - 1] not in "?!":
        return False
    rest = text[mine[at].start : mine[at].end].split()
    return len(rest) <= 8 and rest[0][:1] not in "\"“'‘«„"


def _sort(text: str, number: int, mark: Mark, held: list[Quotation], pieces: list[Mark]) -> Cut:
    utterances: list[Quotation] = []
    fragments: list[Quotation] = []
    for quotation in held:
        if _is_utterance(text, mark, quotation, after_another=bool(utterances)):
            utterances.append(quotation)
        else:
            fragments.append(quotation)
    inside = tuple(_sentences_within(one.inner, pieces) for one in utterances)
    return Cut(mark, number, tuple(utterances), tuple(fragments), inside)


def _is_utterance(text: str, passage: Mark, quotation: Quotation, *, after_another: bool) -> bool:
    words = text[quotation.inner.start : quotation.inner.end].split(maxsplit=_FEW_WORDS)
    last = text[quotation.inner.end - 1]
    before = text[max(passage.start, quotation.outer.start - 3) : quotation.outer.start].rstrip()
    after = text[quotation.outer.end : min(passage.end, quotation.outer.end + 2)].lstrip()
    alone = quotation.outer.start <= passage.start and quotation.outer.end >= passage.end
    if alone:
        return True
    if quotation.outer.start <= passage.start:
        return last in _ENDS_UTTERANCE or after[:1] in (",", "—", "–", "-", ":")
    if not before or before[-1] not in _BEFORE_UTTERANCE:
        return False
    capital = words[0][:1].isupper() or not words[0][:1].isalpha()
    if before[-1] == ":":
        return len(words) >= _FEW_WORDS or capital or last in _ENDS_UTTERANCE
    return (capital and (len(words) >= _FEW_WORDS or last in ".?!")) or after_another


def _sentences_within(inner: Mark, pieces: list[Mark]) -> tuple[Mark, ...]:
    found = []
    for piece in pieces:
        start, end = max(piece.start, inner.start), min(piece.end, inner.end)
        if start < end:
            found.append(Mark(start, end))
    return tuple(found)
