"""From the gate to the desk: whoever opened the case enters as its owner, once."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from probatum.desk.gate.forms import FirstPersonForm
from probatum.desk.gate.keys import KEYS
from probatum.desk.holding import DESK
from probatum.desk.people import acts
from probatum.desk.people.marks import open_to_all
from probatum.desk.people.models import Person


@open_to_all
@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Sign the holder of the passphrase in: as the only owner, a chosen one, or the first."""
    key = (request.POST if request.method == "POST" else request.GET).get("key", "")
    if not KEYS.fits_entry(key):
        return HttpResponseRedirect("/")
    owners = list(Person.objects.owners().order_by("pk"))
    if not owners:
        return _first(request, key)
    chosen = owners[0] if len(owners) == 1 else _chosen(request, owners)
    if chosen is None:
        return render(request, "desk/gate/who.html", {"owners": owners, "key": key})
    if KEYS.take_entry(key):
        acts.sign_in_as(request, chosen)
    return HttpResponseRedirect("/")


def _chosen(request: HttpRequest, owners: list[Person]) -> Person | None:
    said = request.POST.get("owner", "")
    return next((owner for owner in owners if str(owner.pk) == said), None)


def _first(request: HttpRequest, key: str) -> HttpResponse:
    """A case that was made on the command line has nobody at its desk yet."""
    if request.method == "POST":
        form = FirstPersonForm(request.POST)
        if form.is_valid() and KEYS.fits_entry(key):
            said = form.cleaned_data
            try:
                person = acts.first_owner(said["by"], said["sign_in_name"], said["password"])
            except ValidationError as error:
                form.add_error(None, error)
            else:
                KEYS.take_entry(key)
                acts.sign_in_as(request, person)
                return HttpResponseRedirect("/")
    else:
        with DESK.turns.first() as session:
            form = FirstPersonForm(initial={"by": session.by})
    return render(request, "desk/gate/first_person.html", {"form": form, "key": key})
