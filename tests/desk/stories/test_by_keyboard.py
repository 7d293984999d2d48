"""From a report to a court by keyboard alone, a second look, and who read what for the auditor."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest
from playwright.sync_api import Page, expect

from desk.browser import Chromium, chromium
from desk.opened_desk import OpenedDesk
from probatum.acts.add_files import add
from probatum.acts.article import Stated
from probatum.acts.clear_item import clear
from probatum.acts.disclose_items import verifier_bytes
from probatum.acts.extract_text import extract
from probatum.acts.extractors import Chosen, opened
from probatum.acts.read_item import read_items
from probatum.acts.review_item import accept, sheet

REPORT = (
    "Shelling of Dorna killed at least 12 people on Tuesday, Mayor Anna Tal said.\n"
    "The army of Norland denied that it shelled Dorna.\n"
)
SECRET = "an invented passphrase of the package"
# Where the focus is, and whether somebody who looks can see it.
FOCUS_SHOWS = """() => {
  const now = document.activeElement;
  return [now, now.parentElement].some(each => {
    const look = getComputedStyle(each);
    return look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0
      || look.boxShadow !== "none";
  });
}"""


class Keys:
    """Somebody who has no mouse: goes from one control to the next, and sees where they are."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, selector: str, most: int = 120) -> None:
        """Press Tab until the control has the focus."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("what => document.activeElement.matches(what)", selector):
                assert self.page.evaluate(FOCUS_SHOWS), f"nobody sees the focus on {selector}"
                return
        pytest.fail(f"Tab does not lead to {selector}")

    def write(self, selector: str, words: str) -> None:
        """Go to a field and type."""
        self.to(selector)
        self.page.keyboard.type(words)

    def follow(self, selector: str) -> None:
        """Go to a link or a button, and press it."""
        self.to(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")


@pytest.fixture(scope="module")
def browser(desk: OpenedDesk) -> Iterator[Chromium]:
    with chromium(desk) as made:
        yield made


def read_report(desk: OpenedDesk, folder: Path, name: str, words: str = REPORT) -> str:
    """Put a report into the case, and have it read; it is cleared."""
    path = folder / name
    path.write_text(words, "utf-8")
    with desk.session() as session:
        ref = str(add(session, [str(path)], given_by="Exercise Courier").lines[0].ref)
        extract(session, [ref])
        with opened(Chosen(), session) as extractor:
            read_items(session, [ref], extractor, Stated())
        clear(session, ref, cleared=True, reason="exercise")
    return ref


def test_review_and_disclosure_by_keyboard_alone(
    desk: OpenedDesk, browser: Chromium, tmp_path: Path
) -> None:
    ref = read_report(desk, tmp_path, "harbour-post.txt")
    visit = browser.visit("owner")
    page, keys = visit.page, Keys(visit.page)

    # To the review, from the top of the desk.
    visit.go("/")
    keys.follow(".app-side a[href='/review/'], nav a[href='/review/']")
    keys.follow(f"main a[href^='/review/{ref}/']")
    for _ in range(40):
        if not page.locator("details.step.is-open").count():
            break
        left = page.locator("details.step.is-open").count()
        if not page.locator("details.step.is-open[open]").count():
            page.keyboard.press("j")
        page.wait_for_selector('details.step.is-open[open] [data-key="a"]')
        page.keyboard.press("a")
        page.wait_for_function(
            "left => document.querySelectorAll('details.step.is-open').length < left", arg=left
        )
    keys.to("form[action$='/end/'] button")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Read to the end by O. Owner").first).to_be_visible()

    # What was said in Latin letters is found by a Ukrainian spelling.
    keys.write("input[type=search]", "Дорна")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text("Dorna")
    expect(page.locator("main")).to_contain_text(ref)

    # To whom, what for, what is withheld, who can open it.
    keys.follow("nav a[href='/disclosures/']")
    keys.follow("a[href='/disclosures/new/']")
    keys.write("#id_items", ref)
    keys.write("#id_to", "Exercise Court")
    keys.write("#id_purpose", "an exercise")
    keys.write("#id_withhold", "given_by=safety:The giver is at risk")
    keys.follow("main form button.is-primary")
    expect(page.get_by_role("heading", name="What the recipient will see")).to_be_visible()
    # Wherever the courier is named: all at once, and undone.
    keys.write("#named-words", "statement")
    keys.follow("#named button")
    expect(page.locator("#named [role=status]")).to_be_visible()
    page.locator("#named-words").fill("")
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    keys.write("#id_passphrase", SECRET)
    keys.follow("main form button.is-primary")
    expect(page.get_by_role("heading", level=1)).to_have_text("The package is made")
    expect(page.locator("main .notice.is-good")).to_contain_text("Verified")
    said = page.locator("main").inner_text()
    keys.to("main a.is-primary")
    with page.expect_download() as coming:
        page.keyboard.press("Enter")

    # What was fetched is verified at the desk as well, as anybody's package would be.
    keys.follow("main a[href^='/disclosures/verify/?']")
    page.locator("#package").set_input_files(coming.value.path())
    keys.write("#id_passphrase", SECRET)
    keys.follow("main form button.is-primary")
    expect(page.locator("main .notice.is-good")).to_contain_text("Verified")
    expect(page.locator("main")).to_contain_text("Exercise Court")
    assert (visit.elsewhere, page.url.startswith(visit.address)) == ([], True)

    # The court decrypts and verifies it with the program that came by another way.
    plain = pyrage.passphrase.decrypt(coming.value.path().read_bytes(), SECRET)
    assert b"Exercise Courier" not in plain
    (tmp_path / "package.zip").write_bytes(plain)
    (tmp_path / "verify.pyz").write_bytes(verifier_bytes())
    key = re.search(r"probatum/[0-9a-f]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+", said)
    assert key is not None
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "verify.pyz", "package.zip", "--key", key[0]],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_a_second_person_looks_and_the_auditor_sees_who_read_what(
    desk: OpenedDesk, browser: Chromium, tmp_path: Path
) -> None:
    words = "The port of Sella was shelled on Monday, Mayor Ivan Dor said. Army denied it."
    ref = read_report(desk, tmp_path, "second.txt", words)
    with desk.session("investigator") as session:
        found = sheet(session, ref)
        step = found.steps[0].name
        accept(session, found, found.step(step), done=[])

    first = browser.visit("investigator")
    first.go(f"/review/{ref}/step/{step}/")
    first.page.get_by_text("Ask for a second look").click()
    first.page.get_by_label("Reasons").last.fill("The name is rare; is it the same town?")
    first.page.get_by_role("button", name="Ask", exact=True).click()
    first.page.wait_for_load_state("networkidle")
    first.go(f"/review/{ref}/step/{step}/")
    expect(first.page.locator(".look").last).to_contain_text("is it the same town?")

    second = browser.visit("reviewer")
    second.go("/review/")
    expect(second.page.locator("main")).to_contain_text("A second look is asked for")
    second.page.locator(f"section[aria-labelledby=second] a[href*='{ref}']").click()
    second.go(f"/review/{ref}/step/{step}/")
    second.page.get_by_text("Give a second look").click()
    second.page.get_by_label("Reasons").last.fill("The register knows one such town.")
    second.page.get_by_role("button", name="I see it the same way").click()
    second.page.wait_for_load_state("networkidle")
    second.go(f"/review/{ref}/step/{step}/")
    expect(second.page.locator(".look").last).to_contain_text("The register knows one")
    second.go("/review/")
    assert not second.page.get_by_text("A second look is asked for").count()

    auditor = browser.visit("auditor")
    auditor.go("/log/reads/")
    names = auditor.page.locator("tbody").inner_text()
    assert "I. Investigator" in names
    assert "R. Reviewer" in names
    auditor.go(f"/log/reads/?by={'R.%20Reviewer'}")
    assert "I. Investigator" not in auditor.page.locator("tbody").inner_text()
    answer = auditor.page.goto(f"{auditor.address}/items/{ref}/")
    assert answer is not None
    assert answer.status == 403
    assert words[:20] not in auditor.page.content()
