"""Beginning and ending the processes that open files of strangers: bytes go over two pipes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import probatum

_ROOT = Path(probatum.__file__).resolve().parent.parent
# The passphrase of the case may stand in our environment; such a process gets none of it.
_KEPT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def begin(worker: str) -> subprocess.Popen[bytes]:
    """Start ``main()`` of the module ``worker``; it confines itself before it reads anything.

    Isolated: neither the environment nor the current folder may choose which code opens the file.
    """
    start = f"import sys; sys.path.append(sys.argv[1]); from {worker} import main; main()"
    return subprocess.Popen(
        [sys.executable, "-I", "-B", "-X", "utf8", "-c", start, str(_ROOT)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT if name in os.environ},
        cwd=os.sep, start_new_session=True,
    )  # fmt: skip


def end(process: subprocess.Popen[bytes]) -> None:
    """Wait for a process that was killed, and close its pipes."""
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except BrokenPipeError:
                pass  # bytes that nobody will read any more
