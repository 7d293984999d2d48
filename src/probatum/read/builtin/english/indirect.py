"""What somebody is said to say, from its parts."""

from __future__ import annotations

from probatum.read.builtin.english.cues import Cue
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.speakers import Speaker
from probatum.read.builtin.english.stretches import Stretch
from probatum.read.found import Said


def indirect(
    sentence: Sentence, stretch: Stretch, speaker: Speaker, cue: Cue, first: int, last: int
) -> Said:
    """Return a saying whose content is a stretch; words ``first`` to ``last`` are its cue."""
    return Said(
        content=sentence.between(stretch.first, stretch.last),
        stance=cue.stance,
        quoted="indirect",
        voice=speaker.voice,
        speaker=speaker.mark,
        speaker_count=speaker.count,
        cue=sentence.between(first, last),
    )
