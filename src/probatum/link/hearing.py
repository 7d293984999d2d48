"""Names as words to compare, for many rows at once: here, or in two processes beside this one.

Most of the time of preparing rows goes into names. A process of its own takes a *task*, names of
some rows, and answers with words and their places; it gets nothing else of a row. Where no process
can be started, or one ends, names are heard here, with the same result.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue

import msgspec
import numpy as np

import probatum
from probatum.link.names import NOTHING, Written, heard_of

PARTS = ("given", "father", "family", "grandfather", "mother", "kunya")
COLUMNS = tuple(name for part in PARTS for name in (part, f"{part}_bones"))
_NOT_SAID = (-1,) * 6
TASK = 20_000  # rows; fewer are heard here, for a process takes a third of a second to start
PROCESSES = 2
AHEAD = 4  # tasks that wait
_ROOT = Path(probatum.__file__).resolve().parent.parent
# The passphrase of the case may stand in our environment; such a process gets none of it.
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
_START = f"import sys; sys.path.append(sys.argv[1]); from {__name__} import main; main()"


class Heards(msgspec.Struct, frozen=True, array_like=True):
    """Names of some rows: words, and for each row and each of ``COLUMNS`` the place of its word.

    ``codes`` are int32 numbers, -1 where nothing was written.
    """

    words: list[str]
    codes: bytes


class _Task(msgspec.Struct, frozen=True, array_like=True):
    names: list[tuple[Written, ...]]


def hear(names: Sequence[tuple[Written, ...]]) -> Heards:
    """Return the words of names, in order of appearance."""
    place = _Places({"": -1})
    codes: list[int] = []
    for each in names:
        parts = heard_of(each)
        given, father, family = parts.given, parts.father, parts.family
        codes += (
            place[given.sound], place[given.bones], place[father.sound], place[father.bones],
            place[family.sound], place[family.bones],
        )  # fmt: skip
        if parts.grandfather is NOTHING and parts.mother is NOTHING and parts.kunya is NOTHING:
            codes += _NOT_SAID  # in most lists
            continue
        for part in (parts.grandfather, parts.mother, parts.kunya):
            codes += place[part.sound], place[part.bones]
    return Heards(list(place)[1:], np.array(codes, dtype=np.int32).tobytes())


class _Places(dict[str, int]):
    """Words -> their places, in order of appearance; the first one is the empty word."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self) - 1
        return number


class Hearing:
    """Takes names of rows in their order, and gives back their words in that order."""

    def __init__(self, pool: ThreadPoolExecutor, processes: SimpleQueue[_Process]) -> None:
        self._pool, self._processes = pool, processes
        self._started = 0
        self._asked: list[Future[Heards]] = []

    def take(self, names: list[tuple[Written, ...]]) -> None:
        """Have names heard; waits if too many tasks are waiting."""
        if len(names) < TASK and not self._started:
            done: Future[Heards] = Future()
            done.set_result(hear(names))
            self._asked.append(done)
            return
        if not self._started:
            self._started = PROCESSES
            for _ in range(PROCESSES):
                self._processes.put(_Process())
        if len(self._asked) >= AHEAD:
            self._asked[-AHEAD].result()
        self._asked.append(self._pool.submit(self._ask, names))

    def _ask(self, names: list[tuple[Written, ...]]) -> Heards:
        process = self._processes.get()
        try:
            return process.ask(names) or hear(names)
        finally:
            self._processes.put(process)

    def answers(self) -> Iterator[Heards]:
        """Yield what was heard, a task after the other."""
        for each in self._asked:
            yield each.result()


@contextmanager
def hearing() -> Iterator[Hearing]:
    """Give somebody who hears names; processes end with the block."""
    processes: SimpleQueue[_Process] = SimpleQueue()
    pool = ThreadPoolExecutor(PROCESSES)
    try:
        yield Hearing(pool, processes)
    finally:
        pool.shutdown(cancel_futures=True)
        while not processes.empty():
            processes.get().end()


class _Process:
    """A process that hears names. It is isolated from the environment, and reads two pipes."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        try:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-X", "utf8", "-c", _START, str(_ROOT)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                env={name: os.environ[name] for name in _KEPT if name in os.environ}, cwd=os.sep,
            )  # fmt: skip
        except OSError:
            pass  # names are heard here

    def ask(self, names: list[tuple[Written, ...]]) -> Heards | None:
        """Return what the process makes of names; None if it is not there any more."""
        process = self._process
        if process is None or process.stdin is None or process.stdout is None:
            return None
        try:
            process.stdin.write(_frame(_Task(names)))
            process.stdin.flush()
            size = int.from_bytes(process.stdout.read(4), "big")
            data = process.stdout.read(size)
        except OSError:
            data, size = b"", 1
        if not size or len(data) != size:
            self.end()
            return None
        heard = msgspec.msgpack.decode(data, type=Heards)
        if len(heard.codes) != len(names) * len(COLUMNS) * np.dtype(np.int32).itemsize:
            self.end()  # another version of Probatum is installed beside this one
            return None
        return heard

    def end(self) -> None:
        """End the process; nothing is lost by that."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _frame(message: msgspec.Struct) -> bytes:
    data = msgspec.msgpack.encode(message)
    return len(data).to_bytes(4, "big") + data


def main() -> None:
    """Hear one task after the other; end once the parent has gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interrupt means
    asked, said = sys.stdin.buffer, sys.stdout.buffer
    while head := asked.read(4):
        task = msgspec.msgpack.decode(asked.read(int.from_bytes(head, "big")), type=_Task)
        said.write(_frame(hear(task.names)))
        said.flush()
