"""A process is killed at, or the disk refuses, every single system call that changes a case.

strace does it to a process that has just opened the case.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from crash.faults import calls, disturbed, unreadable
from crash.power import base_with, scratch
from crash.work import examine, no_failures, readable
from probatum.acts.add_files import add

STORIES = ("add", "note", "erase")
FAULTS = {
    "killed": "signal=KILL",
    "an error of the disk": "error=EIO",
    "a full disk": "error=ENOSPC",
}
PARTS = 4  # so that several workers share the calls of one story


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("story", STORIES)
def test_at_every_call_nothing_acknowledged_is_lost(story: str, fault: str, part: int) -> None:
    sweep(story, fault, part, entries=0)


@pytest.mark.parametrize("part", range(PARTS))
def test_killed_while_a_bundle_becomes_full_nothing_is_lost(part: int) -> None:
    sweep("add", "killed", part, entries=251)


def sweep(story: str, fault: str, part: int, entries: int) -> None:
    with scratch() as folder:
        root = Path(folder)
        everything = calls(base_with(entries).copy(root / "whole"), story)
        assert len(everything) > 30, "strace saw too little"
        struck = 0
        mine = everything[part::PARTS]
        for call in mine:
            place = base_with(entries).copy(root / "run")
            run = disturbed(place, story, call, FAULTS[fault])
            struck += run.struck
            if fault != "killed":
                assert run.finished, (call, run)
            for error in run.errors:
                known = error in ("WorldError io-error", "WorldError no-space")
                assert known or error == "UseError read-only", (call, run)
            try:
                examine(place, run.said)
            except Exception as error:
                raise AssertionError(f"after {fault} at {call.text[:200]}: {run}") from error
            shutil.rmtree(place.root)
        # Calls are told apart by their number: a run that is slower may publish once more.
        assert struck >= 0.9 * len(mine)


def test_a_source_that_cannot_be_read_to_its_end_is_refused_alone() -> None:
    with scratch() as folder:
        place = base_with(0).copy(Path(folder))
        run = unreadable(place, "add", place.source / "video.bin")
        assert run.struck and run.finished and not run.errors, run
        with place.open() as session:
            names = {row.file_name for row in session.index.items()}
            assert "video.bin" not in names and "z.txt" in names
            assert add(session, [str(place.source)]).refused == ()
            readable(session)
            no_failures(session)
