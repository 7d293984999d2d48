"""Addresses below ``numbers/lists/``."""

from __future__ import annotations

from django.urls import path

from probatum.desk.pages.counting import lists

urlpatterns = [
    path("", lists.victim_lists, name="victim_lists"),
    path("<str:ref>/", lists.victim_list, name="victim_list"),
]
