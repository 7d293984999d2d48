"""The page of a disclosure that is not made yet: its form, what would leave, what hinders it."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from probatum.acts.list_disclosures import Given
from probatum.acts.mirror_disclosure import Cleared, Mirror
from probatum.acts.named_fields import NamedFields
from probatum.desk.pages.disclosures.forms import (
    DiscloseForm,
    named_reason_is_missing,
    reason_is_missing,
    reasons_given,
)
from probatum.desk.pages.disclosures.hits import decided, kept, rooms
from probatum.desk.pages.disclosures.mirroring import CODES_OF_REASONS, named_rows, shown
from probatum.errors import CODES, InputError, ProbatumError


def trail(last: str) -> list[dict[str, str]]:
    """Return the way back to the disclosures."""
    return [{"label": _("Disclosure"), "href": reverse("disclosures")}, {"label": last}]


def form_page(
    request: HttpRequest, form: DiscloseForm, error: ProbatumError | None = None,
    status: int = 200, *, choices: Cleared | None = None, found: Mirror | None = None,
    named: NamedFields | None = None, posted: QueryDict | None = None, again: str = "",
    prepared: Sequence[Given] = (), plain: bool = False,
) -> HttpResponse:  # fmt: skip
    """Return the page; ``plain`` shows what was said without the faults of the form.

    ``posted`` is what was said (None: with this request); ``again`` names an order in memory whose
    passphrase or keys still hold; ``prepared`` are disclosures in the log of a job that ended.
    """
    said_now = request.POST if posted is None else posted
    hits = rooms(error.details) if error is not None and error.code == "leak" else []
    said = decided(said_now)
    if error is not None and hits:  # what to do stands with them; that of the terminal is no use
        error = InputError("leak", item=error.item, expected=error.expected, found=error.found)
    if error is not None and error.item.startswith("--resolve"):
        said = []  # what was found has changed: it is looked for again, and decided again
    # What stands in the way of a look has to be mended first; of a package, it is answered here.
    can_be_made = found is not None or (form.is_bound and not form.looks)
    if plain:
        form = DiscloseForm(initial={
            **{name: said_now.get(name, "") for name in form.fields},
            "with_originals": "with_originals" in said_now, "complete": "complete" in said_now,
        }, kept=form.kept)  # fmt: skip
    withheld = form["withhold"].value() or ""
    context = {
        "choices": choices, "can_be_made": can_be_made,
        "mirror": shown(found) if found is not None else None, "found": found,
        "named": named, "named_rows": named_rows(named) if named is not None else [],
        "named_words": said_now.get("named", ""),
        "named_reason_is_missing": named_reason_is_missing(said_now),
        "named_leaves": named is not None and bool(named.fields) and said_now.get("do") == "make",
        "reasons": reasons_given(str(withheld)), "again": again, "prepared": prepared,
        "reason_is_missing": reason_is_missing(said_now), "codes": CODES_OF_REASONS,
        "form": form, "error": error, "hits": hits, "kept": kept(said, hits),
        "trail": trail(_("New")),
        "meaning": CODES[error.code] if error is not None else "",
        "unchecked": error is not None and error.code == "not-checked",
    }  # fmt: skip
    return render(request, "desk/disclosures/new.html", context, status=status)
