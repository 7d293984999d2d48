"""What an erasure does not reach at the desk: packages that wait, and kept searches."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from probatum.acts.waiting_packages import waiting
from probatum.desk.holding import turn
from probatum.desk.models import SavedSearch
from probatum.desk.page import page
from probatum.model.letters import fold
from probatum.model.roles import Deed

_LONGEST = 200


@page(Deed.ERASE, "GET", "POST")
def left(request: HttpRequest) -> HttpResponse:
    """List the packages; remove kept searches of everybody that hold some words, unseen."""
    words = fold(request.POST.get("words", "").strip()[:_LONGEST])
    if request.method == "POST" and words:
        gone = [
            row.pk for row in SavedSearch.objects.all()
            if words in fold(row.query) or words in fold(row.name)
        ]  # fmt: skip
        SavedSearch.objects.filter(pk__in=gone).delete()
        said = ngettext(
            "%(n)s kept search was removed.", "%(n)s kept searches were removed.", len(gone)
        )
        messages.success(request, said % {"n": len(gone)})
        return HttpResponseRedirect(reverse("settings_left"))
    with turn(request) as session:
        packages = waiting(session)
    context = {
        "packages": packages, "searches": SavedSearch.objects.count(),
        "trail": [
            {"label": _("Settings"), "href": reverse("settings")},
            {"label": _("After an erasure")},
        ],
    }  # fmt: skip
    return render(request, "desk/settings/left.html", context)
