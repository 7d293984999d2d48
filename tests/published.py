"""Vectors that others published, typed in with their source: ``vectors/third-party/``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "vectors" / "third-party"


def load(name: str) -> dict[str, Any]:
    """Read one file; an uncited or empty one fails, because nothing would have been tested."""
    content: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    assert len(content["citation"]) > 20, f"{name} does not say where it comes from"
    lists = [value for value in content.values() if isinstance(value, list)]
    assert lists and all(lists), f"{name} holds no vectors"
    return content
