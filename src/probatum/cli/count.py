"""The group ``probatum count``: victim lists, who is whom, documented victims, estimates.

One file for each command, ``count_*.py``; here they only get their names.
"""

from __future__ import annotations

import typer

from probatum.cli import (
    count_documented,
    count_estimate,
    count_link,
    count_lists,
    count_report,
    count_review,
)
from probatum.cli.calls import command, group


def register(app: typer.Typer) -> None:
    """Put the group below the root of all commands."""
    count = group(app, "count", "Victim lists: linked, counted, estimated.")
    lists = group(count, "lists", "Victim lists: put in, mapped, checked.")
    command(lists, "add")(count_lists.add)
    command(lists, "mapping")(count_lists.mapping)
    command(lists, "check")(count_lists.check)
    command(lists, "show")(count_lists.show)
    command(lists, "list")(count_lists.list_lists)
    command(count, "link")(count_link.link)
    command(count, "review")(count_review.review)
    command(count, "documented")(count_documented.documented)
    command(count, "estimate")(count_estimate.estimate)
    command(count, "report")(count_report.report)
