"""One line that says which record this is, for lists and references; never a judgement.

>>> from probatum.model.nouns import Figure
>>> caption(Figure(measure="killed", low=12, bound="at_least"))
'at least 12 killed'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from probatum.model import nouns, vocab
from probatum.model.nouns.propositions import Proposition
from probatum.model.record import Record
from probatum.model.tongue import label, later, say
from probatum.model.values import NameForm, When

MOST_LETTERS = 100
_NOBODY: Mapping[str, str] = MappingProxyType({})
_BOUNDS = {
    "at_least": later("at least {n}"), "more_than": later("more than {n}"),
    "up_to": later("up to {n}"), "less_than": later("less than {n}"),
}  # fmt: skip
THAN = {
    "same": later("the same as {other}"), "higher": later("higher than {other}"),
    "far_higher": later("far higher than {other}"), "lower": later("lower than {other}"),
}  # fmt: skip
_RELATIONS = {
    "before": later("before an incident"), "after": later("after an incident"),
    "during": later("during an incident"),
}  # fmt: skip
# Which vocabulary has the words for a field that says what a record is.
_VOCABULARIES: Mapping[tuple[type[Record], str], str] = {
    (nouns.Occurrence, "kind"): "act-type", (nouns.Act, "kind"): "act-type",
    (nouns.Incident, "kind"): "act-type", (nouns.Place, "kind"): "place-kind",
    (nouns.Description, "kind"): "item-kind", (nouns.Measure, "kind"): "political-measure",
    (nouns.Characterisation, "term"): "legal-term", (nouns.Weapon, "weapon"): "weapon",
    (nouns.Redaction, "code"): "redaction",
}  # fmt: skip
# Codes that stand in no vocabulary.
_CODES = (
    later("member"), later("posting"), later("command"), later("meant"), later("knew"),
    later("ordered"), later("planned"), later("other"), later("yes"), later("no"),
    later("undecided"), later("accepted"), later("corrected"), later("rejected"),
    later("person"), later("organisation"), later("group"), later("publication"),
    later("account"), later("device"), later("family"), later("unit"), later("armed group"),
    later("crowd"), later("pseudonym"), later("code"),
)  # fmt: skip


def caption(record: Record, called: Mapping[str, str] = _NOBODY) -> str:
    """Return what tells a record from others, at most 100 letters; empty if nothing does.

    ``called`` are the names of what ``named_in`` lists; whoever has none is *somebody*. It is said
    in the language that is spoken (``probatum.model.tongue``), words of a vocabulary included.
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


def figure(record: nouns.Figure, other: str | None = None) -> str:
    """Return a figure in words, no more exact than it is; ``other`` is what it compares with."""
    measure = labelled("measure", record.measure)
    number = record.number_text or say("a number that is not given")
    low, high = record.low, record.high
    match record.bound:
        case "exact":
            number = f"{low}"
        case "about":
            span = f"{low}" if low == high else say("{low} to {high}", low=low, high=high)
            number = say("about {n}", n=span)
        case "range":
            number = say("{low} to {high}", low=low, high=high)
        case "at_least" | "more_than":
            number = say(_BOUNDS[record.bound], n=low)
        case "up_to" | "less_than":
            number = say(_BOUNDS[record.bound], n=high)
        case None:
            if record.relation is not None:
                than = say(THAN[record.relation], other=other or say("another figure"))
                return say("{measure}: {number}", measure=measure, number=than)
    return say("{number} {measure}", number=number, measure=measure)


def when(value: When | None) -> str:
    """Return a time as its source gives it: the words, else the date, else why it is unknown."""
    if value is None:
        return say("not stated")
    if value.unknown is not None:
        return say("unknown: {why}", why=labelled("unknown-reason", value.unknown))
    clock = ""
    if value.from_time is not None:
        until = value.from_time
        if value.to_time:
            until = say("{low} to {high}", low=value.from_time, high=value.to_time)
        clock = f" {until} ({value.zone or say('zone unknown')})"
    said = value.edtf or value.text or ""
    if value.edtf and value.text and value.text != value.edtf:
        said = f"{value.edtf} ({value.text})"
    if value.relation is not None:
        said = f"{said} {say(_RELATIONS[value.relation])}".strip()
    return (said + clock).strip()


def _line(record: Record, called: Mapping[str, str]) -> str:
    if isinstance(record, nouns.Figure):
        return figure(record, called.get(record.relative_to or ""))
    if isinstance(record, Proposition) and record.text:
        return record.text
    return _named(record, lambda one: called.get(one) or say("somebody")) or _own(record)


def _named(record: Record, name: Callable[[str], str]) -> str:
    """Return the caption of a record that says most by whom it names; empty for others."""
    match record:
        case nouns.Attribution():
            return say("alleged: {words}", words=say("{who} did it", who=name(record.actor)))
        case nouns.Involvement():
            degree = labelled("degree", record.degree)
            return say("alleged: {words}", words=f"{name(record.actor)}: {degree}")
        case nouns.Identity():
            return say("{who} is {other}", who=name(record.who), other=name(record.is_same_as))
        case nouns.Membership():
            words = say("{who}: {kind} of {group}", who=name(record.who), kind=say(record.kind),
                        group=name(record.group))  # fmt: skip
            return say("alleged: {words}", words=words)
        case nouns.Status():
            return f"{name(record.of)}: {labelled('status', record.status)}"
        case nouns.EventPlace():
            return say("in {place}", place=name(record.place))
        case nouns.Consent():
            withdrawn = ", " + say("withdrawn") if record.withdrawn is not None else ""
            uses = ", ".join(labelled("use", each) for each in record.uses)
            return f"{name(record.given_by)}: {uses}{withdrawn}"
    return ""


def _own(record: Record) -> str:
    match record:
        case nouns.EventTime():
            return when(record.when)
        case nouns.Assertion():
            stance = labelled("stance", record.stance)
            return stance + (f': "{record.quote}"' if record.quote else "")
        case nouns.Assessment():
            return f"{labelled('dimension', record.dimension)}: {record.value}"
        case nouns.Decision():
            return say(record.verdict) + (" " + say("in bulk") if record.bulk else "")
        case nouns.Suggestion():
            return say("proposes: {noun}", noun=record.proposed)
        case nouns.SameAs():
            return say("the same: {answer}", answer=say(record.answer))
        case nouns.RowMatch():
            return say("two rows, one person: {answer}", answer=say(record.answer))
        case nouns.Link() | nouns.IncidentLink():
            return say(_spaced(record.relation))
        case nouns.Statement():
            return say("taken by {who}, {when}", who=", ".join(record.taken_by),
                       when=when(record.taken))  # fmt: skip
        case nouns.Search():
            return say("{words} ({where}): {n} found", words=record.words, where=record.where,
                       n=record.found)  # fmt: skip
        case nouns.Handover():
            return say("{giver} to {taker}, {when}", giver=record.given_by, taker=record.taken_by,
                       when=when(record.when))  # fmt: skip
        case nouns.Restriction():
            return f"{labelled('restriction', record.kind)}: {record.basis}"
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
            vocabulary = _VOCABULARIES.get((type(record), field))
            return labelled(vocabulary, value) if vocabulary else say(_spaced(value))
    return record.remark or ""


@cache
def _terms(vocabulary: str) -> Mapping[str, vocab.Term]:
    return {term.code: term for term in vocab.vocabulary(vocabulary).terms}


def labelled(vocabulary: str, code: str) -> str:
    """Return the label of a term that Probatum brings; another code with spaces."""
    term = _terms(vocabulary).get(code)
    return _spaced(code) if term is None else label(term.label, term.labels)


def _spaced(code: str) -> str:
    return code.replace("_", " ").replace("-", " ")
