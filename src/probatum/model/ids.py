"""Opaque object ids and the short references that people write on paper.

>>> format_reference("EX", 123)
'EX-00123-6'
>>> parse_reference("ex 123 6")
('EX', 123)
"""

from __future__ import annotations

import re
from typing import NewType

from probatum.errors import UseError

ObjectId = NewType("ObjectId", str)  # 32 lower-case hex digits, 128 random bits

COMPARTMENT_NUMBERS = 10**9
"""Records in a compartment are numbered from here on, so that open numbers have no gaps."""

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# Without a separator the number has its full five digits: else a reference that was typed without
# its check character would be read as another number, with its last digit as the check.
_REFERENCE = re.compile(r"([A-Za-z]{1,7})[-\s]*(?:([0-9]{1,12})[-\s]+|([0-9]{5,12}))([0-9A-Za-z])")
_UNCHECKED = re.compile(r"[A-Za-z]{1,7}[-\s]*[0-9]{1,12}")
_OBJECT_ID = re.compile(r"[0-9a-f]{32}")


def is_object_id(text: str) -> bool:
    """Say whether ``text`` has the form of an object id."""
    return _OBJECT_ID.fullmatch(text) is not None


def check_character(text: str) -> str:
    """Return the ISO/IEC 7064 MOD 37,36 check character of letters and digits.

    It finds every single wrong character and nearly every swap of neighbours.
    """
    remainder = 36
    for character in text:
        remainder = (remainder + _ALPHABET.index(character)) % 36 or 36
        remainder = remainder * 2 % 37
    return _ALPHABET[(37 - remainder) % 36]


def format_reference(prefix: str, number: int) -> str:
    """Write a short reference: prefix, running number, check character."""
    digits = f"{number:05d}"
    return f"{prefix}-{digits}-{check_character(prefix + digits)}"


def record_reference(prefix: str, number: int) -> str:
    """Write the reference of a record in a case whose items have ``prefix``.

    >>> record_reference("EX", 12), record_reference("EX", COMPARTMENT_NUMBERS + 12)
    ('EXR-00012-W', 'EXP-00012-C')
    """
    if number > COMPARTMENT_NUMBERS:
        return format_reference(prefix + "P", number - COMPARTMENT_NUMBERS)
    return format_reference(prefix + "R", number)


def record_number(prefix: str, parsed: tuple[str, int]) -> int | None:
    """Return the running number of the record that a reference names; None if it names none."""
    if parsed[0] == prefix + "R":
        return parsed[1]
    return parsed[1] + COMPARTMENT_NUMBERS if parsed[0] == prefix + "P" else None


def parse_reference(text: str) -> tuple[str, int] | None:
    """Read a reference as a person types it; None if it does not look like one.

    Raises UseError ``bad-reference`` if the check character does not fit.
    """
    match = _REFERENCE.fullmatch(text.strip())
    if match is None:
        if _UNCHECKED.fullmatch(text.strip()):
            raise _bad_reference()
        return None
    prefix, number = match[1].upper(), int(match[2] or match[3])
    expected = format_reference(prefix, number)
    if expected[-1] != match[4].upper():
        raise _bad_reference()
    return prefix, number


def _bad_reference() -> UseError:
    return UseError(
        "bad-reference", item="the reference as typed",
        expected="a check character that fits its number", found="another one, or none",
        remedy="compare it with the label or the receipt, letter by letter",
    )  # fmt: skip
