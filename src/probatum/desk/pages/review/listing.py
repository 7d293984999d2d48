"""What waits for review, what was reviewed, what nobody read; reading is asked for here."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from probatum.acts.reviews_waiting import closed, second_looks, unread, waiting
from probatum.desk.holding import turn
from probatum.desk.jobs.asking import ask
from probatum.desk.page import page
from probatum.desk.pages.review import wording
from probatum.errors import UseError
from probatum.model.roles import Deed

ON_A_PAGE = 25
LISTS = ("waiting", "unread", "ended")


@page(Deed.READ)
def reviews(request: HttpRequest) -> HttpResponse:
    """What waits for a reviewer, or one of the other two lists."""
    wanted = request.GET.get("list", "waiting")
    wanted = wanted if wanted in LISTS else "waiting"
    before = _number(request.GET.get("before", ""))
    context: dict[str, object] = {"list": wanted, "before": before}
    with turn(request) as session:
        if wanted == "waiting":
            found = waiting(session, ON_A_PAGE, before)
            context["lines"] = [
                {
                    "item": each.item, "reading": each.reading, "publisher": each.publisher or "",
                    "language": wording.word(wording.LANGUAGES, each.language),
                    "steps": each.steps, "left": each.steps - each.decided,
                    "decided": each.decided,
                }
                for each in found.lines
            ]  # fmt: skip
            context["next"] = found.next
            context["second"] = second_looks(session) if before is None else ()
        elif wanted == "unread":
            texts = unread(session, ON_A_PAGE, before)
            context |= {"lines": texts.lines, "next": texts.next}
        else:
            ended = closed(session, ON_A_PAGE, before)
            context |= {"lines": ended.lines, "next": ended.next}
    return render(request, "desk/review/list.html", context)


@page(Deed.RECORD, "POST")
def read(request: HttpRequest) -> HttpResponse:
    """Have an item read in the background; the page shows how far it is."""
    ref = request.POST.get("item", "").strip()
    if not ref:
        raise UseError("wrong-use", item="the item", expected="a reference", found="none")
    with turn(request) as session:
        row = session.live(ref)
    given = {
        name: " ".join(request.POST.get(name, "").split())
        for name in ("extractor", "published", "publisher", "language")
    }
    job = ask(request, "read", items=row.ref or row.id,
              **{name: value for name, value in given.items() if value})  # fmt: skip
    if getattr(request, "htmx", False):
        return render(request, "desk/review/reading.html", {"job": job, "ref": row.ref})
    messages.info(request, _("It is read in the background."))
    return HttpResponseRedirect(reverse("job", args=[job.pk]))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
