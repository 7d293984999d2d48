"""How far a job is: a piece of a page that asks again by itself until it is done."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from probatum.desk.jobs.running import RUNNING
from probatum.desk.models import Job
from probatum.desk.page import EVERYBODY, page
from probatum.jobs.orders import ORDERS

# Tasks whose order is in memory, and the name of the page of each of their jobs.
OF_ORDERS = {"package": "package_made", "verify": "package_verified"}


@page(EVERYBODY)
def job(request: HttpRequest, number: int) -> HttpResponse:
    """One job, to whoever wanted it and to owners."""
    found = Job.objects.filter(pk=number).first()
    if found is None or not (found.by == request.user.display_name or request.user.role == "owner"):
        raise Http404
    whole = not getattr(request, "htmx", False)
    template = "desk/jobs/job.html" if whole else "desk/pieces/job.html"
    answer = render(request, template, {"job": found})
    if not whole and not found.is_open:
        # The page that shows it may want to show what became of it.
        answer.headers["HX-Trigger"] = "job-ended"
        if found.task == "check":  # beside it the page says when the last check was: not any more
            answer.headers["HX-Refresh"] = "true"
    return answer


@page(EVERYBODY, "POST")
def stop(request: HttpRequest, number: int) -> HttpResponse:
    """End a job about a package at its next piece; nothing half-done is left of it."""
    found = Job.objects.filter(pk=number, task__in=OF_ORDERS, by=request.user.display_name).first()
    if found is None:
        raise Http404
    order = ORDERS.fetch(str(found.given.get("order", "")), found.by)
    if order is not None:
        order.stop.set()
        RUNNING.wake()
    return redirect(OF_ORDERS[found.task], number)


@page(EVERYBODY)
def mine(request: HttpRequest) -> HttpResponse:
    """The newest jobs of this person; an owner sees those of everybody."""
    jobs = Job.objects.order_by("-id")
    if request.user.role != "owner":
        jobs = jobs.filter(by=request.user.display_name)
    return render(request, "desk/jobs/jobs.html", {"jobs": jobs[:50]})
