"""What each kind of entry says: one frozen struct a kind, as ``spec/entries.md`` lists them.

``None`` means *unknown* and is written as such. Times are RFC 3339 in UTC (``...Z``); sizes are
bytes; digests are lower-case hex.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import msgspec

from probatum.errors import EvidenceError
from probatum.model.nouns import decode, plain
from probatum.model.record import Record


class Fields(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all kinds share: who did it and when it was recorded."""

    kind: ClassVar[str]
    by: str
    at: str


class CaseOpened(Fields, frozen=True, kw_only=True):
    """The case was created."""

    kind: ClassVar[str] = "case/1"
    name: str
    reference_prefix: str
    machine: str
    software: str


class Intake(Fields, frozen=True, kw_only=True):
    """One delivery begins: what its items share is said once."""

    kind: ClassVar[str] = "intake/1"
    sources: list[str]
    given_by: str | None
    place: str | None
    conditions: str | None
    why: str | None
    machine: str
    clock: str


class Acquire(Fields, frozen=True, kw_only=True):
    """Bytes were taken into custody: this file, from there, with this digest.

    ``modified_at``/``changed_at``/``accessed_at`` are what the file system said, not what happened.
    """

    kind: ClassVar[str] = "acquire/1"
    intake: str
    ref: str
    number: int
    file_name: str
    source_path: str
    sha256: str
    size_bytes: int
    modified_at: str | None
    changed_at: str | None
    accessed_at: str | None
    same_bytes_as_before: bool
    sender: dict[str, object] | None = None


class Receipt(Fields, frozen=True, kw_only=True):
    """An intake ended: how many items, how many bytes, what was refused."""

    kind: ClassVar[str] = "receipt/1"
    items: int
    bytes_total: int
    refused: int
    contents_sha256: str


class Note(Fields, frozen=True, kw_only=True):
    """A person's remark about an item."""

    kind: ClassVar[str] = "note/1"
    text: str


class Clear(Fields, frozen=True, kw_only=True):
    """An item was cleared for disclosure, or the clearance was withdrawn."""

    kind: ClassVar[str] = "clear/1"
    cleared: bool
    reason: str | None


class Hold(Fields, frozen=True, kw_only=True):
    """A legal hold was placed on an item: it must not be erased."""

    kind: ClassVar[str] = "hold/1"
    reason: str | None


class Release(Fields, frozen=True, kw_only=True):
    """A legal hold was lifted."""

    kind: ClassVar[str] = "release/1"
    reason: str | None


class Disclose(Fields, frozen=True, kw_only=True):
    """A package left the organisation; it commits the package's manifest.

    ``confidentiality`` and ``disclosure_type`` are terms of their vocabularies, None if not said.
    """

    kind: ClassVar[str] = "disclose/1"
    to: str
    purpose: str
    kind_of_disclosure: str
    items: list[str]
    withheld: int
    manifest_sha256: str
    confidentiality: str | None = None
    disclosure_type: str | None = None


class Recall(Fields, frozen=True, kw_only=True):
    """A package that was disclosed is asked back. It is about the object of that ``disclose/1``.

    ``asks`` is ``destroy``, ``return`` or ``stop-using``; ``to`` and ``manifest_sha256`` are those
    of the disclosure, so that a notice says which package is meant.
    """

    kind: ClassVar[str] = "recall/1"
    to: str
    manifest_sha256: str
    asks: str
    reason: str


class LeakChecked(Fields, frozen=True, kw_only=True):
    """What was decided about a package before it left: hits that are none, what nobody searched.

    An object of its own, in the same frame as the ``disclose/1`` after it and never in a package.
    """

    kind: ClassVar[str] = "leak_check/1"
    to: str
    purpose: str
    resolved: list[str]
    not_checked: list[str]
    approver: str | None
    reason: str | None


class Erase(Fields, frozen=True, kw_only=True):
    """An erasure was decided: from here on the object's key is to be destroyed."""

    kind: ClassVar[str] = "erase/1"
    reason_code: str
    closure: list[str]


class Erased(Fields, frozen=True, kw_only=True):
    """An erasure was carried out: the key is gone, the new epoch is ``epoch``."""

    kind: ClassVar[str] = "erased/1"
    epoch: int


class Adopt(Fields, frozen=True, kw_only=True):
    """This machine took over a case that it had no memory of, or whose memory disagreed."""

    kind: ClassVar[str] = "adopt/1"
    reason: str
    machine: str
    size: int
    remembered_size: int | None


class HeldBy(Fields, frozen=True, kw_only=True):
    """Somebody outside keeps this checkpoint."""

    kind: ClassVar[str] = "held_by/1"
    name: str
    size: int
    root: str


class Checked(Fields, frozen=True, kw_only=True):
    """An integrity check ended with this result."""

    kind: ClassVar[str] = "check/1"
    scope: str
    size: int
    failed: int
    not_checked: int


class Anchor(Fields, frozen=True, kw_only=True):
    """The head of the access log, so that its tail cannot be cut unseen."""

    kind: ClassVar[str] = "anchor/1"
    size: int
    root: str


class KeyChanged(Fields, frozen=True, kw_only=True):
    """A key slot was changed, or the case was opened with the recovery key."""

    kind: ClassVar[str] = "key/1"
    what: str


class Recovered(Fields, frozen=True, kw_only=True):
    """Bytes at the end of the journal that no act acknowledged were dropped after a crash."""

    kind: ClassVar[str] = "recover/1"
    dropped_bytes: int
    dropped_sha256: str


class Read(Fields, frozen=True, kw_only=True):
    """Somebody saw content (access log). ``numbers``: running numbers as ranges, ``1-3,7``."""

    kind: ClassVar[str] = "read/1"
    what: str
    purpose: str | None
    numbers: str


class ReadRecords(Fields, frozen=True, kw_only=True):
    """Somebody saw content of items and records (access log), as ranges of their numbers."""

    kind: ClassVar[str] = "read/2"
    what: str
    purpose: str | None
    numbers: str
    records: str


class Derive(Fields, frozen=True, kw_only=True):
    """Something was made from an item by a tool: its text, a redacted copy. Or could not be made.

    The entry is about a new object, which holds the bytes; ``failure`` is a code where there are
    none. ``parameters`` are the tool's, as text. ``item`` and ``input_sha256`` are what it read.
    """

    kind: ClassVar[str] = "derive/1"
    item: str
    input_sha256: str
    operation: str
    tool: str
    tool_version: str
    parameters: str
    media_type: str | None
    sha256: str | None
    size_bytes: int | None
    failure: str | None


class CountRun(Fields, frozen=True, kw_only=True):
    """A step of counting was run: over which inputs, how, with which seed, and what came out.

    The entry is about a new object, which holds the bytes that came out. ``inputs`` are lines
    ``<object id> <SHA-256>``; ``parameters`` are JSON. The same of all these gives the same bytes.
    """

    kind: ClassVar[str] = "count_run/1"
    step: str
    inputs: list[str]
    method: str
    version: str
    parameters: str
    seed: int
    media_type: str
    sha256: str
    size_bytes: int


class Recorded(Fields, frozen=True, kw_only=True):
    """One version of a record, whole in itself; its fields stand beside ``by`` and ``at``.

    ``why`` is the reason of a revision, None for the first version, and then left out.
    """

    kind: ClassVar[str] = "record/1"
    why: str | None
    body: Record


class Retract(Fields, frozen=True, kw_only=True):
    """A record is withdrawn: it stays in the log and no rule counts it any more."""

    kind: ClassVar[str] = "retract/1"
    why: str


class Box(Fields, frozen=True, kw_only=True):
    """Something that only the members of a compartment can open (``spec/compartments.md``).

    ``part`` is ``keys`` for the slots of a compartment, ``content`` for an entry inside it. Who
    acted stands inside; ``by`` is ``-``.
    """

    kind: ClassVar[str] = "box/1"
    part: str
    box: str


KINDS: Mapping[str, type[Fields]] = {
    struct.kind: struct
    for struct in (
        CaseOpened, Intake, Acquire, Receipt, Note, Clear, Hold, Release, Disclose, Erase, Erased,
        Adopt, HeldBy, Checked, Anchor, KeyChanged, Recovered, Read, ReadRecords, Derive, Recorded,
        Retract, Box, LeakChecked, CountRun, Recall,
    )
}  # fmt: skip

# Their target's key is about to be destroyed, so these are sealed with the case's own key.
SEALED_WITH_CASE_KEY = frozenset({"erase/1", "erased/1"})


def fields_of(entry: Fields) -> dict[str, object]:
    """Return the entry's fields by name, checked against its types.

    Raises TypeError (a programmer's error) if a value does not fit: msgspec does not check on init.
    """
    if isinstance(entry, Recorded):
        return _recorded_fields(entry)
    fields: dict[str, object] = msgspec.structs.asdict(entry)
    try:
        msgspec.convert(fields, type(entry))
    except msgspec.ValidationError as error:
        raise TypeError(f"{entry.kind}: {error}") from error
    return fields


def parse_fields(kind: str, fields: Mapping[str, object]) -> Fields:
    """Return the struct of ``kind`` from opened fields.

    Raises EvidenceError ``bad-entry`` for an unknown kind or fields that do not fit it.
    """
    struct = KINDS.get(kind)
    if struct is None:
        raise EvidenceError("bad-entry", item="an entry", expected="a known kind", found=kind[:40])
    try:
        return _parse_recorded(fields) if struct is Recorded else msgspec.convert(fields, struct)
    except msgspec.ValidationError as error:
        raise EvidenceError(
            "bad-entry", item="an entry of kind " + kind, expected="its fields", found="others"
        ) from error


_BESIDE = ("by", "at", "why")


def _recorded_fields(entry: Recorded) -> dict[str, object]:
    # The body was validated where it was decoded (``acts/put_record.py``), not once more here:
    # bulk loads spend most of their time on what is done for each record.
    fields: dict[str, object] = {"by": entry.by, "at": entry.at}
    if entry.why is not None:
        fields["why"] = entry.why
    fields.update(plain(entry.body))
    return fields


def _parse_recorded(fields: Mapping[str, object]) -> Recorded:
    body = {name: value for name, value in fields.items() if name not in _BESIDE}
    by, at, why = (fields.get(name) for name in _BESIDE)
    if not (isinstance(by, str) and isinstance(at, str) and isinstance(why, str | None)):
        raise msgspec.ValidationError("expected by and at")
    return Recorded(by=by, at=at, why=why, body=decode(msgspec.json.encode(body)))
