"""Addresses of the desk's own files, with a digest that changes when the file does."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import ClassVar

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class Storage(StaticFilesStorage):
    """Files are served from where they lie; nothing is collected or renamed."""

    # A page asks a hundred times for the address of its icons.
    _addresses: ClassVar[dict[str | None, str]] = {}

    def url(self, name: str | None) -> str:
        """Return the address of a file: a browser asks anew for one that changed."""
        known = self._addresses.get(name)
        if known is None:
            plain, digest = super().url(name), _digest(name or "")
            known = self._addresses[name] = f"{plain}?v={digest}" if digest else str(plain)
        return known


@cache
def _digest(name: str) -> str:
    found = finders.find(name)
    if not isinstance(found, str):
        return ""
    with open(found, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:12]
