"""The desk as a WSGI application, made in the process that serves it."""

from __future__ import annotations

from collections.abc import Callable
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any

from probatum.desk import settings


def application(
    folder: Path | None, secret: str | None, person: str | None, key: str, port: int
) -> Callable[..., Any]:
    """Set Django up; open the case if the terminal was told its passphrase.

    ``key`` is what the terminal's browser comes with. Raises as ``open_session`` does.
    """
    settings.configure(port=port)
    from django.core.wsgi import get_wsgi_application

    from probatum.desk.gate.keys import KEYS
    from probatum.desk.holding import DESK

    DESK.folder = folder
    KEYS.gate = key
    made: Callable[..., Any] = get_wsgi_application()
    if folder is not None and secret is not None:
        DESK.open(folder, secret, person)
        KEYS.new_entry(key)
    Finalize(None, DESK.close, exitpriority=100)  # reads of the last minute are anchored too
    return made
