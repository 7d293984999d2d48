"""Times of the log, which are text, as times that Django writes in a language."""

from __future__ import annotations

from datetime import datetime


def moment(text: object) -> datetime | None:
    """Return a time of the log for a page, None where it is unknown."""
    try:
        return datetime.fromisoformat(str(text)) if text else None
    except ValueError:
        return None
