"""The custody history: two logs as one story."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from offices import Office
from probatum.acts.clear_item import clear
from probatum.acts.item_history import history
from probatum.acts.note_item import note


def test_a_clock_that_is_set_back_does_not_change_the_order_of_acts(tmp_path: Path) -> None:
    office = Office(tmp_path, "Archive")
    office.write(a__txt=b"a statement")
    [ref] = office.take_in(cleared=False)
    now = [datetime(2099, 1, 1, tzinfo=UTC)]

    def backwards() -> datetime:
        now[0] -= timedelta(hours=1)
        return now[0]

    office.around = replace(office.around, clock=backwards)
    with office.open() as session:
        clear(session, ref, cleared=True, reason=None)
        clear(session, ref, cleared=False, reason=None)
        note(session, ref, "the last word")
    with office.open() as session:
        lines = history(session, ref).lines
    evidence = [line for line in lines if line.log == "evidence"]
    assert [line.index for line in evidence] == sorted(line.index for line in evidence)
    assert [line.what for line in evidence][1:] == [
        "cleared for disclosure", "clearance withdrawn", "note: the last word",
    ]  # fmt: skip
