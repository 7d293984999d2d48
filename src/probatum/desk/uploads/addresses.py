"""Addresses of uploads and receipts."""

from __future__ import annotations

from django.urls import path

from probatum.desk.uploads import comparing, tus, views

urlpatterns = [
    path("add/", views.uploads, name="uploads"),
    path("add/take/", views.take, name="uploads_take"),
    path("add/files/", tus.files, name="upload_files"),
    path("add/files/<slug:token>/", tus.file, name="upload_file"),
    path("add/<slug:token>/choice/", views.choose, name="upload_choice"),
    path("add/<slug:token>/give-up/", views.give_up, name="upload_give_up"),
    path("add/<slug:token>/picture/", views.picture, name="upload_picture"),
    path("receipts/<slug:intake>/", views.receipt, name="receipt"),
    path("compare/", comparing.compare_copy, name="compare_copy"),
    path("compare/bytes/", comparing.compare_bytes, name="compare_bytes"),
]
