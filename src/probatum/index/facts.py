"""What the index keeps of an opened entry: one small struct for each kind that it must open.

Structs are arrays without names on the wire, so that a worker can hand them over cheaply. Kinds
that are not listed here say nothing that the index keeps beyond their public leaf.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping

import msgspec

from probatum.index.record_documents import Described, described
from probatum.model.kinds import (
    Acquire,
    CaseOpened,
    Clear,
    Derive,
    Disclose,
    Fields,
    Intake,
    Note,
    Read,
    ReadRecords,
    Recorded,
    Retract,
    parse_fields,
)
from probatum.model.nouns import plain
from probatum.model.references import marks

KEPT = frozenset({
    "case/1", "intake/1", "acquire/1", "note/1", "clear/1", "disclose/1", "read/1", "read/2",
    "derive/1", "record/1", "retract/1",
})  # fmt: skip

_RANGE = re.compile(r"([0-9]{1,15})(?:-([0-9]{1,15}))?")


class _Fact(msgspec.Struct, frozen=True, array_like=True, tag=True):
    pass


class CaseFact(_Fact, frozen=True, array_like=True, tag="case"):
    """The case's name, its reference prefix, who opened it and when."""

    name: str
    reference_prefix: str
    by: str
    at: str


class IntakeFact(_Fact, frozen=True, array_like=True, tag="intake"):
    """Who took a delivery in, when, from which paths."""

    by: str
    at: str
    sources: list[str]


class AcquireFact(_Fact, frozen=True, array_like=True, tag="acquire"):
    """One acquisition; ``mac`` is the keyed HMAC that finds the same bytes again."""

    number: int
    ref: str
    file_name: str
    source_path: str
    sha256: str
    size_bytes: int
    modified_at: str | None
    intake: str
    by: str
    at: str
    mac: bytes


class NoteFact(_Fact, frozen=True, array_like=True, tag="note"):
    """What a person remarked about an item."""

    text: str


class ClearFact(_Fact, frozen=True, array_like=True, tag="clear"):
    """Whether the item may be disclosed from here on."""

    cleared: bool


class DiscloseFact(_Fact, frozen=True, array_like=True, tag="disclose"):
    """The object ids that left in one package."""

    items: list[str]


class ReadFact(_Fact, frozen=True, array_like=True, tag="read"):
    """Ranges of running numbers of items and records that somebody saw, both ends included."""

    ranges: list[tuple[int, int]]
    records: list[tuple[int, int]]


class DeriveFact(_Fact, frozen=True, array_like=True, tag="derive"):
    """What was made from which item, how, with what result (or which failure)."""

    item: str
    operation: str
    tool: str
    tool_version: str
    parameters: str
    input_sha256: str
    media_type: str | None
    sha256: str | None
    size_bytes: int | None
    failure: str | None
    by: str
    at: str


class RecordFact(_Fact, frozen=True, array_like=True, tag="record"):
    """One version of a record; ``body`` is its JSON, ``references`` are (field, object id).

    ``described`` is worked out here, so that the processes that read or seal entries do it.
    """

    noun: str
    by: str
    at: str
    why: str | None
    body: str
    references: list[tuple[str, str]]
    described: Described


class RetractFact(_Fact, frozen=True, array_like=True, tag="retract"):
    """The record counts no more from here on."""

    by: str
    at: str
    why: str


Fact = (
    CaseFact | IntakeFact | AcquireFact | NoteFact | ClearFact | DiscloseFact | ReadFact
    | DeriveFact | RecordFact | RetractFact
)  # fmt: skip
_encode = msgspec.json.Encoder().encode


def same_bytes_mac(dedupe_key: bytes, sha256_hex: str) -> bytes:
    """Return the value under which the same bytes are found again (never in the log)."""
    return hmac.digest(dedupe_key, sha256_hex.encode(), "sha256")


def ranges_of(numbers: str) -> list[tuple[int, int]]:
    """Read ``1-3,7`` as ranges; a part that is not one is left out (it names no item)."""
    found = []
    for part in numbers.split(","):
        match = _RANGE.fullmatch(part.strip())
        if match is not None:
            first = int(match[1])
            found.append((first, int(match[2]) if match[2] else first))
    return found


def fact_of(kind: str, fields: Mapping[str, object], dedupe_key: bytes) -> Fact:
    """Return what the index keeps of an entry whose kind is in ``KEPT``.

    Raises EvidenceError ``bad-entry`` for fields that do not fit the kind.
    """
    return fact_from(parse_fields(kind, fields), dedupe_key)


def fact_from(entry: Fields, dedupe_key: bytes) -> Fact:
    """Return what the index keeps of an entry's fields; its kind is in ``KEPT``."""
    match entry:
        case Acquire():
            return AcquireFact(
                entry.number, entry.ref, entry.file_name, entry.source_path, entry.sha256,
                entry.size_bytes, entry.modified_at, entry.intake, entry.by, entry.at,
                same_bytes_mac(dedupe_key, entry.sha256),
            )  # fmt: skip
        case Intake():
            return IntakeFact(entry.by, entry.at, entry.sources)
        case Note():
            return NoteFact(entry.text)
        case Clear():
            return ClearFact(entry.cleared)
        case Disclose():
            return DiscloseFact(entry.items)
        case Read():
            return ReadFact(ranges_of(entry.numbers), [])
        case ReadRecords():
            return ReadFact(ranges_of(entry.numbers), ranges_of(entry.records))
        case Derive():
            return DeriveFact(
                entry.item, entry.operation, entry.tool, entry.tool_version, entry.parameters,
                entry.input_sha256, entry.media_type, entry.sha256, entry.size_bytes,
                entry.failure, entry.by, entry.at,
            )  # fmt: skip
        case Recorded():
            body, noun = entry.body, entry.body.noun
            references = [(mark.field, mark.value) for mark in marks(noun, plain(body))
                          if mark.targets]  # fmt: skip
            text = _encode(body).decode()
            return RecordFact(
                noun, entry.by, entry.at, entry.why, text, references, described(noun, text)
            )
        case Retract():
            return RetractFact(entry.by, entry.at, entry.why)
        case CaseOpened():
            return CaseFact(entry.name, entry.reference_prefix, entry.by, entry.at)
        case _:
            raise AssertionError("not a kept kind: " + entry.kind)
