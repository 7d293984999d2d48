"""Which records bear on a question: from an incident or proposition along references, both ways.

Not the whole case. Whatever a rule could count is taken: the incident's propositions and what hangs
on them, everybody who says something of them, who they are, who they were judged to be, and what
was judged of all that.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from probatum.index.record_queries import RecordRow
from probatum.model.nouns import NOUNS
from probatum.model.nouns.figures import Figure
from probatum.model.nouns.incidents import Incident, IncidentLink
from probatum.model.nouns.people import SameAs
from probatum.model.nouns.propositions import Depiction, Proposition
from probatum.record.board import named_by

_PROPOSITIONS = [name for name, noun in NOUNS.items() if noun.family == "proposition"]
_JUDGING = ["assessment", "search", "source_grade", "same_as", "incident_link"]
_OF_ITEMS = ["link", "description", "assessment", "exhibit"]
_ALONG = frozenset({"source", "person", "group", "place", "statement", "incident"})
RELEVANT = frozenset({*_PROPOSITIONS, *_JUDGING, *_OF_ITEMS, *_ALONG, "assertion", "vocabulary"})


class Records(Protocol):
    """Records to walk along: as they stand now, or as they stood."""

    def some_records(self, ids: Iterable[str]) -> list[RecordRow]:
        """Return the records of these ids that there are."""

    def naming(self, ids: Iterable[str], nouns: Sequence[str] = ()) -> list[RecordRow]:
        """Return the records of these nouns that name one of these objects."""

    def records(self, nouns: Sequence[str] = ()) -> list[RecordRow]:
        """Return all records of these nouns."""


class AsTheyStood:
    """Records as they stood at one time, held in memory."""

    def __init__(self, rows: Iterable[RecordRow]) -> None:
        self._rows = {row.id: row for row in rows}
        self._naming: dict[str, list[RecordRow]] = {}
        for row in self._rows.values():
            for target in named_by(row.body) if row.body is not None else ():
                self._naming.setdefault(target, []).append(row)

    def some_records(self, ids: Iterable[str]) -> list[RecordRow]:
        """Return the records of these ids that there were."""
        return [self._rows[each] for each in sorted(set(ids)) if each in self._rows]

    def naming(self, ids: Iterable[str], nouns: Sequence[str] = ()) -> list[RecordRow]:
        """Return the records that named one of these objects."""
        found = {row.id: row for each in set(ids) for row in self._naming.get(each, ())}
        return [row for row in found.values() if not nouns or row.noun in nouns]

    def records(self, nouns: Sequence[str] = ()) -> list[RecordRow]:
        """Return all records of these nouns."""
        return [row for row in self._rows.values() if not nouns or row.noun in nouns]


def everything(records: Records) -> list[RecordRow]:
    """Return every record of the case that a rule may count."""
    return [row for row in records.records(sorted(RELEVANT)) if row.body is not None]


def bearing_on(records: Records, start: RecordRow) -> list[RecordRow]:
    """Return the records that bear on an incident, a proposition or an assertion."""
    walk = _Walk(records)
    walk.begin(start)
    walk.incidents()
    walk.propositions()
    walk.assertions()
    walk.participants()
    walk.judgements()
    return walk.rows()


class _Walk:
    def __init__(self, records: Records) -> None:
        self._records = records
        self._found: dict[str, RecordRow] = {}
        self._met: dict[str, RecordRow | None] = {}  # None: no record
        self._props: set[str] = set()
        self._incidents: set[str] = set()

    def rows(self) -> list[RecordRow]:
        return sorted(self._found.values(), key=lambda row: (row.number, row.id))

    def begin(self, start: RecordRow) -> None:
        """Take the record asked about, and what it is about in the end."""
        waiting = [start]
        while waiting:
            row = waiting.pop()
            if row.id in self._found or row.body is None:
                continue
            self._found[row.id] = row
            if isinstance(row.body, Incident):
                self._incidents.add(row.id)
            elif isinstance(row.body, Proposition):
                self._props.add(row.id)
                if row.body.incident is not None:
                    self._incidents.add(row.body.incident)
                act = getattr(row.body, "act", None)
                waiting += self._records.some_records([act]) if act else []
            elif row.noun == "assertion":
                waiting += self._records.some_records([getattr(row.body, "about", "")])

    def _take(self, rows: Iterable[RecordRow]) -> list[RecordRow]:
        """Keep the rows that are new and bear on something; return these."""
        new = [
            row
            for row in rows
            if row.id not in self._found and row.body is not None and row.noun in RELEVANT
        ]
        self._found.update((row.id, row) for row in new)
        return new

    def _new(self, ids: Iterable[str]) -> list[RecordRow]:
        """Return the records of these ids that were not found before; each is looked up once."""
        wanted = set(ids) - self._found.keys()
        if asked := wanted - self._met.keys():
            self._met.update(dict.fromkeys(asked))
            self._met.update((row.id, row) for row in self._records.some_records(asked))
        rows = (self._met[each] for each in wanted)
        return sorted((row for row in rows if row is not None), key=lambda row: row.number)

    def incidents(self) -> None:
        """Take incidents that are, or may be, the same, and parts and wholes of one."""
        waiting = set(self._incidents)
        while waiting:
            self._take(self._records.some_records(waiting))
            linked = self._records.naming(waiting, ["same_as", "incident_link"])
            self._take(linked)
            waiting = {other for row in linked for other in _joined(row)} - self._incidents
            self._incidents |= waiting

    def propositions(self) -> None:
        """Take the incidents' propositions, what hangs on them, what they compare with."""
        self._take(self._records.naming(self._incidents, _PROPOSITIONS))
        waiting = self._all_props()
        while waiting:
            self._props |= waiting
            self._take(self._records.naming(waiting, _PROPOSITIONS))
            rows = self._new(each for one in waiting for each in self._names(one))
            self._take(row for row in rows if isinstance(row.body, Proposition))
            items = {
                row.body.item for row in self._of(Depiction) if isinstance(row.body, Depiction)
            }
            self._take(self._records.naming(items, ["depiction"]))
            self._take(self._totals())
            waiting = self._all_props() - self._props

    def _totals(self) -> list[RecordRow]:
        """Return figures over the same places or wider ones that belong to no incident."""
        places = {
            row.body.place
            for row in self._of(Figure)
            if isinstance(row.body, Figure) and row.body.place is not None
        }
        around, waiting = set(places), places
        while waiting:
            rows = self._records.some_records(waiting)
            waiting = {
                within for row in rows if (within := getattr(row.body, "within", None))
            } - around
            around |= waiting
        return [
            row
            for row in self._records.naming(around, ["figure"])
            if isinstance(row.body, Figure) and row.body.incident is None
        ]

    def assertions(self) -> None:
        """Take the assertions about the propositions, and about assertions, at any remove."""
        waiting = set(self._props)
        while waiting:
            new = self._take(self._records.naming(waiting, ["assertion"]))
            rows = self._new(each for row in new for each in self._names(row.id))
            new += self._take(row for row in rows if row.noun == "assertion")
            waiting = {row.id for row in new}

    def participants(self) -> None:
        """Take who and what is named, and who was judged to be the same."""
        waiting = set(self._found)
        while waiting:
            rows = self._new(each for one in waiting for each in self._names(one))
            new = self._take(row for row in rows if row.noun in _ALONG)
            there = [row.id for row in new] + [one for one in waiting if self._is_along(one)]
            new += self._take(self._records.naming(there, ["same_as"]))
            waiting = {row.id for row in new}

    def _is_along(self, one: str) -> bool:
        return self._found[one].noun in _ALONG

    def judgements(self) -> None:
        """Take what was judged, graded, searched for and linked, and the case's own terms."""
        waiting = {one for one, row in self._found.items() if row.noun != "vocabulary"}
        while waiting:
            new = self._take(self._records.naming(waiting, _JUDGING[:3]))
            waiting = {row.id for row in new}
        items = {item for row in self._found.values() for item in items_of(row)}
        new = self._take(self._records.naming(items, _OF_ITEMS))
        self._take(self._records.records(["vocabulary"]))
        rows = self._new(each for row in new for each in self._names(row.id))
        self._take(row for row in rows if row.noun in _ALONG)

    def _names(self, one: str) -> list[str]:
        body = self._found[one].body
        return [] if body is None else named_by(body)

    def _all_props(self) -> set[str]:
        return {one for one, row in self._found.items() if isinstance(row.body, Proposition)}

    def _of(self, kind: type) -> list[RecordRow]:
        return [row for row in self._found.values() if isinstance(row.body, kind)]


def _joined(row: RecordRow) -> tuple[str, ...]:
    """Return the incidents that a judgement or link makes part of the question."""
    body = row.body
    if isinstance(body, SameAs) and body.answer != "no":
        return body.between
    if isinstance(body, IncidentLink) and body.relation == "encompasses":
        return body.between
    return ()


def items_of(row: RecordRow) -> set[str]:
    """Return the items that a record cites or is about."""
    body = row.body
    found = {citation.item for citation in getattr(body, "citations", ())}
    for field in ("item", "of"):
        value = getattr(body, field, None)
        if isinstance(value, str) and row.noun in ("depiction", "description", "link", "statement"):
            found.add(value)
    return found
