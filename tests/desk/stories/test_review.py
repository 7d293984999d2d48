"""A report is read, reviewed by keyboard to its end, and becomes an incident with its denial."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from desk.browser import Chromium, chromium
from desk.looks import LOOKS, Look, seen_in
from desk.opened_desk import OpenedDesk
from probatum.acts.add_files import add
from probatum.acts.extract_text import extract
from probatum.acts.review_item import sheet

REPORT = (
    "Shelling of Dorna killed at least 12 people on Tuesday, Mayor Anna Tal said.\n"
    "The army of Norland denied that it shelled Dorna.\n"
)


@pytest.fixture(scope="module")
def browser(desk: OpenedDesk) -> Iterator[Chromium]:
    with chromium(desk) as made:
        yield made


@pytest.fixture(scope="module")
def ref(desk: OpenedDesk, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("reports") / "harbour-post.txt"
    path.write_text(REPORT, "utf-8")
    with desk.session() as session:
        found = str(add(session, [str(path)]).lines[0].ref)
        extract(session, [found])
    return found


def press(page: Page, key: str, then: str) -> None:
    """Press a key of what is open, and wait for what comes of it."""
    page.wait_for_selector(f'details.step[open] [data-key="{key}"]')
    page.keyboard.press(key)
    page.wait_for_selector(then)


def test_read_and_review_a_report_to_an_incident_with_its_denial(
    desk: OpenedDesk, browser: Chromium, ref: str
) -> None:
    visit = browser.visit("investigator")
    page = visit.page

    # It is read in the background, from the list of what nobody read.
    visit.go("/review/?list=unread")
    page.get_by_text("How they are read").click()
    page.get_by_label("Day of publication").fill("2025-05-08")
    page.get_by_label("Publisher").fill("The Harbour Post")
    page.get_by_role("button", name=f"Read {ref}").click()
    page.get_by_text("Done.").wait_for()
    page.get_by_role("link", name="Open the review").click()

    # Each suggestion is looked at; its characters are marked; one key decides.
    expect(page.locator("#progress")).to_contain_text("0 of")
    with desk.session() as session:
        shown = sheet(session, ref)
        denial = next(each for each in shown.steps if each.proposed.get("stance") == "denies")
        incident = next(each.name for each in shown.steps
                        if each.proposed.get("record") == "incident/1")  # fmt: skip
        count = len(shown.steps)
    page.wait_for_load_state()  # what listens to keys is there then, and not before
    page.keyboard.press("j")
    expect(page.locator("details.step[open] > summary")).to_be_focused()
    page.locator(f"#s-{denial.name} > summary").click()
    expect(page.locator(".line .m-content").first).to_be_visible()
    expect(page.locator(".line .m-cue")).to_have_text("denied")
    assert visit.axe() == []

    # What falls with a rejection is told before; nothing is rejected by looking.
    page.locator(f"#s-{incident} > summary").click()
    page.wait_for_selector('details[open] [data-key="r"]')
    page.keyboard.press("r")
    expect(page.locator("details[open] .falls")).to_contain_text("with it")

    # Everything is accepted by keyboard, and the last press is taken back and made again.
    page.locator(f"#s-{incident} > summary").focus()
    press(page, "a", f"#s-{incident}.is-accepted")
    page.wait_for_selector("details.step.is-open[open]")
    page.locator(f"#s-{denial.name} > summary").focus()
    if not page.locator(f"#s-{denial.name}[open]").count():
        page.keyboard.press("Enter")
    page.wait_for_selector(f"#s-{denial.name}[open] [data-key=a]")
    press(page, "a", f"#s-{denial.name}.is-accepted")
    page.keyboard.press("u")
    page.wait_for_selector(f"#s-{denial.name}.is-open")
    for _ in range(count):
        left = page.locator("details.step.is-open").count()
        if not left:
            break
        if not page.locator("details.step.is-open[open]").count():
            page.locator("details.step.is-open > summary").first.click()
        page.wait_for_selector('details.step[open] [data-key="a"]')
        page.keyboard.press("a")
        page.wait_for_function(
            "left => document.querySelectorAll('details.step.is-open').length < left", arg=left
        )
    expect(page.locator("#progress")).to_contain_text(f"{count} of {count} decided")
    expect(page.locator(f"#s-{denial.name}")).to_contain_text("Not: this is so.")

    # Any sentence leads to its bytes and its entries of the log.
    page.locator("[data-beside]").first.click()
    expect(page.locator("#beside")).to_contain_text("SHA-256 of its text")
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Read to the end by I. Investigator").click()
    expect(page.get_by_text("Read to the end by I. Investigator").first).to_be_visible()
    assert (visit.complaints, visit.elsewhere) == ([], [])

    with desk.session() as session:
        [ended] = session.index.records(["review"])
        assert (ended.by, ended.body.left_open) == ("I. Investigator", 0)
        said = [row.body for row in session.index.records(["assertion"]) if not row.retracted]
        assert len({body.stance for body in said}) == 2
        [about] = [body.about for body in said if body.stance == "denies"]
        [denied] = session.index.some_records([about])
        [happened] = session.index.records(["incident"])
        assert denied.body.incident == happened.id


@pytest.mark.parametrize("look", LOOKS)
def test_the_review_is_whole_in_every_look(browser: Chromium, ref: str, look: Look) -> None:
    lang, theme, width = look
    visit = browser.visit("investigator", lang=lang, theme=theme, width=width)
    pages = [f"/review/{ref}/", "/review/", f"/review/{ref}/step/i1/", "/review/?list=unread",
             f"/review/{ref}/?at=i1", "/review/?list=ended",
             f"/review/{ref}/where/0-8/"]  # fmt: skip
    for address in seen_in(look, pages):
        visit.go(address)
        assert (visit.axe(), visit.overflows) == ([], 0), address
    assert (visit.complaints, visit.elsewhere) == ([], [])


def test_the_review_works_without_a_script(
    desk: OpenedDesk, browser: Chromium, tmp_path: Path
) -> None:
    from probatum.acts.article import Stated
    from probatum.acts.extractors import Chosen, opened
    from probatum.acts.read_item import read_items

    path = tmp_path / "again.txt"
    path.write_text("Mayor Anna Tal said that 3 people were killed in Dorna.", "utf-8")
    with desk.session() as session:
        ref = str(add(session, [str(path)]).lines[0].ref)
        with opened(Chosen(), session) as extractor:
            read_items(session, [ref], extractor, Stated())
        name = sheet(session, ref).steps[0].name
    visit = browser.visit("reviewer", java_script_enabled=False)
    visit.go(f"/review/{ref}/step/{name}/")
    visit.page.get_by_role("button", name="Accept").first.click()
    expect(visit.page.locator("#progress")).to_contain_text("of")
    with desk.session() as session:
        assert sheet(session, ref).step(name).state == "accepted"
