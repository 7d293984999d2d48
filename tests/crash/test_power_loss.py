"""Power fails after any operation: what was acknowledged is there, nothing else is, work goes on.

Every sync of the product stands below with what proves that it is needed, or why it is there all
the same. A new one has to be added here; one that is removed makes its test fail.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from crash.disk import (
    ANY,
    LOSSES,
    REMOVALS,
    Kind,
    Loss,
    Op,
    Recorder,
    disk_after,
    disk_without,
    fates,
)
from crash.power import Recording, examine_disk, failures_at, lose_power, record, scratch
from crash.work import PASSPHRASE, Place, no_failures, surroundings
from deep import DEEP
from probatum.acts.init_case import init_case
from probatum.errors import UseError
from probatum.preserve import files

STRAIGHT = {
    "note and add": (["note+add"], 0),
    "add, then erase": (["add+erase"], 0),
    "note, then erase a large file": (["note+erase-large"], 0),
    "erase": (["erase"], 0),
    "add over the end of a bundle": (["add"], 251),
}


@cache
def straight(name: str) -> Recording:
    sessions, entries = STRAIGHT[name]
    return record(sessions, entries)


def survives(recording: Recording, counts: Iterator[int], seen: set[object]) -> int:
    """Examine every different disk that a power failure may leave; return how many.

    A run that is not deep loses power after every operation too, in one of the five ways in turn,
    and behind an acknowledgement also in the hardest.
    """
    examined = 0
    for count in counts:
        told = count > 1 and recording.ops[count - 2].kind == "say"
        for seed, loss in enumerate(LOSSES, count):
            hardest = told and loss == "nothing survives"
            if not (DEEP or hardest or loss == LOSSES[count % len(LOSSES)]):
                continue
            disk = lose_power(recording, count, loss, seed)
            state = disk.key(), recording.said(count)
            if state not in seen:
                seen.add(state)
                examine_disk(recording, disk, count, seed)
                examined += 1
    return examined


@pytest.mark.parametrize("name", STRAIGHT)
def test_a_power_failure_anywhere_loses_nothing_that_was_acknowledged(name: str) -> None:
    recording = straight(name)
    assert survives(recording, failures_at(recording), set()) > 30


def test_a_power_failure_while_a_case_is_made_leaves_a_case_or_none() -> None:
    with scratch() as folder, scratch() as again:
        recorder = Recorder(Path(folder))
        files.os = recorder  # type: ignore[assignment]
        try:
            init_case(
                Path(folder) / "case", PASSPHRASE, name="Bridge", by="Somebody", memory_kib=8,
                around=surroundings(Path(folder) / "state"),
            )  # fmt: skip
        finally:
            files.os = recorder.real
        cases, seen = 0, set[int]()
        for count in range(len(recorder.ops) + 1):
            for seed, loss in enumerate(LOSSES, count):
                disk = disk_after(recorder.base, recorder.ops[:count], loss, seed)
                if disk.key() not in seen:
                    seen.add(disk.key())
                    place = Place(Path(again) / str(len(seen)))
                    place.root.mkdir()
                    disk.write_to(place.root)
                    cases += is_a_case(place)
        assert is_a_case(place) and cases > 1 and len(seen) > 50


def is_a_case(place: Place) -> bool:
    """Say whether there is a case, which must be a sound one."""
    try:
        with place.open() as session:
            assert session.case.writable is None
            no_failures(session)
    except UseError as error:
        assert error.code == "not-a-case", error
        return False
    return True


# -- killed first, then the power fails -----------------------------------------------------------


@pytest.mark.parametrize("story", ["add", "erase"])
def test_what_a_killed_process_left_in_memory_is_not_built_upon(story: str) -> None:
    whole = record([story])
    examined, seen = 0, set[object]()
    for kill_at in range(1, len(whole.ops), 4 if DEEP else 9):
        recording = record([story], kill_at=kill_at)
        late = list(failures_at(recording))
        counts = late[kill_at % 7 :: 7 if DEEP else 11]
        for count in (*counts, late[-1]):
            # If everything survives, it was the recovery that was killed.
            loss: Loss = "everything survives" if count % 2 else "nothing survives"
            disk = lose_power(recording, count, loss, 0)
            state = disk.key(), recording.said(count)
            if state not in seen:
                seen.add(state)
                examine_disk(recording, disk, count, kill_at)
                examined += 1
    assert examined > 30


# -- every sync is needed --------------------------------------------------------------------------


@dataclass(frozen=True)
class Killed:
    """A story killed before an operation (its site, or its kind and path), and what came then."""

    story: str
    before: str
    then: str = ""
    entries: int = 0
    lost: frozenset[Kind] = ANY

    def recordings(self) -> Iterator[Recording]:
        whole = record([self.story], self.entries)
        for at, op in enumerate(whole.ops):
            if op.site == self.before or f"{op.kind} {op.path}".startswith(self.before):
                yield record([self.story], self.entries, kill_at=at, then=self.then)


NEEDED: dict[str, str | Killed] = {
    "Journal.append: sync_file, sync": "note and add",
    "Journal.start: replace, sync": "add, then erase",
    "Journal.start: replace, sync-folder": "add, then erase",
    "Journal.drop_torn: sync_file, sync": Killed("note", "Journal.append: sync_file, sync"),
    "KeyRing.settle: sync_file, sync": "add, then erase",
    "KeyRing.destroy: create, sync": "add, then erase",
    "KeyRing.destroy: sync_folder 1, sync-folder": "add, then erase",
    "KeyRing.destroy: replace, sync": "add, then erase",
    "KeyRing.destroy: replace, sync-folder": "add, then erase",
    "KeyRing.destroy: overwrite, sync": "add, then erase",
    "KeyRing.destroy: sync_folder 2, sync-folder": "add, then erase",
    "KeyRing.remove_leftovers: sync_folder 1, sync-folder": Killed(
        "erase", "KeyRing.destroy: replace, sync-folder"
    ),
    "KeyRing.remove_leftovers: overwrite, sync": Killed(
        "erase", "KeyRing.destroy: overwrite, sync"
    ),
    "KeyRing.remove_leftovers: sync_folder 2, sync-folder": Killed(
        "erase", "KeyRing.destroy: overwrite, sync"
    ),
    "Log.publish: replace, sync": "note and add",
    "Log.publish: replace, sync-folder": "note and add",
    "Log.recover: sync_folder, sync-folder": Killed(
        "rotate", "Journal.start: replace, sync-folder", then="note"
    ),
    "Staged.close: sync_file, sync": "note and add",
    "TileFiles._make: make_folder, sync-folder": "add over the end of a bundle",
    "TileFiles.write: create_or_keep, sync": "note and add",
    "TileFiles.sync: sync_folder, sync-folder": "note and add",
    "TileFiles.remove_beyond: sync_folder, sync-folder": Killed(
        "note", "write case/log/evidence/tile", then="add", entries=253, lost=REMOVALS
    ),
    "Vault.sync: sync_file, sync": "note and add",
    "Vault.sync: sync_folder, sync-folder": "note and add",
    "Vault.wipe: overwrite, sync": "erase",
    "Vault.wipe: sync_folder, sync-folder": "note, then erase a large file",
    "remember: replace, sync": "note and add",
    "remember: replace, sync-folder": "note and add",
}

_FOUND_AGAIN = (
    "an original whose move was lost lies under staging/ again, and the next opening moves it; but "
    "a file system whose rename between two folders is not atomic keeps less, so it is short"
)
KEPT_ALL_THE_SAME = {
    "Vault._move_in: make_folder, sync-folder": _FOUND_AGAIN,
    "Vault.settle: sync_folder, sync-folder": _FOUND_AGAIN,
    "Vault.recover: sync_folder 1, sync-folder": _FOUND_AGAIN,
    "Vault.recover: sync_folder 2, sync-folder": "the next opening would remove the same again",
    "remove: sync_folder, sync-folder": "the index is no part of what must survive",
}


def lost_without(recording: Recording, site: str, kinds: frozenset[Kind]) -> str | None:
    """Return what goes wrong if the syncs of one place are left out; None if nothing does."""
    seen = set[object]()
    ops = list(recording.ops)
    # What goes wrong does so for a while: a few are looked at from end to end, then those between.
    for count in sorted(range(recording.killed_at, len(ops) + 1), key=lambda count: count % 5):
        weaker = [Op("say") if op.site == site else op for op in ops[:count]]
        if fates(weaker)[0] == fates(ops[:count])[0]:
            continue
        disk = disk_without(recording.base, ops[:count], site, kinds)
        state = disk.key(), recording.said(count), ops[count - 1].path == "closed"
        if state in seen:
            continue
        seen.add(state)
        try:
            examine_disk(recording, disk, count, seed=0)
        except Exception as error:  # noqa: BLE001  # any failure will do: we look for one
            return f"{type(error).__name__} {error}"
    return None


@pytest.mark.parametrize("site", NEEDED)
def test_a_sync_that_is_left_out_is_missed(site: str) -> None:
    proof = NEEDED[site]
    recordings = [straight(proof)] if isinstance(proof, str) else list(proof.recordings())
    assert recordings, "no such operation"
    assert any(site in {op.site for op in recording.ops} for recording in recordings), "not called"
    kinds = ANY if isinstance(proof, str) else proof.lost
    assert any(lost_without(recording, site, kinds) for recording in recordings)


def test_no_other_sync_is_made() -> None:
    recordings = [straight(name) for name in STRAIGHT]
    for proof in NEEDED.values():
        if isinstance(proof, Killed):
            recordings += proof.recordings()
    made = {op.site for recording in recordings for op in recording.ops if op.site}
    assert made <= NEEDED.keys() | KEPT_ALL_THE_SAME.keys()
