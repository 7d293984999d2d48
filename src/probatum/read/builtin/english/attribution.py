"""Who says what in an English text: every attribution, in text order.

The steps, each in a module of its own: quotations with their cue (``direct``), clauses and noun
phrases behind verb cues (``clauses``), then what frames them all: stance, hedges, relays, nesting.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from probatum.read.builtin.english.clauses import Found, content, cues_in
from probatum.read.builtin.english.direct import Quoted, quoted
from probatum.read.builtin.english.parsed import Parsed, Passage, Sentence
from probatum.read.builtin.english.speakers import Speaker, speaker_at, subject
from probatum.read.found import Mark, Said


def attributions(parsed: Parsed) -> list[Said]:
    """Return what the text says that others say; its own voice is left to others."""
    found: list[Said] = []
    carried: Mark | None = None
    for passage in parsed.passages:
        direct = quoted(passage)
        own: list[Said] = []
        if direct is not None:
            own.append(_direct(passage, direct, carried))
        if passage.frame is not None:
            taken = direct.cue if direct is not None else None
            own.extend(_indirect(parsed, passage, passage.frame, taken))
        for utterance in passage.utterances:
            for sentence in utterance.sentences:
                own.extend(_indirect(parsed, passage, sentence, None))
        own.sort(key=lambda one: (one.content.start, -one.content.end))
        for one in own:
            carried = one.speaker or carried
        found.extend(own)
    return _nested(found)


def _direct(passage: Passage, direct: Quoted, carried: Mark | None) -> Said:
    frame = passage.frame
    speaker = direct.speaker or Speaker(carried)
    cue = None
    if direct.cue is not None and frame is not None:
        cue = frame.between(direct.cue.first, direct.cue.last)
    return Said(
        content=direct.content,
        stance=direct.cue.cue.stance if direct.cue is not None else "asserts",
        quoted="direct",
        voice=speaker.voice,
        speaker=speaker.mark,
        speaker_count=speaker.count,
        cue=cue,
    )


def _indirect(
    parsed: Parsed, passage: Passage, sentence: Sentence, taken: Found | None
) -> list[Said]:
    out = []
    for found in cues_in(sentence):
        if taken is not None and found.verb == taken.verb:
            continue
        head = subject(sentence, found.verb)
        speaker = speaker_at(sentence, head)
        stretch = content(sentence, found, head)
        if stretch is None:
            continue
        mark = sentence.between(stretch.first, stretch.last)
        out.append(
            Said(
                content=mark,
                stance=found.cue.stance,
                quoted=_how_quoted(passage, mark),
                voice=speaker.voice,
                speaker=speaker.mark,
                speaker_count=speaker.count,
                cue=sentence.between(found.first, found.last),
            )
        )
    return out


def _how_quoted(passage: Passage, mark: Mark) -> Literal["direct", "indirect", "mixed"]:
    """Say how much of the content stands between quotation marks."""
    inners = [one.inner for one in passage.fragments]
    if any(one.start <= mark.start and mark.end <= one.end for one in inners):
        return "direct"
    if any(one.start < mark.end and mark.start < one.end for one in inners):
        return "mixed"
    return "indirect"


def _nested(found: list[Said]) -> list[Said]:
    """Set for each attribution the smallest other one that it stands in."""
    out = []
    for one in found:
        best: int | None = None
        for at, other in enumerate(found):
            if other is one or one.cue is None:
                continue
            inside = other.content.start <= one.cue.start and one.cue.end <= other.content.end
            if inside and (best is None or _size(other) < _size(found[best])):
                best = at
        out.append(replace(one, inside=best))
    return out


def _size(said: Said) -> int:
    return said.content.end - said.content.start
