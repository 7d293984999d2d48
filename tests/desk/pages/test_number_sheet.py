"""The number sheet on paper: one page that is whole by itself, the rest in an annex."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdfium2
import pytest

from desk.browser import Chromium, chromium
from desk.opened_desk import OpenedDesk
from probatum.acts.claimed_figures import FigureLine, Sheet, figures_of
from probatum.acts.list_incidents import list_incidents
from probatum.desk.pages.numbers_on_paper import FirstPage, first_page
from probatum.desk.templatetags.look import references, unbroken


@pytest.fixture(scope="module")
def browser(village: OpenedDesk) -> Iterator[Chromium]:
    with pytest.MonkeyPatch.context() as patch:
        # Playwright has a loop in this thread, which Django takes for one that must not wait.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        with chromium(village) as made:
            yield made


@pytest.fixture(scope="module")
def sheet(village: OpenedDesk) -> Sheet:
    with village.session() as session:
        [line] = [
            each for each in list_incidents(session).lines if each.title.startswith("Killings")
        ]
        return figures_of(session, line.listed.ref)


def printed(browser: Chromium, lang: str, address: str) -> list[str]:
    """The words of each page that Chromium prints."""
    visit = browser.visit("reader", lang=lang)
    visit.go(address)
    with pypdfium2.PdfDocument(io.BytesIO(visit.page.pdf(prefer_css_page_size=True))) as pages:
        return [page.get_textpage().get_text_bounded() for page in pages]


@pytest.mark.parametrize("lang", ["en", "ar", "uk"])
def test_the_sheet_of_the_exercise_is_one_page_with_every_figure(
    browser: Chromium, sheet: Sheet, lang: str
) -> None:
    [words] = printed(browser, lang, f"/numbers/{sheet.ref}/")
    days = re.findall(r"2019-09-\d\d", words)
    assert len(days) == sum(each.as_of is not None for each in sheet.figures) == 15
    assert "HVR-00009-S" in words


def test_a_speaker_is_cited_once_from_each_item_and_no_line_ends_in_a_reference(
    sheet: Sheet,
) -> None:
    cited = references(sheet.figures[0].supporters)
    assert cited
    assert references(sheet.figures[0].supporters * 2) == cited
    assert "-" not in unbroken(cited[0])


def test_letters_on_paper_have_at_least_eight_and_a_half_points(
    browser: Chromium, sheet: Sheet
) -> None:
    visit = browser.visit("reader", lang="en")
    visit.go(f"/numbers/{sheet.ref}/")
    visit.page.emulate_media(media="print")
    smallest = visit.page.evaluate(
        """() => Math.min(...[...document.querySelectorAll('.number-sheet *')]
        .filter((each) => each.offsetHeight && each.innerText && each.innerText.trim())
        .map((each) => parseFloat(getComputedStyle(each).fontSize)))"""
    )
    assert smallest * 0.75 >= 8.49


def fitted(sheet: Sheet, figures: tuple[FigureLine, ...], title: str = "") -> FirstPage:
    return first_page(
        title or sheet.title, figures, None, lambda each: str(each.low), lambda each: each.method
    )


def test_what_fits_stands_whole_on_the_first_page(sheet: Sheet) -> None:
    paper = fitted(sheet, sheet.figures)
    assert paper.figures == sheet.figures
    assert (paper.left_out, paper.annexed) == (0, False)


def test_of_too_many_the_newest_lowest_and_highest_of_each_kind_stand_first(sheet: Sheet) -> None:
    many = tuple(
        each for group in dict.fromkeys(each.group for each in sheet.figures)
        for each in [one for one in sheet.figures if one.group == group] * 2
    )  # fmt: skip
    paper = fitted(sheet, many)
    assert paper.annexed
    assert paper.left_out == len(many) - len(paper.figures)
    assert {each.group for each in paper.figures} == {each.group for each in sheet.figures}
    for group in {each.group for each in sheet.figures}:
        every = [each.low for each in sheet.figures if each.group == group and each.low is not None]
        first = [each.low for each in paper.figures if each.group == group and each.low is not None]
        assert (min(first), max(first)) == (min(every), max(every))


def test_a_long_title_takes_room_from_the_figures(sheet: Sheet) -> None:
    assert fitted(sheet, sheet.figures, "A long title. " * 40).annexed


def test_a_zone_that_every_day_ends_with_is_said_once(sheet: Sheet) -> None:
    zone = fitted(sheet, sheet.figures).zone
    assert zone.startswith(" (") and zone.endswith(")")
    dated = [each for each in sheet.figures if each.as_of]
    assert all((each.as_of or "").endswith(zone) for each in dated)
    without = [each for each in sheet.figures if not each.as_of]
    assert fitted(sheet, tuple(without)).zone == ""
