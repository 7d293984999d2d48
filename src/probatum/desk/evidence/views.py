"""Answer a ticket: a picture or a stretch of film made anew, or sound or film as it is."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_http_methods

from probatum.acts.look_at_item import PLAYED, Content, Sight, Stretch, content, look, play
from probatum.desk.evidence import ranges
from probatum.desk.evidence.tickets import Refused, Ticket, opened
from probatum.desk.failing import status_of
from probatum.desk.holding import DESK
from probatum.desk.people.marks import open_to_all
from probatum.desk.people.models import Person
from probatum.errors import ProbatumError
from probatum.model.roles import Role

MOST_AT_ONCE = 6
_WAIT_SECONDS = 20.0
# Whatever it is that a browser takes this for: it runs nothing, loads nothing, sends nothing.
POLICY = "sandbox; default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Content-Encoding": "identity",  # compressed once more, ranges would count other bytes
}
# What asks for sound and film: players, and scripts of our own pages. Never a page by itself.
_PLAYERS = ("audio", "video", "empty", None)


class _Seen:
    """Tickets whose read is in the log: a player asks a hundred times, a person looks once."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._nonces: OrderedDict[str, None] = OrderedDict()

    def before(self, nonce: str) -> bool:
        """Say whether a ticket was used before, and remember that it is now."""
        with self._guard:
            if nonce in self._nonces:
                return True
            self._nonces[nonce] = None
            if len(self._nonces) > 20_000:
                self._nonces.popitem(last=False)
            return False

    def forget(self, nonce: str) -> None:
        """The read was not logged after all."""
        with self._guard:
            self._nonces.pop(nonce, None)


_SEEN = _Seen()
_PLACES = ranges.Places()
_SLOTS = threading.BoundedSemaphore(MOST_AT_ONCE)


@open_to_all
@require_http_methods(["GET", "HEAD"])
def evidence(request: HttpRequest, said: str) -> HttpResponseBase:
    """Answer one ticket. Cookies change nothing."""
    found = opened(said)
    if isinstance(found, Refused):
        return _plain(found.status, found.words)
    ticket, person = found
    if not _SLOTS.acquire(timeout=_WAIT_SECONDS):
        return _plain(503, "Too much is being looked at just now. Try again.", {"Retry-After": "2"})
    try:
        seen = _content(ticket, person)
        if ticket.kind == "sight":
            return _sight(seen, ticket)
        if request.headers.get("Sec-Fetch-Dest") not in _PLAYERS:
            return _plain(403, "This address is for a player within a page of the desk.")
        if ticket.kind == "stretch":
            return _stretch(request, seen, ticket)
        return _stream(request, seen, ticket)
    except ProbatumError as error:
        return _plain(status_of(error), error.code)
    finally:
        _SLOTS.release()


def _content(ticket: Ticket, person: Person) -> Content:
    logged = ticket.logged or _SEEN.before(ticket.nonce)
    what = "picture" if ticket.kind == "sight" else "recording"
    try:
        with DESK.turns.of(person.display_name, Role(person.role)) as session:
            return content(session, ticket.item, what, copy=ticket.copy, logged=logged)
    except ProbatumError:
        if not logged:
            _SEEN.forget(ticket.nonce)
        raise


def _sight(seen: Content, ticket: Ticket) -> HttpResponse:
    done = look(seen, page=ticket.page, edge=ticket.edge)
    if not isinstance(done, Sight):
        return _plain(422, done.why)
    name = f"{seen.row.ref or seen.row.id}-{ticket.page}.jpg"
    return _bytes(done.jpeg, "image/jpeg", name)


def _stretch(request: HttpRequest, seen: Content, ticket: Ticket) -> HttpResponse:
    done = play(seen, from_ms=ticket.from_ms)
    if not isinstance(done, Stretch):
        return _plain(415 if done.why == "unknown" else 422, done.why)
    name = f"{seen.row.ref or seen.row.id}-{ticket.from_ms}.webm"
    return _part(request, len(done.webm), lambda first, end: done.webm[first:end],
                 "video/webm", name) or _bytes(done.webm, "video/webm", name)  # fmt: skip


def _stream(request: HttpRequest, seen: Content, ticket: Ticket) -> HttpResponseBase:
    media_type, size = seen.form.media_type, seen.size_bytes
    if media_type not in PLAYED or seen.form.name not in ("sound", "film"):
        return _plain(415, "no recording that browsers play")

    def read(first: int, end: int) -> bytes:
        return _PLACES.read(ticket.nonce, seen.chunks, first, end)

    part = _part(request, size, read, media_type, seen.row.ref or seen.row.id)
    if part is not None:
        return part
    # The whole of it, in constant memory.
    whole = StreamingHttpResponse(seen.chunks(), content_type=media_type, headers=HEADERS)
    whole.headers["Accept-Ranges"] = "bytes"
    whole.headers["Content-Length"] = str(size)
    return whole


def _part(
    request: HttpRequest, size: int, read: Callable[[int, int], bytes], media_type: str, name: str
) -> HttpResponse | None:
    """Return the range that is asked for, None where none is."""
    try:
        asked = ranges.wanted(request.headers.get("Range"), size)
    except ranges.UnsatisfiableError:
        return _plain(416, "outside of the recording", {"Content-Range": f"bytes */{size}"})
    if asked is None:
        return None
    first, end = asked[0], min(asked[1], asked[0] + ranges.MOST_BYTES)
    answer = _bytes(read(first, end), media_type, name)
    answer.status_code = 206
    answer.headers["Accept-Ranges"] = "bytes"
    answer.headers["Content-Range"] = f"bytes {first}-{end - 1}/{size}"
    return answer


def _bytes(data: bytes, media_type: str, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=media_type, headers=HEADERS)
    answer.headers["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _plain(status: int, words: str, more: dict[str, str] | None = None) -> HttpResponse:
    headers = {**HEADERS, **(more or {})}
    return HttpResponse(words, status=status, content_type="text/plain; charset=utf-8",
                        headers=headers)  # fmt: skip
