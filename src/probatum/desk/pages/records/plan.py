"""What a form asks for a noun, read off its types: one field for each thing that may be said.

>>> {each.name: each.kind for each in plan("place")}["within"]
'reference'
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeAlias

import msgspec
from msgspec import inspect

from probatum.model.nouns import NOUNS

Kind: TypeAlias = Literal[
    "line", "text", "code", "choice", "number", "flag", "maybe", "reference", "group", "citation",
    "kept",
]  # fmt: skip
_LAST = ("labels", "remark")
_LONG = 1_000  # letters: what may be longer gets a field of several lines

# Made by acts of their own, or by a machine that a person answers: no form makes these.
WITHOUT_FORM = frozenset(
    {"suggestion", "decision", "review", "redaction", "pseudonym", "compartment", "assessment",
     "same_as", "victim_list", "row_match"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in. ``many``: any number of them. ``parts`` are those of a group.

    ``targets`` are the nouns that a reference may name, ``open`` says that a link in a list may be
    unknown; ``choices`` the words of a closed list; ``default`` what stands where nothing is said.
    """

    name: str
    kind: Kind
    required: bool = False
    many: bool = False
    open: bool = False
    targets: tuple[str, ...] = ()
    vocabulary: str = ""
    choices: tuple[str, ...] = ()
    parts: tuple[Field, ...] = ()
    default: object = None
    struct: str = ""


@cache
def plan(noun: str) -> tuple[Field, ...]:
    """Return the fields of a noun, what belongs to every record last.

    Raises LookupError for a noun that is none.
    """
    fields = _fields(NOUNS[noun])
    own = [each for each in fields if each.name not in _LAST]
    return (*own, *(each for each in fields if each.name in _LAST))


def may_be_unknown(noun: str) -> tuple[str, ...]:
    """Return the fields of which it may be said why they are not known."""
    struct = NOUNS[noun]
    known = dict(zip(struct.__struct_fields__, _defaults(struct), strict=True))
    return tuple(
        each.name for each in plan(noun)
        if known[each.name] in (None, ()) and each.name not in _LAST
    )  # fmt: skip


def _defaults(struct: type[msgspec.Struct]) -> list[object]:
    defaults: list[object] = list(struct.__struct_defaults__)
    missing = len(struct.__struct_fields__) - len(defaults)
    required: list[object] = [...] * missing
    return required + defaults


def _fields(struct: type[msgspec.Struct]) -> tuple[Field, ...]:
    told = inspect.type_info(struct)
    if not isinstance(told, inspect.StructType):
        raise AssertionError("a noun is a struct")
    found = []
    for each in told.fields:
        if each.name == "unknown" and isinstance(each.type, inspect.DictType):
            continue
        default = None if each.default is msgspec.NODEFAULT else each.default
        if isinstance(default, bool | int | str):
            found.append(_field(each.name, each.type, required=False, default=default))
        else:
            found.append(_field(each.name, each.type, required=each.required))
    return tuple(found)


def _field(
    name: str, said: inspect.Type, *, required: bool, default: object = None, many: bool = False,
    marked: Mapping[str, tuple[str, ...] | str] | None = None, nullable: bool = False,
) -> Field:  # fmt: skip
    match said:
        case inspect.Metadata():
            return _field(name, said.type, required=required, default=default, many=many,
                          marked=said.extra or marked, nullable=nullable)  # fmt: skip
        case inspect.UnionType():
            [one] = [each for each in said.types if not isinstance(each, inspect.NoneType)]
            return _field(name, one, required=required, default=default, many=many, marked=marked,
                          nullable=True)  # fmt: skip
        case inspect.VarTupleType() if not many:
            return _field(name, said.item_type, required=required, many=True, marked=marked)
        case inspect.StructType():
            if said.cls.__name__ in ("Citation", "Machine", "Region"):
                kind: Kind = "citation" if said.cls.__name__ == "Citation" else "kept"
                return Field(name, kind, many=many, struct=said.cls.__name__)
            return Field(name, "group", required, many, parts=_fields(said.cls),
                         struct=said.cls.__name__)  # fmt: skip
        case inspect.LiteralType():
            words = tuple(str(each) for each in said.values)
            return Field(name, "choice", required, many, choices=words, default=default)
        case inspect.IntType():
            return Field(name, "number", required, many, default=default)
        case inspect.BoolType():
            return Field(name, "maybe" if nullable else "flag", default=default)
        case inspect.StrType():
            targets, vocabulary = (marked or {}).get("targets", ()), (marked or {}).get(
                "vocabulary", "")  # fmt: skip
            if targets:
                return Field(name, "reference", required, many, open=nullable and many,
                             targets=tuple(targets))  # fmt: skip
            if vocabulary:
                return Field(name, "code", required, many, vocabulary=str(vocabulary),
                             default=default)  # fmt: skip
            long = said.max_length is not None and said.max_length > _LONG
            return Field(name, "text" if long else "line", required, many, default=default)
    return Field(name, "kept", many=many)
