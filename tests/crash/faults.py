"""Run a story in a process of its own and let one system call of it fail, by strace.

The process opens the case first; strace is attached when the case is unlocked. ``calls`` lists the
state-changing system calls on case paths of an undisturbed run, ``disturbed`` runs the story again
and kills it, or lets the call fail, at one of them.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import socket
import subprocess
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from crash.work import STORIES, Diary, Place, Said
from probatum.errors import ProbatumError

CHANGING = (
    "openat", "creat", "write", "pwrite64", "writev", "pwritev", "pwritev2", "fsync", "fdatasync",
    "sync_file_range", "msync", "rename", "renameat", "renameat2", "link", "linkat", "symlink",
    "symlinkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "truncate", "ftruncate",
    "fallocate", "fchmod", "fchown", "chmod", "copy_file_range", "sendfile", "utimensat",
)  # fmt: skip
_LINE = re.compile(r"(\d+) +(\w+)\((.*)")


@dataclass(frozen=True)
class Call:
    """The ``count``-th call of a name in the story's main thread."""

    name: str
    count: int
    text: str


@dataclass(frozen=True)
class Run:
    """What a run left: its diary, the errors that it ended with, and whether the fault struck."""

    said: Said
    errors: tuple[str, ...]
    finished: bool
    struck: bool


def strace() -> str:
    program = shutil.which("strace")
    if program is None:
        pytest.fail("needs: apt-get install strace")
    return program


def calls(place: Place, story: str) -> list[Call]:
    """Return the state-changing calls of an undisturbed run, in order."""
    log = place.root / "strace.log"
    run = _run(place, story, ["-y", "-s", "400", "-e", "trace=?" + ",?".join(CHANGING)], log)
    assert run.finished, run
    found, counts = [], Counter[str]()
    main = ""
    for line in log.read_text(errors="replace").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        process, name, rest = match.groups()
        main = main or process
        assert process == main or str(place.root) not in rest, "a thread writes: " + line
        if process != main:
            continue
        counts[name] += 1
        inside = any(f"{folder}" in rest for folder in (place.case, place.state))
        if inside and (name != "openat" or "O_CREAT" in rest or "O_TRUNC" in rest):
            found.append(Call(name, counts[name], line))
    return found


def disturbed(place: Place, story: str, call: Call, fault: str) -> Run:
    """Run the story with a fault (``signal=KILL``, ``error=EIO``, ...) at a call."""
    log = place.root / "strace.log"
    options = ["-e", "trace=" + call.name, "-e", f"inject={call.name}:{fault}:when={call.count}"]
    if fault == "error=ENOSPC":
        options[-1] += "+"  # a full disk stays full
    return _run(place, story, options, log)


def unreadable(place: Place, story: str, path: Path) -> Run:
    """Run the story; the second read of one file fails."""
    options = ["-P", str(path), "-e", "trace=read", "-e", "inject=read:error=EIO:when=2"]
    return _run(place, story, options, place.root / "strace.log")


def _run(place: Place, story: str, options: list[str], log: Path) -> Run:
    ours, theirs = socket.socketpair()
    process = os.fork()
    if process == 0:
        ours.close()
        _child(theirs, place, story)
    theirs.close()
    ours.settimeout(60)
    heard = ours.makefile("r", encoding="utf-8")
    try:
        assert heard.readline() == "ready\n"
        with subprocess.Popen(
            [strace(), "-f", "-o", log, *options, "-p", str(process)], stderr=subprocess.PIPE
        ) as tracer:
            assert tracer.stderr is not None
            said = tracer.stderr.readline()
            assert b"attached" in said, said
            ours.sendall(b"go")
            lines = heard.read().splitlines()
            os.waitpid(process, 0)
    finally:
        heard.close()
        ours.close()
    text = log.read_text(errors="replace")
    errors = tuple(line.removeprefix("error ") for line in lines if line.startswith("error "))
    struck = "(INJECTED)" in text or "+++ killed by SIGKILL +++" in text
    return Run(Said.of(lines), errors, "finished" in lines, struck)


def _child(heard: socket.socket, place: Place, story: str) -> None:
    """Open the case, wait until strace is attached, do the work, report, and never return."""

    def tell(line: str) -> None:
        heard.sendall(line.encode() + b"\n")  # not write(2): that is one of the calls that fail

    try:
        # Some systems let only relatives trace a process: PR_SET_PTRACER, PR_SET_PTRACER_ANY.
        ctypes.CDLL(None).prctl(0x59616D61, ctypes.c_ulong(-1), 0, 0, 0)
        session = place.open()
        tell("ready")
        heard.recv(2)
        try:
            with session:
                STORIES[story](session, place, Diary(tell))
        except ProbatumError as error:
            chain: BaseException | None = error
            while chain is not None:
                if isinstance(chain, ProbatumError):
                    tell(f"error {type(chain).__name__} {chain.code}")
                chain = chain.__context__ if chain.__cause__ is None else None
        tell("finished")
    except BaseException:  # noqa: B902, BLE001  # the parent shows it
        tell("error " + traceback.format_exc().replace("\n", " | "))
    finally:
        os._exit(0)
