"""Write ``spec/schemas/*.json`` and the tables of ``spec/record.md`` from the types of records."""

from __future__ import annotations

import inspect
import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from probatum.model import vocab  # noqa: E402
from probatum.model.nouns import NOUNS  # noqa: E402
from probatum.model.schemas import schema  # noqa: E402

PAGE = ROOT / "spec" / "record.md"
BEGIN, END = "<!-- generated: nouns -->", "<!-- end -->"
_SHARED = ("record", "labels", "remark", "unknown")
_TYPES = {"string": "text", "integer": "whole number", "boolean": "true or false"}


def pages() -> dict[Path, str]:
    """Return what every generated file is to hold."""
    found = {
        ROOT / "spec" / "schemas" / f"{noun}.json": json.dumps(
            schema(noun), indent=1, ensure_ascii=False
        )
        + "\n"
        for noun in NOUNS
    }
    text = PAGE.read_text("utf-8")
    before, rest = text.split(BEGIN, 1)
    found[PAGE] = before + BEGIN + "\n\n" + tables() + "\n" + END + rest.split(END, 1)[1]
    return found


def tables() -> str:
    """Return a section for every noun and every part, as Markdown."""
    parts: dict[str, Any] = {}
    lines: list[str] = []
    for noun in NOUNS:
        whole = schema(noun)
        parts.update(whole.get("$defs", {}))
        lines += _section(f"`{whole['title']}`", whole)
    said = "They stand inside records and are nothing by themselves."
    lines += ["### Parts of records", "", said, ""]
    for name in sorted(parts):
        lines += _section(f"*{name}*", parts[name], level=4)
    lines += ["### Vocabularies", "", "| vocabulary | what it is for | terms |", "|---|---|---|"]
    for name in vocab.names():
        each = vocab.vocabulary(name)
        codes = ", ".join(term.code for term in each.terms)
        lines.append(f"| `{name}` ({'open' if each.open else 'closed'}) | {each.title} | {codes} |")
    return "\n".join([*lines, ""])


def _section(title: str, part: Any, level: int = 3) -> list[str]:
    said = inspect.cleandoc(part.get("description", "")).replace("``", "`")
    lines = [f"{'#' * level} {title}", "", said, "", "| field | type | |", "|---|---|---|"]
    needed = part.get("required", [])
    for name, value in part["properties"].items():
        if name not in _SHARED or level > 3:
            must = "required" if name in needed else _default(value)
            lines.append(f"| {name} | {_type(value)} | {must} |")
    return [*lines, ""]


def _default(value: Any) -> str:
    default = value.get("default")
    return "" if default in (None, (), [], {}, False) else f"else `{default}`"


def _type(value: Any) -> str:
    if "anyOf" in value:
        return " or ".join(_type(each) for each in value["anyOf"] if each.get("type") != "null")
    if "$ref" in value:
        return f"*{value['$ref'].rpartition('/')[2]}*"
    if "enum" in value:
        return ", ".join(f"`{each}`" for each in value["enum"])
    if "x-refers-to" in value and value.get("type") != "array":
        return "id of " + ", ".join(value["x-refers-to"])
    if "x-vocabulary" in value:
        return f"term of `{value['x-vocabulary']}`"
    if value.get("type") == "array":
        inner = value.get("items")
        if "x-refers-to" in value:
            return "two ids of " + ", ".join(value["x-refers-to"])
        return "list of " + (_type(inner) if inner else _pair(value))
    return _TYPES[value["type"]]


def _pair(value: Any) -> str:
    return " and ".join(_type(each) for each in value["prefixItems"])


def main() -> None:
    """Write the files that are not current."""
    for path, text in pages().items():
        path.parent.mkdir(exist_ok=True)
        if not path.is_file() or path.read_text("utf-8") != text:
            path.write_text(text, "utf-8")
            print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
