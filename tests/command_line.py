"""The command line as a person uses it: arguments in, exit code and two texts out."""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from probatum.cli.main import main

PASSPHRASE = "an invented passphrase for tests"
SOURCE = Path(__file__).resolve().parent.parent / "src"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class CommandLine:
    """One person's machine: a home for configuration and state, and an environment."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.environment = {
            "XDG_CONFIG_HOME": str(self.home / "config"),
            "XDG_STATE_HOME": str(self.home / "state"),
            "PROBATUM_PASSPHRASE": PASSPHRASE,
            **self.environment,
        }

    def run(self, *arguments: str, typed: io.StringIO | None = None, **changed: str | None) -> Ran:
        """Run in this process; ``changed`` sets or (None) removes variables."""
        out, err = io.StringIO(), io.StringIO()
        with self._surroundings(changed, typed):
            with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                code = main(arguments)
        return Ran(code, out.getvalue(), err.getvalue())

    def ok(self, *arguments: str, **changed: str | None) -> Ran:
        ran = self.run(*arguments, **changed)
        assert ran.code == 0, (arguments, ran)
        return ran

    def new_case(self, folder: Path, *options: str) -> Ran:
        """Make a case."""
        return self.ok("init", str(folder), *options)

    def items(self, case: Path | str) -> list[dict[str, Any]]:
        return self.ok("list", "--case", str(case), "--json").json["items"]

    @contextlib.contextmanager
    def _surroundings(
        self, changed: dict[str, str | None], typed: io.StringIO | None
    ) -> Iterator[None]:
        kept = {
            name: os.environ.pop(name) for name in list(os.environ) if name.startswith("PROBATUM_")
        }
        before = dict(os.environ)
        stdin = sys.stdin
        os.environ.update(self.environment)
        for name, value in changed.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value
        sys.stdin = typed or io.StringIO()
        try:
            yield
        finally:
            sys.stdin = stdin
            os.environ.clear()
            os.environ.update(before, **kept)

    def in_own_process(self) -> dict[str, str]:
        """The environment for a process of its own."""
        plain = {k: v for k, v in os.environ.items() if not k.startswith("PROBATUM_")}
        return {**plain, **self.environment, "PYTHONPATH": str(SOURCE)}


@dataclass(frozen=True)
class Made:
    """A case that a module's tests share, with a few items in it."""

    line: CommandLine
    folder: Path
    created: dict[str, str]

    @property
    def case(self) -> str:
        return str(self.folder)

    def ref(self, name: str) -> str:
        return next(i["ref"] for i in self.line.items(self.folder) if i["file_name"] == name)
