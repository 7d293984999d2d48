"""What a reader answers: a text with parts, or a failure; and what one item may cost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

FailureCode = Literal[
    "unreadable", "encrypted", "no-text", "unsupported", "too-large", "timed-out",
    "out-of-memory", "crashed",
]  # fmt: skip
PartKind = Literal["page", "paragraph", "row", "cell"]


class Part(NamedTuple):
    """A place in the text that a citation can name: ``[start, end)`` in code points.

    ``label`` is what a person would say: page ``3``, paragraph ``12``, row ``7``, cell ``7,2``
    (row, column). Cells follow the row that holds them.
    """

    kind: PartKind
    start: int
    end: int
    label: str


class Fact(NamedTuple):
    """Something that a file states about itself, as it is written there; names may repeat."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the file: its bytes as decoded, its name as stated (perhaps empty)."""

    file_name: str
    media_type: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file. ``parameters`` says how it was read, for whoever repeats it."""

    text: str
    media_type: str
    metadata: tuple[Fact, ...]
    parts: tuple[Part, ...]
    attachments: tuple[Attachment, ...]
    tool: str
    tool_version: str
    parameters: str

    def fact(self, name: str) -> str | None:
        """Return the first value stated under a name, None if there is none."""
        return next((fact.value for fact in self.metadata if fact.name == name), None)


@dataclass(frozen=True, slots=True)
class Failed:
    """Why there is no text: a stable code, and words that hold nothing of the contents."""

    code: FailureCode
    said: str


@dataclass(frozen=True, slots=True)
class Limits:
    """What one item may cost. Memory is the address space of the worker, libraries included."""

    input_bytes: int = 256 << 20
    output_bytes: int = 384 << 20
    text_characters: int = 64 << 20
    parts: int = 1_000_000
    memory_bytes: int = 3 << 30
    seconds: float = 60.0

    def spelled(self) -> str:
        """Return the limits that decide what comes out, as they stand in the log."""
        return (
            f"input_bytes={self.input_bytes} text_characters={self.text_characters} "
            f"parts={self.parts} memory_bytes={self.memory_bytes} seconds={self.seconds:g}"
        )


class RefusedError(Exception):
    """A reader cannot read this file: carries the failure to be recorded."""

    def __init__(self, code: FailureCode, said: str) -> None:
        super().__init__(code)
        self.failed = Failed(code, said)
