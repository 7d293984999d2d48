"""A process is killed at, or the disk refuses, every single system call that changes a case.

strace does it to a process that has just opened the case. `make test` takes the calls that
``chosen`` chooses, `make test-deep` every one.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import pytest

from crash.faults import Call, calls, disturbed, unreadable
from crash.power import base_with, scratch
from crash.work import examine, no_failures, readable
from deep import DEEP
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
        whole = root / "whole"
        everything = calls(base_with(entries).copy(whole), story)
        assert len(everything) > 30, "strace saw too little"
        struck = 0
        mine = (everything if DEEP else chosen(everything, fault, whole))[part::PARTS]
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


_NAMES = re.compile(r"[0-9a-f]{32,}|(?<=files/)[0-9a-f]{2}|\d+")  # of objects, tiles, segments


def kind_of(call: Call, root: Path) -> str:
    """Say what a call is, whichever tile, segment or object it is about: its name and its files."""
    files = re.findall(re.escape(str(root)) + r"/([^\">]*)", call.text)
    return " ".join([call.name, *(_NAMES.sub("#", name) for name in files)])


def chosen(everything: Sequence[Call], fault: str, root: Path) -> list[Call]:
    """Return calls of every kind that a story has.

    All that change what the case consists of, but three: SQLite writes hundreds of pages in a row
    into the index, which is made anew from the logs, and of a row the first, the last and one
    between are taken. A kill before a sync leaves what a kill after it does, and a full disk stays
    full whichever tile is the first that finds no room: of these, one of each kind is taken.
    """
    chance, kept, seen = random.Random(fault), list[Call](), set[str]()
    for kind, row in groupby(everything, lambda call: kind_of(call, root)):
        calls_of_kind = list(row)
        repeats = fault == "a full disk" or (fault == "killed" and "sync" in kind.split()[0])
        if repeats and kind in seen:
            continue
        seen.add(kind)
        if "/index.db" in kind and len(calls_of_kind) > 3:
            between = chance.choice(calls_of_kind[1:-1])
            kept += [calls_of_kind[0], between, calls_of_kind[-1]]
        else:
            kept += calls_of_kind
    return kept


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("fault", FAULTS)
def test_calls_of_every_kind_are_chosen(story: str, fault: str) -> None:
    with scratch() as folder:
        whole = Path(folder) / "whole"
        everything = calls(base_with(0).copy(whole), story)
        some = chosen(everything, fault, whole)
        assert {kind_of(call, whole) for call in some} == {
            kind_of(call, whole) for call in everything
        }


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
