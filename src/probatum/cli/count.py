"""The group ``probatum count``: victim lists, who is whom, documented victims, estimates.

One file for each command, ``count_*.py``; here they only get their names.
"""

from __future__ import annotations

import typer

from probatum.cli.calls import group


def register(app: typer.Typer) -> None:
    """Put the group below the root of all commands."""
    group(app, "count", "Victim lists: linked, counted, estimated.")
