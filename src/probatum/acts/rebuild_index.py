"""Make the index anew from the logs: one read entry, since all content passes by."""

from __future__ import annotations

from collections.abc import Callable

from probatum.acts.session import Session, no_progress, require_writable


def rebuild(session: Session, on_progress: Callable[[int, int], None] = no_progress) -> int:
    """Delete the index and build it again; return the number of entries taken."""
    require_writable(session)
    session.saw("index rebuild", [])
    session.index.purge()
    session.case.forget_news()  # all of it is to come from the logs
    return session.index.follow(session.case, on_progress)
