"""The pages of items on the exercise: searches by the page, claims and suggestions in texts."""

from __future__ import annotations

import re

import pytest

from desk.opened_desk import OpenedDesk
from desk.pages.items.conftest import page


def test_every_page_of_a_search_shows_other_hits_until_all_were_seen(
    village: OpenedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from probatum.desk.pages.items import listing

    monkeypatch.setattr(listing, "FOUND", 7)
    client = village.client()
    for sort in ("best", "newest", "oldest"):
        seen: list[str] = []
        address = f"/items/?q=the&sort={sort}"
        while address:
            said = page(client, address)
            seen += re.findall(r'<p class="row-more"><bdi dir="ltr" class="id">([^<]+)', said)
            following = re.search(r'href="([^"]+)" rel="next"', said)
            address = following[1].replace("&amp;", "&") if following else ""
        total = re.search(r"([\d,]+) of [\d,]+ searched", page(client, "/items/?q=the"))
        assert total
        assert len(seen) == int(total[1].replace(",", ""))


def reference(village: OpenedDesk, name: str) -> str:
    """The newest item of a name."""
    with village.session() as session:
        return next(row.ref for row in reversed(session.index.items()) if row.file_name == name)


def test_suggestions_and_claims_stand_in_the_text_as_what_they_are(village: OpenedDesk) -> None:
    with village.session() as session:
        from probatum.model.nouns import Suggestion

        (said, *_) = [row for row in session.index.records(["suggestion"]) if row.body is not None]
        assert isinstance(said.body, Suggestion)
        item = session.index.item(said.body.citations[0].item)
    shown = page(village.client(), f"/items/{item.ref}/")
    assert "span is-suggested" in shown
    assert "Suggestion by a machine. Nobody has decided." in shown


def test_the_whole_text_stands_on_the_page_in_its_order(village: OpenedDesk) -> None:
    import html

    from probatum.acts.text_of import text_of

    with village.session() as session:
        rows = [row for row in session.index.items() if session.index.media_of([row.id])]
        found = text_of(session, rows[0].ref)
    shown = page(village.client(), f"/items/{found.row.ref}/?as=text")
    inner = re.search(r'<div class="reading-text".*?>(.*?)</div>', shown, re.DOTALL)
    assert inner
    assert html.unescape(re.sub(r"<[^>]*>", "", inner[1])) == found.text


def test_a_claim_is_never_shown_without_what_it_means(village: OpenedDesk) -> None:
    with village.session() as session:
        claims = session.index.records(["assertion"])
        item = session.index.item(claims[0].body.citations[0].item)
    shown = page(village.client(), f"/items/{item.ref}/records/")
    assert shown.count('class="claim"') >= 1
    assert "The source says this. Not: this is so." in shown


def test_looking_at_an_item_is_in_the_log_with_the_person(village: OpenedDesk) -> None:
    with village.session() as session:
        item = session.index.items()[0]
        session.follow()
        before = len([each for each in session.index.entries_about(item.id)
                      if each.log == "access"])  # fmt: skip
    page(village.client("reader"), f"/items/{item.ref}/")
    with village.session() as session:
        from probatum.acts.item_history import history

        lines = [each for each in history(session, item.ref).lines if each.log == "access"]
    assert len(lines) > before
    assert "D. Reader" in {each.by for each in lines}
