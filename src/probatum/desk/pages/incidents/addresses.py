"""Addresses of incidents."""

from __future__ import annotations

from django.urls import path

from probatum.desk.pages.incidents import listing, one, paper

urlpatterns = [
    path("", listing.incidents, name="incidents"),
    path("<str:ref>/", one.incident, name="incident"),
    path("<str:ref>/figures.json", one.figures, name="incident_figures"),
    path("<str:ref>/places.json", one.places, name="incident_places"),
    path("<str:ref>/paper/", paper.paper, name="incident_paper"),
    path("<str:ref>/paper/<int:number>/", paper.made, name="incident_paper_made"),
    path("<str:ref>/paper/<int:number>/file/", paper.fetched, name="incident_paper_file"),
]
