"""What the record says of an incident altogether: kinds, places, days, who speaks, which words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from probatum.model.letters import apart
from probatum.model.nouns.incidents import Incident
from probatum.model.nouns.propositions import (
    Act,
    Attribution,
    EventPlace,
    EventTime,
    Intent,
    Involvement,
    Occurrence,
    Proposition,
)
from probatum.model.nouns.sources import Source
from probatum.model.values import When
from probatum.record.weighing import Weighed

_LONG = 5  # letters of a word whose ending is left out where cases have endings


@dataclass(slots=True)
class Frame:
    """One incident. ``voices`` speak about it, without those who only print what others say."""

    kinds: set[str] = field(default_factory=set)
    places: list[str] = field(default_factory=list)
    whens: list[When] = field(default_factory=list)
    actors: set[str] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


def frames_of(
    weighed: Weighed, places: Mapping[str, Iterable[str]], whens: Mapping[str, When]
) -> dict[str, Frame]:
    """Return the frame of each incident; ``places`` and ``whens`` are known beside the board."""
    found: dict[str, Frame] = {}
    board = weighed.board
    for known in board.of(Incident):
        frame = found[known.id] = Frame()
        frame.kinds |= {known.record.kind} - {None}  # type: ignore[arg-type]
        frame.words |= stems(known.record.title)
        frame.places += places.get(known.id, ())
        if known.id in whens:
            frame.whens.append(whens[known.id])
    for said in board.of(Proposition):
        around = found.get(said.record.incident or "")
        if around is not None:
            _add(around, said.record)
            for claim in board.about(said.id):
                speaker = board.get(claim.record.speaker, Source)
                if speaker is not None and speaker.record.kind != "publication":
                    around.voices.add(speaker.id)
    return found


def stems(text: str | None) -> frozenset[str]:
    """Return the words of a text for comparing: without their endings, as far as cases have any."""
    return frozenset(map(_stem, apart(text or "")))


def stems_of(words: Iterable[str]) -> frozenset[str]:
    """Return words that were folded already as `stems` has them."""
    return frozenset(map(_stem, words))


def _stem(word: str) -> str:
    if word.isascii():
        return word.removesuffix("'s").removesuffix("'")
    return word[:-2] if len(word) > _LONG else word


def _add(frame: Frame, body: Proposition) -> None:
    frame.words |= stems(body.text)
    if isinstance(body, Occurrence | Act) and body.kind is not None:
        frame.kinds.add(body.kind)
    if isinstance(body, Occurrence | Act | EventPlace) and body.place is not None:
        frame.places.append(body.place)
    if isinstance(body, Occurrence | Act | EventTime) and body.when is not None:
        frame.whens.append(body.when)
    if isinstance(body, Attribution | Involvement | Intent) and body.actor is not None:
        frame.actors.add(body.actor)
