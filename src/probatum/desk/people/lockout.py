"""Counting failed sign-ins, in the desk database: starting the desk again forgets none.

An attempt is counted before the password is looked at and taken back when it was right, so that
many attempts at once are no way round. Names that nobody has are counted like all others: the
answer must not tell which names exist. While a name is locked nothing more is counted, so nobody
can be kept out for longer than the wait by hammering at the door; and whoever holds the passphrase
of the case comes in through it anyway.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from probatum.desk.people import names
from probatum.desk.people.models import Failure

WAIT = timedelta(minutes=15)
ALLOWED_PER_NAME = 5
# Everybody on one machine shares its address: this stops trying many names, not one clumsy person.
ALLOWED_PER_ADDRESS = 40
KEPT = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A counted attempt, to be taken back if it succeeds."""

    rows: tuple[int, ...]
    last_allowed: bool  # the next one will be refused


def attempt(name: str, address: str, at: datetime) -> Attempt | None:
    """Count an attempt to sign in; None if name or address have to wait."""
    limits = (
        (_key("name", names.settled(name)), ALLOWED_PER_NAME),
        (_key("address", address), ALLOWED_PER_ADDRESS),
    )
    with transaction.atomic():
        Failure.objects.filter(at__lt=at - KEPT).delete()
        counted = [
            (key, allowed, Failure.objects.filter(key=key, at__gt=at - WAIT).count())
            for key, allowed in limits
        ]
        if any(count >= allowed for _key_, allowed, count in counted):
            return None
        rows = tuple(Failure.objects.create(key=key, at=at).pk for key, _allowed, _count in counted)
    return Attempt(rows, any(count + 1 >= allowed for _key_, allowed, count in counted))


def succeeded(name: str, taken: Attempt) -> None:
    """Take the attempt back, and forget earlier failures of the name (not of the address)."""
    Failure.objects.filter(pk__in=taken.rows).delete()
    Failure.objects.filter(key=_key("name", names.settled(name))).delete()


def forget(name: str) -> None:
    """Let somebody try again at once: an owner gave them a new link."""
    Failure.objects.filter(key=_key("name", names.settled(name))).delete()


def _key(kind: str, text: str) -> str:
    return hashlib.sha256(f"{kind}:{text}".encode()).hexdigest()
