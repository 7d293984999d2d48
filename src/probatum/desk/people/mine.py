"""One's own settings: how pages look, how one signs in, where one is signed in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from probatum.desk.people import acts
from probatum.desk.people.forms import MineForm
from probatum.desk.people.marks import signed_in
from probatum.desk.people.models import Session


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def me(request: HttpRequest) -> HttpResponseBase:
    """Show and change how the pages look for this person."""
    form = MineForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        person = form.save()
        if person.language:
            translation.activate(person.language)
        messages.success(request, gettext("Your settings were kept."))
        return HttpResponseRedirect(reverse("me"))
    return render(
        request,
        "desk/people/me.html",
        {
            "form": form,
            "sessions": open_sessions(request.user.pk),
            "this_session": request.session.session_key,
            "has_second_factor": request.user.has_second_factor(),
        },
        status=200 if request.method != "POST" else 422,
    )


@signed_in
@require_POST
def end_one(request: HttpRequest, public_id: UUID) -> HttpResponseBase:
    """End one of one's own sessions; another's is not found among them."""
    acts.end_sessions(request.user, by=request.user, only=str(public_id))
    return HttpResponseRedirect(reverse("me") + "#sessions")


@signed_in
@require_POST
def end_others(request: HttpRequest) -> HttpResponseBase:
    """End all of one's own sessions but this one."""
    count = acts.end_sessions(request.user, by=request.user, but=request.session.session_key)
    messages.success(
        request, gettext("Your other sessions were ended: {count}.").format(count=count)
    )
    return HttpResponseRedirect(reverse("me") + "#sessions")


def open_sessions(person_number: int) -> list[Session]:
    """Sessions of one person that can still be used, the latest first."""
    rows = Session.objects.filter(person_id=person_number, expire_date__gt=timezone.now())
    return list(rows.order_by("-seen_at"))
