"""Verify a package at the desk: one of ours that was fetched, or anybody's. Nothing of it is taken.

The file comes in as it is (``arrive``) and waits in scratch room under a key of this process; its
passphrase, the keys and the answer are in memory. A browser without scripts sends small ones with
the form.
"""

from __future__ import annotations

from collections.abc import Iterator

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from probatum.acts.look_at_package import Looked, Opening, room_for
from probatum.acts.look_at_package import arrive as take_in
from probatum.desk.holding import turn
from probatum.desk.jobs.asking import ask
from probatum.desk.models import Job
from probatum.desk.page import page
from probatum.desk.pages.disclosures.building import shown_anew
from probatum.errors import UseError
from probatum.jobs.orders import ORDERS, PackageOrder, VerificationOrder
from probatum.model.roles import Deed, Role, may

_PIECE = 1 << 20
MOST_POLICY = 1 << 20
TITLES = {
    1: lazy("Whose log it is"), 2: lazy("The container"), 3: lazy("The list of its parts"),
    4: lazy("The checkpoint"), 5: lazy("The entry about this disclosure"),
    6: lazy("The entries, in the log"), 7: lazy("What they say, and what is withheld"),
    8: lazy("The files"), 9: lazy("Custody, without gaps"), 10: lazy("Chains of earlier senders"),
    11: lazy("Left to other programs"), 12: lazy("What no program can show"),
}  # fmt: skip


class VerifyForm(forms.Form):
    """Whose log it should be, and what opens the package."""

    use_required_attribute = False

    whose = forms.ChoiceField(
        label=lazy("Who made it"), widget=forms.RadioSelect, initial="other",
        choices=[("ours", lazy("This case")), ("other", lazy("Somebody else"))],
    )  # fmt: skip
    key = forms.CharField(
        label=lazy("Their key or fingerprint"), required=False, max_length=400,
        widget=forms.TextInput(attrs={"dir": "ltr", "class": "mono", "autocomplete": "off"}),
        help_text=lazy("It has to reach you by another way than the package. Without it nobody "
                       "can say whose log this is."),
    )  # fmt: skip
    policy = forms.CharField(
        label=lazy("Or a policy that names logs (C2SP tlog-policy)"), required=False,
        max_length=MOST_POLICY,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "ltr", "class": "mono"}),
    )  # fmt: skip
    passphrase = forms.CharField(
        label=lazy("Passphrase of the package"), strip=False, required=False, max_length=1024,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )  # fmt: skip
    identity = forms.CharField(
        label=lazy("Or your key"), required=False, max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "ltr", "class": "mono",
                                     "autocomplete": "off"}),
        help_text=lazy("Lines that begin with AGE-SECRET-KEY-1. It stays in memory, and is "
                       "forgotten when the package is open."),
    )  # fmt: skip

    def opening(self) -> Opening:
        """Return what was said."""
        said = self.cleaned_data
        is_ours = said["whose"] == "ours"
        return Opening(
            passphrase=said["passphrase"] or None, identity=said["identity"].strip() or None,
            key=None if is_ours else said["key"].strip() or None,
            policy=None if is_ours else said["policy"].strip() or None, is_ours=is_ours,
        )  # fmt: skip


@page(Deed.READ, "GET", "HEAD", "POST")
def verify(request: HttpRequest) -> HttpResponse:
    """Choose a file, say whose it should be and what opens it."""
    if request.method != "POST":
        whose = "ours" if request.GET.get("whose") == "ours" else "other"
        return _asked(request, VerifyForm(initial={"whose": whose}))
    form = VerifyForm(request.POST)
    by, name = request.user.display_name, request.POST.get("arrived", "")
    found = ORDERS.fetch(name, by)
    if not isinstance(found, VerificationOrder) or found.arrived is None:
        name, sent = "", request.FILES.get("package")
        if sent is None:
            return _asked(request, form, missing=True, status=400)
        with turn(request) as session:
            folder = room_for(session, sent.size)
        found = VerificationOrder(arrived=take_in(folder, sent.name, sent.size, sent.chunks()))
        name = ORDERS.keep(by, found)
    if not form.is_valid():
        return _asked(request, form, found, name, status=400)
    found.opening, found.busy = form.opening(), True
    found.was_ours = found.opening.is_ours
    found.error = found.looked = None
    return redirect("package_verified", ask(request, "verify", order=name).pk)


def _asked(
    request: HttpRequest, form: VerifyForm, found: VerificationOrder | None = None, name: str = "",
    status: int = 200, **more: object,
) -> HttpResponse:  # fmt: skip
    context = {
        "form": form, "arrived": found.arrived if found is not None else None, "name": name,
        "trail": _trail(_("Verify a package")), **more,
    }  # fmt: skip
    return render(request, "desk/disclosures/verify.html", context, status=status)


@page(Deed.READ, "POST")
def arrive(request: HttpRequest) -> JsonResponse:
    """Take in a file as it comes, and answer with the name under which it waits in memory."""
    try:
        size = int(request.headers.get("Content-Length", ""))
    except ValueError:
        raise UseError("wrong-use", item="the package", expected="its size",
                       found="none") from None  # fmt: skip
    with turn(request) as session:
        folder = room_for(session, size)
    name = request.GET.get("name", "")[:300]
    found = VerificationOrder(arrived=take_in(folder, name, size, _pieces(request)))
    return JsonResponse({"arrived": ORDERS.keep(request.user.display_name, found)})


def _pieces(request: HttpRequest) -> Iterator[bytes]:
    while piece := request.read(_PIECE):
        yield piece


@page(Deed.READ)
def verified(request: HttpRequest, number: int) -> HttpResponse:
    """How far it is, then the answer; of a package that was just made here, the same."""
    job = Job.objects.filter(
        pk=number, task__in=("verify", "package"), by=request.user.display_name
    ).first()
    if job is None or (job.task == "package" and not may(Role(request.user.role), Deed.DISCLOSE)):
        raise Http404
    if shown_anew(request, job):
        return HttpResponse(headers={"HX-Refresh": "true"})
    name = str(job.result.get("order") or job.given.get("order", ""))
    found = ORDERS.fetch(name, job.by)
    looked = found.looked if isinstance(found, VerificationOrder | PackageOrder) else None
    if job.state == "failed" and isinstance(found, VerificationOrder):
        if found.arrived is not None and not found.stop.is_set():
            ours = "ours" if found.was_ours else "other"
            form = VerifyForm(initial={"whose": ours})
            return _asked(request, form, found, name, error=found.error or job.error,
                          meaning=job.error.get("meaning", ""))  # fmt: skip
    context = {"job": job, "looked": looked, "steps": _steps(looked),
               "is_ours": job.task == "package", "trail": _trail(_("Verification"))}  # fmt: skip
    return render(request, "desk/disclosures/verified.html", context)


def _steps(looked: Looked | None) -> list[dict[str, object]]:
    return [
        {"number": each.number, "title": TITLES.get(each.number, each.title), "state": each.state,
         "findings": each.findings}
        for each in (looked.steps if looked is not None else ())
    ]  # fmt: skip


def _trail(last: str) -> list[dict[str, str]]:
    return [{"label": _("Disclosure"), "href": reverse("disclosures")}, {"label": last}]
