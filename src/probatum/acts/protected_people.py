"""Whom the leak check must protect: what the case says of protected sources, persons and places.

Every version of a record counts: a name that was corrected is still a name. A compartment is only
seen by a session inside it; for any other session its people are not there, and are not searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from probatum.acts.left_out import SAYS_NO_ADDRESS
from probatum.acts.session import Session
from probatum.disclose.protected import Name, Protected, alias_of, name_of
from probatum.model.letters import apart
from probatum.model.nouns import Person, Place, SameAs, Source
from probatum.model.places import Point, parse_point
from probatum.model.values import Contact, NameForm

_NOUNS = ("source", "person", "place")


def protected_people(session: Session) -> list[Protected]:
    """Return everybody, and every place, that is or was marked protected and not erased."""
    session.catch_up()
    found = []
    for row in session.index.records(_NOUNS):
        said = _said(session, row.id)
        # The newest version decides: protection that was lifted, with a reason, is over.
        if said and said[-1].protected:
            said += [body for each in _same_ones(session, row.id) for body in _said(session, each)]
            found.append(_protected(session, session.record_ref(row.number), said))
    return found


def names_of(session: Session, object_id: str) -> tuple[list[str], list[Name]]:
    """Return the ids of a record and of those judged to be the same, and all names of them.

    Any noun has its id; persons, sources, groups and places have names as well.
    """
    session.catch_up()
    of = [body.person for body in _said(session, object_id) if isinstance(body, Source)]
    ids = [*dict.fromkeys([object_id, *filter(None, of), *_same_ones(session, object_id)])]
    names: list[Name] = []
    for each in ids:
        for version in session.index.versions(each):
            forms: tuple[NameForm, ...] = getattr(version.body, "names", ())
            is_person = isinstance(version.body, Person) or (
                isinstance(version.body, Source) and version.body.kind == "person"
            )
            names += [name for form in forms for name in _names(form, is_person=is_person)]
    return ids, list(dict.fromkeys(names))


def _said(session: Session, object_id: str) -> list[Source | Person | Place]:
    bodies = [version.body for version in session.index.versions(object_id)]
    return [body for body in bodies if isinstance(body, Source | Person | Place)]


def _same_ones(session: Session, object_id: str) -> list[str]:
    """Return other records of the same person or place: their names are names of this one."""
    found = {object_id}
    waiting = found
    while waiting:
        near = set()
        for row in session.index.naming(waiting, ["same_as", "source"]):
            body = row.body
            if isinstance(body, Source) and body.person in waiting:
                near.add(row.id)
            elif isinstance(body, SameAs) and body.answer == "yes" and not row.retracted:
                near |= set(body.between)
        waiting = near - found
        found |= waiting
    return sorted(found - {object_id})


def _protected(session: Session, ref: str, said: list[Source | Person | Place]) -> Protected:
    names: list[Name] = []
    contacts: list[Contact] = []
    points: list[Point] = []
    places: list[str] = []
    for body in said:
        if isinstance(body, Place):
            points += _points(body)
            places += [form.printed for form in body.names if form.printed]
            continue
        is_person = isinstance(body, Person) or body.kind == "person"
        names += [name for form in body.names for name in _names(form, is_person=is_person)]
        contacts += body.contacts
        points += _homes(session, body.homes)
        places += _addresses(session, body.homes)
        if isinstance(body, Source) and body.person is not None:
            person = session.index.record(body.person)
            if person is not None and isinstance(person.body, Person):
                forms = person.body.names
                names += [name for form in forms for name in _names(form, is_person=True)]
                contacts += person.body.contacts
                points += _homes(session, person.body.homes)
                places += _addresses(session, person.body.homes)
    return Protected(
        ref, names=tuple(dict.fromkeys(names)),
        telephones=_of(contacts, "telephone"),
        addresses=(*_of(contacts, "address"), *dict.fromkeys(places)),
        points=tuple(dict.fromkeys(points)),
        identifiers=_of(contacts, "email", "account", "identity-number", "other"),
    )  # fmt: skip


def _names(form: NameForm, *, is_person: bool) -> Iterator[Name]:
    """Yield the names that one form gives: as written, in parts, and the kunya."""
    if not is_person or form.alias:
        if form.printed:
            yield alias_of(form.printed)
        return
    if form.kunya:
        yield alias_of(form.kunya)
    words = [word for part in (form.given, form.family) if part for word in apart(part)]
    beside = [word for part in (form.father, form.grandfather, form.mother) if part
              for word in apart(part)]  # fmt: skip
    if words:
        yield Name(tuple(words), beside=tuple(beside))
    elif beside:
        yield Name(tuple(beside))
    if form.full:
        said = name_of(form.full)
        # Without its other parts a patronymic in the full name is one more name that many have.
        kept = tuple(word for word in said.words if word not in beside)
        yield Name(kept or said.words, beside=tuple(beside))


def _of(contacts: Iterable[Contact], *kinds: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.value for one in contacts if one.kind in kinds))


def _homes(session: Session, homes: Iterable[str]) -> list[Point]:
    found = []
    for home in homes:
        row = session.index.record(home)
        if row is not None and isinstance(row.body, Place):
            found += _points(row.body)
    return found


def _addresses(session: Session, homes: Iterable[str]) -> Iterator[str]:
    """Yield the names of houses and streets; that of a village would be found everywhere."""
    for home in homes:
        for body in _said(session, home):
            if isinstance(body, Place) and body.kind is not None:
                if body.kind not in SAYS_NO_ADDRESS:
                    yield from (form.printed for form in body.names if form.printed)


def _points(place: Place) -> list[Point]:
    if place.lat is not None and place.lon is not None:
        return [parse_point(place.lat, place.lon)]
    return [parse_point(*corner.split(" ", 1)) for corner in place.outline[:64]]
