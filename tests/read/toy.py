"""A reader as a program, for tests: it finds in the invented text what ``readings`` says."""

from __future__ import annotations

import json
import shlex
import sys
from pathlib import Path

import msgspec

from read.readings import TEXT, suggestions

SOURCE = """
import json, sys
suggestions = json.loads(sys.argv[1])
for line in sys.stdin:
    if json.loads(line)["ask"] == "identity":
        print(json.dumps({"id": "toy", "version": sys.argv[2], "languages": ["en"]}), flush=True)
    else:
        print(json.dumps({"suggestions": suggestions}), flush=True)
"""


def command(folder: Path, version: str = "1") -> str:
    """Return the command of a reader that gives words and paragraphs, no offsets."""
    file = folder / "toy_reader.py"
    file.write_text(SOURCE)
    plain = [_without_offsets(msgspec.to_builtins(each)) for each in suggestions().values()]
    return shlex.join([sys.executable, "-I", str(file), json.dumps(plain), version])


def _without_offsets(value: object) -> object:
    if isinstance(value, dict):
        if "exact" in value:
            return {"exact": value["exact"], "paragraph": TEXT.count("\n", 0, value["start"]) + 1}
        return {name: _without_offsets(each) for name, each in value.items()}
    return [_without_offsets(each) for each in value] if isinstance(value, list) else value
