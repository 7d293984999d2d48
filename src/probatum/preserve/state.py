"""What this machine remembers of a case, outside the case (``spec/log.md``, rollback).

One small file per case in the user's state folder (``$XDG_STATE_HOME/probatum`` on Linux, the
platform's equivalent elsewhere) keeps the last checkpoint of both logs. It is authenticated with a
key of the case, so that a planted file is found, and it names this machine by a random token.
"""

from __future__ import annotations

import hmac
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

import msgspec
import platformdirs

from probatum.errors import EvidenceError
from probatum.preserve import files
from probatum.preserve.slots import Root
from probatum.proof import b64


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Size and root (base64) of one log."""

    size: int
    root: str


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    v: int
    case_id: str
    machine: str
    evidence: Head
    access: Head
    mac: str


@dataclass(frozen=True, slots=True)
class Remembered:
    """The heads that this machine saw last."""

    evidence: Head
    access: Head


def head(size: int, root: bytes) -> Head:
    """Return a log's head as it is remembered."""
    return Head(size=size, root=b64.b64(root))


def state_folder() -> Path:
    """Return the folder for state files; ``XDG_STATE_HOME`` wins on every system."""
    chosen = os.environ.get("XDG_STATE_HOME")
    return Path(chosen) / "probatum" if chosen else platformdirs.user_state_path("probatum")


def machine_token(folder: Path) -> str:
    """Return this machine's random token, making it at the first call."""
    path = folder / "machine"
    found = files.read(path)
    if found is not None and len(found) == 32:
        return found.decode("ascii", "replace")
    files.make_folder(folder)
    token = secrets.token_hex(16)
    files.replace(path, token.encode())
    return token


def _path(folder: Path, root: Root) -> Path:
    return folder / (root.case_id + ".json")


def _authenticated(content: _File, root: Root) -> _File:
    plain = msgspec.json.encode(msgspec.structs.replace(content, mac=""), order="sorted")
    mac = b64.b64(hmac.digest(root.derive("state file"), plain, "sha256"))
    return msgspec.structs.replace(content, mac=mac)


def recall(folder: Path, root: Root) -> Remembered | None:
    """Return what this machine remembers of the case, None if nothing.

    Raises EvidenceError ``state-damaged`` for a file that this case did not write here.
    """
    data = files.read(_path(folder, root))
    if data is None:
        return None
    try:
        content = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _damaged() from error
    spelt = msgspec.json.encode(_authenticated(content, root), order="sorted") + b"\n"
    if content.v != 1 or not hmac.compare_digest(spelt, data):
        raise _damaged()
    if content.case_id != root.case_id or content.machine != machine_token(folder):
        raise _damaged()
    return Remembered(content.evidence, content.access)


def remember(folder: Path, root: Root, evidence: Head, access: Head) -> None:
    """Write down the heads of both logs, durably."""
    files.make_folder(folder)
    content = _File(
        v=1, case_id=root.case_id, machine=machine_token(folder),
        evidence=evidence, access=access, mac="",
    )  # fmt: skip
    data = msgspec.json.encode(_authenticated(content, root), order="sorted") + b"\n"
    files.replace(_path(folder, root), data)


def _damaged() -> EvidenceError:
    return EvidenceError(
        "state-damaged", item="what this machine remembers of the case",
        expected="a file that this case wrote on this machine", found="another one",
        remedy="find out who changed it; then `probatum case adopt --reason ...`",
    )  # fmt: skip
