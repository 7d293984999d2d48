"""What stops a file that would name a protected person, in a table; the decisions about it."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.wording import many, shown
from probatum.errors import InputError

if TYPE_CHECKING:
    from probatum.acts.leak_check import Resolution

Resolve = Annotated[
    list[str] | None,
    typer.Option(
        "--resolve", metavar="HIT=REASON",
        help="Why this hit of the leak check may leave, such as another person of that name; "
        "HIT is L-..., or G-... for all of one kind that were found. Repeatable.",
    ),
]  # fmt: skip
ShowLeaks = Annotated[
    bool, typer.Option("--show-leaks", help="Show the words that the leak check found.")
]
LeaksTo = Annotated[
    Path | None,
    typer.Option(
        "--leaks-to", metavar="FILE.csv",
        help="If the leak check stops it, write all hits to this new table.",
    ),
]  # fmt: skip
LeaksFrom = Annotated[
    Path | None,
    typer.Option(
        "--leaks-from", metavar="FILE.csv",
        help="Such a table, its column `reason` filled in: each row is a --resolve.",
    ),
]  # fmt: skip


def resolutions(resolve: Iterable[str] | None, table: Path | None) -> list[Resolution]:
    """Return what was decided on the command line and in a table, the command line last."""
    from probatum.acts.leak_check import parse_resolution
    from probatum.acts.leak_hits import read_decisions

    return [
        *(() if table is None else read_decisions(table)),
        *(parse_resolution(text) for text in resolve or ()),
    ]


@contextmanager
def listed(target: Path | None) -> Iterator[None]:
    """Write all hits to a table if what is done inside is stopped by them."""
    from probatum.acts.leak_hits import write_hits
    from probatum.acts.package_file import require_free

    if target is not None:
        require_free(target)
    try:
        yield
    except InputError as error:
        if target is not None and error.code == "leak" and error.details:
            write_hits(target, error)
            print(f"{many(len(error.details), 'hit')} listed in {shown(str(target))}",
                  file=sys.stderr)  # fmt: skip
        raise
