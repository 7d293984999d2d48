"""Who is named beside those who speak: people by first name and surname, bodies by «name»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from probatum.read.builtin.shelves import Shelf
from probatum.read.builtin.worded.acting import deed_behind
from probatum.read.builtin.worded.cast import is_alike
from probatum.read.builtin.worded.frames import Frame
from probatum.read.builtin.worded.phrases import QUOTES, Phrase, phrase_of
from probatum.read.found import Mark

_ADJECTIVE = re.compile(
    "(?:ого|его|ому|ему|ої|ій|ской|цкой|ным|ними|ной|ней|ей|ых|их|ські|ские|ський|ский|ська|ская|ську|скую)$"
)
_SURNAME = re.compile("(?:[сц]ь?к|н|[оеі]в|ин)(?:ий|ая|а|ого|ой|ої|ому|им|ою|ую|у)$")
_ABSTRACT = re.compile("(?:[еа]ни[ея]|[еа]нн[яі]|ств[оау]|ци[яию]|ці[яїю]|ость|ість)$")
"""Endings of nouns for what is done, which no first name has."""
_BODY = re.compile("(?:[аи]я|[иы]й|ее|ое|[сц]ька|на)$")
_FORCES = re.compile("^(?:войска|війська|силы|сили|подразделения|підрозділи)$")
_MOST_NAMES = 3
_MOST_ROLE = 6
_MOST_QUOTED = 8
_KEY = 3
_LONG = 6
_MOST_ALIKE = 4


def named_in(frames: Sequence[Frame], taken: Sequence[Mark]) -> list[Phrase]:
    """Return the people and bodies that frames name, but for words in ``taken`` (places)."""
    known = Shelf((mark, at) for at, mark in enumerate(taken))
    return [
        each for frame in frames
        for each in (*_people(frame), *_bodies(frame), *_armed_bodies(frame))
        if known.nearest(each.name or each.mark) is None
    ]  # fmt: skip


def named_again(frames: Sequence[Frame], named: Sequence[Phrase]) -> list[Phrase]:
    """Return the surnames that stand alone of people who are named in full elsewhere."""
    known: dict[str, list[str]] = {}
    for one in named:
        if one.type == "person" and one.name is not None and len(one.words) > 1:
            surname = one.words[-1].word
            if len(surname) > _KEY:
                known.setdefault(surname[:_KEY], []).append(surname)
    found = []
    for frame in frames:
        if frame.lexicon.heads.joined:
            continue
        for at, word in enumerate(frame.words):
            named_so = word.is_capitalised and not word.raw.isupper()
            alike = known.get(word.word[:_KEY]) if named_so else None
            if alike is None or frame.in_date(at) or word.word in frame.lexicon.small:
                continue
            if any(is_alike(word.word, each) for each in alike[:_MOST_ALIKE]):
                phrase = phrase_of(frame.words[at : at + 1], frame.lexicon)
                if phrase is not None and phrase.type == "person":
                    found.append(phrase)
    return found


def without_places(named: Sequence[Phrase], places: Sequence[str]) -> list[Phrase]:
    """Return who is named; a place behind a title is no name ("the commandant of Orlin")."""
    known: dict[str, list[str]] = {}
    for each in dict.fromkeys(places):
        known.setdefault(each[:_KEY], []).append(each)
    found = []
    for one in named:
        last = one.words[-1].word
        placed = one.type == "person" and len(one.words) > 1 and one.name is not None and (
            one.name.start == one.words[-1].start
            and any(is_alike(last, each) for each in known.get(last[:_KEY], ())[:_MOST_ALIKE])
        )  # fmt: skip
        found.append(replace(one, name=None) if placed else one)
    return found


def _people(frame: Frame) -> Iterator[Phrase]:
    words, lexicon = frame.words, frame.lexicon
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and (
            _is_name(frame, end) or end == at + 1 and _is_surname(frame, end)
        ):
            end += 1
        if 1 < end - at <= _MOST_NAMES and _may_stand(frame, at):
            start = _role(frame, at)
            phrase = phrase_of(words[start:end], lexicon)
            if phrase is not None and phrase.type == "person" and phrase.name is not None:
                yield phrase
        elif end - at == 1 and at and _is_titled(frame, at):
            phrase = phrase_of(words[_role(frame, at) : end], lexicon)
            if phrase is not None and phrase.type == "person" and phrase.name is not None:
                yield phrase
        at = max(end, at + 1)


def _is_name(frame: Frame, at: int) -> bool:
    word = frame.words[at]
    return (
        word.kind == "word" and word.is_capitalised and not word.raw.isupper() and not (
            word.word in frame.lexicon.small or frame.in_date(at)
        )
        and frame.lexicon.heads.of(word.word) is None
        and _ADJECTIVE.search(word.word) is None and not _is_abstract(word.word)
    )  # fmt: skip


def _is_abstract(word: str) -> bool:
    return len(word) > _LONG and _ABSTRACT.search(word) is not None


def _is_surname(frame: Frame, at: int) -> bool:
    """Say whether a capitalised adjective stands here: behind a first name, a surname."""
    word = frame.words[at]
    return (
        word.is_capitalised and not word.raw.isupper() and not frame.in_date(at)
        and _SURNAME.search(word.word) is not None
    )  # fmt: skip


def _may_stand(frame: Frame, at: int) -> bool:
    """Say whether a run of capitalised words may be a person: no body's name, no sentence start."""
    before = frame.words[at - 1] if at else None
    if before is None:
        return _agree(frame, at)
    if before.word in QUOTES or at > 1 and frame.words[at - 2].word in frame.lexicon.first_person:
        return False
    if before.word in frame.lexicon.places_of and _BODY.search(frame.words[at + 1].word):
        return False  # "in Orlin the People's Guard"
    head = frame.lexicon.heads.of(before.word)
    return head is None or head.type == "person"


def _agree(frame: Frame, at: int) -> bool:
    """Say whether the words at the start of a sentence are inflected alike, as names are."""
    one, other = frame.words[at].word, frame.words[at + 1].word
    return frame.lexicon.adjective.search(one) is None and one[-1:] != "и" != other[-1:]


def _is_titled(frame: Frame, at: int) -> bool:
    head = frame.lexicon.heads.of(frame.words[at - 1].word)
    return head is not None and head.type == "person" and head.gender != ""


def _role(frame: Frame, at: int) -> int:
    """Return where the title before a name begins."""
    words, lexicon = frame.words, frame.lexicon
    start = at
    for place in range(at - 1, max(-1, at - _MOST_ROLE), -1):
        word = words[place]
        if word.kind != "word" or word.word in lexicon.prepositions | lexicon.joins:
            break
        if frame.in_date(place) or frame.form(place) and lexicon.heads.of(word.word) is None:
            break
        head = lexicon.heads.of(word.word)
        if head is not None and head.type == "person":
            start = place
    return start


def _armed_bodies(frame: Frame) -> Iterator[Phrase]:
    """Yield the armed bodies under their own name ("the People's Guard of Norland")."""
    words, lexicon = frame.words, frame.lexicon
    at = 1
    while at < len(words):
        capital = any(one.is_capitalised for one in words[at - 1 : at + 2])
        head = lexicon.heads.of(words[at].word) if capital else None
        armed = head is not None and lexicon.armed.at(words, at) is not None
        if head is None or head.type != "organisation" or not armed or lexicon.heads.joined:
            at += 1
            continue
        first = at
        while (
            first > max(1, at - _MOST_NAMES)
            and lexicon.adjective.search(words[first - 1].word)
            and (
                words[first - 1].word not in lexicon.small and words[first - 2].word not in ".!?…:"
            )
        ):
            first -= 1
        named = any(one.is_capitalised for one in words[first : at + 2])
        whole = frame.name_at(first, deed_behind(frame, at)) if named else None
        if whole is not None and whole[0].type == "organisation" and not _of_body(frame, whole[0]):
            yield whole[0]
        at = max(at + 1, whole[1] if whole is not None else 0)


def _of_body(frame: Frame, phrase: Phrase) -> bool:
    """Say whether forces belong to a body that may speak itself ("the troops of the League")."""
    heads = [one.word for one in phrase.words if frame.lexicon.heads.of(one.word) is not None]
    return len(heads) > 1 and _FORCES.search(heads[0]) is not None


def _bodies(frame: Frame) -> Iterator[Phrase]:
    words, lexicon = frame.words, frame.lexicon
    for at in range(1, len(words)):
        if words[at].word not in QUOTES or at + 2 >= len(words):
            continue
        head = lexicon.heads.of(words[at - 1].word)
        start = at - 1
        if head is None or head.type not in ("organisation", "publication"):
            head, start = lexicon.heads.of(words[at + 1].word), at
        if head is None or head.type not in ("organisation", "publication"):
            continue
        if not words[at + 1].is_capitalised and not lexicon.heads.joined:
            continue
        end = next(
            (each + 1 for each in range(at + 2, min(len(words), at + _MOST_QUOTED))
             if words[each].word in QUOTES), None,
        )  # fmt: skip
        phrase = None if end is None else phrase_of(words[start:end], lexicon)
        if phrase is not None:
            yield phrase
