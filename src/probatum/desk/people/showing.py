"""What every page knows about the person it is shown to: theme, graphic material, role's name."""

from __future__ import annotations

from django.http import HttpRequest


def showing(request: HttpRequest) -> dict[str, object]:
    """A context processor. Before the case is open there is nobody to ask."""
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return {}
    return {
        "theme": person.theme,
        "graphic": person.graphic_material,
        "role_title": person.role_title,
    }
