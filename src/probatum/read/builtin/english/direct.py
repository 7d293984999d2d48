"""Direct quotations: which utterances are one assertion, and who says them."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.read.builtin.english.clauses import Found, cues_in
from probatum.read.builtin.english.cues import Cue
from probatum.read.builtin.english.parsed import Passage, Sentence
from probatum.read.builtin.english.speakers import Speaker, speaker_at, subject
from probatum.read.found import Mark

_PLAIN = Cue("asserts", "q")


@dataclass(frozen=True, slots=True)
class Quoted:
    """The utterances of one passage as one content, with their cue and speaker if it has them."""

    content: Mark
    cue: Found | None
    speaker: Speaker | None


def quoted(passage: Passage) -> Quoted | None:
    """Return what the utterances of a passage say together, None if it has none."""
    if not passage.utterances:
        return None
    first, last = passage.utterances[0].quotation, passage.utterances[-1].quotation
    content = Mark(first.inner.start, last.inner.end)
    frame = passage.frame
    if frame is None or not _has_words(frame):
        return Quoted(content, None, None)
    found = _nearest(passage, frame)
    if found is not None:
        speaker = speaker_at(frame, _subject(frame, found))
        return Quoted(content, found, speaker)
    labelled = _label(frame)
    return Quoted(content, None, labelled)


def _has_words(frame: Sentence) -> bool:
    return any(word.text[0].isalnum() for word in frame.words)


def _subject(frame: Sentence, found: Found) -> int | None:
    head = subject(frame, found.verb)
    if head is None:
        for at in range(found.verb + 1, min(found.verb + 6, len(frame.words))):
            if frame.words[at].tag.startswith(("NN", "PRP")):
                while at + 1 < len(frame.words) and frame.words[at + 1].tag.startswith("NN"):
                    at += 1
                return at
    return head


def _nearest(passage: Passage, frame: Sentence) -> Found | None:
    """Return the cue that stands closest to a border of an utterance."""
    best: tuple[int, Found] | None = None
    for found in cues_in(frame):
        if "q" not in found.cue.takes and found.cue.stance in ("declines_to_comment",):
            continue
        start, end = frame.words[found.first].start, frame.words[found.last].end
        for utterance in passage.utterances:
            outer = utterance.quotation.outer
            distance = outer.start - end if end <= outer.start else start - outer.end
            if "q" not in found.cue.takes:
                distance += 60
            if distance >= 0 and (best is None or distance < best[0]):
                best = (distance, found)
    return None if best is None or best[0] > 240 else best[1]  # noqa: PLR2004


def _label(frame: Sentence) -> Speaker | None:
    """Return who is named before a colon: ``Mayor: "They shot at us"``."""
    for at, word in enumerate(frame.words):
        if word.text == ":" and 0 < at <= 8:  # noqa: PLR2004
            head = at - 1
            return speaker_at(frame, head) if frame.words[head].tag.startswith("NN") else None
    return None
