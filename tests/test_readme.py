"""The commands of README.md are run for real, and what they print is compared with what it shows.

The ``console`` blocks below comments ``<!-- run by tests/test_readme.py -->`` are one session.
Lines that begin with ``$`` are commands (continued by a backslash at the end), the others output.
``[...]`` on a line of its own stands for any lines. What differs from run to run - digests, keys,
times, sizes of files that hold the verifier - is compared by its form.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from probatum.exercise import write_exercise

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "README.md").read_text("utf-8")
MARK = "<!-- run by tests/test_readme.py -->"
ELLIPSIS = "[...]"
SEPARATOR = "=== the next command ==="
HOME_IN_PAGE = "/home/you"

# Longer forms first: a verifier key contains a name that is hex.
VARYING = (
    (re.compile(r"probatum/[0-9a-f]{32}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{43,44}=*"), "<verifier key>"),
    (re.compile(r"\b(?:[0-9A-Z]{4}-){13}[0-9A-Z]{2}\b"), "<recovery key>"),
    (re.compile(r"\b[0-9a-f]{32,64}\b"), "<hex>"),
    (re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\d(\.\d+Z)?)?"), "<time>"),
    (re.compile(r"\d+\.\d [kMG]B"), "<size>"),
)


@dataclass
class Shown:
    """One command of a transcript and the lines that it is said to print."""

    command: str
    output: list[str] = field(default_factory=list)


def session() -> list[Shown]:
    """Every command of the page, in its order."""
    blocks = re.findall(re.escape(MARK) + r"\n+```console\n(.*?)\n```", PAGE, re.DOTALL)
    assert blocks and len(blocks) == PAGE.count(MARK), "a marked block is not a console block"
    return [shown for block in blocks for shown in transcript(block)]


def transcript(block: str) -> list[Shown]:
    shown: list[Shown] = []
    continued = False
    for line in block.split("\n"):
        if continued:
            shown[-1].command += "\n" + line
        elif line.startswith("$ "):
            shown.append(Shown(line[2:]))
        else:
            shown[-1].output.append(line)
        continued = (continued or line.startswith("$ ")) and line.endswith("\\")
    return shown


def masked(line: str) -> str:
    for pattern, name in VARYING:
        line = pattern.sub(name, line)
    return " ".join(line.split())


def is_shown(wanted: list[str], found: list[str]) -> bool:
    """Say whether the lines found are those wanted, where ``[...]`` stands for any lines."""
    if not wanted:
        return not found
    if wanted[0] == ELLIPSIS:
        return any(is_shown(wanted[1:], found[start:]) for start in range(len(found) + 1))
    return bool(found) and found[0] == wanted[0] and is_shown(wanted[1:], found[1:])


def lines_of(text: str) -> list[str]:
    """The lines of a text in a form that can be compared, without blank ones."""
    return [line for line in map(masked, text.split("\n")) if line]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a folder that looks like a checkout after ``make demo``."""
    for name in ("home", "bin", "checkout"):
        (tmp_path / name).mkdir()
    probatum = tmp_path / "bin" / "probatum"
    program = "import sys; from probatum.cli.main import main; sys.exit(main())"
    probatum.write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c "{program}" "$@"\n', "utf-8"
    )
    probatum.chmod(0o755)
    write_exercise(tmp_path / "checkout" / "probatum-demo" / "exercise")
    (tmp_path / "checkout" / "src").symlink_to(ROOT / "src")
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="the page speaks to a POSIX shell")
def test_the_commands_of_the_readme_print_what_it_shows(folder: Path) -> None:
    if not (ROOT / "src/probatum/disclose/verify.pyz").exists():
        pytest.skip("verify.pyz is not built: make verify.pyz")
    shown = session()
    script = f"\necho; echo '{SEPARATOR}'\n".join(each.command for each in shown)
    environment = {
        "HOME": str(folder / "home"),
        "PATH": os.pathsep.join(
            [str(folder / "bin"), str(Path(sys.executable).parent), os.environ["PATH"]]
        ),
        "PYTHONPATH": str(ROOT / "src"),
        "PYTHONIOENCODING": "utf-8",
        # Loops that were compiled for other tests: half a minute of the processor.
        "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache"),
        "LANG": "C.UTF-8",
        "TMPDIR": str(folder),
        "PROBATUM_PASSPHRASE": "five or more random words",
    }
    ran = subprocess.run(
        ["sh", "-e", "-c", script], cwd=folder / "checkout", env=environment, timeout=300,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False,
    )  # fmt: skip
    printed = ran.stdout.replace(str(folder / "home"), HOME_IN_PAGE).split(SEPARATOR)
    assert (ran.returncode, len(printed)) == (0, len(shown)), ran.stdout
    for each, output in zip(shown, printed, strict=True):
        wanted, found = lines_of("\n".join(each.output)), lines_of(output)
        assert is_shown(wanted, found), f"$ {each.command}\n" + "\n".join(found)


def test_every_page_that_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\((?!https?://)([^)#]+)[^)]*\)", PAGE)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
