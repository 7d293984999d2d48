"""A text from words to a draft of its reading, by the lexicon of its language."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from probatum.model.letters import fold
from probatum.read.builtin.drafts import Draft
from probatum.read.builtin.relating import related
from probatum.read.builtin.shelves import Shelf
from probatum.read.builtin.statuses import statuses
from probatum.read.builtin.worded.acting import actors
from probatum.read.builtin.worded.cast import Cast
from probatum.read.builtin.worded.frames import Frame
from probatum.read.builtin.worded.gathering import Gathered, assertions_of, figures_of_draft
from probatum.read.builtin.worded.happenings import incidents_of, told_in
from probatum.read.builtin.worded.lexicon import Lexicon
from probatum.read.builtin.worded.naming import named_again, named_in, without_places
from probatum.read.builtin.worded.own_voice import own_words
from probatum.read.builtin.worded.passages import Passage, passages
from probatum.read.builtin.worded.phrases import Phrase, phrase_of
from probatum.read.builtin.worded.saying import Saying
from probatum.read.builtin.wording import Wording
from probatum.read.dates import dates_of
from probatum.read.figures import figures_of
from probatum.read.found import FigureFound, Mark, PlaceFound
from probatum.read.gazetteer import Gazetteer
from probatum.read.places import places_of
from probatum.read.tokens import tokens

Say = Callable[
    [str, Sequence[Passage], Sequence[Frame], Sequence[Mark]], tuple[list[Saying], list[Phrase]]
]
"""Returns the sayings, and who else is named as speaking."""


def draft_of(
    text: str, published: date | None, publisher: str | None, gazetteer: Gazetteer,
    lexicon: Lexicon, say: Say, wording: Wording,
) -> Draft:  # fmt: skip
    """Return what a text says, before ids. ``say`` are the language's rules of attribution."""
    language = lexicon.language
    dates = dates_of(text, language, published)
    places = [_as_written(text, one) for one in places_of(text, language, gazetteer)]
    figures = figures_of(text, language, dates, places)
    read = passages(text, lexicon)
    marks = sorted(one.mark for one in dates)
    frames = [Frame(one.frame, lexicon, _near(marks, one.mark)) for one in read]
    said, speaking = say(text, read, frames, marks)
    sayings = _valid(said, text)
    cast = Cast(text, lexicon, publisher)
    named = _phrases(sayings)
    named += _apart(speaking, named)
    named += _apart(_sources(text, figures, lexicon), named)
    named += _apart(named_in(frames, [each for one in places for each in one.mentions]), named)
    named += _apart([each for one in frames for each in actors(one)], named)
    named = without_places(named, [fold(one.name) for one in places])
    named += _apart(named_again(frames, named), named)
    cast.meet(named)
    sayings = _without_own_pronouns(sayings, cast)
    places = _with_metonyms(places, sayings)
    told = told_in(text, read, lexicon)
    incidents = incidents_of(told, read, places, dates)
    gathered = Gathered(
        places=places, dates=dates, figures=figures, text=text, lexicon=lexicon, passages=read,
        sayings=sayings, speakers=_speakers(sayings, cast),
        own=own_words(text, read, sayings, told, figures, lexicon, cast.is_publisher), cast=cast,
        incidents=incidents,
    )  # fmt: skip
    assertions = assertions_of(gathered)
    drafts = figures_of_draft(gathered, assertions)
    inside = [frozenset(gathered.named.inside(one.content)) for one in assertions]
    assertions, contradictions = related(text, assertions, drafts, inside, wording)
    return Draft(
        entities=cast.drafts(),
        places=places,
        dates=list(dates),
        incidents=statuses(incidents.drafts, assertions),
        assertions=assertions,
        figures=drafts,
        contradictions=contradictions,
    )


def _as_written(text: str, place: PlaceFound) -> PlaceFound:
    """Return a place under a name in the letters of the text: a name must follow from it."""
    mention = min((*place.mentions, *place.metonyms))
    words = text[mention.start : mention.end]
    return replace(place, name=words) if place.name.isascii() and not words.isascii() else place


def _near(marks: Sequence[Mark], passage: Mark) -> list[Mark]:
    low = bisect_left(marks, (passage.start, 0))
    return list(marks[low : bisect_left(marks, (passage.end, 0))])


def _valid(sayings: Sequence[Saying], text: str) -> list[Saying]:
    """Return the sayings in the order of the text, each content once; a question says nothing."""
    found: dict[Mark, Saying] = {}
    for one in sayings:
        words = text[one.content.start : one.content.end]
        asks = one.is_speech and words.endswith(("?", "؟"))
        if not asks and any(character.isalnum() for character in words):
            found.setdefault(one.content, one)
    return sorted(found.values(), key=lambda one: (one.content, one.inside is not None))


def _phrases(sayings: Sequence[Saying]) -> list[Phrase]:
    named = [each for one in sayings for each in (one.speaker, one.addressee, *one.via)]
    return [each for each in named if each is not None]


def _sources(text: str, figures: Sequence[FigureFound], lexicon: Lexicon) -> list[Phrase]:
    """Return who is named beside figures as their source, if the words can name somebody."""
    found = []
    for one in figures:
        if one.source is None:
            continue
        phrase = phrase_of(tokens(text, one.source.start, one.source.end), lexicon)
        if phrase is not None and phrase.kind == "named":
            found.append(phrase)
    return found


def _apart(phrases: Sequence[Phrase], others: Sequence[Phrase]) -> list[Phrase]:
    """Return the phrases that share no character with the others."""
    taken = Shelf((one.mark, at) for at, one in enumerate(others))
    return [one for one in phrases if taken.nearest(one.mark) is None]


def _without_own_pronouns(sayings: Sequence[Saying], cast: Cast) -> list[Saying]:
    """Leave out "he said" where he would be who speaks: within speech, that is somebody else."""
    whose = {id(one): at for one, at in zip(sayings, _speakers(sayings, cast), strict=True)}
    return [
        one for one in sayings
        if one.inside is None or not one.inside.is_speech or one.speaker is None
        or one.speaker.kind != "pronoun" or cast.at(one.speaker) is None
        or cast.at(one.speaker) != whose.get(id(one.inside))
    ]  # fmt: skip


def _speakers(sayings: Sequence[Saying], cast: Cast) -> list[int | None]:
    """Return who speaks each saying; one that goes on is by the speaker before it."""
    found: list[int | None] = []
    last: int | None = None
    for one in sayings:
        speaker = last if one.again else cast.at(one.speaker)
        found.append(speaker)
        if one.voice != "own" and one.inside is None:
            last = speaker
    return found


def _with_metonyms(
    places: Sequence[PlaceFound], sayings: Sequence[Saying]
) -> list[PlaceFound]:  # fmt: skip
    """Move the mentions of places that speak: nothing happened there by that."""
    speaking = {each.mark for each in _phrases(sayings)}
    moved = []
    for place in places:
        metonyms = tuple(mark for mark in place.mentions if mark in speaking)
        left = tuple(mark for mark in place.mentions if mark not in speaking)
        both = tuple(sorted({*place.metonyms, *metonyms}))
        moved.append(replace(place, mentions=left, metonyms=both) if metonyms else place)
    return moved
