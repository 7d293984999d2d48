"""Add files: drop them, look at them, say what they share, take them, print the receipt."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from probatum.acts.receipt_of import receipt_of
from probatum.acts.uploads import Sight, Uploaded, take_uploads
from probatum.desk.holding import DESK, turn
from probatum.desk.models import Upload
from probatum.desk.page import page
from probatum.desk.settings import LANGUAGES
from probatum.desk.uploads.forms import DeliveryForm
from probatum.desk.uploads.remarks import remarked, series_of
from probatum.model.roles import Deed

SMALL_EDGE, LARGE_EDGE = 320, 1_400
SHOWN = 500  # files on one page of choosing


@page(Deed.COLLECT)
def uploads(request: HttpRequest) -> HttpResponse:
    """Where files are dropped; what broke off or waits is still there."""
    return _page(request, DeliveryForm())


def _page(request: HttpRequest, form: DeliveryForm, status: int = 200) -> HttpResponse:
    waiting = list(request.user.uploads.all()[:SHOWN])
    remarks = remarked(waiting)
    for each in waiting:
        each.bytes_here = each.size_bytes if each.arrived else DESK.uploads.arrived(each.token)
        each.remarks = remarks[each.pk]
    # A series stands together, where its first picture stands.
    first: dict[int, int] = {}
    for place, each in enumerate(waiting):
        first.setdefault(each.remarks.series, place)
    waiting = [
        each for _place, each in sorted(
            enumerate(waiting),
            key=lambda pair: (first[pair[1].remarks.series] if pair[1].remarks.series else pair[0],
                              pair[0]),
        )
    ]  # fmt: skip
    context = {
        "form": form, "waiting": waiting, "ready": [each for each in waiting if each.arrived],
        "choices": Upload.Choice.choices, "most": SHOWN,
        "trail": [
            {"label": _("Items"), "href": reverse("items")}, {"label": _("Add files")}
        ],
    }  # fmt: skip
    part = bool(getattr(request, "htmx", False))
    template = "desk/uploads/waiting.html" if part else "desk/uploads/uploads.html"
    return render(request, template, context, status=status)


@page(Deed.COLLECT, "POST")
def choose(request: HttpRequest, token: str) -> HttpResponse:
    """Say whether a file is relevant; nothing of it is logged before it is taken."""
    upload = get_object_or_404(request.user.uploads, token=token)
    said = request.POST.get("choice", "")
    if said not in Upload.Choice.values:
        raise Http404
    Upload.objects.filter(pk__in=_meant(request, upload)).update(choice=said)
    if getattr(request, "htmx", False):
        return HttpResponse(status=204)
    return HttpResponseRedirect(reverse("uploads"))


def _meant(request: HttpRequest, upload: Upload) -> list[int]:
    """Return the keys of what a choice is about: the file, or all of its series."""
    if request.POST.get("series") != "yes":
        return [upload.pk]
    series = series_of(list(request.user.uploads.all()[:SHOWN]))
    number = series.get(upload.pk, (0,))[0]
    return [upload.pk, *(key for key, (one, *_rest) in series.items() if number and one == number)]


@page(Deed.COLLECT, "POST")
def give_up(request: HttpRequest, token: str) -> HttpResponse:
    """Remove a file that came in."""
    upload = get_object_or_404(request.user.uploads, token=token)
    DESK.uploads.discard(upload.token)
    upload.delete()
    return HttpResponseRedirect(reverse("uploads"))


@page(Deed.COLLECT)
def picture(request: HttpRequest, token: str) -> HttpResponse:
    """A picture of a file that waits, made anew in a process of its own."""
    upload = get_object_or_404(request.user.uploads, token=token, arrived=True)
    edge = LARGE_EDGE if request.GET.get("large") else SMALL_EDGE
    seen = DESK.uploads.picture(upload.token, edge)
    if not isinstance(seen, Sight):
        raise Http404
    answer = HttpResponse(seen.jpeg, content_type="image/jpeg")
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer


@page(Deed.COLLECT, "POST")
def take(request: HttpRequest) -> HttpResponse:
    """Take what is relevant, or might be, into custody; the rest is removed and counted."""
    form = DeliveryForm(request.POST)
    here = list(request.user.uploads.filter(arrived=True))
    left = [each for each in here if each.choice == Upload.Choice.LEAVE]
    taken = [each for each in here if each.choice != Upload.Choice.LEAVE]
    if not form.is_valid() or not here:
        if not here:
            form.add_error(None, _("Nothing is chosen to be taken. Add files first."))
        return _page(request, form, status=400)
    files = [
        Uploaded(each.token, each.file_name, each.path, each.size_bytes, each.modified_at or None)
        for each in taken
    ]
    with turn(request) as session:
        receipt = take_uploads(session, DESK.uploads, files, form.shared, refused=len(left))
    for each in left:
        DESK.uploads.discard(each.token)
    Upload.objects.filter(pk__in=[each.pk for each in here]).delete()
    return HttpResponseRedirect(reverse("receipt", args=[receipt.intake]))


@page(Deed.READ)
def receipt(request: HttpRequest, intake: str) -> HttpResponse:
    """The receipt of an intake, in the language of whoever gave it; made for one sheet of paper."""
    wanted = request.GET.get("language", "")
    languages = [code for code, _name in LANGUAGES]
    with turn(request) as session:
        found = receipt_of(session, intake)
    context = {"receipt": found, "languages": LANGUAGES, "here": request.path}
    if wanted in languages:
        with translation.override(wanted):
            return render(request, "desk/uploads/receipt.html", context)
    return render(request, "desk/uploads/receipt.html", context)
