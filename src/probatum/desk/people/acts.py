"""What is done to people. Each act writes its event in the same transaction.

The last owner who can sign in stays one: otherwise nobody could add people any more, and the only
way back would be the passphrase of the case.
"""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth import login
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext

from probatum.desk.people import events, lockout, sessions
from probatum.desk.people.models import INVITATION_DAYS, BrowserSession, Invitation, Person, Policy
from probatum.model.roles import Role

BACKEND = "probatum.desk.people.backend.ByName"


def first_owner(display_name: str, sign_in_name: str, password: str) -> Person:
    """The person who made this case, as its first owner. Raises ValidationError."""
    with transaction.atomic():
        person = Person.objects.make(
            display_name=display_name, sign_in_name=sign_in_name, role=Role.OWNER,
            password=password,
        )  # fmt: skip
        events.note("added", about=person, by=person, now=Role.OWNER)
    return person


def sign_in_as(request: HttpRequest, person: Person) -> None:
    """Sign somebody in who has shown the passphrase of the case: the key to everything here.

    No second factor is asked for: the passphrase opens the case without the desk as well.
    """
    request.desk_passphrase = True  # the list of events says how they came in
    login(request, person, backend=BACKEND)
    request.session.set_expiry(0)  # until the browser closes, as after a password


def add(display_name: str, sign_in_name: str, role: Role, *, by: Person) -> tuple[Person, str]:
    """Add somebody; return them and the token of their link. Raises ValidationError."""
    with transaction.atomic():
        person = Person.objects.make(
            display_name=display_name, sign_in_name=sign_in_name, role=role
        )
        events.note("added", about=person, by=by, now=role)
        return person, _invite(person, by)


def new_link(person: Person, *, by: Person) -> str:
    """Another link for somebody who lost the password or the first link; earlier ones end.

    Their sessions end and their password stops working: whoever asks for a link may have lost more.
    """
    with transaction.atomic():
        person.set_unusable_password()
        person.save(update_fields=["password"])
        sessions.end_all(person)
        lockout.forget(person.sign_in_name)
        return _invite(person, by)


def _invite(person: Person, by: Person) -> str:
    person.invitations.filter(used_at=None).delete()
    token = secrets.token_urlsafe(32)
    Invitation.objects.create(
        person=person, token_hash=_hash(token), made_at=timezone.now(), made_by=by
    )
    events.note("invited", about=person, by=by)
    return token


def invited(token: str, at: datetime) -> Invitation | None:
    """The invitation that this token opens, if it still opens one."""
    found: Invitation | None = (
        Invitation.objects.select_related("person")
        .filter(token_hash=_hash(token), used_at=None, person__is_active=True)
        .filter(made_at__gt=at - timedelta(days=INVITATION_DAYS))
        .first()
    )
    return found


def accept(token: str, password: str, at: datetime) -> Person | None:
    """Use a link up and set the password; None if somebody was quicker, or it is too late."""
    with transaction.atomic():
        invitation = invited(token, at)
        if invitation is None:
            return None
        invitation.used_at = at
        invitation.save(update_fields=["used_at"])
        person: Person = invitation.person
        person.set_password(password)
        person.must_change_password = False
        person.save(update_fields=["password", "must_change_password"])
        sessions.end_all(person)
        events.note("joined", about=person, by=person)
    return person


def change_role(person: Person, role: Role, *, by: Person) -> None:
    """Give somebody another role; it holds from their next request. Raises ValidationError."""
    with transaction.atomic():
        person.refresh_from_db()
        if role == person.role:
            return
        _another_owner(person)
        was, person.role = person.role, role
        person.save(update_fields=["role"])
        events.note("role-changed", about=person, by=by, was=was, now=role)


def deactivate(person: Person, *, by: Person) -> None:
    """Let somebody no longer sign in, and end what they have open. Raises ValidationError."""
    with transaction.atomic():
        person.refresh_from_db()
        _another_owner(person)
        person.is_active = False
        person.save(update_fields=["is_active"])
        person.invitations.filter(used_at=None).delete()
        sessions.end_all(person)
        events.note("deactivated", about=person, by=by)


def activate(person: Person, *, by: Person) -> None:
    """Let somebody sign in again with what they had."""
    with transaction.atomic():
        person.is_active = True
        person.save(update_fields=["is_active"])
        events.note("activated", about=person, by=by)


def reset_second_factor(person: Person, *, by: Person) -> None:
    """Take away a second factor that was lost; their sessions end."""
    with transaction.atomic():
        Authenticator.objects.filter(user=person).delete()
        sessions.end_all(person)
        events.note("second-factor-reset", about=person, by=by)


def end_sessions(
    person: Person, *, by: Person, only: str | None = None, but: str | None = None
) -> int:
    """End somebody's sessions: all, the one with this public id, or all but the one with a key."""
    with transaction.atomic():
        if only is not None:
            count: int = BrowserSession.objects.filter(person=person, public_id=only).delete()[0]
        else:
            count = sessions.end_all(person, but=but)
        if count:
            events.note("sessions-ended", about=person, by=by, now=str(count))
    return count


def set_policy(policy: Policy, *, by: Person) -> None:
    """Decide what holds for everybody."""
    with transaction.atomic():
        policy.pk = 1
        policy.save()
        events.note("policy-changed", about=by, by=by)


def _another_owner(person: Person) -> None:
    if person.role != Role.OWNER or not person.is_active:
        return
    if not Person.objects.owners().exclude(pk=person.pk).exists():
        raise ValidationError(
            gettext("This is the only owner. Make somebody else an owner first."),
            code="last-owner",
        )


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
