"""The map in Chromium: what it says it shows can be seen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from desk.browser import Chromium, Visit, chromium
from desk.opened_desk import OpenedDesk

POINT = (27, 79, 140)  # about --map-point in the light theme
NEAR = 24  # in each colour
LEAST_PIXELS = 400  # two discs with their numbers; the broken edge of a circle has fewer


@pytest.fixture(scope="module")
def browser(village: OpenedDesk) -> Iterator[Chromium]:
    with chromium(village) as made:
        yield made


def pixels_of_points(visit: Visit) -> int:
    """Count the pixels of the map that have the colour of points."""
    picture = Image.open(BytesIO(visit.page.locator("[data-map]").screenshot())).convert("RGB")
    return sum(
        count for count, colour in picture.getcolors(picture.width * picture.height) or ()
        if all(abs(a - b) <= NEAR for a, b in zip(colour, POINT, strict=True))
    )  # fmt: skip


def kilometres(visit: Visit) -> float:
    """Return how long the scale below the map says it is."""
    said = visit.page.locator(".maplibregl-ctrl-scale").inner_text()
    amount, unit = re.fullmatch(r"(\d+)\s*(k?m)", said.strip()).groups()  # type: ignore[union-attr]
    return float(amount) / (1 if unit == "km" else 1000)


def test_a_map_that_is_ready_shows_its_points_and_the_whole_of_a_district(
    browser: Chromium,
) -> None:
    visit = browser.visit("owner")
    visit.go("/map/")
    visit.page.wait_for_selector("[data-map][data-ready]")
    assert pixels_of_points(visit) > LEAST_PIXELS
    assert kilometres(visit) >= 5  # the district is known to some 20 km
    visit.page.locator("[data-show-point]").first.click()
    popup = visit.page.locator(".maplibregl-popup-content")
    popup.wait_for()
    # The place is known to 150 m: it is shown as near as that.
    expect(visit.page.locator(".maplibregl-ctrl-scale")).to_have_text(re.compile(r"\d\s*m$"))
    close = popup.locator(".maplibregl-popup-close-button").bounding_box()
    assert close is not None
    assert min(close["width"], close["height"]) >= 24  # WCAG 2.2, target size
    link = popup.locator("a").bounding_box()
    assert link is not None
    assert link["x"] + link["width"] <= close["x"]
