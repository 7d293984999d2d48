"""The village in a case: every record is taken, spans hold, the protected speaker stays hidden."""

from __future__ import annotations

from pathlib import Path

import pytest

from offices import Office
from probatum.acts import compartment
from probatum.acts.add_files import add
from probatum.acts.extract_text import extract_all_new
from probatum.acts.make_exercise import (
    make_village,
    names,
    put_village,
    village_rows,
    write_village_records,
)
from probatum.acts.put_records import put_records
from probatum.acts.record_texts import lines
from probatum.errors import InputError
from probatum.model.nouns import plain

MEMBER = compartment.Person("Exercise Legal Officer", "a passphrase of the officer alone")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    office = Office(tmp_path_factory.mktemp("village"), "village")
    make_village(office.files / "village")
    with office.open() as session:
        add(session, [str(office.files / "village")])
        compartment.create(session, "attic", [MEMBER], memory_kib=8)
        known = put_village(session)
    assert len(known) > 150
    return office


def bodies(office: Office, *, inside: bool) -> list[str]:
    with office.open() as session:
        if inside:
            compartment.enter(session, MEMBER.secret, memory_kib=8)
        return [repr(row.body) for row in session.index.records()]


def test_outside_its_compartment_the_protected_speaker_does_not_show(office: Office) -> None:
    outside, within = bodies(office, inside=False), bodies(office, inside=True)
    # The compartment's own record shows inside as well.
    assert len(within) - len(outside) == 8 + 1
    assert not any(names.PROTECTED_NAME in each for each in outside)
    assert any(names.PROTECTED_NAME in each for each in within)


def test_lines_that_were_put_are_not_put_again(office: Office, tmp_path: Path) -> None:
    target = tmp_path / "records.jsonl"
    with office.open() as session:
        written = write_village_records(session, target, ("first", "later", "review"))
        with target.open("rb") as file:
            delivery, refused = put_records(session, lines(file))
    assert refused == []
    assert (delivery.created, delivery.unchanged) == (0, written)


def test_a_case_without_the_files_is_refused(tmp_path: Path) -> None:
    empty = Office(tmp_path, "empty")
    with empty.open() as session, pytest.raises(InputError) as refusal:
        put_village(session)
    assert refusal.value.code == "missing-record"


def test_citations_lead_to_the_items_of_the_case(office: Office) -> None:
    with office.open() as session:
        items = {row.id for row in session.index.items()}
        cited = set()
        for row in session.index.records(["assertion"]):
            assert row.body is not None
            for citation in plain(row.body)["citations"]:  # type: ignore[attr-defined]
                cited.add(citation["item"])
        assert len(list(village_rows(session))) > 150
    assert len(cited) > 15
    assert cited <= items


def test_citations_are_bound_to_the_texts_that_are_stored(office: Office) -> None:
    with office.open() as session:
        extraction = extract_all_new(session)
        assert {each.failure for each in extraction.outcomes} <= {None, "unsupported"}
        texts = {}
        for row in session.index.items():
            made = [each for each in session.index.derivations(row.id, "text") if not each.failure]
            if made:
                texts[row.id] = made[-1].sha256
        bound = 0
        for row in session.index.records(["assertion"]):
            assert row.body is not None
            for citation in plain(row.body)["citations"]:  # type: ignore[attr-defined]
                assert texts[citation["item"]] == citation["text_sha256"]
                bound += 1
    assert bound > 60
