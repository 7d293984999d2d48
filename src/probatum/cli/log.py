"""``probatum log``: the state of the log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probatum.cli.calls import Call
from probatum.cli.wording import facts, moment, shown

if TYPE_CHECKING:
    from probatum.acts.log_status import LogStatus
    from probatum.cli.calls import Json


def log(call: Call) -> None:
    """Show the state of the log.

    Its size, key, fingerprint and checkpoint, the last check, and who holds checkpoints.
    """
    with call.session() as session:
        from probatum.acts.log_status import status

        found = status(session)
    if call.as_json:
        call.answer(_json(found))
    else:
        print(_text(found))


def _text(found: LogStatus) -> str:
    if found.last_check_at is None:
        checked = "never: probatum check"
    else:
        failed = found.last_check_failed or 0
        result = f"{failed} FAILED" if failed else "nothing failed"
        checked = f"{moment(found.last_check_at)}, {found.last_check_scope}: {result}"
    held = [f"{shown(name)}: {size} entries, {moment(at)}" for name, size, at in found.held_by]
    none = "nobody yet: probatum checkpoint print, then probatum checkpoint held-by NAME"
    known = [
        ("Size", f"{found.size:,} entries, and {found.access_size:,} in the access log"),
        ("Origin", found.origin),
        ("Verifier key", found.vkey),
        ("Fingerprint", found.fingerprint),
        ("Last check", checked),
        ("Held by", held[0] if held else none),
        *(("", line) for line in held[1:]),
    ]
    if found.read_only is not None:
        known.append(("READ-ONLY", shown(found.read_only)))
    return facts(known) + "\n\nCheckpoint\n" + found.checkpoint.rstrip("\n")


def _json(found: LogStatus) -> Json:
    checked: Json = None
    if found.last_check_at is not None:
        checked = {
            "at": found.last_check_at,
            "scope": found.last_check_scope,
            "failed": found.last_check_failed,
        }
    return {
        "size": found.size,
        "access_size": found.access_size,
        "origin": found.origin,
        "vkey": found.vkey,
        "fingerprint": found.fingerprint,
        "checkpoint": found.checkpoint,
        "last_check": checked,
        "held_by": [{"name": name, "size": size, "at": at} for name, size, at in found.held_by],
        "read_only": found.read_only,
    }
