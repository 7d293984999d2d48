"""Sessions in the desk database, each with its person: so that an owner can see and end them.

What the row says about a session travels inside the session's own data (``ABOUT``), because Django
writes the whole row anew each time.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.http import HttpRequest

from probatum.desk.people.models import BrowserSession, Person, Policy

ABOUT = "desk_session"
WRITE_AFTER_SECONDS = 60  # a look at a page is written down at most this often


class SessionStore(DatabaseStore):
    """Django's store, with rows that name the person."""

    @classmethod
    def get_model_class(cls) -> type[BrowserSession]:
        """The table."""
        return BrowserSession

    def create_model_instance(self, data: dict[str, Any]) -> BrowserSession:
        """The row for this session's data."""
        row: BrowserSession = super().create_model_instance(data)
        row.person_id = data.get("_auth_user_id")
        about = data.get(ABOUT)
        if about:
            row.public_id = uuid.UUID(about["public_id"])
            row.began_at = _moment(about["began"])
            row.seen_at = _moment(about["seen"])
            row.address = about["address"]
            row.browser = about["browser"]
        return row

    def cycle_key(self) -> None:
        """Go on under another key, and another public name: for a moment there are two rows."""
        if about := self.get(ABOUT):
            self[ABOUT] = {**about, "public_id": str(uuid.uuid4())}
        super().cycle_key()


@dataclass(frozen=True, slots=True)
class Visitor:
    """Where a request comes from, as far as it says."""

    address: str
    browser: str


def visitor(request: HttpRequest) -> Visitor:
    """Address and browser of a request, cut to what the table holds."""
    return Visitor(
        address=str(request.META.get("REMOTE_ADDR") or "")[:64],
        browser=str(request.META.get("HTTP_USER_AGENT") or "")[:300],
    )


def begin(request: HttpRequest, at: datetime) -> None:
    """Write into a fresh session whose browser it is and when it began."""
    who = visitor(request)
    request.session[ABOUT] = {
        "public_id": str(uuid.uuid4()), "began": at.timestamp(), "seen": at.timestamp(),
        "address": who.address, "browser": who.browser,
    }  # fmt: skip


class Ended(Enum):
    """Why a signed-in session may not go on."""

    UNKNOWN = "unknown"  # begun by something that is not the sign-in
    IDLE = "idle"
    OLD = "old"
    ELSEWHERE = "elsewhere"  # shown by another browser: somebody carried the cookie away


def ended(request: HttpRequest, policy: Policy, at: datetime) -> Ended | None:
    """Why a signed-in session may not go on, or None; notes that it was seen."""
    about = request.session.get(ABOUT)
    if not about:
        return Ended.UNKNOWN
    if about["browser"] != visitor(request).browser:
        return Ended.ELSEWHERE
    if at - _moment(about["seen"]) > timedelta(minutes=policy.idle_minutes):
        return Ended.IDLE
    if at - _moment(about["began"]) > timedelta(hours=policy.longest_hours):
        return Ended.OLD
    if at - _moment(about["seen"]) > timedelta(seconds=WRITE_AFTER_SECONDS):
        request.session[ABOUT] = {**about, "seen": at.timestamp()}
    return None


def end_all(person: Person, *, but: str | None = None) -> int:
    """End a person's sessions, all but the one with the key ``but``; return how many."""
    rows = BrowserSession.objects.filter(person=person)
    if but is not None:
        rows = rows.exclude(session_key=but)
    count: int = rows.delete()[0]
    return count


def forget_expired(at: datetime) -> None:
    """Delete sessions that can no longer be used."""
    BrowserSession.objects.filter(expire_date__lt=at).delete()


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
