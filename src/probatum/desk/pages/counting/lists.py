"""Victim lists at the desk: which there are, how one is read, the report of its rows."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from probatum.acts.check_lists import Checks, check_lists, meaning_of
from probatum.acts.session import Session
from probatum.acts.suggest_mapping import columns_of
from probatum.acts.victim_lists import ListRow, find_list, lists_of
from probatum.desk.holding import turn
from probatum.desk.page import in_their_language, page
from probatum.model.roles import Deed

# Rows are read in one turn, and the others wait: beyond this it takes too long for a page.
MOST_BYTES = 2_000_000
_MOST_TROUBLES = 200


@page(Deed.READ)
def victim_lists(request: HttpRequest) -> HttpResponse:
    """The lists of the case."""
    with turn(request) as session:
        found = lists_of(session)
    return render(request, "desk/counting/lists.html", {"lists": found})


@page(Deed.READ, "GET", "HEAD", "POST")
def victim_list(request: HttpRequest, ref: str) -> HttpResponse:
    """One list; asked by POST, its rows are read and reported, which is a read of its own."""
    with turn(request) as session, in_their_language():
        found = find_list(session, ref)
        session.saw_records("victim list", [found.row])
        small = _is_small(found)
        checks = _checked(session, found) if request.method == "POST" and small else None
    mapping = found.body.mapping
    return render(
        request,
        "desk/counting/list.html",
        {
            "list": found,
            "columns": () if mapping is None else tuple(columns_of(mapping).items()),
            "small": small,
            "checked": None if checks is None else checks.lists[0],
            "codes": [] if checks is None else [
                (code, count, meaning_of(code))
                for code, count in checks.lists[0].report.codes.items()
            ],
            "troubles": () if checks is None else checks.lists[0].report.troubles[:_MOST_TROUBLES],
        },
    )  # fmt: skip


def _is_small(found: ListRow) -> bool:
    if found.body.of == "records":
        return True
    return found.item is not None and (found.item.size_bytes or 0) <= MOST_BYTES


def _checked(session: Session, found: ListRow) -> Checks:
    return check_lists(session, [found.ref])
