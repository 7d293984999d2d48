"""Marks on views: who may reach them. Without a mark a view is for whoever is signed in."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase

from probatum.model.roles import Role

View = Callable[..., HttpResponseBase]

OPEN = "desk_open"
EARLY = "desk_early"
ROLES = "desk_roles"


def _again(view: View) -> View:
    @wraps(view)
    def same(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        return view(request, *arguments, **named)

    return same


def open_to_all(view: View) -> View:
    """Anybody who reaches this machine may ask for it: signing in, and what a stranger needs."""
    marked = _again(view)
    setattr(marked, OPEN, True)
    return marked


def early(view: View) -> View:
    """Reachable for somebody signed in who still has to set up a second factor or a password."""
    marked = _again(view)
    setattr(marked, EARLY, True)
    return marked


def signed_in(view: View) -> View:
    """Says in the code what holds anyway; refuses by itself should the middleware be missing."""

    @wraps(view)
    def checked(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            raise PermissionDenied
        return view(request, *arguments, **named)

    return checked


def for_roles(*roles: Role) -> Callable[[View], View]:
    """For pages about people, which no act of the case guards."""

    def guard(view: View) -> View:
        @wraps(view)
        def checked(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
            if not request.user.is_authenticated or request.user.role not in roles:
                raise PermissionDenied
            return view(request, *arguments, **named)

        setattr(checked, ROLES, frozenset(roles))
        return checked

    return guard
