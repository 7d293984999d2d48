"""Deciding at the desk: every decision is one POST, made once, and never over another's head.

A form carries ``seen``, which stands for the decisions that its page showed. If somebody decided
meanwhile, theirs is shown instead. Whoever sends the same decision twice has decided once.
"""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from probatum.acts import decide_suggestion as deciding
from probatum.acts import review_item as reviewing
from probatum.acts.put_record import put
from probatum.acts.retract_record import retract
from probatum.acts.review_item import Step
from probatum.acts.review_look import Look
from probatum.acts.session import Session
from probatum.acts.undecided import accept_undecided
from probatum.desk.holding import turn
from probatum.desk.page import in_their_language, page
from probatum.desk.pages.review import correcting
from probatum.desk.pages.review.answering import after, again, answered, look, page_again, without
from probatum.desk.pages.review.report import correct_context
from probatum.desk.pages.review.showing import Shown
from probatum.desk.pages.review.sittings import remember, sitting
from probatum.desk.told import told
from probatum.errors import InputError, UseError
from probatum.model.roles import Deed

_VERDICTS = {"accept": "accepted", "same": "accepted", "undecided": "accepted",
             "correct": "corrected", "reject": "rejected"}  # fmt: skip
_WHY = "taken back in the review"


@page(Deed.REVIEW, "POST")
def decide(request: HttpRequest, ref: str, name: str) -> HttpResponse:
    """Accept, correct, reject a suggestion, say which record it means, or take a decision back."""
    said = request.POST
    act = said.get("act", "")
    with turn(request) as session:
        found = look(session, ref)
        step = found.sheet.step(name)
        if act == "undo":
            return _taken_back(request, session, found, step)
        if act not in _VERDICTS:
            raise Http404
        if found.token(step) != said.get("seen", ""):
            return _decided_already(request, session, found, step, act)
        if act == "reject" and not said.get("reasons", "").strip():
            return again(request, session, found, step, _("Say why it is rejected."))
        falls = {each.name for each in found.sheet.falls_with(step)} if act == "reject" else set()
        if not falls <= set(said.get("falls", "").split()):
            return again(request, session, found, step,
                          _("More falls with it than was shown to you. Look again."))  # fmt: skip
        done: list[deciding.Decided] = []
        judged: list[str] = []
        try:
            _do(session, found, step, request, done, judged)
        except (InputError, UseError) as error:
            if error.code == "not-permitted":
                raise
            remember(request, found, step, done, judged)
            return _refused(request, session, found, step, error, done)
        remember(request, found, step, done, judged)
        return answered(request, session, after(session, found, done), step, done)


def _do(
    session: Session, found: Look, step: Step, request: HttpRequest,
    done: list[deciding.Decided], judged: list[str],
) -> None:  # fmt: skip
    said = request.POST
    reasons = said.get("reasons", "").strip()
    match said["act"]:
        case "reject":
            reviewing.reject(session, found.sheet, step, reasons, done=done)
        case "correct":
            _correct(session, found, step, request, done)
        case "accept":
            reviewing.accept(session, found.sheet, step, done=done)
        case "same":
            meant = {said.get("suggestion", ""): said.get("record", "")}
            reviewing.accept(session, found.sheet, step, meant, done=done)
        case "undecided":
            accept_undecided(
                session, found.sheet, step, said.get("suggestion", ""), said.get("record", ""),
                reasons, done=done, judged=judged,
            )  # fmt: skip


def _correct(
    session: Session, found: Look, step: Step, request: HttpRequest, done: list[deciding.Decided]
) -> None:
    fields = {name: str(value) for name, value in request.POST.items()}
    wanted = correcting.corrected(found.sheet, step, fields)
    reasons = fields.get("reasons", "").strip()
    if not reasons:
        raise UseError("wrong-use", item="the correction", expected="a reason", found="none")
    if wanted.speaker is not None:
        new = put(session, {"record": "source/1", "kind": "person",
                            "names": [{"full": wanted.speaker[:500]}]})  # fmt: skip
        wanted.record["speaker"] = new.id
    if wanted.record == dict(step.proposed) and not wanted.beside:
        raise UseError("wrong-use", item="the correction", expected="another field",
                       found="what was suggested", remedy="accept it as it is")  # fmt: skip
    reviewing.correct(session, found.sheet, step, wanted.record, reasons, beside=wanted.beside,
                      done=done)  # fmt: skip


# -- answers ------------------------------------------------------------------------------------


def _decided_already(
    request: HttpRequest, session: Session, found: Look, step: Step, act: str
) -> HttpResponse:
    row = found.decision(step)
    if row is not None and row.by == session.by and step.state == _VERDICTS[act]:
        return answered(request, session, found, step)  # sent twice, decided once
    if row is None:
        return again(request, session, found, step,
                      _("Somebody took the decision back meanwhile. Decide again."))  # fmt: skip
    title = _("%(person)s decided meanwhile.") % {"person": row.by}
    words = _("Theirs stands. Take it back if you see it differently; they will see that.")
    return again(request, session, found, step, title, words)


def _refused(
    request: HttpRequest, session: Session, found: Look, step: Step,
    error: InputError | UseError, done: list[deciding.Decided],
) -> HttpResponse:  # fmt: skip
    now = after(session, found, done)
    words = told(error)
    if request.POST["act"] != "correct" or done:
        fresh = now.sheet.step(step.name)
        return again(request, session, now, fresh, _("This was not taken."), words)
    shown = Shown(now, focus=step.name)
    with in_their_language():
        context = correct_context(session, shown, step.name)
    typed = request.POST
    context["fields"] = [
        correcting.Field(each.name, each.label, typed.get(each.name, each.value), each.options,
                         each.help, each.wide)
        for each in correcting.fields_of(now.sheet, step)
    ]  # fmt: skip
    context |= {"notice": _("This was not taken."), "notice_words": words,
                "reasons": typed.get("reasons", "")}  # fmt: skip
    if getattr(request, "htmx", False):
        response = render(request, "desk/review/correct.html", context)
        response.headers["HX-Retarget"] = f"#b-{step.name}"
        response.headers["HX-Reswap"] = "innerHTML"
        return response
    return render(request, "desk/review/correct_page.html", context, status=422)


# -- taking back --------------------------------------------------------------------------------


def _taken_back(request: HttpRequest, session: Session, found: Look, step: Step) -> HttpResponse:
    if not step.decided:
        return answered(request, session, found, step)  # taken back already
    if found.token(step) != request.POST.get("seen", ""):
        return again(request, session, found, step,
                      _("Somebody decided anew meanwhile. Look again."))  # fmt: skip
    gone = [each.name for each in reviewing.take_back(session, found.sheet, step, _WHY)]
    fresh = without(session, found)
    words = ngettext("Taken back.", "Taken back: %(count)s suggestions.", len(gone)) % {
        "count": len(gone)
    }
    return answered(request, session, fresh, fresh.sheet.step(step.name), gone=gone, said=words)


@page(Deed.REVIEW, "POST")
def undo_last(request: HttpRequest, ref: str) -> HttpResponse:
    """Take back what this person decided last in this sitting, with all that came with it."""
    with turn(request) as session:
        found = look(session, ref)
        mine = sitting(request, found)
        batches = mine.presses
        standing = {row.id for row in found.decisions.values()}
        last: tuple[str, list[str], list[str]] | None = None
        while batches and last is None:
            batch = batches.pop()
            if not standing.isdisjoint(batch[1]) and found.sheet.find(batch[0]) is not None:
                last = (batch[0], batch[1], batch[2])
        mine.save()
        if last is None:
            messages.info(request, _("Nothing of this sitting is left to take back."))
            return page_again(request, found)
        name, ids, judged = last
        for judgement in judged:
            retract(session, judgement, _WHY)
        about = {row.id: suggestion for suggestion, row in found.decisions.items()}
        gone = [about[each] for each in ids if each in standing]
        for each in reversed(ids):
            if each in standing:
                deciding.undo(session, each, _WHY)
        fresh = without(session, found)
        names = [each.name for each in fresh.sheet.steps
                 if any(row.id in gone for row in each.rows)]  # fmt: skip
        return answered(request, session, fresh, fresh.sheet.step(name), gone=names,
                         said=_("Taken back: %(name)s.") % {"name": name})  # fmt: skip
