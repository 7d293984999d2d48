"""What makes a function a page: the deed it serves and the methods it takes.

The act checks the role; so does the page, before it reads anything that was sent: an address that
names no deed is refused by ``tests/desk/test_addresses.py``, not shown to everybody.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_http_methods

from probatum.acts.session import not_permitted
from probatum.model.roles import Deed, Role, may

View = Callable[..., HttpResponseBase]
DEED = "desk_deed"
EVERYBODY = None


def page(deed: Deed | None, *methods: str) -> Callable[[View], View]:
    """Mark a function as a page for roles that allow a deed (``EVERYBODY``: all signed in).

    Without ``methods`` it answers GET and HEAD.
    """

    def mark(view: View) -> View:
        taken = require_http_methods(list(methods or ("GET", "HEAD")))(view)

        @wraps(view)
        def checked(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
            role = Role(request.user.role)
            if deed is not None and not may(role, deed):
                raise not_permitted(role)
            answer: HttpResponseBase = taken(request, *arguments, **named)
            return answer

        setattr(checked, DEED, deed.value if deed is not None else "everybody")
        return checked

    return mark
