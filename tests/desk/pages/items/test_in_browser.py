"""The pages of items in Chromium: axe finds nothing, nothing runs or leaves, scripts work."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from desk.browser import Chromium, Visit, chromium
from desk.looks import LOOKS, Look, seen_in
from desk.pages.items.conftest import Strange

SELECT = """(words) => {
  const piece = document.querySelector('.reading-text [data-at]').firstChild;
  const at = piece.data.indexOf(words);
  const range = document.createRange();
  range.setStart(piece, at);
  range.setEnd(piece, at + words.length);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""

JUMP = """(seconds) => new Promise((done) => {
  const player = document.querySelector('[data-player]');
  player.addEventListener('loadedmetadata', () => { player.currentTime = seconds; });
  player.addEventListener('seeked', done);
  player.preload = 'auto';
  player.load();
})"""


@pytest.fixture(scope="module")
def browser(strange: Strange) -> Iterator[Chromium]:
    with pytest.MonkeyPatch.context() as patch:
        # Playwright has a loop in this thread, which Django takes for one that must not wait.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        with chromium(strange.desk) as made:
            yield made


def addresses(strange: Strange) -> list[str]:
    """Every kind of page."""
    one = {key: f"/items/{ref}/" for key, ref in strange.refs.items()}
    shown = [one[key] for key in ("01", "03", "04", "05", "07", "08")]
    return ["/items/", "/items/?view=gallery", "/items/?q=line", "/items/?q=foo:bar", *shown,
            one["01"] + "records/", one["01"] + "custody/"]  # fmt: skip


def quiet(visit: Visit) -> bool:
    """Whether nothing was asked of another origin, and nothing ran that is not ours."""
    refused = [said for said in visit.complaints if "Failed to load resource" not in said]
    return not visit.elsewhere and not refused


@pytest.mark.parametrize("look", LOOKS)
def test_everybody_can_use_the_pages(browser: Chromium, strange: Strange, look: Look) -> None:
    lang, theme, width = look
    visit = browser.visit("investigator", lang=lang, theme=theme, width=width)
    visit.page.on("dialog", lambda dialog: visit.complaints.append(dialog.message))
    for address in seen_in(look, addresses(strange)):
        visit.go(address)
        assert visit.axe() == [], address
        assert visit.overflows == 0, address
    visit.page.wait_for_load_state("networkidle")
    assert quiet(visit), visit.complaints


def test_marked_words_become_a_citation_by_characters(browser: Chromium, strange: Strange) -> None:
    visit = browser.visit("investigator")
    visit.go(f"/items/{strange.refs['01']}/")
    visit.page.evaluate(SELECT, "words")
    visit.page.click("[data-cite-take]")
    visit.page.fill("[data-cite] [name=remark]", "after a face")
    with visit.page.expect_navigation():
        visit.page.click("[data-cite] button.is-primary")
    visit.page.click("#notes a >> nth=0")
    expect(visit.page.locator("#at")).to_have_text("words")
    assert quiet(visit), visit.complaints


def test_a_picture_is_hidden_until_asked_for_and_a_box_is_drawn_in_it(
    browser: Chromium, strange: Strange
) -> None:
    visit = browser.visit("investigator")
    visit.go(f"/items/{strange.refs['03']}/")
    page = visit.page
    image = page.locator("[data-sheet] img")
    expect(image).to_be_hidden()
    assert image.get_attribute("src") is None
    page.click("[data-reveal]")
    expect(image).to_be_visible()
    page.click("#cite summary")
    page.locator("[data-sheet]").scroll_into_view_if_needed()
    box = image.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.25, box["y"] + box["height"] * 0.5)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.7, steps=3)
    page.mouse.up()
    drawn = [int(page.input_value(f"#{name}")) for name in ("left", "top", "width", "height")]
    for found, wanted in zip(drawn, (15, 45, 30, 18), strict=True):
        assert abs(found - wanted) <= 2, drawn
    expect(page.locator("[data-box]")).to_be_visible()


def test_a_recording_plays_jumps_and_gives_its_time(browser: Chromium, strange: Strange) -> None:
    visit = browser.visit("investigator")
    visit.go(f"/items/{strange.refs['07']}/")
    page = visit.page
    page.evaluate(JUMP, 52.5)
    page.click("[data-now=from]")
    assert page.input_value("#from") == "0:52.5"


def test_items_are_chosen_by_keyboard_and_labelled(browser: Chromium, strange: Strange) -> None:
    visit = browser.visit("investigator")
    visit.go("/items/")
    page = visit.page
    page.locator("input[name=item]").nth(0).focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-chosen-count]")).to_have_text("1")
    page.fill("#words", "by keyboard")
    page.locator("button[value=label]").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    visit.go(f"/items/{strange.refs['10']}/")
    expect(page.locator("#labels .chip")).to_have_text("by keyboard")
