"""Joins what the steps found: each attribution with its speaker, incidents, places and figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from probatum.read.builtin.drafts import AssertionDraft, FigureDraft, Target
from probatum.read.builtin.english.deeds import deed_of
from probatum.read.builtin.english.entities import Entities
from probatum.read.builtin.english.event_words import TOTALS
from probatum.read.builtin.english.incidents import Incidents, Told
from probatum.read.builtin.english.own_voice import OwnWords
from probatum.read.builtin.english.own_voice_words import OF_A_PICTURE
from probatum.read.builtin.english.parsed import Parsed, Sentence
from probatum.read.builtin.english.propositions import proposition_of
from probatum.read.builtin.english.triggers import Trigger
from probatum.read.builtin.gathering import Gathering
from probatum.read.builtin.shelves import Shelf
from probatum.read.found import FigureFound, Mark, Said

_MOST_RELAYS = 8
_BACK = 4  # sentences
_LONGEST_PASSAGE = 2_000
_OF_DOING = re.compile(r"responsib|involve|part in|role in", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Gathered(Gathering):
    """Everything that the steps found in one text."""

    parsed: Parsed
    said: Sequence[Said]
    own: Sequence[OwnWords]
    entities: Entities
    told: Sequence[Told]
    incidents: Incidents

    @property
    def contents(self) -> list[Mark]:
        """The contents of what others say, then those of the own voice."""
        return [one.content for one in self.said] + [one.content for one in self.own]

    @cached_property
    def happening(self) -> Shelf:
        """Where triggers stand."""
        return Shelf((one.mark, at) for at, one in enumerate(self.told))

    @cached_property
    def passages(self) -> Shelf:
        """Where passages stand."""
        return Shelf((one.mark, at) for at, one in enumerate(self.parsed.passages))

    def spoken_of(self, position: int) -> int | None:
        """Return the incident that the text is speaking of at a position."""
        starts = self._paragraphs
        paragraph = starts[max(0, bisect_right(starts, position) - 1)] if starts else 0
        return self.incidents.before(position, paragraph)

    def sentences_in(self, content: Mark) -> Iterator[Sentence]:
        """Yield the parsed sentences that a content has words of, from where it begins."""
        sentences = self.parsed.sentences
        first = max(0, bisect_right(self.parsed.starts, content.start) - _BACK)
        for at in range(first, len(sentences)):
            mark = sentences[at].mark
            if mark.start >= content.end:
                return
            if mark.end > content.start:
                yield sentences[at]

    @cached_property
    def _paragraphs(self) -> list[int]:
        return [mark.start for mark in self.parsed.paragraphs]

    @cached_property
    def nested(self) -> dict[int, list[int]]:
        """For each attribution, those that stand inside it."""
        inner: dict[int, list[int]] = {}
        for other, one in enumerate(self.said):
            if one.inside is not None:
                inner.setdefault(one.inside, []).append(other)
        return inner

    @cached_property
    def passed_on(self) -> dict[int, tuple[Mark, ...]]:
        """For each claim that its denier tells of, the denier: "rejects the claim by X that"."""
        against = {
            one.content: one.speaker
            for one in self.said
            if one.stance in ("denies", "disputes") and one.speaker is not None
        }
        return {
            at: (against[one.content],)
            for at, one in enumerate(self.said)
            if one.stance == "asserts" and one.content in against and one.speaker is not None
            and against[one.content] < one.speaker
        }  # fmt: skip


def assertions_of(gathered: Gathered) -> list[AssertionDraft]:
    """Return the assertions: those attributed in the order given, then those of the own voice."""
    figures = gathered.figures_said
    attributed = [
        _attributed(gathered, at, one, figures.get(at, ())) for at, one in enumerate(gathered.said)
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
    gathered: Gathered, at: int, said: Said, figures: tuple[int, ...]
) -> AssertionDraft:
    entities = gathered.entities
    named = entities.mention(said.speaker)
    speaker = None if named is None else named[1]
    mention = said.speaker if named is None else named[0]
    if said.voice == "own" and said.speaker is None:
        speaker = entities.publisher
    if said.cue is None and mention is not None and not _same_passage(gathered, said, mention):
        mention = None
    relays = said.via[:_MOST_RELAYS] or gathered.passed_on.get(at, ())
    via = [entities.at(mark) for mark in relays]
    known = [each for each in via if each is not None and each != speaker]
    if entities.publisher is not None and entities.publisher != speaker:
        known.append(entities.publisher)
    content = gathered.parsed.slice(said.content)
    cue = "" if said.cue is None else gathered.parsed.slice(said.cue)
    told = _told(gathered, said.content)
    counts = [gathered.figures[each] for each in figures]
    denies = said.denies if said.stance in ("denies", "disputes") else None
    if denies is not None and _OF_DOING.search(cue):
        denies = "attribution"
    kind = proposition_of(
        content, said.stance, denies, cue, told, counts, said.content.start,
        deed=deed_of(gathered.sentences_in(said.content), said.content),
    )  # fmt: skip
    about = [Target("incident", each) for each in _incidents(gathered, said.content)]
    about += [Target("assertion", inner) for inner in gathered.nested.get(at, ())]
    return AssertionDraft(
        content=said.content,
        proposition="depiction" if said.depiction or OF_A_PICTURE.search(content) else kind,
        stance=said.stance,
        voice=said.voice,
        quoted=said.quoted,
        about=tuple(about),
        speaker=speaker,
        speaker_mention=mention,
        speaker_count=said.speaker_count,
        basis=said.basis,
        via=tuple(known),
        cue=said.cue,
        denies=denies,
        addressee=entities.at(said.addressee),
        hedges=said.hedges,
        said_at=gathered.dated.nearest(said.said_at),
        places=gathered.places_in(said.content),
        figures=figures,
    )


def _own(gathered: Gathered, own: OwnWords, figures: tuple[int, ...]) -> AssertionDraft:
    told = _told(gathered, own.content)
    counts = [gathered.figures[each] for each in figures]
    kind = proposition_of(
        gathered.parsed.slice(own.content), own.stance, own.denies, "", told, counts,
        own.content.start,
        deed=deed_of(gathered.sentences_in(own.content), own.content),
    )  # fmt: skip
    if OF_A_PICTURE.search(gathered.parsed.slice(own.content)):
        kind = "depiction"
    about = tuple(Target("incident", each) for each in _incidents(gathered, own.content))
    publisher = gathered.entities.publisher
    speaker = publisher if own.speaker is None else gathered.entities.at(own.speaker)
    told_to = own.speaker is not None and publisher is not None and speaker != publisher
    return AssertionDraft(
        content=own.content,
        proposition=kind,
        stance=own.stance,
        voice="own" if own.speaker is None else "attributed",
        quoted="indirect",
        about=about,
        speaker=speaker,
        via=(publisher,) if told_to and publisher is not None else (),
        basis=own.basis,
        denies=own.denies,
        places=gathered.places_in(own.content),
        figures=figures,
    )


def _figure(
    gathered: Gathered, at: int, found: FigureFound, assertions: Sequence[AssertionDraft]
) -> FigureDraft:
    holder = gathered.innermost.get(at)
    source = gathered.entities.mention(found.source)
    mark: Mark | None
    entity: int | None
    said = None if holder is None or assertions[holder].voice == "own" else assertions[holder]
    if source is not None and (said is None or _gives(said, found.source)):
        mark, entity = source
    elif holder is not None:
        mark, entity = assertions[holder].speaker_mention, assertions[holder].speaker
        if found.hidden and said is None:
            mark = entity = None
    else:
        mark, entity = None, None if found.hidden else gathered.entities.publisher
    content = None if holder is None else assertions[holder].content
    return gathered.figure(found, entity, mark, _incident_of(gathered, found, content))


def _gives(said: AssertionDraft, source: Mark | None) -> bool:
    """Say whether a source is nearer than who speaks: in what is said, or behind what is shown."""
    behind = said.speaker is None and source is not None and source.start >= said.content.end
    return behind or _holds(said.content, source)


def _holds(outer: Mark, inner: Mark | None) -> bool:
    return inner is not None and outer.start <= inner.start and inner.end <= outer.end


def _incident_of(gathered: Gathered, found: FigureFound, around: Mark | None) -> int | None:
    """Return the incident that a figure counts; a total of a country or a period counts none."""
    if found.period is not None or found.scope is not None:
        return None
    if around is not None and TOTALS.search(gathered.parsed.slice(around)[:_LONGEST_PASSAGE]):
        return None
    here = gathered.incidents.inside(found.mark)
    return here[0] if here else gathered.spoken_of(found.mark.end)


def _incidents(gathered: Gathered, content: Mark) -> list[int]:
    """Return the incidents that a content speaks of, else the one spoken of last before it."""
    here = gathered.incidents.inside(content)
    if here:
        return here
    last = gathered.spoken_of(content.start)
    return [] if last is None else [last]


def _told(gathered: Gathered, content: Mark) -> list[tuple[Sentence, Trigger]]:
    return [
        (gathered.parsed.sentences[one.sentence], one.trigger)
        for one in (gathered.told[at] for at in gathered.happening.inside(content))
    ]


def _same_passage(gathered: Gathered, said: Said, mention: Mark) -> bool:
    here = gathered.passages.nearest(said.content)
    return here is not None and here == gathered.passages.nearest(mention)
