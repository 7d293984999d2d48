"""The protocol: what a browser's tus client says, and what it is answered."""

from __future__ import annotations

import base64
import binascii
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from probatum.acts.uploads import PIECE
from probatum.desk.holding import DESK
from probatum.desk.models import Upload
from probatum.desk.page import page
from probatum.model.roles import Deed

VERSION = "1.0.0"
MOST_BYTES = 1 << 40  # a terabyte: more than a browser sends in a day
MOST_OPEN = 5_000  # files of one person that wait
_LONGEST_NAME, _LONGEST_PATH = 255, 4_000
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z")
_busy: set[str] = set()
_guard = threading.Lock()


@page(Deed.COLLECT, "OPTIONS", "POST")
def files(request: HttpRequest) -> HttpResponse:
    """Say what is understood (OPTIONS), or begin a file (POST)."""
    if request.method == "OPTIONS":
        answer = HttpResponse(status=204)
        answer.headers["Tus-Version"] = VERSION
        answer.headers["Tus-Extension"] = "creation,termination"
        answer.headers["Tus-Max-Size"] = str(MOST_BYTES)
        return _said(answer)
    if (refused := _wrong_version(request)) is not None:
        return refused
    size = request.headers.get("Upload-Length", "")
    if not _is_count(size):
        return _said(HttpResponse(status=400))
    if int(size) > MOST_BYTES or request.user.uploads.count() >= MOST_OPEN:
        return _said(HttpResponse(status=413))
    names = _metadata(request.headers.get("Upload-Metadata", ""))
    name = _one_line(names.get("filename", ""))[-_LONGEST_NAME:] or "unnamed"
    made = Upload.objects.create(
        token=DESK.uploads.begin(), person=request.user, file_name=name,
        path=_one_line(names.get("path", ""))[-_LONGEST_PATH:] or name, size_bytes=int(size),
        modified_at=_moment(names.get("modified", "")), arrived=int(size) == 0,
    )  # fmt: skip
    answer = HttpResponse(status=201)
    answer.headers["Location"] = reverse("upload_file", args=[made.token])
    return _said(answer)


@page(Deed.COLLECT, "HEAD", "PATCH", "DELETE")
def file(request: HttpRequest, token: str) -> HttpResponse:
    """How much has arrived (HEAD), more of it (PATCH), or no more (DELETE)."""
    if (refused := _wrong_version(request)) is not None:
        return refused
    upload = request.user.uploads.filter(token=token).first()
    if upload is None:
        return _said(HttpResponse(status=404))
    if request.method == "HEAD":
        return _where(upload, 200)
    with _alone(token) as alone:
        if not alone:
            return _said(HttpResponse(status=423))
        if request.method == "DELETE":
            DESK.uploads.discard(token)
            upload.delete()
            return _said(HttpResponse(status=204))
        return _continued(request, upload)


def _continued(request: HttpRequest, upload: Upload) -> HttpResponse:
    if request.headers.get("Content-Type") != "application/offset+octet-stream":
        return _said(HttpResponse(status=415))
    offset = request.headers.get("Upload-Offset", "")
    arrived = DESK.uploads.arrived(upload.token)
    if not _is_count(offset) or int(offset) != arrived:
        return _said(HttpResponse(status=409))
    while piece := request.read(PIECE):
        if arrived + len(piece) > upload.size_bytes:
            return _said(HttpResponse(status=413))
        arrived = DESK.uploads.append(upload.token, piece)
    if arrived == upload.size_bytes:
        traits = DESK.uploads.traits(upload.token)
        Upload.objects.filter(pk=upload.pk).update(arrived=True, traits=traits)
    return _where(upload, 204)


def _where(upload: Upload, status: int) -> HttpResponse:
    answer = HttpResponse(status=status)
    answer.headers["Upload-Offset"] = str(DESK.uploads.arrived(upload.token))
    answer.headers["Upload-Length"] = str(upload.size_bytes)
    return _said(answer)


def _said(answer: HttpResponse) -> HttpResponse:
    answer.headers["Tus-Resumable"] = VERSION
    return answer


def _wrong_version(request: HttpRequest) -> HttpResponse | None:
    if request.headers.get("Tus-Resumable") == VERSION:
        return None
    answer = HttpResponse(status=412)
    answer.headers["Tus-Version"] = VERSION
    return _said(answer)


@contextmanager
def _alone(token: str) -> Iterator[bool]:
    """One request at a time writes to a file: a browser that lost the network may send two."""
    with _guard:
        alone = token not in _busy
        _busy.add(token)
    try:
        yield alone
    finally:
        if alone:
            with _guard:
                _busy.discard(token)


def _metadata(header: str) -> dict[str, str]:
    """Read ``key base64,key base64``; what is not text is left out."""
    found = {}
    for part in header.split(",")[:20]:
        key, _, value = part.strip().partition(" ")
        try:
            found[key] = base64.b64decode(value, validate=True).decode("utf-8", "replace")
        except binascii.Error:
            continue
    return found


def _one_line(text: str) -> str:
    """Keep letters of all scripts; line breaks and other control characters become visible."""
    return "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def _moment(text: str) -> str:
    """Keep a time in UTC as browsers spell it; anything else is no time."""
    return text if _MOMENT.fullmatch(text) else ""


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 15
