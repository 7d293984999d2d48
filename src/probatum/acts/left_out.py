"""Which records lead to protected people: what an export, which promises no pseudonym, leaves out.

The protected themselves; records judged to be, or perhaps to be, the same ones; where they live,
unless that is a whole settlement or more; and whatever names one of these, at any remove. The whole
case is looked through, whichever nouns are exported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from probatum.acts.session import Session
from probatum.index.record_queries import RecordRow
from probatum.model.nouns import Person, Place, SameAs, Source
from probatum.record.board import named_by

SAYS_NO_ADDRESS = frozenset({"country", "region", "district", "city", "town", "village"})


def leading_to_protected(session: Session) -> set[str]:
    """Return the ids of all records that an export without protected people leaves out."""
    protected = {
        row.id for row in session.index.records(["source", "person", "place"]) if _is_protected(row)
    }
    if not protected:
        return set()
    rows = {row.id: row for row in session.index.records()}
    named_in: dict[str, list[str]] = defaultdict(list)
    for row in rows.values():
        for target in named_by(row.body) if row.body is not None else ():
            named_in[target].append(row.id)
    found = _spread(protected, rows, named_in)
    found |= {home for each in sorted(found) for home in _homes(session, rows, each)}
    waiting = set(found)
    while waiting:
        waiting = {by for each in waiting for by in named_in[each]} - found
        found |= waiting
    return found


def _is_protected(row: RecordRow) -> bool:
    return isinstance(row.body, Source | Person | Place) and row.body.protected


def _spread(
    found: set[str], rows: dict[str, RecordRow], named_in: dict[str, list[str]]
) -> set[str]:
    """Add who is the same one: the person of a source, and what was not judged to be another."""
    waiting = set(found)
    while waiting:
        same = {other for each in waiting for other in _same(each, rows, named_in)}
        waiting = {each for each in same if each in rows} - found
        found |= waiting
    return found


def _same(one: str, rows: dict[str, RecordRow], named_in: dict[str, list[str]]) -> Iterator[str]:
    body = rows[one].body
    if isinstance(body, Source) and body.person is not None:
        yield body.person
    for by in named_in[one]:
        other = rows[by].body
        if isinstance(other, Source) and other.person == one:
            yield by
        elif isinstance(other, SameAs) and other.answer != "no" and not rows[by].retracted:
            yield from other.between


def _homes(session: Session, rows: dict[str, RecordRow], one: str) -> Iterator[str]:
    """Yield where a protected person lives or, as older versions say, lived."""
    for version in session.index.versions(one):
        for home in getattr(version.body, "homes", ()):
            place = rows[home].body if home in rows else None
            if isinstance(place, Place) and place.kind not in SAYS_NO_ADDRESS:
                yield home
