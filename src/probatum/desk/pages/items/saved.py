"""Searches that a person keeps: words of their own in the desk database, no facts of the case."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext

from probatum.desk.compartments import COMPARTMENTS
from probatum.desk.models import SavedSearch
from probatum.desk.page import page
from probatum.model.roles import Deed

MOST = 100


def of(person: int) -> list[tuple[SavedSearch, str]]:
    """Return the searches of a person by name, each with its address."""
    rows = SavedSearch.objects.filter(person_id=person).order_by("name", "pk")[:MOST]
    return [(row, f"{reverse('items')}?{urlencode({'q': row.query})}") for row in rows]


@page(Deed.READ, "POST")
def keep(request: HttpRequest) -> HttpResponse:
    """Keep a search under a name; one of the same name is replaced."""
    query = request.POST.get("q", "").strip()[:2_000]
    name = " ".join(request.POST.get("name", "").split())[:100] or query[:100]
    if COMPARTMENTS.of(request) is not None:
        # The words may be a name that only members know, and the desk database is no compartment.
        messages.warning(request, gettext("Inside a compartment no search is kept."))
        return HttpResponseRedirect(f"{reverse('items')}?{urlencode({'q': query})}")
    if query and SavedSearch.objects.filter(person_id=request.user.pk).count() < MOST:
        SavedSearch.objects.update_or_create(
            person_id=request.user.pk, name=name, defaults={"query": query}
        )
        messages.success(request, gettext("The search was kept."))
    return HttpResponseRedirect(f"{reverse('items')}?{urlencode({'q': query})}")


@page(Deed.READ, "POST")
def forget(request: HttpRequest, number: int) -> HttpResponse:
    """Forget a search of one's own; another person's is not found."""
    SavedSearch.objects.filter(person_id=request.user.pk, pk=number).delete()
    return HttpResponseRedirect(reverse("items"))
