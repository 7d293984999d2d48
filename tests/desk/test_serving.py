"""The serving process: it ends with its terminal, and never outlives it with the case in hand."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desk.served import Caller, served
from probatum.desk.serving import HOST, require_free
from probatum.errors import WorldError


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


def test_a_port_that_another_program_has_is_told_before_the_case_is_asked_for(
    tmp_path: Path,
) -> None:
    with socket.create_server((HOST, 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(WorldError, match="port-taken") as caught:
            require_free(port)
        assert f"http://localhost:{port}/" in caught.value.remedy
        said = subprocess.run(
            [sys.executable, "-m", "probatum", "up", "--case", str(tmp_path / "none"),
             "--port", str(port)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert said.returncode != 0 and "port-taken" in said.stderr
    require_free(port)
