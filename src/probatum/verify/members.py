"""The JSON members of a package, read strictly: canonical, exactly these members, right types.

Every function raises ``EvidenceError`` (not-canonical or bad-package) and names the member.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

from probatum.errors import EvidenceError
from probatum.proof import canonical
from probatum.proof.canonical import Json

IS_ID = re.compile("[0-9a-f]{32}").fullmatch
IS_SHA256 = re.compile("[0-9a-f]{64}").fullmatch
_IS_UTC = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?Z"
).fullmatch


@dataclass(frozen=True)
class EntryFile:
    """One entry with the disclosures given: index in the log, bytes of the leaf, texts."""

    index: int
    leaf: bytes
    opened: Tuple[str, ...]


@dataclass(frozen=True)
class Listed:
    """One line of the manifest."""

    name: str
    sha256: str
    size_bytes: int


@dataclass(frozen=True)
class Manifest:
    """What the disclosure entry commits: the origin of the log, and members in order."""

    origin: str
    members: Tuple[Listed, ...]


@dataclass(frozen=True)
class Reason:
    """Why something is withheld, in the sender's words."""

    code: str
    basis: str
    approver: str


@dataclass(frozen=True)
class Withheld:
    """``fields``: index -> digest -> (name or "", reason). ``items``: object id -> reason."""

    fields: Dict[int, Dict[str, Tuple[str, Reason]]]
    items: Dict[str, Reason]


@dataclass(frozen=True)
class Terms:
    """The fields of ``disclose/1`` that the verifier uses."""

    manifest_sha256: str
    to: str
    purpose: str
    by: str
    at: str
    items: Tuple[str, ...]
    is_complete: bool
    withheld: Optional[int]  # how many fields were kept back; None: the entry does not say


def entry_file(value: Json, what: str) -> EntryFile:
    """``{"index", "leaf", "opened"}``, the texts in ascending order."""
    content = _object(value, what, "index", "leaf", "opened")
    opened = _texts(content["opened"], what)
    # Equal neighbours are left to the step that reports a disclosure given twice.
    if any(before > after for before, after in zip(opened, opened[1:])):
        raise _refusal(what, "opened texts in ascending order", "another order")
    try:
        leaf = _text(content["leaf"], what).encode("ascii")
    except UnicodeEncodeError:
        raise _refusal(what, "a leaf in ASCII", "other characters") from None
    return EntryFile(_number(content["index"], what), leaf, opened)


def manifest(data: bytes, what: str) -> Manifest:
    """``manifest.json``."""
    content = _object(canonical.decode(data), what, "members", "origin", "v")
    _require_version(content["v"], what)
    listed: List[Listed] = []
    for element in _array(content["members"], what):
        line = _object(element, what, "name", "sha256", "size_bytes")
        listed.append(
            Listed(
                _text(line["name"], what),
                _text(line["sha256"], what),
                _number(line["size_bytes"], what),
            )
        )
    return Manifest(_text(content["origin"], what), tuple(listed))


def withheld(data: bytes, what: str) -> Withheld:
    """``withheld.json``, in ascending order, no line twice, no reason empty."""
    content = _object(canonical.decode(data), what, "fields", "items", "v")
    _require_version(content["v"], what)
    fields: Dict[int, Dict[str, Tuple[str, Reason]]] = {}
    before = (-1, "")
    for element in _array(content["fields"], what):
        line = _object(element, what, "approver", "basis", "code", "digest", "field", "index")
        place = (_number(line["index"], what), _text(line["digest"], what))
        if place <= before:
            raise _refusal(what, "fields in ascending order, none twice", "another order")
        reasons = fields.setdefault(place[0], {})
        reasons[place[1]] = (_text(line["field"], what), _reason(line, what))
        before = place
    items: Dict[str, Reason] = {}
    last = ""
    for element in _array(content["items"], what):
        line = _object(element, what, "approver", "basis", "code", "id")
        name = _text(line["id"], what)
        if IS_ID(name) is None or name <= last:
            raise _refusal(what, "object ids in ascending order, none twice", "another order")
        items[name] = _reason(line, what)
        last = name
    return Withheld(fields, items)


def terms(fields: Dict[str, Json], what: str) -> Terms:
    """The fields of the disclosure entry; others may be there."""
    names = ("manifest_sha256", "to", "purpose", "by", "at", "kind_of_disclosure")
    missing = [name for name in (*names, "items") if name not in fields]
    if missing:
        raise _refusal(what, "the fields of disclose/1", "none called " + ", ".join(missing))
    texts = {name: _text(fields[name], f"{what}, field {name}") for name in names}
    items = _texts(fields["items"], what + ", field items")
    if any(IS_ID(item) is None for item in items) or sorted(set(items)) != list(items):
        raise _refusal(what, "items: object ids in ascending order, none twice", "others")
    if _IS_UTC(texts["at"]) is None:
        raise _refusal(what, "at: a time in UTC", "another text")
    if texts["kind_of_disclosure"] not in ("complete", "selection"):
        raise _refusal(what, "kind_of_disclosure: complete or selection", "another text")
    return Terms(
        texts["manifest_sha256"],
        texts["to"],
        texts["purpose"],
        texts["by"],
        texts["at"],
        items,
        texts["kind_of_disclosure"] == "complete",
        _count(fields["withheld"], what + ", field withheld") if "withheld" in fields else None,
    )


def _count(value: Json, what: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise _refusal(what, "a number", "something else")
    return value


def sender(value: Json, what: str) -> Tuple[str, EntryFile, str, str]:
    """The field ``sender`` of a received item: checkpoint, entry, proof, verifier key."""
    content = _object(value, what, "checkpoint", "entry", "proof", "vkey")
    return (
        _text(content["checkpoint"], what),
        entry_file(content["entry"], what),
        _text(content["proof"], what),
        _text(content["vkey"], what),
    )


def _reason(line: Mapping[str, Json], what: str) -> Reason:
    code, basis, approver = (_text(line[name], what) for name in ("code", "basis", "approver"))
    if not (code and basis and approver):
        raise _refusal(what, "code, basis and approver for each line", "an empty one")
    return Reason(code, basis, approver)


def _object(value: Json, what: str, *names: str) -> Mapping[str, Json]:
    if not isinstance(value, dict) or sorted(value) != sorted(names):
        raise _refusal(what, "an object with " + ", ".join(names), "something else")
    return value


def _array(value: Json, what: str) -> Sequence[Json]:
    if not isinstance(value, list):
        raise _refusal(what, "an array", "something else")
    return value


def _texts(value: Json, what: str) -> Tuple[str, ...]:
    return tuple(_text(element, what) for element in _array(value, what))


def _text(value: Json, what: str) -> str:
    if not isinstance(value, str):
        raise _refusal(what, "a text", "something else")
    return value


def _number(value: Json, what: str) -> int:
    # True is an int to Python, and 1 == True: a type, not a comparison, keeps them apart.
    if type(value) is not int or value < 0:
        raise _refusal(what, "a number from 0", "something else")
    return value


def _require_version(value: Json, what: str) -> None:
    if _number(value, what) != 1:
        raise _refusal(what, "version 1", f"version {value}")


def _refusal(what: str, expected: str, found: str) -> EvidenceError:
    return EvidenceError("bad-package", item=what, expected=expected, found=found)
