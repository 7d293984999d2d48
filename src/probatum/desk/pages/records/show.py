"""A record in plain words: its fields, who recorded it, its history, what was judged of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

from probatum.acts.browse_records import browse_records
from probatum.acts.look_at_record import RecordLooked, Version, look_at_record
from probatum.acts.pick_record import pick
from probatum.desk.holding import turn
from probatum.desk.moments import moment
from probatum.desk.page import page
from probatum.desk.pages.records import words
from probatum.desk.pages.records.comparing import Line, Telling, telling
from probatum.desk.pages.records.plan import WITHOUT_FORM
from probatum.desk.pages.review.wording import terms
from probatum.model.nouns import FAMILIES, NOUNS
from probatum.model.roles import Deed, Role, may, may_enter

_IDENTIFIED = ("person", "group", "source", "incident", "place")


@dataclass(frozen=True, slots=True)
class Differs:
    """One field in which a version differs from the one before."""

    label: str
    before: Line | None
    after: Line | None


@dataclass(frozen=True, slots=True)
class Told:
    """One version with its differences in words."""

    version: Version
    at: object
    changes: tuple[Differs, ...]


@page(Deed.READ)
def record(request: HttpRequest, ref: str) -> HttpResponse:
    """One record."""
    with turn(request) as session:
        looked = look_at_record(session, ref)
        row = looked.shown.row
        fields = looked.shown.fields
        told = telling(session, row.noun, [fields, *_versions(looked)])
    role = Role(request.user.role)
    return render(
        request,
        "desk/records/record.html",
        {
            "looked": looked, "shown": looked.shown, "row": row, "at": moment(row.at),
            "noun_word": words.noun(row.noun), "is_claim": _claims(row.noun),
            "lines": told.lines(fields), "versions": _told(looked, told),
            "named_by": [(each, words.noun(each.noun), words.field(each.field))
                         for each in looked.shown.named_by],
            "times": [(words.noun(noun), count) for noun, count in looked.times.items()],
            "judged": [(each, _dimension(each.body.dimension), moment(each.at))
                       for each in looked.judged],
            "same": [(each, words.choice(each.answer), moment(each.at)) for each in looked.same],
            "dimensions": _dimensions(), "identified": row.noun in _IDENTIFIED,
            "may_revise": row.noun not in WITHOUT_FORM and may_enter(role, "record/1", row.noun),
            "may_judge": may_enter(role, "record/1", "assessment"),
            "may_retract": may(role, Deed.RECORD) or may(role, Deed.REVIEW),
            "protected": getattr(row.body, "protected", False),
        },
    )  # fmt: skip


@page(Deed.READ)
def of_noun(request: HttpRequest, noun: str) -> HttpResponse:
    """Records of one noun, newest first."""
    if noun not in NOUNS and noun not in FAMILIES:
        raise Http404
    asked = request.GET.get("q", "")[:300]
    with turn(request) as session:
        found = browse_records(
            session, f"list of records: {noun}", [noun], cursor=request.GET.get("after", "")[:60],
            words=asked,
        )  # fmt: skip
    role = Role(request.user.role)
    return render(
        request,
        "desk/records/list.html",
        {
            "noun": noun, "noun_word": words.noun(noun), "query_here": asked, "page": found,
            "listed": [(each, words.noun(each.row.noun), moment(each.row.at))
                       for each in found.listed],
            "may_make": noun in NOUNS and noun not in WITHOUT_FORM
            and may_enter(role, "record/1", noun),
        },
    )  # fmt: skip


@page(Deed.READ)
def kinds(request: HttpRequest) -> HttpResponse:
    """What there is to record, with a sentence on each."""
    role = Role(request.user.role)
    nouns = [
        (name, words.noun(name), name not in WITHOUT_FORM and may_enter(role, "record/1", name))
        for name in NOUNS
    ]
    return render(request, "desk/records/kinds.html", {"nouns": nouns})


@page(Deed.READ)
def picked(request: HttpRequest) -> HttpResponse:
    """What a field may name, for words that are being typed."""
    targets = [
        each for each in request.GET.get("targets", "").split()[:12]
        if each in NOUNS or each in FAMILIES or each in ("item", "record")
    ]  # fmt: skip
    if not targets:
        raise Http404
    with turn(request) as session:
        found = pick(session, request.GET.get("q", "")[:200], targets)
    return JsonResponse({
        "found": [
            {"ref": each.ref, "kind": words.noun(each.noun), "caption": each.caption}
            for each in found
        ]
    })  # fmt: skip


def _claims(noun: str) -> bool:
    return noun == "assertion" or NOUNS[noun].family == "proposition"


def _versions(looked: RecordLooked) -> list[dict[str, object]]:
    """Return what versions differ in, as fields: everything that they name is to be called."""
    found = []
    for version in looked.history.versions:
        found.append({each.field: each.before for each in version.changes})
        found.append({each.field: each.after for each in version.changes})
    return [{name: value for name, value in each.items() if value is not None} for each in found]


def _told(looked: RecordLooked, told: Telling) -> list[Told]:
    versions = []
    for version in looked.history.versions:
        changes = () if version.did == "created" else tuple(
            Differs(
                words.field(each.field),
                None if each.before is None else told.line(each.field, each.before),
                None if each.after is None else told.line(each.field, each.after),
            )
            for each in version.changes
        )  # fmt: skip
        versions.append(Told(version, moment(version.at), changes))
    return list(reversed(versions))


def _dimension(code: str) -> str:
    return dict(_dimensions()).get(code, code)


def _dimensions() -> list[tuple[str, str]]:
    return terms("dimension")
