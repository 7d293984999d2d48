"""Libraries of the extra ``[read]``: missed with a remedy, before they are imported."""

from __future__ import annotations

from importlib.util import find_spec

from probatum.errors import WorldError


def require_library(item: str, package: str, module: str | None = None) -> None:
    """Raise WorldError ``missing-library`` where a package that ``item`` needs is not installed.

    ``module`` is what is imported of it, if that has another name.
    """
    if find_spec(module or package) is None:
        raise missing_library(item, package)


def missing_library(item: str, package: str) -> WorldError:
    """Return the error for a package that is not installed."""
    return WorldError(
        "missing-library",
        item=item,
        expected=f"the package {package}",
        found="it is not installed",
        remedy="pip install 'probatum[read]'",
    )
