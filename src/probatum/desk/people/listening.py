"""What Django and allauth tell about signing in, written into the list of events."""

from __future__ import annotations

from typing import Any

from allauth.account.signals import password_changed, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_in, user_logged_out
from django.http import HttpRequest
from django.utils import timezone

from probatum.desk.people import events, sessions
from probatum.desk.people.models import Person


def begin() -> None:
    """Listen, once."""
    user_logged_in.connect(_signed_in, dispatch_uid="people-in")
    user_logged_out.connect(_signed_out, dispatch_uid="people-out")
    password_changed.connect(_password, dispatch_uid="people-password")
    password_set.connect(_password, dispatch_uid="people-password-set")
    authenticator_added.connect(_factor_added, dispatch_uid="people-factor")
    authenticator_removed.connect(_factor_removed, dispatch_uid="people-factor-gone")
    authenticator_reset.connect(_codes_made, dispatch_uid="people-codes")


def _signed_in(request: HttpRequest, user: Person, **_rest: Any) -> None:
    now = timezone.now()
    sessions.begin(request, now)
    sessions.forget_expired(now)
    by_passphrase = getattr(request, "desk_passphrase", False)
    kind: events.Kind = "signed-in-by-passphrase" if by_passphrase else "signed-in"
    events.note(kind, about=user, by=user, address=sessions.visitor(request).address)


def _signed_out(request: HttpRequest, user: Person | None, **_rest: Any) -> None:
    if user is not None:
        events.note("signed-out", about=user, by=user, address=sessions.visitor(request).address)


def _password(request: HttpRequest, user: Person, **_rest: Any) -> None:
    if user.must_change_password:
        user.must_change_password = False
        user.save(update_fields=["must_change_password"])
    # Their cookies were worthless from the change on; the rows would only look like sessions.
    sessions.end_all(user, but=request.session.session_key)
    events.note("password-changed", about=user, by=user)


def _factor_added(user: Person, authenticator: Authenticator, **_rest: Any) -> None:
    codes = authenticator.type == Authenticator.Type.RECOVERY_CODES
    kind: events.Kind = "recovery-codes-made" if codes else "second-factor-added"
    events.note(kind, about=user, by=user)


def _factor_removed(user: Person, authenticator: Authenticator, **_rest: Any) -> None:
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        events.note("second-factor-removed", about=user, by=user)


def _codes_made(user: Person, **_rest: Any) -> None:
    events.note("recovery-codes-made", about=user, by=user)
