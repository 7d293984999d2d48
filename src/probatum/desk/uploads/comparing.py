"""Compare a copy: are these the bytes that were taken into custody?"""

from __future__ import annotations

import hashlib
import re

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from probatum.acts.compare_copy import compare
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.model.roles import Deed

_SHA256 = re.compile(r"[0-9a-fA-F]{64}")
_PIECE = 1 << 20


@page(Deed.READ, "GET", "POST")
def compare_copy(request: HttpRequest) -> HttpResponse:
    """Drop a file, or type a digest."""
    said = request.POST.get("sha256", "").strip()
    context: dict[str, object] = {
        "said": said,
        "trail": [{"label": _("Items"), "href": reverse("items")}, {"label": _("Compare a copy")}],
    }
    if said and _SHA256.fullmatch(said):
        with turn(request) as session:
            context["found"] = compare(session, said.lower())
    elif request.method == "POST":
        context["wrong"] = True
    status = 400 if "wrong" in context else 200
    return render(request, "desk/uploads/compare.html", context, status=status)


@page(Deed.READ, "POST")
def compare_bytes(request: HttpRequest) -> HttpResponse:
    """Read a file as it comes and keep nothing of it; answer with what it is."""
    digest = hashlib.sha256()
    while piece := request.read(_PIECE):
        digest.update(piece)
    with turn(request) as session:
        found = compare(session, digest.hexdigest())
    return render(request, "desk/uploads/compared.html", {"found": found})
