"""E1: add 4 files of 500 MB, all steps included, against SHA-256 and against cp plus fsync."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

from _measure import SPEED_PAGE, median, new_case, promise, scratch, timed

from probatum.acts.add_files import add
from probatum.acts.open_case import open_session

FILES, SIZE, RUNS = 4, 500_000_000, 3


def make(folder: Path) -> list[Path]:
    folder.mkdir()
    paths = []
    for number in range(FILES):
        path = folder / f"{number}.bin"
        block = os.urandom(1 << 20)
        with open(path, "wb") as stream:
            written = 0
            while written < SIZE:
                part = block[: min(len(block), SIZE - written - 8)] + written.to_bytes(8, "big")
                written += stream.write(part)
        paths.append(path)
    os.sync()
    return paths


def hash_all(paths: list[Path]) -> None:
    for path in paths:
        with open(path, "rb") as stream:
            hashlib.file_digest(stream, "sha256")


def copy_all(paths: list[Path], target: Path) -> None:
    target.mkdir()
    for path in paths:
        copy = target / path.name
        shutil.copyfile(path, copy)
        descriptor = os.open(copy, os.O_RDONLY)
        os.fsync(descriptor)
        os.close(descriptor)


def main() -> int:
    with scratch() as folder:
        paths = make(folder / "source")
        hashing, copying, ours = [], [], []
        for run in range(RUNS):
            hashing.append(timed(lambda: hash_all(paths)))
            copies = folder / "copies"
            copying.append(timed(lambda: copy_all(paths, copies)))  # noqa: B023
            shutil.rmtree(copies)
            os.sync()
            case = new_case(folder / f"run{run}")
            with open_session(case, "bench passphrase") as session:
                ours.append(timed(lambda: add(session, [str(p) for p in paths])))
            shutil.rmtree(folder / f"run{run}")
            os.sync()
        print(f"  {FILES} files of {SIZE:,} bytes, medians of {RUNS} interleaved runs")
        print(
            f"  one SHA-256 pass {median(hashing):.2f} s, cp + fsync {median(copying):.2f} s, "
            f"ours {median(ours):.2f} s"
        )
        ratios = [o / max(h, c) for o, h, c in zip(ours, hashing, copying, strict=True)]
        return not promise(
            "ours / the slower of both", median(ratios), 1.3, at_most=True, explained=SPEED_PAGE
        )


if __name__ == "__main__":
    sys.exit(main())
