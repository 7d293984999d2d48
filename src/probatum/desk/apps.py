"""The desk as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig
from django.core import checks

from probatum.desk import brought


class DeskConfig(AppConfig):
    """Templates, files and translations of the desk; it has no tables of its own here."""

    name = "probatum.desk"
    label = "desk"

    def ready(self) -> None:
        """Have ``check`` say what is missing of the pages' programs and maps."""
        checks.register(brought.check)
