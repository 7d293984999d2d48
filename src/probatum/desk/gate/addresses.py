"""Addresses before a case is open."""

from __future__ import annotations

from django.urls import path

from probatum.desk.gate import views

urlpatterns = [
    path("", views.start, name="gate"),
    path("unlock", views.unlock, name="gate_unlock"),
]
