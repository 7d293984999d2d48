"""Addresses of the log."""

from __future__ import annotations

from django.urls import path

from probatum.desk.pages.log import views

urlpatterns = [
    path("", views.log, name="log"),
    path("checkpoint.svg", views.qr, name="log_qr"),
    path("checkpoint.txt", views.checkpoint_note, name="log_checkpoint"),
    path("anchors/", views.anchored, name="log_anchors"),
    path("acts/", views.acts, name="log_acts"),
    path("reads/", views.reads, name="log_reads"),
    path("check/", views.check, name="log_check"),
    path("held/", views.held, name="log_held"),
]
