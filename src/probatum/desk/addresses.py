"""Every address of the desk. Each page that is not for everybody names the deed it serves."""

from __future__ import annotations

from django.urls import include, path

from probatum.desk.gate import entering
from probatum.desk.pages import home

urlpatterns = [
    path("", home.home, name="home"),
    path("enter/", entering.enter, name="enter"),
    path("accounts/", include("probatum.desk.people.addresses")),
]
