"""Who says what in Ukrainian and Russian: speech, then what the other words report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from probatum.read.builtin.worded.frames import Frame
from probatum.read.builtin.worded.passages import Passage
from probatum.read.builtin.worded.phrases import Phrase
from probatum.read.builtin.worded.referring import Referring
from probatum.read.builtin.worded.reporting import Reporting
from probatum.read.builtin.worded.saying import Saying, trimmed
from probatum.read.builtin.worded.speech import spoken
from probatum.read.found import Mark
from probatum.read.tokens import tokens

_SPOKEN = 1_000
_FEWEST = 3
_ABOUT = frozenset({"про"})


def sayings_of(
    text: str, passages: Sequence[Passage], frames: Sequence[Frame], dates: Sequence[Mark]
) -> tuple[list[Saying], list[Phrase]]:
    """Return every attribution of a text, in the order of its passages, and who else speaks."""
    found: list[Saying] = []
    named: list[Phrase] = []
    goes_on = False
    paragraph = -1
    plain: Saying | None = None  # the passage before, if nobody is known to say it
    for at, (passage, frame) in enumerate(zip(passages, frames, strict=True)):
        if passage.paragraph > paragraph + 1 or not passage.speech:
            goes_on = goes_on and passage.paragraph == paragraph
        speech = spoken(text, passage, at, frame, (), goes_on=goes_on)
        reporting = Reporting(text, passage, at, frame)
        author = next((one.speaker for one in reversed(speech.sayings) if one.speaker), None)
        reported = reporting.sayings(speech.used, speech.begins, author)
        named += reporting.named
        if plain is not None and not speech.sayings:
            told = Referring(text, passage, at, frame).of_before(plain)
            if told is not None:
                found.append(told)
                reported = [
                    one
                    for one in reported
                    if told.cue is not None and told.cue.end <= one.content.start
                ]
                named += [each for each in (told.speaker, *told.via) if each is not None]
        if (
            found
            and goes_on
            and not (speech.sayings or reported)
            and passage.paragraph == paragraph
        ):
            reported = _hearsay(text, passage, at, frame) or _silence(text, passage, at, frame)
        found += [*speech.sayings, *reported]
        plain = None if speech.sayings or reported else _plain(text, passage, at)
        for one in speech.sayings:
            words = tokens(
                text, one.content.start, min(one.content.end, one.content.start + _SPOKEN)
            )
            inner = Reporting(
                text, replace(passage, quoted=()), at, Frame(words, frame.lexicon, ())
            )  # fmt: skip
            found += inner.inside(one)
        goes_on = bool(speech.sayings or reported)
        paragraph = passage.paragraph
    return found, named


def _hearsay(text: str, passage: Passage, at: int, frame: Frame) -> list[Saying]:
    """Return what "They say, ..." goes on to tell of whoever spoke in the passage before."""
    words = frame.words
    if passage.speech or len(words) < _FEWEST or words[0].word not in frame.lexicon.hearsay:
        return []
    content = trimmed(text, words[1 + (words[1].word == ",")].start, passage.mark.end)
    if content is None:
        return []
    cue = frame.mark(0, 1)
    return [Saying(content, "asserts", at, passage.paragraph, again=True, cue=cue)]


def _silence(text: str, passage: Passage, at: int, frame: Frame) -> list[Saying]:
    """Return "And about the dead — not a word" of whoever spoke in the passage before."""
    words, lexicon = frame.words, frame.lexicon
    dash = next((each for each, one in enumerate(words) if one.word in "—–"), 0)
    first = 1 if words and words[0].word in lexicon.joins else 0
    if passage.speech or not first < dash or words[first].word not in lexicon.about | _ABOUT:
        return []
    said = lexicon.not_a_word.at(words, dash + 1)
    content = trimmed(text, words[first].start, words[dash].start)
    if said is None or content is None:
        return []
    cue = frame.mark(dash + 1, said[1])
    return [
        Saying(content, "declines_to_comment", at, passage.paragraph, again=True, cue=cue)
    ]  # fmt: skip


def _plain(text: str, passage: Passage, at: int) -> Saying | None:
    """Return a passage as what its publisher says, to be another's if the next one says so."""
    mark = trimmed(text, passage.mark.start, passage.mark.end)
    whole = len(passage.frame) >= _FEWEST and text[passage.mark.end - 1] in ".!…"
    return Saying(mark, "asserts", at, passage.paragraph) if mark and whole else None
