"""Compiled loops: made at their first use on a machine, and kept in the user's cache folder.

What is kept is machine code of this version of the program, and nothing of any case. Where the
folder cannot be written, loops are compiled anew by every process: slower to start, no error.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

import numba
import platformdirs

from probatum import __version__

Loop = TypeVar("Loop", bound=Callable[..., object])


def _cache() -> bool:
    """Whether compiled code can be kept; sets where, unless the user said so."""
    known = vars(numba.config)
    if known["CACHE_DIR"]:
        return True
    # The version is in the name: numba compares the time and size of a file, and files of a wheel
    # may have the same time in two versions.
    folder = Path(platformdirs.user_cache_dir("probatum")) / f"compiled-{__version__}"
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
    """Compile a function of numbers and arrays; it lets other threads run while it does.

    Functions that call one another stay in one module: numba does not see that a function in
    another file has changed.
    """
    return cast(Loop, numba.njit(nogil=True, cache=_KEPT, error_model="numpy")(loop))
