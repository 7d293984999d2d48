"""This machine: its name and whether its clock is synchronised, as custody facts."""

from __future__ import annotations

import ctypes
import platform
import sys

_TIMEX_BYTES = 512
_STATUS_OFFSET = 40  # struct timex on 64-bit Linux: modes, offset, freq, maxerror, esterror, status
_STA_UNSYNC = 0x40


def machine_name() -> str:
    """Return host name and operating system."""
    return f"{platform.node() or 'unnamed'} ({platform.system()} {platform.release()})"


def clock_state() -> str:
    """Return ``synchronised``, ``not synchronised`` or ``unknown`` (NTP state of the kernel).

    Linux only, through adjtimex(2) with no modes; elsewhere it is *unknown*.
    """
    if sys.platform != "linux" or sys.maxsize < 2**32:
        return "unknown"
    timex = ctypes.create_string_buffer(_TIMEX_BYTES)
    try:
        state = ctypes.CDLL(None).adjtimex(timex)
    except (OSError, AttributeError):
        return "unknown"
    if state < 0:
        return "unknown"
    status = int.from_bytes(timex.raw[_STATUS_OFFSET : _STATUS_OFFSET + 4], sys.byteorder)
    return "not synchronised" if status & _STA_UNSYNC else "synchronised"
