"""The desk as a WSGI application, made in the process that serves it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from probatum.desk import settings


def application(folder: Path | None, secret: str | None, person: str | None) -> Callable[..., Any]:
    """Set Django up; open the case if the terminal was told its passphrase.

    Raises as ``open_session`` does.
    """
    settings.configure()
    from django.core.wsgi import get_wsgi_application

    from probatum.desk.holding import DESK

    DESK.folder = folder
    made: Callable[..., Any] = get_wsgi_application()
    if folder is not None and secret is not None:
        DESK.open(folder, secret, person)
    return made
