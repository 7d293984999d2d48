"""One's own settings: how pages look, how one signs in, where one is signed in."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language, gettext
from django.views.decorators.http import require_http_methods, require_POST

from probatum.desk.people import acts
from probatum.desk.people.forms import MineForm
from probatum.desk.people.marks import early, open_to_all, signed_in
from probatum.desk.people.models import BrowserSession, Person


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
        return HttpResponseRedirect(reverse("person-settings"))
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
    return HttpResponseRedirect(reverse("person-settings") + "#sessions")


@signed_in
@require_POST
def end_others(request: HttpRequest) -> HttpResponseBase:
    """End all of one's own sessions but this one."""
    count = acts.end_sessions(request.user, by=request.user, but=request.session.session_key)
    messages.success(
        request, gettext("Your other sessions were ended: {count}.").format(count=count)
    )
    return HttpResponseRedirect(reverse("person-settings") + "#sessions")


@early
@require_POST
def theme(request: HttpRequest) -> HttpResponseBase:
    """Light or dark, from the menu of any page."""
    wanted = request.POST.get("theme", "")
    if wanted in Person.Theme.values:
        Person.objects.filter(pk=request.user.pk).update(theme=wanted)
    return HttpResponseRedirect(_where(request))


@open_to_all
@require_POST
def language(request: HttpRequest) -> HttpResponseBase:
    """Another language, from the menu of any page; kept for the person, or in the browser."""
    wanted = request.POST.get("language", "")
    response = HttpResponseRedirect(_where(request))
    if wanted in dict(settings.LANGUAGES) and check_for_language(wanted):
        if request.user.is_authenticated:
            Person.objects.filter(pk=request.user.pk).update(language=wanted)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, wanted, httponly=True, samesite="Strict", path="/"
        )
    return response


def _where(request: HttpRequest) -> str:
    """Where the form stood; never another host."""
    wanted = request.POST.get("next", "")
    here = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(wanted, here, require_https=request.is_secure())
    return wanted if safe else "/"


def open_sessions(person_number: int) -> list[BrowserSession]:
    """Sessions of one person that can still be used, the latest first."""
    rows = BrowserSession.objects.filter(person_id=person_number, expire_date__gt=timezone.now())
    return list(rows.order_by("-seen_at"))
