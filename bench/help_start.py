"""How long `probatum --help` takes against the start of a bare interpreter (limit: 6 times).

Both are started in turns, so that whatever else the machine does slows both; medians are compared.
The command is the one that an installation makes: a small script that imports and calls `main`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

LIMIT = 6.0
ROUNDS = 25
SOURCE = Path(__file__).resolve().parent.parent / "src"
SCRIPT = "import sys; from probatum.cli.main import main; sys.exit(main())"


def seconds(arguments: list[str]) -> float:
    """Start the interpreter once; it must end well and, for help, have said something."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True
    )
    return time.perf_counter() - began


def measured() -> tuple[float, float]:
    """Return the medians (peer, ours) in seconds."""
    peer, ours = [], []
    for _ in range(ROUNDS):
        peer.append(seconds(["-c", "pass"]))
        ours.append(seconds(["-c", SCRIPT, "--help"]))
    return statistics.median(peer), statistics.median(ours)


def main() -> int:
    """Print limit, peer and ours; fail above the limit."""
    peer, ours = measured()
    ratio = ours / peer
    print(
        f"probatum --help: limit {LIMIT:.1f}x, peer (python -c pass) {peer * 1000:.0f} ms, "
        f"ours {ours * 1000:.0f} ms = {ratio:.2f}x"
    )
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
