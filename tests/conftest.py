"""What every test may ask for, vectors beside the clone, where tests write, how keys are made."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

import pytest

from probatum.acts import compartment
from probatum.acts.init_case import init_case

ROOT = Path(__file__).resolve().parent.parent
_MEMORY = Path("/dev/shm")
_ROOM_BYTES = 4 << 30
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3  # malloc.h
_ROOT_OF_FOLDERS = "PYTEST_DEBUG_TEMPROOT"  # pytest's own name for it


def write_into_memory() -> None:
    """Give tests folders in memory where there is room, and programs in them may run.

    Acts sync each step, and most of a run would be spent waiting for a disk that nobody will look
    at again. What syncs are worth, ``tests/crash/`` shows on a disk of its own making.
    """
    try:
        facts = os.statvfs(_MEMORY)
        known = Path("/proc/meminfo").read_text("ascii")
    except OSError:
        return
    (line,) = (each for each in known.splitlines() if each.startswith("MemAvailable:"))
    room = min(facts.f_bavail * facts.f_frsize, int(line.split()[1]) * 1024)
    if room >= _ROOM_BYTES and not facts.f_flag & os.ST_NOEXEC and os.access(_MEMORY, os.W_OK):
        os.environ.setdefault(_ROOT_OF_FOLDERS, str(_MEMORY))


def keep_freed_memory() -> None:
    """Keep what was freed for what comes next (glibc): new pages cost more than decrypting them."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        for option, size in ((_M_MMAP_THRESHOLD, 32 << 20), (_M_TRIM_THRESHOLD, 256 << 20)):
            mallopt(option, size)


def stretch_passphrases_little() -> None:
    """Let cases and compartments that are made in this process ask for 8 KiB, not for 64 MiB.

    That is a third of a second at every opening. What people get, ``cli/test_init.py`` looks up.
    """
    for act in (
        init_case, compartment.create, compartment.enter, compartment.find, compartment.grant,
        compartment.break_the_glass,
    ):  # fmt: skip
        assert act.__kwdefaults__ is not None
        act.__kwdefaults__["memory_kib"] = 8


write_into_memory()
keep_freed_memory()
stretch_passphrases_little()


# The longest tests, and those that share what is longest in the making. They come first, so that
# no worker is left alone with one of them at the end.
LONGEST = (
    "tests/crash/", "tests/cli/test_demo.py", "tests/desk/test_every_page.py",
    "tests/desk/stories/", "tests/desk/attacks/", "tests/desk/test_look_in_browser.py",
    "tests/desk/pages/items/test_in_browser.py", "tests/test_readme.py", "tests/acts/test_counting",
)  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest tests first; the others keep their order."""

    def place(item: pytest.Item) -> int:
        for number, beginning in enumerate(LONGEST):
            if item.nodeid.startswith(beginning):
                return number
        return len(LONGEST)

    items.sort(key=place)


class Shared:
    """Material that we may read but not publish; absent in a plain clone.

    ``shared("vectors/merkle")`` and ``shared / "vectors/merkle"`` give the path, skip the test by
    name where it is absent, and fail it where ``PROBATUM_REQUIRE_SHARED`` is 1.
    """

    def __init__(self) -> None:
        self.root = Path(os.environ.get("PROBATUM_SHARED") or ROOT.parent / "shared")

    def __call__(self, name: str) -> Path:
        path = self.root / name
        if not path.exists():
            message = f"shared/{name} is absent"
            if os.environ.get("PROBATUM_REQUIRE_SHARED") == "1":
                pytest.fail(message)
            pytest.skip(message)
        return path

    __truediv__ = __call__


@pytest.fixture(scope="session")
def shared() -> Shared:
    """Find vectors by name below ``../shared`` or ``PROBATUM_SHARED``."""
    return Shared()
