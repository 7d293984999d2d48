"""Tickets: signed addresses of one thing of one item, for one session of one person."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Literal

import msgspec
from django.core import signing
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from probatum.desk.people.models import BrowserSession, Person
from probatum.desk.people.sessions import ABOUT

Kind = Literal["sight", "stream", "stretch"]
SALT = "probatum.evidence"
MINUTES: dict[Kind, int] = {"sight": 15, "stream": 240, "stretch": 60}


class Ticket(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an address opens. ``logged``: the page that handed it out logged what it shows."""

    person: int
    session: str
    item: str
    kind: Kind
    until: int
    nonce: str
    page: int = 1
    edge: int = 0
    from_ms: int = 0
    copy: str | None = None
    logged: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A ticket that opens nothing, and the status that says so."""

    status: int
    words: str


@dataclass(frozen=True, slots=True)
class Counter:
    """Where a person gets tickets: one look into the session for all of a page."""

    person: int
    session: str

    def address(
        self, item: str, kind: Kind, *, page: int = 1, edge: int = 0, from_ms: int = 0,
        copy: str | None = None, logged: bool = False,
    ) -> str:  # fmt: skip
        """Return an address of this origin that shows one thing for a while."""
        until = int(timezone.now().timestamp()) + 60 * MINUTES[kind]
        ticket = Ticket(
            person=self.person, session=self.session, item=item, kind=kind, until=until,
            nonce=secrets.token_urlsafe(9), page=page, edge=edge, from_ms=from_ms,
            copy=copy, logged=logged,
        )  # fmt: skip
        said = signing.dumps(msgspec.to_builtins(ticket), salt=SALT, compress=True)
        return str(reverse("evidence", args=[said]))


def counter(request: HttpRequest) -> Counter:
    """Return where the person of this request gets tickets."""
    about = request.session.get(ABOUT) or {}
    return Counter(request.user.pk, str(about.get("public_id", "")))


def opened(said: str) -> tuple[Ticket, Person] | Refused:
    """Return a ticket and whose it is, if it is ours, in time, and its session goes on."""
    try:
        ticket = msgspec.convert(signing.loads(said, salt=SALT), Ticket)
    except (signing.BadSignature, msgspec.ValidationError, ValueError):
        return Refused(403, "This address was not given out by the desk.")
    now = timezone.now()
    if now.timestamp() > ticket.until:
        return Refused(410, "This address has expired. Load the page again.")
    person = Person.objects.filter(pk=ticket.person, is_active=True).first()
    if person is None or not _goes_on(ticket, person, now):
        return Refused(403, "The session for which this address was given out has ended.")
    return ticket, person


def _goes_on(ticket: Ticket, person: Person, now: object) -> bool:
    return bool(
        ticket.session
        and BrowserSession.objects.filter(
            public_id=ticket.session, person_id=person.pk, expire_date__gt=now
        ).exists()
    )
