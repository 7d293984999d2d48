"""Every byte that a case keeps is flipped, file by file: no flip passes.

`make test` substitutes a byte of a checkpoint in 16 ways, every bit among them, `make test-deep` in
all 255. Of what is encrypted `make test` flips the ends and one byte in a few between them
(``deep.places_in_noise``), `make test-deep` each. Where a file holds many entries, one byte of each
is flipped at once and every one of them has to be reported: that is as strict as one at a time, and
shows that no flip hides another.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deep import DEEP, places_in_noise, substitutes
from disk_case import (
    DiskCase,
    build,
    changed,
    complaints,
    flipped,
    flipped_in_place,
    lengths,
    quiet,
)
from probatum.errors import EvidenceError, ProbatumError
from probatum.preserve import slots, state
from probatum.preserve.case import Case, LogName
from probatum.preserve.check_entries import EntriesCheck
from probatum.preserve.check_keys import check_keys, read_table
from probatum.preserve.check_log import TreeWalk, check_log
from probatum.preserve.check_vault import check_vault
from probatum.preserve.commit import unseal
from probatum.preserve.creation import read_slots
from probatum.preserve.finding import Faults, Finding
from probatum.preserve.log import Log, decode_sealed
from probatum.preserve.signing import open_checkpoint
from probatum.proof import tiles
from probatum.proof.entry import parse as parse_leaf

LOGS: tuple[LogName, ...] = ("evidence", "access")
EVERY_BIT = tuple(1 << bit for bit in range(8))


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> DiskCase:
    return build(tmp_path_factory.mktemp("flips"))


@pytest.fixture
def case(disk: DiskCase) -> Iterator[Case]:
    opened = disk.open()
    yield opened
    opened.close()


def failures(found: Iterator[Finding]) -> list[Finding]:
    return [each for each in found if each.outcome == "failed"]


def log_failures(case: Case, name: LogName) -> list[Finding]:
    log, step = case.log(name), 3 if name == "evidence" else 4
    return failures(check_log(log.folder, log.signer.verifier, step=step, on_progress=quiet))


def test_nothing_is_wrong_with_the_case_as_it_was_written(disk: DiskCase) -> None:
    assert complaints(disk) == []


@pytest.mark.parametrize("name", LOGS)
def test_substitutions_of_every_byte_of_a_checkpoint_are_refused(case: Case, name: LogName) -> None:
    log = case.log(name)
    signed = (log.folder / "checkpoint").read_bytes()
    accepted = []
    for position in range(len(signed)):
        for value in substitutes(signed[position], position):
            other = signed[:position] + bytes([value]) + signed[position + 1 :]
            try:
                open_checkpoint(other, log.signer.verifier)
            except EvidenceError:
                continue
            accepted.append((position, value))
    assert accepted == []


@pytest.mark.parametrize("name", LOGS)
def test_a_flipped_checkpoint_on_disk_keeps_the_case_from_opening(
    disk: DiskCase, name: LogName
) -> None:
    path = disk.path(f"log/{name}/checkpoint")
    signed = path.read_bytes()
    for position in range(len(signed)):
        with changed(path, flipped(signed, position)), pytest.raises(EvidenceError):
            disk.open()


@pytest.mark.parametrize("name", LOGS)
def test_every_flipped_byte_of_a_journal_is_refused(disk: DiskCase, name: LogName) -> None:
    path = disk.path(f"log/{name}/journal")
    journal = path.read_bytes()
    signer, key = disk.open().log(name).signer, disk.root.derive("journal " + name)
    accepted = []
    for position in places_in_noise(len(journal), 4):
        with changed(path, flipped(journal, position)):
            try:
                Log(path.parent, signer, key).load()
            except EvidenceError as error:
                assert error.code in ("journal-damaged", "rolled-back")
                continue
        accepted.append(position)
    assert accepted == []


def test_every_flipped_byte_of_what_this_machine_remembers_is_found(disk: DiskCase) -> None:
    for path in (disk.path("state"), disk.state / "machine"):
        remembered = path.read_bytes()
        for position in range(len(remembered)):
            with (
                changed(path, flipped(remembered, position)),
                pytest.raises(EvidenceError) as caught,
            ):
                state.recall(disk.state, disk.root)
            assert caught.value.code == "state-damaged"


def test_every_flipped_bit_of_the_key_slots_is_refused(disk: DiskCase) -> None:
    path = disk.path("keys/slots.json")
    content = path.read_bytes()
    accepted = []
    for position in range(len(content)):
        for bit in EVERY_BIT:
            other = bytearray(content)
            other[position] ^= bit
            with changed(path, bytes(other)):
                try:
                    slots.unlock(read_slots(disk.folder), disk.recovery_key)
                except ProbatumError:
                    continue
            accepted.append((position, bit))
    assert accepted == []


@pytest.mark.parametrize("name", ["case.json", "keys/epoch.json"])
def test_every_flipped_bit_of_a_small_file_is_refused(disk: DiskCase, name: str) -> None:
    path = disk.path(name)
    content = path.read_bytes()
    for position in range(len(content)):
        for bit in EVERY_BIT:
            other = bytearray(content)
            other[position] ^= bit
            with changed(path, bytes(other)), pytest.raises(ProbatumError):
                read_slots(disk.folder)
                disk.open()


def test_every_flipped_byte_of_the_key_table_is_named(disk: DiskCase) -> None:
    path = disk.path("keys/objects.000000")
    table = path.read_bytes()
    opened = disk.open()
    entries = EntriesCheck(opened, read_table(opened)[0], quick=True, on_progress=quiet)
    entries.run()
    for position in range(len(table)):
        with changed(path, flipped(table, position)):
            fresh, faults = read_table(opened)
            entries.ledger.keys = fresh
            found = failures(check_keys(opened, entries.ledger, faults))
        assert [each.subject for each in found] == [
            f"keys/objects.000000, record {position // 76}"
        ], position


def bundles(disk: DiskCase) -> list[tuple[LogName, Path, int]]:
    """The entry bundles that the checkpoints need: log, file, number of entries."""
    found: list[tuple[LogName, Path, int]] = []
    for name in LOGS:
        size = disk.open().log(name).checkpoint.size
        for number in range(-(-size // 256)):
            width = min(256, size - number * 256)
            path = disk.path(f"log/{name}/{tiles.entries_path(number, width)}")
            found.append((name, path, width))
    assert [width for _, _, width in found] == [256, 2, 3]
    return found


def test_every_flipped_byte_of_every_entry_is_found(disk: DiskCase, case: Case) -> None:
    for name, path, width in bundles(disk):
        data = path.read_bytes()
        places = lengths(tiles.decode_bundle(data, width), 2)
        for offset in places_in_noise(max(length for _, length in places), 3):
            positions = [at + offset for at, length in places if offset < length]
            with changed(path, flipped(data, *positions)):
                walk = TreeWalk(case.log(name).folder, case.log(name).checkpoint, Faults(3), quiet)
                walk.run()
            assert walk.faults.count == len(positions), (path, offset)


def test_a_flipped_byte_of_one_entry_names_that_entry(disk: DiskCase, case: Case) -> None:
    for name, path, width in bundles(disk):
        data = path.read_bytes()
        inside = path.relative_to(case.log(name).folder).as_posix()
        first = 256 if inside.endswith("001.p/2") else 0
        for number, (at, _) in enumerate(lengths(tiles.decode_bundle(data, width), 2), first):
            with changed(path, flipped(data, at + 20)):
                found = log_failures(case, name)
            assert [each.subject for each in found] == [f"entry {number} in {inside}"]


def test_every_flipped_length_in_a_bundle_is_found(disk: DiskCase, case: Case) -> None:
    for name, path, width in bundles(disk):
        data = path.read_bytes()
        for begin, _ in lengths(tiles.decode_bundle(data, width), 2):
            for at in (begin - 2, begin - 1):
                with changed(path, flipped(data, at)):
                    found = log_failures(case, name)
                assert any(path.name in each.subject for each in found), (path, at)


def test_every_flipped_byte_of_every_tile_is_named(disk: DiskCase, case: Case) -> None:
    tried = set()
    for name in LOGS:
        log = case.log(name)
        needed = [tiles.tile_path(*tile) for tile in tiles.tile_widths(log.checkpoint.size)]
        for inside in [*needed, *["tile/0/000"] * (log.checkpoint.size >= 256)]:
            path = log.folder / inside
            data = path.read_bytes()
            width = len(data) // 32
            for offset in range(32):
                with changed(path, flipped(data, *range(offset, len(data), 32))):
                    found = log_failures(case, name)
                text = f"{width} of its {width} hashes are not those of what lies below it"
                assert [(each.subject, each.text) for each in found] == [(inside, text)]
            tried.add((name, inside))
    assert tried == {
        ("evidence", "tile/0/000"), ("evidence", "tile/0/001.p/2"), ("evidence", "tile/1/000.p/1"),
        ("access", "tile/0/000.p/3"),
    }  # fmt: skip


def test_every_flipped_byte_of_a_sealed_bundle_is_refused(disk: DiskCase, case: Case) -> None:
    """Byte by byte where sealed fields are opened, and now and then through the whole step."""
    path = disk.path("log/evidence/" + tiles.sealed_path(0))
    data = path.read_bytes()
    places = lengths(decode_sealed(data, "sealed"), 4)
    table, _ = read_table(case)
    entries = EntriesCheck(case, table, quick=True, on_progress=quiet)
    entries.run()
    case_raw = bytes.fromhex(case.case_id)
    opened = 0
    for stored in case.evidence.bundle(0):
        object_id = bytes.fromhex(parse_leaf(stored.leaf).id)
        key = case.keys.unwrap(object_id, entries.ledger.wrapped(object_id) or b"")
        for position in places_in_noise(len(stored.sealed), 4):
            other = flipped(stored.sealed, position)
            with pytest.raises(EvidenceError):
                unseal(stored.leaf_hash, other, object_id, key, case_raw, "it")
            opened += 1
    assert opened == len(data) - 4 * 256 or (not DEEP and opened > len(data) // 4)
    for offset in range(0, max(length for _, length in places), 61):
        positions = [at + offset for at, length in places if offset < length]
        with changed(path, flipped(data, *positions)):
            entries = EntriesCheck(case, table, quick=False, on_progress=quiet)
            entries.run()
        assert entries.faults.count == len(positions), offset


def test_every_flipped_length_of_a_sealed_bundle_is_found(disk: DiskCase) -> None:
    path = disk.path("log/evidence/" + tiles.sealed_path(0))
    data = path.read_bytes()
    for at, _ in lengths(decode_sealed(data, "sealed"), 4):
        for position in range(at - 4, at):
            with pytest.raises(EvidenceError):
                decode_sealed(flipped(data, position), "sealed")


@pytest.fixture
def ledger_check(case: Case) -> EntriesCheck:
    entries = EntriesCheck(case, read_table(case)[0], quick=True, on_progress=quiet)
    entries.run()
    return entries


def test_every_flipped_byte_of_a_segment_is_found(
    disk: DiskCase, case: Case, ledger_check: EntriesCheck
) -> None:
    path = disk.path("vault/segments/000000")
    data = path.read_bytes()
    for position in places_in_noise(len(data), 4):
        with changed(path, flipped(data, position)):
            found = failures(check_vault(case, ledger_check.ledger, quick=False, on_progress=quiet))
        assert any("segments/000000" in each.subject for each in found), position


def test_a_flipped_byte_of_a_large_original_is_found(
    disk: DiskCase, case: Case, ledger_check: EntriesCheck
) -> None:
    object_id = disk.objects[3]
    path = case.vault.path_of(object_id)
    size = path.stat().st_size
    ends = [*range(64), *range(size - 64, size)]
    for position in {*ends, *range(0, size, 997 if DEEP else 9973)}:  # each chunk several times
        with flipped_in_place(path, position):
            found = failures(check_vault(case, ledger_check.ledger, quick=False, on_progress=quiet))
        assert [object_id in each.subject for each in found] == [True], position
