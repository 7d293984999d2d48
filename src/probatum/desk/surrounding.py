"""What every page shows around its contents: the case, the person, where one can go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from probatum.desk.compartments import COMPARTMENTS
from probatum.desk.holding import DESK
from probatum.model.roles import Deed, Role, may

# address, name, icon of static/desk/icons.svg, the deed that makes it useful
PLACES = (
    ("home", _("Case"), "home", None),
    ("items", _("Items"), "items", Deed.READ),
    ("reviews", _("Review"), "review", Deed.READ),
    ("incidents", _("Incidents"), "incident", Deed.READ),
    ("map", _("Map"), "map", Deed.READ),
    ("timeline", _("Timeline"), "timeline", Deed.READ),
    ("people_and_groups", _("People and groups"), "people", Deed.READ),
    ("sources", pgettext_lazy("who says something", "Sources"), "source", Deed.READ),
    ("inquiries", _("Inquiries"), "inquiry", Deed.READ),
    ("numbers", _("Numbers"), "number", Deed.READ),
    ("disclosures", _("Disclosure"), "disclose", Deed.DISCLOSE),
    ("log", _("Log"), "log", Deed.WATCH),
    ("settings", _("Settings"), "settings", None),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the navigation."""

    label: str
    href: str
    icon: str
    current: bool


class Allowed(Mapping[str, bool]):
    """``may.record`` in a template: whether the person's role allows a deed."""

    def __init__(self, role: Role | None) -> None:
        self._role = role

    def __getitem__(self, name: str) -> bool:
        return self._role is not None and may(self._role, Deed(name))

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(deed.value for deed in Deed)

    def __len__(self) -> int:
        return len(Deed)


def surrounding(request: HttpRequest) -> dict[str, object]:
    """Return the case's name, the person, what they may do, and the navigation."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"case_name": "", "person": None, "may": Allowed(None), "nav": []}
    role = Role(user.role)
    return {
        "case_name": DESK.case_name,
        "person": user,
        "may": Allowed(role),
        "theme": user.theme,
        "graphic": user.graphic_material,
        "inside_compartment": COMPARTMENTS.of(request) is not None,
        "nav": navigation(request.path, role),
    }


def navigation(path: str, role: Role) -> list[Place]:
    """Return where a role can go; the place whose address begins the path is the current one."""
    places = []
    for name, label, icon, deed in PLACES:
        if deed is None or may(role, deed):
            href = reverse(name)
            current = path == href or (href != "/" and path.startswith(href))
            places.append(Place(str(label), href, icon, current))
    return places
