"""Build the verifier whenever hatchling builds the package, so that no wheel ships without it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class VerifierHook(BuildHookInterface[Any]):
    """Called by hatchling before it collects files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Run the same script that ``make verify.pyz`` runs; a failure stops the build."""
        script = Path(self.root) / "release" / "build_verifier.py"
        subprocess.run([sys.executable, str(script)], check=True)
