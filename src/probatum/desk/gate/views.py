"""Unlock the case that the desk was started with."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from probatum.desk.holding import DESK
from probatum.errors import ProbatumError


@require_http_methods(["GET", "HEAD"])
def start(request: HttpRequest) -> HttpResponse:
    """The way in: unlock the case, or make one."""
    return render(request, "desk/gate/unlock.html", {"folder": DESK.folder})


@require_http_methods(["POST"])
def unlock(request: HttpRequest) -> HttpResponse:
    """Unlock the case with its passphrase."""
    if DESK.folder is None:
        return HttpResponseRedirect("/")
    try:
        DESK.open(DESK.folder, request.POST.get("passphrase", ""))
    except ProbatumError as error:
        context = {"folder": DESK.folder, "error": error}
        return render(request, "desk/gate/unlock.html", context, status=403)
    return HttpResponseRedirect("/")
