"""FollowTheMoney entities (opensanctions/followthemoney), as JSON Lines.

That model has no stance, no bounds and no precision: what it cannot hold is said in words or left
out. A claim is a Note that says who takes which stance, never a property or relation (a membership
is a claim too); a date goes along only if it is a plain year, month or day; a point is rounded to
what its precision carries.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from probatum.disclose.exports import Exported
from probatum.model.nouns import Assertion, Group, Incident, Person, Place, Source
from probatum.model.nouns.propositions import Proposition
from probatum.model.places import parse_point, rounded
from probatum.model.values import NameForm, When

_PLAIN_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_SCHEMA = {
    "person": "Person", "organisation": "Organization", "publication": "Organization",
    "group": "LegalEntity", "account": "UserAccount", "device": "Thing",
}  # fmt: skip
Properties = dict[str, list[str]]


def entities(records: Sequence[Exported]) -> Iterator[bytes]:
    """Yield one entity a line, in the order of the records.

    Persons, groups, sources, places and incidents become entities; each assertion a Note about
    what it concerns, found through the proposition that it is about.
    """
    by_id = {one.id: one for one in records}
    for one in records:
        found = _entity(one, by_id)
        if found is not None:
            schema, properties = found
            kept = {name: values for name, values in properties.items() if any(values)}
            said = {"id": "probatum-" + one.id, "schema": schema, "properties": kept}
            yield msgspec.json.encode(said) + b"\n"


def _entity(one: Exported, by_id: Mapping[str, Exported]) -> tuple[str, Properties] | None:
    body = one.record
    match body:
        case Person():
            return "Person", _named(body.names, one) | _person(body)
        case Source():
            schema = _SCHEMA[body.kind]
            named = _named(body.names, one)
            if schema == "UserAccount":
                named["username"] = named.pop("name")
                named.pop("alias")
            return schema, named
        case Group():
            return "Organization", _named(body.names, one)
        case Incident():
            return "Event", {
                "name": [body.title], "recordId": [one.ref],
                "summary": ["What happened is in the notes: each says who claims it."],
            }  # fmt: skip
        case Place():
            return "Address", _place(body, one)
        case Assertion():
            return "Note", _note(one, body, by_id)
        case _:
            return None


def _named(names: Sequence[NameForm], one: Exported) -> Properties:
    said = [name.printed for name in names if not name.alias] or [f"unknown ({one.ref})"]
    return {
        "name": said[:1], "alias": said[1:] + [name.printed for name in names if name.alias],
        "notes": [f"Probatum {one.ref}, log entry {one.index}"],
    }  # fmt: skip


def _person(body: Person) -> Properties:
    return {
        "birthDate": _date(body.born),
        "gender": [body.sex] if body.sex in ("female", "male", "other") else [],
        "nationality": [body.nationality.lower()] if body.nationality else [],
    }


def _date(when: When | None) -> list[str]:
    if when is None or when.edtf is None or not _PLAIN_DATE.fullmatch(when.edtf):
        return []
    return [when.edtf]


def _place(body: Place, one: Exported) -> Properties:
    found: Properties = {
        "full": [name.printed for name in body.names[:1]],
        "alias": [name.printed for name in body.names[1:]],
        "country": [body.country.lower()] if body.country else [],
        "notes": [f"Probatum {one.ref}, log entry {one.index}"],
    }
    if body.lat is not None and body.lon is not None and body.precision_m is not None:
        lat, lon = rounded(parse_point(body.lat, body.lon), body.precision_m)
        found["latitude"], found["longitude"] = [lat], [lon]
        found["remarks"] = [f"The point is known to within {body.precision_m} m."]
    return found


def _note(one: Exported, body: Assertion, by_id: Mapping[str, Exported]) -> Properties:
    speaker = by_id.get(body.speaker or "")
    who = "an unknown speaker"
    if speaker is not None and isinstance(speaker.record, Source) and speaker.record.names:
        who = speaker.record.names[0].printed
    what, about = _about(body.about, by_id)
    quote = f"\nQuote: {body.quote}" if body.quote else ""
    text = f"{who} {body.stance.replace('_', ' ')}: {what}. A claim, not a finding.{quote}"
    entity = ["probatum-" + about] if about in by_id else []
    return {
        "name": [f"Claim {one.ref}"], "description": [text], "entity": entity,
        "date": _date(body.said_at), "recordId": [one.ref],
    }  # fmt: skip


def _about(id: str, by_id: Mapping[str, Exported]) -> tuple[str, str]:
    """Return what a claim says in words, and the incident that it belongs to."""
    for _ in range(32):  # an assertion about an assertion about ...
        one = by_id.get(id)
        if one is None:
            return "something that is not in this export", ""
        body = one.record
        if isinstance(body, Assertion):
            id = body.about
        elif isinstance(body, Proposition):
            return f"{body.noun.replace('_', ' ')} {one.ref}: {_words(body)}", body.incident or ""
        else:
            return body.noun, one.id
    return "a long chain of claims", ""


def _words(body: Proposition) -> str:
    if body.text:
        return body.text
    plain = msgspec.to_builtins(body)
    said: Iterable[str] = (
        f"{name} {plain[name]}" for name in ("kind", "measure", "bound", "low", "high", "status")
        if name in plain
    )  # fmt: skip
    return ", ".join(said) or "see the record"
