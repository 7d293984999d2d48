"""Build ``verify.pyz``, the one-file verifier, with the same bytes on every machine.

It is read by experts who compare its SHA-256 with one obtained separately, so nothing about the
machine may leak into it: names are sorted, times fixed, members stored (compressed bytes differ
between versions of zlib). Run it as ``python3 release/build_verifier.py``; it prints the digest.
"""

from __future__ import annotations

import hashlib
import io
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"
# The first goes into the wheel and into every package; the second is for handing out.
OUTPUTS = (SOURCE / "probatum" / "disclose" / "verify.pyz", ROOT / "dist" / "verify.pyz")
ENTRY = "probatum/verify/main.py"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
MAIN = b'''"""Start the verifier: python3 -I -S verify.pyz PACKAGE [--key VKEY | --policy FILE]."""

import sys

from probatum.verify.main import main

sys.exit(main())
'''


def members(source: Path) -> dict[str, bytes]:
    """Name -> bytes of every file of the verifier; raises FileNotFoundError without a verifier."""
    if not (source / ENTRY).is_file():
        raise FileNotFoundError(f"{ENTRY} does not exist: there is no verifier to build")
    package = source / "probatum"
    files = [package / "__init__.py", package / "errors.py"]
    for room in ("proof", "verify"):
        files += (package / room).rglob("*.py")
    found = {path.relative_to(source).as_posix(): path.read_bytes() for path in files}
    return {"__main__.py": MAIN, **found}


def archive(found: dict[str, bytes]) -> bytes:
    """The bytes of the zip, which depend on the names and bytes in ``found`` and nothing else."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as out:
        for name in sorted(found):
            info = zipfile.ZipInfo(name, FIXED_TIME)
            info.create_system = 3  # or Windows would write another number here
            info.external_attr = 0o100644 << 16
            out.writestr(info, found[name])
    return b"#!/usr/bin/env python3\n" + buffer.getvalue()


def build(source: Path = SOURCE, outputs: tuple[Path, ...] = OUTPUTS) -> str:
    """Write the verifier to each of ``outputs``; return its SHA-256 in hex."""
    data = archive(members(source))
    for path in outputs:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.is_file() or path.read_bytes() != data:
            # Beside it first: a test that reads the verifier never meets half of one.
            fresh = path.with_suffix(".pyz.new")
            fresh.write_bytes(data)
            fresh.replace(path)
    return hashlib.sha256(data).hexdigest()


if __name__ == "__main__":
    try:
        digest = build()
    except FileNotFoundError as missing:
        sys.exit(str(missing))
    print(f"verify.pyz SHA-256 {digest}")
