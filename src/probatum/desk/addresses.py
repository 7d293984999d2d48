"""Every address of the desk. Each page that is not for everybody names the deed it serves."""

from __future__ import annotations

from django.urls import include, path

from probatum.desk.pages import home

urlpatterns = [
    path("", home.home, name="home"),
    path("accounts/", include("probatum.desk.people.addresses")),
]
