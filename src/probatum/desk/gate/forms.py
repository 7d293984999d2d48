"""What the gate asks: the passphrase, or what a new case is to be."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from probatum.desk.gate import strength
from probatum.desk.people import names

HOME = Path.home() / "Probatum"


class UnlockForm(forms.Form):
    """The passphrase of the case."""

    passphrase = forms.CharField(
        label=_("Passphrase of the case"), strip=False, max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": True}),
    )  # fmt: skip


class NewCaseForm(forms.Form):
    """A new case: what it is called, who makes it, where it lies, what opens it."""

    name = forms.CharField(
        label=_("Name of the case"), max_length=200,
        help_text=_("Who sees the folder does not see this name: it is encrypted."),
    )  # fmt: skip
    by = forms.CharField(
        label=_("Your name"), max_length=200,
        help_text=_("It stands beside everything you do, in the log and in what you disclose."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )  # fmt: skip
    sign_in_name = forms.CharField(
        label=_("Short name to sign in with"), max_length=names.LONGEST,
        validators=[names.check],
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )  # fmt: skip
    folder = forms.CharField(
        label=_("Folder"), max_length=1000, widget=forms.TextInput(attrs={"dir": "ltr"}),
        help_text=_("A new folder on this machine. Everything of the case lies in it, encrypted."),
    )  # fmt: skip
    passphrase = forms.CharField(
        label=_("Passphrase"), strip=False, max_length=1024,
        help_text=_("Several words that nobody would expect together. Nobody can reset it."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password", "data-strength": ""}),
    )  # fmt: skip
    again = forms.CharField(
        label=_("Passphrase, once more"), strip=False, max_length=1024,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip

    def clean_folder(self) -> Path:
        """Return the folder: absolute, and new or empty."""
        folder = Path(self.cleaned_data["folder"]).expanduser()
        if not folder.is_absolute():
            raise forms.ValidationError(_("Name the whole path, beginning with /."))
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise forms.ValidationError(_("There are files already. Name a new or empty folder."))
        return folder

    def clean(self) -> dict[str, Any]:
        """Compare both passphrases, and refuse one that is guessed soon."""
        said: dict[str, Any] = super().clean() or {}
        secret = said.get("passphrase", "")
        if secret and said.get("again") is not None and secret != said["again"]:
            self.add_error("again", _("These are two different passphrases."))
        if secret and not strength.of(secret, (said.get("name", ""), said.get("by", ""))).enough:
            self.add_error("passphrase", _("This is guessed too soon. Take more words."))
        return said


class FolderForm(forms.Form):
    """A case that exists."""

    folder = forms.CharField(
        label=_("Folder of the case"), max_length=1000,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )  # fmt: skip

    def clean_folder(self) -> Path:
        """Return the folder of a case."""
        folder = Path(self.cleaned_data["folder"]).expanduser()
        if not (folder / "case.json").is_file():
            raise forms.ValidationError(_("There is no case in this folder."))
        return folder


class FirstPersonForm(forms.Form):
    """Who uses the desk of a case that was made without it."""

    by = NewCaseForm.base_fields["by"]
    sign_in_name = NewCaseForm.base_fields["sign_in_name"]
    password = forms.CharField(
        label=_("Password for signing in"), strip=False, max_length=1024,
        help_text=_("For the desk only; the passphrase of the case stays what it is."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip


def folder_for(name: str) -> Path:
    """Return a new folder for a case of this name, below the person's own."""
    plain = re.sub(r"[^\w-]+", "-", name, flags=re.UNICODE).strip("-").lower() or "case"
    folder, number = HOME / plain, 2
    while folder.exists():
        folder, number = HOME / f"{plain}-{number}", number + 1
    return folder
