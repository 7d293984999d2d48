"""What compartments ask: passphrases of people, which are kept nowhere."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from probatum.acts.compartment import Person

_LONGEST = 1024


def _secret(label: Any, *, needed: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, strip=False, max_length=_LONGEST, required=needed,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip


def _name(label: Any, *, needed: bool = True) -> forms.CharField:
    return forms.CharField(label=label, max_length=200, required=needed)


class EnterForm(forms.Form):
    """A member's own passphrase."""

    secret = _secret(_("Your own passphrase of the compartment"))


class CreateForm(forms.Form):
    """A new compartment: its first member, and two who can open it together."""

    name = _name(_("What members call it"))
    member = _name(_("First member"))
    member_secret = _secret(_("Passphrase of the first member"))
    first = _name(_("Break-glass: first person"), needed=False)
    first_secret = _secret(_("Passphrase of the first person"), needed=False)
    second = _name(_("Break-glass: second person"), needed=False)
    second_secret = _secret(_("Passphrase of the second person"), needed=False)

    def clean(self) -> dict[str, Any]:
        """Two break the glass, or nobody."""
        said: dict[str, Any] = super().clean() or {}
        four = [said.get(each) for each in ("first", "first_secret", "second", "second_secret")]
        if any(four) and not all(four):
            self.add_error("second", _("Name two people, each with a passphrase, or none."))
        return said

    @property
    def members(self) -> list[Person]:
        """The first member."""
        return [Person(self.cleaned_data["member"], self.cleaned_data["member_secret"])]

    @property
    def two(self) -> list[Person]:
        """Who can break the glass: two people or none."""
        said = self.cleaned_data
        return [
            Person(said[each], said[f"{each}_secret"]) for each in ("first", "second") if said[each]
        ]


class LetInForm(forms.Form):
    """Somebody new, let in by a member."""

    member = _name(_("New member"))
    member_secret = _secret(_("Passphrase of the new member, typed by them"))
    why = forms.CharField(label=_("Reason; members see it"), max_length=2_000)

    @property
    def person(self) -> Person:
        """Who is let in."""
        return Person(self.cleaned_data["member"], self.cleaned_data["member_secret"])


class BreakGlassForm(LetInForm):
    """Somebody let in by two people together."""

    one = _secret(_("Passphrase of the one who breaks the glass"))
    other = _secret(_("Passphrase of the other"))
    field_order = ("one", "other", "member", "member_secret", "why")
