"""A new case as people get it, made by a process that no test has prepared."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from command_line import CommandLine

PROGRAM = """
import sys
from probatum.acts import compartment
from probatum.cli.main import main
code = main(sys.argv[1:])
acts = (compartment.create, compartment.enter, compartment.find, compartment.grant,
        compartment.break_the_glass)
sys.exit(code or {act.__kwdefaults__["memory_kib"] for act in acts} != {65536})
"""


def test_a_passphrase_is_stretched_with_64_mib(line: CommandLine, tmp_path: Path) -> None:
    folder = tmp_path / "case"
    told = ["init", str(folder), "--name", "Invented Case", "--by", "A. Analyst"]
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, *told], env=line.in_own_process(), capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    slots = json.loads((folder / "keys" / "slots.json").read_bytes())["slots"]
    [argon] = [slot["argon2id"] for slot in slots if slot["argon2id"] is not None]
    assert (argon["memory_kib"], argon["passes"], argon["lanes"]) == (65536, 3, 4)
