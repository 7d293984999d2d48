"""What a text that speaks of itself ("we", "I") tells, where no word says that something happened.

A statement, a post or a letter says all that stands in it; a news report also explains, and only
its sentences about events are of interest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from probatum.read.builtin.worded.lexicon import Lexicon
from probatum.read.builtin.worded.passages import Passage
from probatum.read.builtin.worded.saying import Saying
from probatum.read.tokens import Token

_FEWEST = 4
_MOST_OPENING = 3
_I = re.compile("(?:ю|[жшчщтдблпк]у)(?:с[ья]?)?$")
_WE = re.compile("(?:[еиє]мо|[еиё]м)(?:с[ья])?$")
IF = ("если", "якщо", "раз")


def speaks_of_itself(
    passages: Sequence[Passage], sayings: Sequence[Saying], lexicon: Lexicon
) -> bool:  # fmt: skip
    """Say whether the author of a text speaks in the first person, outside of what others say."""
    if not lexicon.finite:
        return False
    if any(one.voice == "own" for one in sayings):
        return True
    others = {one.passage for one in sayings}
    return any(
        word.word in lexicon.first_person
        for at, one in enumerate(passages)
        if at not in others and not one.speech
        for word in one.frame
    )


def tells(words: Sequence[Token], lexicon: Lexicon) -> bool:
    """Say whether a sentence says how something is or was, and does not only talk of itself."""
    if len(words) < _FEWEST or words[0].word in lexicon.asks or words[0].word in IF:
        return False
    if any(
        _I.search(one.word) for one in words[:_MOST_OPENING] if one.raw.islower() or one is words[0]
    ):
        return False  # "I am writing this from a cellar"
    ours = any(one.word in lexicon.first_person for one in words)
    if any(
        _is_said(words, at, lexicon) and not (ours and words[at - 1].word not in lexicon.nots)
        for at in range(len(words))
    ):
        return False  # somebody says it, or "I did not say that"
    return any(_is_finite(one, lexicon) or ours and _WE.search(one.word) for one in words)


def _is_said(words: Sequence[Token], at: int, lexicon: Lexicon) -> bool:
    cue = lexicon.cues.at(words, at)
    return cue is not None and "v" not in cue[0].takes


def _is_finite(one: Token, lexicon: Lexicon) -> bool:
    if one.kind != "word" or lexicon.infinitive.search(one.word) is not None:
        return False
    return any(pattern.search(one.word) for pattern in lexicon.finite.values())
