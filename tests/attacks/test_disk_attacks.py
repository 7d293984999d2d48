"""Attacks on a case folder, past our API: each is found, and the finding names what is wrong.

The reader of these names needs no more to know what is promised. ``complaints`` opens the folder as
it lies there and runs the whole integrity check.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from disk_case import (
    SMALL,
    DiskCase,
    acquire,
    build,
    complaints,
    findings,
    note,
    quiet,
    record,
    write_more,
)
from probatum.preserve.check import check_case
from probatum.preserve.log import decode_sealed, encode_sealed
from probatum.proof import tiles

LARGE_AT = 3
KEPT = (
    "case.json", "keys/slots.json", "keys/epoch.json", "keys/objects.000000",
    "log/evidence/checkpoint", "log/evidence/journal", "log/evidence/tile/0/000",
    "log/evidence/tile/0/001.p/2", "log/evidence/tile/1/000.p/1",
    "log/evidence/tile/entries/000", "log/evidence/tile/entries/001.p/2",
    "log/evidence/sealed/000", "log/access/checkpoint", "log/access/journal",
    "log/access/tile/0/000.p/3", "log/access/tile/entries/000.p/3", "vault/segments/000000",
    "vault/files/large",
)  # fmt: skip


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> DiskCase:
    return build(tmp_path_factory.mktemp("pristine"))


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> DiskCase:
    return build(tmp_path_factory.mktemp("foreign"))


@pytest.fixture
def disk(pristine: DiskCase, tmp_path: Path) -> DiskCase:
    return pristine.copy(tmp_path)


def at(disk: DiskCase, name: str) -> Path:
    if name == "vault/files/large":
        object_id = disk.objects[LARGE_AT]
        return disk.path(f"vault/files/{object_id[:2]}/{object_id}")
    return disk.path(name)


def named(disk: DiskCase, *words: str) -> None:
    """Something is wrong, and one complaint has all these words."""
    found = complaints(disk)
    assert any(all(word in line for word in words) for line in found), found


# -- whole files ----------------------------------------------------------------------------------


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def extended(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def doubled(path: Path) -> None:
    path.write_bytes(path.read_bytes() * 2)


def deleted(path: Path) -> None:
    path.unlink()


def test_the_untouched_copy_has_nothing_wrong(disk: DiskCase) -> None:
    assert complaints(disk) == []


def test_the_list_of_files_is_the_list_of_files(pristine: DiskCase) -> None:
    left = {name for name in pristine.names() if not name.startswith("vault/files/")}
    partial = {name for name in left if name.endswith(".p/1") and "tile/1" not in name}
    before = {name for name in left if name.endswith(("000.p/1", "000.p/2")) and "access" in name}
    assert left - partial - before == set(KEPT) - {"vault/files/large"}


@pytest.mark.parametrize("name", KEPT)
@pytest.mark.parametrize("done", [cut, emptied, extended, doubled, deleted])
def test_a_file_that_is(done: Callable[[Path], None], name: str, disk: DiskCase) -> None:
    done(at(disk, name))
    assert complaints(disk), f"{name} {done.__name__}"


@pytest.mark.parametrize("name", KEPT[1:])
def test_a_file_of_another_case_is_refused(name: str, disk: DiskCase, foreign: DiskCase) -> None:
    shutil.copyfile(at(foreign, name), at(disk, name))
    assert complaints(disk), name


@pytest.mark.parametrize("name", ["log/evidence", "log/access", "keys", "vault"])
def test_a_folder_of_another_case_is_refused(name: str, disk: DiskCase, foreign: DiskCase) -> None:
    shutil.rmtree(disk.folder / name)
    shutil.copytree(foreign.folder / name, disk.folder / name)
    assert complaints(disk), name


@pytest.mark.parametrize(
    "name",
    [
        "keys/objects.000001", "keys/other", "log/evidence/notes.txt", "log/evidence/tile/0/001",
        "log/evidence/tile/0/002", "log/evidence/tile/2/000", "log/evidence/sealed/001",
        "log/evidence/tile/entries/x001/000", "log/access/tile/0/000.p/4",
        "log/access/tile/0/000.p/03", "vault/segments/000001", "vault/segments/other",
        "vault/files/other", "vault/files/ab/" + "ab" * 16, "staging/" + "cd" * 16,
    ],
)  # fmt: skip
def test_a_planted_file_is_named(name: str, disk: DiskCase) -> None:
    path = disk.path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(bytes(32))
    named(disk, path.name)


def test_a_partial_tile_left_over_that_was_changed_is_named(disk: DiskCase) -> None:
    path = disk.path("log/access/tile/0/000.p/2")
    path.write_bytes(bytes(64))
    named(disk, "tile/0/000.p/2")


def test_a_partial_bundle_left_over_that_was_changed_is_named(disk: DiskCase) -> None:
    path = disk.path("log/access/tile/entries/000.p/2")
    path.write_bytes(path.read_bytes()[:-1] + b"!")
    named(disk, "tile/entries/000.p/2")


# -- inside files ---------------------------------------------------------------------------------


def test_entries_that_changed_places_are_named(disk: DiskCase) -> None:
    path = disk.path("log/evidence/tile/entries/000")
    leaves = tiles.decode_bundle(path.read_bytes(), 256)
    leaves[10], leaves[11] = leaves[11], leaves[10]
    path.write_bytes(tiles.encode_bundle(leaves))
    named(disk, "entry 10 ")
    named(disk, "entry 11 ")


def test_an_entry_of_another_case_is_named(disk: DiskCase, foreign: DiskCase) -> None:
    path, other = (each.path("log/evidence/tile/entries/000") for each in (disk, foreign))
    leaves = tiles.decode_bundle(path.read_bytes(), 256)
    leaves[42] = tiles.decode_bundle(other.read_bytes(), 256)[42]
    path.write_bytes(tiles.encode_bundle(leaves))
    named(disk, "entry 42 ")


def test_sealed_fields_that_changed_places_are_named(disk: DiskCase) -> None:
    path = disk.path("log/evidence/sealed/000")
    parts = decode_sealed(path.read_bytes(), "sealed")
    parts[10], parts[14] = parts[14], parts[10]  # two remarks about one item: one key
    path.write_bytes(encode_sealed(parts))
    named(disk, "evidence entry 10")
    named(disk, "evidence entry 14")


def test_keys_that_changed_places_are_named(disk: DiskCase) -> None:
    path = disk.path("keys/objects.000000")
    table = path.read_bytes()
    path.write_bytes(table[76:152] + table[:76] + table[152:])
    named(disk, "objects.000000, record 0")
    named(disk, "objects.000000, record 1")


def test_a_key_put_under_another_object_is_named(disk: DiskCase) -> None:
    path = disk.path("keys/objects.000000")
    table = path.read_bytes()
    path.write_bytes(table[:92] + table[168:228] + table[152:])
    named(disk, "objects.000000, record 1")


def records(disk: DiskCase) -> list[bytes]:
    case = disk.open()
    data = disk.path("vault/segments/000000").read_bytes()
    places = list(case.vault.scan())
    assert len(places) == len(SMALL)
    return [data[place.offset : place.offset + 32 + place.length] for place in places]


def test_originals_that_changed_places_in_a_segment_are_named(disk: DiskCase) -> None:
    first, second, third = records(disk)
    disk.path("vault/segments/000000").write_bytes(first + third + second)
    named(disk, "segments/000000", "order")


def test_an_original_stored_under_another_id_is_named(disk: DiskCase) -> None:
    first, second, third = records(disk)
    exchanged = second[:4] + third[4:20] + second[20:] + third[:4] + second[4:20] + third[20:]
    disk.path("vault/segments/000000").write_bytes(first + exchanged)
    named(disk, "segments/000000", "not what was stored")


def test_an_original_left_out_of_its_segment_is_named(disk: DiskCase) -> None:
    first, second, _ = records(disk)
    disk.path("vault/segments/000000").write_bytes(first + second)
    named(disk, "segments/000000")
    named(disk, f"object {disk.objects[2]}", "missing")


def test_a_large_original_that_was_moved_is_named(disk: DiskCase) -> None:
    path = at(disk, "vault/files/large")
    elsewhere = disk.path("vault/files/00") / path.name
    if elsewhere.parent != path.parent:
        elsewhere.parent.mkdir(exist_ok=True)
        path.rename(elsewhere)
        named(disk, path.name)


def test_segments_of_two_large_originals_put_together_are_found(disk: DiskCase) -> None:
    path = at(disk, "vault/files/large")
    data = path.read_bytes()
    path.write_bytes(data[: 1 << 20] + data[: 1 << 20])
    named(disk, path.name)


# -- time -----------------------------------------------------------------------------------------


def later(disk: DiskCase, text: str = "invented, later") -> None:
    write_more(disk, (disk.root.case_id, note(text)))


def test_more_entries_are_fine(disk: DiskCase) -> None:
    later(disk)
    assert complaints(disk) == []


def test_a_replayed_checkpoint_is_a_roll_back(disk: DiskCase) -> None:
    path = disk.path("log/evidence/checkpoint")
    before = path.read_bytes()
    later(disk)
    path.write_bytes(before)
    named(disk, "evidence log", "rolled back")


def test_a_replayed_journal_is_a_roll_back(disk: DiskCase) -> None:
    path = disk.path("log/evidence/journal")
    before = path.read_bytes()
    later(disk)
    path.write_bytes(before)
    named(disk, "rolled-back", "journal")


def test_a_replayed_folder_is_a_roll_back(disk: DiskCase, pristine: DiskCase) -> None:
    later(disk)
    shutil.rmtree(disk.folder)
    shutil.copytree(pristine.folder, disk.folder)
    named(disk, "evidence log", "rolled back", "259 entries")


def test_a_log_cut_behind_our_back_leaves_traces_where_nothing_is_remembered(
    disk: DiskCase,
) -> None:
    kept = {
        name: disk.path("log/evidence/" + name).read_bytes() for name in ("journal", "checkpoint")
    }
    later(disk)
    for name, data in kept.items():
        disk.path("log/evidence/" + name).write_bytes(data)
    shutil.rmtree(disk.state)
    named(disk, "tile/entries/001.p/3")


def test_two_histories_of_one_case_are_a_fork(disk: DiskCase, tmp_path: Path) -> None:
    other = disk.copy(tmp_path / "other")
    later(disk, "one history")
    later(other, "another history")
    shutil.rmtree(other.state)
    shutil.copytree(disk.state, other.state)
    named(other, "evidence log", "forked")


def test_a_case_that_this_machine_never_saw_says_what_was_not_checked(disk: DiskCase) -> None:
    shutil.rmtree(disk.state)
    said = [each for each in findings(disk) if each.step == 2]
    assert [each.outcome for each in said] == ["not checked"]


def test_a_state_file_of_another_machine_is_refused(disk: DiskCase) -> None:
    (disk.state / "machine").write_bytes(b"0" * 32)
    named(disk, "state-damaged")


# -- quick ----------------------------------------------------------------------------------------


def test_a_quick_check_says_what_it_left_out(disk: DiskCase) -> None:
    case = disk.open()
    found = list(check_case(case, quick=True, held=None, on_progress=quiet))
    assert {each.outcome for each in found} == {"verified", "not checked"}
    left_out = {(each.step, each.subject) for each in found if each.outcome == "not checked"}
    assert left_out == {
        (5, "sealed fields"), (7, "contents of originals"), (9, "held checkpoint"),
    }  # fmt: skip


@pytest.mark.parametrize("name", ["vault/files/large", "vault/segments/000000"])
def test_a_quick_check_finds_an_original_that_was_cut(name: str, disk: DiskCase) -> None:
    cut(at(disk, name))
    found = list(check_case(disk.open(), quick=True, held=None, on_progress=quiet))
    assert [each.step for each in found if each.outcome == "failed"]


def test_an_item_added_and_checked_is_fine(disk: DiskCase) -> None:
    case = disk.open_to_write()
    item = acquire(case, b"one more invented statement", 5)
    record(case, item, (item[0], note("seen")))
    case.publish("evidence")
    case.close()
    assert complaints(disk) == []
