"""What people judge of a record: assess it, review an assessment, say what is the same, retract."""

from __future__ import annotations

from typing import Literal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from probatum.acts.assess import assess, review
from probatum.acts.retract_record import retract
from probatum.acts.same_as import same_as
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.desk.told import in_words
from probatum.errors import InputError, ProbatumError, UseError
from probatum.model.roles import Deed

_ANSWERS: dict[str, Literal["yes", "no", "undecided"]] = {
    "yes": "yes", "no": "no", "undecided": "undecided",
}  # fmt: skip


@page(Deed.READ, "POST")
def assessed(request: HttpRequest, ref: str) -> HttpResponse:
    """Assess a record."""
    said = {
        name: text
        for name in ("dimension", "value", "reasons", "supersedes")
        if (text := _text(request, name))
    }
    with turn(request) as session:
        try:
            made = assess(session, ref, said)
            messages.success(request, _("Assessed: %(ref)s.") % {"ref": made.ref})
        except (InputError, UseError) as error:
            _refused(request, error)
    return _back(ref, "judgements")


@page(Deed.READ, "POST")
def reviewed(request: HttpRequest, ref: str) -> HttpResponse:
    """Say as a second person whether an assessment of the record convinces."""
    with turn(request) as session:
        try:
            review(
                session, _text(request, "assessment"), _text(request, "reasons"),
                agrees=request.POST.get("agrees") == "yes", value=_text(request, "value") or None,
            )  # fmt: skip
            messages.success(request, _("Your review is recorded."))
        except (InputError, UseError) as error:
            _refused(request, error)
    return _back(ref, "judgements")


@page(Deed.READ, "POST")
def said_same(request: HttpRequest, ref: str) -> HttpResponse:
    """Say whether the record and another one mean the same."""
    answer = _ANSWERS.get(request.POST.get("answer", ""))
    with turn(request) as session:
        try:
            if answer is None:
                raise UseError(
                    "wrong-use", item="answer", expected="yes, no or undecided",
                    found="another word",
                )  # fmt: skip
            same_as(session, ref, _text(request, "other"), answer, _text(request, "reasons"))
            messages.success(request, _("Recorded. Nothing was merged."))
        except (InputError, UseError) as error:
            _refused(request, error)
    return _back(ref, "identity")


@page(Deed.READ, "POST")
def retracted(request: HttpRequest, ref: str) -> HttpResponse:
    """Retract a record with a reason."""
    with turn(request) as session:
        try:
            retract(session, ref, _text(request, "why"))
            messages.success(
                request, _("Retracted. It stays in the log with its reason, and counts no more.")
            )
        except (InputError, UseError) as error:
            _refused(request, error)
    return _back(ref, "history")


def _refused(request: HttpRequest, error: ProbatumError) -> None:
    if error.code == "not-permitted":
        raise error
    said = _("Not recorded. %(item)s: expected %(expected)s, found %(found)s.")
    messages.error(request, said % {
        "item": in_words(error.item), "expected": in_words(error.expected) or "-",
        "found": in_words(error.found) or "-",
    })  # fmt: skip


def _text(request: HttpRequest, name: str) -> str:
    return str(request.POST.get(name, "")).strip()[:32_000]


def _back(ref: str, part: str) -> HttpResponse:
    answer = redirect("record", ref)
    answer["Location"] += "#" + part
    return answer
