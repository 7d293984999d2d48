"""Before hatchling builds the package: make what ships, and insist on the desk's programs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ShippedParts(BuildHookInterface[Any]):
    """Called by hatchling before it collects files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run the scripts that make and check what ships; a failure stops the build."""
        scripts = ["build_verifier.py", "compile_messages.py"]
        # An editable installation reads the folder of the sources, which may be filled later.
        if version != "editable":
            scripts.append("check_web.py")
        for script in scripts:
            subprocess.run([sys.executable, str(Path(self.root) / "release" / script)], check=True)
