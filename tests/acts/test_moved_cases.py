"""Cases that were moved, copied, restored or rolled back: read-only until somebody says why."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from offices import Office
from probatum.acts.adopt_case import adopt
from probatum.acts.check_case import check
from probatum.acts.checkpoint_out import checkpoint_line, held_by
from probatum.acts.list_items import list_items
from probatum.acts.log_status import status
from probatum.acts.note_item import note
from probatum.errors import EvidenceError, ProbatumError, UseError
from probatum.model.kinds import Anchor, Recovered


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path, "Archive")
    office.write(a__txt=b"alpha", b__txt=b"beta")
    office.take_in(cleared=False)
    return office


def refusal(office: Office) -> ProbatumError:
    with office.open() as session:
        with pytest.raises(ProbatumError) as caught:
            note(session, list_items(session)[0].ref, "a note")
        assert status(session).size > 0, "the state of the log can be seen all the same"
    return caught.value


def first_ref(office: Office) -> str:
    with office.open() as session:
        return list_items(session)[0].ref


def copy_of(office: Office) -> Path:
    target = office.folder / "copy"
    shutil.copytree(office.case, target)
    return target


def put_back(office: Office, copy: Path) -> None:
    shutil.rmtree(office.case)
    shutil.copytree(copy, office.case)


def test_a_case_that_this_machine_does_not_remember_is_read_only_until_adopted(
    office: Office,
) -> None:
    shutil.rmtree(office.around.state_folder)
    assert refusal(office).code == "read-only"
    with office.open() as session:
        entry = adopt(session, "moved to the new laptop")
        assert entry.remembered_size is None
        note(session, list_items(session)[0].ref, "goes on")
    with office.open() as session:
        assert check(session, quick=False, held=None).failed == 0


def test_a_case_that_was_rolled_back_is_found(office: Office) -> None:
    old = copy_of(office)
    ref = first_ref(office)
    with office.open() as session:
        note(session, ref, "later")
        size = session.case.evidence.size
    put_back(office, old)
    assert refusal(office).code == "rolled-back"
    with office.open() as session:
        assert adopt(session, "restored after the disk failed").remembered_size >= size
    with office.open() as session:
        list_items(session)
        assert check(session, quick=True, held=None).failed == 0


def test_adopting_records_what_was_cut_off_a_journal(office: Office) -> None:
    with open(office.case / "log" / "evidence" / "journal", "ab") as journal:
        journal.write(b"half a frame")
    shutil.rmtree(office.around.state_folder)
    with office.open() as session:
        adopt(session, "moved to the new laptop")
    with office.open() as session:
        [row] = session.index.all_of("recover/1")
        _, entry = session.entry(row.index)
    assert isinstance(entry, Recovered)
    assert entry.dropped_bytes == len(b"half a frame")


def test_a_fork_is_found(office: Office) -> None:
    old = copy_of(office)
    ref = first_ref(office)
    with office.open() as session:
        note(session, ref, "one history")
    ours = copy_of_state(office)
    put_back(office, old)
    shutil.rmtree(office.around.state_folder)
    with office.open() as session:
        adopt(session, "pretended")
        for number in range(8):
            note(session, ref, f"another history {number}")
    shutil.rmtree(office.around.state_folder)
    shutil.copytree(ours, office.around.state_folder)
    assert refusal(office).code == "forked"


def copy_of_state(office: Office) -> Path:
    target = office.folder / "state copy"
    shutil.copytree(office.around.state_folder, target)
    return target


def test_whoever_restores_both_is_found_only_by_a_checkpoint_that_somebody_else_holds(
    office: Office,
) -> None:
    case, state = copy_of(office), copy_of_state(office)
    with office.open() as session:
        note(session, list_items(session)[0].ref, "to be denied later")
    with office.open() as session:
        held = checkpoint_line(session).line
        held_by(session, "a partner organisation")
    put_back(office, case)
    shutil.rmtree(office.around.state_folder)
    shutil.copytree(state, office.around.state_folder)
    with office.open() as session:
        assert check(session, quick=True, held=None).failed == 0, "nobody else's memory, no finding"
        found = check(session, quick=True, held=held)
    assert [each.step for each in found.findings if each.outcome == "failed"] == [9]


def test_a_continued_log_agrees_with_a_held_checkpoint_in_both_spellings(office: Office) -> None:
    with office.open() as session:
        out = checkpoint_line(session)
    with office.open() as session:
        note(session, list_items(session)[0].ref, "more")
    for spelling in (out.line, out.note):
        with office.open() as session:
            found = check(session, quick=True, held=spelling)
            assert [f.outcome for f in found.findings if f.step == 9] == ["verified"]


def test_a_checkpoint_of_another_case_is_refused(office: Office, tmp_path: Path) -> None:
    other = Office(tmp_path, "Bureau")
    with other.open() as session:
        foreign = checkpoint_line(session)
    with office.open() as session:
        for spelling in (foreign.line, foreign.note):
            with pytest.raises(EvidenceError) as caught:
                check(session, quick=True, held=spelling)
            assert caught.value.code == "wrong-key"
        with pytest.raises(EvidenceError) as caught:
            line = checkpoint_line(session).line
            check(session, quick=True, held=line[:-4] + ("AAA=" if line[-4:] != "AAA=" else "BBB="))
        assert caught.value.code in ("bad-signature", "not-canonical")


@pytest.mark.parametrize("size", ["9" * 5000, "007", "-1", "²"])
def test_a_held_line_with_an_impossible_size_is_refused(office: Office, size: str) -> None:
    with office.open() as session:
        words = checkpoint_line(session).line.split(" ")
        with pytest.raises(EvidenceError) as caught:
            check(session, quick=True, held=" ".join([*words[:2], size, *words[3:]]))
    assert caught.value.code == "bad-note"


def test_a_read_that_a_killed_command_published_is_anchored_by_the_next_one(
    office: Office,
) -> None:
    ref = first_ref(office)
    session = office.open()
    list_items(session)
    session.case.publish("access")
    session.close()  # killed: no anchor was made
    with office.open() as session:
        note(session, ref, "an act without a read")
        reads = session.case.access.checkpoint.size
    with office.open() as session:
        row = session.index.last("anchor/1")
        assert row is not None
        _, entry = session.entry(row.index)
    assert isinstance(entry, Anchor)
    assert entry.size == reads


def test_a_case_on_write_protected_media_can_be_checked_and_stays_untouched(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def contents() -> dict[str, bytes]:
        files = [path for path in office.case.rglob("*") if path.is_file()]
        return {str(path): path.read_bytes() for path in files}

    before = contents()
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != office.case and real(path, mode))
    with office.open() as session:
        assert check(session, quick=False, held=None).failed == 0
        assert "write protection" in (status(session).read_only or "")
        with pytest.raises(UseError) as caught:
            list_items(session)
        assert caught.value.code == "read-only"
    assert contents() == before


def test_adopting_a_case_that_this_machine_knows_is_wrong_use(office: Office) -> None:
    with office.open() as session, pytest.raises(UseError) as caught:
        adopt(session, "for no reason")
    assert caught.value.code == "wrong-use"
