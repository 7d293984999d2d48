"""Help on a command in words: ``ID`` and ``TEXT``, where Typer would name types of Python.

An argument is called by its word alone, in the usage line and in its list; an option that names no
word of its own gets one for its type.
"""

from __future__ import annotations

import re
from typing import Any

import typer.core

_BRACKETS = str.maketrans("", "", "[]")
_TYPE = re.compile(r"<[^<>]*>$")
_WORDS = {"int": "NUMBER", "float": "NUMBER", "file": "FILE", "directory": "DIR", "path": "PATH"}


class PlainCommand(typer.core.TyperCommand):
    """A command whose help names no types."""

    # Typer's types for contexts and formatters are private, hence Any.
    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """Return what stands behind the command's name in its usage line."""
        return ["[OPTIONS]", *(_place(each) for each in self.params if _is_argument(each))]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the lists of arguments and options."""
        arguments, options = [], []
        for each in self.get_params(ctx):
            record = each.get_help_record(ctx)
            if record is None:
                continue
            if _is_argument(each):
                arguments.append((_place(each).translate(_BRACKETS), record[1]))
            else:
                options.append((_TYPE.sub(_word, record[0]), record[1]))
        for title, rows in (("Arguments", arguments), ("Options", options)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)


def _is_argument(parameter: Any) -> bool:
    return bool(parameter.param_type_name == "argument")


def _place(argument: Any) -> str:
    """Return ``ID``, ``ID...`` if it may be repeated, ``[ID]...`` if it may be left out as well."""
    word: str = (argument.metavar or argument.name.upper()).translate(_BRACKETS).removesuffix("...")
    if not argument.required:
        word = f"[{word}]"
    return word if argument.nargs == 1 else word + "..."


def _word(found: re.Match[str]) -> str:
    """Return the word for a type: a choice shows what may be chosen."""
    kind = found[0][1:-1].removeprefix("list[").removesuffix("]")
    return kind if "|" in kind else _WORDS.get(kind, "TEXT")
