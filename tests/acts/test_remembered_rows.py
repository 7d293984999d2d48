"""Rows that are kept for the next pair: read once, logged each time, gone with their list."""

from __future__ import annotations

from pathlib import Path

import pytest

from probatum.acts.count_review import review
from probatum.acts.erase_item import erase
from probatum.acts.put_record import put
from probatum.acts.remembered_rows import RememberedRows
from probatum.acts.session import Session
from probatum.acts.victim_lists import lists_of
from probatum.acts.watch_log import watch
from probatum.errors import InputError
from probatum.model.nouns import plain
from record_case import at_work, copied


def reads(session: Session) -> list[str]:
    return [f"{each.what} {each.about}" for each in watch(session, "reads").lines]


def test_rows_are_read_once_and_each_look_is_logged(linked_case: Path, tmp_path: Path) -> None:
    remembered = RememberedRows()
    with copied(linked_case, tmp_path) as case, at_work(case) as session:
        items = {each.item.ref for each in lists_of(session) if each.item is not None}
        assert len(items) == 4
        first = review(session, remembered=remembered)
        size = session.case.access.size
        again = review(session, remembered=remembered)
        assert again.rows is first.rows, "not read anew"
        assert session.case.access.size - size == 4
        lately = reads(session)[1:5]
        assert all(each.startswith("rows of a list") for each in lately)

        changed = lists_of(session)[0]
        put(session, {**plain(changed.body), "criteria": "EXERCISE"}, id=changed.id, why="a note")
        with pytest.raises(InputError, match="no-run"):  # the run read another version of it
            review(session, remembered=remembered)


def test_rows_of_an_erased_list_are_not_answered(linked_case: Path, tmp_path: Path) -> None:
    remembered = RememberedRows()
    with copied(linked_case, tmp_path) as case, at_work(case) as session:
        lists = lists_of(session)
        rows = review(session, remembered=remembered).rows
        assert remembered.get(session, "a run", lists, lambda: rows) is rows
        assert lists[0].item is not None
        erase(session, lists[0].item.id, "consent-withdrawn", citing="keep")
        with pytest.raises(InputError, match="no-run|erased"):
            review(session, remembered=remembered)
        assert remembered.get(session, "a run", lists_of(session), list) == []
        assert "Victim" not in repr(remembered)
