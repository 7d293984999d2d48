"""Which versions of which programs make a text: part of every derivation, so it can be repeated."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version

TOOL = "probatum-text"
# Goes up whenever a reader of ours gives another text for the same bytes.
READERS_VERSION = 1
_LIBRARIES = ("charset-normalizer", "lxml", "pypdfium2", "trafilatura")


@cache
def tool_version() -> str:
    """Return the version of our readers and of the libraries that they use."""
    return f"{READERS_VERSION} ({', '.join(_named(name) for name in _LIBRARIES)})"


def _named(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return f"{library} of unknown version"
