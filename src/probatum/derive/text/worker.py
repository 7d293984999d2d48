"""The process that reads files of strangers: requests on standard input, answers on output.

It serves one item after the other, because its libraries take half a second to load. Whatever a
library raises that no reader foresaw ends the process: it says ``unreadable`` first (by
``sys.excepthook``), and the session starts another one for the next item. Nothing of the file is
ever said: errors of libraries quote what they stumbled over.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from types import TracebackType
from typing import BinaryIO, TypeAlias

from probatum.derive.text import confinement, wire
from probatum.derive.text.extracted import Failed, Limits
from probatum.derive.text.reading import read

LastWords: TypeAlias = Callable[
    [type[BaseException], BaseException | None, TracebackType | None], None
]


def main() -> None:
    """Serve until standard input ends."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    # Whatever a library prints must not be taken for an answer, nor be shown to anybody.
    sys.stdout = sys.stderr
    warnings.simplefilter("ignore")
    sys.excepthook = _last_words(answers)
    confined = False
    while (head := wire.receive_head(requests)) is not None:
        if not confined:
            confinement.confine(head.limits.memory_bytes)
            confined = True
        data = wire.receive_file(requests)
        if data is not None:
            _serve(answers, data, head.file_name, head.limits)


def _serve(answers: BinaryIO, data: bytes, file_name: str, limits: Limits) -> None:
    confinement.allow_seconds(limits.seconds)
    wire.send_answer(answers, read(data, file_name, limits))


def _last_words(answers: BinaryIO) -> LastWords:
    def say(
        kind: type[BaseException], _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if issubclass(kind, MemoryError):
            failed = Failed("out-of-memory", "more memory than the limit allows")
        elif issubclass(kind, RecursionError):
            failed = Failed("unreadable", "nested too deep")
        else:
            failed = Failed("unreadable", f"the reader stopped at {kind.__name__}")
        wire.send_answer(answers, failed)

    return say
