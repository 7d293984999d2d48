"""What somebody who discloses says; the act checks all of it again."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from probatum.acts.disclose_items import (
    Decisions,
    Handling,
    Protection,
    Withholding,
    parse_approval,
    parse_withholding,
)
from probatum.desk.pages.disclosures.hits import decided
from probatum.desk.pages.review.wording import terms

_LONGEST = 2_000
# Fields that people withhold; others can be typed on the command line.
FIELDS = (
    "by", "file_name", "source_path", "modified_at", "given_by", "place", "conditions", "text",
    "names", "speaker", "quote", "notes",
)  # fmt: skip


# Buttons that show what would leave and make nothing; "undo" has what is opened again.
LOOKS = ("look", "keep", "keep-named")
SECRET = ("passphrase", "recipients", "csrfmiddlewaretoken", "again", "do")


def gathered(posted: QueryDict) -> QueryDict:
    """Return what was sent with what was ticked: things to give, and fields to withhold."""
    said = posted.copy()
    given = posted.get("items", "").replace(",", " ").split()
    said["items"] = " ".join(dict.fromkeys([*given, *posted.getlist("choose")]))
    said["withhold"] = posted.get("withhold", "")
    for names in TICKED:
        _withhold(said, posted, *names)
    if undone := posted.get("undo"):
        lines = said["withhold"].splitlines()
        said["withhold"] = "\n".join(each for each in lines if _reason(each) != undone)
    return said


# What is ticked, and its code, basis and approver. Fields that name what was looked for are ticked
# unasked, and are withheld by their own button alone.
TICKED = (
    ("keep", "code", "basis", "keep_by"),
    ("keep_named", "named_code", "named_basis", "named_by"),
)


def _withhold(
    said: QueryDict, posted: QueryDict, ticked: str, code: str, basis: str, approver: str
) -> None:
    why, basis_said, by = (
        " ".join(posted.get(name, "").split()) for name in (code, basis, approver)
    )
    if not (why and basis_said) or (ticked == "keep_named" and posted.get("do") != "keep-named"):
        return
    reason = f"{why}@{by}:{basis_said}" if by else f"{why}:{basis_said}"
    lines = said["withhold"].splitlines()
    known = {line.partition("=")[0].strip() for line in lines}
    new = [each for each in dict.fromkeys(posted.getlist(ticked)) if each not in known]
    said["withhold"] = "\n".join([*lines, *(f"{each}={reason}" for each in new)])


def _reason(line: str) -> str:
    code, _, basis = line.partition("=")[2].partition(":")
    return f"{code.strip()}:{basis.strip()}"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason to withhold as it was ``said``, in its parts, and how many lines give it."""

    said: str
    code: str
    basis: str
    approver: str
    lines: int


def reasons_given(lines: str) -> list[Reason]:
    """Return each reason to withhold, in their order."""
    found = Counter(_reason(line) for line in lines.splitlines() if line.strip())
    return [_parts(said, count) for said, count in found.items()]


def _parts(said: str, count: int) -> Reason:
    code, _, basis = said.partition(":")
    code, _, approver = (part.strip() for part in code.partition("@"))
    return Reason(said, code, basis, approver, count)


def words_of(posted: QueryDict) -> dict[str, list[str]]:
    """Return what was said, to be asked again: without what is secret."""
    return {name: posted.getlist(name) for name in posted if name not in SECRET}


def reason_is_missing(posted: QueryDict) -> bool:
    """Say whether fields were ticked without a code or a basis: then nothing is made of them."""
    said = all(posted.get(name, "").strip() for name in ("code", "basis"))
    return not said and ("keep" in posted or posted.get("do") == "keep")


def named_reason_is_missing(posted: QueryDict) -> bool:
    """Say whether fields that name something were to be withheld, and nothing came of it."""
    said = all(posted.get(name, "").strip() for name in ("named_code", "named_basis", "keep_named"))
    return not said and posted.get("do") == "keep-named"


class DiscloseForm(forms.Form):
    """One disclosure."""

    use_required_attribute = False  # what is given may be ticked instead of written

    items = forms.CharField(
        label=_("What is given"), max_length=40_000,
        error_messages={"required": _("Choose what is given.")},
        widget=forms.Textarea(attrs={"rows": 3, "dir": "ltr", "class": "mono"}),
        help_text=_("References of items and records, spaces between. All have to be cleared."),
    )  # fmt: skip
    to = forms.CharField(label=_("To whom"), max_length=_LONGEST)
    purpose = forms.CharField(label=_("What for"), max_length=_LONGEST)
    use = forms.ChoiceField(
        label=_("In the words of consent"), required=False,
        help_text=_("Where somebody consented to some uses only, say which one this is."),
    )  # fmt: skip
    confidentiality = forms.ChoiceField(
        label=_("How far they may pass it on"), required=False,
        help_text=_("Stands in the package and in the log."),
    )  # fmt: skip
    disclosure_type = forms.ChoiceField(label=_("Disclosed as"), required=False)
    withhold = forms.CharField(
        label=_("Withheld"), required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "ltr", "class": "mono"}),
        help_text=_(
            "One field a line, with code and basis: given_by=safety:The giver is at risk. "
            "With a reference before it for one item only: HV-00002-R.file_name=… "
            "With @ and a name behind the code for whoever approved it."
        ),
    )  # fmt: skip
    withheld_by = forms.CharField(
        label=_("Who approved what is withheld, if not you"), required=False, max_length=200
    )
    with_originals = forms.BooleanField(
        label=_("With the files themselves"), required=False, initial=True
    )
    complete = forms.BooleanField(
        label=_("Complete: show also that no later entry about them is missing"), required=False
    )
    passphrase = forms.CharField(
        label=_("Passphrase of the package"), strip=False, required=False, max_length=1024,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("Another one than that of the case. Tell it to the recipient by another way."),
    )  # fmt: skip
    recipients = forms.CharField(
        label=_("Or keys of the recipient"), required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "ltr", "class": "mono"}),
        help_text=_("Lines that begin with age1: only their holders open the package."),
    )  # fmt: skip
    approver = forms.CharField(
        label=_("Who approves what cannot be searched"), required=False, max_length=200
    )
    approval = forms.CharField(label=_("and why"), required=False, max_length=_LONGEST)

    def __init__(self, *arguments: Any, kept: Protection | None = None, **named: Any) -> None:
        """``kept``: how the package was to be protected when it was asked for before."""
        super().__init__(*arguments, **named)
        self.kept = kept if kept is not None and (kept.passphrase or kept.encrypt_to) else None
        said = self.is_bound and (self.data.get("do") in LOOKS or "undo" in self.data)
        self.looks = bool(said)
        for name in ("use", "confidentiality", "disclosure_type"):
            self.fields[name].choices = [("", "—"), *terms(name.replace("_", "-"))]

    def clean(self) -> dict[str, Any]:
        """Ask for one way to protect the package, once it is to be made."""
        said: dict[str, Any] = super().clean() or {}
        if self.looks:
            return said
        ways = bool(said.get("passphrase")), bool(said.get("recipients", "").strip())
        if self.kept is not None and not any(ways):
            return said
        if ways[0] == ways[1]:
            self.add_error("passphrase", _("Give a passphrase or keys of the recipient: one way."))
        return said

    def references(self) -> list[str]:
        """Return what is given, in the order in which it was said."""
        return str(self.cleaned_data["items"]).replace(",", " ").split()

    def withholdings(self) -> list[Withholding]:
        """Return what is withheld. Raises UseError ``wrong-use``."""
        lines = str(self.cleaned_data["withhold"]).splitlines()
        rules = [parse_withholding(line.strip()) for line in lines if line.strip()]
        by = self.cleaned_data["withheld_by"].strip() or None
        return [replace(rule, approver=rule.approver or by) for rule in rules]

    def handling(self) -> Handling:
        """Return how the recipient is to treat it."""
        said = self.cleaned_data
        return Handling(said["confidentiality"] or None, said["disclosure_type"] or None)

    def protection(self) -> Protection:
        """Return how the package is protected: as said now, else as said before."""
        if self.kept is not None and not (
            self.cleaned_data["passphrase"] or self.cleaned_data["recipients"].strip()
        ):
            return self.kept
        keys = tuple(str(self.cleaned_data["recipients"]).split())
        return Protection(keys, self.cleaned_data["passphrase"] or None, False)

    def decisions(self, posted: Any) -> Decisions:
        """Return what was decided about the finds of the leak check. Raises UseError."""
        approver, why = self.cleaned_data["approver"].strip(), self.cleaned_data["approval"].strip()
        approval = parse_approval(f"{approver}:{why}") if approver or why else None
        return Decisions(decided(posted), approval)
