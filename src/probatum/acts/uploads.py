"""Files that come in through the desk: kept encrypted until they are taken into custody, or not.

While a file is coming in it is no fact of the case, so that its pieces need no turn and no entry.
Taking is an intake like any other, with its receipt. What a person refuses, such as the private
pictures of somebody else on a telephone, is removed before anything of it is logged: only how many
were refused stands in the receipt.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, cast

import msgspec

from probatum.acts.acquire import Acquirer, Incoming
from probatum.acts.add_files import IntakeReceipt, contents_sha256
from probatum.acts.session import Session, require_writable
from probatum.derive.showing.apart import Draughtsmen
from probatum.derive.showing.forms import HEAD_BYTES, form_of
from probatum.derive.showing.job import Done, Limits, Sight, Unseen
from probatum.errors import InputError, UseError
from probatum.model.kinds import Intake, Receipt
from probatum.model.roles import Deed
from probatum.preserve.quarantine import PIECE, Quarantine

__all__ = ["PIECE", "Shared", "Sight", "Unseen", "Uploaded", "Uploads", "take_uploads"]

# Of looking at a file when it has arrived: its sender waits for it.
_LOOK = Limits(input_bytes=60 << 20, seconds=5)
_TRAITS_EDGE = 64


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A file that has arrived: its id here, its name and path as the browser said, its size."""

    id: str
    file_name: str
    path: str
    size_bytes: int
    modified_at: str | None


@dataclass(frozen=True, slots=True)
class Shared:
    """What the files of one delivery share; None where nobody knows."""

    given_by: str | None = None
    place: str | None = None
    conditions: str | None = None
    why: str | None = None


class Uploads:
    """What is coming in at one case."""

    def __init__(self, session: Session) -> None:
        self._kept = Quarantine(session.case.folder, session.case.root.derive)
        self._draughtsmen = Draughtsmen(1)
        self._lookers = Draughtsmen(1, _LOOK)

    def begin(self) -> str:
        """Begin an upload; return its id. Raises WorldError."""
        return self._kept.create()

    def arrived(self, upload: str) -> int:
        """Return how many bytes have arrived. Raises InputError ``unreadable``."""
        return self._kept.size_bytes(upload)

    def append(self, upload: str, data: bytes) -> int:
        """Add bytes, durable on return; return how many there are now."""
        return self._kept.append(upload, data)

    def open(self, upload: str) -> BinaryIO:
        """Return what has arrived as a stream."""
        return cast(BinaryIO, self._kept.stream(upload))

    def picture(self, upload: str, edge: int) -> Done:
        """Return a small picture of what has arrived, made in a process of its own, or why not."""
        return self._draughtsmen.look(self._kept.pieces(upload), edge=edge)

    def traits(self, upload: str) -> dict[str, str | int]:
        """Return what a picture that has arrived carries of its making; nothing for other files.

        ``format``, ``camera``, ``taken_at``, ``likeness`` as ``derive.showing.traits``; ``edge`` is
        its longer edge in pixels.
        """
        head = next(self._kept.pieces(upload), b"")
        if form_of(head[:HEAD_BYTES]).name != "picture":
            return {}
        seen = self._lookers.look(self._kept.pieces(upload), edge=_TRAITS_EDGE)
        if not isinstance(seen, Sight) or seen.traits is None:
            return {}
        return {**msgspec.structs.asdict(seen.traits), "edge": max(seen.width, seen.height)}

    def close(self) -> None:
        """End the processes that make pictures."""
        self._draughtsmen.close()
        self._lookers.close()

    def discard(self, upload: str) -> None:
        """Remove it; nothing of it is left here."""
        self._kept.discard(upload)

    def ids(self) -> list[str]:
        """Return the uploads that are there."""
        return self._kept.ids()


def take_uploads(
    session: Session, uploads: Uploads, files: Sequence[Uploaded], shared: Shared, *,
    refused: int = 0,
    on_progress: Callable[[int, int], None] = lambda _bytes, _files: None,
) -> IntakeReceipt:  # fmt: skip
    """Take files that have arrived into custody as one intake; remove them from where they waited.

    ``refused`` are files that the person looked at and did not take; they are counted and nothing
    else, also where they were everything. Raises UseError ``wrong-use`` if there is nothing to take
    or refuse, InputError ``changed-while-read`` for a file that has not arrived whole, WorldError.
    """
    require_writable(session)
    session.require(Deed.COLLECT)
    if not files and not refused:
        raise UseError("wrong-use", item="the delivery", expected="a file to take", found="none",
                       remedy="add a file, or leave the page")  # fmt: skip
    begun = Intake(
        by=session.by, at=session.now(), sources=["desk"], given_by=shared.given_by,
        place=shared.place, conditions=shared.conditions, why=shared.why,
        machine=session.around.machine, clock=session.around.clock_state,
    )  # fmt: skip
    for each in files:
        if uploads.arrived(each.id) != each.size_bytes:
            raise InputError("changed-while-read", item="an upload", expected="all of its bytes",
                             found="fewer", remedy="wait until it has arrived")  # fmt: skip
    intake, key = session.case.new_object()
    del key  # the case keeps it until the first entry of the object
    session.record((intake, begun))
    done = [0, 0]

    def on_bytes(count: int) -> None:
        done[0] += count
        on_progress(done[0], done[1])

    acquirer = Acquirer(session, intake, on_bytes)
    lines = []
    for each in files:
        done[1] += 1
        lines.append(acquirer.take(_incoming(uploads, each)))
    acquirer.flush()
    contents = contents_sha256(lines)
    ended = Receipt(
        by=session.by, at=session.now(), items=len(lines),
        bytes_total=sum(line.size_bytes for line in lines), refused=refused,
        contents_sha256=contents,
    )  # fmt: skip
    session.record((intake, ended))
    session.checkpoint()
    for each in files:
        uploads.discard(each.id)
    log = session.case.evidence
    return IntakeReceipt(
        intake, begun.by, ended.at, begun.given_by, begun.place, begun.conditions, begun.why,
        begun.machine, begun.clock, tuple(lines), (), 0, log.checkpoint.size,
        log.checkpoint.root.hex(), log.signer.verifier.text(), contents,
    )  # fmt: skip


def _incoming(uploads: Uploads, each: Uploaded) -> Incoming:
    def check(stream: io.BufferedIOBase | BinaryIO, count: int) -> None:
        if count != each.size_bytes or stream.read(1):
            raise InputError("changed-while-read", item="an upload", expected="its size",
                             found="another", remedy="upload it again")  # fmt: skip

    return Incoming(
        file_name=each.file_name, source_path=each.path, size_bytes=each.size_bytes,
        modified_at=each.modified_at, changed_at=None, accessed_at=None,
        open=lambda: uploads.open(each.id), check=check,
    )  # fmt: skip
