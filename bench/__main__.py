"""Run every benchmark of this folder, one after the other, each in a process of its own.

Each prints its limit or peer, ours and the ratio, measured in the same run, and ends with status 1
if its promise is not kept. Name some to run only these: ``python bench add_large``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent


def main() -> int:
    chosen = sys.argv[1:] or sorted(
        path.stem for path in HERE.glob("*.py") if not path.stem.startswith("_")
    )
    environment = dict(os.environ, PYTHONPATH=str(HERE.parent / "src"))
    missed = []
    for name in chosen:
        print(f"== {name}", flush=True)
        script = HERE / f"{name}.py"
        ended = subprocess.run([sys.executable, str(script)], env=environment, check=False)
        if ended.returncode:
            missed.append(name)
        print(flush=True)
    print("promises not kept: " + ", ".join(missed) if missed else "all promises kept")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
