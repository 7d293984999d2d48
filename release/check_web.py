"""Is everything there that the desk's pages bring along from others? Asked before a wheel is built.

python release/check_web.py [FOLDER]    FOLDER: where `make web` puts it
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

VENDOR = Path(__file__).resolve().parent.parent / "src/probatum/desk/static/vendor"


def require_whole(vendor: Path) -> None:
    """Return if every file that vendor/versions.json lists is there as listed.

    A wheel without them installs well, and then shows pages without their programs.

    Raises:
        SystemExit: the list or a file is missing, or a file is not what was built.
    """
    remedy = "run `make web` (or release/setup.sh web) before building the package"
    listed = vendor / "versions.json"
    if not listed.is_file():
        raise SystemExit(f"{listed} is missing: {remedy}")
    for part in json.loads(listed.read_text("utf-8"))["parts"]:
        for file in part["files"]:
            path = vendor / file["path"]
            if not path.is_file():
                raise SystemExit(f"{path} of {part['name']} is missing: {remedy}")
            if hashlib.sha256(path.read_bytes()).hexdigest() != file["sha256"]:
                raise SystemExit(f"{path} is not the file that was built: {remedy}")


if __name__ == "__main__":
    require_whole(Path(sys.argv[1]) if len(sys.argv) > 1 else VENDOR)
