"""Export originals as a BagIt bag (RFC 8493), through the bagit library of the Library of Congress.

A bag is plain files on disk: what the user asks for, and no disclosure. Each original in it is a
logged read, checked against its committed SHA-256 on the way.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import bagit

from probatum.acts.get_item import original
from probatum.acts.session import Session, no_progress, require_writable
from probatum.errors import EvidenceError, UseError, WorldError
from probatum.index.rows import ItemRow
from probatum.preserve import files

# Windows refuses these in names, and nobody wants control characters or hidden files.
_UNFIT = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")
_MOST_NAME_BYTES = 200


@dataclass(frozen=True, slots=True)
class BagExported:
    """A finished bag, all in plain text. ``names`` maps references to names below ``data/``."""

    path: Path
    items: int
    size_bytes: int
    names: dict[str, str]
    is_plain_text: bool = True


def export(
    session: Session,
    refs: Sequence[str],
    target: Path,
    purpose: str | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> BagExported:
    """Write originals and their digests into ``target``, a new or empty folder.

    All of it is durable on return. Raises UseError ``wrong-use``, ``unknown-id``, ``erased``;
    EvidenceError; WorldError. What was written before an error stays, so that the person can see
    and remove it.
    """
    require_writable(session)
    session.follow()
    rows = list({row.id: row for row in (session.live(ref) for ref in refs)}.values())
    if not rows:
        raise UseError("wrong-use", item="export bagit", expected="an item", found="none")
    names = file_names(rows)
    with files.reported("the folder for the bag"):
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise UseError(
                "wrong-use", item="the folder for the bag", expected="a new or empty folder",
                found="something in it", remedy="choose another folder",
            )  # fmt: skip
        session.saw("bag", rows, purpose)
        target.mkdir(mode=0o700, parents=True, exist_ok=True)
        done, total = 0, sum(row.size_bytes or 0 for row in rows)
        for row in rows:
            with open(target / names[row.id], "xb") as file:
                for chunk in original(session, row):
                    file.write(chunk)
                    done += len(chunk)
                    on_progress(done, total)
                file.flush()
                os.fsync(file.fileno())
        _make_bag(session, rows, names, target)
        _sync(target)
    return BagExported(target, len(rows), done, {row.ref or row.id: names[row.id] for row in rows})


def _make_bag(
    session: Session, rows: Sequence[ItemRow], names: dict[str, str], target: Path
) -> None:
    key = session.case.evidence.signer.verifier
    info = {
        "External-Description": "Originals of an evidence case, in plain text",
        "External-Identifier": [row.ref or row.id for row in rows],
        "Bagging-Date": session.now()[:10],
        "Contact-Name": session.by,
        "Probatum-Log-Fingerprint": key.fingerprint(),
        "Probatum-Item": [f"{row.ref or row.id} {row.id} {names[row.id]}" for row in rows],
    }
    try:
        bag = bagit.make_bag(str(target), info, checksums=["sha256"])
        digests = {path: hashes["sha256"] for path, hashes in bag.payload_entries().items()}
    except bagit.BagError as error:
        raise WorldError(
            "io-error", item="the bag", found="an error of the bagit library",
            remedy="try again into another empty folder",
        ) from error  # fmt: skip
    # The bag's manifest was made from the disk: it must say what the log committed.
    for row in rows:
        if digests.get("data/" + names[row.id]) != row.sha256:
            raise EvidenceError(
                "digest-mismatch", item=row.ref or row.id, expected="the SHA-256 of its entry",
                found="another in the bag's manifest", remedy="check the target disk",
            )  # fmt: skip


def _sync(target: Path) -> None:
    """Make the bag's own files and all its names durable; the originals are already.

    Whoever exports to a stick pulls it out when the command ends.
    """
    for path in sorted(target.iterdir()):
        if path.is_file():
            _sync_file(path)
    for folder in (target / "data", target, target.parent):
        files.sync_folder(folder)


def _sync_file(path: Path) -> None:
    descriptor = files.open_append(path)
    try:
        files.sync_file(descriptor, path.name)
    finally:
        files.close(descriptor)


def file_names(rows: Sequence[ItemRow]) -> dict[str, str]:
    """Return a file name for each item (by object id) that stays in its folder on every system.

    Names that occur twice, compared without case, get their reference in front.
    """
    plain = {row.id: _plain(row.file_name or row.id) for row in rows}
    folded = [name.casefold() for name in plain.values()]
    named: dict[str, str] = {}
    taken: set[str] = set()
    for row in rows:
        name = plain[row.id]
        if folded.count(name.casefold()) > 1 or name.casefold() in taken:
            name = _cut(f"{row.ref or row.id}-{name}")
        named[row.id] = name
        taken.add(name.casefold())
    return named


def _plain(name: str) -> str:
    name = _UNFIT.sub("_", name).strip(" .")
    if not name or _RESERVED.fullmatch(name):
        name = "_" + name
    return _cut(name)


def _cut(name: str) -> str:
    """Shorten to what every file system takes, keeping the end of the name with its type."""
    data = name.encode("utf-8", "replace")
    if len(data) <= _MOST_NAME_BYTES:
        return data.decode()
    return data[:120].decode("utf-8", "ignore") + "~" + data[-60:].decode("utf-8", "ignore")
