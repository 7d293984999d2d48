"""Addresses of the desk's own files, with a digest that changes when the file does."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage

from probatum.desk.headers import VERSION_LETTERS, digest_of


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


def _digest(name: str) -> str:
    found = finders.find(name)
    return digest_of(found)[:VERSION_LETTERS] if isinstance(found, str) else ""
