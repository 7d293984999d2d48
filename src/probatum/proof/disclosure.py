"""Disclosures: one field of an entry, or a decoy, as text that can be given or kept back.

The form is that of RFC 9901 without the JWT: base64url of the canonical JSON ``[salt, name,
value]``; the entry carries the digest of that *text*. A decoy is the disclosure ``[salt]``. It can
be opened like a field, so that in a package every digest is a disclosed field, an opened decoy or
a withheld field, and withheld fields can be counted. Specified in ``spec/entries.md``.

>>> text = field_text(bytes(32), "place", "invented bridge")
>>> parse(text).value
'invented bridge'
>>> digest(text)
'f_unecYXiMrvnKs1kucakOKTWviNgWhIvZZU1wq4OcI'
>>> parse(decoy_text(bytes(32))).salt == bytes(32)
True
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Union

from probatum.errors import EvidenceError
from probatum.proof import canonical
from probatum.proof.b64 import b64url, unb64url
from probatum.proof.canonical import Json

SALT_BYTES = 32

# RFC 9901 reserves "_sd" and "..."; the second cannot be spelled in this alphabet.
_NAME = re.compile(r"[a-z0-9_]{1,64}")
_RESERVED = "_sd"


@dataclass(frozen=True)
class Field:
    """A named value behind a digest; the salt (32 bytes) keeps the value from being guessed."""

    salt: bytes
    name: str
    value: Json


@dataclass(frozen=True)
class Decoy:
    """A digest with nothing behind it; hides how many fields an entry has until it is opened."""

    salt: bytes


def field_text(salt: bytes, name: str, value: Json) -> str:
    """The disclosure of one field.

    Raises bad-disclosure for a salt that is not 32 bytes or a name outside ``[a-z0-9_]{1,64}``,
    not-canonical for a value outside the profile.
    """
    _require_name(name)
    # Salt and name need no escaping, so only the value goes through the encoder: this line runs
    # for every field of every act.
    head = '["' + _salt_text(salt) + '","' + name + '",'
    return b64url(head.encode("ascii") + canonical.encode(value) + b"]")


def decoy_text(salt: bytes) -> str:
    """The disclosure of a decoy. Raises bad-disclosure for a salt that is not 32 bytes."""
    return b64url(('["' + _salt_text(salt) + '"]').encode("ascii"))


def digest(text: str) -> str:
    """What an entry carries for a disclosure: base64url of SHA-256 over its text (43 characters).

    RFC 9901, section 4.2.3: the digest is over the base64url text, never over the JSON inside.
    """
    try:
        data = text.encode("ascii")
    except UnicodeEncodeError:
        raise EvidenceError("bad-disclosure", expected="base64url text") from None
    return b64url(hashlib.sha256(data).digest())


def parse(text: str) -> Union[Field, Decoy]:
    """Read a disclosure; exactly one text exists for each salt, name and value.

    Raises not-canonical for a text or JSON that is not the one spelling, bad-disclosure for
    anything that is neither a field nor a decoy.
    """
    content = canonical.decode(unb64url(text))
    if not isinstance(content, list) or len(content) not in (1, 3):
        raise EvidenceError("bad-disclosure", expected="[salt, name, value] or [salt]")
    salt_text = content[0]
    if not isinstance(salt_text, str):
        raise EvidenceError("bad-disclosure", expected="a salt in base64url")
    salt = unb64url(salt_text)
    if len(salt) != SALT_BYTES:
        raise EvidenceError(
            "bad-disclosure", expected="a salt of 32 bytes", found=f"{len(salt)} bytes"
        )
    if len(content) == 1:
        return Decoy(salt)
    name = content[1]
    if not isinstance(name, str):
        raise EvidenceError("bad-disclosure", expected="a field name")
    _require_name(name)
    return Field(salt, name, content[2])


def _salt_text(salt: bytes) -> str:
    if len(salt) != SALT_BYTES:
        raise EvidenceError(
            "bad-disclosure", expected="a salt of 32 bytes", found=f"{len(salt)} bytes"
        )
    return b64url(salt)


def _require_name(name: str) -> None:
    if _NAME.fullmatch(name) is None or name == _RESERVED:
        raise EvidenceError(
            "bad-disclosure", expected="a field name of 1 to 64 letters a-z, digits, underscores"
        )
