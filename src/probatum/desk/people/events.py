"""The list of what happened to people: written here, read by owner and auditor."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from django.utils import timezone
from django.utils.translation import gettext

from probatum.desk.people.models import Event, Person

Kind = Literal[
    "added", "invited", "joined", "role-changed", "deactivated", "activated", "signed-in",
    "signed-in-by-passphrase", "signed-out", "other-browser", "sign-in-failed", "locked-out",
    "code-failed", "sessions-ended", "password-changed", "second-factor-added",
    "second-factor-removed", "second-factor-reset", "recovery-codes-made", "policy-changed",
]  # fmt: skip


def note(
    kind: Kind, *, about: Person | None = None, by: Person | None = None, address: str = "",
    was: str = "", now: str = "",
) -> None:  # fmt: skip
    """Write down one event, with the names as they are at this moment."""
    Event.objects.create(
        kind=kind, at=timezone.now(), about=about, about_name=about.display_name if about else "",
        by_name=by.display_name if by else "", address=address, was=was, now=now,
    )  # fmt: skip


def sentence(kind: str) -> str:
    """What an event says, in the language of the page."""
    said: dict[str, str] = {
        "added": gettext("was added"),
        "invited": gettext("was given a link to set a password"),
        "joined": gettext("set a password with the link"),
        "role-changed": gettext("was given another role"),
        "deactivated": gettext("was deactivated; all sessions were ended"),
        "activated": gettext("was activated again"),
        "signed-in": gettext("signed in"),
        "signed-in-by-passphrase": gettext("signed in with the passphrase of the case"),
        "signed-out": gettext("signed out"),
        "other-browser": gettext("had a session that another browser showed; it was ended"),
        "sign-in-failed": gettext("could not sign in: wrong name or password"),
        "locked-out": gettext("was locked out for a while after repeated failures"),
        "code-failed": gettext("could not sign in: wrong code"),
        "sessions-ended": gettext("had sessions ended"),
        "password-changed": gettext("changed the password"),
        "second-factor-added": gettext("set up a second factor"),
        "second-factor-removed": gettext("removed a second factor"),
        "second-factor-reset": gettext("had the second factor reset"),
        "recovery-codes-made": gettext("was given recovery codes"),
        "policy-changed": gettext("changed what holds for everybody"),
    }
    return said.get(kind, kind)


def failures_since(days: int, *, at: datetime | None = None) -> int:
    """How many sign-ins failed in the last days."""
    since = (at or timezone.now()) - timedelta(days=days)
    count: int = Event.objects.filter(
        kind__in=("sign-in-failed", "code-failed"), at__gte=since
    ).count()
    return count
