"""What the index answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from probatum.index.facts import ranges_of
from probatum.index.rows import CaseRow, EntryRow
from probatum.model.kinds import Clear, Hold, Release
from written_case import AT, BY, Written


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Written]:
    case = Written(tmp_path)
    yield case
    case.close()


def test_the_case_row_is_what_the_first_entry_says(written: Written) -> None:
    with pytest.raises(LookupError):
        written.index.case_row()
    assert written.index.follow(written.case) == 1
    assert written.index.case_row() == CaseRow("Bridge", "EX", BY, AT)
    assert written.index.follow(written.case) == 0


def test_an_item_shows_its_first_acquisition_and_how_often_it_came(written: Written) -> None:
    intake = written.start_intake("/given")
    item = written.acquire(b"bytes", intake, "/given/صورة\nnew.jpg")
    written.index.follow(written.case)
    written.say(item, written.acquisition(b"bytes", intake, "/given/again.jpg", 1))
    written.index.follow(written.case)
    row = written.index.item(item)
    assert row is not None
    assert (row.number, row.ref, row.file_name) == (1, "EX-00001", "صورة\nnew.jpg")
    assert (row.acquisitions, row.intake, row.by, row.acquired_at) == (2, intake, BY, AT)
    assert written.index.items() == [row] == [written.index.item_by_number(1)]
    assert written.index.next_number() == 2
    assert written.index.same_bytes(written.mac(b"bytes")) == item
    assert written.index.same_bytes(written.mac(b"other")) is None


def test_clearance_and_hold_are_those_of_the_last_entry(written: Written) -> None:
    item = written.acquire(b"bytes")
    written.say(item, Clear(by=BY, at=AT, cleared=True, reason=None))
    written.say(item, Hold(by=BY, at=AT, reason=None))
    written.index.follow(written.case)
    row = written.index.item(item)
    assert row is not None and row.cleared and row.held
    written.say(item, Clear(by=BY, at=AT, cleared=False, reason=None))
    written.say(item, Release(by=BY, at=AT, reason=None))
    written.index.follow(written.case)
    row = written.index.item(item)
    assert row is not None and not row.cleared and not row.held


def test_entries_about_an_item_are_its_own_then_reads_then_disclosures(written: Written) -> None:
    items = [written.acquire(b"%d" % n) for n in range(4)]
    written.read("1,3-4")
    package = written.disclose(items[0], items[2])
    written.note(items[2])
    written.index.follow(written.case)
    assert written.index.entries_about(items[2]) == [
        EntryRow("evidence", 3, "acquire/1", items[2]),
        EntryRow("evidence", 6, "note/1", items[2]),
        EntryRow("access", 0, "read/1", written.case.case_id),
        EntryRow("evidence", 5, "disclose/1", package),
    ]
    assert [row.index for row in written.index.entries_about(items[1])] == [2]
    assert written.index.last("disclose/1") == EntryRow("evidence", 5, "disclose/1", package)
    assert written.index.last("check/1") is None
    assert [row.object_id for row in written.index.all_of("acquire/1")] == items
    row = written.index.item(items[2])
    assert row is not None and (row.notes, row.disclosed) == (1, 1)


def test_an_intake_without_receipt_is_found_by_its_sources(written: Written) -> None:
    older, newer = written.start_intake("/a", "/b"), written.start_intake("/a", "/b")
    item = written.acquire(b"bytes", newer, "/a/1")
    written.index.follow(written.case)
    found = written.index.unfinished_intake(["/a", "/b"])
    assert found is not None and found.id == newer and not found.finished
    assert written.index.unfinished_intake(["/b", "/a"]) is None
    assert written.index.taken_in(newer) == {"/a/1": (5, AT, item)}
    written.end_intake(newer)
    written.index.follow(written.case)
    found = written.index.unfinished_intake(["/a", "/b"])
    assert found is not None and found.id == older


def test_a_place_is_known_once_its_entry_is_acknowledged(written: Written) -> None:
    item = written.acquire(b"bytes")
    stray, key = written.case.new_object()
    written.case.vault.put_small(stray, 0, key, b"not acknowledged")
    written.index.follow(written.case)
    place = written.index.place(item, 0)
    assert place is not None
    data = written.case.vault.read(item, 0, written.case.key_of(item, written.index), place)
    assert b"".join(data) == b"bytes"
    assert written.index.place(stray, 0) is None
    assert written.index.place(item, 1) is None


def test_after_an_erasure_only_public_facts_are_left(written: Written) -> None:
    item, other = written.acquire(b"bytes"), written.acquire(b"other")
    written.note(item)
    written.index.follow(written.case)
    written.decide_erasure(item)
    written.index.follow(written.case)
    assert written.index.unfinished_erasures() == [item]
    written.carry_out_erasure(item)
    written.index.follow(written.case)
    assert written.index.unfinished_erasures() == []
    row = written.index.item(item)
    assert row is not None
    assert row.erased and row.acquisitions == row.notes == 1
    assert (row.number, row.sha256, row.source_path, row.by) == (1, None, None, None)
    assert written.index.item_by_number(1) == row, "a receipt on paper still finds it"
    assert row in written.index.items()
    assert written.index.same_bytes(written.mac(b"bytes")) is None
    assert written.index.next_number() == 3, "a number is never given twice"
    assert [row.id for row in written.index.items()] == [item, other]


def test_the_heads_are_those_that_the_case_continues_from(written: Written) -> None:
    item = written.acquire(b"bytes")
    written.read("1")
    written.index.follow(written.case)
    written.reopen()
    written.note(item)
    written.read("1")
    assert written.index.follow(written.case) == 2
    assert written.index.head("access", bytes.fromhex(item)) is None
    assert written.index.head("evidence", bytes(16)) is None


@pytest.mark.parametrize(
    ("numbers", "ranges"),
    [("1-3,7", [(1, 3), (7, 7)]), ("", []), ("5", [(5, 5)]), ("x,2", [(2, 2)])],
)
def test_ranges_of_numbers_are_read(numbers: str, ranges: list[tuple[int, int]]) -> None:
    assert ranges_of(numbers) == ranges
