"""What the files of one delivery share, asked once."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from probatum.acts.uploads import Shared

_LONGEST = 2_000


class DeliveryForm(forms.Form):
    """Who gave it, where, on what conditions. Not knowing is an answer with a reason."""

    given_by = forms.CharField(
        label=_("Given by"), required=False, max_length=_LONGEST,
        help_text=_("A name or a pseudonym. Leave it empty if nobody knows, and say why below."),
    )  # fmt: skip
    place = forms.CharField(
        label=_("Where it was handed over"), required=False, max_length=_LONGEST
    )
    conditions = forms.CharField(
        label=_("Conditions and consent"), required=False, max_length=_LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What the giver allows and forbids, in their words."),
    )  # fmt: skip
    why = forms.CharField(
        label=_("Circumstances, or why something is unknown"), required=False,
        max_length=_LONGEST, widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Ask for a reason where nobody is named."""
        said: dict[str, Any] = super().clean() or {}
        if not said.get("given_by", "").strip() and not said.get("why", "").strip():
            self.add_error("why", _("Say who gave it, or here why nobody is named."))
        return said

    @property
    def shared(self) -> Shared:
        """Return what was said; None where nothing was."""
        said = {name: (value or "").strip() or None for name, value in self.cleaned_data.items()}
        return Shared(**said)
