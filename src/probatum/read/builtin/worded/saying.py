"""One attributed statement, before it is known which phrases name the same person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.worded.phrases import Phrase
from probatum.read.found import Mark

_ENDING = " \t\u00a0.,;:—–-،؛"
_OPENING = " \t\u00a0,;:—–-،؛"


@dataclass(frozen=True, slots=True)
class Saying:
    """These words, by the phrase ``speaker``; ``again``: by whoever spoke last.

    ``inside`` is the saying that this one is nested in; ``as_object``: the content is a noun that
    the verb takes, not a clause; ``accuses``: it says who did it; ``names``: it gives what happened
    a name ("called it a lie"). ``passage`` counts the passages of the text.
    """

    content: Mark
    stance: Stance
    passage: int
    paragraph: int
    voice: Literal["own", "attributed", "anonymous"] = "attributed"
    speaker: Phrase | None = None
    again: bool = False
    cue: Mark | None = None
    via: tuple[Phrase, ...] = ()
    addressee: Phrase | None = None
    is_speech: bool = False
    as_object: bool = False
    accuses: bool = False
    names: bool = False
    depicts: bool = False
    inside: Saying | None = None
    basis: Literal["saw", "heard"] | None = None


def trimmed(text: str, start: int, end: int) -> Mark | None:
    """Return a stretch without spaces and marks of its clause; None if nothing is left."""
    while start < end and (text[start].isspace() or text[start] in _OPENING):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _ENDING):
        end -= 1
    return Mark(start, end) if start < end else None
