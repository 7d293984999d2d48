"""Compiled loops: made at their first use on a machine, and kept in the user's cache folder.

What is kept is machine code of this program, and nothing of any case. Where the
folder cannot be written, loops are compiled anew by every process: slower to start, no error.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Protocol, TypeVar, cast

import numba
import platformdirs

Loop = TypeVar("Loop", bound=Callable[..., object])


def _cache() -> bool:
    """Whether compiled code can be kept; sets where, unless the user said so."""
    known = vars(numba.config)
    if known["CACHE_DIR"]:
        return True
    # The sources are in the name: numba looks at the time and size of one file alone, and neither
    # sees that a function called in another one has changed.
    sources = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        text = path.read_bytes()
        if b"\n@compiled\n" in text:
            sources.update(text)
    folder = Path(platformdirs.user_cache_dir("probatum")) / f"compiled-{sources.hexdigest()[:16]}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    if not os.access(folder, os.W_OK | os.X_OK):
        return False
    known["CACHE_DIR"] = str(folder)
    return True


_KEPT = _cache()


def compiled(loop: Loop) -> Loop:
    """Compile a function of numbers and arrays; other threads run while it does."""
    return cast(Loop, numba.njit(nogil=True, cache=_KEPT, error_model="numpy")(loop))


class _Stats(Protocol):
    cache_path: str


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
    return not _KEPT or not any(Path(made.stats.cache_path).glob(f"*.{made.__name__}-*.nbi"))
