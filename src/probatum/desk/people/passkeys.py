"""Forms that take what a browser says about a passkey.

allauth hands it to fido2, which reads it as if a browser had written it: what a person sent instead
raises whatever reading it raises. Here that becomes the answer of a wrong code.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
)
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

LONGEST = 100
UNREADABLE = (
    AttributeError, LookupError, TypeError, ValueError, OverflowError, RecursionError,
    struct.error, InvalidSignature, UnsupportedAlgorithm,
)  # fmt: skip


def _read(how: Callable[[], Any]) -> Any:
    try:
        return how()
    except UNREADABLE as error:
        raise get_adapter().validation_error("incorrect_code") from error


class _Asked:
    def clean_credential(self) -> Authenticator:
        """The passkey that answered. Raises ValidationError."""
        found: Authenticator = _read(super().clean_credential)  # type: ignore[misc]
        return found


class PasskeyAsked(_Asked, AuthenticateWebAuthnForm):
    """A passkey as the second factor."""


class PasskeyAgain(_Asked, ReauthenticateWebAuthnForm):
    """A passkey once more, before something that a thief of the session would do."""


class PasskeyAlone(_Asked, LoginWebAuthnForm):
    """A passkey instead of name and password."""


class PasskeyForm(AddWebAuthnForm):
    """A new passkey: of this device, a telephone, or a security key."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["name"].label = _("What to call it")
        self.fields["name"].widget.attrs["maxlength"] = LONGEST
        self.fields["name"].validators.append(MaxLengthValidator(LONGEST))
        alone = self.fields["passwordless"]
        alone.label = _("Sign in with this passkey alone, without the password")
        alone.help_text = _("It then asks for a PIN, a fingerprint or a face by itself.")

    def clean(self) -> dict[str, Any]:
        """What is kept of the passkey. Raises ValidationError."""
        return dict(_read(super().clean))
