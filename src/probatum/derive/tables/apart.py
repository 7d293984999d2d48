"""Reading tables in a process of its own: the file of a stranger is opened nowhere else.

    with Table(chunks, "list.csv") as table:
        table.opened.form
        for row in table:
            ...

Bytes go over pipes and nothing touches the disk. The process gets no secrets from the environment,
has limits of memory and time, and waits while nobody takes its rows.
"""

from __future__ import annotations

import signal
import subprocess
import threading
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import BinaryIO, Self, cast

import msgspec

from probatum.derive import isolated
from probatum.derive.tables.values import Answer, Ended, Failed, Job, Limits, Opened, Row, Rows
from probatum.derive.tables.worker import LENGTH
from probatum.derive.text.wire import send_chunk, send_end, withdraw
from probatum.errors import InputError

_MOST_FRAME = 128 << 20
_decoder: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)
_REMEDIES = {
    "unreadable": "open it in a spreadsheet program and save it again",
    "encrypted": "save it without a password",
    "unsupported": "save it as CSV, XLSX or JSON Lines",
    "too-large": "make several files of it",
    "timed-out": "make several files of it, or save it as CSV",
    "out-of-memory": "make several files of it, or save it as CSV",
    "crashed": "open it in a spreadsheet program and save it as CSV",
    "no-sheet": "name one of its sheets",
}


class Table:
    """One table while it is read, once. Close it, or use it with ``with``.

    Everything raises InputError ``bad-list`` for what cannot be read, and lets through what the
    iterable of bytes raises. ``opened`` is there from the beginning, ``ended`` after the last row.
    """

    def __init__(
        self, chunks: Iterable[bytes], file_name: str, *,
        sheet: str | None = None, limits: Limits | None = None,
    ) -> None:  # fmt: skip
        self.limits = limits or Limits()
        self.ended: Ended | None = None
        self._late = False
        self._process = isolated.begin("probatum.derive.tables.worker")
        try:
            self._hand_over(chunks, Job(file_name=file_name, sheet=sheet, limits=self.limits))
            first = self._answer()
            if not isinstance(first, Opened):
                raise self._failed(Failed("crashed", "no answer in the agreed form"))
            self.opened = first
        except BaseException:
            self.close()
            raise

    def _hand_over(self, chunks: Iterable[bytes], job: Job) -> None:
        pipe = cast(BinaryIO, self._process.stdin)
        request = msgspec.msgpack.encode(job)
        size = 0
        try:
            pipe.write(LENGTH.pack(len(request)) + request)
            for chunk in chunks:
                size += len(chunk)
                if size > self.limits.input_bytes:
                    withdraw(pipe)
                    raise self._failed(Failed("too-large", "more bytes than the limit allows"))
                send_chunk(pipe, chunk)
            send_end(pipe)
        except BrokenPipeError:
            pass  # it ended before it had everything; its answer, or its silence, says why

    def __iter__(self) -> Iterator[Row]:
        rows = 0
        while True:
            found = self._answer()
            if isinstance(found, Ended):
                self.ended = found
                return
            if not isinstance(found, Rows):
                raise self._failed(Failed("crashed", "no answer in the agreed form"))
            rows += len(found.rows)
            if rows > self.limits.rows:
                raise self._failed(Failed("too-large", f"more than {self.limits.rows:,} rows"))
            yield from found.rows

    def _answer(self) -> Opened | Rows | Ended:
        clock = threading.Timer(self.limits.seconds, self._stop_late)
        clock.daemon = True
        clock.start()
        try:
            found = self._received()
        finally:
            clock.cancel()
        if found is None:
            raise self._failed(self._obituary())
        if isinstance(found, Failed):
            raise self._failed(found)
        return found

    def _received(self) -> Answer | None:
        pipe = cast(BinaryIO, self._process.stdout)
        start = pipe.read(LENGTH.size)
        if len(start) < LENGTH.size:
            return None
        (size,) = LENGTH.unpack(start)
        if size > _MOST_FRAME:
            return Failed("too-large", "a longer answer than the limit allows")
        try:
            return _decoder.decode(pipe.read(size))
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return None

    def _stop_late(self) -> None:
        self._late = True
        self._process.kill()

    def _obituary(self) -> Failed:
        """Say what became of a process that did not answer."""
        try:
            code = self._process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            return Failed("crashed", "no answer in the agreed form")
        if self._late or code == -getattr(signal, "SIGXCPU", 0):
            return Failed("timed-out", f"more than {self.limits.seconds} seconds")
        return Failed("crashed", "the reader ended")

    def _failed(self, why: Failed) -> InputError:
        return InputError("bad-list", item="the table", expected="a table that can be read",
                          found=f"{why.code}: {why.said}", remedy=_REMEDIES[why.code])  # fmt: skip

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        isolated.end(self._process)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
