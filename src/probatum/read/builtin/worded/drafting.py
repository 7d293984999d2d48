"""A text from words to a draft of its reading, by the lexicon of its language."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from probatum.read.builtin.drafts import AssertionDraft, Draft, FigureDraft, Target
from probatum.read.builtin.english.contradictions import contradictions_of
from probatum.read.builtin.english.denials import denied
from probatum.read.builtin.english.statuses import statuses
from probatum.read.builtin.english.within import Shelf
from probatum.read.builtin.worded.cast import Cast
from probatum.read.builtin.worded.frames import Frame
from probatum.read.builtin.worded.gathering import Gathered, assertions_of, figures_of_draft
from probatum.read.builtin.worded.happenings import incidents_of, told_in
from probatum.read.builtin.worded.lexicon import Lexicon
from probatum.read.builtin.worded.own_voice import own_words
from probatum.read.builtin.worded.passages import Passage, passages
from probatum.read.builtin.worded.phrases import Phrase, phrase_of
from probatum.read.builtin.worded.saying import Saying
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
    lexicon: Lexicon, say: Say,
) -> Draft:  # fmt: skip
    """Return what a text says, before ids. ``say`` are the language's rules of attribution."""
    language = lexicon.language
    dates = dates_of(text, language, published)
    places = [_as_written(text, one) for one in places_of(text, language, gazetteer)]
    figures = figures_of(text, language, dates, places)
    read = passages(text, language)
    marks = sorted(one.mark for one in dates)
    frames = [Frame(one.frame, lexicon, _near(marks, one.mark)) for one in read]
    said, speaking = say(text, read, frames, marks)
    sayings = _valid(said, text)
    cast = Cast(text, lexicon, publisher)
    named = _phrases(sayings)
    named += _apart(speaking, named)
    named += _apart(_sources(text, figures, lexicon), named)
    named += _apart([each for one in frames for each in one.actors()], named)
    cast.meet(named)
    places = _with_metonyms(places, sayings)
    told = told_in(text, read, lexicon)
    incidents = incidents_of(told, read, places, dates)
    gathered = Gathered(
        text, lexicon, read, sayings, _speakers(sayings, cast),
        own_words(text, read, sayings, told, figures, lexicon), cast, places, dates, figures,
        incidents,
    )  # fmt: skip
    assertions = assertions_of(gathered)
    drafts = figures_of_draft(gathered, assertions)
    assertions = _about_figures(assertions, drafts)
    denials = denied(
        text, assertions, [frozenset(gathered.named.inside(one.content)) for one in assertions]
    )
    denials = [one for one in denials if _is_plain(assertions[one.at], assertions[one.of])]
    for each in denials:
        one = assertions[each.at]
        assertions[each.at] = replace(one, about=(*one.about, Target("assertion", each.of)))
    return Draft(
        entities=cast.drafts(),
        places=places,
        dates=list(dates),
        incidents=statuses(incidents.drafts, assertions),
        assertions=assertions,
        figures=drafts,
        contradictions=contradictions_of(text, assertions, drafts, denials),
    )


def _as_written(text: str, place: PlaceFound) -> PlaceFound:
    """Return a place under a name in the letters of the text: a name must follow from it."""
    mention = min((*place.mentions, *place.metonyms))
    words = text[mention.start : mention.end]
    return replace(place, name=words) if place.name.isascii() and not words.isascii() else place


def _is_plain(denial: AssertionDraft, other: AssertionDraft) -> bool:
    """Say whether a denial can be of what another says: of a blame, or of what others say."""
    if denial.denies == "attribution" and denial.stance == "denies":
        return other.proposition == "attribution"
    return other.voice != "own"


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


def _speakers(sayings: Sequence[Saying], cast: Cast) -> list[int | None]:
    """Return who speaks each saying; one that goes on is by the speaker before it."""
    found: list[int | None] = []
    last: int | None = None
    for one in sayings:
        speaker = last if one.again else cast.at(one.speaker)
        found.append(speaker)
        if one.voice == "attributed":
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


def _about_figures(
    assertions: Sequence[AssertionDraft], figures: Sequence[FigureDraft]
) -> list[AssertionDraft]:
    """Let an assertion be about the incidents of its figures, and about the figures themselves."""
    found = []
    for one in assertions:
        local = [figures[at].incident for at in one.figures]
        incidents = [each for each in local if each is not None]
        about = list(one.about)
        if one.figures and not incidents:
            about = [each for each in about if each.kind != "incident"]
        about += [Target("incident", each) for each in incidents]
        about += [Target("figure", at) for at in one.figures]
        found.append(replace(one, about=tuple(dict.fromkeys(about))))
    return found
