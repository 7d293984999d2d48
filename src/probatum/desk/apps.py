"""The desk as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Templates, files and translations of the desk; it has no tables of its own here."""

    name = "probatum.desk"
    label = "desk"
