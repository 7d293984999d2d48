"""Several people at one case, each in turn and bound by a role. All of it is invented."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from probatum.acts.note_item import note
from probatum.acts.open_case import open_session
from probatum.acts.put_record import put
from probatum.acts.record_history import record_history
from probatum.acts.session import READS_AT_ONCE
from probatum.acts.show_record import show_record
from probatum.acts.turns import Turns
from probatum.errors import ProbatumError
from probatum.model.roles import Role
from record_case import INCIDENT, PASSPHRASE, fresh
from record_examples import example


@pytest.fixture
def turns(tmp_path: Path) -> Iterator[Turns]:
    with fresh(tmp_path) as case:
        shared = Turns(open_session(case, PASSPHRASE, "O. Owner"))
        yield shared
        shared.close()


def refusal(turns: Turns, role: Role, record: dict[str, object]) -> str | None:
    try:
        with turns.of("N. N.", role) as session:
            put(session, record)
    except ProbatumError as error:
        return error.code
    return None


def test_each_person_acts_under_their_own_name(turns: Turns) -> None:
    with turns.of("I. Investigator", Role.INVESTIGATOR) as session:
        made = put(session, INCIDENT)
    with turns.of("R. Reader", Role.READER) as session:
        history = record_history(session, made.id)
    assert history.versions[0].by == "I. Investigator"


@pytest.mark.parametrize("role", Role)
def test_only_some_roles_record(turns: Turns, role: Role) -> None:
    expected = None if role in ("owner", "investigator", "reviewer") else "not-permitted"
    assert refusal(turns, role, INCIDENT) == expected


def test_a_reviewer_gives_a_case_no_terms_of_its_own(turns: Turns) -> None:
    vocabulary = example("vocabulary")
    assert refusal(turns, Role.REVIEWER, vocabulary) == "not-permitted"
    assert refusal(turns, Role.INVESTIGATOR, vocabulary) is None


def test_an_auditor_reads_no_contents(turns: Turns) -> None:
    with turns.of("I. Investigator", Role.INVESTIGATOR) as session:
        made = put(session, INCIDENT)
    with turns.of("A. Auditor", Role.AUDITOR) as session:
        session.saw_log("log")
        with pytest.raises(ProbatumError) as caught:
            show_record(session, made.id)
    assert caught.value.code == "not-permitted"


def test_a_refused_act_leaves_no_trace(turns: Turns) -> None:
    with turns.first() as session:
        before = session.case.evidence.size
    refusal(turns, Role.READER, INCIDENT)
    with turns.first() as session:
        assert session.case.evidence.size == before
        with pytest.raises(ProbatumError):
            note(session, "0" * 32, "nothing")


def test_others_act_while_something_long_is_computed(turns: Turns) -> None:
    done: list[str] = []

    def other() -> None:
        with turns.of("B. Second", Role.INVESTIGATOR) as session:
            done.append(put(session, INCIDENT).id)

    with turns.of("A. First", Role.INVESTIGATOR) as session:
        worker = threading.Thread(target=other)
        worker.start()
        with session.aside():
            worker.join(20)
            assert done, "the second person waited for the first one's computation"
        assert show_record(session, done[0]).row.id == done[0]


def test_turns_come_in_the_order_of_asking(turns: Turns) -> None:
    order: list[int] = []
    with turns.of("A. First", Role.INVESTIGATOR):
        workers = []
        for number in range(8):
            worker = threading.Thread(target=lambda n=number: _note_turn(turns, order, n))
            waiting = len(turns._queue)
            worker.start()
            while len(turns._queue) == waiting:
                pass
            workers.append(worker)
    for worker in workers:
        worker.join(20)
    assert order == list(range(8))


def _note_turn(turns: Turns, order: list[int], number: int) -> None:
    with turns.of(f"P. {number}", Role.READER):
        order.append(number)


def test_nobody_gets_a_turn_at_a_closed_case(tmp_path: Path) -> None:
    with fresh(tmp_path) as case:
        shared = Turns(open_session(case, PASSPHRASE, "O. Owner"))
        shared.close()
        with pytest.raises(ProbatumError) as caught, shared.of("A", Role.READER):
            pass
        assert caught.value.code == "in-use"
        with open_session(case, PASSPHRASE) as again:
            assert again.case.writable is None


def test_acts_are_published_after_a_second_and_reads_are_not_at_once(tmp_path: Path) -> None:
    with fresh(tmp_path) as case:
        shared = Turns(open_session(case, PASSPHRASE, "O. Owner"))
        with shared.of("I", Role.INVESTIGATOR) as session:
            made = put(session, INCIDENT)
        shared.publish_if_due()
        with shared.first() as session:
            assert session.case.evidence.checkpoint.size == session.case.evidence.size
        with shared.of("R", Role.READER) as session:
            show_record(session, made.id)
        assert not shared.publish_if_due()
        shared.close()


def test_the_index_takes_reads_in_between_the_turns_of_people(turns: Turns) -> None:
    with turns.of("I", Role.INVESTIGATOR) as session:
        made = put(session, INCIDENT)
    for _ in range(READS_AT_ONCE + 1):
        with turns.of("R", Role.READER) as session:
            show_record(session, made.id)
            waiting = len(session.case.news("access"))
    assert waiting == READS_AT_ONCE + 1, "nobody waits for it"
    turns.publish_if_due()
    with turns.of("R", Role.READER) as session:
        assert not session.case.news("access"), "they are in the index"


def test_somebody_who_comes_back_too_late_ends_nobody_elses_turn(
    turns: Turns, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken, done = threading.Event(), threading.Event()

    def other() -> None:
        with turns.of("B. Second", Role.INVESTIGATOR):
            taken.set()
            done.wait(20)

    worker = threading.Thread(target=other)
    with pytest.raises(ProbatumError) as caught, turns.of("A. First", Role.INVESTIGATOR) as session:
        with session.aside():
            worker.start()
            assert taken.wait(20)
            monkeypatch.setattr("probatum.acts.turns.WAIT_SECONDS", 0.05)
    assert caught.value.code == "in-use"
    with pytest.raises(ProbatumError), turns.of("C. Third", Role.READER):
        pass  # it is still the second one's turn
    done.set()
    worker.join(20)
    monkeypatch.undo()
    with turns.of("C. Third", Role.READER):
        pass
