"""What was typed into a form -> plain fields of a record, and back into what the form shows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import msgspec

from probatum.desk.pages.records.plan import Field

MOST_ROWS = 60
UNKNOWN_LINK = "?"
Typed: TypeAlias = Mapping[str, Any]  # Django's QueryDict: the last value of a name

_NUMBER = re.compile(r"[+-]?[0-9]{1,17}")


def fields_of(fields: Sequence[Field], typed: Typed, prefix: str = "") -> dict[str, object]:
    """Return the plain fields that a form says; what was left empty is left out."""
    found: dict[str, object] = {}
    for each in fields:
        value = _value(each, typed, prefix + each.name)
        if value is not None:
            found[each.name] = value
    return found


def unknown_of(names: Sequence[str], typed: Typed) -> dict[str, str]:
    """Return the fields of which the form says why they are not known."""
    return {name: said for name in names if (said := _said(typed, f"unknown.{name}"))}


def rows_of(field: Field, typed: Typed, path: str) -> int:
    """Return how many rows of a list were sent."""
    return sum(
        1 for number in range(MOST_ROWS)
        if any(name == f"{path}.{number}" or name.startswith(f"{path}.{number}.") for name in typed)
    )  # fmt: skip


def _value(field: Field, typed: Typed, path: str) -> object:
    if not field.many:
        return _one(field, typed, path)
    values: list[object] = []
    for number in range(rows_of(field, typed, path)):
        each = _one(field, typed, f"{path}.{number}")
        if field.open and each == UNKNOWN_LINK:
            values.append(None)
        elif each is not None:
            values.append(each)
    return values or None


def _one(field: Field, typed: Typed, path: str) -> object:
    if field.kind == "group":
        # A browser sends what a list shows at first, so a group of nothing else was left empty.
        found = fields_of(field.parts, typed, path + ".")
        defaults = {part.name: part.default for part in field.parts}
        return found if any(value != defaults[name] for name, value in found.items()) else None
    if field.kind == "citation":
        return _citation(typed, path)
    if field.kind == "kept":
        return _kept(typed, path)
    said = _said(typed, path)
    if field.kind == "flag":
        return True if said else None
    if not said:
        return None
    if field.kind == "maybe":
        return said == "yes"
    if field.kind == "number":
        plain = said.replace(" ", "").replace("\u00a0", "").replace(",", "")
        return int(plain) if _NUMBER.fullmatch(plain) else said
    if field.kind == "choice" and not said.strip():
        return None
    return said


def _said(typed: Typed, path: str) -> str:
    text = str(typed.get(path, "")).replace("\r\n", "\n")
    return text if "\n" in text.strip() else text.strip()


def _kept(typed: Typed, path: str) -> object:
    """Return a part that no form changes: it went along as JSON and is checked like any other."""
    said = _said(typed, path)
    if not said:
        return None
    try:
        value: object = msgspec.json.decode(said)
    except msgspec.DecodeError:
        return said
    return value


def _citation(typed: Typed, path: str) -> object:
    if _said(typed, f"{path}.drop"):
        return None
    kept = _kept(typed, f"{path}.kept")
    if kept is not None:
        return kept
    item = _said(typed, f"{path}.item")
    if not item:
        return None
    found: dict[str, object] = {"item": item}
    for name in ("page", "paragraph", "line", "row"):
        said = _said(typed, f"{path}.{name}")
        if said:
            found[name] = int(said) if _NUMBER.fullmatch(said) else said
    return found
