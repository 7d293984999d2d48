"""Pages and JSON about victim lists, without their rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from probatum.cli.wording import facts, many, maybe, moment, shown, table

if TYPE_CHECKING:
    from probatum.acts.suggest_mapping import Suggested
    from probatum.acts.victim_lists import AddedList, ListRow
    from probatum.cli.calls import Json
    from probatum.derive.tables.values import Opened

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_KNOWN_BY = {"mark": "by its mark", "valid": "as the bytes fit", "guess": "a guess"}
_POLICY = {"one-row-per-person": "one row a person", "may-repeat": "a person may repeat"}


def added_page(done: AddedList) -> str:
    """Return what became of a list."""
    lines = []
    if done.item is not None and done.item_is_new:
        lines.append(f"Taken into custody as {done.item.ref}.")
    word = "List in" if done.put.done == "created" else "Already a list"
    lines.append(f"{word}: {done.put.ref}, entry {done.put.index} of the log.")
    lines.append(f"What its rows say: probatum count lists check {done.put.ref}")
    return "\n".join(lines)


def added_json(done: AddedList) -> Json:
    """Return the same for programs."""
    return {
        "id": done.put.id, "ref": done.put.ref, "entry": done.put.index, "done": done.put.done,
        "item": None if done.item is None else done.item.id,
        "item_ref": None if done.item is None else done.item.ref,
        "item_is_new": done.item_is_new,
    }  # fmt: skip


def suggested_page(found: Suggested, saved: str | None) -> str:
    """Return the columns of a table and what they are taken for."""
    parts = [facts(opened_facts(found.opened)), ""]
    if found.columns:
        rows = [(shown(each.heading), each.field or "(not read)", shown(each.example))
                for each in found.columns]  # fmt: skip
        parts += [table(("Column", "Taken for", "For example"), rows), ""]
    if found.mapping is None:
        parts.append("The headings suggest no mapping: no name, no number, no id among them.")
    elif saved is not None:
        parts.append(f"Look at it, change what is wrong: {shown(saved)}")
    else:
        parts.append("A suggestion; nothing was kept. Keep it with --save MAPPING.json")
    return "\n".join(parts)


def suggested_json(found: Suggested) -> Json:
    """Return the same for programs."""
    return {
        "table": opened_json(found.opened),
        "columns": [{"heading": each.heading, "field": each.field, "example": each.example}
                    for each in found.columns],
        "mapping": None if found.mapping is None else plain_json(found.mapping),
    }  # fmt: skip


def plain_json(mapping: object) -> Json:
    """Return a mapping as JSON."""
    import msgspec

    made: Json = json.loads(msgspec.json.encode(mapping))
    return made


def opened_facts(opened: Opened) -> list[tuple[str, str]]:
    """Return what a file is, as facts for a page."""
    known = [("Form", {"csv": "CSV", "xlsx": "Excel workbook", "jsonl": "JSON Lines"}[opened.form])]
    if opened.encoding is not None:
        known_by = _KNOWN_BY.get(opened.encoding_known_by or "", "")
        known.append(("Encoding", f"{opened.encoding} ({known_by})"))
    if opened.delimiter is not None:
        known.append(("Delimiter", _DELIMITERS[opened.delimiter]))
    if opened.sheets:
        names = ", ".join(shown(each.name) + (" (hidden)" if each.hidden else "")
                          for each in opened.sheets if each.has_rows)  # fmt: skip
        known += [("Sheet", maybe(opened.sheet, "none")), ("Sheets with rows", names or "none")]
    if opened.has_macros:
        known.append(("Macros", "there are some; they are never run"))
    return known


def opened_json(opened: Opened | None) -> Json:
    """Return what a file is; None for a list of records."""
    if opened is None:
        return None
    return {
        "form": opened.form, "encoding": opened.encoding,
        "encoding_known_by": opened.encoding_known_by, "delimiter": opened.delimiter,
        "sheet": opened.sheet, "has_macros": opened.has_macros,
        "sheets": [{"name": each.name, "hidden": each.hidden, "has_rows": each.has_rows}
                   for each in opened.sheets],
    }  # fmt: skip


def lists_page(found: Sequence[ListRow]) -> str:
    """Return the lists of a case."""
    if not found:
        return "No victim list in this case: probatum count lists add FILE"
    rows = [(each.ref, _held(each), _as_of(each), shown(each.name)) for each in found]
    return "\n".join([table(("Reference", "Item", "As of", "Name"), rows), "",
                      f"{many(len(found), 'list')}."])  # fmt: skip


def show_page(found: ListRow) -> str:
    """Return one list."""
    body = found.body
    known = [
        (found.ref, shown(body.name)), ("Rows from", _held(found)),
        ("Within the list", _POLICY[body.within_list]), ("As of", _as_of(found)),
        ("Includes", maybe(body.criteria, "not stated")), ("Published", maybe(body.url)),
        ("By", f"{shown(found.row.by)}, {moment(found.row.at)}"),
    ]  # fmt: skip
    if body.sheet is not None:
        known.insert(2, ("Sheet", shown(body.sheet)))
    parts = [facts(known)]
    if body.mapping is not None:
        from probatum.acts.suggest_mapping import columns_of

        rows = [(shown(column), words) for column, words in columns_of(body.mapping).items()]
        parts += ["", table(("Column", "Read as"), rows)]
    return "\n".join(parts)


def _held(found: ListRow) -> str:
    if found.body.of == "records":
        return "records"
    return "erased" if found.item is None or found.item.erased else found.item.ref or found.item.id


def _as_of(found: ListRow) -> str:
    when = found.body.as_of
    return "not stated" if when is None else shown(when.edtf or when.text or "not stated")


def list_json(found: ListRow) -> Json:
    """Return one list for programs."""
    body = found.body
    return {
        "id": found.id, "ref": found.ref, "name": body.name, "of": body.of, "item": body.item,
        "item_ref": None if found.item is None else found.item.ref, "sheet": body.sheet,
        "within_list": body.within_list, "publisher": body.publisher,
        "as_of": None if body.as_of is None else body.as_of.edtf, "criteria": body.criteria,
        "url": body.url, "mapping": None if body.mapping is None else plain_json(body.mapping),
        "by": found.row.by, "at": found.row.at,
    }  # fmt: skip
