"""The page of an incident, printed by Chromium: every claim in few lines, nothing left out."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pypdfium2
import pytest

from desk.browser import Chromium, chromium
from desk.opened_desk import OpenedDesk
from probatum.acts.list_incidents import list_incidents

AT_MOST = 19  # pages of A4: 43 before its print was made compact


@pytest.fixture(scope="module")
def browser(village: OpenedDesk) -> Iterator[Chromium]:
    with pytest.MonkeyPatch.context() as patch:
        # Playwright has a loop in this thread, which Django takes for one that must not wait.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        with chromium(village) as made:
            yield made


@pytest.fixture(scope="module")
def killings(village: OpenedDesk) -> str:
    """The reference of the village's incident."""
    with village.session() as session:
        [line] = [
            each for each in list_incidents(session).lines if each.title.startswith("Killings")
        ]
    return str(line.listed.ref)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_claim_of_the_incident_is_printed_on_few_pages(
    browser: Chromium, killings: str, lang: str
) -> None:
    visit = browser.visit("reader", lang=lang)
    visit.go(f"/incidents/{killings}/")
    claims = visit.page.evaluate(
        "() => [...document.querySelectorAll('.claim')].filter((each) => each.offsetHeight)"
        ".map((each) => each.id.slice(2))"
    )
    assert len(claims) > 40
    with pypdfium2.PdfDocument(io.BytesIO(visit.page.pdf(prefer_css_page_size=True))) as paper:
        pages = [page.get_textpage().get_text_bounded() for page in paper]
    assert len(pages) <= AT_MOST
    if lang == "ar":
        return  # what is read from such pages stands in another order
    words = re.sub(r"\s|\W", "", "".join(pages))
    missing = [ref for ref in claims if ref.replace("-", "") not in words]
    assert missing == []


def test_what_the_label_says_stands_once_at_the_top_and_once_at_the_end(
    browser: Chromium, killings: str
) -> None:
    visit = browser.visit("reader", lang="en")
    visit.go(f"/incidents/{killings}/")
    with pypdfium2.PdfDocument(io.BytesIO(visit.page.pdf(prefer_css_page_size=True))) as paper:
        pages = [" ".join(page.get_textpage().get_text_bounded().split()) for page in paper]
    said = [page.count("The source says this. Not: this is so.") for page in pages]
    assert (said[0], sum(said)) == (1, 2)
