"""Others act while a check or a disclosure goes on, and both come out right."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from offices import Office
from probatum.acts import pauses
from probatum.acts.add_files import add
from probatum.acts.check_case import check
from probatum.acts.clear_item import clear
from probatum.acts.disclose_items import Disclosed, Protection, disclose
from probatum.acts.erase_item import erase
from probatum.acts.list_items import list_items
from probatum.acts.note_item import note
from probatum.acts.session import Session
from probatum.acts.turns import Turns
from probatum.errors import ProbatumError
from probatum.model.roles import Role
from probatum.preserve.check import check_case

LARGE = b"large " * 300_000
Act = Callable[[Session], None]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path, "Archive")
    office.write(a__txt=b"alpha", b__bin=LARGE, c__txt=b"gamma")
    office.take_in(cleared=True)
    return office


class Shared:
    """A case that several people share; whoever pauses lets the others do what they wait for."""

    def __init__(self, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pauses, "AFTER_SECONDS", 0.0)
        self.turns = Turns(office.open("O. Owner"))
        self._waiting: list[threading.Thread] = []
        self.wrong: list[ProbatumError] = []

    def wants(self, act: Act) -> None:
        """Have somebody wait for their turn, to act in it; whoever asks has the turn now."""

        def do() -> None:
            try:
                with self.turns.of("S. Second", Role.OWNER) as session:
                    act(session)
            except ProbatumError as error:
                self.wrong.append(error)

        queued = len(self.turns._queue)
        self._waiting.append(threading.Thread(target=do))
        self._waiting[-1].start()
        while len(self.turns._queue) == queued:
            pass

    def close(self) -> None:
        for each in self._waiting:
            each.join(20)
        self.turns.close()
        assert not self.wrong


def add_a_note(session: Session) -> None:
    rows = [each for each in list_items(session) if not each.erased]
    note(session, rows[0].ref, "while somebody checks")


def erase_the_large_one(session: Session) -> None:
    row = next(each for each in list_items(session) if each.size_bytes == len(LARGE))
    erase(session, row.ref, "protection")


@pytest.mark.parametrize("others", [(add_a_note,) * 3, (erase_the_large_one,),
                                    (add_a_note, erase_the_large_one, add_a_note)])  # fmt: skip
def test_a_check_lets_others_act_and_finds_nothing_wrong(
    office: Office, monkeypatch: pytest.MonkeyPatch, others: tuple[Act, ...]
) -> None:
    shared = Shared(office, monkeypatch)
    with shared.turns.of("F. First", Role.OWNER) as session:
        before = session.case.evidence.size
        for each in others:
            shared.wants(each)
        found = check(session, quick=False, held=None)
        assert not [each for each in found.findings if each.outcome == "failed"]
        assert session.case.evidence.size > before + len(others), "they waited for the end"
    shared.close()
    with office.open() as session:
        again = check(session, quick=False, held=None)
        assert again.failed == 0


def test_whatever_is_recorded_in_a_pause_is_not_looked_at(office: Office) -> None:
    with office.open() as session:
        sizes = [log.size for log in (session.case.evidence, session.case.access)]
        done: list[int] = []

        def pause() -> None:
            if len(done) < 6:
                done.append(len(done))
                office.write(**{f"n{len(done)}__txt": b"new %d" % len(done)})
                add(session, [str(office.files)])
                add_a_note(session)

        found = list(check_case(
            session.case, quick=False, held=None, on_progress=lambda *_: None, pause=pause
        ))  # fmt: skip
        assert not [each for each in found if each.outcome == "failed"]
        [said] = [each.text for each in found if each.step == 5]
        assert len(done) == 6 and said.startswith(f"{sum(sizes)} entries")


def given(session: Session, target: Path) -> Disclosed:
    return disclose(
        session, to="C. Court", purpose="proceedings", items=None, target=target,
        protection=Protection(plain=True),
    )  # fmt: skip


def test_a_disclosure_lets_others_act(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    shared = Shared(office, monkeypatch)
    with shared.turns.of("F. First", Role.OWNER) as session:
        shared.wants(lambda other: None)
        done = given(session, office.folder / "package.zip")
        assert done.originals == 3
    shared.close()


def test_a_disclosure_that_is_forbidden_meanwhile_gives_nothing_away(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbid(other: Session) -> None:
        for row in list_items(other):
            clear(other, row.ref, cleared=False, reason="asked for it back")

    shared, target = Shared(office, monkeypatch), office.folder / "package.zip"
    with shared.turns.of("F. First", Role.OWNER) as session:
        refs = [row.ref for row in list_items(session)]
        shared.wants(forbid)
        with pytest.raises(ProbatumError) as caught:
            disclose(
                session, to="C. Court", purpose="proceedings", items=refs, target=target,
                protection=Protection(plain=True),
            )  # fmt: skip
        assert caught.value.code == "not-cleared"
    assert not target.exists()
    shared.close()
