"""E2: add 20,000 files of 20 KB, durable, against bagit.py --sha256 on a copy of the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from _measure import SPEED_PAGE, new_case, promise, scratch, timed

from probatum.acts.add_files import add
from probatum.acts.open_case import open_session

FILES, SIZE = 20_000, 20_000


def make(folder: Path) -> None:
    folder.mkdir()
    for number in range(FILES):
        if number % 500 == 0:
            (folder / f"{number // 500:02d}").mkdir()
        (folder / f"{number // 500:02d}" / f"{number:05d}.jpg").write_bytes(os.urandom(SIZE))
    os.sync()


def bag(source: Path, target: Path) -> None:
    subprocess.run(["cp", "-r", str(source), str(target)], check=True)
    subprocess.run([sys.executable, "-m", "bagit", "--sha256", "--quiet", str(target)], check=True)


def copy(source: Path, target: Path) -> None:
    subprocess.run(["cp", "-r", str(source), str(target)], check=True)
    os.sync()


def main() -> int:
    with scratch() as folder:
        source = folder / "source"
        make(source)
        case = new_case(folder)
        list(source.rglob("*"))
        bagging = timed(lambda: bag(source, folder / "bag"))
        os.sync()
        copying = timed(lambda: copy(source, folder / "copy"))
        with open_session(case, "bench passphrase") as session:
            ours = timed(lambda: add(session, [str(source)]))
            ending = timed(session.follow)
        print(
            f"  {FILES:,} files of {SIZE:,} bytes: cp + bagit {bagging:.2f} s (not synced), "
            f"cp -r + sync {copying:.2f} s, ours {ours:.2f} s (durable), index {ending:.2f} s"
        )
        kept = promise(
            "ours / cp + bagit", (ours + ending) / bagging, 1.0, at_most=True, explained=SPEED_PAGE
        )
        print(
            f"  aim, not promise: ours / (cp -r + sync) = {(ours + ending) / copying:.2f}"
            " (its half speed would be 2.0)"
        )
        return not kept


if __name__ == "__main__":
    sys.exit(main())
