"""Who did what happened: armed bodies, people and offices that are the subjects of its verbs."""

from __future__ import annotations

import re

from probatum.read.builtin.worded.frames import Frame
from probatum.read.builtin.worded.phrases import Phrase
from probatum.read.builtin.worded.row import MOST_WORDS

_ANYBODY = re.compile("^(?:люд|мужчин|чолов|женщин|жінк|дет[ией]|діт|він$|вони$)")
_NEAR_BEHIND = 6
_PAST = frozenset("влаои")
_SHORTEST = 3


def actors(frame: Frame) -> list[Phrase]:
    """Return the bodies and people that did what happened ("soldiers shelled ...")."""
    found = []
    for at in range(1, len(frame.words)):
        if not frame.happens(at):
            if _does(frame, at):
                found += _doer(frame, at)
            continue
        subject = frame.before(at)
        if subject is None:
            found += _armed_behind(frame, at)
        elif subject[0].type in ("organisation", "group") and (
            frame.lexicon.armed.at(frame.words, at) is None and _is_armed(frame, subject[0])
        ):
            found.append(subject[0])
    return found


def deed_behind(frame: Frame, at: int) -> int:
    """Return the first verb of what was done behind a token, else the end of the words."""
    places = range(at + 1, min(len(frame.words), at + MOST_WORDS))
    return next((each for each in places if _does(frame, each)), len(frame.words))


def _is_armed(frame: Frame, phrase: Phrase) -> bool:
    return any(
        frame.lexicon.armed.at(phrase.words, at) is not None for at in range(len(phrase.words))
    )


def _does(frame: Frame, at: int) -> bool:
    """Say whether a verb of what somebody did once stands at a token."""
    word, lexicon = frame.words[at], frame.lexicon
    return (
        word.word[-1:] in _PAST and word.raw.islower() and len(word.word) > _SHORTEST
        and lexicon.done.search(word.word) is not None
        and frame.form(at) is not None and not frame.is_cue(at)
        and not word.word.endswith(("ся", "сь")) and word.word not in lexicon.adverbs
    )  # fmt: skip


def _doer(frame: Frame, at: int) -> list[Phrase]:
    """Return the people or body that did something ("investigators raised the remains")."""
    subject = frame.before(at)
    if subject is None:
        return _armed_behind(frame, at)
    phrase, heads = subject[0], frame.lexicon.heads
    if phrase.type not in ("group", "organisation") or phrase.kind == "pronoun":
        return []
    first = next((one.word for one in phrase.words if heads.of(one.word) is not None), "")
    counted = phrase.count is not None or any(one.kind == "number" for one in phrase.words)
    plain = heads.is_plain(first) and _ANYBODY.search(first) is None
    return [phrase] if plain and not counted else []


def _armed_behind(frame: Frame, at: int) -> list[Phrase]:
    """Return the armed people that stand behind what they did ("struck it the navy")."""
    words, lexicon = frame.words, frame.lexicon
    if lexicon.heads.joined:
        return []
    for place in range(at + 1, min(len(words), at + _NEAR_BEHIND)):
        if frame.is_stop(place):
            break
        word = words[place].word
        if lexicon.heads.of(word) is None or lexicon.armed.at(words, place) is None or (
            not lexicon.heads.is_plain(word) or _ANYBODY.search(word)
        ):  # fmt: skip
            continue
        first = place
        while first > at + 1 and lexicon.adjective.search(words[first - 1].word):
            first -= 1
        led = words[first - 1].word in lexicon.prepositions
        named = None if led else frame.name_at(first)
        return [] if named is None else [named[0]]
    return []
