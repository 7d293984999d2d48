"""Addresses before a case is open."""

from __future__ import annotations

from django.urls import path

from probatum.desk.gate import views

urlpatterns = [
    path("", views.start, name="gate"),
    path("unlock/", views.unlock, name="gate_unlock"),
    path("existing/", views.existing, name="gate_existing"),
    path("another/", views.another, name="gate_another"),
    path("create/", views.create, name="gate_create"),
    path("create/strength/", views.measured, name="gate_strength"),
    path("exercise/", views.exercise, name="gate_exercise"),
    path("exercise/progress/", views.exercise_progress, name="gate_exercise_progress"),
]
