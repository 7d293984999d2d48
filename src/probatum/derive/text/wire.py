"""What goes over the pipes between a session and its worker.

Request: a *head* (four bytes of length, big endian, then MessagePack), then the file in *chunks*
(four bytes of length, then bytes); a chunk of length 0 ends the file, and the length
``WITHDRAWN`` takes the request back. Answer: eight bytes of length, then MessagePack. The answer
comes from a process that may be in a stranger's hands: it is checked before it is believed.
"""

from __future__ import annotations

from collections.abc import Iterator
from struct import Struct
from typing import BinaryIO

import msgspec

from probatum.derive.text.extracted import Extracted, Failed, Limits

_CHUNK = Struct(">I")
_ANSWER = Struct(">Q")
WITHDRAWN = 0xFFFF_FFFF
CHUNK_BYTES = 1 << 20


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One request, without the bytes of the file."""

    file_name: str
    limits: Limits


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One answer: either of the two."""

    extracted: Extracted | None = None
    failed: Failed | None = None


class NoAnswerError(Exception):
    """The worker ended, or said something that is no answer."""


class TooLongError(NoAnswerError):
    """The answer would be longer than the limit; it was not read."""


_HEADS = msgspec.msgpack.Decoder(Head)
_ANSWERS = msgspec.msgpack.Decoder(Answer)


def send_head(pipe: BinaryIO, file_name: str, limits: Limits) -> None:
    """Begin a request."""
    _send(pipe, msgspec.msgpack.encode(Head(file_name=file_name, limits=limits)))


def send_chunk(pipe: BinaryIO, data: bytes) -> None:
    """Send a piece of the file."""
    for at in range(0, len(data), CHUNK_BYTES):
        _send(pipe, data[at : at + CHUNK_BYTES])


def send_end(pipe: BinaryIO) -> None:
    """End the file."""
    pipe.write(_CHUNK.pack(0))
    pipe.flush()


def withdraw(pipe: BinaryIO) -> None:
    """Take a request back that turned out too large."""
    pipe.write(_CHUNK.pack(WITHDRAWN))
    pipe.flush()


def _send(pipe: BinaryIO, data: bytes) -> None:
    pipe.write(_CHUNK.pack(len(data)))
    pipe.write(data)


def receive_head(pipe: BinaryIO) -> Head | None:
    """Return the next request, None at the end of the pipe."""
    start = pipe.read(_CHUNK.size)
    if len(start) < _CHUNK.size:
        return None
    return _HEADS.decode(pipe.read(_CHUNK.unpack(start)[0]))


def receive_file(pipe: BinaryIO) -> bytes | None:
    """Return the file of a request, None if it was taken back."""
    pieces: list[bytes] = []
    while True:
        (size,) = _CHUNK.unpack(pipe.read(_CHUNK.size))
        if size == WITHDRAWN:
            return None
        if size == 0:
            return b"".join(pieces)
        pieces.append(pipe.read(size))


def send_answer(pipe: BinaryIO, found: Extracted | Failed) -> None:
    """Answer a request."""
    answer = Answer(extracted=found) if isinstance(found, Extracted) else Answer(failed=found)
    data = msgspec.msgpack.encode(answer)
    pipe.write(_ANSWER.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive_answer(pipe: BinaryIO, limits: Limits) -> Extracted | Failed:
    """Return the answer. Raises NoAnswerError if there is none, or none that may be believed."""
    start = pipe.read(_ANSWER.size)
    if len(start) < _ANSWER.size:
        raise NoAnswerError("the worker ended")
    (size,) = _ANSWER.unpack(start)
    if size > limits.output_bytes:
        raise TooLongError("a longer answer than the limit allows")
    data = pipe.read(size)
    if len(data) < size:
        raise NoAnswerError("the worker ended")
    try:
        answer = _ANSWERS.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NoAnswerError("no answer in the agreed form") from error
    found = answer.extracted or answer.failed
    if found is None or isinstance(found, Extracted) and any(_outside(found)):
        raise NoAnswerError("no answer in the agreed form")
    return found


def _outside(found: Extracted) -> Iterator[bool]:
    length = len(found.text)
    for part in found.parts:
        yield not 0 <= part.start <= part.end <= length
