"""The shape of the source tree: sizes, names, registers that documentation must keep up with."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from probatum.errors import CODES
from probatum.model.nouns import NOUNS

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "probatum"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_LINES = 400
VAGUE = {"utils", "util", "helpers", "common", "core", "services", "manager", "managers", "misc"}
FAMILIES = {"ProbatumError", "EvidenceError", "InputError", "UseError", "WorldError"}
KIND = re.compile(r"[a-z][a-z_]*/[1-9][0-9]*")
NOUN_TAGS = {str(noun.__struct_config__.tag) for noun in NOUNS.values()}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes(), filename=relative(path))


class Looked(NamedTuple):
    """What the tests ask of a module: reading all of them again for each test takes seconds.

    ``literals`` are its string constants, docstrings and f-string parts included.
    """

    says: bool
    handlers: list[ast.ExceptHandler]
    raises: list[ast.Call]
    literals: frozenset[str]


@cache
def looked(path: Path) -> Looked:
    tree = tree_of(path)
    handlers, raises, literals = [], [], set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            literals.add(node.value)
        elif isinstance(node, ast.ExceptHandler):
            handlers.append(node)
        elif isinstance(node, ast.Call) and node.args:
            called = node.func
            name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
            if name in FAMILIES:
                raises.append(node)
    return Looked(bool(ast.get_docstring(tree)), handlers, raises, frozenset(literals))


def literals(path: Path) -> frozenset[str]:
    return looked(path).literals


def page(name: str) -> str:
    path = ROOT / name
    assert path.is_file(), f"{name} does not exist"
    return path.read_text("utf-8")


def test_there_are_modules_to_look_at() -> None:
    assert len(MODULES) > 10, "an empty tree would pass every other test of this file"


@pytest.mark.parametrize("folder", ["src", "tests", "release", "docs", "bench"])
def test_no_module_is_longer_than_400_lines(folder: str) -> None:
    too_long = {
        relative(path): lines
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (lines := len(path.read_bytes().splitlines())) > MOST_LINES
    }
    assert not too_long, f"one module is one idea: {too_long}"


def test_no_name_says_nothing() -> None:
    vague = [
        relative(path)
        for path in (*SOURCE.rglob("*"), *(ROOT / "tests").rglob("*"))
        if path.stem in VAGUE and (path.is_dir() or path.suffix == ".py")
    ]
    assert not vague, f"name these after what they are for: {vague}"


def test_no_package_is_an_empty_shell() -> None:
    empty = [
        relative(folder)
        for folder in SOURCE.iterdir()
        if (folder / "__init__.py").is_file()
        and not any(
            body
            for path in folder.rglob("*.py")
            for body in tree_of(path).body
            if not isinstance(body, (ast.Import, ast.ImportFrom, ast.Expr))
        )
    ]
    assert not empty, f"a room is made when it has code: {empty}"


def test_every_module_says_what_it_is_for() -> None:
    silent = [relative(path) for path in MODULES if not looked(path).says]
    assert not silent, f"no docstring: {silent}"


def test_no_blind_except() -> None:
    """Ruff refuses these too; this one cannot be switched off by a comment, and spares the edge."""
    blind = [
        f"{relative(path)}:{node.lineno}"
        for path in MODULES
        if path.relative_to(SOURCE).parts[0] not in {"cli", "desk"}
        for node in looked(path).handlers
        if (
            node.type is None
            or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
        )
        # Cleaning up and passing the same exception on hides nothing.
        and not (isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None)
    ]
    assert not blind, f"catch what you can name: {blind}"


@pytest.mark.parametrize("room", ["errors.py", "proof", "verify"])
def test_the_rooms_of_the_verifier_import_the_standard_library_alone(room: str) -> None:
    path = SOURCE / room
    modules = [path] if path.is_file() else sorted(path.rglob("*.py"))
    assert modules, f"src/probatum/{room} is empty"
    allowed = {"probatum", *sys.stdlib_module_names}
    foreign = []
    for module in modules:
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names = [node.module or ""]
            else:
                continue
            foreign += [
                f"{relative(module)}: {name}" for name in names if name.split(".")[0] not in allowed
            ]
    assert not foreign


def test_only_rooms_that_are_not_built_stand_in_parentheses() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    (layers,) = (
        contract["layers"] for contract in contracts if contract.get("containers") == ["probatum"]
    )
    optional = {name for line in layers for name in re.findall(r"\((\w+)\)", line)}
    built = {path.stem for path in SOURCE.iterdir() if any(path.rglob("*.py"))}
    assert optional & built == set(), "take the parentheses away in pyproject.toml"


def raised_codes() -> dict[str, str]:
    """Code -> one place that raises it, for every error made with a code written out there."""
    found: dict[str, str] = {}
    for path in MODULES:
        for node in looked(path).raises:
            first = node.args[0]
            values = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            for value in values:
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    found.setdefault(value.value, f"{relative(path)}:{node.lineno}")
    return found


def test_every_error_raised_has_a_registered_code() -> None:
    raised = raised_codes()
    assert raised
    assert {code: at for code, at in raised.items() if code not in CODES} == {}


def test_every_registered_code_is_raised_somewhere() -> None:
    written = {text for path in MODULES if path.name != "errors.py" for text in literals(path)}
    assert sorted(set(CODES) - written) == [], "no code path knows these codes"


def rows(text: str) -> set[str]:
    """The first cell of every table row, where that is one term in backticks, and such headings."""
    return set(re.findall(r"^(?:\| *|#+ +)`([^`\n]+)`", text, re.MULTILINE))


def test_the_page_of_errors_and_the_register_list_the_same_codes() -> None:
    assert rows(page("spec/errors.md")) == set(CODES)


def kinds_in_the_code() -> set[str]:
    """Entry kinds: nouns have versions too, and a page of their own (``spec/record.md``)."""
    return {
        text
        for path in MODULES
        for text in literals(path)
        if KIND.fullmatch(text) and path.relative_to(SOURCE).parts[0] != "exercise"
    } - NOUN_TAGS


def test_every_entry_kind_is_in_the_page_of_entries() -> None:
    text = page("spec/entries.md")
    kinds = kinds_in_the_code()
    assert kinds
    assert sorted(kind for kind in kinds if f"`{kind}`" not in text) == []


def test_the_page_of_entries_promises_no_kind_without_code() -> None:
    promised = {term for term in rows(page("spec/entries.md")) if KIND.fullmatch(term)}
    assert promised - kinds_in_the_code() == set()


def test_no_lock_file_names_an_index() -> None:
    for lock in sorted((ROOT / "requirements").glob("*.lock")):
        text = lock.read_text("ascii")
        assert "--hash=sha256:" in text
        assert "://" not in text and "--index" not in text, lock.name


def test_every_note_of_a_change_has_a_title() -> None:
    # The documentation lists the notes by their titles, and finds out late that one has none.
    notes = sorted((ROOT / "changelog.d").glob("*.md"))
    assert notes
    assert not [note.name for note in notes if not note.read_text().startswith("# ")]


def test_every_table_that_is_written_has_the_guard_against_formulas() -> None:
    written = {
        relative(path): "table_cells import" in path.read_text("utf-8")
        for path in (ROOT / "src").rglob("*.py")
        if "csv.writer(" in path.read_text("utf-8") and "exercise" not in path.parts
    }
    assert len(written) >= 7 and all(written.values()), written
