"""Sentences as printed, with the quotations in them whole, in linear time.

A quotation of a name («Канал Дельта») or of a few words inside a clause stays in its clause. One
that stands as a sentence of its own is *speech*; a line that begins with a dash is speech as well.
What the author says between its parts (", — said X. —") belongs to no speech.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from probatum.read.builtin.worded.lexicon import Lexicon
from probatum.read.found import Mark
from probatum.read.sentences import paragraphs, sentences
from probatum.read.tokens import Token, tokens

LONGEST_QUOTATION = 4_000
_OPEN = {"«": "»", "„": '“”"', "“": "”", "‹": "›"}
_QUOTES = re.compile('[«»„“”‹›"]')
_DASH = "[—–―-]"
_LINE_OF_SPEECH = re.compile(r"\s*[—–―]\s+(?=\S)|\s*-\s+(?=[^\W\d_])")
_NUMBER = re.compile(r"\s*(?:\d{1,2}(?:/\d{0,2}|[.)])|[•▪●*])\s+(?=[^\W\d_]|[«„“\"])")
_DATELINE = re.compile(
    r"\s*[^\W\d_]{2,}(?: [^\W\d_]{2,}){0,2}"
    r"(?:[،,] [\w/ ]{3,24})?(?: ?\([^()\n]{2,24}\))?\s+[-–—]\s+(?=[^\W\d_])"
)
_LABEL = re.compile(r"\s*(?:تحديث|عاجل|إضافة|ملاحظة)\s*[:|]+\s*(?=[^\W\d_])")
_MOST_HEADED = 4
_PARTS = re.compile(rf"(?<=[,.!?…])\s+{_DASH}\s+")
_BEHIND = re.compile(rf"\s*[,.!?…]?\s*{_DASH}\s")
_COMMA_BEHIND = re.compile(r"\s*[,،]\s")
_MOST_PARTS = 12
_MOST_IN_NAME = 4
_LONGEST_NOUN = 30
_MOST_ASIDE = 12
_BODIES = ("organisation", "publication")


class Quotation(NamedTuple):
    """A quotation with its marks, and the words in it."""

    whole: Mark
    inner: Mark


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence as printed. ``speech`` are its stretches of speech, ``frame`` the other words.

    ``quoted``: words quoted inside its clauses; ``is_line``: it is a line of a dialogue.
    """

    mark: Mark
    paragraph: int
    frame: tuple[Token, ...]
    speech: tuple[Mark, ...] = ()
    quoted: tuple[Mark, ...] = ()
    is_line: bool = False


def quotations(text: str, paragraph: Mark) -> list[Quotation]:
    """Return the outermost quotations of a paragraph; marks that do not match are left alone."""
    found: list[Quotation] = []
    open_at: list[tuple[int, str]] = []
    for match in _QUOTES.finditer(text, paragraph.start, paragraph.end):
        character, at = match.group(), match.start()
        if open_at and character in open_at[-1][1]:
            start, _ = open_at.pop()
            if not open_at and at - start <= LONGEST_QUOTATION:
                inner = _stripped(text, start + 1, at)
                if inner is not None:
                    found.append(Quotation(Mark(start, at + 1), inner))
        elif character in _OPEN and len(open_at) < 4:
            open_at.append((at, _OPEN[character]))
        elif character == '"' and not open_at:
            open_at.append((at, '"'))
        if open_at and at - open_at[0][0] > LONGEST_QUOTATION:
            open_at = []
    return found


def passages(text: str, lexicon: Lexicon) -> list[Passage]:
    """Return the passages of a text in order."""
    found: list[Passage] = []
    whole = iter(sentences(text, lexicon.language))
    coming = next(whole, None)
    listed = False  # the line before leads to a list, or is of one
    for number, paragraph in enumerate(paragraphs(text)):
        inside: list[Mark] = []
        while coming is not None and coming.start < paragraph.end:
            inside.append(coming)
            coming = next(whole, None)
        quotes = quotations(text, paragraph)
        line = _LINE_OF_SPEECH.match(text, paragraph.start, paragraph.end)
        bullet = line is not None and (
            listed or _is_bullet(text, line.end(), paragraph.end)
        )  # fmt: skip
        listed = lexicon.heads.joined and (
            bullet or text.endswith(":", paragraph.start, paragraph.end)
        )  # fmt: skip
        numbered = _NUMBER.match(text, paragraph.start, paragraph.end) if line is None else None
        if numbered is not None:
            inside = _from(inside, numbered.end())
        if lexicon.heads.joined:
            inside = _from(inside, _behind_label(text, paragraph.start, paragraph.end))
        if lexicon.heads.joined and number < _MOST_HEADED:
            inside = _from(inside, _behind_dateline(text, paragraph, lexicon))
        if line is not None and bullet:
            inside = _from(inside, line.end())
        elif line and paragraph.end - paragraph.start <= LONGEST_QUOTATION:
            found.append(_line(text, number, Mark(line.end(), paragraph.end)))
            continue
        merged = _merged(inside, quotes)
        at = 0
        for mark in merged:
            here: list[Quotation] = []
            while at < len(quotes) and quotes[at].whole.start < mark.end:
                here.append(quotes[at])
                at += 1
            found.append(_passage(text, number, mark, here, lexicon))
    return found


def _behind_label(text: str, start: int, end: int) -> int:
    """Return where a paragraph begins behind "Update:", "Urgent |"."""
    found = _LABEL.match(text, start, end)
    return start if found is None else found.end()


def _behind_dateline(text: str, paragraph: Mark, lexicon: Lexicon) -> int:
    """Return where a report begins behind "Aden (agencies) - "; else where its paragraph does."""
    found = _DATELINE.match(text, paragraph.start, paragraph.end)
    if found is None:
        return paragraph.start
    words = tokens(text, *found.span())
    known = any(
        lexicon.cues.at(words, at) or lexicon.heads.of(words[at].word) for at in range(len(words))
    )
    return paragraph.start if known and "(" not in found.group() else found.end()


def _from(marks: Sequence[Mark], start: int) -> list[Mark]:
    """Return sentences from a place on, without the sign of a list before it."""
    return [Mark(max(one.start, start), one.end) for one in marks if one.end > start]


def _is_bullet(text: str, start: int, end: int) -> bool:
    """Say whether a line that begins with a dash is one of a list, and no speech."""
    return text[start : start + 1].islower() or text[start:end].rstrip().endswith((";", "؛"))


def parts_of_speech(text: str, mark: Mark) -> list[Mark]:
    """Return the parts of a stretch of speech between dashes: speech, author, speech, ..."""
    found: list[Mark] = []
    start = mark.start
    for match in _PARTS.finditer(text, mark.start, mark.end):
        if match.start() > start:
            found.append(Mark(start, match.start()))
        start = match.end()
        if len(found) == _MOST_PARTS:
            break
    if mark.end > start:
        found.append(Mark(start, mark.end))
    return found


def _merged(marks: Sequence[Mark], quotes: Sequence[Quotation]) -> list[Mark]:
    """Return sentences that no quotation reaches over the end of."""
    found: list[Mark] = []
    at = 0
    open_until = -1
    for mark in marks:
        if found and mark.start < open_until:
            found[-1] = Mark(found[-1].start, mark.end)
        else:
            found.append(mark)
        while at < len(quotes) and quotes[at].whole.start < mark.end:
            open_until = max(open_until, quotes[at].whole.end)
            at += 1
    return found


def _line(text: str, paragraph: int, mark: Mark) -> Passage:
    return Passage(mark, paragraph, (), (mark,), is_line=True)


def _passage(
    text: str, paragraph: int, mark: Mark, quotes: Sequence[Quotation], lexicon: Lexicon
) -> Passage:
    speech: list[Mark] = []
    quoted: list[Mark] = []
    outside: list[Token] = []
    start = mark.start
    for quote in quotes:
        if not _is_speech(text, mark, quote, has_spoken=bool(speech)):
            if not _is_name(text, quote, lexicon):
                quoted.append(quote.inner)
            continue
        speech.append(quote.inner)
        outside += tokens(text, start, max(start, quote.whole.start))
        start = max(start, quote.whole.end)
    outside += tokens(text, start, max(start, mark.end))
    frame = outside if lexicon.heads.joined else without_asides(outside)
    return Passage(mark, paragraph, tuple(frame), tuple(speech), tuple(quoted))


def without_asides(words: Sequence[Token]) -> list[Token]:
    """Return words without what stands in brackets among them ("a guard (name changed) said")."""
    kept: list[Token] = []
    opened = -1
    for at, one in enumerate(words):
        if one.word == "(" and kept and opened < 0:
            opened = len(kept)
        kept.append(one)
        if one.word == ")" and opened >= 0:
            if len(kept) - opened <= _MOST_ASIDE and at + 1 < len(words):
                del kept[opened:]
            opened = -1
    return kept


def _is_speech(text: str, passage: Mark, quote: Quotation, *, has_spoken: bool) -> bool:
    """Say whether a quotation stands as a sentence: alone, before a dash, behind a colon."""
    before = text[passage.start : quote.whole.start].rstrip()[-1:]
    words = text[quote.inner.start : quote.inner.end].split(None, 4)
    after = text[quote.whole.end : min(passage.end, quote.whole.end + 8)]
    if before == ":":
        return after.lstrip()[:1] in ("", *".,;!?…)—–-،؛؟")
    first = not before or before in "—–-" or has_spoken and before in ",."
    if first and not after.strip(" .!?…؟"):
        return len(words) > 1
    if first and _BEHIND.match(after + " "):
        return True
    return first and len(words) > 2 and bool(_COMMA_BEHIND.match(after))


def _is_name(text: str, quote: Quotation, lexicon: Lexicon) -> bool:
    """Say whether a quotation is the name of something: short, capitalised, behind a word.

    Where no letter is a capital, a name is a few words behind the noun that they belong to.
    """
    words = text[quote.inner.start : quote.inner.end]
    if len(words) > 60 or words[:1].islower() or re.search("[,.:;!?،؛؟]", words):
        return False
    if not lexicon.heads.joined:
        return True
    read = tokens(text, *quote.inner)
    led = tokens(text, max(0, quote.whole.start - _LONGEST_NOUN), quote.whole.start)[-1:]
    if len(read) > _MOST_IN_NAME or not led or led[0].kind != "word":
        return False
    bodies = [lexicon.heads.of(one.word) for one in (led[0], *read[:1])]
    if any(one is not None and one.type in _BODIES for one in bodies):
        return True
    noun = led[0].word not in lexicon.that and not lexicon.plain(led[0].word).endswith("ت")
    return noun and read[0].word.startswith("ال") and not led[0].word.startswith("ال")


def _stripped(text: str, start: int, end: int) -> Mark | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Mark(start, end) if start < end else None
