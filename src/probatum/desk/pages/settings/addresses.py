"""Addresses of the settings."""

from __future__ import annotations

from django.urls import path

from probatum.desk.pages.map import tiles
from probatum.desk.pages.settings import left, views

urlpatterns = [
    path("", views.settings, name="settings"),
    path("terms/", views.terms, name="settings_terms"),
    path("places/", views.places, name="settings_places"),
    path("map/", tiles.choose, name="settings_map"),
    path("passphrase/", views.passphrase, name="settings_passphrase"),
    path("keys/", views.keys, name="settings_keys"),
    path("left/", left.left, name="settings_left"),
    path("lock/", views.lock, name="settings_lock"),
]
