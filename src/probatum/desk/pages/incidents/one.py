"""The page of an incident, its figures and places as data, and the case file on paper."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone

from probatum.acts.claimed_figures import FigureLine, figures_of
from probatum.acts.incident_surroundings import map_of
from probatum.acts.incident_view import rule_called
from probatum.acts.look_at_incident import RULES, IncidentLooked, Rule, look_at_incident
from probatum.acts.record_board import moment
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.desk.pages.incidents import words
from probatum.desk.pages.incidents.showing import (
    MOST_DATED,
    MOST_NAMED,
    dated_of,
    moments,
    questions_of,
    sides_of,
    stands_of,
)
from probatum.errors import UseError
from probatum.model.roles import Deed, Role, may, may_enter

_FEW = 4  # propositions that one looks over without a table of them


@page(Deed.READ)
def incident(request: HttpRequest, ref: str) -> HttpResponse:
    """One incident: what contradicts, how it is known, and everything around it."""
    day, as_of, wrong = _as_known_on(request)
    rule = _rule(request)
    with turn(request) as session:
        looked = look_at_incident(session, ref, rule=rule, as_of=as_of)
    role = Role(request.user.role)
    return render(
        request,
        "desk/incidents/incident.html",
        _context(
            looked, everybody=request.GET.get("all") == "yes", wanted=request.GET.get("claim", "")
        )
        | addresses()
        | {
            "day": day, "wrong_day": wrong, "today": timezone.now().date().isoformat(),
            "first_day": _first_day(looked),
            "rules": [(each, words.word(words.RULES, each)) for each in RULES],
            "rule_word": words.word(words.RULES, looked.view.rule), "asked": _again(request),
            "may_record": may_enter(role, "record/1", "search") and as_of is None,
            "may_print": may(role, Deed.DISCLOSE), "asked_rule": rule, "more": _more(request),
        },
    )  # fmt: skip


@page(Deed.READ)
def figures(request: HttpRequest, ref: str) -> JsonResponse:
    """The figures of an incident for its chart."""
    _, as_of, _ = _as_known_on(request)
    with turn(request) as session:
        sheet = figures_of(session, ref, as_of=as_of)
    return JsonResponse({"series": series_of(sheet.figures)})


@page(Deed.READ)
def places(request: HttpRequest, ref: str) -> JsonResponse:
    """The places of an incident for its map."""
    _, as_of, _ = _as_known_on(request)
    with turn(request) as session:
        found = map_of(session, ref, as_of=as_of)
    return JsonResponse({
        "points": [
            {
                "id": each.ref, "lon": each.lon, "lat": each.lat, "radius_m": each.precision_m,
                "title": each.name, "lines": [said for _, said in each.told[:5]],
                "href": reverse("record", args=[each.ref]),
            }
            for each in found
            if each.lat is not None
        ]
    })  # fmt: skip


def series_of(lines: tuple[FigureLine, ...]) -> list[dict[str, object]]:
    """Return figures as a chart draws them: those whose as-of day is stated, by what they count."""
    groups: dict[str, list[dict[str, object]]] = {}
    for each in lines:
        if each.on is not None and (each.low is not None or each.high is not None):
            groups.setdefault(each.group, []).append(
                {"on": each.on, "low": each.low, "high": each.high, "words": each.words}
            )
    return [{"name": name, "figures": rows} for name, rows in groups.items()]


def addresses() -> dict[str, str]:
    """Return what the addresses on a long page begin with: asked once, not for each of hundreds."""
    return {
        "icons": static("desk/icons.svg"), "records_at": reverse("records"),
        "items_at": reverse("items"), "search_at": reverse("record_new", args=["search"]),
        "claim_at": reverse("record_new", args=["assertion"]),
    }  # fmt: skip


def _context(looked: IncidentLooked, *, everybody: bool, wanted: str) -> dict[str, object]:
    charted, dated = series_of(looked.figures), dated_of(looked)
    questions = questions_of(looked, everybody=everybody, wanted=wanted)
    return {
        "looked": looked, "incident": looked.incident, "title": looked.incident.record.title,
        "ref": looked.incident.ref, "questions": questions,
        "is_long": sum(len(each.claims) for each in questions) > _FEW,
        "stands": stands_of(questions), "dated_count": len(dated),
        "named": looked.named if everybody else looked.named[:MOST_NAMED],
        "contradictions": sides_of(looked),
        "certain": sum(each.contradiction.certainty == "certain" for each in looked.contradictions),
        "bases": [
            (words.word(words.BASES, code), count)
            for code, count in sorted(looked.bases.items(), key=lambda each: (not each[0], each))
        ],
        "figures": [
            (each, words.number(each),
             words.word(words.METHODS, each.method))
            for each in looked.figures
        ],
        "charted": charted, "mapped": any(each.lat is not None for each in looked.places),
        "timeline": moments(dated if everybody else dated[:MOST_DATED]),
        "searches": looked.answer.searches,
    }  # fmt: skip


def _first_day(looked: IncidentLooked) -> str:
    days = [each.earliest for each in looked.dated if each.kind == "recorded" and each.earliest]
    return min(days, default=looked.incident.recorded_at[:10])


def _as_known_on(request: HttpRequest) -> tuple[str, str | None, bool]:
    """Return the day as typed, its end as a moment of the log, and whether it is none."""
    typed = request.GET.get("known", "").strip()[:40]
    if not typed:
        return "", None, False
    try:
        end = moment(typed)
    except UseError:
        return typed, None, True
    if end[:10] > timezone.now().date().isoformat():
        return typed, None, False  # nothing was recorded later than now
    return typed, end, False


def _rule(request: HttpRequest) -> Rule | None:
    typed = request.GET.get("rule", "")[:40]
    return rule_called(typed) if typed else None


def _more(request: HttpRequest) -> str:
    """Return how an address of this page begins that asks for more of it."""
    kept = request.GET.copy()
    for name in list(kept):
        if name not in ("known", "rule"):
            del kept[name]
    return f"?{kept.urlencode()}&" if kept else "?"


def _again(request: HttpRequest) -> str:
    """Return the date and rule asked for, as the addresses of data repeat them."""
    kept = request.GET.copy()
    for name in list(kept):
        if name != "known":
            del kept[name]
    return str(kept.urlencode())
