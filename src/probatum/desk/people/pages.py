"""People of the case: who works here, what they may do, and what happened to them."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from probatum.desk.people import acts, events, roles
from probatum.desk.people.forms import FirstPasswordForm, PersonForm, PolicyForm, RoleForm
from probatum.desk.people.marks import for_roles, open_to_all
from probatum.desk.people.mine import open_sessions
from probatum.desk.people.models import INVITATION_DAYS, Event, Invitation, Person, Policy
from probatum.model.roles import Role

EVENTS_ON_A_PAGE = 100

owner_only = for_roles(Role.OWNER)
owner_or_auditor = for_roles(Role.OWNER, Role.AUDITOR)


@owner_or_auditor
@require_safe
def everybody(request: HttpRequest) -> HttpResponseBase:
    """All people of this case, and what holds for everybody."""
    waiting = Invitation.objects.filter(person=OuterRef("pk"), used_at=None)
    factors = Person.authenticator_set.rel.related_model.objects.filter(
        user=OuterRef("pk")
    ).exclude(type="recovery_codes")
    people = Person.objects.annotate(waits=Exists(waiting), second_factor=Exists(factors))
    return render(
        request,
        "desk/people/everybody.html",
        {
            "people": people.order_by("-is_active", "display_name", "pk"),
            "roles": roles.told(),
            "policy": Policy.current(),
            "policy_form": PolicyForm(instance=Policy.current()),
            "failures": events.failures_since(7),
        },
    )


@owner_only
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponseBase:
    """Add somebody, and show their link this once."""
    form = PersonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        person, token = acts.add(
            given["display_name"], given["sign_in_name"], Role(given["role"]), by=request.user
        )
        return _show_link(request, person, token)
    return render(
        request,
        "desk/people/add.html",
        {"form": form, "roles": roles.told()},
        status=422 if form.is_bound else 200,
    )


@owner_only
@require_POST
@never_cache
def link(request: HttpRequest, number: int) -> HttpResponseBase:
    """Make another link for somebody; what they had stops working."""
    person = get_object_or_404(Person, pk=number, is_active=True)
    if person == request.user:
        messages.error(request, gettext("Change your own password in your settings."))
        return _back(person)
    return _show_link(request, person, acts.new_link(person, by=request.user))


@sensitive_variables("token")
def _show_link(request: HttpRequest, person: Person, token: str) -> HttpResponseBase:
    address = request.build_absolute_uri(reverse("invitation", args=[token]))
    return render(
        request,
        "desk/people/link.html",
        {"about": person, "address": address, "days": INVITATION_DAYS},
    )


@open_to_all
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponseBase:
    """Where a link leads: its person chooses a password. Looking at the page uses nothing up."""
    found = acts.invited(token, timezone.now())
    if found is None:
        return render(request, "desk/people/link_ended.html", status=404)
    form = FirstPasswordForm(request.POST or None, person=found.person)
    if request.method == "POST" and form.is_valid():
        person = acts.accept(token, form.cleaned_data["password"], timezone.now())
        if person is None:
            return render(request, "desk/people/link_ended.html", status=404)
        logout(request)  # somebody else may have been signed in here
        messages.success(request, gettext("Your password is set. Sign in with it."))
        return HttpResponseRedirect(reverse("account_login"))
    return render(
        request,
        "desk/people/invitation.html",
        {"form": form, "about": found.person},
        status=422 if form.is_bound else 200,
    )


@owner_or_auditor
@require_safe
def one(request: HttpRequest, number: int) -> HttpResponseBase:
    """One person: role, sessions, what happened."""
    person = get_object_or_404(Person, pk=number)
    return render(
        request,
        "desk/people/one.html",
        {
            "about": person,
            "ends": request.user.role == Role.OWNER,
            "role_form": RoleForm(initial={"role": person.role}),
            "sessions": open_sessions(person.pk),
            "has_second_factor": person.has_second_factor(),
            "waits": person.invitations.filter(used_at=None).first(),
            "events": _told(list(person.events.all()[:20])),
        },
    )


@owner_only
@require_POST
def role(request: HttpRequest, number: int) -> HttpResponseBase:
    """Give somebody another role."""
    person = get_object_or_404(Person, pk=number)
    form = RoleForm(request.POST)
    if not form.is_valid():
        messages.error(request, gettext("There is no such role."))
        return _back(person)
    wanted = Role(form.cleaned_data["role"])
    _do(request, lambda: acts.change_role(person, wanted, by=request.user))
    return _back(person)


@owner_only
@require_POST
def deactivate(request: HttpRequest, number: int) -> HttpResponseBase:
    """Let somebody no longer sign in."""
    person = get_object_or_404(Person, pk=number)
    _do(request, lambda: acts.deactivate(person, by=request.user))
    return _back(person)


@owner_only
@require_POST
def activate(request: HttpRequest, number: int) -> HttpResponseBase:
    """Let somebody sign in again."""
    person = get_object_or_404(Person, pk=number)
    _do(request, lambda: acts.activate(person, by=request.user))
    return _back(person)


@owner_only
@require_POST
def second_factor(request: HttpRequest, number: int) -> HttpResponseBase:
    """Take away a lost second factor."""
    person = get_object_or_404(Person, pk=number)
    if person == request.user:
        messages.error(request, gettext("Change your own second factor in your settings."))
        return _back(person)
    _do(request, lambda: acts.reset_second_factor(person, by=request.user))
    return _back(person)


@owner_only
@require_POST
def end_session(request: HttpRequest, number: int, public_id: UUID) -> HttpResponseBase:
    """End one session of somebody."""
    person = get_object_or_404(Person, pk=number)
    acts.end_sessions(person, by=request.user, only=str(public_id))
    return _back(person)


@owner_only
@require_POST
def end_sessions(request: HttpRequest, number: int) -> HttpResponseBase:
    """End all sessions of somebody."""
    person = get_object_or_404(Person, pk=number)
    acts.end_sessions(person, by=request.user)
    return _back(person)


@owner_only
@require_POST
def policy(request: HttpRequest) -> HttpResponseBase:
    """Decide what holds for everybody."""
    form = PolicyForm(request.POST, instance=Policy.current())
    if form.is_valid():
        acts.set_policy(form.save(commit=False), by=request.user)
        messages.success(request, gettext("This holds from now on."))
    else:
        messages.error(request, " ".join(error for each in form.errors.values() for error in each))
    return HttpResponseRedirect(reverse("people") + "#policy")


@owner_or_auditor
@require_safe
def happened(request: HttpRequest) -> HttpResponseBase:
    """What happened to people, newest first, page by page."""
    rows = Event.objects.all()
    before = request.GET.get("before", "")
    if before.isascii() and before.isdigit() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    shown = list(rows[: EVENTS_ON_A_PAGE + 1])
    more = len(shown) > EVENTS_ON_A_PAGE
    shown = shown[:EVENTS_ON_A_PAGE]
    return render(
        request,
        "desk/people/events.html",
        {"events": _told(shown), "older": shown[-1].pk if more else None},
    )


def _told(rows: list[Event]) -> list[dict[str, object]]:
    return [
        {"row": row, "sentence": events.sentence(row.kind), "was": _role(row.was),
         "now": _role(row.now)}
        for row in rows
    ]  # fmt: skip


def _role(value: str) -> str:
    return roles.title(Role(value)) if value in set(Role) else value


def _do(request: HttpRequest, act: Callable[[], object]) -> None:
    try:
        act()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))


def _back(person: Person) -> HttpResponseBase:
    return HttpResponseRedirect(reverse("person", args=[person.pk]))
