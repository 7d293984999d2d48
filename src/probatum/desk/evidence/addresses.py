"""The one address of evidence."""

from __future__ import annotations

from django.urls import path

from probatum.desk.evidence.views import evidence

urlpatterns = [path("<str:said>/", evidence, name="evidence")]
