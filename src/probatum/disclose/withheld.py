"""What is kept back: decisions by field name, applied to entries, listed with their reasons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from probatum.errors import EvidenceError, UseError
from probatum.proof import canonical, disclosure, entry
from probatum.proof.canonical import Json

_FIELD = re.compile(r"[a-z0-9_]{1,64}")


@dataclass(frozen=True, slots=True)
class Withholding:
    """A decision: this field is kept back, wherever it occurs or in the entries of one object.

    ``item`` is that object: an id or reference as typed until the caller has looked it up, then an
    object id. ``approver`` is whoever approved it before; None: whoever discloses.
    """

    field: str
    code: str
    basis: str
    item: str | None = None
    approver: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """One digest that stays closed. ``value`` never leaves: the leak check looks for it."""

    index: int
    digest: str
    field: str
    value: Json
    rule: Withholding
    approver: str


@dataclass(frozen=True, slots=True)
class KeptItem:
    """An object whose original is not in the package."""

    id: str
    code: str
    basis: str
    approver: str


@dataclass(frozen=True, slots=True)
class Shown:
    """An entry as the recipient sees it. ``opened`` texts ascend and include every decoy."""

    index: int
    id: str
    kind: str
    leaf: bytes
    opened: tuple[str, ...]
    fields: Mapping[str, Json]
    kept: tuple[Kept, ...]


def parse_withholding(text: str) -> Withholding:
    """Read ``FIELD=CODE:BASIS`` or ``ITEM.FIELD=CODE:BASIS``; ``CODE@PERSON`` says who approved it.

    Raises UseError ``wrong-use``.
    """
    left, _, reason = text.partition("=")
    code, _, basis = reason.partition(":")
    item, dot, field = left.strip().rpartition(".")
    code, at, approver = (part.strip() for part in code.partition("@"))
    basis = basis.strip()
    is_whole = code and basis and (item or not dot) and (approver or not at)
    if not _FIELD.fullmatch(field) or not is_whole:
        raise UseError(
            "wrong-use", item="a field to withhold", expected="FIELD=CODE:BASIS",
            found="another form",
            remedy="for example given_by=protected-person:court order 12, or EX-00001-6.place=...; "
            "CODE@PERSON says who approved it",
        )  # fmt: skip
    return Withholding(field, code, basis, item or None, approver or None)


def show(
    index: int,
    leaf: bytes,
    texts: Iterable[str],
    rules: Sequence[Withholding],
    approver: str,
) -> Shown:
    """Open one entry except for what the rules keep back; a rule for one object goes first.

    ``texts`` are all disclosures of the entry, decoys included. Raises EvidenceError
    ``bad-disclosure`` if one is missing or is not the entry's.
    """
    parsed = entry.parse(leaf)
    special = {rule.field: rule for rule in rules if rule.item == parsed.id}
    chosen = {rule.field: rule for rule in rules if rule.item is None} | special
    opened: list[str] = []
    kept: list[Kept] = []
    for text in texts:
        content = disclosure.parse(text) if chosen else None
        rule = chosen.get(content.name) if isinstance(content, disclosure.Field) else None
        if rule is None or not isinstance(content, disclosure.Field):
            opened.append(text)
        else:
            digest = disclosure.digest(text)
            kept.append(
                Kept(index, digest, content.name, content.value, rule, rule.approver or approver)
            )
    opened.sort()
    checked = entry.open_leaf(parsed, opened)
    kept.sort(key=lambda each: each.digest)
    # Each digest must be opened or have its reason; the verifier refuses a third kind.
    if checked.withheld != tuple(each.digest for each in kept):
        raise EvidenceError(
            "bad-disclosure", item=f"entry {index}", expected="a disclosure for every digest",
            found="fewer", remedy="run `probatum check`",
        )  # fmt: skip
    return Shown(index, parsed.id, parsed.kind, leaf, tuple(opened), checked.fields, tuple(kept))


def require_applied(rules: Sequence[Withholding], shown: Sequence[Shown]) -> None:
    """Raise UseError ``wrong-use`` for rules that contradict each other or keep nothing back.

    A misspelt field name must not silently disclose what it was meant to protect.
    """
    places = [(rule.item, rule.field) for rule in rules]
    for rule, place in zip(rules, places, strict=True):
        if places.count(place) > 1:
            raise UseError(
                "wrong-use", item=f"field {rule.field}", expected="one reason to withhold it",
                found="several", remedy="give each field once",
            )  # fmt: skip
    applied = {id(kept.rule) for one in shown for kept in one.kept}
    for rule in rules:
        if id(rule) not in applied:
            known = sorted({name for one in shown for name in one.fields})
            raise UseError(
                "wrong-use", item=f"field {rule.field}",
                expected="a field of an entry that is disclosed", found="no such field",
                remedy="the fields here are: " + ", ".join(known),
            )  # fmt: skip


def withheld_json(shown: Iterable[Shown], items: Iterable[KeptItem]) -> bytes:
    """Return ``withheld.json``; ``shown`` ascends by index."""
    fields: list[Json] = [
        {
            "approver": kept.approver,
            "basis": kept.rule.basis,
            "code": kept.rule.code,
            "digest": kept.digest,
            "field": kept.field,
            "index": kept.index,
        }
        for one in shown
        for kept in one.kept
    ]
    whole: list[Json] = [
        {"approver": item.approver, "basis": item.basis, "code": item.code, "id": item.id}
        for item in sorted(items, key=lambda item: item.id)
    ]
    return canonical.encode({"fields": fields, "items": whole, "v": 1})
