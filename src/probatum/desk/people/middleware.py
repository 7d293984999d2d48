"""Nobody reaches a page of the case unseen: what is not marked as open asks who is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import add_never_cache_headers
from django.utils.http import urlencode
from django.utils.translation import gettext

from probatum.desk.people import events, sessions
from probatum.desk.people.marks import EARLY, OPEN
from probatum.desk.people.models import Policy

Answer = Callable[[HttpRequest], HttpResponseBase]


class SignedIn:
    """Asks for a sign-in, ends sessions whose time is over, and leads people to what is due."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pages of somebody signed in are kept by no cache, and not behind the back button."""
        response = self._get_response(request)
        if getattr(request, "desk_person", None) and not response.has_header("Cache-Control"):
            add_never_cache_headers(response)
        return response

    def process_view(
        self, request: HttpRequest, view: Any, _arguments: Any, _named: Any
    ) -> HttpResponseBase | None:
        """Decide before the view runs."""
        if getattr(view, OPEN, False):
            return None
        if not request.user.is_authenticated:
            return _ask(request)
        policy = Policy.current()
        if (why := sessions.ended(request, policy, timezone.now())) is not None:
            _end(request, why)
            return _ask(request)
        request.desk_person = request.user
        if getattr(view, EARLY, False):
            return None
        if request.user.must_change_password:
            return _lead(request, reverse("account_change_password"))
        if policy.second_factor_required and not request.user.has_second_factor():
            return _lead(request, reverse("mfa_index"))
        return None


class PersonLanguage:
    """Shows pages in the language that the person chose; else what the browser asks for."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Between the sign-in and the view; LocaleMiddleware has settled the rest."""
        return self._get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, _arguments: Any, _named: Any
    ) -> HttpResponseBase | None:
        """Open pages are left alone: before the case is open nobody can be asked."""
        if getattr(view, OPEN, False) or not request.user.is_authenticated:
            return None
        if request.user.language:
            translation.activate(request.user.language)
            request.LANGUAGE_CODE = translation.get_language()
        return None


def _end(request: HttpRequest, why: sessions.Ended) -> None:
    if why is sessions.Ended.ELSEWHERE:
        address = sessions.visitor(request).address
        events.note("other-browser", about=request.user, address=address)
    logout(request)


def _ask(request: HttpRequest) -> HttpResponseBase:
    """Send a person to the sign-in; tell a program that it is not signed in."""
    where = reverse("account_login")
    if request.method == "GET" and not _by_script(request):
        return HttpResponseRedirect(f"{where}?{urlencode({'next': request.get_full_path()})}")
    return _to(where, 401)


def _lead(request: HttpRequest, where: str) -> HttpResponseBase:
    return _to(where, 403) if _by_script(request) else HttpResponseRedirect(where)


def _by_script(request: HttpRequest) -> bool:
    """Whether a script asks: it would follow a redirection and take the sign-in page for data."""
    if request.headers.get("HX-Request") == "true":
        return True
    if (mode := request.headers.get("Sec-Fetch-Mode")) is not None:
        return bool(mode != "navigate")
    return "text/html" not in request.headers.get("Accept", "text/html")


def _to(where: str, status: int) -> HttpResponse:
    response = HttpResponse(
        gettext("You are not signed in any more. Reload the page."),
        status=status,
        content_type="text/plain; charset=utf-8",
    )
    response.headers["HX-Redirect"] = where
    return response
