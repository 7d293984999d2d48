"""What a picture carries of its making, and what it looks like: for putting pictures into series.

Remarks for somebody who looks through a telephone; nothing is decided by them, and anything here
can be forged by whoever made the file.
"""

from __future__ import annotations

import re
from contextlib import suppress

import msgspec
from PIL import Image

_DATE_TIME, _MAKE, _MODEL, _EXIF = 0x0132, 0x010F, 0x0110, 0x8769
_ORIGINAL = 0x9003
_MOMENT = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)")
_LONGEST = 60
_SIDE = 8


class Traits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``camera`` and ``taken_at`` (the clock of the camera, no zone) as the file says, "" if it
    does not. ``likeness`` are 64 bits in hex, of which nearly identical pictures differ in few.
    ``format`` is Pillow's name of the format.
    """

    format: str
    camera: str
    taken_at: str
    likeness: str


def traits_of(picture: Image.Image) -> Traits:
    """Return the traits of an opened picture; what is unreadable in its metadata counts as none."""
    camera = taken = ""
    # The readers of EXIF fail in many ways on what strangers put there.
    with suppress(OSError, ValueError, SyntaxError, TypeError, KeyError, IndexError,
                  AttributeError, OverflowError, ZeroDivisionError):  # fmt: skip
        exif = picture.getexif()
        camera = " ".join(
            str(exif.get(tag, "")).strip("\0 ") for tag in (_MAKE, _MODEL)
        ).strip()[:_LONGEST]  # fmt: skip
        taken = _moment(exif.get_ifd(_EXIF).get(_ORIGINAL) or exif.get(_DATE_TIME))
    said = "".join(each for each in camera if each.isprintable())
    return Traits(format=picture.format or "", camera=said, taken_at=taken,
                  likeness=likeness(picture))  # fmt: skip


def likeness(picture: Image.Image) -> str:
    """Return whether each of 8 x 8 places is brighter than its neighbour, as 16 hex digits."""
    small = picture.convert("L").resize((_SIDE + 1, _SIDE), Image.Resampling.BOX)
    values, bits = small.tobytes(), 0
    for row in range(_SIDE):
        for column in range(_SIDE):
            at = row * (_SIDE + 1) + column
            bits = bits << 1 | (values[at] > values[at + 1])
    return f"{bits:016x}"


def _moment(said: object) -> str:
    """Return the moment as ISO writes it, "" for what is none."""
    found = _MOMENT.fullmatch(str(said or "").strip("\0 "))
    return "" if found is None else f"{found[1]}-{found[2]}-{found[3]}T{found[4]}"
