"""Starting, feeding and watching the process that reads files: the only door to the readers.

    with Workers() as workers:
        found = workers.extract(data, "statement.docx")

Data goes over pipes and nothing touches the disk. A worker that crashes, hangs or answers nonsense
costs the item at hand and is replaced. Decision 0017 says why it is built like this.
"""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
from collections.abc import Iterable
from types import TracebackType
from typing import BinaryIO, Self, cast

from probatum.derive import isolated
from probatum.derive.text import wire
from probatum.derive.text.extracted import Extracted, Failed, Limits

# Libraries keep what they once allocated, and some leak: a fresh process is cheap insurance.
_MOST_ITEMS = 2_000
_GLANCE_SECONDS = 0.25


class Workers:
    """One worker at a time, started with the first item. Close it, or use it with ``with``."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.started = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._watch: _Watch | None = None
        self._served = 0

    def extract(self, data: bytes | Iterable[bytes], file_name: str) -> Extracted | Failed:
        """Return the text of a file given as bytes or as an iterable of bytes.

        Lets through what the iterable raises; the worker never sees the rest of that file.
        """
        if self._served >= _MOST_ITEMS:
            self.close()
        process = self._running()
        self._served += 1
        watch = self._watch
        assert watch is not None
        watch.begin(self.limits.seconds)
        found: Extracted | Failed | None = None
        try:
            found = self._ask(process, data, file_name)
        except (wire.NoAnswerError, BrokenPipeError) as error:
            return self._obituary(process, watch, error)
        finally:
            watch.stop()
            # An answer of the excepthook is a worker's last; and half a request poisons the next.
            if found is None or watch.fired or _is_last(found):
                self._stop()
        return found

    def _ask(
        self, process: subprocess.Popen[bytes], data: bytes | Iterable[bytes], file_name: str
    ) -> Extracted | Failed:
        requests, answers = cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout)
        wire.send_head(requests, file_name, self.limits)
        size = 0
        for chunk in (data,) if isinstance(data, bytes) else data:
            size += len(chunk)
            if size > self.limits.input_bytes:
                wire.withdraw(requests)
                return Failed("too-large", "more bytes than the limit allows")
            wire.send_chunk(requests, chunk)
        wire.send_end(requests)
        return wire.receive_answer(answers, self.limits)

    def _obituary(
        self, process: subprocess.Popen[bytes], watch: _Watch, error: Exception
    ) -> Failed:
        """Say what became of a worker that did not answer."""
        watch.stop()
        if watch.fired:
            return Failed("timed-out", f"no answer in {self.limits.seconds:g} seconds")
        if isinstance(error, wire.TooLongError):
            return Failed("too-large", str(error))
        if not _ended(process):
            return Failed("crashed", str(error))
        if process.returncode == -getattr(signal, "SIGXCPU", 0):
            return Failed("timed-out", f"more than {self.limits.seconds:g} seconds of computing")
        return Failed("crashed", "the reader ended: " + _how(process.returncode))

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._stop()
        self._process = isolated.begin("probatum.derive.text.worker")
        self._watch = _Watch(self._process)
        self.started += 1
        self._served = 0
        return self._process

    def close(self) -> None:
        """End the worker."""
        self._stop()

    def _stop(self) -> None:
        process, self._process = self._process, None
        watch, self._watch = self._watch, None
        if process is None or watch is None:
            return
        _kill(process)
        watch.end()
        isolated.end(process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def extract(
    data: bytes | Iterable[bytes], file_name: str, limits: Limits | None = None
) -> Extracted | Failed:
    """Return the text of one file, by a worker of its own."""
    with Workers(limits) as workers:
        return workers.extract(data, file_name)


class _Watch:
    """Kills a worker that takes too long with an item; ``fired`` says whether it did.

    One thread for the life of a worker, which looks at the clock now and then: starting one for
    each item would cost more than reading a small file.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.fired = False
        self._process = process
        self._deadline: float | None = None
        self._ended = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def begin(self, seconds: float) -> None:
        """An item begins."""
        with self._changed:
            self._deadline = time.monotonic() + seconds

    def stop(self) -> None:
        """The item ended; from here on ``fired`` does not change any more."""
        with self._changed:
            self._deadline = None

    def end(self) -> None:
        """The worker ended."""
        with self._changed:
            self._deadline, self._ended = None, True
            self._changed.notify()
        self._thread.join()

    def _look(self) -> None:
        with self._changed:
            while not self._ended:
                if self._deadline is not None and time.monotonic() >= self._deadline:
                    self.fired, self._ended = True, True
                    _kill(self._process)
                    return
                self._changed.wait(_GLANCE_SECONDS)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill the worker and whatever it may have started."""
    if process.poll() is not None:
        return
    try:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        process.kill()


def _ended(process: subprocess.Popen[bytes]) -> bool:
    try:
        process.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        return False
    return True


def _how(code: int) -> str:
    if code >= 0:
        return f"exit code {code}"
    try:
        return signal.Signals(-code).name
    except ValueError:
        return f"signal {-code}"


def _is_last(found: Extracted | Failed) -> bool:
    return isinstance(found, Failed) and (
        found.code == "out-of-memory" or found.said.startswith(("the reader stopped", "nested"))
    )
