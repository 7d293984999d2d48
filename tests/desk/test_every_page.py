"""Every page of the exercise in Chromium: axe finds nothing, nothing leaves, nothing overflows.

One walk in Ukrainian, whose words are long, finds all pages; each is made narrow where it stands.
Those that differ most are opened in Arabic as well, dark and narrow. axe is asked about the first
of each in one of both looks, in ``make test-deep`` in both: what it finds in one alone are colours,
and those of all parts stand in the style guide (``test_look_in_browser.py``). Pages of items and
reviews, which tests of their own look at, are here only made narrow.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deep import DEEP
from desk.browser import Chromium, Visit, chromium
from desk.opened_desk import OpenedDesk
from desk.walking import walk

# Pages of the navigation and below, which the walk must have come to.
MAIN = {"home", "search", "item", "item_custody", "reviews", "review", "incidents", "incident",
        "incident_paper", "map", "timeline", "people_and_groups", "sources", "numbers",
        "disclosures", "disclose", "package_verify", "log", "log_acts", "log_reads", "settings",
        "settings_terms", "settings_places", "records", "record", "record_revise", "uploads",
        "people", "person",
        "people_add", "person-settings", "mfa_index", "compare_copy", "compartment",
        "log_anchors", "settings_map", "settings_left", "erasure"}  # fmt: skip
# Looked at with axe in every look, in pages/items/test_in_browser.py and stories/test_review.py.
ELSEWHERE = {"item", "item_custody", "reviews", "review"}
UNLIKE = tuple(
    name for name in ("home", "search", "item", "review", "incident", "map", "disclose", "log",
                      "record", "uploads", "compartment", "log_anchors", "erasure")
    if DEEP or name not in ELSEWHERE
)  # fmt: skip
# Of these the ones that axe is asked about there; the others weigh most, and it was asked before.
ASKED_THERE = set(UNLIKE) - (set() if DEEP else {"home", "incident", "map"})
ASKED_HERE = MAIN - (set() if DEEP else ASKED_THERE | ELSEWHERE)
ADVICE = ("[DOM]", "[.WebGL")  # of the browser: about names beside passwords, about slow drawing
WIDE, NARROW = 1280, 360


@pytest.fixture(scope="module")
def browser(village: OpenedDesk) -> Iterator[Chromium]:
    with chromium(village) as made:
        yield made


def faults(visit: Visit, widths: tuple[int, ...], *, axe: bool) -> list[object]:
    """Return what is wrong with the page that is open, at these widths; forget what was said."""
    found: list[object] = [*visit.axe()] if axe else []
    for width in widths:
        if len(widths) > 1:
            visit.page.set_viewport_size({"width": width, "height": 900})
        if visit.overflows:
            found.append(f"{visit.overflows} px too wide at {width}")
    found += [said for said in visit.complaints if not said.startswith(ADVICE)]
    found += visit.elsewhere
    visit.complaints.clear()
    visit.elsewhere.clear()
    return found


def test_every_page_is_for_everybody_and_asks_nobody_else(browser: Chromium) -> None:
    wrong: dict[str, list[object]] = {}
    first_of: dict[str, str] = {}

    def look(address: str, name: str) -> None:
        first = first_of.setdefault(name, address) == address
        if found := faults(visit, (NARROW, WIDE), axe=first and name in ASKED_HERE):
            wrong[address] = found

    visit = browser.visit("owner", lang="uk", theme="light", width=WIDE)
    names = walk(visit, look)
    visit = browser.visit("owner", lang="ar", theme="dark", width=NARROW)
    for name in UNLIKE:
        visit.go(first_of[name])
        if found := faults(visit, (NARROW,), axe=name in ASKED_THERE):
            wrong[f"{first_of[name]} in Arabic"] = found
    assert not wrong, "\n".join(f"{address}: {said}" for address, said in wrong.items())
    assert not MAIN - names
