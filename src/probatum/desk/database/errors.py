"""What SQLCipher says when the machine, not the program, is at fault, in our errors."""

from __future__ import annotations

from typing import Any

from sqlcipher3 import dbapi2

from probatum.errors import WorldError

ITEM = "the desk database (desk.db)"


def does_not_open() -> WorldError:
    """The file has another key, is damaged, or is no database; which of these cannot be told."""
    return WorldError(
        "io-error", item=ITEM, expected="a file that the key of this case opens",
        found="another key, or damaged bytes",
        remedy="put desk.db back from a back-up; without one, move it out of the case folder and"
        " invite everybody again: it holds people and sessions of the desk, nothing of the case",
    )  # fmt: skip


def meant(error: Any) -> WorldError | None:
    """Our error for what the machine refused, or None where the statement itself was refused."""
    said = str(error)
    if isinstance(error, dbapi2.OperationalError):
        if "disk is full" in said:
            return WorldError("no-space", item=ITEM)
        if "is locked" in said or "is busy" in said:
            return WorldError("in-use", item=ITEM, found="another write that does not end")
        if "readonly" in said or "unable to open" in said:
            return WorldError("no-permission", item=ITEM)
        if "disk I/O" in said:
            return WorldError("io-error", item=ITEM, found="a read or write error")
    if isinstance(error, dbapi2.DatabaseError) and (
        "not a database" in said or "malformed" in said or "encrypted" in said
    ):
        return does_not_open()
    return None
