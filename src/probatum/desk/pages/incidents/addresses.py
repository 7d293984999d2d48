"""Addresses of incidents."""

from __future__ import annotations

from django.urls import path

from probatum.desk.pages.incidents import listing, one

urlpatterns = [
    path("", listing.incidents, name="incidents"),
    path("<str:ref>/", one.incident, name="incident"),
    path("<str:ref>/figures.json", one.figures, name="incident_figures"),
    path("<str:ref>/places.json", one.places, name="incident_places"),
]
