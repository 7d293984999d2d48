"""What the index answers with: frozen rows, values only."""

from __future__ import annotations

from dataclasses import dataclass

from probatum.preserve.case import LogName


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item, by its *first* acquisition; times are RFC 3339 UTC, sizes bytes, digests hex.

    Of an erased item only what the public leaves show is known (id, number and so the reference,
    ``acquisitions``, ``notes``, ``disclosed``): everything else is None or False.
    """

    id: str
    number: int | None
    ref: str | None
    file_name: str | None
    sha256: str | None
    size_bytes: int | None
    intake: str | None
    source_path: str | None
    acquired_at: str | None
    by: str | None
    acquisitions: int
    cleared: bool
    held: bool
    erased: bool
    notes: int
    disclosed: int


@dataclass(frozen=True, slots=True)
class EntryRow:
    """Where an entry is and what it is about."""

    log: LogName
    index: int
    kind: str
    object_id: str


@dataclass(frozen=True, slots=True)
class CaseRow:
    """What the ``case/1`` entry says."""

    name: str
    reference_prefix: str
    opened_by: str
    opened_at: str


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """One delivery; ``finished`` once its receipt is in the log."""

    id: str
    by: str
    at: str
    sources: tuple[str, ...]
    finished: bool
