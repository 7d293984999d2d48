"""What comes back from a decision: pieces of the page; without a script the whole page."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from probatum.acts import decide_suggestion as deciding
from probatum.acts import review_look
from probatum.acts.review_item import Step
from probatum.acts.review_look import Look
from probatum.acts.session import Session
from probatum.desk.page import in_their_language
from probatum.desk.pages.review.report import marks, step_context
from probatum.desk.pages.review.showing import Shown

# What a review has come to, read for the answer alone: nothing of it is kept.
look = in_their_language()(review_look.look)
after = in_their_language()(review_look.after)
without = in_their_language()(review_look.without)


@in_their_language()
def answered(
    request: HttpRequest, session: Session, found: Look, step: Step,
    done: Iterable[deciding.Decided] = (), gone: Iterable[str] = (), said: str = "",
) -> HttpResponse:  # fmt: skip
    """Return what a decision changed: pieces for the page, or the page anew."""
    decided = {each.body.suggestion for each in done}
    changed = [
        each.name for each in found.sheet.steps
        if each.name in set(gone) or any(row.id in decided for row in each.rows)
    ]  # fmt: skip
    shown = Shown(found)
    following = shown.next_open(step.name)
    about = shown.step(step.name)
    words = said or _("%(what)s: %(state)s.") % {"what": about.title, "state": about.state_word}
    if not getattr(request, "htmx", False):
        messages.success(request, words)
        return to(found, following or step.name)
    names = [step.name, *(name for name in changed if name != step.name)]
    context = {
        **marks(found), "steps": shown.steps(names), "name": step.name,
        "total": shown.total, "decided": found.decided, "left": shown.left, "next": following,
        "labels": [shown.sentence(each) for each in shown.page.labels_of(names)],
        "ended": found.ended, "mine": session.by,
        # Only a form that stands in its step has that step replaced by the answer itself.
        "oob_all": request.headers.get("HX-Target") != f"s-{step.name}",
    }  # fmt: skip
    response = render(request, "desk/review/decided.html", context)
    told = {"step": step.name, "next": following or "", "said": words, "left": shown.left}
    response.headers["HX-Trigger-After-Settle"] = json.dumps({"review-decided": told})
    return response


@in_their_language()
def again(
    request: HttpRequest, session: Session, found: Look, step: Step, title: str, words: str = ""
) -> HttpResponse:
    """Return the step as it stands now, with what the person has to know first."""
    shown = Shown(found, focus=step.name)
    context = step_context(session, shown, step.name)
    context |= {"notice": title, "notice_words": words, "stays": True}
    if getattr(request, "htmx", False):
        return render(request, "desk/review/step_again.html", context)
    return render(request, "desk/review/step_page.html", context, status=409)


def page_again(request: HttpRequest, found: Look) -> HttpResponse:
    """Lead to the page anew."""
    address = reverse("review", args=[found.sheet.row.ref])
    if getattr(request, "htmx", False):
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = address
        return response
    return HttpResponseRedirect(address)


def to(found: Look, name: str) -> HttpResponse:
    """Lead to a step on the whole page."""
    address = reverse("review", args=[found.sheet.row.ref])
    return HttpResponseRedirect(f"{address}?{urlencode({'at': name})}#s-{name}")
