"""Compartments for protected sources: make one, enter it, let somebody in, break the glass.

A compartment has a key of its own, which the case's passphrase does not open. What lies in it is
found by its members alone; for everybody else search, lists, counts and refusals are as if it were
not there (``spec/compartments.md`` says what the log shows all the same).
"""

from __future__ import annotations

import secrets
from binascii import b2a_base64
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from probatum.acts.inside import OPENED_BY, Inside, box_bytes
from probatum.acts.session import Session, require_writable
from probatum.errors import UseError
from probatum.index.record_queries import RecordRow
from probatum.model.kinds import Box, Recorded
from probatum.model.nouns.protection import Compartment
from probatum.preserve import compartment as ciphers
from probatum.preserve.compartment import Held

MEMORY_KIB = 65536


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a name and a passphrase of their own."""

    name: str
    secret: str


@dataclass(frozen=True, slots=True)
class Members:
    """What members see of their compartment: its record, and every time it was opened."""

    row: RecordRow
    record: Compartment


def create(
    session: Session,
    name: str,
    members: Sequence[Person],
    break_glass: Sequence[Person] = (),
    *,
    memory_kib: int = MEMORY_KIB,
) -> Inside:
    """Make a compartment for these members; two other people may open it together.

    The session is inside afterwards. Raises UseError ``wrong-use``, ``weak-passphrase``,
    ``too-large``.
    """
    require_writable(session)
    _require_apart([*members, *break_glass], break_glass)
    case = session.case
    object_id, _ = case.new_object()
    key = secrets.token_bytes(32)
    slots = [(_wrapping(session, each, memory_kib), Held("member", key)) for each in members]
    if break_glass:
        first, second = ciphers.halves(key)
        halves = (Held("first-half", first), Held("second-half", second))
        slots += [
            (_wrapping(session, each, memory_kib), half)
            for each, half in zip(break_glass, halves, strict=True)
        ]
    block = ciphers.seal_slots(key, slots, case.case_id, object_id)
    inside = Inside(object_id, key, case.case_id)
    record = Compartment(
        name=name, members=tuple(each.name for each in members),
        break_glass=tuple(each.name for each in break_glass),
    )  # fmt: skip
    entry = Recorded(by=session.by, at=session.now(), why=None, body=record)
    session.record((object_id, _keys(session, block)), (object_id, inside.seal(object_id, entry)))
    session.enter(inside)
    return inside


def find(session: Session, secret: str, *, memory_kib: int = MEMORY_KIB) -> Inside:
    """Return the compartment that a member's passphrase opens, without entering it.

    Raises UseError ``wrong-passphrase``: with the same words whether there are compartments or not.
    """
    for object_id, held, _ in _opened(session, secret, memory_kib):
        if held.role == "member":
            return Inside(object_id, held.key, session.case.case_id)
    raise _none_opens()


def enter(session: Session, secret: str, *, memory_kib: int = MEMORY_KIB) -> Inside:
    """Enter the compartment that a member's passphrase opens; from here on its records show."""
    inside = find(session, secret, memory_kib=memory_kib)
    session.enter(inside)
    return inside


def grant(session: Session, person: Person, why: str, *, memory_kib: int = MEMORY_KIB) -> Members:
    """Let somebody into the compartment that this session is in."""
    inside = require_inside(session)
    return _let_in(session, inside, person, why, memory_kib)


def break_the_glass(
    session: Session,
    first_secret: str,
    second_secret: str,
    person: Person,
    why: str,
    *,
    memory_kib: int = MEMORY_KIB,
) -> Members:
    """Two people, each with their half, let somebody in; members see who it was, when and why.

    Raises UseError ``wrong-passphrase`` unless the two open halves of one compartment.
    """
    require_writable(session)
    mine = {object_id: held for object_id, held, _ in _opened(session, first_secret, memory_kib)}
    for object_id, held, _ in _opened(session, second_secret, memory_kib):
        other = mine.get(object_id)
        if other is not None and {other.role, held.role} == {"first-half", "second-half"}:
            inside = Inside(object_id, ciphers.join(other.key, held.key), session.case.case_id)
            session.enter(inside)
            return _let_in(session, inside, person, "the glass was broken: " + why, memory_kib)
    raise UseError(
        "wrong-passphrase", item="compartments of this case",
        expected="the passphrases of two holders of one compartment", found="others",
        remedy="try again; members do not break the glass, they grant",
    )  # fmt: skip


def members(session: Session) -> Members:
    """Return who may open the compartment that this session is in; a logged read."""
    inside = require_inside(session)
    found = _record(session, inside)
    session.saw_records("the members of a compartment", [found.row])
    return found


def require_inside(session: Session) -> Inside:
    """Return the compartment that the session is in. Raises UseError ``wrong-use``."""
    require_writable(session)
    if session.inside is None:
        raise UseError(
            "wrong-use", item="the compartment", expected="one that was opened", found="none",
            remedy="give its passphrase with --compartment-passphrase-file",
        )  # fmt: skip
    return session.inside


def _let_in(session: Session, inside: Inside, person: Person, why: str, memory_kib: int) -> Members:
    wrapping = _wrapping(session, person, memory_kib)  # before anything is looked at
    before = _record(session, inside)
    if not why.strip() or person.name in before.record.members:
        raise UseError(
            "wrong-use", item="the compartment", expected="a new member and a reason",
            found="a member already, or no reason",
        )  # fmt: skip
    [block] = [block for object_id, block in _blocks(session) if object_id == inside.id][-1:]
    if ciphers.open_slots(block, wrapping, session.case.case_id, inside.id) is not None:
        # A holder whose half is a whole key as well could never break the glass again.
        raise UseError(
            "wrong-use", item="the new member", expected="a passphrase of their own",
            found="one of somebody who opens this compartment already",
            remedy="let them choose another one",
        )  # fmt: skip
    slot = (wrapping, Held("member", inside.key))
    fresh = ciphers.seal_slots(inside.key, [slot], session.case.case_id, inside.id, block)
    record = msgspec.structs.replace(before.record, members=(*before.record.members, person.name))
    entry = Recorded(by=session.by, at=session.now(), why=why, body=record)
    session.record((inside.id, _keys(session, fresh)), (inside.id, inside.seal(inside.id, entry)))
    return _record(session, inside)


def _record(session: Session, inside: Inside) -> Members:
    row = session.find_record(inside.id)
    if not isinstance(row.body, Compartment):
        raise TypeError("a compartment without its record")
    return Members(row, row.body)


def _keys(session: Session, block: bytes) -> Box:
    text = b2a_base64(block, newline=False).decode()
    return Box(by=OPENED_BY, at=session.now(), part="keys", box=text)


def _wrapping(session: Session, person: Person, memory_kib: int) -> bytes:
    """Return the key of a passphrase; it takes long, and others have their turn meanwhile."""
    case_id = session.case.case_id
    with session.aside():
        return ciphers.wrapping_key(person.secret, case_id, memory_kib)


def _blocks(session: Session) -> list[tuple[str, bytes]]:
    """Return the blocks of slots of all compartments, oldest first."""
    session.catch_up()
    found = []
    for row in session.index.all_of(Box.kind):
        _, box = session.entry(row.index)
        if isinstance(box, Box) and box.part == "keys":
            found.append((row.object_id, box_bytes(row.object_id, box)))
    return found


def _opened(session: Session, secret: str, memory_kib: int) -> list[tuple[str, Held, bytes]]:
    """Return what a passphrase opens: compartment, key or half, block; the newest block counts."""
    wrapping = _wrapping(session, Person("", secret), memory_kib)
    newest = dict(_blocks(session))
    found = []
    for object_id, block in newest.items():
        held = ciphers.open_slots(block, wrapping, session.case.case_id, object_id)
        if held is not None:
            found.append((object_id, held, block))
    return found


def _require_apart(people: Sequence[Person], break_glass: Sequence[Person]) -> None:
    names = [each.name.strip() for each in people]
    apart = len(set(names)) == len(names) and all(names)
    apart = apart and len({each.secret for each in people}) == len(people)
    if not apart or len(break_glass) not in (0, 2) or len(people) == len(break_glass):
        raise UseError(
            "wrong-use", item="the people of a compartment",
            expected="a member at least, none or two who break the glass; each with a name and a "
            "passphrase of their own", found="something else",
        )  # fmt: skip


def _none_opens() -> UseError:
    return UseError(
        "wrong-passphrase", item="compartments of this case",
        expected="a passphrase that opens one", found="none that this one opens",
        remedy="try again; if there should be one, ask the person who made it",
    )  # fmt: skip
