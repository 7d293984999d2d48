"""``probatum record show``, ``history``, ``list``: read what is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, cast

import typer

from probatum.cli.calls import Call
from probatum.cli.statements import as_recorded
from probatum.cli.wording import facts, many, maybe, minute, moment, shown, table

if TYPE_CHECKING:
    from probatum.acts.record_history import RecordHistory
    from probatum.acts.show_record import Listed, Named, ShownRecord
    from probatum.cli.calls import Json

_Id = Annotated[str, typer.Argument(metavar="ID", help="Reference or id of the record.")]
_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_Purpose = Annotated[
    str | None, typer.Option("--purpose", help="What for; goes into the access log.")
]


def show(call: Call, record: _Id, purpose: _Purpose = None) -> None:
    """Show a record, what it names, and what names it.

    This is a read: it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts.record_board import moment as moment_of
        from probatum.acts.show_record import show_record

        as_of = None if call.as_of is None else moment_of(call.as_of)
        found = show_record(session, record, purpose, as_of=as_of)
    if call.as_json:
        call.answer(_json(found))
    else:
        print(_text(found))


def history(call: Call, record: _Id) -> None:
    """Show every version of a record: who, when, why, what.

    This is a read: it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts.record_history import record_history

        found = record_history(session, record)
    show_history(call, found)


def show_history(call: Call, found: RecordHistory) -> None:
    """Answer with the history of a record."""
    if call.as_json:
        call.answer(_history_json(found))
    else:
        print(_history_text(found))


def list_records(
    call: Call,
    nouns: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NOUN]...", help="Only these; `proposition` means all of them."),
    ] = None,
    label: Annotated[str | None, typer.Option("--label", help="Only with this label.")] = None,
) -> None:
    """List records.

    A list is a read: it goes into the access log.
    """
    with call.session() as session:
        from probatum.acts.record_board import moment as moment_of
        from probatum.acts.show_record import list_records as listed

        as_of = None if call.as_of is None else min(moment_of(call.as_of), session.now())
        rows = listed(session, nouns or (), label, as_of=as_of)
    then: dict[str, Json] = {} if as_of is None else {"as_of": as_of}
    if call.as_json:
        call.answer({**then, "records": [_row(each) for each in rows]})
        return
    for line in as_recorded(as_of):
        print(line + "\n")
    if not rows:
        print("None recorded. None recorded is not none exists.")
        return
    gone = sum(each.row.retracted for each in rows)
    lines = [
        (
            each.ref, each.row.noun, minute(each.row.at), shown(each.row.by),
            *(["retracted" if each.row.retracted else ""] if gone else []), shown(each.caption),
        )
        for each in rows
    ]  # fmt: skip
    named = ["State"] if gone else []
    print(table(("Reference", "Noun", "Since (UTC)", "By", *named, "Says"), lines))
    print(f"\n{many(len(rows), 'record')}" + (f", {gone:,} of them retracted." if gone else "."))


def value_lines(value: object, indent: str = "", names: Mapping[str, str] = _NO_NAMES) -> list[str]:
    """Return a value of a field in lines for people, whatever it holds made harmless.

    ``names`` are the words for ids.
    """
    if isinstance(value, dict):
        lines = []
        for name, each in value.items():
            below = value_lines(each, indent + "  ", names)
            if isinstance(each, dict | list | tuple) and below:
                lines += [f"{indent}{name}:", *below]
            else:
                lines += [f"{indent}{name}: {below[0].strip() if below else ''}", *below[1:]]
        return lines
    if isinstance(value, list | tuple):
        lines = []
        for each in value:
            below = value_lines(each, indent + "  ", names)
            lines += [f"{indent}- {below[0].strip()}", *below[1:]] if below else [f"{indent}-"]
        return lines
    if value is None:
        return [indent + "unknown"]
    if isinstance(value, bool):
        return [indent + ("yes" if value else "no")]
    if isinstance(value, str) and value in names:
        return [indent + names[value]]
    return [indent + shown(line) for line in str(value).split("\n")]


def _names(found: Iterable[Named]) -> dict[str, str]:
    """Return the words for each id that a record names: reference, and what it is called."""
    return {each.id: f"{each.ref or each.id}  {_state(each)}".rstrip() for each in found}


def _text(found: ShownRecord) -> str:
    row = found.row
    versions = many(found.versions, "entry", "entries")
    parts = [
        f"{row.noun} {found.ref}" + (f": {shown(found.caption)}" if found.caption else ""),
        *as_recorded(found.as_of),
        "",
        facts([
            ("Id", row.id),
            ("State", f"{_standing(found)}; {versions} in its history"),
            ("Recorded", f"{moment(row.at)} by {shown(row.by)}, entry {row.index} of the log"),
            *([("Why", maybe(row.why))] if row.why else []),
            *([("Legal hold", "yes: it cannot be erased")] if found.held else []),
        ]),
        "",
    ]  # fmt: skip
    unknown, names = found.fields.get("unknown"), _names(found.names)
    for name, value in found.fields.items():
        if name in ("record", "unknown"):
            continue
        lines = value_lines(value, "  ", names)
        if len(lines) == 1 and not isinstance(value, dict | list | tuple):
            parts.append(f"{name}: {lines[0].strip()}")
        else:
            parts += [f"{name}:", *lines]
    if isinstance(unknown, dict):
        for name, why in unknown.items():
            parts.append(f"{name}: unknown: {str(why).replace('-', ' ')}")
    parts.append("(What is not listed is not stated.)")
    for title, named in (("Names", found.names), ("Named by", found.named_by)):
        if named:
            rows = [(each.field, each.ref or each.id, each.noun or "", _state(each))
                    for each in named]  # fmt: skip
            parts += ["", f"{title}:", table(("Field", "Reference", "What", "Says"), rows)]
    return "\n".join(parts)


def _standing(found: ShownRecord) -> str:
    """Say whether rules count the record; of a suggestion what was decided about it."""
    if found.row.retracted:
        return "RETRACTED: no rule counts it"
    if found.row.noun != "suggestion":
        return "counted by the rules"
    for each in found.named_by:
        if (each.noun, each.field, each.state) == ("decision", "suggestion", "there"):
            return f"{each.caption} by decision {each.ref}"
    return "a machine's suggestion, decided by nobody; no rule counts it"


def _state(each: Named) -> str:
    said = shown(each.caption) if each.caption else ""
    return said if each.state == "there" else f"[{each.state}] {said}".rstrip()


def _history_text(found: RecordHistory) -> str:
    parts, names = [f"{found.row.noun} {found.ref}"], _names(found.names)

    def lines(value: object) -> list[str]:
        return ["not stated"] if value is None else value_lines(value, names=names)

    for number, each in enumerate(found.versions, 1):
        why = f": {shown(each.why)}" if each.why else ""
        parts += [
            "",
            f"{number}. {each.did} {moment(each.at)} by {shown(each.by)}, entry {each.index}{why}",
        ]
        for change in each.changes:
            if each.did != "created":
                before = [f"     - {line}" for line in lines(change.before)]
                parts += [f"   {change.field}", *before]
            else:
                parts.append(f"   {change.field}")
            parts += [f"     + {line}" for line in lines(change.after)]
    return "\n".join(parts)


def _plain(value: object) -> Json:
    return cast("Json", value)  # a record's plain fields are JSON by construction


def _row(each: Listed) -> dict[str, Json]:
    row = each.row
    return {
        "id": row.id, "ref": each.ref, "noun": row.noun, "entry": row.index, "by": row.by,
        "at": row.at, "why": row.why, "retracted": row.retracted, "caption": each.caption,
    }  # fmt: skip


def _json(found: ShownRecord) -> dict[str, Json]:
    row = found.row
    then: dict[str, Json] = {} if found.as_of is None else {"as_of": found.as_of}
    return {
        **then,
        "id": row.id, "ref": found.ref, "noun": row.noun, "entry": row.index, "by": row.by,
        "at": row.at, "why": row.why, "retracted": row.retracted, "caption": found.caption,
        "versions": found.versions, "held": found.held, "fields": _plain(found.fields),
        "names": [_named(each) for each in found.names],
        "named_by": [_named(each) for each in found.named_by],
    }  # fmt: skip


def _named(each: Named) -> dict[str, Json]:
    return {
        "field": each.field, "id": each.id, "ref": each.ref, "noun": each.noun,
        "caption": each.caption, "state": each.state,
    }  # fmt: skip


def _history_json(found: RecordHistory) -> dict[str, Json]:
    return {
        "id": found.row.id,
        "ref": found.ref,
        "noun": found.row.noun,
        "versions": [
            {
                "entry": each.index, "by": each.by, "at": each.at, "did": each.did,
                "why": each.why,
                "changes": [
                    {"field": change.field, "before": _plain(change.before),
                     "after": _plain(change.after)}
                    for change in each.changes
                ],
            }
            for each in found.versions
        ],
    }  # fmt: skip
