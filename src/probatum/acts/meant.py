"""The item or record that a person means by an id or a reference."""

from __future__ import annotations

from probatum.acts.retract_record import require_counting
from probatum.acts.session import Session
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.ids import COMPARTMENT_NUMBERS, is_object_id, parse_reference, record_number


def meant(session: Session, text: str) -> RecordRow | ItemRow:
    """Return the record or live item. Raises ``unknown-id``, ``bad-reference``, ``erased``."""
    session.catch_up()
    text = text.strip()
    if is_object_id(text.lower()):
        known = session.index.item(text.lower()) is not None
        return session.live(text) if known else session.find_record(text)
    parsed = parse_reference(text)
    prefix = session.index.case_row().reference_prefix
    if parsed is not None and record_number(prefix, parsed) is not None:
        return session.find_record(text)
    return session.live(text)


def counting(session: Session, text: str) -> RecordRow | ItemRow:
    """Like ``meant``, and refuse a record that was retracted. Raises InputError ``retracted``."""
    found = meant(session, text)
    if isinstance(found, RecordRow):
        require_counting(found, session.record_ref(found.number))
    return found


def lies_inside(found: RecordRow | ItemRow) -> bool:
    """Say whether it is a record of a compartment: what is said about it goes there too."""
    return isinstance(found, RecordRow) and found.number > COMPARTMENT_NUMBERS
