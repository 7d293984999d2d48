"""A server of map pictures that is asked only where an owner chose it, knowing what it learns.

Without one no page asks anybody. With one the content policy of the map page, and of no other, is
widened by this server's origin.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as said_now
from django.utils.translation import gettext_lazy as _

from probatum.desk.models import TileServer
from probatum.desk.page import page
from probatum.model.roles import Deed

# What the policy and the map are given: no sign that either reads as more than an address.
_ADDRESS = re.compile(
    r"(https://[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?(?::[0-9]{1,5})?"
    r"|http://(?:localhost|127\.0\.0\.1):[0-9]{1,5})"
    r"/[A-Za-z0-9/._~%?&=@{}-]{0,300}"
)
_PLACES = ("{z}", "{x}", "{y}")


def chosen() -> TileServer | None:
    """Return the server that was chosen, None if nobody is asked."""
    found: TileServer | None = TileServer.objects.order_by("-pk").first()
    return found


def origin_of(address: str) -> str | None:
    """Return scheme, name and port of an address of tiles, None for what is none."""
    found = _ADDRESS.fullmatch(address)
    return found[1] if found and all(each in address for each in _PLACES) else None


def widen(answer: HttpResponse, server: TileServer) -> None:
    """Let this answer's page ask one origin for pictures, and nothing else of it."""
    origin = origin_of(server.address)
    if origin is not None:
        answer._csp_update = {"img-src": [origin], "connect-src": [origin]}


class TilesForm(forms.Form):
    """Which server, and that the owner knows what it learns."""

    address = forms.CharField(
        label=_("Address of the tiles"), max_length=500,
        help_text=_("https, with {z}, {x} and {y}; a server on this machine may be http."),
        widget=forms.TextInput(attrs={"dir": "ltr", "class": "mono", "spellcheck": "false"}),
    )  # fmt: skip
    credit = forms.RegexField(
        r"^[^<>&]*$", label=_("Whose map it is"), max_length=200, required=False,
        help_text=_("It stands on the map, as its licence asks."),
    )  # fmt: skip
    knows = forms.BooleanField(
        label=_("I know that this server learns where we look, when, and from which address."),
    )

    def clean_address(self) -> str:
        """Refuse whatever is not plainly an address of tiles."""
        address = str(self.cleaned_data["address"]).strip()
        if origin_of(address) is None:
            raise forms.ValidationError(_("This is no address of tiles."))
        return address


@page(Deed.MANAGE, "GET", "POST")
def choose(request: HttpRequest) -> HttpResponse:
    """Choose a server of map pictures, or none."""
    now = chosen()
    if request.method == "POST" and request.POST.get("none") == "yes":
        TileServer.objects.all().delete()
        messages.success(request, said_now("No server is asked. The map comes with the program."))
        return HttpResponseRedirect(reverse("settings_map"))
    form = TilesForm(request.POST or None)
    if form.is_bound and form.is_valid():
        TileServer.objects.all().delete()
        TileServer.objects.create(
            address=form.cleaned_data["address"], credit=form.cleaned_data["credit"],
            by=request.user.display_name, at=timezone.now(),
        )  # fmt: skip
        messages.success(request, said_now("The map asks this server from now on."))
        return HttpResponseRedirect(reverse("settings_map"))
    context: dict[str, Any] = {
        "form": form, "now": now, "origin": origin_of(now.address) if now else None,
        "trail": [
            {"label": said_now("Settings"), "href": reverse("settings")},
            {"label": said_now("Map pictures")},
        ],
    }  # fmt: skip
    return render(request, "desk/settings/map.html", context, status=400 if form.is_bound else 200)
