"""Pairs of rows at the desk: the queue of the terminal, one pair a page, with both rows beside.

Pairs drawn at random are judged without what the model thinks of them: it would lead the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

from probatum.acts.count_libraries import require_counting
from probatum.acts.count_runs import Run, runs
from probatum.acts.session import Session
from probatum.desk.holding import turn
from probatum.desk.page import page
from probatum.errors import UseError
from probatum.jobs.rows import ROWS
from probatum.model.roles import Deed

if TYPE_CHECKING:
    from probatum.acts.count_review import Review

Words = Mapping[str, "str | Promise"]
FIELDS: Words = {
    "name": lazy("Name"), "father": lazy("Father"), "grandfather": lazy("Grandfather's name"),
    "mother": lazy("Mother"), "kunya": lazy("Kunya"), "sex": lazy("Sex"),
    "age": lazy("Age"), "born": lazy("Born"), "died": lazy("Died"), "place": lazy("Place"),
    "cause": lazy("Cause"), "weapon": lazy("Weapon"),
    "alleged perpetrator": lazy("Alleged perpetrator"), "status": lazy("Status"),
    "became": lazy("What became of them"), "source": lazy("Source"),
}  # fmt: skip
VERDICTS: Words = {
    "agrees": lazy("agrees"), "fits": lazy("fits"), "differs": lazy("differs"),
    "one side": lazy("only one says"), "": "",
}  # fmt: skip
SIGNS = {"agrees": "is-good", "differs": "is-bad", "fits": "is-accent"}
MOST = 100
# What a run of some 20,000 rows weighs. Reading them takes a while, and the others wait.
MOST_BYTES = 8_000_000


@page(Deed.READ)
def pairs(request: HttpRequest) -> HttpResponse:
    """The next pair that this person has not answered, or the one that is asked for."""
    purpose = _purpose(request.GET.get("of", ""))
    with turn(request) as session:
        linked = next(runs(session, "link"), None)
        if linked is None or linked.entry.size_bytes > MOST_BYTES:
            return render(request, "desk/counting/pairs.html", {"linked": linked})
        sitting = _sitting(session, linked, purpose)
        at = _asked(sitting, request.GET.get("pair", ""), request.GET.get("after", ""))
        pair = None if at is None else sitting.shown(at)
        measures = _measures(sitting) if purpose == "sample" else ()
    return render(
        request,
        "desk/counting/pairs.html",
        {
            "linked": linked, "purpose": purpose, "pair": pair, "measures": measures,
            "open": len(sitting.open), "all": len(sitting.order),
            "likely": None if pair is None else pair.probability * 100,
            "before": _number(request.GET.get("done", "")),
            "lines": () if pair is None else [
                (FIELDS.get(line.field, line.field), line, VERDICTS[line.verdict],
                 SIGNS.get(line.verdict, ""))
                for line in pair.lines
            ],
        },
    )  # fmt: skip


@page(Deed.READ, "POST")
def pair_answer(request: HttpRequest) -> HttpResponse:
    """Record what this person says of a pair, as a record of its own; the act asks for the role."""
    purpose = _purpose(request.POST.get("of", ""))
    answer = request.POST.get("answer", "")
    if answer not in ("yes", "no", "undecided"):
        raise UseError("wrong-use", item="the answer", expected="yes, no or undecided",
                       found="another word", remedy="choose one of the three")  # fmt: skip
    with turn(request) as session:
        linked = next((each for each in runs(session, "link")
                       if each.id == request.POST.get("run", "")), None)  # fmt: skip
        if linked is None:
            raise UseError("unknown-id", item="the run of this page", expected="a link run",
                           found="none", remedy="open the pairs again")  # fmt: skip
        sitting = _sitting(session, linked, purpose)
        at = _number(request.POST.get("pair", ""))
        if at is None or at not in sitting.order:
            raise UseError("unknown-id", item="the pair of this page", expected="one of the run",
                           found="another", remedy="open the pairs again")  # fmt: skip
        sitting.answer(
            at, cast('Literal["yes", "no", "undecided"]', answer),
            request.POST.get("reasons", "")[:4000],
        )  # fmt: skip
    asked = f"done={at}" + ("&of=sample" if purpose == "sample" else "")
    return redirect(f"{reverse('pairs')}?{asked}")


def _sitting(session: Session, linked: Run, purpose: Literal["queue", "sample"]) -> Review:
    require_counting("review of pairs")
    from probatum.acts.count_review import review

    return review(session, purpose=purpose, run_id=linked.id, most=MOST, remembered=ROWS)


def _measures(sitting: Review) -> object:
    from probatum.acts.count_review import measured

    found = measured(sitting.session, sitting.run, sitting.kept).measured
    return [(each.what, each.value * 100, each.low * 100, each.high * 100, each.pairs)
            for each in found]  # fmt: skip


def _asked(sitting: Review, pair: str, after: str) -> int | None:
    """Return the pair that is asked for, or the open one behind another, or the first open one."""
    wanted, passed = _number(pair), _number(after)
    if wanted in sitting.order:
        return wanted
    behind = sitting.order
    if passed in sitting.order:
        behind = sitting.order[sitting.order.index(passed) + 1 :]
    return next((at for at in behind if at not in sitting.answered), None)


def _purpose(said: str) -> Literal["queue", "sample"]:
    return "sample" if said == "sample" else "queue"


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None
