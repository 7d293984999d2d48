"""What settings ask."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from probatum.desk.gate import strength
from probatum.model import vocab

VOCABULARIES = {
    "act-type": _("Kinds of events"), "basis": _("How they know"),
    "bound": _("How the number is meant"), "counting-unit": _("Counted in"),
    "degree": _("How they were involved"), "dimension": _("What is assessed"),
    "item-kind": _("Kinds of items"), "legal-term": _("What it is called in law"),
    "measure": _("What is counted"), "method": _("Methods"),
    "method-claimed": _("Method that the source claims"), "place-kind": _("Kinds of places"),
    "political-measure": _("Political measures"), "population": _("Of whom"),
    "redaction": _("Reasons to hide something"), "resolution": _("Rules where sources differ"),
    "restriction": _("Restrictions"), "sex": _("Sex"), "stance": _("Stances"),
    "status": _("Status"), "unknown-reason": _("Why it is not known"), "use": _("Uses"),
    "voice": _("In whose voice"), "weapon": _("Weapons"),
}  # fmt: skip


def vocabulary(name: str) -> str:
    """Return what a vocabulary is called."""
    return str(VOCABULARIES.get(name, name))


class TermForm(forms.Form):
    """A term that the case adds to a vocabulary."""

    name = forms.ChoiceField(label=_("Vocabulary"))
    code = forms.RegexField(
        r"^[a-z0-9][-_a-z0-9]{0,63}$", label=_("Code"), max_length=64,
        help_text=_("Small Latin letters, digits and hyphens; it stands in the records."),
        widget=forms.TextInput(attrs={"dir": "ltr", "class": "mono"}),
    )  # fmt: skip
    label = forms.CharField(label=_("Term"), max_length=200)
    definition = forms.CharField(
        label=_("What it means"), max_length=2_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    source = forms.CharField(label=_("Where the definition is from"), max_length=500)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["name"].choices = [(each, vocabulary(each)) for each in vocab.names()]

    def record(self) -> dict[str, object]:
        """Return the record to put."""
        said = self.cleaned_data
        term = {
            "code": said["code"], "label": said["label"], "definition": said["definition"],
            "definition_source": said["source"],
        }  # fmt: skip
        return {"record": "vocabulary/1", "name": said["name"], "terms": [term]}


class PlacesForm(forms.Form):
    """A file with the case's own places."""

    file = forms.FileField(
        label=_("File of places"), allow_empty_file=False,
        help_text=_("CSV with columns name, lat, lon, or GeoJSON points; at most 16 MB."),
    )  # fmt: skip


class PassphraseForm(forms.Form):
    """A new passphrase of the case; whoever changes it shows the present one."""

    now = forms.CharField(
        label=_("Present passphrase of the case"), strip=False, max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )  # fmt: skip
    new = forms.CharField(
        label=_("New passphrase"), strip=False, max_length=1024,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip
    again = forms.CharField(
        label=_("New passphrase, once more"), strip=False, max_length=1024,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Compare, and refuse one that is guessed soon."""
        said: dict[str, Any] = super().clean() or {}
        if said.get("new") and said.get("again") is not None and said["new"] != said["again"]:
            self.add_error("again", _("These are two different passphrases."))
        if said.get("new") and not strength.of(said["new"]).enough:
            self.add_error("new", _("This is guessed too soon. Take more words."))
        return said
