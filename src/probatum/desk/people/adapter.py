"""What allauth asks us: who may sign up (nobody), who has to wait, what things are called."""

from __future__ import annotations

from io import BytesIO
from typing import Any, NoReturn

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.forms import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from probatum.desk.people import events, lockout, names, sessions
from probatum.desk.people.models import Person, Policy


class AccountAdapter(DefaultAccountAdapter):
    """Signing in by name and password."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("The sign-in name or the password is not right."),
        "too_many_login_attempts": _(
            "Too many attempts failed. Wait fifteen minutes, or ask an owner of the case."
        ),
        "enter_current_password": _("This is not your password at present."),
        "incorrect_password": _("This is not your password."),
        "incorrect_code": _("This code is not right, or no longer."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: people are added by an owner."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address as we keep it; a socket without addresses is this machine."""
        return sessions.visitor(request).address or "local"

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Person | None:
        """The person with this name and password; counts what fails."""
        name = names.settled(str(credentials.get("username") or ""))
        attempt = lockout.attempt(name, self.get_client_ip(request), timezone.now())
        if attempt is None:
            self._refuse()
        person: Person | None = super().authenticate(request, **{**credentials, "username": name})
        if person is not None:
            lockout.succeeded(name, attempt)
            return person
        meant = Person.objects.filter(sign_in_name=name).first()
        events.note("sign-in-failed", about=meant, address=self.get_client_ip(request))
        if attempt.last_allowed:
            events.note("locked-out", about=meant, address=self.get_client_ip(request))
        return None

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Nothing: ``authenticate`` has counted already."""
        self._login_failed_rl_usage = None

    def _rollback_login_failed_rl_usage(self) -> None:
        pass

    def _refuse(self) -> NoReturn:
        raise self.validation_error("too_many_login_attempts")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own settings."""
        return str(reverse("person-settings"))


def attempt_code(person: Person) -> lockout.Attempt:
    """Count a code of somebody who has given their password. Raises ValidationError if locked."""
    address = sessions.visitor(context.request).address
    attempt = lockout.attempt(_codes_of(person), address, timezone.now())
    if attempt is None:
        raise ValidationError(
            AccountAdapter.error_messages["too_many_login_attempts"], code="too_many_login_attempts"
        )
    return attempt


def code_failed(person: Person, attempt: lockout.Attempt) -> None:
    """Write down that a code was wrong."""
    address = sessions.visitor(context.request).address
    events.note("code-failed", about=person, address=address)
    if attempt.last_allowed:
        events.note("locked-out", about=person, address=address)


def code_succeeded(person: Person, attempt: lockout.Attempt) -> None:
    """Forget the wrong codes before it."""
    lockout.succeeded(_codes_of(person), attempt)


def _codes_of(person: Person) -> str:
    return f"code:{person.pk}"


class MFAAdapter(DefaultMFAAdapter):
    """Second factors."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right, or no longer."),
        "cannot_delete_authenticator": _(
            "The owner of this case asks everybody for a second factor. Set up another one first."
        ),
    }

    def get_totp_label(self, user: Person) -> str:
        """What the authenticator app calls the entry."""
        return str(user.sign_in_name)

    def get_totp_issuer(self) -> str:
        """Nothing that tells what the case is about: telephones are looked through."""
        return "Probatum"

    def build_totp_svg(self, url: str) -> str:
        """The square of dots that the app reads, dark on white in either theme."""
        drawn = BytesIO()
        segno.make(url, error="m").save(
            drawn, kind="svg", scale=5, border=4, light="white", dark="black"
        )
        return drawn.getvalue().decode()

    def _get_site_name(self) -> str:
        return "Probatum"

    def get_public_key_credential_user_entity(self, user: Person) -> dict[str, Any]:
        """What the browser shows beside a passkey."""
        entity: dict[str, Any] = super().get_public_key_credential_user_entity(user)
        return {**entity, "display_name": user.display_name, "name": user.sign_in_name}

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:
        """A name for a passkey that was given none."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return str(gettext("Passkey {number}")).format(number=count + 1)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Not the last one where everybody must have one."""
        if not Policy.current().second_factor_required:
            return True
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        return bool(others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists())
