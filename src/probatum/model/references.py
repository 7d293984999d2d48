"""Where a record names other records, items and terms: read off the types once, used everywhere.

>>> from probatum.model.references import marks
>>> fields = {"about": "0" * 32, "stance": "denies", "via": [None, "1" * 32]}
>>> [(mark.field, mark.targets) for mark in marks("assertion", fields)]
[('about', ('proposition', 'assertion')), ('via[1]', ('source',))]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import (
    Annotated,
    Any,
    NamedTuple,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

import msgspec

from probatum.model.nouns import FAMILIES, NOUNS

Plain: TypeAlias = object  # what msgspec.to_builtins makes: dict, list, str, int, bool, None


class Reference(NamedTuple):  # thousands a second are made: a dataclass takes three times as long
    """One place in a record that names something: the field's path, the value, what it may name."""

    field: str
    value: str
    targets: tuple[str, ...]
    vocabulary: str


@dataclass(frozen=True, slots=True)
class _Leaf:
    targets: tuple[str, ...]
    vocabulary: str


_Node: TypeAlias = "_Leaf | dict[str, _Node]"


def may_name(targets: tuple[str, ...], noun: str) -> bool:
    """Say whether a reference with these targets may name a record of ``noun`` (or an ``item``)."""
    if noun in targets:
        return True
    if noun == "item":
        return False
    return "record" in targets or any(
        each in FAMILIES and NOUNS[noun].family == each for each in targets
    )


def marks(noun: str, fields: Mapping[str, Plain]) -> Iterator[Reference]:
    """Yield every reference and every code in the plain fields of a record."""
    plan = _plan(NOUNS[noun])
    for name, value in fields.items():
        node = plan.get(name)
        if node is None:
            continue
        if isinstance(node, _Leaf) and isinstance(value, str):  # most of them
            yield Reference(name, value, node.targets, node.vocabulary)
        else:
            yield from _walk(name, value, node)


def renamed(
    noun: str, fields: Mapping[str, Plain], rename: Callable[[str, Reference], str]
) -> dict[str, Plain]:
    """Return the fields with every reference put through ``rename(value, mark)``."""
    plan = _naming(NOUNS[noun])
    return {
        name: _replaced(name, value, plan[name], rename) if name in plan else value
        for name, value in fields.items()
    }


@cache
def vocabularies(noun: str) -> dict[str, str]:
    """Return the fields of a noun that hold a term, with the vocabulary of each."""
    plan = _plan(NOUNS[noun])
    leaves = {name: node for name, node in plan.items() if isinstance(node, _Leaf)}
    return {name: leaf.vocabulary for name, leaf in leaves.items() if leaf.vocabulary}


def _walk(path: str, value: Plain, node: _Node) -> Iterator[Reference]:
    if isinstance(value, list | tuple):
        for number, each in enumerate(value):
            yield from _walk(f"{path}[{number}]", each, node)
    elif isinstance(node, _Leaf):
        if isinstance(value, str):
            yield Reference(path, value, node.targets, node.vocabulary)
    elif isinstance(value, Mapping):
        for name, below in node.items():
            yield from _walk(f"{path}.{name}", value.get(name), below)


def _replaced(
    path: str, value: Plain, node: _Node, rename: Callable[[str, Reference], str]
) -> Plain:
    if isinstance(value, list | tuple):
        return [
            _replaced(f"{path}[{number}]", each, node, rename) for number, each in enumerate(value)
        ]
    if isinstance(node, _Leaf):
        if isinstance(value, str) and node.targets:
            return rename(value, Reference(path, value, node.targets, ""))
        return value
    if isinstance(value, Mapping):
        return {
            name: _replaced(f"{path}.{name}", each, node[name], rename) if name in node else each
            for name, each in value.items()
        }
    return value


@cache
def _plan(struct: type[msgspec.Struct]) -> dict[str, _Node]:
    plan = {}
    for name, hint in get_type_hints(struct, include_extras=True).items():
        node = _node(hint)
        if node is not None:
            plan[name] = node
    return plan


@cache
def _naming(struct: type[msgspec.Struct]) -> dict[str, _Node]:
    """Return the part of the plan in which there are references."""
    return {name: node for name, node in _plan(struct).items() if _names(node)}


def _names(node: _Node) -> bool:
    return bool(node.targets) if isinstance(node, _Leaf) else any(map(_names, node.values()))


def _node(hint: Any) -> _Node | None:
    if get_origin(hint) is Annotated:
        inner, *notes = get_args(hint)
        for note in notes:
            if isinstance(note, msgspec.Meta) and note.extra and "targets" in note.extra:
                return _Leaf(note.extra["targets"], note.extra["vocabulary"])
        return _node(inner)
    if get_origin(hint) in (Union, UnionType, tuple):
        for each in get_args(hint):
            node = _node(each)
            if node is not None:
                return node
        return None
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return _plan(hint) or None
    return None
