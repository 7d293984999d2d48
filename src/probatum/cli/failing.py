"""Errors at the edge: code, item, expected, found, remedy; and the exit code of the family.

0 fine, 1 something is wrong with evidence or input, 2 wrong use, 3 the environment.
"""

from __future__ import annotations

import errno
import json
import os
import sys

from probatum.errors import CODES, ProbatumError, UseError, WorldError

_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_PERMISSION = {errno.EACCES, errno.EPERM, errno.EROFS}
INTERRUPTED = 130


def world_error(error: OSError | MemoryError) -> WorldError:
    """Return the error of the environment that an unforeseen system error amounts to."""
    if isinstance(error, MemoryError):
        return WorldError(
            "io-error", item="memory", expected="enough of it", found="none left",
            remedy="close other programs and run the command again",
        )  # fmt: skip
    found = os.strerror(error.errno) if error.errno else "an error without a number"
    if error.errno in _NO_SPACE:
        return WorldError(
            "no-space", item="the disk", expected="room to write", found=found,
            remedy="make room, then run the command again; what was acknowledged is kept",
        )  # fmt: skip
    if error.errno in _NO_PERMISSION:
        return WorldError(
            "no-permission", item="a file or folder", expected="access", found=found,
            remedy="check whose files these are and where the case lies",
        )  # fmt: skip
    return WorldError(
        "io-error", item="a file or folder", expected="to be read or written", found=found,
        remedy="check the disk and its connection, then run the command again",
    )  # fmt: skip


def wrong_use(message: str, command: str, usage: str) -> UseError:
    """Return the error for a command line that cannot be understood."""
    return UseError(
        "wrong-use", item="the command line", expected=usage, found=message,
        remedy=f"read `{command} --help`",
    )  # fmt: skip


def report(error: ProbatumError, as_json: bool) -> int:
    """Print an error for people, and as JSON if asked for; return the exit code."""
    if as_json:
        more = {"details": [dict(each) for each in error.details]} if error.details else {}
        print(json.dumps({"error": error.as_dict() | more}, indent=2), flush=True)
    print(described(error, colours=on_colour_terminal()), file=sys.stderr, flush=True)
    return error.exit_code


def described(error: ProbatumError, *, colours: bool = False) -> str:
    """Return an error as a short block: what it is, then each fact on its line."""
    from probatum.cli.wording import facts, shown

    head = f"Error {error.code}: {CODES[error.code]}"
    if colours:
        head = f"\033[1;31m{head}\033[0m"
    known = [
        ("item", error.item),
        ("expected", error.expected),
        ("found", error.found),
        ("to do", error.remedy),
    ]
    body = facts((f"  {label}", shown(value)) for label, value in known if value)
    return f"{head}\n{body}" if body else head


def on_colour_terminal() -> bool:
    """Whether standard error is a terminal whose owner has not asked for no colours."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")
