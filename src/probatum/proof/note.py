r"""Text signed by named keys: the signed note of C2SP, with Ed25519.

A *note* is a text and signature lines. A *verifier key* names whose signature counts: name, four
bytes of key id, public key. A signature by any other key says nothing and is passed over, so that
co-signers can add their lines; the line of the trusted key must be there once and be right.

>>> key = VerifierKey.parse("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")
>>> key.name, key.key_id.hex()
('example.com/foo', '530d903a')
>>> open_note('''This is an example message.
...
... — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1E\
... RYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
... '''.encode(), key)
'This is an example message.\n'
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Tuple

from probatum.errors import EvidenceError
from probatum.proof import ed25519
from probatum.proof.b64 import b64, unb64

MAX_SIGNATURES = 100
"""As in Go's sumdb/note; each line costs the reader time."""

_ED25519 = b"\x01"
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
_LINE = re.compile("— ([^ ]+) ([^ ]+)")
_KEY = re.compile(r"([^+]+)\+([0-9a-f]{8})\+(.+)", re.DOTALL)

Signature = Tuple[str, bytes, bytes]
"""Key name, key id (4 bytes), signature."""

Verify = Callable[[bytes, bytes, bytes], bool]
"""``verify(public_key, message, signature)``: the standard library's or a faster one."""


@dataclass(frozen=True)
class VerifierKey:
    """Whose signature counts: key name, key id (4 bytes), Ed25519 public key (32 bytes).

    Raises ``bad-note`` for a name that a signature line cannot carry and a key id of another key.
    """

    name: str
    key_id: bytes
    public_key: bytes

    def __post_init__(self) -> None:
        _require_name("verifier key", self.name)
        if len(self.public_key) != ed25519.KEY_BYTES:
            raise _refusal("verifier key", "32 bytes", f"{len(self.public_key)} bytes")
        if self.key_id != _key_id(self.name, self.public_key):
            raise _refusal("verifier key", "the key id of name and key", "another key id")

    @classmethod
    def for_ed25519(cls, name: str, public_key: bytes) -> VerifierKey:
        """Name an Ed25519 public key (32 bytes). Raises ``bad-note``."""
        _require_name("verifier key", name)
        return cls(name, _key_id(name, public_key), public_key)

    @classmethod
    def parse(cls, vkey: str) -> VerifierKey:
        """Read ``<name>+<key id>+<base64>`` in its one spelling. Raises ``bad-note``."""
        match = _KEY.fullmatch(vkey)
        if match is None:
            raise _refusal("verifier key", "<name>+<8 hex digits>+<base64>", "another text")
        material = _unb64("verifier key", match[3])
        if material[:1] != _ED25519:
            raise _refusal("verifier key", "an Ed25519 key", "another kind of key")
        return cls(match[1], bytes.fromhex(match[2]), material[1:])

    def text(self) -> str:
        """The key as a line of text (a *vkey*), as it is printed, sent and kept."""
        return f"{self.name}+{self.key_id.hex()}+{b64(_ED25519 + self.public_key)}"

    def fingerprint(self) -> str:
        """SHA-256 of ``text()`` as 64 hexadecimal digits, for comparing over the telephone."""
        return sha256(self.text().encode("utf-8")).hexdigest()


@dataclass(frozen=True)
class Note:
    """A note that was read but not checked: nobody has vouched for ``text`` yet."""

    text: str
    signatures: Tuple[Signature, ...]


def format_note(text: str, lines: Sequence[Signature]) -> bytes:
    """Write a note: the text, which ends in a newline, and at least one signature line.

    Raises ``bad-note``.
    """
    if not text.endswith("\n"):
        raise _refusal("note", "a text that ends in a newline", "no newline at its end")
    if not 0 < len(lines) <= MAX_SIGNATURES:
        raise _refusal("note", f"1 to {MAX_SIGNATURES} signatures", str(len(lines)))
    parts = [text, "\n"]
    for name, key_id, signature in lines:
        _require_name("signature line", name)
        if len(key_id) != 4 or not signature:
            raise _refusal("signature line", "a key id of 4 bytes and a signature", "other bytes")
        parts.append(f"— {name} {b64(key_id + signature)}\n")
    return _encoded("".join(parts))


def parse_note(data: bytes) -> Note:
    """Take a note apart without checking any signature. Raises ``bad-note``."""
    try:
        whole = data.decode("utf-8")
    except UnicodeDecodeError:
        raise _refusal("note", "UTF-8", "other bytes") from None
    _require_printable("note", whole)
    # The last empty line divides: a text may hold empty lines of its own, signatures may not.
    text, blank, below = whole.rpartition("\n\n")
    if not blank or not below.endswith("\n"):
        raise _refusal("note", "text, an empty line, signature lines", "another form")
    lines = below[:-1].split("\n", MAX_SIGNATURES)
    if len(lines) > MAX_SIGNATURES:
        raise _refusal("note", f"at most {MAX_SIGNATURES} signatures", "more")
    return Note(text + "\n", tuple(_parse_line(line) for line in lines))


def open_note(data: bytes, key: VerifierKey, verify: Verify = ed25519.verify) -> str:
    """The text of a note, once the trusted key's signature of it has been verified.

    Raises ``bad-note`` for a malformed note, and ``bad-signature`` if the trusted key has no line,
    more than one, or a wrong one.
    """
    note = parse_note(data)
    found = [
        signature
        for name, key_id, signature in note.signatures
        if name == key.name and key_id == key.key_id
    ]
    if len(found) != 1:
        raise EvidenceError(
            "bad-signature",
            item="signed note",
            expected=f"one signature of the trusted key (id {key.key_id.hex()})",
            found=f"{len(found)} among {len(note.signatures)}",
        )
    if not verify(key.public_key, note.text.encode("utf-8"), found[0]):
        raise EvidenceError(
            "bad-signature",
            item="signed note",
            expected=f"a signature of this text by the trusted key (id {key.key_id.hex()})",
            found="a signature that does not verify",
        )
    return note.text


def _parse_line(line: str) -> Signature:
    match = _LINE.fullmatch(line)
    if match is None:
        raise _refusal("signature line", "dash, key name, base64", "another form")
    name = match[1]
    _require_name("signature line", name)
    data = _unb64("signature line", match[2])
    if len(data) < 5:
        raise _refusal("signature line", "a key id and a signature", f"{len(data)} bytes")
    return name, data[:4], data[4:]


def _key_id(name: str, public_key: bytes) -> bytes:
    return sha256(name.encode("utf-8") + b"\n" + _ED25519 + public_key).digest()[:4]


def _require_name(what: str, name: str) -> None:
    _require_printable(what, name)
    if not name or "+" in name or any(character.isspace() for character in name):
        raise _refusal(what, "a key name without spaces and plus signs", "another name")


def _require_printable(what: str, text: str) -> None:
    _encoded(text)
    if _CONTROL.search(text):
        raise _refusal(what, "no control characters", "a control character")


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise _refusal("note", "whole characters", "a lone surrogate") from None


def _unb64(what: str, text: str) -> bytes:
    try:
        return unb64(text)
    except EvidenceError as error:
        raise _refusal(what, error.expected, error.found) from None


def _refusal(what: str, expected: str, found: str) -> EvidenceError:
    return EvidenceError("bad-note", item=what, expected=expected, found=found)
