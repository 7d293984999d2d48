"""E5: the stand-alone verifier on 1 GB of originals and on 1,000 entries, against hashlib."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from _measure import median, new_case, promise, scratch, timed

from probatum.acts.add_files import add
from probatum.acts.clear_item import clear
from probatum.acts.disclose_items import disclose
from probatum.acts.list_items import list_items
from probatum.acts.open_case import open_session
from probatum.disclose.sealing import Protection

RUNS = 5
PYZ = Path(__file__).resolve().parent.parent / "src/probatum/disclose/verify.pyz"


def package(folder: Path, files: int, size: int) -> tuple[Path, str]:
    """Make a plain package of so many items; return it and the log's key."""
    source = folder / "source"
    source.mkdir(parents=True)
    for number in range(files):
        (source / f"{number}.bin").write_bytes(os.urandom(size))
    case = new_case(folder)
    with open_session(case, "bench passphrase") as session:
        add(session, [str(source)])
        for row in list_items(session):
            clear(session, row.id, cleared=True, reason=None)
        target = folder / "package.zip"
        done = disclose(
            session, to="Bench", purpose="bench", items=None, withhold=(), with_originals=True,
            complete=False, target=target, protection=Protection(plain=True),
        )  # fmt: skip
    return target, done.vkey


def verify(path: Path, key: str) -> None:
    command = [sys.executable, "-I", "-S", str(PYZ), str(path), "--key", key]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def hash_file(path: Path) -> None:
    """Read once and hash: what any verifier has to do at the least."""
    with open(path, "rb") as stream:
        hashlib.file_digest(stream, "sha256")


def main() -> int:
    with scratch() as folder:
        path, key = package(folder / "large", 2, 500_000_000)
        pairs = [
            (timed(lambda: hash_file(path)), timed(lambda: verify(path, key))) for _ in range(RUNS)
        ]
        ratio = median([limit / ours for limit, ours in pairs])
        print(
            f"  1 GB of originals, {RUNS} pairs: SHA-256 of the file "
            f"{median([p[0] for p in pairs]):.2f} s, ours {median([p[1] for p in pairs]):.2f} s"
        )
        kept = promise("rate of ours / rate of hashlib", ratio, 0.8, at_most=False)
        small, small_key = package(folder / "small", 500, 1_000)
        took = median([timed(lambda: verify(small, small_key)) for _ in range(RUNS)])
        print("  500 items, more than 1,000 entries, start of the interpreter included")
        return not (promise("seconds", took, 2, at_most=True) and kept)


if __name__ == "__main__":
    sys.exit(main())
