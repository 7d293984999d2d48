"""Cases that take long in the making, made once for all workers of a run."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of this name once a worker has made what is in it.

    ``make(folder)`` fills it, with ``XDG_STATE_HOME`` set to its ``state``. All workers share it:
    a test that writes takes a copy. A folder whose making ended early is made anew.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, done = base / name, base / f"{name}-is-made"
    with FileLock(base / f"{name}.lock"), pytest.MonkeyPatch.context() as patch:
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            patch.setenv("XDG_STATE_HOME", str(folder / "state"))
            make(folder)
            done.touch()
    return folder
