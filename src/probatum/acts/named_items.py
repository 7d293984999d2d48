"""Find the item of this case that a table of another one names: the one with the same bytes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from probatum.acts.record_checks import Checker
from probatum.acts.record_reading import bad
from probatum.acts.session import Session
from probatum.errors import InputError
from probatum.index.rows import ItemRow
from probatum.model.ids import is_object_id

_SHA256 = re.compile("[0-9a-f]{64}")


def named_item(session: Session, checker: Checker, fields: Mapping[str, object]) -> ItemRow:
    """Return the item, once its id and reference there stand for it.

    Raises InputError ``bad-record`` for a row that says no bytes, ``missing-record`` where no item
    has them.
    """
    there, ref, sha256 = (fields.get(name) for name in ("id", "ref", "sha256"))
    if not isinstance(there, str) or not is_object_id(there):
        raise bad("id", "32 lower-case hex digits", "something else")
    if not isinstance(sha256, str) or not _SHA256.fullmatch(sha256):
        raise bad("sha256", "64 lower-case hex digits", "something else")
    known = session.index.same_bytes(session.dedupe_mac(sha256))
    row = None if known is None else session.index.item(known)
    if row is None or row.erased:
        raise InputError(
            "missing-record", item="sha256", expected="an item of this case with these bytes",
            found="none", remedy="add the file first (probatum add FILE), make its text "
            "(probatum extract), then put the tables again",
        )  # fmt: skip
    checker.names[there] = row.id
    if isinstance(ref, str):
        checker.name_there(ref, row.id)
    return row
