"""Erase an item or a record: what goes, what stays, and no way back. For owners.

The reference is typed, as at the terminal. Erasing makes the index anew, which takes minutes in a
large case: it is a job, but for records of a compartment, which jobs cannot see.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from probatum.acts.closure import Citing, Closure
from probatum.acts.erase_item import erase, plan, require_erasable
from probatum.desk.holding import turn
from probatum.desk.jobs.asking import ask
from probatum.desk.page import in_their_language, page
from probatum.errors import InputError, ProbatumError, UseError
from probatum.model.roles import Deed

if TYPE_CHECKING:
    from django.utils.functional import Promise

REASONS: Mapping[str, str | Promise] = {
    "consent-withdrawn": lazy("The person withdrew consent"),
    "protection": lazy("Keeping it endangers a person"),
    "data-subject-request": lazy("A person asked for erasure of their data"),
    "retention-ended": lazy("The agreed time of keeping is over"),
    "unlawful": lazy("It must not have been collected or kept"),
    "out-of-scope": lazy("Private material of third parties without relevance"),
    "court-order": lazy("A court ordered it"),
}
# ``acts.closure.CANNOT_REACH``, in the words of the desk.
REMAINS: tuple[str | Promise, ...] = (
    lazy("Back-ups and file-system snapshots of the case folder: erase there too, or let them "
         "expire."),
    lazy("Back-ups of the keys, and a folder that a restored key set aside: delete them."),
    lazy("Remnants on flash storage, readable only together with the passphrase or recovery key."),
    lazy("Copies that were disclosed, exported or received by others."),
    lazy("Packages that wait to be fetched, and kept searches that name it: look through them "
         "under Settings, After an erasure."),
    lazy("What people remember or wrote down elsewhere."),
)  # fmt: skip
MOST = 100


@page(Deed.ERASE, "GET", "HEAD", "POST")
def erasure(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what an erasure means; with the reference typed and a reason, have it done."""
    wrong: ProbatumError | None = None
    reason = ""
    citing = _citing(request.POST.get("citing", ""))
    with turn(request) as session:
        with in_their_language():
            closure = plan(session, ref)
        if request.method == "POST":
            try:
                reason = _asked(request, closure, citing)
            except (InputError, UseError) as error:
                wrong = error
        if reason and closure.is_inside:
            erase(session, closure.row.id, reason, citing=citing)
            messages.success(request, _("Erased. Its key was destroyed."))
            return redirect("compartment")
    if reason:
        job = ask(request, "erase", ref=closure.row.id, reason=reason, citing=citing or "",
                  seen=closure.digest)  # fmt: skip
        return render(request, "desk/erasing/working.html", {"job": job, "ref": closure.ref})
    shown = _context(closure) | {"wrong": wrong, "said": request.POST}
    return render(request, "desk/erasing/erase.html", shown, status=400 if wrong else 200)


@in_their_language()
def _context(closure: Closure) -> dict[str, object]:
    href = reverse("item" if closure.is_item else "record", args=[closure.ref])
    words = [each for each in closure.citing if each.row.noun != "suggestion"]
    return {
        "closure": closure, "ref": closure.ref, "href": href, "reasons": REASONS.items(),
        "remains": REMAINS, "citing": words[:MOST], "citing_more": len(words) - MOST,
        "suggestions": len(closure.citing) - len(words),
        "naming": closure.naming[:MOST], "naming_more": len(closure.naming) - MOST,
        "title": closure.caption,
        "trail": [{"label": closure.ref, "href": href}, {"label": _("Erase"), "href": None}],
    }  # fmt: skip


def _asked(request: HttpRequest, closure: Closure, citing: Citing | None) -> str:
    """Return the reason once everything that is needed was said."""
    reason: str = request.POST.get("reason", "")
    if reason not in REASONS:
        raise UseError("wrong-use", item="the reason", expected="one of the list", found="none",
                       remedy="choose the one that fits; the log shows it for ever")  # fmt: skip
    if request.POST.get("seen", "") != closure.digest:
        raise UseError("wrong-use", item="what hangs on " + closure.ref,
                       expected="what was shown before", found="records that came or were revised "
                       "meanwhile", remedy="look at it once more, and decide again")  # fmt: skip
    require_erasable(closure, citing)
    typed: str = request.POST.get("typed", "").strip()
    if typed.upper() != closure.ref.upper():
        raise UseError("wrong-use", item="the reference as typed", expected=closure.ref,
                       found="something else", remedy="nothing was erased")  # fmt: skip
    return reason


def _citing(said: str) -> Citing | None:
    return cast("Citing", said) if said in ("erase", "keep") else None
