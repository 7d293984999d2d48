"""Two people have the same record open: the second sees the first's version, and decides."""

from __future__ import annotations

from desk.browser import chromium
from desk.opened_desk import OpenedDesk
from probatum.acts.put_record import put
from record_case import INCIDENT


def test_the_second_sees_what_the_first_recorded_and_decides(desk: OpenedDesk) -> None:
    with desk.session("owner") as session:
        ref = put(session, INCIDENT).ref
    with chromium(desk) as browser:
        one, other = browser.visit("owner"), browser.visit("investigator", width=360)
        for visit in (one, other):
            visit.go(f"/records/{ref}/revise/")
        one.page.fill("[name=title]", "Shots at the exercise bridge")
        one.page.fill("[name=why]", "The report names the bridge")
        one.page.click("main form.form button.is-primary")
        assert one.page.locator("h1").inner_text() == "Shots at the exercise bridge"

        other.page.fill("[name=title]", "Shots at the exercise ford")
        other.page.fill("[name=why]", "The map shows a ford")
        other.page.click("main form.form button.is-primary")
        said = other.page.locator("main").inner_text()
        assert "Shots at the exercise bridge" in said
        assert "Shots at the exercise ford" in said
        assert "O. Owner" in said
        assert other.axe() == [] and other.overflows == 0
        assert _title(desk, ref) == "Shots at the exercise bridge"  # nothing was written over

        other.page.click("main form button.is-primary")
        other.page.wait_for_url(f"**/records/{ref}/")
        assert _title(desk, ref) == "Shots at the exercise ford"
        history = other.page.locator("#history").inner_text()
        assert "The report names the bridge" in history and "The map shows a ford" in history
        assert [each for each in other.complaints if "409" not in each] == []


def _title(desk: OpenedDesk, ref: str) -> str:
    with desk.session("owner") as session:
        return str(session.find_record(ref).body.title)
