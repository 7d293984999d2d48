"""Looking at files in processes of their own: a few of them, each for a few dozen files.

    with Draughtsmen() as draughtsmen:
        sight = draughtsmen.look([data], page=1, edge=2_000)

Bytes go over pipes and nothing touches the disk. A process gets no secrets from the environment;
one that crashes, hangs or answers nonsense costs the picture at hand and is replaced.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import BinaryIO, Self, cast

import msgspec

from probatum.derive import isolated
from probatum.derive.showing.job import MOST_EDGE, Done, Job, Limits, Sight, Stretch, Unseen
from probatum.derive.showing.worker import LENGTH
from probatum.derive.text.wire import send_chunk, send_end, withdraw

_MOST_FILES = 60  # of one process: what a hostile file did to it ends with it
_MOST_ANSWER = 64 << 20
# A process ends with the thread that began it (``confinement``), and those of requests end soon.
_BEGINNER = ThreadPoolExecutor(1, thread_name_prefix="draughtsmen")
_decoder: msgspec.msgpack.Decoder[Done] = msgspec.msgpack.Decoder(Done)


class Draughtsmen:
    """At most ``many`` processes at once; whoever comes later waits."""

    def __init__(self, many: int = 2, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._free = threading.BoundedSemaphore(many)
        self._guard = threading.Lock()
        self._idle: list[_Draughtsman] = []

    def look(self, chunks: Iterable[bytes], *, page: int = 1, edge: int) -> Sight | Unseen:
        """Return a picture of a file, or why there is none.

        Never raises for what is in the file; lets through what the iterable raises.
        """
        edge = max(16, min(edge, MOST_EDGE))
        done = self._ask(Job(page=page, edge=edge, limits=self.limits), chunks)
        return done if not isinstance(done, Stretch) else Unseen(why="ended")

    def play(self, chunks: Iterable[bytes], *, from_ms: int) -> Stretch | Unseen:
        """Return a stretch of a film, or why there is none; as ``look`` does."""
        done = self._ask(Job(from_ms=max(0, from_ms), limits=self.limits), chunks)
        return done if not isinstance(done, Sight) else Unseen(why="ended")

    def _ask(self, job: Job, chunks: Iterable[bytes]) -> Done:
        with self._free:
            with self._guard:
                one = self._idle.pop() if self._idle else None
            # A process may have died while nobody looked.
            if one is None or not one.usable:
                one = _BEGINNER.submit(_Draughtsman).result()
            try:
                return one.draw(job, chunks)
            finally:
                if one.usable:
                    with self._guard:
                        self._idle.append(one)
                else:
                    one.end()

    def close(self) -> None:
        """End the processes that wait for work."""
        with self._guard:
            idle, self._idle = self._idle, []
        for one in idle:
            one.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class _Draughtsman:
    """One process."""

    def __init__(self) -> None:
        self._process = isolated.begin("probatum.derive.showing.worker")
        self._files = 0
        self._whole = True  # it answered everything that it was asked

    @property
    def usable(self) -> bool:
        """Whether it may be given another file."""
        return self._whole and self._files < _MOST_FILES and self._process.poll() is None

    def draw(self, job: Job, chunks: Iterable[bytes]) -> Done:
        """Hand over a job and wait for the answer, no longer than the limit says."""
        self._files += 1
        self._whole = False  # until it has answered: half a request would poison the next
        late = threading.Event()

        def stop() -> None:
            late.set()
            self._process.kill()

        clock = threading.Timer(job.limits.seconds + 5, stop)
        clock.daemon = True
        clock.start()
        try:
            done = self._asked(job, chunks)
        finally:
            clock.cancel()
        if done is None:
            return Unseen(why="timed-out" if late.is_set() else "ended", most=job.limits.seconds)
        self._whole = True
        return done

    def _asked(self, job: Job, chunks: Iterable[bytes]) -> Done | None:
        jobs, sights = cast(BinaryIO, self._process.stdin), cast(BinaryIO, self._process.stdout)
        request = msgspec.msgpack.encode(job)
        try:
            jobs.write(LENGTH.pack(len(request)))
            jobs.write(request)
            size = 0
            for chunk in chunks:
                size += len(chunk)
                if size > job.limits.input_bytes:
                    withdraw(jobs)
                    return Unseen(why="too-large", most=job.limits.input_bytes)
                send_chunk(jobs, chunk)
            send_end(jobs)
            start = sights.read(LENGTH.size)
            if len(start) < LENGTH.size:
                return None
            (size,) = LENGTH.unpack(start)
            if size > _MOST_ANSWER:
                return None
            return _decoder.decode(sights.read(size))
        except (BrokenPipeError, msgspec.MsgspecError):
            return None

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        isolated.end(self._process)
