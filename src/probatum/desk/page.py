"""What makes a function a page: the deed it serves and the methods it takes.

The act checks the role; so does the page, before it reads anything that was sent: an address that
names no deed is refused by ``tests/desk/test_addresses.py``, not shown to everybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.utils.formats import get_format
from django.utils.translation import get_language, get_language_bidi, gettext, ngettext
from django.views.decorators.http import require_http_methods

from probatum.acts.session import not_permitted
from probatum.model.roles import Deed, Role, may
from probatum.model.tongue import ENGLISH, Tongue, speaking

View = Callable[..., HttpResponseBase]
DEED = "desk_deed"
EVERYBODY = None


@contextmanager
def in_their_language() -> Iterator[None]:
    """Have said in the person's language what nobody keeps: what a page shows, once it is known.

    Also a decorator. For the answer to something that was sent; never around an act that records
    or hands over.
    """
    # A page says the same words over and over, and a catalogue looks up each time whose it is.
    spoken = Tongue(
        get_language() or "en", cache(gettext), ngettext, rtl=get_language_bidi(),
        thousands=get_format("THOUSAND_SEPARATOR"), decimal=get_format("DECIMAL_SEPARATOR"),
    )  # fmt: skip
    with speaking(spoken):
        yield


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
            # What is asked for is said in the person's language. What is sent may be kept or handed
            # over, and is said in English (``probatum.model.tongue``), up to what only the answer
            # shows: that is said ``in_their_language``.
            asked = request.method in ("GET", "HEAD")
            with in_their_language() if asked else speaking(ENGLISH):
                answer: HttpResponseBase = taken(request, *arguments, **named)
            return answer

        setattr(checked, DEED, deed.value if deed is not None else "everybody")
        return checked

    return mark
