"""Look at a package that lies outside the case: verified, and told in values for a page.

Ours or anybody's. Nothing of it enters the case: its bytes wait in scratch room, encrypted under a
key of this process, and go with it. Whatever they are, there is a report. What the package says of
itself (to whom, what is withheld and why) is the sender's word, and shown as such.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from probatum.acts.session import Session, no_progress
from probatum.acts.verify_package import Report, Trust, verify_stream
from probatum.disclose import sealing
from probatum.disclose.scratch import Scratch
from probatum.errors import EvidenceError, InputError, UseError, WorldError
from probatum.model.roles import Deed
from probatum.preserve import files
from probatum.proof import canonical, entry
from probatum.verify import members
from probatum.verify.package import DISCLOSURE, WITHHELD, open_package
from probatum.verify.report import TITLES, plain

MOST_SHOWN = 500
_RESERVE_BYTES = 1 << 30  # of the disk, for the case itself
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file that was handed in: a stream in scratch room, and what its bytes are."""

    stream: BinaryIO
    name: str
    size_bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, repr=False)
class Opening:
    """What opens a package, and whose log it should be: nothing of it is kept."""

    passphrase: str | None = None
    identity: str | None = None
    key: str | None = None
    policy: str | None = None
    is_ours: bool = False

    def trust(self, own_key: str) -> Trust:
        """Return the log that was named; ``own_key`` is that of this case.

        Raises UseError ``wrong-use``.
        """
        if self.is_ours:
            return Trust.from_key(own_key)
        if self.key and self.policy:
            raise UseError("wrong-use", item="verify", expected="a key or a policy",
                           found="both", remedy="leave one of them out")  # fmt: skip
        if self.key:
            return Trust.from_key(self.key)
        return Trust.from_policy(self.policy) if self.policy else Trust()


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that is withheld, as the sender says: ``index`` of its entry, None for a file."""

    index: int | None
    what: str
    code: str
    basis: str
    approver: str


@dataclass(frozen=True, slots=True)
class Step:
    """One of the twelve steps: its findings as (state, item, text), and the worst state of them.

    ``in part``: some were verified, others are not checked.
    """

    number: int
    title: str
    state: str
    findings: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """The answer. ``terms`` are (to, purpose, by, at) as the entry says, None if it cannot be read.

    ``kept`` has at most ``MOST_SHOWN``, ``withheld`` counts all. ``text`` is what ``verify.pyz``
    prints about the same bytes.
    """

    result: str
    is_package: bool
    steps: tuple[Step, ...]
    log: tuple[str, int, str, str] | None
    terms: tuple[str, str, str, str] | None
    entries: int
    originals: int
    withheld: int
    kept: tuple[Kept, ...]
    text: str
    was_sealed: bool
    name: str
    size_bytes: int
    sha256: str


def own_key(session: Session) -> str:
    """Return the verifier key of this case's log. Raises UseError ``not-permitted``."""
    session.require(Deed.READ)
    return str(session.case.evidence.signer.verifier.text())


def room_for(session: Session, size_bytes: int) -> Path:
    """Return the folder in which a package may wait.

    Raises UseError ``not-permitted``; WorldError ``no-space`` if the disk would be too full.
    """
    session.require(Deed.READ)
    folder = session.case.vault.staging
    # Opening an encrypted one takes the same room again.
    if shutil.disk_usage(folder).free < 2 * size_bytes + _RESERVE_BYTES:
        raise WorldError(
            "no-space", item="the package", expected="twice its size free", found="less",
            remedy="verify it on another machine: verify.pyz needs no case",
        )  # fmt: skip
    return folder


def scratch_in(folder: Path) -> BinaryIO:
    """Return room for one package. Raises WorldError."""
    with files.reported("the package"):
        return cast(BinaryIO, Scratch(folder))


def arrive(folder: Path, name: str, size_bytes: int, pieces: Iterable[bytes]) -> Arrived:
    """Put a package into its room as it comes; needs no turn at the case.

    Raises InputError ``changed-while-read`` for fewer or more bytes than were said, WorldError.
    """
    room, digest, count = scratch_in(folder), hashlib.sha256(), 0
    try:
        with files.reported("the package"):
            for piece in pieces:
                count += len(piece)
                if count > size_bytes:
                    break
                digest.update(piece)
                room.write(piece)
        if count != size_bytes:
            raise InputError("changed-while-read", item="the package", expected="all of its bytes",
                             found="others", remedy="choose the file again")  # fmt: skip
    except BaseException:
        room.close()
        raise
    return Arrived(room, plain(name)[:_LONGEST], size_bytes, digest.hexdigest())


def look(
    arrived: Arrived, opening: Opening, own: str, folder: Path,
    on_progress: Callable[[int, int], None] = no_progress,
) -> Looked:  # fmt: skip
    """Open a package if need be, verify it and return what a page shows; needs no turn.

    ``own`` is the key of this case (``own_key``). Raises UseError ``wrong-use``, EvidenceError
    ``encrypted-package`` if nothing that was given opens it; WorldError.
    """
    trust = opening.trust(own)
    stream = arrived.stream
    with files.reported("the package"):
        was_sealed = sealing.is_sealed(stream)
        if not was_sealed:
            return _looked(arrived, stream, trust, on_progress, was_sealed=False)
        keys = sealing.identities(opening.identity) if opening.identity else []
        if not keys and opening.passphrase is None:
            raise _not_opened("none")
        with Scratch(folder) as scratch:
            room = cast(BinaryIO, scratch)
            try:
                sealing.unseal(stream, room, keys, None if keys else opening.passphrase)
            except EvidenceError as error:
                raise _not_opened("one that does not, or changed bytes") from error
            return _looked(arrived, room, trust, on_progress, was_sealed=True)


def _not_opened(found: str) -> EvidenceError:
    return EvidenceError(
        "encrypted-package", item="the package", expected="its passphrase or key", found=found,
        remedy="say what opens it; both stay in memory",
    )  # fmt: skip


def _looked(
    arrived: Arrived, stream: BinaryIO, trust: Trust, on_progress: Callable[[int, int], None], *,
    was_sealed: bool,
) -> Looked:  # fmt: skip
    stream.seek(0)
    report = verify_stream(stream, trust, on_progress)
    terms, kept, withheld, entries, originals = _said(stream)
    second = [each.state for each in report.findings if each.step == 2]
    log = report.log
    return Looked(
        report.result, second != ["failed"], _steps(report),
        (plain(log.origin), log.size, log.root, log.fingerprint) if log is not None else None,
        terms, entries, originals, withheld, kept, report.as_text(), was_sealed, arrived.name,
        arrived.size_bytes, arrived.sha256,
    )  # fmt: skip


def _steps(report: Report) -> tuple[Step, ...]:
    found = []
    for number, title in TITLES.items():
        mine = [each for each in report.findings if each.step == number]
        states = {each.state for each in mine}
        worst = "failed" if "failed" in states else min(states)
        if states == {"verified", "not checked"}:
            worst = "in part"
        told = tuple((each.state, _cut(each.item), _cut(each.text)) for each in mine[:MOST_SHOWN])
        found.append(Step(number, title, worst, told))
    return tuple(found)


def _said(
    stream: BinaryIO,
) -> tuple[tuple[str, str, str, str] | None, tuple[Kept, ...], int, int, int]:
    """Return what the package says of itself, as far as it can be read: the report judges it."""
    try:
        package = open_package(stream)
    except EvidenceError:
        return None, (), 0, 0, 0
    terms: tuple[str, str, str, str] | None = None
    try:
        file = members.entry_file(canonical.decode(package.read(DISCLOSURE)), DISCLOSURE)
        said = members.terms(
            entry.open_leaf(entry.parse(file.leaf), file.opened).fields, DISCLOSURE
        )
        terms = _cut(said.to), _cut(said.purpose), _cut(said.by), said.at
    except EvidenceError:
        pass
    kept: list[Kept] = []
    count = 0
    try:
        withheld = members.withheld(package.read(WITHHELD), WITHHELD)
    except EvidenceError:
        return terms, (), 0, len(package.entries), len(package.originals)
    for index, lines in withheld.fields.items():
        for name, why in lines.values():
            count += 1
            if len(kept) < MOST_SHOWN:
                kept.append(_kept(index, name, why))
    for item, why in withheld.items.items():
        count += 1
        if len(kept) < MOST_SHOWN:
            kept.append(_kept(None, item, why))
    return terms, tuple(kept), count, len(package.entries), len(package.originals)


def _kept(index: int | None, what: str, why: members.Reason) -> Kept:
    return Kept(index, _cut(what), _cut(why.code), _cut(why.basis), _cut(why.approver))


def _cut(text: str) -> str:
    """Return a text of the package as a page may show it: nothing in it turns its direction."""
    return plain(text[:2_000]) if len(text) <= _LONGEST else plain(text[:_LONGEST]) + "…"
