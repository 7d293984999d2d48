"""Add files and folders: one intake, ended by a receipt."""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from probatum.acts.acquire import Acquirer, Incoming, ReceiptLine
from probatum.acts.session import Session, require_writable
from probatum.collect.folders import Capture, Refusal, absolute, printable, total, walk
from probatum.errors import InputError, UseError
from probatum.model.kinds import Intake, Receipt


@dataclass(frozen=True, slots=True)
class IntakeReceipt:
    """What the person who handed things over gets: contents, digests, conditions, checkpoint.

    ``resumed`` counts the items that an interrupted earlier run had already taken.
    """

    intake: str
    by: str
    at: str
    given_by: str | None
    place: str | None
    conditions: str | None
    why: str | None
    machine: str
    clock: str
    lines: tuple[ReceiptLine, ...]
    refused: tuple[Refusal, ...]
    resumed: int
    checkpoint_size: int
    checkpoint_root: str
    vkey: str
    contents_sha256: str


def measure(paths: Sequence[str]) -> tuple[int, int]:
    """Return (files, bytes) below the paths, for a progress bar."""
    return total(paths)


def add(
    session: Session,
    paths: Sequence[str],
    *,
    given_by: str | None = None,
    place: str | None = None,
    conditions: str | None = None,
    why: str | None = None,
    on_progress: Callable[[int, int], None] = lambda _bytes, _files: None,
) -> IntakeReceipt:
    """Take files and folders into custody. What cannot be taken is reported, the rest goes on.

    An earlier ``add`` of the same paths that was killed half-way is continued by the same person:
    its intake keeps the facts that were stated then. Whoever states others begins an intake of
    their own: the next stick may be mounted at the same place. ``on_progress(bytes_done,
    files_done)``. Raises InputError ``unreadable`` if nothing has any of these names, UseError,
    WorldError.
    """
    require_writable(session)
    if not paths:
        raise UseError("wrong-use", item="add", expected="a file or folder", found="none")
    _refuse_own_folder(session, paths)
    _refuse_if_none_exists(paths)
    sources = _source_marks(session, paths)
    new = Intake(
        by=session.by, at=session.now(), sources=sources, given_by=given_by, place=place,
        conditions=conditions, why=why, machine=session.around.machine,
        clock=session.around.clock_state,
    )  # fmt: skip
    intake, stated = _continued(session, new) or _begin(session, new)
    taken = session.index.taken_in(intake) if stated is not new else {}
    done = [0, 0]

    def on_bytes(count: int) -> None:
        done[0] += count
        on_progress(done[0], done[1])

    acquirer = Acquirer(session, intake, on_bytes)
    lines: list[ReceiptLine] = []
    refused: list[Refusal] = []
    resumed = 0
    for found in walk(paths):
        done[1] += 1
        if isinstance(found, Refusal):
            refused.append(found)
            continue
        # By path, size and time, unread: its entry says what the bytes were then (spec/entries.md).
        before = taken.get(found.source_path) if taken else None
        if before is not None and before[:2] == (found.size_bytes, found.modified_at):
            lines.append(_line_of(session, before[2], found))
            resumed += 1
            on_bytes(found.size_bytes)
            continue
        try:
            lines.append(acquirer.take(_incoming(found)))
        except InputError as error:
            refused.append(Refusal(found.path, error))
    acquirer.flush()
    contents = contents_sha256(lines)
    ended = Receipt(
        by=session.by, at=session.now(), items=len(lines),
        bytes_total=sum(line.size_bytes for line in lines), refused=len(refused),
        contents_sha256=contents,
    )  # fmt: skip
    session.record((intake, ended))
    session.checkpoint()
    log = session.case.evidence
    return IntakeReceipt(
        intake, stated.by, ended.at, stated.given_by, stated.place, stated.conditions, stated.why,
        stated.machine, stated.clock, tuple(lines), tuple(refused), resumed, log.checkpoint.size,
        log.checkpoint.root.hex(), log.signer.verifier.text(), contents,
    )  # fmt: skip


def _refuse_own_folder(session: Session, paths: Sequence[str]) -> None:
    """Refuse to take the case into itself: its files change, and grow, while they are taken."""
    case = session.case.folder.resolve()
    for path in (Path(each).resolve() for each in paths):
        if path == case or case in path.parents or path in case.parents:
            raise UseError(
                "wrong-use", item="add", expected="files and folders outside the case folder",
                found="the case folder or a part of it among them",
                remedy="name what lies beside the case, or move the case elsewhere",
            )  # fmt: skip


def _refuse_if_none_exists(paths: Sequence[str]) -> None:
    """Refuse mistyped names before an intake is logged for them: it would have no contents."""
    if not any(map(os.path.lexists, paths)):
        others = ", nor of any other that was given" if len(paths) > 1 else ""
        raise InputError(
            "unreadable", item=printable(paths[0]), expected="a file or folder",
            found="nothing of this name" + others,
            remedy="compare the path, letter by letter, and add it again",
        )  # fmt: skip


def contents_sha256(lines: Sequence[ReceiptLine]) -> str:
    """Return the digest of a receipt's contents: a line ``sha256 size ref`` for each item."""
    text = "".join(f"{line.sha256} {line.size_bytes} {line.ref}\n" for line in lines)
    return hashlib.sha256(text.encode()).hexdigest()


def _source_marks(session: Session, paths: Sequence[str]) -> list[str]:
    # Keyed hashes: enough to recognise the same paths, and no name of a person outlives an erasure.
    key = session.case.root.derive("sources")
    return sorted(hmac.digest(key, path.encode(), "sha256").hex()[:32] for path in absolute(paths))


def _continued(session: Session, new: Intake) -> tuple[str, Intake] | None:
    """Return the unfinished intake of the same sources, unless what is stated now contradicts."""
    earlier = session.index.unfinished_intake(new.sources)
    if earlier is None or earlier.by != new.by:
        return None
    for row in session.index.all_of("intake/1"):
        if row.object_id == earlier.id:
            _, stated = session.entry(row.index)
            assert isinstance(stated, Intake)
            facts = ("given_by", "place", "conditions", "why")
            pairs = [(getattr(new, fact), getattr(stated, fact)) for fact in facts]
            agrees = all(now is None or now == then for now, then in pairs)
            return (earlier.id, stated) if agrees else None
    return None


def _begin(session: Session, new: Intake) -> tuple[str, Intake]:
    intake, _ = session.case.new_object()
    session.record((intake, new))
    return intake, new


def _incoming(capture: Capture) -> Incoming:
    return Incoming(
        capture.file_name, capture.source_path, capture.size_bytes, capture.modified_at,
        capture.changed_at, capture.accessed_at, capture.open, capture.check_unchanged,
    )  # fmt: skip


def _line_of(session: Session, object_id: str, capture: Capture) -> ReceiptLine:
    row = session.find(object_id)
    return ReceiptLine(
        row.ref or "", object_id, capture.file_name, capture.size_bytes, row.sha256 or "", False
    )
