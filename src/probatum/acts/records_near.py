"""Which records and texts a suggestion is compared with: all of a small case, of a large one few.

Comparing each suggestion with each of hundreds of thousands of records would stop everybody's work.
In a large case names and words are searched first; what shares none of them is no candidate.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from probatum.acts.review_item import Sheet, Step
from probatum.acts.session import Session
from probatum.index.query_language import All, Any, Choice, Query, Words
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.letters import apart
from probatum.model.nouns import NOUNS, plain
from probatum.model.references import marks

SMALL = 4_000  # records, or items: of so many all are compared
_HITS, _AROUND = 25, 300
_SHORTEST = 3  # letters of a word that says something
_PROPOSITIONS = tuple(name for name, noun in NOUNS.items() if noun.family == "proposition")
_ANY_PROPOSITION = Any(tuple(Choice("kind", name) for name in _PROPOSITIONS))
_NAMED = ("source", "person", "group", "place", "incident")


def rows_near(
    session: Session, shown: Sheet, only: Step | None, nouns: Sequence[str]
) -> list[RecordRow]:
    """Return the records of these nouns that what is suggested may mean, and what they name."""
    if session.index.records_of(nouns, SMALL + 1) <= SMALL:
        return [row for row in session.index.records(nouns) if not row.retracted]
    steps = shown.steps if only is None else (*_needed(shown, only), only, *_places(shown))
    found: dict[str, RecordRow] = {}
    for step in steps:
        for query in _queries(step):
            _take(session, found, _searched(session, query))
    # A denial shares no words with what it denies: an accusation is found by who is accused.
    for nouns_of in (("place", "incident"), ("source", "person", "group")):
        ids = [row.id for row in found.values() if row.noun in nouns_of]
        _take(session, found, session.index.newest_naming(ids, _PROPOSITIONS, _AROUND))
    claims = [row.id for row in found.values() if row.noun in _PROPOSITIONS]
    _take(session, found, session.index.newest_naming(claims, ("assertion",), _AROUND))
    _take(session, found, _names_in(found.values()))
    people = [row.id for row in found.values() if row.noun in _NAMED]
    _take(session, found, session.index.newest_naming(people, ("same_as",), _AROUND))
    return sorted(
        (row for row in found.values() if row.noun in nouns and not row.retracted),
        key=lambda row: row.number,
    )


def texts_near(session: Session, text: str) -> list[ItemRow]:
    """Return the items whose texts may be nearly this one."""
    if session.index.items_alive() <= SMALL:
        return session.index.items()
    # A reprint has the long words of what it reprints, all but a few.
    words = sorted(set(apart(text)), key=lambda word: (-len(word), word))[:18]
    found: dict[str, None] = {}
    for start in range(0, len(words) - 2, 3):
        part = All((*_words(words[start : start + 3]), Choice("kind", "text")))
        answer = session.index.search(part, limit=_HITS, facets=())
        ids = session.index.ids_at(hit.about or hit.object for hit in answer.hits)
        found |= dict.fromkeys(ids.values())
    return list(session.index.some_items(found).values())


def _needed(shown: Sheet, step: Step) -> Iterator[Step]:
    """Yield the steps that a step names, and those that they name."""
    seen: set[str] = set()
    waiting = list(step.needs)
    while waiting and len(seen) < _HITS:
        name = waiting.pop()
        found = shown.find(name)
        if found is not None and name not in seen:
            seen.add(name)
            waiting += found.needs
            yield found


def _places(shown: Sheet) -> list[Step]:
    """Return the first places of a report: incidents are known by where they happened."""
    return [each for each in shown.steps if each.proposed.get("record") == "place/1"][:3]


def _queries(step: Step) -> Iterator[Query]:
    """Yield what to search for a step: its names with all their words, then the longest alone."""
    for row in step.rows:
        noun = getattr(row.body, "proposed", "")
        if noun == "assertion":
            continue
        kinds = _PROPOSITIONS if noun in _PROPOSITIONS else (noun,)
        words = [word for word in _said(step, row) if len(word) >= _SHORTEST]
        longest = sorted(set(words), key=lambda word: (-len(word), word))[:4]
        if not longest:
            continue
        of_kind = Any(tuple(Choice("kind", kind) for kind in kinds))
        yield All((*_words(longest), of_kind))
        yield All((*_words(longest[:1]), of_kind))
        if noun in ("source", "group"):  # claims whose words name who denies or is accused
            yield All((*_words(longest), _ANY_PROPOSITION))


def _said(step: Step, row: RecordRow) -> list[str]:
    """Return the words by which a proposed record is found."""
    fields = step.fields_of(row)
    names = fields.get("names")
    if isinstance(names, list) and names and isinstance(names[0], dict):
        return apart(str(names[0].get("full") or ""))
    for name in ("title", "text", "shows"):
        if isinstance(fields.get(name), str):
            return apart(str(fields[name]))
    return []


def _words(words: Iterable[str]) -> tuple[Query, ...]:
    return tuple(Words((word,)) for word in words)


def _searched(session: Session, query: Query) -> list[str]:
    answer = session.index.search(query, limit=_HITS, facets=())
    return list(session.index.ids_at(hit.object for hit in answer.hits).values())


def _take(session: Session, found: dict[str, RecordRow], ids: Iterable[str]) -> None:
    missing = [each for each in ids if each not in found]
    found.update((row.id, row) for row in session.index.some_records(missing))


def _names_in(rows: Iterable[RecordRow]) -> list[str]:
    """Return the ids that these records name: a place of an occurrence, its incident."""
    return [
        mark.value
        for row in rows
        if row.body is not None
        for mark in marks(row.noun, _plain(row))
        if mark.targets
    ]


def _plain(row: RecordRow) -> Mapping[str, object]:
    return {} if row.body is None else plain(row.body)
