"""A process is killed at, or the disk refuses, every single system call that changes a case.

strace does it to a process that has just opened the case. `make test` takes the calls that
``chosen`` chooses, `make test-deep` every one.
"""

from __future__ import annotations

import random
import re
import shutil
from functools import cache
from itertools import groupby
from pathlib import Path
from zlib import crc32

import pytest

from crash.faults import Call, calls, disturbed, unreadable
from crash.power import base_with, scratch
from crash.work import examine, no_failures, readable
from deep import DEEP
from probatum.acts.add_files import add

STORIES = ("add", "note", "erase")
ERRORS = {"an error of the disk": "error=EIO", "a full disk": "error=ENOSPC"}
FAULTS = {"killed": "signal=KILL", **ERRORS}
YOUNG, NEARLY_A_BUNDLE = 0, 251  # entries in the log of the case to begin with
PARTS = 2  # so that several workers share the calls of one story


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("story", STORIES)
def test_at_every_call_nothing_acknowledged_is_lost(story: str, fault: str, part: int) -> None:
    everything = [call for _, call in undisturbed(story)]
    sweep(story, fault, part, everything if DEEP else chosen(story, fault), YOUNG)


@pytest.mark.parametrize("part", range(PARTS))
def test_killed_while_a_bundle_becomes_full_nothing_is_lost(part: int) -> None:
    young = {kind for kind, _ in undisturbed("add")}
    mine = [
        call
        for kind, call in undisturbed("add", NEARLY_A_BUNDLE)
        if DEEP or not (kind in young or is_sync(kind))
    ]
    sweep("add", "killed", part, mine, NEARLY_A_BUNDLE)


def sweep(story: str, fault: str, part: int, all_parts: list[Call], entries: int) -> None:
    mine, struck = all_parts[part::PARTS], 0
    assert mine, "nothing was chosen"
    with scratch() as folder:
        for call in mine:
            place = base_with(entries).copy(Path(folder) / "run")
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


def is_sync(kind: str) -> bool:
    return "sync" in kind.split()[0]


@cache
def undisturbed(story: str, entries: int = YOUNG) -> list[tuple[str, Call]]:
    """Return the changing calls of a story, each with its kind; more than thirty."""
    with scratch() as folder:
        whole = Path(folder) / "whole"
        found = [
            (kind_of(call, whole), call) for call in calls(base_with(entries).copy(whole), story)
        ]
    assert len(found) > 30, "strace saw too little"
    return found


def chosen(story: str, fault: str) -> list[Call]:
    """Return calls to kill at, or to let fail, of all kinds that the stories have.

    Killed is at every call, but for two: a kill before a sync leaves what a kill before the next
    call leaves, and of calls of a kind in a row (SQLite's pages, the pieces of a large file) one is
    taken. An error strikes every kind of a story once, with this or the other of both errors; over
    the stories each kind meets both.
    """
    chance, of_kind, kept = random.Random(fault), dict[str, list[Call]](), list[Call]()
    for kind, row in groupby(undisturbed(story), lambda told: told[0]):
        one = chance.choice([call for _, call in row])
        of_kind.setdefault(kind, []).append(one)
        if fault == "killed" and not is_sync(kind):
            kept.append(one)
    if fault == "killed":
        return kept
    return [chance.choice(some) for kind, some in of_kind.items() if fault in errors(story, kind)]


def errors(story: str, kind: str) -> list[str]:
    """Return which errors a kind of call meets in a story: one in turn, both if only it has it."""
    having = [each for each in STORIES if kind in {kind for kind, _ in undisturbed(each)}]
    names = list(ERRORS)
    if having == [story]:
        return names
    return [names[(crc32(kind.encode()) + having.index(story)) % len(names)]]


def test_calls_of_every_kind_are_chosen() -> None:
    met: dict[str, set[str]] = {}
    for story in STORIES:
        kinds = {call: kind for kind, call in undisturbed(story)}
        killed_at = {kinds[call] for call in chosen(story, "killed")}
        assert killed_at == {kind for kind in kinds.values() if not is_sync(kind)}
        struck = set[str]()
        for error in ERRORS:
            for call in chosen(story, error):
                met.setdefault(kinds[call], set()).add(error)
                struck.add(kinds[call])
        assert struck == set(kinds.values())
    assert all(errors_met == set(ERRORS) for errors_met in met.values())


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
