"""Lists in which every line goes on with one speaker: "The union:", then "- calls on ..."."""

from __future__ import annotations

import re

from probatum.read.builtin.english.cue_search import Found, cues_in
from probatum.read.builtin.english.parsed import Parsed, Passage, Sentence
from probatum.read.builtin.english.speakers import Speaker, is_somebody, speaker_at, subject
from probatum.read.builtin.english.stretches import trimmed
from probatum.read.found import Said

_BULLETS = "-–—•*·"
_ITEM = re.compile(r"(?![\"“„«‘'(\[])[^\w\s]+\s*\w|\(?\w{1,2}[.)]\s|[^\W\d_A-ZÀ-Þ]\w*\s")
_LONGEST_SIGN = 6
_LONGEST_LABEL = 14
_FEWEST = 4


class Lister:
    """Who speaks in the lines of the list that the text is in."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._speaker: Speaker | None = None
        self._call: tuple[Found, Sentence] | None = None

    def of(self, passage: Passage) -> Speaker | None:
        """Return who goes on to speak in a passage that is a line of a list; passages in order."""
        paragraph = self._parsed.paragraphs[passage.paragraph]
        if self._parsed.text[paragraph.start] in _BULLETS or (
            self._call is not None and self._is_item(passage)
        ):  # fmt: skip
            return self._speaker
        frame = passage.frame
        leads = self._parsed.text[paragraph.end - 1] == ":" and passage.mark.end == paragraph.end
        self._speaker = _head(frame) if leads and frame is not None else None
        self._call = _last_call(frame) if leads and frame is not None else None
        return None

    def called(self, passage: Passage) -> Said | None:
        """Return what a line of a list is called for, by the line that leads the list."""
        frame = passage.frame
        if self._call is None or frame is None or not self._is_item(passage):
            return None
        if passage.mark.start > self._parsed.paragraphs[passage.paragraph].start + _LONGEST_SIGN:
            return None
        stretch = trimmed(frame, 0, len(frame.words) - 1)
        found, leading = self._call
        speaker = speaker_at(leading, subject(leading, found.verb))
        if stretch is None:
            return None
        return Said(
            content=frame.between(stretch.first, stretch.last),
            stance=found.cue.stance,
            quoted="indirect",
            voice=speaker.voice,
            speaker=speaker.mark,
            cue=leading.between(found.first, found.last),
        )

    def _is_item(self, passage: Passage) -> bool:
        """Say whether a paragraph is a line of a list: by a sign, a number, a small letter."""
        start, end = self._parsed.paragraphs[passage.paragraph]
        return _ITEM.match(self._parsed.text, start, end) is not None


def _last_call(frame: Sentence) -> tuple[Found, Sentence] | None:
    """Return the call or promise that a line leads with: "We call on the army:"."""
    calls = [one for one in cues_in(frame) if one.cue.stance in ("calls_for", "commits_to")]
    return (calls[-1], frame) if calls else None


def pledged(frame: Sentence, lister: Speaker) -> Said | None:
    """Return what a line that begins with "will" commits its speaker to."""
    if frame.words[0].lower not in ("will", "shall") or len(frame.words) < _FEWEST:
        return None
    stretch = trimmed(frame, 1, len(frame.words) - 1)
    if stretch is None:
        return None
    return Said(
        content=frame.between(stretch.first, stretch.last),
        stance="commits_to",
        quoted="indirect",
        voice=lister.voice,
        speaker=lister.mark,
        cue=frame.between(0, 0),
    )


def _head(frame: Sentence) -> Speaker | None:
    """Return whom a line that ends with a colon names: its subject, or all of it."""
    if len(frame.words) > _LONGEST_LABEL:
        return None
    for at, word in enumerate(frame.words):
        if word.head == at:
            own = at if word.tag.startswith("NN") else frame.child(at, "nsubj")
            if own is not None and is_somebody(frame, own):
                return speaker_at(frame, own)
    return None
