"""Headers that every answer of the desk carries, beside those of Django and the content policy."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, MutableMapping
from functools import cache

from django.http import HttpRequest, HttpResponse

ALWAYS = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}
STATIC, VERSION_LETTERS = "/static/", 12
FOR_EVER = "max-age=31536000, public, immutable"


@cache
def digest_of(path: str) -> str:
    """Return SHA-256 (hex) of a file of the desk, as it was when this process first asked."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def file_headers(headers: MutableMapping[str, str], path: str, _url: str) -> None:
    """Have browsers ask each time whether a file is still the one that they keep.

    Scripts import each other by plain names: a new version must not run with pieces of an old one.
    The answer compares digests. Times would not do: those of an installed wheel are all the same.
    """
    headers["Cache-Control"] = "no-cache"
    headers["ETag"] = f'"{digest_of(path)}"'


class Headers:
    """Pages hold what nobody else may see: no browser or proxy is to keep them.

    A file of the desk is kept for ever under the address that names its digest (``?v=``).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add what is always there, and forbid keeping what is not a file of the desk itself.

        A name that is not the desk's own is refused before anything answers, its files too: with
        it, a page of somebody else could be made to share the desk's origin (DNS rebinding).
        """
        request.get_host()
        response = self._get_response(request)
        for name, value in ALWAYS.items():
            response.headers.setdefault(name, value)
        if not request.path.startswith(STATIC):
            response.headers.setdefault("Cache-Control", "no-store")
        elif _is_of_this_version(request, response):
            response.headers["Cache-Control"] = FOR_EVER
        return response


def _is_of_this_version(request: HttpRequest, response: HttpResponse) -> bool:
    version, digest = request.GET.get("v", ""), response.headers.get("ETag", "").strip('"')
    return len(version) == VERSION_LETTERS and digest.startswith(version)
