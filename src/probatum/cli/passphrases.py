"""Where a passphrase comes from: a file, the environment, a prompt. Never the command line."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from probatum.errors import UseError

VARIABLE = "PROBATUM_PASSPHRASE"
COMPARTMENT_VARIABLE = "PROBATUM_COMPARTMENT_PASSPHRASE"
_MOST_BYTES = 4096


def from_file(path: Path) -> str:
    """Return the passphrase in a file, without the one line end that editors add.

    Raises UseError ``wrong-use`` for a file that cannot be a passphrase.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise _unfit("bytes that are not UTF-8") from None
    except OSError as error:
        raise _unfit(os.strerror(error.errno) if error.errno else "an error") from error
    if len(data) > _MOST_BYTES:
        raise _unfit(f"more than {_MOST_BYTES} bytes")
    text = text[:-2] if text.endswith("\r\n") else text.removesuffix("\n")
    if not text:
        raise _unfit("nothing in it")
    return text


def of_compartment(path: Path | None) -> str | None:
    """Return the passphrase of a compartment if one was given: it is never asked for."""
    if path is not None:
        return from_file(path)
    return os.environ.get(COMPARTMENT_VARIABLE) or None


def existing(path: Path | None, what: str = "Passphrase") -> str:
    """Return the passphrase that opens something: from the file, the environment or a prompt."""
    given = _given(path)
    return given if given is not None else prompted(what)


def chosen(path: Path | None) -> str:
    """Return a passphrase for a new case; typed twice at a prompt."""
    given = _given(path)
    return given if given is not None else prompted_twice("New passphrase")


def _given(path: Path | None) -> str | None:
    if path is not None:
        return from_file(path)
    return os.environ.get(VARIABLE) or None


def prompted(what: str) -> str:
    """Ask on the terminal, unseen. Raises UseError ``wrong-use`` where there is none."""
    if not sys.stdin.isatty():
        raise UseError(
            "wrong-use", item="the passphrase", expected="a terminal to ask on",
            found="none", remedy=f"use --passphrase-file FILE or {VARIABLE}",
        )  # fmt: skip
    return getpass.getpass(what + ": ")


def prompted_twice(what: str) -> str:
    """Ask for a new passphrase until it was typed twice alike, three times at most."""
    for _ in range(3):
        first = prompted(what)
        if first == prompted("The same again"):
            return first
        print("These two differ.", file=sys.stderr)
    raise UseError("wrong-use", item="the passphrase", expected="the same twice", found="two",
                   remedy="run the command again, or use a passphrase file")  # fmt: skip


def _unfit(found: str) -> UseError:
    return UseError(
        "wrong-use", item="the passphrase file", expected="one line of UTF-8 text", found=found,
        remedy="write the passphrase into a file of its own that only you can read",
    )  # fmt: skip
