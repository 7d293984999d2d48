"""The entry point: help at once, then the commands; every error becomes facts and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer.core import TyperGroup

    from probatum.cli.commands import app as app

_FAULT = 70  # EX_SOFTWARE of sysexits.h: the mistake is ours
_CUT_SHORT = 141  # what shells report of a program that SIGPIPE ended

FIRST_STEPS = """Probatum collects, preserves and discloses evidence so that tampering shows.

  See it work on invented material first:
      probatum demo

  Make a case and put files into it:
      probatum init DIR --name NAME --by PERSON
      probatum add FILE-OR-FOLDER

  Every command: probatum --help"""


def __getattr__(name: str) -> object:
    # `app` is built when it is asked for: importing the commands takes longer than `--help` may.
    if name == "app":
        from probatum.cli.commands import app

        return app
    raise AttributeError(name)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line (that of this process unless given); return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        # A name in Arabic on a terminal that cannot show it is escaped, not lost.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if not given:
        print(FIRST_STEPS)
        return 0
    if given in (["--help"], ["-h"], ["help"]):
        with open(os.path.join(os.path.dirname(__file__), "help.txt"), encoding="utf-8") as page:
            sys.stdout.write(page.read())
        return 0
    try:
        return _run(given)
    except KeyboardInterrupt:
        return _interrupted()


def _run(given: list[str]) -> int:
    import typer

    from probatum.cli import failing
    from probatum.errors import ProbatumError

    before_names = given[: given.index("--")] if "--" in given else given
    as_json = "--json" in before_names
    try:
        ended = _tree(given[0]).main(given, prog_name="probatum", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        _show_debug()
        return failing.report(failing.wrong_use(*_words(error)), as_json)
    except typer.Abort:
        print("Stopped; nothing more was done.", file=sys.stderr)
        return 2
    except ProbatumError as error:
        _show_debug()
        return failing.report(error, as_json)
    except (BrokenPipeError, SystemExit):
        # Whoever read our answer has enough; Typer makes SystemExit of that, and of nothing else.
        # Python would complain again when it flushes at its end. Not 0: the part that was not
        # read may say that something failed.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return _CUT_SHORT
    except (OSError, MemoryError) as error:
        _show_debug()
        if not _can_flush():
            # Python would try once more when it ends, and change the exit code to 120.
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return failing.report(failing.world_error(error), as_json)
    except Exception as error:  # noqa: BLE001 - the edge: people get a sentence, not a traceback
        _show_debug()
        return _fault(error, as_json)
    if ended == failing.INTERRUPTED:
        return _interrupted()
    return ended if isinstance(ended, int) else 0


@cache
def _tree(first: str) -> TyperGroup:
    """Return the commands; of them only the one that a command line begins with, if one does.

    Typer looks at every option of what it is given, for longer than some commands work.
    """
    import copy

    import typer

    from probatum.cli.commands import app

    own = [each for each in app.registered_commands if each.name == first]
    groups = [
        each
        for each in app.registered_groups
        if each.typer_instance and each.typer_instance.info.name == first
    ]
    if not own and not groups:
        return typer.main.get_group(app)
    meant = copy.copy(app)
    meant.registered_commands, meant.registered_groups = own, groups
    return typer.main.get_group(meant)


def _words(error: Exception) -> tuple[str, str, str]:
    """Return what is wrong, the command, and how it is used."""
    context = getattr(error, "ctx", None)
    # A choice that is missing is listed on lines of its own.
    message = " ".join(getattr(error, "format_message", error.__str__)().split()).rstrip(".")
    if context is None:
        return message, "probatum", "probatum COMMAND [OPTIONS]"
    usage = " ".join(context.get_usage().removeprefix("Usage: ").split())
    return message, context.command_path, usage


def _interrupted() -> int:
    print(
        "\nInterrupted. What was acknowledged is kept; run the same command again to go on.",
        file=sys.stderr,
    )
    return 130


def _fault(error: Exception, as_json: bool) -> int:
    import json
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{type(error).__name__} in {os.path.basename(last.filename)}, line {last.lineno}"
    if as_json:
        facts = {"code": "fault", "meaning": "a mistake in Probatum itself", "item": where}
        facts |= {"expected": "", "found": "", "remedy": "report it"}
        print(json.dumps({"error": facts}, indent=2))
    print(
        f"Error: a mistake in Probatum itself ({where}).\n"
        "  What was acknowledged is kept. Please report this line; with PROBATUM_DEBUG=1 the\n"
        "  command shows more, which may name files: read it before you send it.",
        file=sys.stderr,
    )
    return _FAULT


def _can_flush() -> bool:
    try:
        sys.stdout.flush()
    except OSError:
        return False
    return True


def _show_debug() -> None:
    if os.environ.get("PROBATUM_DEBUG") == "1":
        import traceback

        traceback.print_exc()


if __name__ == "__main__":
    sys.exit(main())
