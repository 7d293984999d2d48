"""The map with its list beside it; both say the same."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from probatum.acts.places_on_map import MapView, OnMap, places_on_map
from probatum.desk.failing import status_of
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.desk.pages.map import tiles
from probatum.errors import ProbatumError
from probatum.model.roles import Deed

LISTED = 100
_LONGEST = 2_000


@page(Deed.READ)
def the_map(request: HttpRequest) -> HttpResponse:
    """Show the map and the first of what is on it."""
    query = request.GET.get("q", "")[:_LONGEST]
    error: ProbatumError | None = None
    found = MapView((), False)
    try:
        with turn(request) as session:
            found = places_on_map(session, query)
    except ProbatumError as refused:
        error = refused
    context = {
        "query": query, "found": found, "listed": [_point(each) for each in found.places[:LISTED]],
        "src": f"{reverse('map_points')}?{urlencode({'q': query})}", "error": error,
    }  # fmt: skip
    server = tiles.chosen()
    context["tiles"] = server
    status = 200 if error is None else status_of(error)
    answer = render(request, "desk/map/map.html", context, status=status)
    if server is not None:
        tiles.widen(answer, server)
    return answer


@page(Deed.READ)
def points(request: HttpRequest) -> JsonResponse:
    """What is on the map, as JSON; ``box`` limits it to a part of the world."""
    with turn(request) as session:
        found = places_on_map(session, request.GET.get("q", "")[:_LONGEST], _box(request))
    return JsonResponse({"points": [_point(each) for each in found.places], "more": found.more})


def _point(each: OnMap) -> dict[str, object]:
    said: dict[str, object] = {
        "id": each.id, "lat": each.latitude, "lon": each.longitude,
        "title": each.caption or each.ref, "lines": [each.ref],
    }  # fmt: skip
    if each.metres is not None:
        said["radius_m"] = each.metres
    said["href"] = reverse("record", args=[each.ref])
    return said


def _box(request: HttpRequest) -> tuple[float, float, float, float] | None:
    parts = request.GET.get("box", "").split(",")
    try:
        west, south, east, north = (float(part) for part in parts)
    except ValueError:
        return None
    sound = all(-360 <= each <= 360 for each in (west, south, east, north))
    return (west, south, east, north) if sound else None
