"""Records in bulk: all or nothing for each line, nothing twice, and interruptions."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from probatum.acts import put_records as bulk
from probatum.acts.put_record import put
from probatum.acts.put_records import Delivery, Line, Refused, put_records
from probatum.acts.record_texts import lines
from probatum.acts.retract_record import retract
from probatum.acts.session import Session
from probatum.errors import EvidenceError
from record_case import INCIDENT, at_work, fresh


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Path]:
    with fresh(tmp_path) as folder:
        yield folder


def delivered(
    session: Session, *records: object, again: bool = False
) -> tuple[Delivery, list[Refused], list[Line]]:
    text = "\n".join(each if isinstance(each, str) else json.dumps(each) for each in records)
    taken: list[Line] = []
    delivery, refused = put_records(
        session, lines(io.BytesIO(text.encode())), again=again, on_taken=taken.extend
    )
    return delivery, refused, taken


def town(number: int) -> dict[str, object]:
    return {**INCIDENT, "title": f"Exercise: house {number}"}


def test_later_lines_name_earlier_ones(case: Path) -> None:
    with at_work(case) as session:
        delivery, refused, taken = delivered(
            session,
            {**INCIDENT, "as": "@mill"},
            {"record": "occurrence/1", "incident": "@mill", "kind": "shelling", "as": "@shelling"},
            {"record": "assertion/1", "about": "@shelling", "stance": "denies"},
        )
        assert (delivery.created, refused) == (3, [])
        [named] = session.index.records(["occurrence"]) or [None]
        session.catch_up()
        rows = session.index.records()
    assert named is None or named.id == taken[1].id
    assert [row.id for row in rows] == [each.id for each in taken]
    assert [row.number for row in rows] == [1, 2, 3]


def test_a_refused_line_is_named_and_the_others_are_in(case: Path) -> None:
    with at_work(case) as session:
        delivery, refused, taken = delivered(
            session, town(1), '{"record": "incident/1", "title": 3}', "", "{", town(2),
            '{"record": "incident/1", "title": "a", "title": "b"}', '{"low": 3.5}', "[1]",
            {**town(3), "why": "x"}, {**town(4), "as": "mill"},
            {"record": "occurrence/1", "kind": "shelling", "incident": "@nobody"},
        )  # fmt: skip
    assert delivery.created == 2
    assert [each.line for each in taken] == [1, 5]
    found = [(each.line, each.error.code, each.error.item) for each in refused]
    assert found == [
        (2, "bad-record", "title"), (4, "bad-record", "column 2"), (6, "bad-record", "title"),
        (7, "bad-record", "low"), (8, "bad-record", "the line"), (9, "bad-record", "why"),
        (10, "bad-record", "as"), (11, "missing-record", "incident"),
    ]  # fmt: skip


def test_running_it_again_takes_nothing_twice(case: Path) -> None:
    records = [
        {**INCIDENT, "as": "@mill"},
        {"record": "occurrence/1", "incident": "@mill", "kind": "shelling"},
        town(1), town(1),
    ]  # fmt: skip
    with at_work(case) as session:
        _, _, first = delivered(session, *records)
    with at_work(case) as session:
        put(session, {**INCIDENT, "title": "Exercise: another name"}, id=first[0].id, why="better")
        retract(session, first[1].id, "recorded twice")
        delivery, _, second = delivered(session, *records, town(1), town(2))
        assert [each.id for each in second[:4]] == [each.id for each in first]
        assert (delivery.unchanged, delivery.created) == (4, 2)
        assert session.find_record(first[1].id).retracted, "a rerun takes no retraction back"
        delivery, _, third = delivered(session, town(2), again=True)
        assert (delivery.created, third[0].id != second[5].id) == (1, True)


def test_a_delivery_that_was_cut_off_goes_on_where_it_ended(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 10)
    told: list[Line] = []

    def stop_after_the_third(taken: object) -> None:
        assert isinstance(taken, list)
        told.extend(taken)
        if len(told) >= 30:
            raise KeyboardInterrupt

    text = "\n".join(json.dumps(town(number)) for number in range(55)).encode()
    with pytest.raises(KeyboardInterrupt), at_work(case) as session:
        put_records(session, lines(io.BytesIO(text)), on_taken=stop_after_the_third)
    with at_work(case) as session:
        delivery, refused = put_records(session, lines(io.BytesIO(text)))
        assert (delivery.unchanged, delivery.created, refused) == (30, 25, [])
        assert len(session.index.records()) == 30
        session.catch_up()
        assert len(session.index.records()) == 55


def test_a_full_disk_half_way_keeps_what_was_acknowledged(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 10)
    told: list[Line] = []
    text = "\n".join(json.dumps(town(number)) for number in range(35)).encode()

    def broken(given: io.BytesIO) -> Iterator[bulk.Given]:
        for each in lines(given):
            if each.line == 25:
                raise EvidenceError("log-damaged", item="the input")
            yield each

    with pytest.raises(EvidenceError), at_work(case) as session:
        put_records(session, broken(io.BytesIO(text)), on_taken=told.extend)
    assert len(told) == 20
    with at_work(case) as session:
        assert {row.id for row in session.index.records()} == {each.id for each in told}


def test_lines_with_an_id_are_new_versions(case: Path) -> None:
    with at_work(case) as session:
        made = put(session, INCIDENT)
        changed = {**INCIDENT, "kind": "shelling", "id": made.id}
        delivery, refused, _ = delivered(
            session, {**changed, "why": "known now"}, changed, {**INCIDENT, "id": made.id},
            {**INCIDENT, "id": made.id, "why": "not after all"}, {**INCIDENT, "id": "x"},
            {**INCIDENT, "id": "0" * 32}, {"record": "opinion/1", "text": "x", "id": made.id},
        )  # fmt: skip
        assert (delivery.revised, delivery.unchanged) == (2, 1)
        assert [(each.line, each.error.item) for each in refused] == [
            (3, "why"), (5, "id"), (6, "the id or reference as typed"), (7, "record")
        ]  # fmt: skip
        delivery, _, _ = delivered(session, {**INCIDENT, "id": made.id, "why": "not after all"})
        assert (delivery.revised, delivery.unchanged) == (0, 1)


def test_terms_of_an_earlier_line_count_for_later_ones(case: Path) -> None:
    term = {
        "code": "levee-breach", "label": "breach of a levee", "definition": "A levee was cut.",
        "definition_source": "Exercise",
    }  # fmt: skip
    with at_work(case) as session:
        delivery, refused, _ = delivered(
            session, {"record": "vocabulary/1", "name": "act-type", "terms": [term]},
            {**INCIDENT, "kind": "levee-breach"},
        )  # fmt: skip
    assert (delivery.created, refused) == (2, [])


def test_the_index_follows_within_a_long_delivery(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 10)
    monkeypatch.setattr(bulk, "FOLLOW_AFTER", 20)
    with at_work(case) as session:
        delivery, _, taken = delivered(session, *map(town, range(57)))
        assert delivery.created == 57
        assert len(session.index.records()) == 40
        session.catch_up()
        assert [row.number for row in session.index.records()] == list(range(1, 58))
        assert session.index.records()[-1].id == taken[-1].id
