"""One line that says which record this is, for lists and references; never a judgement.

>>> from probatum.model.nouns import Figure
>>> caption(Figure(measure="killed", low=12, bound="at_least"))
'at least 12 killed'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from probatum.model import nouns
from probatum.model.nouns.propositions import Proposition
from probatum.model.record import Record
from probatum.model.values import NameForm, When

MOST_LETTERS = 100
_NOBODY: Mapping[str, str] = MappingProxyType({})


def caption(record: Record, called: Mapping[str, str] = _NOBODY) -> str:
    """Return what tells a record from others, at most 100 letters; empty if nothing does.

    ``called`` are the names of what ``named_in`` lists; whoever has none is *somebody*.
    """
    line = " ".join(_line(record, called).split())
    return line if len(line) <= MOST_LETTERS else line[: MOST_LETTERS - 3].rstrip() + "..."


def named_in(record: Record) -> tuple[str, ...]:
    """Return the ids of what a record's caption names: these say most of what it says."""
    match record:
        case nouns.Attribution() | nouns.Involvement():
            return (record.actor,)
        case nouns.Identity():
            return record.who, record.is_same_as
        case nouns.Membership():
            return record.who, record.group
        case nouns.Status():
            return (record.of,)
        case nouns.EventPlace():
            return (record.place,)
        case nouns.Consent():
            return (record.given_by,)
        case nouns.Figure() if record.relative_to is not None:
            return (record.relative_to,)
    return ()


def figure(record: nouns.Figure, other: str = "another figure") -> str:
    """Return a figure in words, no more exact than it is; ``other`` is what it compares with."""
    measure = record.measure.replace("-", " ")
    number = record.number_text or "a number that is not given"
    low, high = record.low, record.high
    match record.bound:
        case "exact":
            number = f"{low}"
        case "about":
            number = f"about {low}" if low == high else f"about {low} to {high}"
        case "range":
            number = f"{low} to {high}"
        case "at_least" | "more_than":
            number = f"{record.bound.replace('_', ' ')} {low}"
        case "up_to" | "less_than":
            number = f"{record.bound.replace('_', ' ')} {high}"
        case None:
            if record.relation is not None:
                than = "the same as" if record.relation == "same" else f"{record.relation} than"
                return f"{measure}: {than.replace('_', ' ')} {other}"
    return f"{number} {measure}"


def when(value: When | None) -> str:
    """Return a time as its source gives it: the words, else the date, else why it is unknown."""
    if value is None:
        return "not stated"
    if value.unknown is not None:
        return "unknown: " + value.unknown.replace("-", " ")
    clock = ""
    if value.from_time is not None:
        until = f" to {value.to_time}" if value.to_time else ""
        clock = f" {value.from_time}{until} ({value.zone or 'zone unknown'})"
    said = value.edtf or value.text or ""
    if value.edtf and value.text and value.text != value.edtf:
        said = f"{value.edtf} ({value.text})"
    if value.relation is not None:
        said = f"{said} {value.relation} an incident".strip()
    return (said + clock).strip()


def _line(record: Record, called: Mapping[str, str]) -> str:
    if isinstance(record, nouns.Figure):
        return figure(record, called.get(record.relative_to or "", "another figure"))
    if isinstance(record, Proposition) and record.text:
        return record.text
    return _named(record, lambda one: called.get(one, "somebody")) or _own(record)


def _named(record: Record, name: Callable[[str], str]) -> str:
    """Return the caption of a record that says most by whom it names; empty for others."""
    match record:
        case nouns.Attribution():
            return f"alleged: {name(record.actor)} did it"
        case nouns.Involvement():
            return f"alleged: {name(record.actor)}: {_spaced(record.degree)}"
        case nouns.Identity():
            return f"{name(record.who)} is {name(record.is_same_as)}"
        case nouns.Membership():
            return f"alleged: {name(record.who)}: {record.kind} of {name(record.group)}"
        case nouns.Status():
            return f"{name(record.of)}: {_spaced(record.status)}"
        case nouns.EventPlace():
            return f"in {name(record.place)}"
        case nouns.Consent():
            withdrawn = ", withdrawn" if record.withdrawn is not None else ""
            return f"{name(record.given_by)}: {', '.join(map(_spaced, record.uses))}{withdrawn}"
    return ""


def _own(record: Record) -> str:
    match record:
        case nouns.EventTime():
            return when(record.when)
        case nouns.Assertion():
            return _spaced(record.stance) + (f': "{record.quote}"' if record.quote else "")
        case nouns.Assessment():
            return f"{_spaced(record.dimension)}: {record.value}"
        case nouns.Decision():
            return record.verdict + (" in bulk" if record.bulk else "")
        case nouns.Suggestion():
            return f"proposes: {record.proposed}"
        case nouns.SameAs():
            return f"the same: {record.answer}"
        case nouns.RowMatch():
            return f"two rows, one person: {record.answer}"
        case nouns.Link() | nouns.IncidentLink():
            return _spaced(record.relation)
        case nouns.Statement():
            return f"taken by {', '.join(record.taken_by)}, {when(record.taken)}"
        case nouns.Search():
            return f"{record.words} ({record.where}): {record.found} found"
        case nouns.Handover():
            return f"{record.given_by} to {record.taken_by}, {when(record.when)}"
        case nouns.Restriction():
            return f"{_spaced(record.kind)}: {record.basis}"
        case nouns.Pseudonym() | nouns.Vocabulary() | nouns.Compartment() | nouns.VictimList():
            return record.name
    return _first(record)


def _first(record: Record) -> str:
    for field in (
        "title",
        "names",
        "text",
        "question",
        "what",
        "shows",
        "topic",
        "number",
        "basis",
    ):
        value = getattr(record, field, None)
        if isinstance(value, tuple):
            value = next((form.printed for form in value if isinstance(form, NameForm)), None)
        if isinstance(value, str) and value:
            return value
    for field in ("kind", "term", "weapon", "degree", "status", "code"):
        value = getattr(record, field, None)
        if isinstance(value, str):
            return _spaced(value)
    return record.remark or ""


def _spaced(code: str) -> str:
    return code.replace("_", " ").replace("-", " ")
