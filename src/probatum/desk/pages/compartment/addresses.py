"""Addresses of compartments."""

from __future__ import annotations

from django.urls import path

from probatum.desk.pages.compartment import views

urlpatterns = [
    path("", views.compartment, name="compartment"),
    path("enter/", views.enter, name="compartment_enter"),
    path("leave/", views.leave, name="compartment_leave"),
    path("new/", views.create, name="compartment_create"),
    path("let-in/", views.let_in, name="compartment_let_in"),
    path("break-glass/", views.break_glass, name="compartment_break_glass"),
]
