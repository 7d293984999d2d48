"""Counts of whole tables are kept until the log grows."""

from __future__ import annotations

from pathlib import Path

from offices import Office
from probatum.acts.erase_item import erase


def test_counts_follow_what_comes_in_and_what_is_erased(tmp_path: Path) -> None:
    office = Office(tmp_path, "exercise")
    with office.open() as session:
        session.catch_up()
        assert session.index.items_alive() == 0
    office.write(one__txt=b"one", two__txt=b"two")
    office.take_in(cleared=False)
    with office.open() as session:
        assert (session.index.items_alive(), session.index.items_without_text()) == (2, 2)
        erase(session, session.index.items()[0].ref or "", "consent-withdrawn")
        session.catch_up()
        assert (session.index.items_alive(), session.index.items_without_text()) == (1, 1)
