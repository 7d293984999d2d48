"""Addresses of the map."""

from __future__ import annotations

from django.urls import path

from probatum.desk.pages.map import views

urlpatterns = [
    path("", views.the_map, name="map"),
    path("points/", views.points, name="map_points"),
]
