"""An English text from first to last step: from words to a draft of its reading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from probatum.read.builtin.drafts import AssertionDraft, ContradictionDraft, Draft, Target
from probatum.read.builtin.english.attribution import attributions
from probatum.read.builtin.english.entities import entities_of
from probatum.read.builtin.english.gathering import Gathered, assertions_of, figures_of_draft
from probatum.read.builtin.english.incidents import incidents_of, told_in
from probatum.read.builtin.english.own_voice import own_words
from probatum.read.builtin.english.parse import parse
from probatum.read.builtin.english.parsed import Parsed
from probatum.read.builtin.english.voices import named_with_voices
from probatum.read.builtin.english.wording import ENGLISH
from probatum.read.builtin.relating import related
from probatum.read.builtin.statuses import statuses
from probatum.read.dates import dates_of
from probatum.read.figures import figures_of
from probatum.read.found import DateFound, FigureFound, Mark, PlaceFound, Said
from probatum.read.gazetteer import Gazetteer
from probatum.read.places import places_of

_MOST_WRONG = 4
_AT_ONCE = 4  # characters
_EARLIER = re.compile(r"an? (?:earlier|previous) version\b", re.IGNORECASE)


def draft_of(
    text: str, published: date | None, publisher: str | None, gazetteer: Gazetteer
) -> Draft:
    """Return what an English text says, before ids."""
    parsed = parse(text)
    said = [_corrected(text, one) for one in attributions(parsed)]
    dates = dates_of(text, "en", published)
    places = places_of(text, "en", gazetteer, hints=_hints(parsed))
    figures = figures_of(text, "en", dates, places)
    places = _with_metonyms(text, places, said)
    told = told_in(parsed)
    sentences = parsed.sentences
    agents = frozenset(
        sentences[one.sentence].words[one.trigger.agent].start
        for one in told
        if one.trigger.agent is not None
    )
    entities = entities_of(parsed, _wanted(parsed, said, figures), places, publisher, agents)
    incidents = incidents_of(parsed, told, places, dates, _not_when(said, figures, dates),
                             _wished(said))  # fmt: skip
    gathered = Gathered(
        places=places, dates=dates, figures=figures, parsed=parsed, said=said,
        own=own_words(parsed, said, told, figures, publisher), entities=entities, told=told,
        incidents=incidents,
    )  # fmt: skip
    assertions = assertions_of(gathered)
    drafts = figures_of_draft(gathered, assertions)
    named = named_with_voices(text, entities, [one.content for one in assertions])
    assertions, contradictions = related(text, assertions, drafts, named, ENGLISH)
    assertions, contradictions = _put_right(assertions, contradictions)
    return Draft(
        entities=list(entities.drafts),
        places=places,
        dates=list(dates),
        incidents=statuses(incidents.drafts, assertions),
        assertions=assertions,
        figures=drafts,
        contradictions=contradictions,
    )


def _put_right(
    assertions: list[AssertionDraft], against: list[ContradictionDraft]
) -> tuple[list[AssertionDraft], list[ContradictionDraft]]:
    """Tie what the text corrects to what it takes back just before, and both to nothing else."""
    back = {
        one.content.end: at for at, one in enumerate(assertions)
        if one.stance == "retracts" and one.voice == "own" and one.cue is None
    }  # fmt: skip
    if not back:
        return assertions, against
    right = {
        at: back[end] for at, one in enumerate(assertions)
        for end in range(one.content.start - _AT_ONCE, one.content.start)
        if one.stance == "corrects" and one.voice == "own" and end in back
    }  # fmt: skip
    both = {*back.values(), *right}
    ends = {Target("assertion", at) for at in both}
    out = list(assertions)
    for at in both:
        about = tuple(one for one in out[at].about if one.kind != "assertion")
        if at in right:
            about = (*about, Target("assertion", right[at]))
        out[at] = replace(out[at], about=about)
    kept = [each for each in against if each.why != "retraction" or each.between[0] not in ends]
    kept += [
        ContradictionDraft((Target("assertion", at), Target("assertion", of)), "retraction")
        for at, of in right.items()
    ]
    return out, kept


def _hints(parsed: Parsed) -> list[tuple[Mark, str]]:
    """Return the names that the parser saw, for telling places from persons."""
    found: list[tuple[Mark, str]] = []
    for sentence in parsed.sentences:
        for word in sentence.words:
            if not word.entity:
                continue
            if word.begins or not found or found[-1][1] != word.entity or (
                word.start - found[-1][0].end > 1
            ):  # fmt: skip
                found.append((Mark(word.start, word.end), word.entity))
            else:
                found[-1] = (Mark(found[-1][0].start, word.end), word.entity)
    return found


def _with_metonyms(
    text: str, places: Sequence[PlaceFound], said: Sequence[Said]
) -> list[PlaceFound]:
    """Move the mentions of places that speak or are spoken to: nothing happened there by that."""
    speaking = {
        mark
        for one in said
        for whole in (one.speaker, one.addressee, *one.via)
        if whole is not None
        for mark in (whole, _without_article(text, whole))
    }
    moved = []
    for place in places:
        metonyms = tuple(mark for mark in place.mentions if mark in speaking)
        left = tuple(mark for mark in place.mentions if mark not in speaking)
        both = tuple(sorted({*place.metonyms, *metonyms}))
        moved.append(replace(place, mentions=left, metonyms=both) if metonyms else place)
    return moved


def _without_article(text: str, mark: Mark) -> Mark:
    words = text[mark.start : mark.end]
    return Mark(mark.start + 4, mark.end) if words[:4].lower() == "the " else mark


def _wanted(parsed: Parsed, said: Sequence[Said], figures: Sequence[FigureFound]) -> list[Mark]:
    """Return the marks that stand for somebody because they speak, pass on, are asked or count."""
    marks = [mark for one in said for mark in (one.speaker, one.addressee, *one.via)]
    marks += [one.source for one in figures if not _is_first_person(parsed.text, one.source)]
    if parsed.turns:
        marks += [parsed.answers(passage) for passage in parsed.passages]
    return sorted({mark for mark in marks if mark is not None})


def _is_first_person(text: str, mark: Mark | None) -> bool:
    """Say whether a source is the speaker's own people ("our teams")."""
    return mark is not None and text[mark.start : mark.end].lower().startswith(
        ("our ", "my ", "we")
    )


def _corrected(text: str, said: Said) -> Said:
    """Say what an earlier version of the text said to be corrected by this one."""
    if said.speaker is None or not _EARLIER.match(text, *said.speaker):
        return said
    behind = text[said.content.end :].split("\n", 1)[0].lstrip(".,;: )")
    if behind and said.voice != "own" and behind[0].isupper():
        return said  # what follows puts it right
    return replace(said, stance="corrects")


def _wished(said: Sequence[Said]) -> list[Mark]:
    """Return what is only asked for or promised."""
    return [one.content for one in said if one.stance in ("calls_for", "commits_to")]


def _not_when(
    said: Sequence[Said], figures: Sequence[FigureFound], dates: Sequence[DateFound]
) -> list[Mark]:
    """Return the dates of sayings, counts and mistakes: no event happened then by that."""
    wrong = [one.content for one in said if one.speaker and one.stance == "corrects"]
    marks = [one.said_at for one in said]
    marks += [
        one.mark for one in dates
        if any(each.start <= one.mark.start < each.end for each in wrong[:_MOST_WRONG])
    ]  # fmt: skip
    marks += [mark for one in figures for mark in (one.as_of, one.period)]
    return [mark for mark in marks if mark is not None]
