"""Which fields of a disclosure name somebody, a place or a word: to withhold them all at once.

A record is found by its id, and by its names in any alphabet and case, as the leak check finds
protected people; records judged to be the same person or place count. A word is found as the leak
check finds a name, and as it is written. Only fields that still leave are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from probatum.acts.mirror_disclosure import Entry, Line, Mirror
from probatum.acts.protected_people import names_of
from probatum.acts.session import Session
from probatum.disclose.leak_search import LeakSearch
from probatum.disclose.leaks import SHORTEST, folded, texts_in
from probatum.disclose.protected import Protected, alias_of
from probatum.errors import InputError, UseError
from probatum.index.record_queries import RecordRow
from probatum.model.roles import Deed

MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class NamedFields:
    """What was looked for (``ref`` of a record, None: a word), and each field with its entry."""

    words: str
    ref: str | None
    fields: tuple[tuple[Entry, Line], ...]


def named_fields(session: Session, mirror: Mirror, what: str) -> NamedFields:
    """Return the fields of a mirror, which its reader has seen, that name ``what``; logged.

    Raises UseError ``unknown-id``, ``bad-reference``, ``wrong-use`` for a word of one letter.
    """
    session.require(Deed.DISCLOSE)
    words = " ".join(what.split())[:MOST_LETTERS]
    row = _record(session, words)
    if row is None and len(words) < 2:
        raise UseError("wrong-use", item="what is looked for", expected="two letters or more",
                       found="fewer", remedy="write a name, a word or a reference")  # fmt: skip
    if row is not None:
        session.saw_records("disclosure", [row])
        ids, names = names_of(session, row.id)
        plain: list[str] = []
    else:
        ids, names, plain = [], [alias_of(words)], [folded(words)]
    search = LeakSearch([Protected("-", names=tuple(names))])
    found = [
        (entry, line)
        for entry in mirror.entries for line in entry.lines
        if line.kept is None and _names(line, ids, plain, search)
    ]  # fmt: skip
    return NamedFields(words, None if row is None else session.record_ref(row.number), tuple(found))


def _record(session: Session, words: str) -> RecordRow | None:
    if " " in words or not session.is_record(words):
        return None
    try:
        return session.find_record(words)
    except InputError:  # an erased record names nobody any more
        return None


def _names(line: Line, ids: Sequence[str], plain: Sequence[str], search: LeakSearch) -> bool:
    texts = [*texts_in(line.ours), *_keys(line.ours)]
    if any(each in text for text in texts for each in ids):
        return True
    if any(_stands_in(folded(text), word) for text in texts for word in plain):
        return True
    before = sum(hit.times for hit in search.hits)
    for text in texts:
        search.look_in(text, "-")
    return sum(hit.times for hit in search.hits) > before


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, member in value.items():
            yield str(name)
            yield from _keys(member)
    elif isinstance(value, list | tuple):
        for member in value:
            yield from _keys(member)


def _stands_in(text: str, word: str) -> bool:
    """Say whether a word is in a text; a short one as a whole word only."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        apart = not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum()
        if len(word) >= SHORTEST or apart:
            return True
        at = text.find(word, at + 1)
    return False
