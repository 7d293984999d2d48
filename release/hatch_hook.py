"""Before hatchling builds the package: build the verifier, and insist on the desk's programs."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = Path("src/probatum/desk/static/vendor")


class ShippedParts(BuildHookInterface[Any]):
    """Called by hatchling before it collects files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run the same script that ``make verify.pyz`` runs; a failure stops the build."""
        script = Path(self.root) / "release" / "build_verifier.py"
        subprocess.run([sys.executable, str(script)], check=True)
        # An editable installation reads the folder of the sources, which may be filled later.
        if version != "editable":
            insist_on_web(Path(self.root) / VENDOR)


def insist_on_web(vendor: Path) -> None:
    """Stop the build unless every file that vendor/versions.json lists is there as listed.

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
