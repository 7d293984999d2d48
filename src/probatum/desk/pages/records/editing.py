"""Make a record, and revise one; whoever comes second sees first what came first."""

from __future__ import annotations

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from probatum.acts.compartment import require_inside
from probatum.acts.own_terms import own_terms
from probatum.acts.pick_record import called
from probatum.acts.put_record import put
from probatum.acts.revise_record import Newer, begin_revision, revise
from probatum.acts.session import Session, not_permitted
from probatum.desk.holding import turn
from probatum.desk.page import in_their_language, page
from probatum.desk.pages.records import words
from probatum.desk.pages.records.comparing import compared
from probatum.desk.pages.records.plan import WITHOUT_FORM, may_be_unknown, plan
from probatum.desk.pages.records.reading import fields_of, unknown_of
from probatum.desk.pages.records.showing import (
    Around,
    errors_of,
    form_of,
    references_in,
    unknown_form,
)
from probatum.errors import InputError, ProbatumError, UseError
from probatum.model.nouns import NOUNS, plain
from probatum.model.roles import Deed, Role, may_enter

_SHOWN_BESIDE = frozenset({"bad-record", "missing-record", "erased", "unknown-id", "bad-reference"})


@page(Deed.READ, "GET", "HEAD", "POST")
def new(request: HttpRequest, noun: str) -> HttpResponse:
    """A new record of a noun; the address may say some fields already."""
    if noun not in NOUNS or noun in WITHOUT_FORM:
        raise Http404
    _require(request, noun)
    errors: Mapping[str, list[str]] = {}
    if request.method != "POST":
        values = fields_of(plan(noun), request.GET)
    else:
        values = _typed(request, noun)
        if "more" not in request.POST:
            try:
                with turn(request) as session:
                    inside = request.POST.get("inside") == "yes"
                    if inside:  # its time may be over: then nothing may be recorded outside
                        require_inside(session)
                    made = put(session, {"record": _tag(noun), **values}, inside=inside)
                messages.success(request, _("Recorded as %(ref)s.") % {"ref": made.ref})
                return redirect(_after(request, made.ref))
            except (InputError, UseError) as error:
                errors = _beside(error, noun)
    with turn(request) as session, in_their_language():
        asked = _form(session, noun, values, errors, request.POST.get("more", ""))
    asked |= {
        "title": _("New: %(noun)s") % {"noun": words.noun(noun)}, "noun": noun, "is_new": True,
        "next": _next(request), "keeps_inside": "asked-inside" in request.POST,
        "puts_inside": request.method != "POST" or request.POST.get("inside") == "yes",
    }  # fmt: skip
    return render(request, "desk/records/form.html", asked, status=400 if errors else 200)


@page(Deed.READ, "GET", "HEAD", "POST")
def change(request: HttpRequest, ref: str) -> HttpResponse:
    """Revise a record: the reason is asked for, and nobody's version is written over unseen."""
    errors: dict[str, list[str]] = {}
    with turn(request) as session:
        begun = begin_revision(session, ref)
    if begun.noun in WITHOUT_FORM:
        raise Http404
    _require(request, begun.noun)
    values: Mapping[str, object] = plain(begun.body)
    seen, why = begun.index, ""
    if request.method == "POST":
        values, why = _typed(request, begun.noun), request.POST.get("why", "").strip()
        seen = _seen(request)
        if "more" not in request.POST:
            if not why:
                errors["why"] = [_("Say why it is revised: the reason stays with the record.")]
            else:
                try:
                    with turn(request) as session:
                        done = revise(
                            session, begun.id, {"record": _tag(begun.noun), **values}, why, seen
                        )
                    if isinstance(done, Newer):
                        return _conflict(request, done, why)
                    said = _("Nothing was changed.")
                    if done.done == "revised":
                        said = _("The new version is recorded.")
                    messages.success(request, said)
                    return redirect("record", begun.ref)
                except (InputError, UseError) as error:
                    errors = _beside(error, begun.noun)
    with turn(request) as session, in_their_language():
        asked = _form(session, begun.noun, values, errors, request.POST.get("more", ""))
    asked |= {
        "title": _("Revise %(ref)s") % {"ref": begun.ref}, "noun": begun.noun, "ref": begun.ref,
        "seen": seen, "why": why, "why_errors": errors.get("why", []), "retracted": begun.retracted,
    }  # fmt: skip
    return render(request, "desk/records/form.html", asked, status=400 if errors else 200)


def _conflict(request: HttpRequest, newer: Newer, why: str) -> HttpResponse:
    """Both versions side by side; the person decides which stands, or makes a third."""
    with turn(request) as session, in_their_language():
        rows = compared(session, newer)
        asked = _form(session, newer.noun, newer.mine, {}, "")
    asked |= {
        "newer": newer, "rows": rows, "why": why, "ref": newer.ref, "noun": newer.noun,
        "seen": newer.index, "noun_word": words.noun(newer.noun),
    }  # fmt: skip
    return render(request, "desk/records/conflict.html", asked, status=409)


def _form(
    session: Session, noun: str, values: Mapping[str, object],
    errors: Mapping[str, list[str]], more: str,
) -> dict[str, object]:  # fmt: skip
    named = {each for each in references_in(plan(noun), values) if len(each) <= 40}
    around = Around(called(session, named), own_terms(session), errors, more)
    return {
        "fields": form_of(noun, values, around), "unknowns": unknown_form(noun, values),
        "errors": errors.get("", []), "any_errors": bool(errors), "noun_word": words.noun(noun),
        "unknown_errors": errors.get("unknown", []), "some_unknown": bool(values.get("unknown")),
    }  # fmt: skip


def _typed(request: HttpRequest, noun: str) -> dict[str, object]:
    values = fields_of(plan(noun), request.POST)
    unknown = unknown_of(may_be_unknown(noun), request.POST)
    return values | ({"unknown": unknown} if unknown else {})


def _beside(error: ProbatumError, noun: str) -> dict[str, list[str]]:
    if error.code not in _SHOWN_BESIDE:
        raise error
    return errors_of(error, noun)


def _require(request: HttpRequest, noun: str) -> None:
    role = Role(request.user.role)
    if not may_enter(role, "record/1", noun):
        raise not_permitted(role)


def _tag(noun: str) -> str:
    return str(NOUNS[noun].__struct_config__.tag)


def _seen(request: HttpRequest) -> int:
    said = request.POST.get("seen", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 18 else -1


def _next(request: HttpRequest) -> str:
    """Return the incident that a form was opened from: the one place that it goes back to."""
    return str(request.POST.get("from") or request.GET.get("from") or "")[:40]


def _after(request: HttpRequest, ref: str) -> str:
    back = _next(request)
    if back and all(each.isascii() and (each.isalnum() or each == "-") for each in back):
        return str(reverse("incident", args=[back]))
    return str(reverse("record", args=[ref]))
