"""Direct speech: quotations that stand as sentences, and lines of a dialogue, with who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.frames import Frame
from probatum.read.builtin.worded.lexicon import Lexicon
from probatum.read.builtin.worded.passages import Passage, parts_of_speech
from probatum.read.builtin.worded.phrases import Phrase, with_gender
from probatum.read.builtin.worded.saying import Saying, trimmed
from probatum.read.found import Mark
from probatum.read.tokens import tokens

_NEAR = 8
_COLON_NEAR = 24
_SHORTEST_VERB = 4
_OF_OBJECTS = ("denies", "disputes", "condemns", "acknowledges", "calls_for", "commits_to")


class Author(NamedTuple):
    """What the author says of a quotation: who, with which verb (places of words in a frame)."""

    speaker: Phrase
    cue: tuple[int, int] | None
    stance: Stance
    begins: int
    hides: bool = False


class Spoken(NamedTuple):
    """The speech of a passage, and the verbs of its frame that are used up by it."""

    sayings: list[Saying]
    used: frozenset[int]
    begins: int | None


def spoken(
    text: str, passage: Passage, at: int, frame: Frame, dates: Sequence[Mark], *, goes_on: bool
) -> Spoken:
    """Return the speech of passage ``at``. ``goes_on``: speech stood just before it."""
    found: list[Saying] = []
    used: set[int] = set()
    begins: int | None = None
    for speech in passage.speech:
        pieces, author, mark = _pieces(text, speech, frame.lexicon, dates)
        if author is None:
            author = _behind(frame, speech.end)
            if author is None and not found:
                author = _colon(text, frame, speech.start)
            if author is not None and author.cue is not None:
                used.update(range(*author.cue))
                mark = frame.mark(*author.cue)
            if author is not None:
                begins = author.begins if begins is None else min(begins, author.begins)
        for number, piece in enumerate(pieces):
            content = trimmed(text, piece.start, piece.end)
            if content is None:
                continue
            first = author is not None and number == 0
            if not first and not found and not goes_on:
                continue
            found.append(
                Saying(
                    content, author.stance if first and author else "asserts", at,
                    passage.paragraph, speaker=author.speaker if first and author else None,
                    again=not first, cue=mark if first else None, is_speech=True,
                    voice="anonymous" if author is not None and author.hides else "attributed",
                )
            )  # fmt: skip
    return Spoken(found, frozenset(used), begins)


def _pieces(
    text: str, speech: Mark, lexicon: Lexicon, dates: Sequence[Mark]
) -> tuple[list[Mark], Author | None, Mark | None]:
    """Return the runs of speech in a stretch, and the author's words between them if any.

    Words of the author that end in a comma part one sentence: it stays one run.
    """
    runs: list[Mark] = []
    author: Author | None = None
    cue: Mark | None = None
    joins = False
    begun: int | None = None
    for number, part in enumerate(parts_of_speech(text, speech)):
        words = tokens(text, part.start, part.end)
        small = bool(words) and words[0].raw[:1].islower()
        here = _author(Frame(words, lexicon, dates)) if number and small else None
        if here is not None:
            if author is None:
                author = here
                cue = None if here.cue is None else Mark(
                    words[here.cue[0]].start, words[here.cue[1] - 1].end
                )  # fmt: skip
            joins = text[part.end - 1] == ","
            begun = None
            continue
        if runs and (joins or begun is not None):
            runs[-1] = Mark(runs[-1].start, part.end)
        else:
            runs.append(part)
        begun, joins = part.start, False
    return runs, author, cue


def _author(frame: Frame) -> Author | None:
    """Return who speaks if the words of a frame begin with a verb of saying and its subject."""
    return _near(frame, 0)


def _behind(frame: Frame, position: int) -> Author | None:
    """Return who speaks, from the words behind a quotation."""
    start = next((at for at, one in enumerate(frame.words) if one.start >= position), None)
    return None if start is None else _near(frame, start)


def _near(frame: Frame, start: int) -> Author | None:
    words = frame.words
    while start < len(words) and words[start].kind == "mark":
        start += 1
    for at in range(start, min(len(words), start + _NEAR)):
        if frame.is_stop(at):
            break
        found = frame.lexicon.cues.at(words, at)
        if found is None or not frame.is_cue(at):
            continue
        cue, end = found
        subject = frame.before(at) if at > start else None
        if subject is not None and subject[0].mark.start < words[start].start:
            subject = None
        subject = subject or frame.behind(end)
        if subject is not None and not _is_own(subject[0], frame.lexicon):
            hides = any(frame.lexicon.hidden.at(words, each)
                        for each in range(end, min(len(words), end + _COLON_NEAR)))  # fmt: skip
            return Author(with_gender(subject[0], frame.form(at)), (at, end), cue.stance, at, hides)
        return None
    if start < len(words) and _is_any_verb(frame, start):
        subject = frame.behind(start + 1)  # any verb will do between a dash and a name
        if subject is not None and not _is_own(subject[0], frame.lexicon):
            speaker = with_gender(subject[0], frame.form(start))
            return Author(speaker, (start, start + 1), "asserts", start)
    return None


def _is_any_verb(frame: Frame, at: int) -> bool:
    word = frame.words[at]
    return (
        word.raw[:1].islower() and len(word.raw) > _SHORTEST_VERB and frame.form(at) is not None
        and frame.lexicon.heads.of(word.word) is None
    )  # fmt: skip


def _colon(text: str, frame: Frame, position: int) -> Author | None:
    """Return who speaks, from "X said: ..." or "X: ..." before a quotation."""
    words = frame.words
    end = next((at for at, one in enumerate(words) if one.start >= position), len(words))
    if end and words[end - 1].word != ":":
        return None
    for at in range(end - 2, max(-1, end - _COLON_NEAR), -1):
        if words[at].word in ".;:":
            break
        found = frame.lexicon.cues.at(words, at)
        if found is None or not frame.is_cue(at):
            continue
        subject = frame.before(at) or frame.behind(found[1])
        if subject is None or _is_own(subject[0], frame.lexicon):
            return None
        speaker = with_gender(subject[0], frame.form(at))
        taken = found[1] < end - 1 or at and words[at - 1].word in frame.lexicon.this
        if found[0].stance in _OF_OBJECTS and taken:
            return Author(speaker, None, "asserts", end)  # "denied the charges: ..."
        return Author(speaker, (at, found[1]), found[0].stance, at)
    if end > 1:
        named = frame.before(end - 1)
        mine = frame.lexicon.first_endings.search(words[end - 2].word)
        if mine is None and named is not None and named[1] == 0 and named[0].kind == "named":
            return Author(named[0], None, "asserts", 0)
    return None


def _is_own(phrase: Phrase, lexicon: Lexicon) -> bool:
    return phrase.words[0].word in lexicon.first_person
