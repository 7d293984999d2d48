"""The text of an item as it was extracted last: a read, logged before it is answered."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from probatum.acts.attachments import attachments_of
from probatum.acts.derived import derived_bytes
from probatum.acts.extract_text import OUTLINE, TEXT, Outline
from probatum.acts.session import Session, require_writable
from probatum.index.record_queries import DerivationRow
from probatum.index.rows import ItemRow

_OUTLINES = msgspec.json.Decoder(Outline)


@dataclass(frozen=True, slots=True)
class TextOf:
    """The newest text of an item and how it came about.

    ``text`` is None if no extraction gave one; ``last`` is the newest attempt (None: there was
    none), ``made`` the one that the text is from. They differ if a newer tool failed.
    """

    row: ItemRow
    text: str | None
    outline: Outline | None
    made: DerivationRow | None
    last: DerivationRow | None
    attachments: tuple[ItemRow, ...]

    @property
    def attempted(self) -> bool:
        """Whether anybody has tried to make a text of this item."""
        return self.last is not None


def text_of(session: Session, ref: str, purpose: str | None = None) -> TextOf:
    """Return the newest text of an item. Raises UseError ``unknown-id``; InputError ``erased``;
    EvidenceError ``vault-damaged``, ``digest-mismatch``.
    """  # fmt: skip
    require_writable(session)
    row = session.live(ref)
    session.saw("text", [row], purpose)
    attempts = session.index.derivations(row.id, TEXT)
    last = attempts[-1] if attempts else None
    made = next((each for each in reversed(attempts) if each.sha256 is not None), None)
    if made is None:
        return TextOf(row, None, None, None, last, ())
    text = derived_bytes(session, made).decode()
    attached = tuple(attachments_of(session, row.id))
    return TextOf(row, text, _outline(session, row, made), made, last, attached)


def _outline(session: Session, row: ItemRow, made: DerivationRow) -> Outline | None:
    """Return the outline that belongs to a text, None if another program wrote none."""
    for each in reversed(session.index.derivations(row.id, OUTLINE)):
        if each.index > made.index and each.parameters == made.parameters:
            outline = _OUTLINES.decode(derived_bytes(session, each))
            if outline.text_sha256 == made.sha256:
                return outline
    return None
