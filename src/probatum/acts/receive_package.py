"""Receive a package: verify it, take its originals into custody, keep the sender's chain.

The sender's own ``acquire/1`` entry, its disclosures, its proof and the checkpoint go into the
field ``sender`` of ours. Whoever receives the item from us later can verify both logs.
"""

from __future__ import annotations

import hashlib
import hmac
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from probatum.acts.acquire import Acquirer, Incoming, ReceiptLine
from probatum.acts.add_files import IntakeReceipt, contents_sha256
from probatum.acts.session import Session, no_progress, require_writable
from probatum.acts.verify_package import trust_of, verify_stream
from probatum.disclose import sealing
from probatum.disclose.scratch import Scratch
from probatum.errors import EvidenceError
from probatum.model.kinds import Acquire, Derive, Intake, Receipt
from probatum.preserve import files
from probatum.proof import canonical, entry
from probatum.proof.canonical import Json
from probatum.proof.container import Located
from probatum.verify import Report, members
from probatum.verify.package import CHECKPOINT, VKEY, Package, open_file, open_package


@dataclass(frozen=True, slots=True)
class Received:
    """The receipt, the findings about the package, and the objects that came without a file.

    ``trusted`` says whether the reader named the sender's key; without that, the sender's log may
    be anybody's.
    """

    receipt: IntakeReceipt
    report: Report
    trusted: bool
    without_original: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sent:
    """One original of the package: what the sender calls it, its digest, and the sender's chain."""

    object_id: str
    place: Located
    file_name: str
    sha256: str
    sender: dict[str, object]


def receive(
    session: Session,
    path: Path,
    *,
    key: str | None = None,
    policy: str | Path | None = None,
    identity_file: Path | None = None,
    passphrase: str | None = None,
    given_by: str | None = None,
    place: str | None = None,
    conditions: str | None = None,
    why: str | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> Received:
    """Take the originals of a package into custody, in one intake.

    ``key`` or ``policy`` names the sender's log; ``identity_file`` or ``passphrase`` opens a
    package that is still encrypted (its content is never written readably to disk). Raises
    EvidenceError ``bad-package`` with the first failed finding, ``encrypted-package``; UseError;
    WorldError.
    """
    require_writable(session)
    trust = trust_of(key, policy)
    session.follow()
    with _opened(session, path, identity_file, passphrase) as stream:
        size = stream.seek(0, io.SEEK_END)
        # Two passes over nearly the same bytes: half of the bar each.
        report = verify_stream(stream, trust, lambda done, _: on_progress(done, 2 * size))
        _require_sound(report)
        package = open_package(stream)
        sent, without = _sent(package)
        intake, stated = _begin(session, package, given_by, place, conditions, why)
        source, done = str(path.absolute()), size

        def on_bytes(count: int) -> None:
            nonlocal done
            done += count
            on_progress(done, 2 * size)

        lines = _take(session, intake, source, stream, sent, on_bytes)
        on_progress(2 * size, 2 * size)
    contents = contents_sha256(lines)
    ended = Receipt(
        by=session.by, at=session.now(), items=len(lines),
        bytes_total=sum(line.size_bytes for line in lines), refused=0, contents_sha256=contents,
    )  # fmt: skip
    session.record((intake, ended))
    session.checkpoint()
    log = session.case.evidence
    receipt = IntakeReceipt(
        intake, stated.by, ended.at, stated.given_by, stated.place, stated.conditions, stated.why,
        stated.machine, stated.clock, tuple(lines), (), 0, log.checkpoint.size,
        log.checkpoint.root.hex(), log.signer.verifier.text(), contents,
    )  # fmt: skip
    return Received(receipt, report, report.result == "verified", without)


# -- reading the package --------------------------------------------------------------------------


@contextmanager
def _opened(
    session: Session, path: Path, identity_file: Path | None, passphrase: str | None
) -> Iterator[BinaryIO]:
    """Give the package as a stream that can seek, decrypted into scratch room if need be."""
    keys: list[sealing.Identity] = []
    if identity_file is not None:
        with files.reported("the identity file"):
            keys = sealing.identities(identity_file.read_text("utf-8", "replace"))
    with files.reported("the package"), open_file(path) as stream:
        if not sealing.is_sealed(stream):
            yield stream
            return
        if not keys and passphrase is None:
            raise EvidenceError(
                "encrypted-package", item="the package", expected="its identity or passphrase",
                found="none",
                remedy="give it with --identity or --package-passphrase-file, or open it first: "
                f"{sealing.OPEN_WITH_KEY} (with a passphrase: {sealing.OPEN_WITH_PASSPHRASE})",
            )  # fmt: skip
        with Scratch(session.case.vault.staging) as scratch:
            room = cast(BinaryIO, scratch)
            sealing.unseal(stream, room, keys, passphrase)
            room.seek(0)
            yield room


def _require_sound(report: Report) -> None:
    failed = [finding for finding in report.findings if finding.state == "failed"]
    if failed:
        first = failed[0]
        raise EvidenceError(
            "bad-package", item=first.item or "the package", expected="no failed finding",
            found=f"{len(failed)}, the first in step {first.step}: {first.text}",
            remedy="nothing was received; see all findings with `probatum verify`",
        )  # fmt: skip


def _sent(package: Package) -> tuple[list[_Sent], tuple[str, ...]]:
    """Return the originals, and the ids of acquired objects that came without one."""
    vkey = package.read(VKEY).decode("utf-8").strip()
    checkpoint = package.read(CHECKPOINT).decode("utf-8")
    sent: dict[str, _Sent] = {}
    acquired: dict[str, None] = {}
    for index, name in package.entries.items():
        value = canonical.decode(package.read(name))
        file = members.entry_file(value, name)
        leaf = entry.parse(file.leaf)
        if leaf.kind not in (Acquire.kind, Derive.kind):
            continue
        if leaf.kind == Acquire.kind:
            acquired[leaf.id] = None
        fields = entry.open_leaf(leaf, file.opened).fields
        sha256 = fields.get("sha256")
        # The first acquisition that opens digest and size binds the original: step 8 compared it.
        if leaf.id in sent or leaf.id not in package.originals or "size_bytes" not in fields:
            continue
        if isinstance(sha256, str):
            sender: dict[str, object] = {
                "checkpoint": checkpoint, "entry": value,
                "proof": package.read(package.proofs[index]).decode("utf-8"), "vkey": vkey,
            }  # fmt: skip
            located = package.members[package.originals[leaf.id]]
            sent[leaf.id] = _Sent(leaf.id, located, _name(fields, leaf.id), sha256, sender)
    without = tuple(item for item in acquired if item not in package.originals)
    return [sent[item] for item in package.originals], without


def _name(fields: dict[str, Json], object_id: str) -> str:
    name = fields.get("file_name")
    return name if isinstance(name, str) and name else object_id


class _MemberStream(io.RawIOBase):
    """One member of the package, hashed as it is read."""

    def __init__(self, stream: BinaryIO, place: Located) -> None:
        self._stream = stream
        self._left = place.size_bytes
        self._digest = hashlib.sha256()
        stream.seek(place.offset)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer)).cast("B")
        data = self._stream.read(min(len(view), self._left))
        view[: len(data)] = data
        self._left -= len(data)
        self._digest.update(data)
        return len(data)

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


# -- taking it ------------------------------------------------------------------------------------


def _begin(
    session: Session,
    package: Package,
    given_by: str | None,
    place: str | None,
    conditions: str | None,
    why: str | None,
) -> tuple[str, Intake]:
    """Begin an intake whose source is this package, known by a keyed hash of its checkpoint."""
    key = session.case.root.derive("sources")
    mark = hmac.digest(key, package.read(CHECKPOINT), "sha256").hex()[:32]
    stated = Intake(
        by=session.by, at=session.now(), sources=[mark], given_by=given_by, place=place,
        conditions=conditions, why=why, machine=session.around.machine,
        clock=session.around.clock_state,
    )  # fmt: skip
    intake, _ = session.case.new_object()
    session.record((intake, stated))
    return intake, stated


def _take(
    session: Session,
    intake: str,
    source: str,
    stream: BinaryIO,
    sent: list[_Sent],
    on_bytes: Callable[[int], None],
) -> list[ReceiptLine]:
    acquirer = Acquirer(session, intake, on_bytes)
    lines = []
    for one in sent:
        incoming = Incoming(
            one.file_name, f"{source}/{one.place.name}", one.place.size_bytes, None, None, None,
            partial(_member, stream, one.place), partial(_check, one), one.sender,
        )  # fmt: skip
        lines.append(acquirer.take(incoming))
    acquirer.flush()
    return lines


def _member(stream: BinaryIO, place: Located) -> BinaryIO:
    return cast(BinaryIO, _MemberStream(stream, place))


def _check(one: _Sent, stream: BinaryIO, _bytes_read: int) -> None:
    """Refuse a package that was changed after it was verified."""
    if cast(_MemberStream, stream).sha256 != one.sha256:
        raise EvidenceError(
            "digest-mismatch", item=one.place.name, expected="the SHA-256 of the sender's entry",
            found="a file that is being changed", remedy="copy the package, then receive the copy",
        )  # fmt: skip
