"""Enter and leave a compartment, make one, let somebody in, break the glass.

Whoever is in none sees the same page and the same refusals whether there are compartments or not.
"""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from probatum.acts import compartment as compartments
from probatum.acts.inside_look import look_inside
from probatum.acts.session import Session
from probatum.desk.compartments import COMPARTMENTS
from probatum.desk.failing import status_of
from probatum.desk.holding import turn
from probatum.desk.moments import moment
from probatum.desk.page import in_their_language, page
from probatum.desk.pages.compartment.forms import BreakGlassForm, CreateForm, EnterForm, LetInForm
from probatum.desk.pages.records.words import noun
from probatum.desk.people import lockout, sessions
from probatum.desk.told import told
from probatum.errors import ProbatumError
from probatum.model.roles import Deed


@page(Deed.READ)
def compartment(request: HttpRequest) -> HttpResponse:
    """What one may do here; inside, its people and records."""
    return _page(request)


@page(Deed.READ, "POST")
def enter(request: HttpRequest) -> HttpResponse:
    """Enter the compartment that this passphrase opens."""
    form = EnterForm(request.POST)
    return _done(
        request,
        form,
        "enter",
        lambda session: compartments.enter(session, form.cleaned_data["secret"]),
    )


@page(Deed.RECORD, "POST")
def create(request: HttpRequest) -> HttpResponse:
    """Make a compartment; whoever makes it is inside."""
    form = CreateForm(request.POST)
    return _done(
        request, form, "create",
        lambda session: compartments.create(
            session, form.cleaned_data["name"], form.members, form.two
        ),
    )  # fmt: skip


@page(Deed.RECORD, "POST")
def let_in(request: HttpRequest) -> HttpResponse:
    """Let somebody in, as a member."""
    form = LetInForm(request.POST)
    return _done(
        request, form, "let_in",
        lambda session: compartments.grant(session, form.person, form.cleaned_data["why"]),
    )  # fmt: skip


@page(Deed.RECORD, "POST")
def break_glass(request: HttpRequest) -> HttpResponse:
    """Two people together let somebody in; members see who it was, when and why."""
    form = BreakGlassForm(request.POST)
    return _done(
        request, form, "break_glass",
        lambda session: compartments.break_the_glass(
            session, form.cleaned_data["one"], form.cleaned_data["other"], form.person,
            form.cleaned_data["why"],
        ),
    )  # fmt: skip


@page(Deed.READ, "POST")
def leave(request: HttpRequest) -> HttpResponse:
    """Leave; the key is forgotten."""
    COMPARTMENTS.leave(request)
    messages.success(request, _("You are outside. The key is forgotten."))
    return HttpResponseRedirect(reverse("compartment"))


def _done(
    request: HttpRequest, form: Form, name: str, act: Callable[[Session], object]
) -> HttpResponse:
    """Do it and stay inside, or say on the page why not. Guesses are counted like sign-ins."""
    if not form.is_valid():
        return _page(request, {name: form}, 400)
    who = f"compartment of {request.user.pk}"
    taken = lockout.attempt(who, sessions.visitor(request).address, timezone.now())
    if taken is None:
        form.add_error(None, _("Too many attempts. Wait a quarter of an hour."))
        return _page(request, {name: form}, 429)
    try:
        with turn(request) as session:
            act(session)
            inside = session.inside
    except ProbatumError as error:
        if error.code != "wrong-passphrase":
            lockout.succeeded(who, taken)  # no guess
        form.add_error(None, told(error))
        return _page(request, {name: form}, status_of(error))
    lockout.succeeded(who, taken)
    if inside is not None:
        COMPARTMENTS.enter(request, inside)
    return HttpResponseRedirect(reverse("compartment"))


def _page(
    request: HttpRequest, forms: dict[str, Form] | None = None, status: int = 200
) -> HttpResponse:
    made = {
        "enter": EnterForm, "create": CreateForm, "let_in": LetInForm,
        "break_glass": BreakGlassForm,
    }  # fmt: skip
    context: dict[str, object] = {
        f"{name}_form": (forms or {}).get(name) or form(auto_id=f"{name}_%s")
        for name, form in made.items()
    }
    for form in (forms or {}).values():
        form.auto_id = "wrong_%s"
    context["opened"] = next(iter(forms or ()), "")
    if COMPARTMENTS.of(request) is not None:
        with turn(request) as session, in_their_language():
            found = look_inside(session)
            context |= {
                "found": found, "ref": session.record_ref(found.members.row.number),
                "changed": moment(found.members.row.at),
                "lying": [(each, noun(each.row.noun), moment(each.row.at)) for each in found.lying],
            }  # fmt: skip
    context["trail"] = [
        {"label": _("Settings"), "href": reverse("settings")}, {"label": _("Protected sources")},
    ]  # fmt: skip
    return render(request, "desk/compartment/compartment.html", context, status=status)
