"""The index follows reads many at once, and at once where somebody asks for them."""

from __future__ import annotations

from pathlib import Path

from offices import Office
from probatum.acts.item_history import history
from probatum.acts.note_item import note
from probatum.acts.session import READS_AT_ONCE, Session
from probatum.acts.show_item import show
from probatum.acts.watch_log import watch


def reads_known(session: Session, item: str) -> int:
    return sum(each.log == "access" for each in session.index.entries_about(item))


def test_reads_reach_the_index_many_at_once_with_the_next_act_and_at_the_end(
    tmp_path: Path,
) -> None:
    office = Office(tmp_path, "Archive")
    office.write(a__txt=b"a statement")
    [ref] = office.take_in(cleared=False)
    with office.open() as session:
        item = session.find(ref).id
        for _ in range(READS_AT_ONCE - 1):
            show(session, ref)
        session.catch_up()
        assert reads_known(session, item) == 0
        show(session, ref)
        session.catch_up()
        assert reads_known(session, item) == READS_AT_ONCE
        show(session, ref)
        note(session, ref, "an act")
        session.catch_up()
        assert reads_known(session, item) == READS_AT_ONCE + 1
        show(session, ref)
    with office.open() as session:
        assert reads_known(session, item) == READS_AT_ONCE + 2


def test_whoever_asks_for_reads_sees_those_of_a_moment_ago(tmp_path: Path) -> None:
    office = Office(tmp_path, "Archive")
    office.write(a__txt=b"a statement")
    [ref] = office.take_in(cleared=False)
    with office.open() as session:
        show(session, ref)
        assert history(session, ref).reads == 1
        assert len(watch(session, "reads", about=ref).lines) == 2, "and the look at the history"
