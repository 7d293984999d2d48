"""The tables that `record put` is given: files and folders, their rows counted through."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from probatum.errors import InputError, UseError

if TYPE_CHECKING:
    from probatum.acts.record_texts import Given


class Tables:
    """Rows of several files, each with a number of its own; ``place`` says where it stands."""

    def __init__(self, paths: Sequence[Path]) -> None:
        from probatum.acts.record_texts import records

        self._paths = paths
        self._starts: list[int] = []
        self._rows: list[Given] = []
        end = 0
        for path in paths:
            self._starts.append(end)
            try:
                found = list(records(path.read_bytes(), "csv"))
            except InputError as error:
                # Nothing is taken of a folder in which one table cannot be read.
                raise InputError(
                    error.code, item=f"{path.name}, {error.item}", expected=error.expected,
                    found=error.found, remedy=error.remedy,
                ) from error  # fmt: skip
            self._rows += [replace(row, line=end + row.line) for row in found]
            end += max((row.line for row in found), default=0) + 1

    def in_order(self) -> list[Given]:
        """Return the rows, each behind those that it names."""
        from probatum.acts.record_tables import in_order

        return in_order(self._rows)

    def place(self, number: int) -> tuple[str, int]:
        """Return the name of the file and the line in it."""
        at = bisect_right(self._starts, number - 1) - 1
        return self._paths[at].name, number - self._starts[at]


def tables_of(files: Sequence[str]) -> Tables | None:
    """Return the tables, None for one file of another form.

    Raises UseError ``wrong-use`` for several files that are no tables; InputError ``bad-record``.
    """
    paths = list[Path]()
    for file in files:
        path = Path(file)
        if path.is_dir():
            found = sorted(each for each in path.iterdir() if each.suffix.lower() == ".csv")
            if not found:
                raise _refused(
                    "a folder with tables (.csv), as `export csv` makes it", "none in it"
                )
            paths += found
        elif path.suffix.lower() == ".csv" and path.exists():
            paths.append(path)
        elif len(files) > 1:
            raise _refused(
                "tables (.csv) that are there, where several files are given",
                "another file, or none",
            )
        else:
            return None
    if len({path.resolve() for path in paths}) < len(paths):
        raise _refused("each table once", "one of them twice")
    return Tables(paths)


def _refused(expected: str, found: str) -> UseError:
    return UseError(
        "wrong-use", item="the files to put", expected=expected, found=found,
        remedy="give files of other forms one by one",
    )  # fmt: skip
