"""Serve the desk on this machine: granian, one process, threads for people."""

from __future__ import annotations

import gc
import multiprocessing
import os
import secrets
import signal
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from probatum.errors import WorldError

HOST = "127.0.0.1"
NAME = "localhost"  # browsers keep passkeys for names, not for numbers
PORT = 8484
THREADS = 16
START_SECONDS, ANSWER_SECONDS, LOOK_SECONDS = 600.0, 30.0, 0.05
END_SECONDS = 30  # for what people are doing just now; what is cut off then is undone or redone


def serve(
    folder: Path | None, secret: str | None, person: str | None, port: int,
    ready: Callable[[str], bool],
) -> None:  # fmt: skip
    """Serve until interrupted. ``ready`` is told the address once the desk answers; false ends it.

    Raises what ``require_free`` raises.
    """
    from granian.constants import Interfaces, Loops
    from granian.log import LogLevels
    from granian.server import MPServer

    require_free(port)
    server = MPServer(
        "probatum.desk", address=HOST, port=port, interface=Interfaces.WSGI, workers=1,
        blocking_threads=THREADS, loop=Loops.asyncio, websockets=False, log_level=LogLevels.error,
        respawn_failed_workers=False, backpressure=128, workers_kill_timeout=END_SECONDS,
    )  # fmt: skip
    key = secrets.token_urlsafe(24)
    way_in = "enter/" if secret is not None else ""
    address = f"http://{NAME}:{port}/{way_in}?key={key}"

    def answering() -> None:
        if not ready(address):
            os.kill(os.getpid(), signal.SIGTERM)

    server.on_startup(lambda: _when_answering(port, answering))
    server.serve(target_loader=_Loader(folder, secret, person, key, port), wrap_loader=False)


class _Loader:
    """Makes the application in the serving process, which alone holds the case."""

    def __init__(
        self, folder: Path | None, secret: str | None, person: str | None, key: str, port: int
    ) -> None:
        self._given = (folder, secret, person, key, port)

    def __call__(self, *_target: object) -> Callable[..., Any]:
        from probatum.desk.wsgi import application

        _end_with_the_terminal()
        made = application(*self._given)
        # What is loaded by now stays; looking through it for cycles again and again takes a tenth
        # of a second each time, in the middle of somebody's page.
        gc.collect()
        gc.freeze()
        return made


def _end_with_the_terminal() -> None:
    """Let the serving process end when its parent says so, or is no more; and only then.

    Ctrl-C reaches every process of the terminal's group. Granian's worker waits forever when it is
    told twice, by the terminal and by its parent, and would outlive a parent that was killed, with
    the case and the port in its hands.
    """
    if hasattr(os, "setpgid"):
        os.setpgid(0, 0)
    parent = multiprocessing.parent_process()
    if parent is not None:

        def watch() -> None:
            parent.join()
            os.kill(os.getpid(), signal.SIGTERM)

        threading.Thread(target=watch, daemon=True, name="parent").start()


def _when_answering(port: int, then: Callable[[], None]) -> None:
    """Call back once the serving process, which opens the case first, takes connections."""

    def wait() -> None:
        for _ in range(int(START_SECONDS / LOOK_SECONDS)):
            with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
                probe.settimeout(ANSWER_SECONDS)
                if probe.connect_ex((HOST, port)) == 0 and _answers(probe, port):
                    then()
                    return
            time.sleep(LOOK_SECONDS)

    threading.Thread(target=wait, daemon=True, name="ready").start()


def _answers(probe: socket.socket, port: int) -> bool:
    try:
        probe.sendall(f"HEAD / HTTP/1.0\r\nHost: {NAME}:{port}\r\n\r\n".encode())
        return probe.recv(7) == b"HTTP/1."
    except OSError:
        return False


def require_free(port: int) -> None:
    """Raise WorldError ``port-taken`` or ``no-permission`` if nothing may listen at a port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except PermissionError as error:
            raise WorldError(
                "no-permission", item=f"port {port}", expected="one that anybody may use",
                found="one of the system", remedy="name one above 1023 with --port",
            ) from error  # fmt: skip
        except OSError as error:
            raise WorldError(
                "port-taken", item=f"port {port}", expected="to be free", found="another program",
                remedy=f"open the desk that runs already at http://{NAME}:{port}/, or name "
                "another port with --port",
            ) from error  # fmt: skip
