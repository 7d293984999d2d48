"""The Django application of people."""

from __future__ import annotations

from django.apps import AppConfig


class People(AppConfig):
    """Known to Django as ``people``; connects what allauth tells to the list of events."""

    name = "probatum.desk.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Begin listening."""
        from probatum.desk.people import listening

        listening.begin()
