"""What every test may ask for: the vectors that lie beside the clone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


class Shared:
    """Material that we may read but not publish; absent in a plain clone.

    ``shared("vectors/merkle")`` and ``shared / "vectors/merkle"`` give the path, skip the test by
    name where it is absent, and fail it where ``PROBATUM_REQUIRE_SHARED`` is 1.
    """

    def __init__(self) -> None:
        self.root = Path(os.environ.get("PROBATUM_SHARED") or ROOT.parent / "shared")

    def __call__(self, name: str) -> Path:
        path = self.root / name
        if not path.exists():
            message = f"shared/{name} is absent"
            if os.environ.get("PROBATUM_REQUIRE_SHARED") == "1":
                pytest.fail(message)
            pytest.skip(message)
        return path

    __truediv__ = __call__


@pytest.fixture(scope="session")
def shared() -> Shared:
    """Find vectors by name below ``../shared`` or ``PROBATUM_SHARED``."""
    return Shared()
