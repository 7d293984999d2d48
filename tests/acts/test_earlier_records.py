"""As of a date, an answer reads what bears on it alone, and gets what reading everything gets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from probatum.acts.earlier_records import EarlierRecords
from probatum.acts.put_record import Put, put
from probatum.acts.record_walk import AsTheyStood, Records, bearing_on, everything
from probatum.acts.retract_record import retract
from probatum.acts.same_as import same_as
from probatum.acts.session import Session
from record_case import INCIDENT, at_work, fresh, source


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with fresh(tmp_path) as case, at_work(case) as session:
        yield session


def claim(session: Session, about: str, speaker: str) -> Put:
    said = {"record": "assertion/1", "about": about, "stance": "asserts", "speaker": speaker}
    return put(session, said)


def told(session: Session) -> tuple[Put, Put]:
    """Two incidents; a proposition that moves from one to the other, one that is retracted."""
    one, other = put(session, INCIDENT), put(session, {**INCIDENT, "title": "Exercise: the bridge"})
    radio, paper = source(session), source(session, "Exercise Herald")
    happened = {"record": "occurrence/1", "kind": "shelling", "incident": one.id}
    first = put(session, happened)
    claim(session, first.id, radio.id)
    second = put(session, {**happened, "text": "a second one"})
    wrong = claim(session, second.id, paper.id)
    put(session, {**happened, "incident": other.id}, id=first.id, why="the wrong incident")
    same_as(session, radio.id, paper.id, "undecided", "one owner")
    retract(session, wrong.id, "another town")
    put(session, {**happened, "text": "two hours later"}, id=second.id, why="the hour")
    retract(session, second.id, "it never said so")
    return one, other


def rows(records: Records, record: str) -> list[tuple[object, ...]]:
    start = records.some_records([record])
    if not start:
        return []
    return [(row.id, row.index, row.body, row.retracted) for row in bearing_on(records, start[0])]


def test_at_every_moment_it_is_what_reading_the_whole_case_finds(session: Session) -> None:
    incidents = told(session)
    session.catch_up()
    sizes = set()
    for end in range(session.case.evidence.size + 1):
        all_of_it = AsTheyStood(session.index.records_before(end))
        then = EarlierRecords(session.index, end)
        for incident in incidents:
            found = rows(then, incident.id)
            assert found == rows(all_of_it, incident.id)
            sizes.add(len(found))
        assert everything(then) == everything(all_of_it)
        assert then.records(["source"]) == all_of_it.records(["source"])
    assert len(sizes) > 4, "something has to bear on it"


def test_who_names_a_source_is_found_by_noun(session: Session) -> None:
    told(session)
    session.catch_up()
    [radio, paper] = session.index.records(["source"])
    assert {row.noun for row in session.index.naming([radio.id, paper.id])} == {
        "assertion", "same_as",
    }  # fmt: skip
    assert {row.noun for row in session.index.naming([radio.id], ["same_as"])} == {"same_as"}
    assert session.index.times_named(paper.id, "assertion") == 1
