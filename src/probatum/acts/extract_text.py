"""Make the text of items: read the original in a worker, store what came out, or why nothing did.

A text is one ``derive/1`` entry of operation ``text`` (the words, in UTF-8) and one of operation
``outline`` (JSON: what the file states about itself, and where its parts lie in the words). The
same original is not read twice by the same tool with the same limits.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from typing import Literal

import msgspec

from probatum.acts.attachments import take_attachments
from probatum.acts.derived import Making, failure, store
from probatum.acts.get_item import original
from probatum.acts.session import Session, no_progress, require_writable
from probatum.derive.text.extracted import Extracted, Fact, Failed, Part
from probatum.derive.text.tools import TOOL, tool_version
from probatum.derive.text.workers import Workers
from probatum.errors import EvidenceError
from probatum.index.record_queries import DerivationRow
from probatum.index.rows import ItemRow
from probatum.model.kinds import Fields

TEXT, OUTLINE = "text", "outline"
# What may go better another time, on another machine; asked for by name, it is tried again.
PASSING = frozenset({"timed-out", "out-of-memory", "crashed"})
_BATCH_SECONDS = 1.0
_BATCH_DRAFTS = 512

Done = Literal["extracted", "failed", "known"]


class Outline(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is stored beside a text: its source's media type, facts, parts."""

    media_type: str
    text_sha256: str
    metadata: tuple[Fact, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item: ``failure`` is a code, ``attachments`` are references of new items.

    ``known``: an earlier answer of the same tool stands, be it a text or a failure.
    """

    row: ItemRow
    done: Done
    failure: str | None = None
    said: str = ""
    attachments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """What became of many items; ``damaged`` are originals that are not what was acquired."""

    outcomes: tuple[Outcome, ...]
    damaged: tuple[tuple[ItemRow, EvidenceError], ...]


def extract(
    session: Session,
    refs: Sequence[str],
    *,
    workers: Workers | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> Extraction:
    """Make the texts of these items, attachments not included; logged as a read.

    Raises UseError ``unknown-id``; InputError ``erased``; EvidenceError for a single item.
    """
    require_writable(session)
    rows = list({row.id: row for row in map(session.live, refs)}.values())
    wanted = [row for row in rows if not _settled(session, row, workers, PASSING)]
    known = [Outcome(row, "known", _last_failure(session, row)) for row in rows
             if row not in wanted]  # fmt: skip
    done = _extract(session, wanted, workers, on_progress)
    if done.damaged and len(rows) == 1:
        raise done.damaged[0][1]
    return Extraction((*known, *done.outcomes), done.damaged)


def extract_all_new(
    session: Session,
    *,
    workers: Workers | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> Extraction:
    """Make the texts of all items that this tool has not read yet, attachments included.

    An interrupted run loses at most its last second; the next one goes on behind it.
    """
    require_writable(session)
    outcomes: list[Outcome] = []
    damaged: dict[str, tuple[ItemRow, EvidenceError]] = {}
    with workers or Workers() as running:
        # Attachments of one round are new items of the next.
        while rows := _unread(session, running, damaged):
            before = len(outcomes)

            def tell(count: int, total: int, before: int = before) -> None:
                on_progress(before + count, before + total)

            done = _extract(session, rows, running, tell)
            outcomes += done.outcomes
            damaged.update((row.id, (row, error)) for row, error in done.damaged)
    return Extraction(tuple(outcomes), tuple(damaged.values()))


def _unread(session: Session, workers: Workers, but: Container[str]) -> list[ItemRow]:
    session.catch_up()
    return [
        row for row in session.index.items()
        if not row.erased and row.id not in but and not _settled(session, row, workers, frozenset())
    ]  # fmt: skip


def _settled(
    session: Session, row: ItemRow, workers: Workers | None, again: frozenset[str]
) -> bool:
    made = _last(session, row, workers)
    return made is not None and made.failure not in again


def _last(session: Session, row: ItemRow, workers: Workers | None) -> DerivationRow | None:
    limits = (workers or Workers()).limits.spelled()
    for made in reversed(session.index.derivations(row.id, TEXT)):
        same = (made.input_sha256, made.tool, made.tool_version) == (
            row.sha256, TOOL, tool_version(),
        )  # fmt: skip
        if same and made.parameters.startswith(limits):
            return made
    return None


def _last_failure(session: Session, row: ItemRow) -> str | None:
    made = session.index.derivations(row.id, TEXT)
    return made[-1].failure if made else None


def _extract(
    session: Session,
    rows: Sequence[ItemRow],
    workers: Workers | None,
    on_progress: Callable[[int, int], None],
) -> Extraction:
    if not rows:
        return Extraction((), ())
    session.saw("text extraction", rows)
    outcomes: list[Outcome] = []
    damaged: list[tuple[ItemRow, EvidenceError]] = []
    if workers is None:
        with Workers() as running:
            return _extract_with(session, rows, running, on_progress, outcomes, damaged)
    return _extract_with(session, rows, workers, on_progress, outcomes, damaged)


def _extract_with(
    session: Session,
    rows: Sequence[ItemRow],
    workers: Workers,
    on_progress: Callable[[int, int], None],
    outcomes: list[Outcome],
    damaged: list[tuple[ItemRow, EvidenceError]],
) -> Extraction:
    batch = _Batch(session)
    for count, row in enumerate(rows, start=1):
        try:
            if session.others is not None:
                batch.flush()  # nothing of ours may lie unrecorded in the vault when others act
            found = _read(session, row, workers)
        except EvidenceError as error:
            damaged.append((row, error))
        else:
            outcomes.append(_keep(session, row, found, workers, batch))
        on_progress(count, len(rows))
    batch.flush()
    return Extraction(tuple(outcomes), tuple(damaged))


def _read(session: Session, row: ItemRow, workers: Workers) -> Extracted | Failed:
    if (row.size_bytes or 0) > workers.limits.input_bytes:
        return Failed("too-large", "more bytes than the limit allows")
    chunks = original(session, row)
    if session.others is not None:
        chunks = iter(list(chunks))  # at most the limit; the case is not asked from aside
    with session.aside():
        return workers.extract(chunks, row.file_name or "")


def _keep(
    session: Session, row: ItemRow, found: Extracted | Failed, workers: Workers, batch: _Batch
) -> Outcome:
    if isinstance(found, Failed):
        parameters = f"{workers.limits.spelled()} said={found.said}"
        batch.add(failure(session, _making(row, TEXT, parameters), found.code))
        return Outcome(row, "failed", found.code, found.said)
    attachments: tuple[str, ...] | None = ()
    if found.attachments:
        # The vault acknowledges all that lies in it together with the next entries: what waits
        # here must be recorded before an attachment is.
        batch.flush()
        attachments = take_attachments(session, row, found.attachments)
    parameters = f"{found.parameters} from={found.media_type}"
    if attachments is None:
        parameters += " attachments=not-taken-nested-too-deep"
    making = _making(row, TEXT, parameters)
    words, sha256 = store(session, making, "text/plain", found.text.encode())
    outline = Outline(
        media_type=found.media_type, text_sha256=sha256, metadata=found.metadata,
        parts=found.parts,
    )  # fmt: skip
    making = _making(row, OUTLINE, parameters)
    places, _ = store(session, making, "application/json", msgspec.json.encode(outline))
    batch.add(words, places)
    return Outcome(row, "extracted", attachments=attachments or ())


def _making(row: ItemRow, operation: str, parameters: str) -> Making:
    return Making(row.id, row.sha256 or "", operation, TOOL, tool_version(), parameters)


class _Batch:
    """Entries that wait for one durable write."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._waiting: list[tuple[str, Fields]] = []
        self._flushed_at = time.monotonic()

    def add(self, *drafts: tuple[str, Fields]) -> None:
        """Add entries that belong together; write all that wait if they are many, or waited long.

        A text and its outline become durable together or not at all.
        """
        self._waiting += drafts
        waited = time.monotonic() - self._flushed_at
        if len(self._waiting) >= _BATCH_DRAFTS or waited >= _BATCH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Make everything that was added durable."""
        waiting, self._waiting = self._waiting, []
        if waiting:
            self._session.record(*waiting)
        self._flushed_at = time.monotonic()
