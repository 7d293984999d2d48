"""What may leave, and under which name: clearance, restrictions, consent, pseudonyms.

Everything is refused at once and with its reason, so that one command shows all that stands in the
way. Nothing here reads contents that would leave: ``disclose_items`` has logged the read.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from probatum.acts.drawn_on import drawn_on
from probatum.acts.put_record import put
from probatum.acts.session import Session
from probatum.disclose.withheld import Withholding
from probatum.errors import InputError, UseError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model import vocab
from probatum.model.nouns import plain
from probatum.model.nouns.people import Person
from probatum.model.nouns.protection import Consent, Pseudonym, Restriction
from probatum.model.nouns.sources import Source
from probatum.model.nouns.vocabularies import Vocabulary
from probatum.model.record import Record

PROTECTION = "witness-protection"
_STAYS_OPEN = frozenset({"record", "kind", "protected", "unknown"})
_MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why one chosen thing must not go to this recipient for this use."""

    ref: str
    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """A protected person in the package: the record, and what the recipient calls them."""

    id: str
    ref: str
    pseudonym: str


@dataclass(frozen=True, slots=True)
class Handling:
    """How a recipient is to treat a package, in codes; None: not said.

    ``confidentiality`` is of the vocabulary of that name, ``type`` of ``disclosure-type``.
    """

    confidentiality: str | None = None
    type: str | None = None


def require_use(session: Session, use: str | None) -> None:
    """Refuse a use that no consent could name. Raises UseError ``wrong-use``."""
    _require_term(session, "--use", "use", use)


def require_handling(session: Session, handling: Handling) -> None:
    """Refuse a level or a type that no vocabulary has. Raises UseError ``wrong-use``."""
    _require_term(session, "--confidentiality", "confidentiality", handling.confidentiality)
    _require_term(session, "--type", "disclosure-type", handling.type)


def _require_term(session: Session, item: str, name: str, code: str | None) -> None:
    if code is None or code in vocab.codes(name):
        return
    for row in session.index.records(["vocabulary"]):
        body = row.body
        if isinstance(body, Vocabulary) and body.name == name and not row.retracted:
            if code in {term.code for term in body.terms}:
                return
    raise UseError(
        "wrong-use", item=item, expected=f"a term of the vocabulary {name}: "
        + ", ".join(sorted(vocab.codes(name))), found="another word",
        remedy=f"read what they mean: probatum record terms {name}",
    )  # fmt: skip


def refusals(
    session: Session,
    items: Sequence[ItemRow],
    records: Sequence[RecordRow],
    *,
    to: str,
    use: str | None,
) -> list[Refusal]:
    """Return everything that stands against giving these to ``to`` for ``use``.

    A restriction stands unless it allows this recipient or its date has passed. Where somebody's
    consent covers a thing, it must cover this use and recipient, and not be withdrawn: every
    consent by itself, so that none widens another. What covers an item, a statement or its source
    covers the records that draw on it (``drawn_on``).
    """
    refs = {row.id: row.ref or row.id for row in items}
    refs |= {row.id: session.record_ref(row.number) for row in records}
    today = session.around.clock().date()
    if not session.index.records(["restriction", "consent"], limit=1):
        return []  # most cases; what a hundred thousand items draw on takes a while
    drawing: dict[str, list[str]] = {}
    for chosen, origins in drawn_on(session, items, records).items():
        for origin in origins:
            drawing.setdefault(origin, []).append(chosen)
    found: dict[tuple[str, str], Refusal] = {}
    for row in session.index.naming(drawing, ["restriction", "consent"]):
        if row.retracted or row.body is None:
            continue
        for code, why in _against(row.body, to, use, today):
            for covered in _covers(row.body):
                for chosen in drawing.get(covered, ()):
                    said = f"{why} ({session.record_ref(row.number)}"
                    said += ")" if chosen == covered else f" on {_ref(session, covered)})"
                    found[chosen, said] = Refusal(refs[chosen], code, said)
    return sorted(found.values(), key=lambda each: (each.ref, each.why))


def _ref(session: Session, object_id: str) -> str:
    row = session.index.item(object_id)
    if row is not None:
        return row.ref or row.id
    record = session.index.record(object_id)
    return object_id if record is None else session.record_ref(record.number)


def _covers(body: Record) -> tuple[str, ...]:
    return body.covers if isinstance(body, Restriction | Consent) else ()


def _against(body: Record, to: str, use: str | None, today: date) -> Iterator[tuple[str, str]]:
    match body:
        case Restriction():
            until = body.until.bounds if body.until is not None else None
            over = until is not None and until.latest is not None and until.latest < today
            if not over and to not in body.recipients_allowed:
                yield "restricted", f"restriction {body.kind}"
        case Consent():
            if body.withdrawn is not None:
                yield "no-consent", "consent was withdrawn"
            elif use is None:
                yield "no-consent", "consent is limited to uses: say --use"
            elif use not in body.uses:
                yield "no-consent", f"consent does not cover the use {use}"
            if body.recipients and to not in body.recipients:
                yield "no-consent", "consent names other recipients"
        case _:
            pass


def require_none(found: Sequence[Refusal]) -> None:
    """Raise InputError ``restricted`` or ``no-consent`` that lists every refusal."""
    if not found:
        return
    said = [f"{each.ref}: {each.why}" for each in found[:_MOST_NAMED]]
    if len(found) > _MOST_NAMED:
        said.append(f"and {len(found) - _MOST_NAMED} more")
    raise InputError(
        found[0].code, item="; ".join(said), expected="nothing that forbids giving it away",
        found="1 reason not to" if len(found) == 1 else f"{len(found)} reasons not to",
        remedy="leave these out, ask whoever gave or restricted them, or correct the record",
    )  # fmt: skip


def protected_among(records: Sequence[RecordRow]) -> list[RecordRow]:
    """Return the records of persons who must leave as a pseudonym."""
    return [
        row for row in records
        if isinstance(row.body, Source | Person) and row.body.protected
    ]  # fmt: skip


def hidden(session: Session, records: Sequence[RecordRow], to: str) -> list[Hidden]:
    """Return the pseudonym of each protected person towards this recipient, made if need be."""
    found = []
    for row in protected_among(records):
        name = pseudonym_of(session, row.id, to)
        found.append(Hidden(row.id, session.record_ref(row.number), name))
    return found


def foreseen(session: Session, records: Sequence[RecordRow], to: str) -> list[Hidden]:
    """Return the same as ``hidden`` without making anything: who has no pseudonym yet has "?"."""
    return [
        Hidden(row.id, session.record_ref(row.number), _known_as(session, row.id, to) or "?")
        for row in protected_among(records)
    ]


def pseudonym_of(session: Session, object_id: str, to: str) -> str:
    """Return the name by which a recipient knows a protected person, made if need be.

    The pseudonym of somebody in a compartment is recorded in the compartment.
    """
    name = _known_as(session, object_id, to)
    if name is None:
        name = _fresh(session)
        inside = session.inside is not None and session.inside.holds(object_id)
        put(session, Pseudonym(of=object_id, recipient=to, name=name), inside=inside)
    return name


def _known_as(session: Session, object_id: str, to: str) -> str | None:
    for row in session.index.naming([object_id], ["pseudonym"]):
        body = row.body
        if isinstance(body, Pseudonym) and not row.retracted and body.of == object_id:
            if body.recipient == to:
                return body.name
    return None


def _fresh(session: Session) -> str:
    """Return a pseudonym that nobody has: a number without meaning or order."""
    taken = {
        row.body.name for row in session.index.records(["pseudonym"])
        if isinstance(row.body, Pseudonym)
    }  # fmt: skip
    while True:
        name = f"Source {secrets.randbelow(9000) + 1000}-{secrets.choice('ABCDEFGHKLMNPRSTUVWXYZ')}"
        if name not in taken:
            return name


def rules_for(session: Session, persons: Sequence[Hidden]) -> list[Withholding]:
    """Return what is withheld of protected persons: every field of every version but the kind.

    The reasons of revisions and retractions too: free text about whoever it is.
    """
    rules = []
    for person in persons:
        names: set[str] = set()
        for version in session.index.versions(person.id):
            if version.body is not None:
                names |= set(plain(version.body)) - _STAYS_OPEN
            if version.why is not None:
                names.add("why")
        basis = f"protected source, to you: {person.pseudonym}"
        rules += [Withholding(name, PROTECTION, basis, person.id) for name in sorted(names)]
    return rules
