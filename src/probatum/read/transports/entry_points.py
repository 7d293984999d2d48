"""Readers that a Python package brings, under the entry point ``probatum.extractors``.

    [project.entry-points."probatum.extractors"]
    my-reader = "my_package.reader:MyReader"

The named class is called without arguments and gives an ``Extractor``. Its code runs in our
process: whoever installs it trusts it like Probatum itself.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from typing import cast

from probatum.errors import UseError
from probatum.read.extractor import Extractor

GROUP = "probatum.extractors"


def installed() -> dict[str, EntryPoint]:
    """Return the readers that packages bring, by name; none of them is loaded yet."""
    return {each.name: each for each in entry_points(group=GROUP)}


def load(name: str) -> Extractor:
    """Return one of them. Raises UseError ``wrong-use`` for one that is not there or is none."""
    point = installed().get(name)
    if point is None:
        raise UseError("wrong-use", item="--extractor", found="a name that no package brings",
                       expected=" or ".join(["builtin", *sorted(installed())]))  # fmt: skip
    made = cast("Callable[[], Extractor]", point.load())()
    if not (hasattr(made, "identity") and callable(getattr(made, "read", None))):
        raise UseError("wrong-use", item="--extractor", found="something else",
                       expected="a class with `identity` and `read`")  # fmt: skip
    return made
