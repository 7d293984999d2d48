"""Deciding at the desk: every decision is one POST, made once, and never over another's head.

A form carries ``seen``, which stands for the decisions that its page showed. If somebody decided
meanwhile, theirs is shown instead. Whoever sends the same decision twice has decided once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from probatum.acts import add_missed as adding
from probatum.acts import decide_suggestion as deciding
from probatum.acts import review_item as reviewing
from probatum.acts.put_record import put
from probatum.acts.read_item import suggestions_of
from probatum.acts.retract_record import retract
from probatum.acts.review_item import Step
from probatum.acts.review_look import Look, after, look, without
from probatum.acts.review_look import end as ended
from probatum.acts.same_as import same_as
from probatum.acts.second_look import answer, ask
from probatum.acts.session import Session
from probatum.desk.holding import turn
from probatum.desk.models import ReviewSitting
from probatum.desk.page import page
from probatum.desk.pages.review import correcting
from probatum.desk.pages.review.report import correct_context, marks, step_context
from probatum.desk.pages.review.showing import Shown
from probatum.errors import InputError, UseError
from probatum.model.roles import Deed

_VERDICTS = {"accept": "accepted", "same": "accepted", "undecided": "accepted",
             "correct": "corrected", "reject": "rejected"}  # fmt: skip
_WHY = "taken back in the review"
_MOST_BACK = 50


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
            return _again(request, session, found, step, _("Say why it is rejected."))
        falls = {each.name for each in found.sheet.falls_with(step)} if act == "reject" else set()
        if not falls <= set(said.get("falls", "").split()):
            return _again(request, session, found, step,
                          _("More falls with it than was shown to you. Look again."))  # fmt: skip
        done: list[deciding.Decided] = []
        judged: list[str] = []
        try:
            _do(session, found, step, request, done, judged)
        except (InputError, UseError) as error:
            if error.code == "not-permitted":
                raise
            _remember(request, found, step, done, judged)
            return _refused(request, session, found, step, error, done)
        _remember(request, found, step, done, judged)
        return _answered(request, session, after(session, found, done), step, done)


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
            if not reasons:
                raise UseError("wrong-use", item="undecided", expected="a reason", found="none")
            reviewing.accept(session, found.sheet, step, done=done)
            for each in done:
                if each.body.suggestion == said.get("suggestion"):
                    made = each.made[0].id
                    judgement = same_as(session, made, said["record"], "undecided", reasons)
                    judged.append(judgement.id)


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


def _answered(
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
        return _to(found, following or step.name)
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


def _again(
    request: HttpRequest, session: Session, found: Look, step: Step, title: str, words: str = ""
) -> HttpResponse:
    """Return the step as it stands now, with what the person has to know first."""
    shown = Shown(found, focus=step.name)
    context = step_context(session, shown, step.name)
    context |= {"notice": title, "notice_words": words, "stays": True}
    if getattr(request, "htmx", False):
        return render(request, "desk/review/step_again.html", context)
    return render(request, "desk/review/step_page.html", context, status=409)


def _decided_already(
    request: HttpRequest, session: Session, found: Look, step: Step, act: str
) -> HttpResponse:
    row = found.decision(step)
    if row is not None and row.by == session.by and step.state == _VERDICTS[act]:
        return _answered(request, session, found, step)  # sent twice, decided once
    if row is None:
        return _again(request, session, found, step,
                      _("Somebody took the decision back meanwhile. Decide again."))  # fmt: skip
    title = _("%(person)s decided meanwhile.") % {"person": row.by}
    words = _("Theirs stands. Take it back if you see it differently; they will see that.")
    return _again(request, session, found, step, title, words)


def _refused(
    request: HttpRequest, session: Session, found: Look, step: Step,
    error: InputError | UseError, done: list[deciding.Decided],
) -> HttpResponse:  # fmt: skip
    now = after(session, found, done)
    words = ". ".join(filter(None, (str(error), error.remedy)))
    if request.POST["act"] != "correct" or done:
        fresh = now.sheet.step(step.name)
        return _again(request, session, now, fresh, _("This was not taken."), words)
    shown = Shown(now, focus=step.name)
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


def _to(found: Look, name: str) -> HttpResponse:
    address = reverse("review", args=[found.sheet.row.ref])
    return HttpResponseRedirect(f"{address}?{urlencode({'at': name})}#s-{name}")


# -- taking back --------------------------------------------------------------------------------


def _taken_back(request: HttpRequest, session: Session, found: Look, step: Step) -> HttpResponse:
    if not step.decided:
        return _answered(request, session, found, step)  # taken back already
    if found.token(step) != request.POST.get("seen", ""):
        return _again(request, session, found, step,
                      _("Somebody decided anew meanwhile. Look again."))  # fmt: skip
    gone = [each.name for each in reviewing.take_back(session, found.sheet, step, _WHY)]
    fresh = without(session, found)
    words = ngettext("Taken back.", "Taken back: %(count)s suggestions.", len(gone)) % {
        "count": len(gone)
    }
    return _answered(request, session, fresh, fresh.sheet.step(step.name), gone=gone, said=words)


@page(Deed.REVIEW, "POST")
def undo_last(request: HttpRequest, ref: str) -> HttpResponse:
    """Take back what this person decided last in this sitting, with all that came with it."""
    with turn(request) as session:
        found = look(session, ref)
        sitting = _sitting(request, found)
        batches = sitting.presses
        standing = {row.id for row in found.decisions.values()}
        last: tuple[str, list[str], list[str]] | None = None
        while batches and last is None:
            batch = batches.pop()
            if not standing.isdisjoint(batch[1]) and found.sheet.find(batch[0]) is not None:
                last = (batch[0], batch[1], batch[2])
        sitting.save()
        if last is None:
            messages.info(request, _("Nothing of this sitting is left to take back."))
            return _page_again(request, found)
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
        return _answered(request, session, fresh, fresh.sheet.step(name), gone=names,
                         said=_("Taken back: %(name)s.") % {"name": name})  # fmt: skip


def _page_again(request: HttpRequest, found: Look) -> HttpResponse:
    address = reverse("review", args=[found.sheet.row.ref])
    if getattr(request, "htmx", False):
        response = HttpResponse(status=204)
        response.headers["HX-Redirect"] = address
        return response
    return HttpResponseRedirect(address)


def _remember(
    request: HttpRequest, found: Look, step: Step, done: list[deciding.Decided], judged: list[str]
) -> None:
    """Keep what one press decided, in the desk's database: it is taken back as one."""
    if not done:
        return
    sitting = _sitting(request, found)
    sitting.presses.append([step.name, [each.decision.id for each in done], judged])
    del sitting.presses[:-_MOST_BACK]
    sitting.save()


def _sitting(request: HttpRequest, found: Look) -> ReviewSitting:
    """Return what this person did at this reading, in the desk's database."""
    group = found.sheet.reading.group or ""
    sitting: ReviewSitting
    sitting, _new = ReviewSitting.objects.get_or_create(person=request.user, reading=group)
    return sitting


# -- beside the suggestions ---------------------------------------------------------------------


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
            return _again(request, session, found, step, _("The decision has changed. Look again."))
        if said.get("act") == "ask":
            ask(session, row.id, reasons)
        elif said.get("act") in ("agree", "differ"):
            answer(session, row.id, reasons, agrees=said["act"] == "agree")
        else:
            raise Http404
        fresh = without(session, found)
        return _answered(request, session, fresh, fresh.sheet.step(name), gone=[name],
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
        sitting = _sitting(request, found)
        sitting.added += 1
        sitting.save()
    refs = ", ".join(each.ref for each in made)
    messages.success(request, _("Recorded: %(refs)s.") % {"refs": refs})
    return _page_again(request, found)


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
    return _page_again(request, found)


@page(Deed.REVIEW, "POST")
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """Record that this person read the text to its end."""
    with turn(request) as session:
        found = look(session, ref)
        done = ended(session, found, _sitting(request, found).added)
    messages.success(request, _("Read to the end by %(person)s: %(ref)s.") % {
        "person": done.row.by, "ref": done.ref,
    })  # fmt: skip
    return _page_again(request, found)
