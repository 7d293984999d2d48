"""What every command is given alike, before or after its name: case, passphrase, person, JSON.

``command`` and ``group`` register functions with Typer and add the four shared options to each, so
that ``probatum --case X list`` and ``probatum list --case X`` mean the same. What stands nearer to
the command wins; then the environment; then the remembered case.
"""

from __future__ import annotations

import inspect
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Concatenate, ParamSpec, TypeAlias

import typer
import typer.core

from probatum.cli import passphrases, remembered
from probatum.cli.help_words import PlainCommand
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.session import Session

P = ParamSpec("P")
# What an answer in JSON may hold (docs/json.md).
Json: TypeAlias = Mapping[str, "Json"] | Sequence["Json"] | str | int | float | bool | None

_Case = Annotated[
    Path | None,
    typer.Option(
        "--case", metavar="DIR", help="The case; else PROBATUM_CASE, else the remembered one."
    ),
]
_PassphraseFile = Annotated[
    Path | None,
    typer.Option(
        "--passphrase-file", metavar="FILE",
        help="File with the passphrase; else PROBATUM_PASSPHRASE, else you are asked.",
    ),
]  # fmt: skip
_CompartmentFile = Annotated[
    Path | None,
    typer.Option(
        "--compartment-passphrase-file", metavar="FILE",
        help="File with your passphrase of a compartment; else PROBATUM_COMPARTMENT_PASSPHRASE.",
    ),
]  # fmt: skip
_By = Annotated[
    str | None,
    typer.Option(
        "--by", metavar="PERSON", help="Who acts; else PROBATUM_BY, else who made the case."
    ),
]
_AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for programs.")]

_SHARED: tuple[tuple[str, object, object], ...] = (
    ("case", _Case, None),
    ("passphrase_file", _PassphraseFile, None),
    ("compartment_passphrase_file", _CompartmentFile, None),
    ("by", _By, None),
    ("as_json", _AsJson, False),
)


@dataclass(frozen=True, slots=True)
class Call:
    """One command line: the shared options as they were given, after or before the command."""

    case: Path | None
    passphrase_file_here: Path | None
    passphrase_file_before: Path | None
    compartment_passphrase_file: Path | None
    person: str | None
    as_json: bool
    as_of: str | None = None  # the date of `asof DATE COMMAND`, as typed

    @property
    def passphrase_file(self) -> Path | None:
        """The file with the case's passphrase, for all commands that give it no other use."""
        return self.passphrase_file_here or self.passphrase_file_before

    @property
    def folder(self) -> Path:
        """The folder of the case that is meant. Raises UseError ``no-case``, ``not-a-case``."""
        named = os.environ.get("PROBATUM_CASE")
        folder = self.case or (Path(named) if named else remembered.recall())
        if folder is None:
            raise UseError(
                "no-case", item="the case", expected="--case, PROBATUM_CASE or a remembered case",
                found="none", remedy="make one: probatum init DIR --name NAME --by PERSON",
            )  # fmt: skip
        # Looked at before a passphrase is asked for, which would otherwise be typed in vain.
        if not (folder / "case.json").exists():
            raise UseError(
                "not-a-case", item="the folder that --case, PROBATUM_CASE or memory names",
                expected="a Probatum case", found="none",
                remedy="name the right one with --case, or: probatum case use DIR",
            )  # fmt: skip
        return folder

    @contextmanager
    def session(self, secret: str | None = None) -> Iterator[Session]:
        """Open the case for this person, with a secret if the command found one itself.

        The end of the session publishes what was done.
        """
        folder = self.folder
        if secret is None:
            secret = passphrases.existing(self.passphrase_file)
        from probatum.acts.open_case import open_session
        from probatum.cli.progress import count_bar

        with count_bar("Following the log") as update:
            session = open_session(folder, secret, self.person, on_progress=update)
        with session:
            inner = passphrases.of_compartment(self.compartment_passphrase_file)
            if inner is not None:
                from probatum.acts.compartment import enter

                enter(session, inner)
            yield session

    def answer(self, value: Json) -> None:
        """Print an answer in JSON, in ASCII: nothing in it can move a cursor."""
        print(json.dumps(value, indent=2))


def command(
    app: typer.Typer, name: str
) -> Callable[[Callable[Concatenate[Call, P], None]], Callable[Concatenate[Call, P], None]]:
    """Register a function as a command; its docstring is the help."""

    def register(
        function: Callable[Concatenate[Call, P], None],
    ) -> Callable[Concatenate[Call, P], None]:
        app.command(name, cls=PlainCommand)(_sharing(function))
        return function

    return register


def group(
    app: typer.Typer, name: str, about: str, cls: type[typer.core.TyperGroup] | None = None
) -> typer.Typer:
    """Return a new group of commands below ``app``; ``cls`` says how it finds them."""
    below = typer.Typer(name=name, cls=cls, help=about, rich_markup_mode=None)

    def nothing(_call: Call) -> None:
        """Only the options count, and these are read by the command below."""

    below.callback(help=about)(_sharing(nothing))
    app.add_typer(below)
    return below


def root(
    app: typer.Typer,
) -> Callable[[Callable[Concatenate[Call, P], None]], Callable[Concatenate[Call, P], None]]:
    """Register the function whose options stand before every command."""

    def register(
        function: Callable[Concatenate[Call, P], None],
    ) -> Callable[Concatenate[Call, P], None]:
        app.callback()(_sharing(function))
        return function

    return register


def _sharing(function: Callable[Concatenate[Call, P], None]) -> Callable[..., None]:
    """Return a function for Typer: the own parameters, then the shared options."""

    # Typer passes values by name as it reads them from the signature below.
    def run(context: typer.Context, **values: Any) -> None:
        for name, _, _ in _SHARED:
            values.pop(name)
        _require_text(values)
        function(_call(context), **values)  # type: ignore[call-arg]

    named = inspect.Parameter.KEYWORD_ONLY
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    parameters = [
        inspect.Parameter("context", named, annotation=typer.Context),
        *(each.replace(kind=named) for each in own),
        *(
            inspect.Parameter(name, named, default=default, annotation=annotation)
            for name, annotation, default in _SHARED
        ),
    ]
    run.__name__ = function.__name__
    run.__doc__ = function.__doc__
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    return run


def _require_text(values: Mapping[str, object]) -> None:
    """Refuse words that are not UTF-8; only paths to files may hold any bytes.

    Raises UseError ``wrong-use``.
    """
    for name, value in values.items():
        words = value if isinstance(value, list) else [value]
        if name != "paths" and any(isinstance(each, str) and not _is_text(each) for each in words):
            raise UseError(
                "wrong-use", item=name.replace("_", " "), expected="text in UTF-8",
                found="other bytes", remedy="type it again on a terminal that is set to UTF-8",
            )  # fmt: skip


def _is_text(word: str) -> bool:
    try:
        word.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _call(context: typer.Context) -> Call:
    levels = [context.params]
    above = context.parent
    while above is not None:
        levels.append(above.params)
        above = above.parent
    files = [level.get("passphrase_file") for level in levels]
    person = _first([level.get("by") for level in levels]) or os.environ.get("PROBATUM_BY") or None
    _require_text({"--by": person})
    return Call(
        case=_first([level.get("case") for level in levels]),
        passphrase_file_here=files[0],
        passphrase_file_before=_first(files[1:]),
        compartment_passphrase_file=_first(
            [level.get("compartment_passphrase_file") for level in levels]
        ),
        person=person,
        as_json=any(level.get("as_json") for level in levels),
        as_of=_first([level.get("as_of_date") for level in levels]),
    )


def _first(found: Sequence[Any]) -> Any:
    return next((value for value in found if value is not None), None)
