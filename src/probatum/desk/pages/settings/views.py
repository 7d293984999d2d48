"""Settings of the case. Roles bind people of the desk; the passphrase opens everything."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from probatum.acts.extractors import readers
from probatum.acts.gazetteer import import_own, layer_files
from probatum.acts.key_slots import back_up, change_passphrase, opens
from probatum.acts.own_terms import own_terms
from probatum.acts.put_record import put
from probatum.desk.failing import status_of
from probatum.desk.holding import DESK, turn
from probatum.desk.page import EVERYBODY, page
from probatum.desk.pages.settings.forms import PassphraseForm, PlacesForm, TermForm, vocabulary
from probatum.desk.people import lockout, sessions
from probatum.desk.told import told
from probatum.errors import ProbatumError
from probatum.model.roles import Deed

MOST_PLACES = 16 << 20


def _trail(last: str) -> list[dict[str, str]]:
    return [{"label": _("Settings"), "href": reverse("settings")}, {"label": last}]


@page(EVERYBODY)
def settings(request: HttpRequest) -> HttpResponse:
    """What can be set, and by whom."""
    context = {"folder": DESK.folder, "readers": readers()}
    return render(request, "desk/settings/settings.html", context)


@page(Deed.READ, "GET", "POST")
def terms(request: HttpRequest) -> HttpResponse:
    """The case's own terms, and a form for another one."""
    form = TermForm(request.POST or None)
    status = 400 if form.is_bound else 200
    with turn(request) as session:
        if form.is_bound and form.is_valid():
            try:
                put(session, form.record())
            except ProbatumError as error:
                form.add_error(None, told(error))
                status = status_of(error)
            else:
                messages.success(request, _("The term is added."))
                return HttpResponseRedirect(reverse("settings_terms"))
        own = own_terms(session)
    context = {
        "form": form,
        "own": {vocabulary(name): terms for name, terms in own.items()},
        "trail": _trail(_("Terms")),
    }
    return render(request, "desk/settings/terms.html", context, status=status)


@page(Deed.READ, "GET", "POST")
def places(request: HttpRequest) -> HttpResponse:
    """Files of places that are known here, and a way to bring the case's own."""
    form = PlacesForm(request.POST or None, request.FILES or None)
    refused: list[str] = []
    status = 400 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        try:
            data = form.cleaned_data["file"].read(MOST_PLACES + 1)
            with turn(request) as session:
                _delivery, taken, left = import_own(session, data)
        except ProbatumError as error:
            form.add_error("file", told(error))
            status = status_of(error)
        else:
            refused = [f"{each.line}: {each.error}" for each in left]
            words = ngettext("%(n)s place is in.", "%(n)s places are in.", len(taken))
            messages.success(request, words % {"n": len(taken)})
            status = 200
    context = {
        "form": form, "layers": layer_files(), "refused": refused, "trail": _trail(_("Places"))
    }  # fmt: skip
    return render(request, "desk/settings/places.html", context, status=status)


@page(Deed.MANAGE, "GET", "POST")
def passphrase(request: HttpRequest) -> HttpResponse:
    """Change the passphrase of the case; the old one opens nothing afterwards."""
    form = PassphraseForm(request.POST or None)
    status = 400 if form.is_bound else 200
    if form.is_bound and form.is_valid():
        # Guesses are counted like sign-ins: a session that was stolen opens the case no further.
        who = f"passphrase of the case {request.user.pk}"
        taken = lockout.attempt(who, sessions.visitor(request).address, timezone.now())
        if taken is None:
            form.add_error(None, _("Too many attempts. Wait a quarter of an hour."))
            status = 429
        elif _changed(request, form):
            lockout.succeeded(who, taken)
            messages.success(request, _("The passphrase of the case is changed."))
            return HttpResponseRedirect(reverse("settings"))
        else:
            form.add_error("now", _("This passphrase does not open the case."))
    context = {"form": form, "trail": _trail(_("Passphrase of the case"))}
    return render(request, "desk/settings/passphrase.html", context, status=status)


def _changed(request: HttpRequest, form: PassphraseForm) -> bool:
    with turn(request) as session:
        if not opens(session, form.cleaned_data["now"]):
            return False
        change_passphrase(session, form.cleaned_data["new"])
        return True


@page(Deed.MANAGE, "POST")
def keys(request: HttpRequest) -> HttpResponse:
    """The key files as one file, useless without the passphrase or the recovery key."""
    with tempfile.TemporaryDirectory(prefix="probatum-keys-") as folder:
        target = Path(folder) / "keys.zip"
        with turn(request) as session:
            back_up(session, target)
        answer = HttpResponse(target.read_bytes(), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = 'attachment; filename="probatum-keys.zip"'
    return answer


@page(Deed.MANAGE, "POST")
def lock(request: HttpRequest) -> HttpResponse:
    """Close the case for everybody; the passphrase opens it again."""
    DESK.close()
    return HttpResponseRedirect("/")
