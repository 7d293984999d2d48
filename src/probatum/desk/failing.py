"""Errors of acts as pages: what is wrong, with what, and what to do; never a trace of the code."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from probatum.errors import CODES, InputError, ProbatumError, UseError, WorldError

_STATUS = {
    "not-permitted": 403,
    "unknown-id": 404,
    "bad-reference": 404,
    "erased": 410,
    "in-use": 503,
    "no-space": 507,
    "too-large": 413,
    "held": 409,
}


def status_of(error: ProbatumError) -> int:
    """Return the HTTP status that says the same."""
    if error.code in _STATUS:
        return _STATUS[error.code]
    return 400 if isinstance(error, UseError | InputError) else 500


class Failing:
    """Shows an error that a page did not handle itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on: errors come back through ``process_exception``, or from the gate itself."""
        try:
            return self._get_response(request)
        except ProbatumError as error:
            return failure(request, error)

    @staticmethod
    def process_exception(request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Return the page for an error of ours; others are faults, which Django reports as 500."""
        return failure(request, error) if isinstance(error, ProbatumError) else None


def failure(request: HttpRequest, error: ProbatumError) -> HttpResponse:
    """Return the page, or for a part of a page the notice, that says what is wrong."""
    part = bool(getattr(request, "htmx", False))
    template = "desk/pieces/failure.html" if part else "desk/failure.html"
    response = render(
        request, template, {"error": error, "meaning": CODES[error.code]}, status=status_of(error)
    )
    if part:
        # The notice goes where messages go, not where the answer would have gone.
        response.headers["HX-Retarget"] = "#messages"
        response.headers["HX-Reswap"] = "afterbegin"
    if isinstance(error, WorldError) and error.code == "in-use":
        response.headers["Retry-After"] = "2"
    return response
