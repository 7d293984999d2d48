"""What a worker takes away from itself before it reads a stranger's byte.

Memory, processor time, files to write, core dumps, child processes, the network. The limits of the
kernel hold for native code too; the audit hook stops Python code, on every system. A namespace
without a network is taken where the kernel gives one to an ordinary user.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys

if sys.platform != "win32":  # there, the clock of the session and the audit hook remain
    import resource

_PR_SET_PDEATHSIG, _PR_SET_DUMPABLE, _PR_SET_NO_NEW_PRIVS = 1, 4, 38
_CLONE_NEWUSER, _CLONE_NEWNET = 0x1000_0000, 0x4000_0000
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_FORBIDDEN = frozenset(
    "os.exec os.fork os.forkpty os.posix_spawn os.spawn os.system os.startfile os.kill os.killpg "
    "os.remove os.rename os.mkdir os.rmdir os.link os.symlink os.truncate os.chmod os.chown "
    "subprocess.Popen pty.spawn shutil.rmtree webbrowser.open urllib.Request "
    "tempfile.mkstemp tempfile.mkdtemp".split()
)


def confine(memory_bytes: int) -> None:
    """Take away from this process what reading a file does not need. It cannot be undone."""
    if sys.platform == "linux":
        _leave_the_network()
    if sys.platform != "win32":
        for name, most in (
            (resource.RLIMIT_AS, memory_bytes),
            (resource.RLIMIT_FSIZE, 0),  # pipes are not files
            (resource.RLIMIT_CORE, 0),  # a core dump would lie on disk in plain text
        ):
            _, hard = resource.getrlimit(name)
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            resource.setrlimit(name, (most, most))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the session's business
    sys.addaudithook(_refuse)


def allow_seconds(seconds: float) -> None:
    """Set the processor time that the next item may take; beyond it the kernel ends the process."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(used.ru_utime + used.ru_stime + seconds) + 1
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _leave_the_network() -> None:
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)  # end with the session
    library.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)  # nobody looks into its memory
    library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    # Refused by many kernels for ordinary users: then the audit hook is what there is.
    library.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith("socket.") or event in _FORBIDDEN:
        raise PermissionError("a worker does not do this: " + event)
    if event == "open" and len(arguments) == 3:
        flags = arguments[2]
        if isinstance(flags, int) and flags & _WRITING:
            raise PermissionError("a worker writes no files")
