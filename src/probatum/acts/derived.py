"""What was made from items: stored as objects of their own, read back against their digest."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass

from probatum.acts.session import Session
from probatum.errors import EvidenceError
from probatum.index.record_queries import DerivationRow
from probatum.index.rows import ItemRow
from probatum.model.kinds import Derive, Fields
from probatum.preserve.streams import SMALL


@dataclass(frozen=True, slots=True)
class Making:
    """What is made from which item, by which tool: what an entry ``derive/1`` says beforehand."""

    item: str
    input_sha256: str
    operation: str
    tool: str
    tool_version: str
    parameters: str


def store(
    session: Session, making: Making, media_type: str, data: bytes
) -> tuple[tuple[str, Fields], str]:
    """Put derived bytes into the vault; return the draft of their entry, and their SHA-256 in hex.

    The draft has to be recorded next: nothing of the bytes stays without an entry about them.
    """
    object_id, key = session.case.new_object()
    if len(data) < SMALL:
        session.case.vault.put_small(object_id, 0, key, data)
    else:
        session.case.vault.put_large(object_id, key, io.BytesIO(data), _nobody)
    sha256 = hashlib.sha256(data).hexdigest()
    entry = _entry(session, making, media_type, sha256, len(data), None)
    return (object_id, entry), sha256


def failure(session: Session, making: Making, code: str) -> tuple[str, Fields]:
    """Return the draft of an entry that says why nothing could be made."""
    object_id, _ = session.case.new_object()
    return object_id, _entry(session, making, None, None, None, code)


def _entry(
    session: Session, making: Making, media_type: str | None, sha256: str | None,
    size_bytes: int | None, code: str | None,
) -> Derive:  # fmt: skip
    return Derive(
        by=session.by, at=session.now(), item=making.item, input_sha256=making.input_sha256,
        operation=making.operation, tool=making.tool, tool_version=making.tool_version,
        parameters=making.parameters, media_type=media_type, sha256=sha256, size_bytes=size_bytes,
        failure=code,
    )  # fmt: skip


def derived_bytes(session: Session, row: DerivationRow) -> bytes:
    """Return what a derivation made, checked against its SHA-256.

    The caller has logged the read. Raises EvidenceError ``vault-damaged``, ``digest-mismatch``.
    """
    key = session.case.key_of(row.id, session.index)
    place = session.index.place(row.id, 0)
    data = b"".join(session.case.vault.read(row.id, 0, key, place))
    if hashlib.sha256(data).hexdigest() != row.sha256:
        raise EvidenceError(
            "digest-mismatch", item=f"object {row.id}", expected="the SHA-256 of its entry",
            found="another", remedy="run `probatum check`; compare with your back-up",
        )  # fmt: skip
    return data


def derived_objects(session: Session, row: ItemRow) -> list[str]:
    """Return the objects that were made from an item and are no items themselves, oldest first."""
    made = dict.fromkeys(each.id for each in session.index.derivations(row.id))
    return [each for each in made if session.index.item(each) is None]


def _nobody(_bytes: int) -> None:
    """Tell nobody how far it is."""
