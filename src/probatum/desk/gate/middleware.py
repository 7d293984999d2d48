"""While no case is open, every address leads to the gate, and nothing behind it runs."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, resolve, set_urlconf
from django.views.decorators.csrf import csrf_protect

from probatum.desk.holding import DESK

ADDRESSES = "probatum.desk.gate.addresses"


class Gate:
    """Answers by itself until a case is open: sessions and people lie in its database."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on to the desk, or answer from the gate's own addresses."""
        if DESK.is_open:
            return self._get_response(request)
        try:
            found = resolve(request.path_info, urlconf=ADDRESSES)
        except Resolver404:
            return HttpResponseRedirect("/")
        set_urlconf(ADDRESSES)
        try:
            answer: HttpResponse = csrf_protect(found.func)(request, *found.args, **found.kwargs)
        finally:
            set_urlconf(None)
        return answer
