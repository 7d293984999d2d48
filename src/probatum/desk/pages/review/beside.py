"""What a reviewer does beside deciding: a second look, what was missed, in bulk, the end."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from probatum.acts import add_missed as adding
from probatum.acts import decide_suggestion as deciding
from probatum.acts.read_item import suggestions_of
from probatum.acts.review_look import Look
from probatum.acts.review_look import end as ended
from probatum.acts.second_look import answer, ask
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.desk.pages.review.answering import again, answered, look, page_again, without
from probatum.desk.pages.review.sittings import sitting
from probatum.errors import UseError
from probatum.model.roles import Deed


@page(Deed.REVIEW, "POST")
def second(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """Ask another person to look at a decision, or look at another person's."""
    said = request.POST
    reasons = said.get("reasons", "").strip()
    if not reasons:
        raise UseError("wrong-use", item="a second look", expected="a reason", found="none")
    with turn(request) as session:
        found = look(session, ref)
        step = found.sheet.step(name)
        row = found.decision(step)
        if row is None or found.token(step) != said.get("seen", ""):
            return again(request, session, found, step, _("The decision has changed. Look again."))
        if said.get("act") == "ask":
            ask(session, row.id, reasons)
        elif said.get("act") in ("agree", "differ"):
            answer(session, row.id, reasons, agrees=said["act"] == "agree")
        else:
            raise Http404
        fresh = without(session, found)
        return answered(request, session, fresh, fresh.sheet.step(name), gone=[name],
                         said=_("Your look is recorded."))  # fmt: skip


@page(Deed.REVIEW, "POST")
def add_missed(request: HttpRequest, ref: str) -> HttpResponse:
    """Record what the reader missed, as this person's own."""
    said = request.POST
    with turn(request) as session:
        found = look(session, ref)
        span = _span(said.get("start", ""), said.get("end", ""), said.get("words", ""), found)
        made = adding.add(session, found.sheet, adding.Missed(
            words=said.get("words", ""), kind=said.get("kind", ""),
            speaker=said.get("speaker", "").strip() or None, stance=said.get("stance") or None,
            span=span, name=said.get("name", "").strip() or None,
        ))  # fmt: skip
        mine = sitting(request, found)
        mine.added += 1
        mine.save()
    refs = ", ".join(each.ref for each in made)
    messages.success(request, _("Recorded: %(refs)s.") % {"refs": refs})
    return page_again(request, found)


def _span(start: str, end: str, words: str, found: Look) -> tuple[int, int] | None:
    """Return where words stand that a person chose, and perhaps shortened: inside what they chose.

    None where they stand there more than once, or not at all: then the whole text is searched.
    """
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        return None
    low, high = int(start), int(end)
    chosen = found.sheet.text[low:high]
    wanted = words.replace("\r\n", "\n").strip()
    if not wanted or chosen.count(wanted) != 1:
        return None
    at = low + chosen.index(wanted)
    return at, at + len(wanted)


@page(Deed.REVIEW, "POST")
def bulk(request: HttpRequest, ref: str) -> HttpResponse:
    """Accept all open suggestions of one kind in this text: marked on each, and no review."""
    noun = request.POST.get("noun", "")
    if request.POST.get("known") != "yes":
        raise UseError(
            "wrong-use", item="the bulk acceptance", expected="that you know it is no review",
            found="no tick", remedy="tick the box",
        )  # fmt: skip
    with turn(request) as session:
        found = look(session, ref)
        group = found.sheet.reading.group
        rows = suggestions_of(session, found.sheet.row.id, group)
        chosen = deciding.Filter(proposed=noun or None, group=group)
        if not noun:
            raise UseError("wrong-use", item="the bulk acceptance", expected="a kind",
                           found="none")  # fmt: skip
        done = deciding.accept_all(session, chosen, rows)
    count = len(done.accepted)
    words = ngettext(
        "%(count)s suggestion was accepted in bulk: not a review.",
        "%(count)s suggestions were accepted in bulk: not a review.", count,
    ) % {"count": count}  # fmt: skip
    messages.warning(request, words)
    if done.refused:
        left = len(done.refused)
        messages.info(request, ngettext(
            "%(count)s could not be accepted: what it names is not decided.",
            "%(count)s could not be accepted: what they name is not decided.", left,
        ) % {"count": left})  # fmt: skip
    return page_again(request, found)


@page(Deed.REVIEW, "POST")
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """Record that this person read the text to its end."""
    with turn(request) as session:
        found = look(session, ref)
        done = ended(session, found, sitting(request, found).added)
    messages.success(request, _("Read to the end by %(person)s: %(ref)s.") % {
        "person": done.row.by, "ref": done.ref,
    })  # fmt: skip
    return page_again(request, found)
