"""Who is named beside those who speak: people by first name and surname, bodies by «name»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from probatum.read.builtin.shelves import Shelf
from probatum.read.builtin.worded.cast import is_alike
from probatum.read.builtin.worded.frames import Frame
from probatum.read.builtin.worded.phrases import QUOTES, Phrase, phrase_of
from probatum.read.found import Mark

_ADJECTIVE = re.compile(
    "(?:ого|его|ому|ему|ої|ій|ской|цкой|ным|ними|ной|ней|ей|ых|их|ські|ские|ський|ский|ська|ская|ську|скую)$"
)
_SURNAME = re.compile("(?:[сц]ь?к|н|[оеі]в|ин)(?:ий|ая|а|ого|ой|ої|ому|им|ою|ую|у)$")
_MOST_NAMES = 3
_MOST_ROLE = 6
_MOST_QUOTED = 8
_KEY = 3
_MOST_ALIKE = 4


def named_in(frames: Sequence[Frame], taken: Sequence[Mark]) -> list[Phrase]:
    """Return the people and bodies that frames name, but for words in ``taken`` (places)."""
    known = Shelf((mark, at) for at, mark in enumerate(taken))
    return [
        each for frame in frames for each in (*_people(frame), *_bodies(frame))
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
            alike = known.get(word.word[:_KEY]) if word.is_capitalised else None
            if alike is None or frame.in_date(at) or word.word in frame.lexicon.small:
                continue
            if any(is_alike(word.word, each) for each in alike[:_MOST_ALIKE]):
                phrase = phrase_of(frame.words[at : at + 1], frame.lexicon)
                if phrase is not None and phrase.type == "person":
                    found.append(phrase)
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
        and _ADJECTIVE.search(word.word) is None
    )  # fmt: skip


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
