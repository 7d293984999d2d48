"""Erasing: what it needs, what it destroys, what stays verifiable."""

from __future__ import annotations

from pathlib import Path

import pytest

from offices import Office
from probatum.acts.check_case import check
from probatum.acts.erase_item import erase, plan
from probatum.acts.get_item import get
from probatum.acts.hold_item import hold, release
from probatum.acts.item_history import history
from probatum.acts.list_items import list_items
from probatum.acts.note_item import note
from probatum.acts.show_item import show
from probatum.errors import InputError, ProbatumError, UseError

LARGE = b"large " * 300_000


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path, "Archive")
    office.write(a__txt=b"alpha", b__bin=LARGE, c__txt=b"gamma")
    office.take_in(cleared=False)
    return office


@pytest.mark.parametrize("which", [0, 1])
def test_an_erased_item_is_gone_and_the_log_still_verifies(office: Office, which: int) -> None:
    with office.open() as session:
        row = list_items(session)[which]
        note(session, row.ref, "about the person")
        closure = plan(session, row.ref)
        assert closure.remains and not closure.held
        erase(session, row.ref, "consent-withdrawn")
    with office.open() as session:
        found = check(session, quick=False, held=None)
        assert found.failed == 0, [f for f in found.findings if f.outcome == "failed"]
        for act in (show, plan):
            with pytest.raises(ProbatumError) as caught:
                act(session, row.id)
            assert caught.value.code == "erased"
        with pytest.raises(ProbatumError):
            get(session, row.id, office.folder / "out")
        lines = history(session, row.id).lines
        kinds = [line.kind for line in lines if line.log == "evidence"]
        assert kinds == ["acquire/1", "note/1", "erase/1", "erased/1"]
        assert lines[0].by is None, "who brought it went with the key"
        others = [each for each in list_items(session) if not each.erased]
        assert len(others) == 2
        for each in others:
            get(session, each.ref, office.folder / ("out-" + each.id))


def test_numbers_are_never_reused_and_the_same_bytes_are_a_new_item(office: Office) -> None:
    with office.open() as session:
        row = list_items(session)[0]
        erase(session, row.ref, "protection")
    refs = office.take_in(cleared=False)
    assert row.ref not in refs
    with office.open() as session:
        assert {each.number for each in list_items(session) if not each.erased} == {2, 3, 4}


def test_a_held_item_cannot_be_erased_until_it_is_released(office: Office) -> None:
    with office.open() as session:
        ref = list_items(session)[0].ref
        hold(session, ref, "ordered by a court")
    with office.open() as session:
        assert plan(session, ref).held
        with pytest.raises(InputError) as caught:
            erase(session, ref, "retention-ended")
        assert caught.value.code == "held"
        release(session, ref, "order lifted")
    with office.open() as session:
        erase(session, ref, "retention-ended")


def test_a_hold_of_the_same_session_counts(office: Office) -> None:
    with office.open() as session:
        ref = list_items(session)[0].ref
        hold(session, ref, None)
        with pytest.raises(InputError):
            erase(session, ref, "protection")


def test_an_unknown_reason_is_wrong_use(office: Office) -> None:
    with office.open() as session, pytest.raises(UseError):
        erase(session, list_items(session)[0].ref, "because")


def test_erasing_many_keeps_the_rest_readable(office: Office) -> None:
    with office.open() as session:
        rows = list_items(session)
        for row in rows[:2]:
            erase(session, row.ref, "unlawful")
        get(session, rows[2].ref, office.folder / "kept")
    assert (office.folder / "kept").read_bytes() == b"gamma"
