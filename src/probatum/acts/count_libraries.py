"""What counting needs beyond the base, missed with a remedy before anything is imported."""

from __future__ import annotations

from importlib.util import find_spec

from probatum.errors import WorldError

_ALL = ("numpy", "scipy", "numba", "duckdb", "splink", "pyarrow", "matplotlib")


def require_counting(item: str) -> None:
    """Raise WorldError ``missing-library`` where the extra ``[count]`` is not installed."""
    for package in _ALL:
        if find_spec(package) is None:
            raise WorldError(
                "missing-library", item=item, expected=f"the package {package}",
                found="it is not installed", remedy="pip install 'probatum[count]'",
            )  # fmt: skip
