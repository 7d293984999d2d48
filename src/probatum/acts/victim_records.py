"""The case's own `person` records as a victim list, with what assertions say became of them.

A person is a row under the record's reference. Of what is said of them, statuses count that an
assertion stands for and none denies: missing, detained, dead, found alive; civilian or combatant,
if no two sources differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Literal, TypeAlias

from probatum.acts.session import Session
from probatum.index.record_queries import RecordRow
from probatum.link.lists.troubles import ReadRow, Trouble
from probatum.model.nouns.assertions import Assertion
from probatum.model.nouns.people import Person
from probatum.model.nouns.propositions import Status
from probatum.model.victims import Standing, Victim

if TYPE_CHECKING:
    from probatum.acts.victim_lists import ListRow

_Became: TypeAlias = Literal["missing", "detained", "dead", "found-alive"]
_Called: TypeAlias = Literal["civilian", "combatant"]
_FOR = frozenset({"asserts", "reports", "acknowledges", "claims_responsibility", "corrects"})
_AGAINST = frozenset({"denies", "disputes", "retracts"})
_BECAME: dict[str, _Became] = {
    "missing": "missing", "detained": "detained", "dead": "dead", "found-alive": "found-alive",
}  # fmt: skip
_CALLED: dict[str, _Called] = {"civilian": "civilian", "combatant": "combatant"}
_BATCH = 500


def read_records(session: Session, listed: ListRow, purpose: str | None) -> Iterator[ReadRow]:
    """Yield the persons of the case as rows, by their numbers; logged first."""
    rows = [row for row in session.index.records(["person"])
            if not row.retracted and isinstance(row.body, Person)]  # fmt: skip
    session.saw_records("persons as a list", rows, (), purpose)
    waiting = iter(rows)
    while some := list(islice(waiting, _BATCH)):
        said = _said(session, [row.id for row in some])
        for row in some:
            yield _row(session, listed.name, row, said.get(row.id, ()))


def _row(session: Session, of: str, row: RecordRow, said: Sequence[Status]) -> ReadRow:
    body = row.body
    assert isinstance(body, Person)
    called = {_CALLED[each.status] for each in said if each.status in _CALLED}
    victim = Victim(
        list=of, row=session.record_ref(row.number), number=row.number, names=body.names,
        sex=body.sex, born=body.born, status=next(iter(called)) if len(called) == 1 else None,
        standings=tuple(
            Standing(status=_BECAME[each.status], when=each.when)
            for each in said if each.status in _BECAME
        ),
    )  # fmt: skip
    troubles = () if body.names else (Trouble(row.number, "no-name"),)
    return ReadRow(victim, troubles)


def _said(session: Session, persons: Sequence[str]) -> dict[str, list[Status]]:
    """Return person -> statuses that somebody stands for and nobody denies."""
    wanted = set(persons)
    rows = [
        row for row in session.index.naming(persons, ["status"])
        if not row.retracted and isinstance(row.body, Status) and row.body.of in wanted
    ]  # fmt: skip
    stances: dict[str, set[str]] = {}
    asserted = session.index.naming([row.id for row in rows], ["assertion"]) if rows else ()
    for each in _counting(asserted):
        stances.setdefault(each.about, set()).add(each.stance)
    found: dict[str, list[Status]] = {}
    for row in rows:
        stood = stances.get(row.id, set())
        if stood & _FOR and not stood & _AGAINST and isinstance(row.body, Status):
            found.setdefault(row.body.of, []).append(row.body)
    return found


def _counting(rows: Iterable[RecordRow]) -> Iterator[Assertion]:
    return (row.body for row in rows if not row.retracted and isinstance(row.body, Assertion))
