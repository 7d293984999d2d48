"""All figures of a text, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from probatum.model.nouns.figures import Bound
from probatum.read.figures.arabic import ARABIC
from probatum.read.figures.comparing import comparisons_in
from probatum.read.figures.english import ENGLISH
from probatum.read.figures.framing import counted_in
from probatum.read.figures.knowing import is_hidden, method_of
from probatum.read.figures.lexicon import FigureWords
from probatum.read.figures.measured import Measured
from probatum.read.figures.measuring import measured_in
from probatum.read.figures.predicates import is_link
from probatum.read.figures.russian import RUSSIAN
from probatum.read.figures.sources import source_of
from probatum.read.figures.told_after import told_after
from probatum.read.figures.ukrainian import UKRAINIAN
from probatum.read.found import DateFound, FigureFound, Mark, PlaceFound
from probatum.read.numbers import bounded, bounds_of
from probatum.read.sentences import sentences
from probatum.read.tokens import Token, tokens

_WORDS = {"en": ENGLISH, "uk": UKRAINIAN, "ru": RUSSIAN, "ar": ARABIC}
_PAST = ("ли", "ло", "лись", "лися", "лось", "лося")
_OF_PEOPLE = frozenset({"killed", "injured", "missing", "detained", "abducted", "displaced"})
_BEFORE = 400  # characters over which a number may mean what was counted
_AT_MOST: frozenset[Bound] = frozenset({"up_to", "less_than"})
_SHARED: frozenset[Bound] = frozenset({"at_least", "more_than", "about", "up_to", "less_than"})


def figures_of(
    text: str, language: str, dates: Iterable[DateFound] = (), places: Iterable[PlaceFound] = ()
) -> list[FigureFound]:
    """Return the figures of a text in order; none in a language not known.

    ``dates`` and ``places`` are what the text has of them: numbers inside dates are no figures.
    """
    words = _WORDS.get(language)
    if words is None:
        return []
    all_dates = sorted(dates, key=lambda each: each.mark)
    all_places = sorted(mark for each in places for mark in each.mentions)
    found: list[FigureFound] = []
    wholes: list[FigureFound] = []
    date_at = place_at = 0
    before: list[Token] = []
    together = 0  # the first figure of this paragraph, or of the one before if this begins
    for mark in sentences(text, language):
        date_at, near = _dates_inside(all_dates, mark, date_at)
        place_at, spots = _marks_inside(all_places, mark, place_at)
        read = tokens(text, mark.start, mark.end)
        goes_on = bool(before) and text.find("\n", before[-1].end, mark.start) < 0
        if source := told_after(read, words, [each.mark for each in near]):
            found[together:] = [_given(each, source) for each in found[together:]]
        together = together if goes_on else len(found)
        before = before if goes_on else []
        made, here = _of_sentence(text, read, words, language, near, spots, wholes, before)
        before = read
        found += made
        wholes = here or wholes
    return found


def _given(figure: FigureFound, source: Mark) -> FigureFound:
    """Return a figure with its source, if it has none of its own."""
    return figure if figure.source or figure.hidden else replace(figure, source=source)


def _dates_inside(dates: Sequence[DateFound], mark: Mark, at: int) -> tuple[int, list[DateFound]]:
    while at < len(dates) and dates[at].mark.end <= mark.start:
        at += 1
    end = at
    while end < len(dates) and dates[end].mark.start < mark.end:
        end += 1
    return at, list(dates[at:end])


def _marks_inside(marks: Sequence[Mark], mark: Mark, at: int) -> tuple[int, list[Mark]]:
    while at < len(marks) and marks[at].end <= mark.start:
        at += 1
    end = at
    while end < len(marks) and marks[end].start < mark.end:
        end += 1
    return at, list(marks[at:end])


def _of_sentence(
    text: str, read: Sequence[Token], words: FigureWords, language: str,
    dates: Sequence[DateFound], places: Sequence[Mark], earlier: Sequence[FigureFound],
    before: Sequence[Token],
) -> tuple[list[FigureFound], list[FigureFound]]:  # fmt: skip
    """Return the figures of a sentence, and those that are no part of another.

    ``earlier`` are the latter of the last sentence that had any, ``before`` the tokens of the
    sentence before in the same paragraph.
    """
    marks = [each.mark for each in dates]
    found: list[FigureFound] = []
    as_of = _as_of(read, dates, words)
    period = next((each.mark for each in dates if _is_period(text, each, read, words)), None)
    scope = _scope(read, places, words) if as_of or period else None
    last: tuple[Measured, Bound, bool] | None = None
    wholes: list[FigureFound] = []
    main = _main(_near(read, earlier), None)
    measure = main[0].measure if main else _spoken_of(before, words)
    for one in measured_in(read, counted_in(read, words, language, marks), words, measure):
        bound, shared = _shared_bound(read, one, last, words)
        made = _figure(text, read, one, bound, language, words, marks)
        if made is None:
            continue
        day = as_of or (_day_behind(made.mark, dates) if one.is_total else None)
        found.append(replace(made, as_of=day, period=period, scope=scope))
        if len(found) > 1 and last is not None and is_link(
            read, last[0].end, one.start, words
        ):  # fmt: skip
            found[-2] = replace(found[-2], listed_with=found[-1].mark)
        last = one, bound, shared
        if not one.part:
            wholes.append(found[-1])
    for start, end, relation, measure in comparisons_in(read, words):
        span = Mark(read[start].start, read[end - 1].end)
        if any(each.number and _overlaps(each.number, span) for each in found):
            continue
        behind = [each for each in wholes if (each.number or each.mark).start >= span.end]
        lead = [each for each in wholes if each.mark.end <= span.start]
        lead = lead or _main(earlier, measure)
        order = [*lead[-1:], *behind[:1]] if relation == "higher" else [*behind[:1], *lead[-1:]]
        other = order[0] if order else None
        counts = measure or (None if other is None else other.measure)
        if counts is None or counts == "other":
            continue
        found.append(FigureFound(
            span, counts, relation=relation, compares=None if other is None else other.mark,
            source=source_of(read, start, end, words, marks, is_comparison=True),
            method_claimed=method_of(read, start, end, words),
            population="not-stated" if other is None else other.population,
        ))  # fmt: skip
    return sorted(found, key=lambda each: each.mark), wholes


def _spoken_of(before: Sequence[Token], words: FigureWords) -> str | None:
    """Return what the sentence before says of people without a number: "They arrested us"."""
    if words.has_verb_first:
        return None
    for at in range(len(before) - 1, -1, -1):
        found = words.triggers.at(before, at)
        if found and found[0].measure in _OF_PEOPLE and not {"h", "x"} & set(found[0].sides):
            return found[0].measure
    return None


def _near(read: Sequence[Token], earlier: Sequence[FigureFound]) -> list[FigureFound]:
    """Return the figures that end shortly before the sentence."""
    return [each for each in earlier if read and read[0].start - each.mark.end < _BEFORE]


def _main(wholes: Sequence[FigureFound], measure: str | None) -> list[FigureFound]:
    """Return the figure that a comparison in a later sentence is with: rather the dead."""
    for one in (measure, "killed"):
        if same := [each for each in wholes if each.measure == one]:
            return same[:1]
    return list(wholes[:1])


def _overlaps(one: Mark, other: Mark) -> bool:
    return one.start < other.end and other.start < one.end


def _figure(
    text: str, read: Sequence[Token], one: Measured, bound: Bound, language: str,
    words: FigureWords, dates: Sequence[Mark],
) -> FigureFound | None:  # fmt: skip
    """Return the figure; None if its numbers do not follow from the very characters it names."""
    counted = one.counted
    number = Mark(read[counted.number].start + counted.offset, read[counted.number_end - 1].end)
    ends = bounded(counted.amount, bound)
    if ends is None or bounds_of(text[number.start : number.end], language, bound) != ends:
        return None
    source = source_of(read, one.start, one.end, words, dates)
    return FigureFound(
        Mark(min(read[one.start].start, number.start), max(read[one.end - 1].end, number.end)),
        one.measure, number, ends[0], ends[1], bound,
        method_claimed=method_of(read, one.start, one.end, words),
        population=counted.population,
        source=source,
        hidden=source is None and is_hidden(read, one.start, one.end, words),
    )  # fmt: skip


def _shared_bound(
    read: Sequence[Token], one: Measured, last: tuple[Measured, Bound, bool] | None,
    words: FigureWords,
) -> tuple[Bound, bool]:  # fmt: skip
    """Return the bound of a figure, and whether the next may share it.

    It is its own, or in "at least 312 killed, 540 injured and nine missing" the one before. A verb
    or a predicate with "were" of its own ends what the bound before reaches.
    """
    counted = one.counted
    shares = last is not None and _reaches(read, one, last, words)
    bound = last[1] if last is not None and shares else counted.bound
    return bound, shares or counted.is_own_bound


def _reaches(
    read: Sequence[Token], one: Measured, last: tuple[Measured, Bound, bool], words: FigureWords
) -> bool:
    """Say whether the bound of the figure before reaches this one."""
    counted = one.counted
    if counted.is_own_bound or one.part or one.by_own_verb:
        return False
    before, bound, may_share = last
    if bound not in _SHARED or not may_share or counted.amount.high is None:
        return False
    between = read[before.counted.end : counted.start]
    added = any(token.word in words.more for token in read[before.end : counted.end])
    if (added and (not words.has_verb_first or bound in _AT_MOST)) or counted.amount.low == 1:
        return False
    if len(between) > 6 or not between or between[-1].word not in words.links:
        return False
    own = read[counted.number_end : one.end]
    if before.end <= counted.start and any(
        token.word in words.auxiliaries or _is_past(token, words) for token in own
    ):
        return False
    return counted.amount.low == counted.amount.high


def _is_past(token: Token, words: FigureWords) -> bool:
    """Say whether a Slavic word is a verb of its own: "8 пропали" begins a clause."""
    return words.has_verb_first and token.word.endswith(_PAST)


def _as_of(read: Sequence[Token], dates: Sequence[DateFound], words: FigureWords) -> Mark | None:
    """Return the date behind "as of", "by Friday", "станом на"."""
    for each in dates:
        at = next((at for at, token in enumerate(read) if token.start >= each.mark.start), 0)
        if words.as_of.before(read, at) is not None or (each.edtf or "").startswith("../"):
            return each.mark
    return None


def _day_behind(mark: Mark, dates: Sequence[DateFound]) -> Mark | None:
    """Return the day on which a total "rose to 130 on Monday"."""
    near = (each.mark for each in dates if 0 <= each.mark.start - mark.end <= len(" on the "))
    return next(near, None)


def _is_period(text: str, date: DateFound, read: Sequence[Token], words: FigureWords) -> bool:
    """Say whether a date is a stretch that a count runs over: since, between, from ... to."""
    if date.edtf is None or "/" not in date.edtf or date.edtf.startswith("../"):
        return False
    return " " in text[date.mark.start : date.mark.end]


def _scope(read: Sequence[Token], places: Sequence[Mark], words: FigureWords) -> Mark | None:
    """Return the place that a total counts over: the one behind "in" or "across"."""
    for place in places:
        at = next((at for at, token in enumerate(read) if token.start >= place.start), 0)
        steps = (at, at - 1) if at and read[at - 1].word == "the" else (at,)
        if any(words.over.before(read, step) is not None for step in steps):
            return place
    return None
