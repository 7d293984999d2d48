"""The way in: make a case, open the exercise, unlock. Nothing here knows a person or a session."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from probatum.acts.exercise_case import PASSPHRASE as EXERCISE_PASSPHRASE
from probatum.acts.init_case import init_case
from probatum.desk.failing import status_of
from probatum.desk.gate import making, strength
from probatum.desk.gate.forms import FolderForm, NewCaseForm, UnlockForm, folder_for
from probatum.desk.gate.keys import COOKIE, KEYS
from probatum.desk.holding import DESK
from probatum.desk.told import told
from probatum.errors import ProbatumError

View = Callable[..., HttpResponse]


def known(view: View) -> View:
    """Answer only the browser that came with the gate key."""

    @wraps(view)
    def checked(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponse:
        said = request.GET.get("key", "")
        if said and KEYS.fits_gate(said):
            answer = HttpResponseRedirect(request.path)
            answer.set_cookie(COOKIE, said, httponly=True, samesite="Strict")
            return answer
        if not KEYS.fits_gate(request.COOKIES.get(COOKIE, "")):
            return render(request, "desk/gate/closed.html", status=403)
        return view(request, *arguments, **named)

    return checked


def _entering() -> HttpResponse:
    """Send the browser that opened the case in, as its owner."""
    return HttpResponseRedirect(f"/enter/?{urlencode({'key': KEYS.new_entry()})}")


@require_http_methods(["GET", "HEAD"])
@known
def start(request: HttpRequest) -> HttpResponse:
    """Unlock the case that the desk was started with, or choose what to begin with."""
    if DESK.folder is None:
        return render(request, "desk/gate/choose.html", {"form": FolderForm()})
    return render(request, "desk/gate/unlock.html", {"form": UnlockForm(), "folder": DESK.folder})


@require_http_methods(["POST"])
@known
def unlock(request: HttpRequest) -> HttpResponse:
    """Unlock the case with its passphrase or recovery key."""
    form = UnlockForm(request.POST)
    if DESK.folder is None:
        return HttpResponseRedirect(reverse("gate"))
    if form.is_valid():
        try:
            DESK.open(DESK.folder, form.cleaned_data["passphrase"])
            return _entering()
        except ProbatumError as error:
            if error.code == "wrong-passphrase":
                form.add_error("passphrase", _("This passphrase does not open the case."))
            else:
                form.add_error(None, told(error))
    context = {"form": form, "folder": DESK.folder}
    return render(request, "desk/gate/unlock.html", context, status=403)


@require_http_methods(["POST"])
@known
def existing(request: HttpRequest) -> HttpResponse:
    """Take a case that lies somewhere on this machine."""
    form = FolderForm(request.POST)
    if not form.is_valid():
        return render(request, "desk/gate/choose.html", {"form": form}, status=400)
    DESK.folder = form.cleaned_data["folder"]
    return HttpResponseRedirect(reverse("gate"))


@require_http_methods(["POST"])
@known
def another(request: HttpRequest) -> HttpResponse:
    """Go back to the choice, when the desk was started with a case that is not the one meant."""
    DESK.folder = None
    return HttpResponseRedirect(reverse("gate"))


@require_http_methods(["GET", "HEAD", "POST"])
@known
def create(request: HttpRequest) -> HttpResponse:
    """Make a case; its recovery key is shown once."""
    suggested = {"folder": str(folder_for(_("case")))}
    form = NewCaseForm(request.POST) if request.method == "POST" else NewCaseForm(initial=suggested)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = init_case(said["folder"], said["passphrase"], name=said["name"], by=said["by"])
            DESK.open(said["folder"], said["passphrase"])
        except ProbatumError as error:
            form.add_error(None, told(error))
        else:
            making.add_owner(said["by"], said["sign_in_name"], said["passphrase"])
            context = {
                "recovery_key": made.recovery_key, "fingerprint": made.fingerprint,
                "folder": said["folder"], "entry": KEYS.new_entry(), "case": said["name"],
            }  # fmt: skip
            return render(request, "desk/gate/recovery_key.html", context)
    status = 400 if form.is_bound else 200
    return render(request, "desk/gate/create.html", {"form": form}, status=status)


@require_http_methods(["POST"])
@known
def measured(request: HttpRequest) -> HttpResponse:
    """How strong the passphrase is that is being typed; it is kept nowhere."""
    about = (request.POST.get("name", ""), request.POST.get("by", ""))
    found = strength.of(request.POST.get("passphrase", ""), about)
    return render(request, "desk/gate/strength.html", {"strength": found})


@require_http_methods(["POST"])
@known
def exercise(request: HttpRequest) -> HttpResponse:
    """Make the invented case in a folder of its own, in the background."""
    making.EXERCISE.begin(folder_for("exercise"))
    return HttpResponseRedirect(reverse("gate_exercise_progress"))


@require_http_methods(["GET", "HEAD"])
@known
def exercise_progress(request: HttpRequest) -> HttpResponse:
    """How far it is; the page asks again by itself."""
    work = making.EXERCISE
    if work.folder is None:
        return HttpResponseRedirect(reverse("gate"))
    if work.done:
        folder: Path = work.folder
        try:
            DESK.open(folder, EXERCISE_PASSPHRASE)
        except ProbatumError as error:
            work.error, work.done = error, False  # told below; another one can be made
            return render(
                request, "desk/gate/exercise.html", {"work": work}, status=status_of(error)
            )
        work.folder = None
        making.add_owner("Exercise Analyst", "analyst", EXERCISE_PASSPHRASE)
        return _entering()
    return render(request, "desk/gate/exercise.html", {"work": work})
