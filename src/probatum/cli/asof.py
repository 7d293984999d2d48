"""``probatum asof DATE COMMAND``: a read as the records stood then."""

from __future__ import annotations

from typing import Annotated, Any

import typer
import typer.core

from probatum.cli import (
    casefile,
    contradictions,
    corroboration,
    incident,
    record_show,
    timeline,
)
from probatum.cli.calls import Call, command, group, root
from probatum.cli.help_words import PlainCommand
from probatum.errors import UseError


class OnlyReads(typer.core.TyperGroup):
    """The commands that can be asked as of a date; any other one is refused by name."""

    reads: tuple[str, ...] = (
        "casefile", "contradictions", "corroboration", "incident", "record", "timeline",
    )  # fmt: skip
    before = ""

    # Typer's types for contexts and formatters are private, hence Any.
    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        for each in self.params:
            if each.param_type_name == "argument":
                # Also part of the names of the commands below: DATE, without braces.
                vars(each)["get_usage_pieces"] = lambda _context: ["DATE"]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the lists of arguments, options and commands, naming no types."""
        plain: Any = PlainCommand.format_options
        plain(self, ctx, formatter)
        self.format_commands(ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is meant. Raises UseError ``wrong-use``."""
        if args and args[0] not in self.reads:
            raise UseError(
                "wrong-use", item="the command behind the date",
                expected=" or ".join(self.before + each for each in self.reads),
                found="another word", remedy="other commands know only the present",
            )  # fmt: skip
        return super().resolve_command(ctx, args)


class OnlyRecordReads(OnlyReads):
    """The same for the commands below ``record``."""

    reads = ("show", "list")
    before = "record "


def asof(
    _call: Call,
    as_of_date: Annotated[
        str, typer.Argument(metavar="DATE", help="A day (to its end, UTC) or a time with zone.")
    ],
) -> None:
    """Ask what was known on a date, by when it was recorded.

    The date is the record's own time: what was recorded up to then counts, as it stood then. When
    things happened or were said plays no part. What was erased since is not there any more.
    COMMAND is casefile, contradictions, corroboration, incident, record show, record list or
    timeline.
    """


def register(app: typer.Typer) -> None:
    """Put ``asof`` with its commands below ``app``."""
    below = typer.Typer(name="asof", cls=OnlyReads, rich_markup_mode=None)
    root(below)(asof)
    command(below, "casefile")(casefile.casefile)
    command(below, "contradictions")(contradictions.contradictions)
    command(below, "corroboration")(corroboration.corroboration)
    command(below, "incident")(incident.incident)
    command(below, "timeline")(timeline.timeline)
    record = group(below, "record", "Records as they stood.", OnlyRecordReads)
    command(record, "show")(record_show.show)
    command(record, "list")(record_show.list_records)
    app.add_typer(below)
