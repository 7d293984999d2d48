"""Write an item's original to a file; a read, logged before the first byte leaves."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from probatum.acts.package_file import require_free, writing
from probatum.acts.session import Session, no_progress, require_writable
from probatum.errors import EvidenceError
from probatum.index.rows import ItemRow
from probatum.preserve import files


@dataclass(frozen=True, slots=True)
class Got:
    """What was written, checked against the digest that was committed when it was acquired."""

    row: ItemRow
    size_bytes: int
    sha256: str


def original(session: Session, row: ItemRow) -> Iterator[bytes]:
    """Yield an item's original in chunks, checked at the end against the committed SHA-256.

    The caller has logged the read. Raises EvidenceError ``vault-damaged``, ``digest-mismatch``.
    """
    digest = hashlib.sha256()
    key = session.case.key_of(row.id, session.index)
    for chunk in session.case.vault.read(row.id, 0, key, session.index.place(row.id, 0)):
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != row.sha256:
        raise EvidenceError(
            "digest-mismatch", item=f"original {row.ref}", expected="the SHA-256 of its entry",
            found="another", remedy="run `probatum check`; compare with your back-up",
        )  # fmt: skip


def get(
    session: Session,
    ref: str,
    target: Path,
    purpose: str | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> Got:
    """Write the original to ``target``, which must not exist.

    The file gets its name only when it is whole and checked: a killed command leaves ``.part``.
    Raises UseError ``wrong-use``, ``unknown-id``, ``erased``; EvidenceError; WorldError.
    """
    require_writable(session)
    row = session.live(ref)
    require_free(target)
    session.saw("original", [row], purpose)
    done, total = 0, row.size_bytes or 0
    with files.reported("the output file"), writing(target) as file:
        for chunk in original(session, row):
            file.write(chunk)
            done += len(chunk)
            on_progress(done, total)
    return Got(row, done, row.sha256 or "")
