"""Forms about people. What allauth asks for is asked in our words, and wrong codes are counted."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.mfa import app_settings
from allauth.mfa.base import forms as mfa
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import EditWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from probatum.desk.people import adapter, names, roles
from probatum.desk.people.models import Person, Policy


def _plain(form: forms.Form, labels: dict[str, Any]) -> None:
    """Give fields our labels; a placeholder that repeats a label vanishes when it is needed."""
    for name, field in form.fields.items():
        field.widget.attrs.pop("placeholder", None)
        if name in labels:
            field.label = labels[name]


def _password_help() -> str:
    return " ".join(
        (
            gettext("At least 12 characters; several words that do not belong together are best."),
            gettext("No common password, nothing like your name, not digits alone."),
        )
    )


class SignInForm(LoginForm):
    """Name and password."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _plain(self, {"login": _("Sign-in name"), "password": _("Password")})
        self.fields["password"].help_text = ""
        self.fields["login"].widget.attrs.update(
            {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false",
             "maxlength": names.LONGEST}
        )  # fmt: skip


class PasswordAgainForm(ReauthenticateForm):
    """The password once more, before something that a thief of the session would do."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _plain(self, {"password": _("Password")})
        self.fields["password"].help_text = ""


class NewPasswordForm(ChangePasswordForm):
    """Another password for oneself."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _plain(
            self,
            {
                "oldpassword": _("Password at present"),
                "password1": _("New password"),
                "password2": _("New password once more"),
            },
        )
        self.fields["oldpassword"].help_text = ""
        self.fields["password1"].help_text = _password_help()

    def clean_oldpassword(self) -> str:
        """Counted like any other attempt: a stolen session must not guess the password."""
        attempt = adapter.attempt_code(self.user)
        given: str = super().clean_oldpassword()
        adapter.code_succeeded(self.user, attempt)
        return given


class _Counted(mfa.BaseAuthenticateForm):
    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _plain(self, {"code": _("Code")})
        self.fields["code"].widget.attrs.update({"autocomplete": "one-time-code", "dir": "ltr"})

    def clean_code(self) -> str:
        attempt = adapter.attempt_code(self.user)
        try:
            code: str = super().clean_code()
            self._only_once(code)
        except ValidationError:
            adapter.code_failed(self.user, attempt)
            raise
        adapter.code_succeeded(self.user, attempt)
        return code

    def _only_once(self, code: str) -> None:
        """Refuse a code that was seen being typed: allauth forgets it while it still opens."""
        used = f"people.code.{self.user.pk}.{code.strip()}"
        seconds = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        if not cache.add(used, True, timeout=seconds):
            raise adapter.MFAAdapter().validation_error("incorrect_code")


class CodeForm(_Counted, mfa.AuthenticateForm):
    """The code of an app, or one of the recovery codes."""


class CodeAgainForm(_Counted, mfa.ReauthenticateForm):
    """The code once more, before something that a thief of the session would do."""


class AppForm(ActivateTOTPForm):
    """The first code of an app that was just set up."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _plain(self, {"code": _("Code that the app shows")})
        self.fields["code"].widget.attrs.update({"inputmode": "numeric", "dir": "ltr"})


class PasskeyNameForm(EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        _plain(self, {"name": _("What to call it")})


class NewCodesForm(GenerateRecoveryCodesForm):
    """Nothing to fill in: new recovery codes instead of the old ones."""


class PersonForm(forms.Form):
    """Somebody who is to work here."""

    display_name = forms.CharField(
        label=_("Name"), max_length=200, help_text=_("It stands in the log beside what they do.")
    )
    sign_in_name = forms.CharField(
        label=_("Sign-in name"), max_length=names.LONGEST, validators=[names.check],
        help_text=_("Short, without spaces. It need not be a real name."),
    )  # fmt: skip
    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["role"].choices = roles.choices()
        self.fields["sign_in_name"].widget.attrs.update(
            {"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}
        )

    def clean_sign_in_name(self) -> str:
        """One spelling; not taken."""
        name = names.settled(self.cleaned_data["sign_in_name"])
        if Person.objects.filter(sign_in_name=name).exists():
            raise ValidationError(gettext("Somebody has this sign-in name already."), code="taken")
        return name


class RoleForm(forms.Form):
    """Another role for somebody."""

    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["role"].choices = roles.choices()


class FirstPasswordForm(forms.Form):
    """The password that somebody chooses behind their link."""

    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label=_("Password once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *arguments: Any, person: Person, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._person = person
        self.fields["password"].help_text = _password_help()

    def clean_password(self) -> str:
        """Long, not common, not like the name."""
        password: str = self.cleaned_data["password"]
        validate_password(password, self._person)
        return password

    def clean(self) -> dict[str, Any]:
        """Twice the same."""
        given: dict[str, Any] = super().clean()
        if "password" in given and given["password"] != given.get("again"):
            self.add_error("again", gettext("The two passwords differ."))
        return given


class MineForm(forms.ModelForm):
    """How the pages look for one person."""

    class Meta:
        """The fields, in the order of the page."""

        model = Person
        fields = ("language", "theme", "graphic_material")
        widgets = {"theme": forms.RadioSelect, "graphic_material": forms.RadioSelect}
        labels = {
            "language": _("Language of the pages"),
            "theme": _("Light or dark"),
            "graphic_material": _("Graphic material"),
        }
        help_texts = {
            "graphic_material": _("Pictures and recordings that were marked as hard to look at.")
        }


class PolicyForm(forms.ModelForm):
    """What holds for everybody at the desk of this case."""

    idle_minutes = forms.IntegerField(
        label=_("Sign out after so many minutes without doing anything"),
        min_value=5, max_value=480,
    )  # fmt: skip
    longest_hours = forms.IntegerField(
        label=_("Sign out after so many hours in any case"), min_value=1, max_value=24
    )

    class Meta:
        """The fields, in the order of the page."""

        model = Policy
        fields = ("second_factor_required", "idle_minutes", "longest_hours")
        labels = {"second_factor_required": _("Everybody needs a second factor")}
        help_texts = {
            "second_factor_required": _(
                "Whoever has none is led to set one up before anything else."
            )
        }
