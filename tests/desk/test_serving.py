"""The serving process: it ends with its terminal, and never outlives it with the case in hand."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from desk.served import Caller, served


def test_ctrl_c_ends_the_desk(tmp_path: Path) -> None:
    with served(None, tmp_path) as desk:
        assert Caller(desk.port).get("/").status == 403
        os.killpg(desk.process.pid, signal.SIGINT)  # as a terminal sends it: to all of the group
        assert desk.process.wait(30) == 0


def test_who_serves_ends_when_its_parent_was_killed(tmp_path: Path) -> None:
    with served(None, tmp_path) as desk:
        [worker] = desk.workers
        os.kill(desk.process.pid, signal.SIGKILL)
        desk.process.wait()
        until = time.monotonic() + 60
        while time.monotonic() < until and _serves(worker):
            time.sleep(0.02)
        assert not _serves(worker)


def _serves(process: int) -> bool:
    try:
        return b"probatum" in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False
