"""The texts of errors that pages may show, as the sources have them.

A text is given to an error, or to a function that makes an error of it. What is filled in while the
program runs is a place in braces: *the query, at character {at}*.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias, TypeGuard

PARTS = ("item", "expected", "found", "remedy")
# Rooms whose errors no page shows.
ELSEWHERE = ("cli", "count", "exercise", "proof", "read", "verify")
# What only somebody at the command line is told.
OF_A_TERMINAL = re.compile(r"--|`|probatum |record put|spec/|[A-Z]{4}|\.(pyz|json|html)")
_LETTERS = re.compile("[a-z]{3}")
_PLACE = re.compile(r"\{\w*\}")

Makers: TypeAlias = Mapping[str, list[str]]
"""Functions that make errors: their parameters in order, empty names for what is no part."""


@cache
def error_parts(sources: Path) -> tuple[str, ...]:
    """Return every text, with the places in it; in the order of the files, each once."""
    trees = [
        ast.parse(path.read_text("utf-8"))
        for path in sorted(sources.rglob("*.py"))
        if path.relative_to(sources).parts[0] not in ELSEWHERE
    ]
    public = {
        name: given for tree in trees for name, given in _makers(tree).items() if name[0] != "_"
    }
    found = [
        _apart(text)
        for tree in trees
        for given, scope in _given(tree, {**public, **_makers(tree)})
        for known in (_assigned(given, (scope, tree)) if isinstance(given, ast.Name) else [given])
        for text in _texts(known)
    ]
    return tuple(
        text for text in dict.fromkeys(found)
        if _LETTERS.search(_PLACE.sub("", text)) and not OF_A_TERMINAL.search(text)
    )  # fmt: skip


def with_places(sources: Path) -> list[str]:
    """Return the texts in which something is filled in, the most telling ones first."""
    found = [text for text in error_parts(sources) if _PLACE.search(text)]
    return sorted(found, key=lambda text: (-len(_PLACE.sub("", text)), text))


def _makers(tree: ast.Module) -> dict[str, list[str]]:
    """Return the functions of a module that pass what they are given on to an error."""
    found = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            passed = {
                keyword.value.id
                for call in ast.walk(node) if _is_error(call)
                for keyword in call.keywords
                if keyword.arg in PARTS and isinstance(keyword.value, ast.Name)
            }  # fmt: skip
            names = [each.arg for each in (*node.args.posonlyargs, *node.args.args)]
            names = [each for each in names if each != "self"]
            names += [each.arg for each in node.args.kwonlyargs]
            if passed & set(names):
                found[node.name] = [each if each in passed else "" for each in names]
    return found


def _is_error(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "").endswith("Error")


def _given(tree: ast.Module, makers: Makers) -> Iterator[tuple[ast.expr, ast.AST]]:
    """Yield what is given to errors and to functions that make them, and inside what it stands."""
    waiting: list[tuple[ast.AST, ast.AST]] = [(tree, tree)]
    while waiting:
        node, scope = waiting.pop()
        inner = node if isinstance(node, ast.FunctionDef) else scope
        waiting += ((child, inner) for child in reversed([*ast.iter_child_nodes(node)]))
        if not isinstance(node, ast.Call):
            continue
        passed = makers.get(getattr(node.func, "id", "") or getattr(node.func, "attr", ""), [])
        if _is_error(node):
            passed = [*PARTS]
        else:
            yield from (
                (each, scope) for each, part in zip(node.args, passed, strict=False) if part
            )
        named = [each for each in node.keywords if each.arg and each.arg in passed]
        yield from ((each.value, scope) for each in named)


def _assigned(wanted: ast.Name, scopes: tuple[ast.AST, ast.Module]) -> list[ast.expr]:
    """Return what a name stands for in the function that uses it, or in the module."""
    function, module = scopes
    inside = () if function is module else ast.walk(function)
    return [
        node.value
        for node in (*inside, *module.body)
        if isinstance(node, ast.Assign)
        and any(isinstance(each, ast.Name) and each.id == wanted.id for each in node.targets)
    ]


def _texts(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression may give."""
    match node:
        case ast.Constant(value=str() as text):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one)
            yield from _texts(other)
        case ast.JoinedStr(values=values):
            yield "".join(
                str(each.value) if isinstance(each, ast.Constant) else _place(each)
                for each in values
            )
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            for first in _texts(left) if _is_text(left) else ["{value}"]:
                for second in _texts(right) if _is_text(right) else ["{value}"]:
                    yield first + second


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.JoinedStr | ast.IfExp | ast.BinOp) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _place(node: ast.expr) -> str:
    value = node.value if isinstance(node, ast.FormattedValue) else node
    match value:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return f"{{{name.strip('_').lower()}}}"
        case ast.Call(func=ast.Name(id="len")):
            return "{count}"
    return "{value}"


def _apart(text: str) -> str:
    """Return a text in which each place has a name of its own."""
    seen: list[str] = []

    def named(place: re.Match[str]) -> str:
        name = place[0].strip("{}")
        seen.append(name)
        return f"{{{name}{seen.count(name) if seen.count(name) > 1 else ''}}}"

    return _PLACE.sub(named, text)
