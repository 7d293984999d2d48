"""Modules of the desk are looked at for examples, and Django wants its settings before that."""

from __future__ import annotations

from probatum.desk import settings

settings.configure()
