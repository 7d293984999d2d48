"""Pages of the specification and the code say the same: errors, reasons, numbered steps."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from probatum.acts.erase_item import REASONS
from probatum.errors import CODES
from probatum.preserve.finding import STEPS
from probatum.verify.report import TITLES

ROOT = Path(__file__).resolve().parent.parent
FAMILIES = {
    "EvidenceError": "Evidence", "InputError": "Input", "UseError": "Use", "WorldError": "World",
}  # fmt: skip


def page(name: str) -> str:
    return (ROOT / "spec" / name).read_text("utf-8")


def table_rows(text: str) -> list[list[str]]:
    """The cells of every table row, headings and rules included."""
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("|")
    ]


def without_links(text: str) -> str:
    return re.sub(r"\[([a-z]+)\]\(\1\.md\)", r"spec/\1.md", text)


def test_every_error_has_the_meaning_that_the_register_gives_it() -> None:
    said = {
        row[0].strip("`"): without_links(row[1])
        for row in table_rows(page("errors.md"))
        if row[0].startswith("`")
    }
    assert said == dict(CODES)


def sections() -> dict[str, str]:
    """Error code -> the section of the page that it stands in."""
    found: dict[str, str] = {}
    for section in re.split(r"^## ", page("errors.md"), flags=re.MULTILINE):
        for code in re.findall(r"^\| `([^`]+)`", section, re.MULTILINE):
            found[code] = section.split("\n", 1)[0]
    return found


def raised() -> Iterator[tuple[str, str]]:
    """Every (code, section of its family) that is written out in the code."""
    for path in (ROOT / "src" / "probatum").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                family, code = FAMILIES.get(node.func.id), node.args[0]
                if family and isinstance(code, ast.Constant):
                    yield str(code.value), family


def test_every_error_stands_in_the_section_of_a_family_that_raises_it() -> None:
    families: dict[str, set[str]] = {}
    for code, family in raised():
        families.setdefault(code, set()).add(family)
    assert families
    where = sections()
    wrong = {code: given for code, given in families.items() if where[code] not in given}
    assert wrong == {}


def test_the_page_of_erasure_lists_the_reasons_with_their_meaning() -> None:
    said = {
        row[0].strip("`"): row[1]
        for row in table_rows(page("erasure.md"))
        if row[0].strip("`") in REASONS
    }
    assert said == dict(REASONS)


def test_the_steps_of_the_verifier_are_those_of_its_page() -> None:
    numbered = {row[0]: row[1] for row in table_rows(page("disclosure.md")) if row[0].isdigit()}
    titles = {step: numbered.get(str(step)) for step in TITLES}
    # The members of a package are numbered too; the steps stand behind them on the page.
    assert titles == TITLES


def test_the_steps_of_the_integrity_check_are_on_the_page_of_the_archive() -> None:
    text = page("archive.md")
    assert [name for name in STEPS.values() if name.lower() not in text.lower()] == []
