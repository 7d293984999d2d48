"""Compiled loops: made at their first use on a machine, and kept in the user's cache folder.

What is kept is machine code of this program, and nothing of any case. Where the
folder cannot be written, loops are compiled anew by every process: slower to start, no error.
Whoever imports this imports numba; commands that count nothing never do.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Protocol, TypeVar, cast

import numba
import platformdirs

Loop = TypeVar("Loop", bound=Callable[..., object])


def compiled(loop: Loop) -> Loop:
    """Compile a function of numbers and arrays; other threads run while it does."""
    with _kept_in(_folder(_room(loop))) as kept:
        made = numba.njit(nogil=True, cache=kept, error_model="numpy")(loop)
    return cast(Loop, made)


class _Stats(Protocol):
    cache_path: str | None


class _Compiled(Protocol):
    """What numba makes of a function, as far as it is asked here."""

    signatures: list[object]
    stats: _Stats
    __name__: str


def still_to_compile(loop: Callable[..., object]) -> bool:
    """Whether a loop would be compiled if it were called now: it is not in the cache either."""
    made = cast(_Compiled, loop)
    if made.signatures:
        return False
    kept = made.stats.cache_path
    return kept is None or not any(Path(kept).glob(f"*.{made.__name__}-*.nbi"))


def _room(loop: Callable[..., object]) -> str:
    """Return the room that a function stands in: ``probatum.link`` of ``probatum.link.pairs``."""
    return ".".join(loop.__module__.split(".")[:2])


@cache
def _folder(room: str) -> Path | None:
    """Return where compiled code of a room is kept; None where it cannot be."""
    # The sources are in the name: numba looks at the time and size of one file alone, and neither
    # sees that a function called in another one has changed.
    sources = sha256()
    place = Path(str(sys.modules[room].__file__)).parent
    for path in sorted(place.rglob("*.py")):
        text = path.read_bytes()
        if b"\n@compiled\n" in text:
            sources.update(text)
    folder = Path(platformdirs.user_cache_dir("probatum")) / f"compiled-{sources.hexdigest()[:16]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK | os.X_OK) else None


@contextmanager
def _kept_in(folder: Path | None) -> Iterator[bool]:
    """Have numba keep what is defined inside in a folder, unless the user names another.

    Gives whether it is kept. Numba asks for its folder when a function is defined, so each room
    can have its own.
    """
    known = vars(numba.config)
    before = known["CACHE_DIR"]
    if before or folder is None:
        yield bool(before)
        return
    known["CACHE_DIR"] = str(folder)
    try:
        yield True
    finally:
        known["CACHE_DIR"] = before
