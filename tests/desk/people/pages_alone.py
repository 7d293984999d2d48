"""Addresses for tests of people: theirs, and a page of the case that nobody marked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def home(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"the case, shown to {request.user}")


urlpatterns = [path("", home, name="home"), path("", include("probatum.desk.people.addresses"))]
