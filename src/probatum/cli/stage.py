"""The stage of the demonstration: shows a command, runs it, shows what it answers, compares.

Commands run in this process through ``main``, in the demonstration's folder and with its own
environment; the stand-alone verifier runs as a program of its own. A command that does not answer
as told ends the demonstration: a story that only claims to work would be worse than none.
"""

from __future__ import annotations

import io
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from typing import TextIO

from probatum.cli.wording import width, wrapped

COLUMNS = 80


class NotAsTold(Exception):
    """A step did not turn out as the story says."""


@dataclass(frozen=True, slots=True)
class Ran:
    """One command that was run: as typed, its exit code, what it printed."""

    step: str
    command: str
    exit_code: int
    printed: str


@dataclass(slots=True)
class Stage:
    """Where the story is told. ``quiet`` tells nothing and only keeps what was run."""

    folder: Path
    quiet: bool
    ran: list[Ran] = field(default_factory=list)
    step: str = ""

    def title(self, text: str) -> None:
        """Begin a step."""
        self.step = text
        number = len({each.step for each in self.ran}) + 1
        head = f"{number}  {text}"
        self.line()
        self.line(self._styled(head, "1"))
        self.line(self._styled("-" * width(head), "2"))

    def say(self, text: str) -> None:
        """Say a paragraph."""
        self.line()
        self.line(wrapped(text, most=COLUMNS - 2))

    def line(self, text: str = "") -> None:
        """Print a line as it is."""
        if not self.quiet:
            print(text, flush=True)

    def run(
        self,
        *arguments: str,
        exit_code: int = 0,
        says: Sequence[str] = (),
        head: int = 40,
        tail: int = 0,
        start: str = "",
        environment: Mapping[str, str] | None = None,
    ) -> str:
        """Run ``probatum`` with arguments; show the first and last lines of what it answers.

        With ``start``, the first lines are those from the first one on that holds this text.

        Raises NotAsTold if the exit code is another or a text of ``says`` is not in the answer.
        """
        from probatum.cli.main import main

        set_before = [f"{name}={typed(value)}" for name, value in (environment or {}).items()]
        command = self._show_command([*set_before, "probatum", *map(typed, arguments)])
        answer = io.StringIO()
        with _environment(environment or {}), redirect_stdout(answer), redirect_stderr(answer):
            ended = main(arguments)
        return self._compare(
            command, ended, answer.getvalue(), exit_code, says, head, tail, start
        )  # fmt: skip

    def talk(
        self,
        *arguments: str,
        keyboard: TextIO,
        answer: io.StringIO,
        told: Callable[[], Iterable[str]],
        says: Sequence[str] = (),
    ) -> str:
        """Run ``probatum`` with somebody at the keyboard; show the lines that ``told`` chooses.

        Raises NotAsTold as ``run`` does.
        """
        from probatum.cli.main import main

        command = self._show_command(["probatum", *map(typed, arguments)])
        before, sys.stdin = sys.stdin, keyboard
        try:
            with redirect_stdout(answer), redirect_stderr(answer):
                ended = main(arguments)
        finally:
            sys.stdin = before
        for line in told():
            for piece in _folded(line):
                self.line(f"  {piece}".rstrip(" "))
        return self._check(command, ended, answer.getvalue(), 0, says)

    def run_verifier(
        self,
        verifier: str,
        *arguments: str,
        exit_code: int,
        says: Sequence[str],
        head: int,
        tail: int,
    ) -> str:
        """Run the stand-alone verifier with a bare interpreter."""
        command = self._show_command(["python3", "-I", "-S", verifier, *map(typed, arguments)])
        ended = subprocess.run(
            [sys.executable, "-I", "-S", "-X", "utf8", verifier, *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
        )  # fmt: skip
        return self._compare(command, ended.returncode, ended.stdout, exit_code, says, head, tail)

    def unseen(self, *arguments: str) -> str:
        """Run a command that the story needs and does not tell; return what it printed."""
        from probatum.cli.main import main

        answer = io.StringIO()
        with redirect_stdout(answer), redirect_stderr(answer):
            ended = main(arguments)
        if ended:
            raise NotAsTold(shlex.join(["probatum", *arguments]) + "\n" + answer.getvalue())
        return answer.getvalue()

    def _compare(
        self,
        command: str,
        ended: int,
        printed: str,
        exit_code: int,
        says: Sequence[str],
        head: int,
        tail: int,
        start: str = "",
    ) -> str:
        lines = printed.rstrip("\n").splitlines()
        left_out = next((at for at, line in enumerate(lines) if start in line), 0)
        if left_out:
            self.line(f"  [... {left_out} lines ...]")
        for line in shortened(lines[left_out:], head, tail):
            self.line(f"  {line}".rstrip(" "))
        return self._check(command, ended, printed, exit_code, says)

    def _check(
        self, command: str, ended: int, printed: str, exit_code: int, says: Sequence[str]
    ) -> str:
        self.ran.append(Ran(self.step, command, ended, printed))
        if ended != exit_code:
            raise NotAsTold(f"{command}\nended with exit code {ended}, not {exit_code}\n{printed}")
        said = " ".join(printed.split())  # however it was broken into lines
        for text in says:
            if text not in said:
                raise NotAsTold(f"{command}\ndid not say: {text}\n{printed}")
        return printed

    def _show_command(self, words: Sequence[str]) -> str:
        self.line()
        lines = continued(words)
        self.line(self._styled("$ " + lines[0], "36"))
        for line in lines[1:]:
            self.line(self._styled("    " + line, "36"))
        return " ".join(words)

    def _styled(self, text: str, code: str) -> str:
        if (
            not sys.stdout.isatty()
            or os.environ.get("NO_COLOR")
            or os.environ.get("TERM") == "dumb"
        ):
            return text
        return f"\033[{code}m{text}\033[0m"


def typed(word: str) -> str:
    """Return a word as a person types it in a shell.

    >>> print(typed("the speaker's name"), typed("list"), typed("a b"))
    "the speaker's name" list 'a b'
    """
    if "'" in word and not set(word) & set('"$`\\!'):
        return f'"{word}"'
    return shlex.quote(word)


def continued(words: Sequence[str]) -> list[str]:
    r"""Break a long command where a shell lets one: between words, with ``\`` at the end.

    >>> continued(["probatum", "list"])
    ['probatum list']
    """
    lines: list[str] = []
    line = ""
    for piece in _with_values(words):
        if line and width(line) + width(piece) > COLUMNS - 8:
            lines.append(line + " \\")
            line = piece
        else:
            line = f"{line} {piece}" if line else piece
    return [*lines, line]


def _with_values(words: Sequence[str]) -> Iterator[str]:
    """Yield words, an option together with the value behind it."""
    option = ""
    for word in words:
        if option and word.startswith("-"):
            yield option
            option = ""
        if word.startswith("--"):
            option = word
            continue
        yield f"{option} {word}" if option else word
        option = ""
    if option:
        yield option


def shortened(lines: Sequence[str], head: int, tail: int) -> Iterator[str]:
    """Yield the first and last lines, each in at most 78 columns, and say what was left out."""
    left_out = len(lines) - head - tail
    if left_out <= 2:
        head, left_out = len(lines), 0
    for line in lines[:head]:
        yield from _folded(line)
    if left_out:
        yield f"[... {left_out} more lines ...]"
        if tail:
            for line in lines[-tail:]:
                yield from _folded(line)


def _folded(line: str) -> Iterator[str]:
    if width(line) <= COLUMNS - 2:
        yield line
        return
    text = line.lstrip(" ")
    indent = " " * (len(line) - len(text))
    indent_width = len(indent) + 4
    first, *words = text.split(" ")
    piece = indent + first
    for word in words:
        # A digest that fits on no line is better left where it is than broken.
        fits_below = indent_width + width(word) <= COLUMNS - 2
        if width(piece) + 1 + width(word) > COLUMNS - 2 and fits_below:
            yield piece.rstrip(" ")
            piece = f"{indent}    {word}"
        else:
            piece += " " + word
    yield piece


@contextmanager
def _environment(changed: Mapping[str, str | None]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in changed}
    try:
        _set(changed)
        yield
    finally:
        _set(before)


def _set(values: Mapping[str, str | None]) -> None:
    for name, value in values.items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value


@contextmanager
def in_folder(folder: Path, environment: Mapping[str, str | None]) -> Iterator[None]:
    """Work in a folder and environment, then return to those of before."""
    before = Path.cwd()
    with _environment(environment):
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before)
