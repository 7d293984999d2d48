"""The case that commands mean when none is named: one line in the user's configuration folder.

It holds a path and nothing else; a passphrase is never remembered.
"""

from __future__ import annotations

import os
from pathlib import Path


def place() -> Path:
    """Return the file; ``XDG_CONFIG_HOME`` wins on every system."""
    chosen = os.environ.get("XDG_CONFIG_HOME")
    if chosen:
        return Path(chosen) / "probatum" / "default-case"
    import platformdirs

    return platformdirs.user_config_path("probatum") / "default-case"


def recall() -> Path | None:
    """Return the remembered case folder, None if there is none."""
    try:
        text = place().read_text("utf-8", "surrogateescape").removesuffix("\n")
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Path(text) if text else None


def remember(folder: Path) -> None:
    """Write down which case is meant from now on."""
    target = place()
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = target.with_name(target.name + ".new")
    # A path may hold any bytes but NUL on POSIX: surrogateescape gives them back unchanged.
    fresh.write_text(str(folder.absolute()) + "\n", "utf-8", "surrogateescape")
    fresh.replace(target)
