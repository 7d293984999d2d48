"""Addresses of disclosures."""

from __future__ import annotations

from django.urls import path

from probatum.desk.pages.disclosures import building, recalls, verifying, views

urlpatterns = [
    path("", views.disclosures, name="disclosures"),
    path("new/", views.new, name="disclose"),
    path("<int:index>/recall/", recalls.recall, name="recall"),
    path("recalls/<int:index>/", recalls.notice, name="recall_notice"),
    path("made/<int:number>/", building.package_made, name="package_made"),
    path("verify/", verifying.verify, name="package_verify"),
    path("verify/bytes/", verifying.arrive, name="package_arrive"),
    path("verify/<int:number>/", verifying.verified, name="package_verified"),
    path("packages/<str:name>/", views.fetch, name="package"),
    path("packages/<str:name>/remove/", views.remove, name="package_remove"),
]
