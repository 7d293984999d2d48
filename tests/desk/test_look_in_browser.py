"""The look in Chromium: axe finds nothing, nothing overflows or leaves, scripts do their work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from desk.looks import LOOKS, Look
from desk.style_guide import served

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / "build" / "web" / "tests" / "axe.min.js"
CHROMIUM = "/usr/bin/chromium-headless-shell"
# Software drawing: the machine that tests has no graphics card.
OPTIONS = ["--no-sandbox", "--disable-gpu-sandbox", "--disable-background-networking",
           "--disable-component-update", "--disable-sync", "--no-first-run",
           "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]  # fmt: skip
PATIENCE_MS = 60_000


@dataclass
class Seen:
    """A page, and what went wrong or out while it was looked at."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def guide() -> Iterator[str]:
    with served() as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield chromium
        chromium.close()


@pytest.fixture
def look(browser: Browser, guide: str) -> Iterator[Any]:
    contexts = []

    def open_guide(
        *, lang: str = "en", theme: str = "light", width: int = 1280, drawn: bool = False
    ) -> Seen:
        """``drawn``: with its map, which takes software some seconds."""
        context = browser.new_context(viewport={"width": width, "height": 800})
        contexts.append(context)
        seen = Seen(context.new_page())
        seen.page.set_default_timeout(PATIENCE_MS)
        seen.page.on("console", lambda said: seen.complaints.append(said.text))
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.on("request", lambda request: seen.asked.append(request.url))
        if not drawn:
            seen.page.route("**/js/map.js*", leave_out)
        seen.page.goto(f"{guide}?lang={lang}&theme={theme}")
        return seen

    yield open_guide
    for context in contexts:
        context.close()


def leave_out(route: Route) -> None:
    route.fulfill(content_type="text/javascript", body="")


def wait_for_drawings(page: Page) -> None:
    page.wait_for_selector("[data-map][data-ready]", timeout=PATIENCE_MS)
    page.wait_for_selector("[data-chart][data-ready]", timeout=PATIENCE_MS)


@pytest.mark.parametrize("shape", LOOKS)
def test_axe_finds_nothing_and_nothing_overflows(look: Any, guide: str, shape: Look) -> None:
    lang, theme, width = shape
    drawn = shape == LOOKS[0]  # a map is the same in every other look
    seen = look(lang=lang, theme=theme, width=width, drawn=drawn)
    if drawn:
        wait_for_drawings(seen.page)
    assert AXE.is_file(), "run `make web` first"
    seen.page.evaluate(AXE.read_text("utf-8"))
    found = seen.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]] == []
    assert seen.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert seen.complaints == []
    assert [url for url in seen.asked if not url.startswith((guide, "blob:", "data:"))] == []


def test_the_page_turns_round_with_its_language(look: Any) -> None:
    page = look(lang="ar").page
    assert page.evaluate("document.dir") == "rtl"
    side = page.locator(".app-side").bounding_box()
    main = page.locator(".app-main").bounding_box()
    assert side["x"] > main["x"]


def test_a_theme_is_chosen_at_once(look: Any) -> None:
    page = look().page
    before = page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor")
    page.locator("summary:has-text('Light or dark'), summary[aria-label='Light or dark']").click()
    page.locator("button[name=theme][value=dark]").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    after = page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor")
    assert before != after


def test_keys_are_listed_and_do_not_disturb_writing(look: Any) -> None:
    page = look().page
    page.keyboard.press("/")
    expect(page.locator("#keys")).not_to_be_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    assert "Accept" in page.locator("#keys dd").all_text_contents()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).not_to_be_visible()
    page.locator("#f1").focus()
    page.keyboard.type("?n")
    expect(page.locator("#keys")).not_to_be_visible()


def test_graphic_material_shows_when_asked_and_hides_again(look: Any) -> None:
    page = look().page
    first = page.locator(".graphic").first
    assert "blur" in first.locator("img").evaluate("image => getComputedStyle(image).filter")
    page.locator("[data-reveal]").first.click()
    expect(first).to_have_class("thing-media graphic is-shown")
    assert page.locator(".graphic.is-shown").count() == 1
    page.keyboard.press("Enter")
    assert page.locator(".graphic.is-shown").count() == 0


def test_a_place_on_the_map_says_its_words_as_words(look: Any, guide: str) -> None:
    seen = look(drawn=True)
    wait_for_drawings(seen.page)
    seen.page.locator("[data-show-point='1']").click()
    popup = seen.page.locator(".maplibregl-popup-content")
    expect(popup).to_contain_text("Exercise: <b>shelling</b>")
    assert popup.locator("b").count() == 0
    expect(popup).to_contain_text("500 m")
    assert popup.locator("a").evaluate("link => link.href") == f"{guide}incidents/1"


def test_a_dialog_opens_and_gives_the_focus_back(look: Any) -> None:
    page = look().page
    page.locator("[data-opens=example]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#example")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#example")).not_to_be_visible()
    assert page.evaluate("document.activeElement.dataset.opens") == "example"


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_paper_has_its_own_sizes_in_every_language(look: Any, lang: str) -> None:
    page = look(lang=lang).page
    page.emulate_media(media="print")
    sizes = page.evaluate("""() => [...document.querySelectorAll("main .claim-more")].map(
        each => parseFloat(getComputedStyle(each).fontSize))""")
    assert sizes
    assert max(sizes) < 12  # pixels: 8.5 points
