"""Joins what the steps found: sayings with the cast, incidents, places and figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from probatum.read.builtin.drafts import AssertionDraft, FigureDraft, Target
from probatum.read.builtin.gathering import Gathering
from probatum.read.builtin.shelves import Shelf
from probatum.read.builtin.worded.cast import Cast
from probatum.read.builtin.worded.contents import calls_untrue, weigh
from probatum.read.builtin.worded.happenings import Incidents
from probatum.read.builtin.worded.lexicon import Lexicon
from probatum.read.builtin.worded.own_voice import Own
from probatum.read.builtin.worded.passages import Passage
from probatum.read.builtin.worded.saying import Saying
from probatum.read.found import FigureFound, Mark
from probatum.read.tokens import tokens


@dataclass(frozen=True, kw_only=True)
class Gathered(Gathering):
    """Everything that the steps found in one text; ``speakers`` by the place of the saying."""

    text: str
    lexicon: Lexicon
    passages: Sequence[Passage]
    sayings: Sequence[Saying]
    speakers: Sequence[int | None]
    own: Sequence[Own]
    cast: Cast
    incidents: Incidents

    @property
    def contents(self) -> list[Mark]:
        """The contents of the sayings, then those of the own voice."""
        return [one.content for one in self.sayings] + [one.content for one in self.own]

    @cached_property
    def named(self) -> Shelf:
        """Where the cast is named."""
        return Shelf(self.cast.inside())

    @cached_property
    def nested(self) -> dict[int, list[int]]:
        """For the identity of each saying, the places of those that it passes on."""
        inner: dict[int, list[int]] = {}
        for at, one in enumerate(self.sayings):
            if one.inside is not None:
                inner.setdefault(id(one.inside), []).append(at)
        return inner


def assertions_of(gathered: Gathered) -> list[AssertionDraft]:
    """Return the assertions: those attributed, then those of the own voice."""
    figures = gathered.figures_said
    attributed = [
        _attributed(gathered, at, one, figures.get(at, ()))
        for at, one in enumerate(gathered.sayings)
    ]
    return attributed + [
        _own(gathered, one, figures.get(at, ()))
        for at, one in enumerate(gathered.own, len(attributed))
    ]


def figures_of_draft(gathered: Gathered, assertions: Sequence[AssertionDraft]) -> list[FigureDraft]:
    """Return the figures with their sources, incidents, places and dates."""
    found = [_figure(gathered, at, one, assertions) for at, one in enumerate(gathered.figures)]
    return gathered.with_shared_sources(found)


def _attributed(
    gathered: Gathered, at: int, saying: Saying, figures: tuple[int, ...]
) -> AssertionDraft:
    cast = gathered.cast
    speaker = gathered.speakers[at]
    if saying.voice == "own":
        speaker = cast.publisher
    via = [cast.at(each) for each in saying.via]
    if saying.inside is not None:
        via.append(cast.at(saying.inside.speaker))
    known = [each for each in via if each is not None and each != speaker]
    if cast.publisher is not None and cast.publisher != speaker and saying.voice != "own":
        known.append(cast.publisher)
    content = saying.content
    marks = [gathered.figures[each].mark for each in figures]
    stance = saying.stance
    if saying.names:
        words = tokens(gathered.text, *content)
        if not calls_untrue(words, gathered.lexicon):
            stance = "asserts"
    if stance == "asserts" and cast.is_relay(speaker) and not saying.is_speech:
        stance = "reports"
    weighed = weigh(
        gathered.text, content, stance, gathered.lexicon, marks, is_reply=saying.is_speech
    )
    kind = weighed.proposition
    if saying.names and weighed.stance == "asserts" and kind == "occurrence":
        kind = "characterisation"  # "called it an execution"
    inner = [Target("assertion", other) for other in gathered.nested.get(id(saying), ())]
    about = [*(Target("incident", each) for each in _incidents(gathered, content)), *inner]
    own = saying.voice == "own"
    return AssertionDraft(
        content=content,
        proposition="depiction" if saying.depicts else "attribution" if saying.accuses else kind,
        stance=weighed.stance,
        voice=saying.voice,
        quoted="direct" if saying.is_speech else _quoted(gathered, saying),
        about=tuple(about),
        speaker=speaker,
        speaker_mention=None if saying.speaker is None or own else saying.speaker.mark,
        speaker_count=None if saying.speaker is None else saying.speaker.count,
        basis=weighed.basis if saying.is_speech else saying.basis,
        via=tuple(dict.fromkeys(known)),
        cue=saying.cue,
        denies=weighed.denies,
        addressee=cast.at(saying.addressee),
        hedges=weighed.hedges,
        said_at=_said_at(gathered, saying),
        places=gathered.places_in(content),
        figures=figures,
    )


def _own(gathered: Gathered, own: Own, figures: tuple[int, ...]) -> AssertionDraft:
    marks = [gathered.figures[each].mark for each in figures]
    weighed = weigh(gathered.text, own.content, own.stance, gathered.lexicon, marks)
    return AssertionDraft(
        content=own.content,
        proposition=weighed.proposition,
        stance=own.stance,
        voice="own",
        quoted="indirect",
        about=tuple(Target("incident", each) for each in _incidents(gathered, own.content)),
        speaker=gathered.cast.publisher,
        basis=weighed.basis,
        denies=weighed.denies if own.stance in ("disputes", "denies") else None,
        hedges=weighed.hedges,
        places=gathered.places_in(own.content),
        figures=figures,
    )


def _figure(
    gathered: Gathered, at: int, found: FigureFound, assertions: Sequence[AssertionDraft]
) -> FigureDraft:
    holder = gathered.innermost.get(at)
    draft = None if holder is None else assertions[holder]
    mark, source = None, None if found.hidden else gathered.cast.publisher
    if draft is not None and draft.voice != "own":
        mark, source = draft.speaker_mention, draft.speaker
    if found.source is not None:
        named = gathered.named.nearest(found.source)
        inside = draft is None or draft.voice == "own" or _holds(draft.content, found.source)
        if named is not None and inside:
            mark, source = found.source, named
    return gathered.figure(found, source, mark, _incident_of(gathered, found))


def _holds(outer: Mark, inner: Mark) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _incident_of(gathered: Gathered, found: FigureFound) -> int | None:
    """Return the incident that a figure counts; a total of a country or a period counts none."""
    if found.period is not None or found.scope is not None:
        return None
    here = gathered.incidents.inside(found.mark)
    return here[0] if here else gathered.incidents.before(found.mark.end)


def _incidents(gathered: Gathered, content: Mark) -> list[int]:
    here = gathered.incidents.inside(content)
    if here:
        return here
    last = gathered.incidents.before(content.start)
    return [] if last is None else [last]


def _quoted(gathered: Gathered, saying: Saying) -> Literal["direct", "indirect", "mixed"]:
    quoted = gathered.passages[saying.passage].quoted
    if saying.content in quoted or _stands_quoted(gathered.text, saying.content):
        return "direct"
    return "mixed" if any(_holds(saying.content, one) for one in quoted) else "indirect"


def _stands_quoted(text: str, content: Mark) -> bool:
    """Say whether a content has quotation marks around it, and none inside."""
    before, after = (
        text[max(0, content.start - 1) : content.start],
        text[content.end : content.end + 1],
    )
    inside = text[content.start : content.end]
    return before in ("«", "“", "„") and after in ("»", "”", "“") and not set(inside) & set("«»“”„")


def _said_at(gathered: Gathered, saying: Saying) -> int | None:
    """Return the date beside the verb of saying, outside of what is said."""
    if saying.cue is None or saying.speaker is None:
        return None
    low = min(saying.cue.start, saying.speaker.mark.start)
    high = max(saying.cue.end, saying.speaker.mark.end)
    inside = gathered.dated.inside(Mark(max(0, low - 1), high + 1))
    return inside[0] if inside else None
