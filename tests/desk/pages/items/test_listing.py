"""The page of items: found, narrowed, paged, chosen."""

from __future__ import annotations

import re

import pytest

from desk.pages.items.conftest import Strange, page


def test_the_newest_items_come_first_and_names_are_only_words(strange: Strange) -> None:
    said = page(strange.desk.client(), "/items/")
    assert said.index(strange.refs["10"]) < said.index(strange.refs["01"])
    assert "&lt;img src=x onerror=alert(1)&gt;" in said
    assert "<img src=x" not in said


def test_snippets_of_hostile_texts_are_only_words(strange: Strange) -> None:
    said = page(strange.desk.client(), "/items/?q=plain+line")
    assert "&lt;script&gt;" in said
    assert "<mark>plain</mark>" in said
    assert "<script>alert" not in said


@pytest.mark.parametrize("query", ["foo:bar", "(open", "kind:nothing", '"no end', "near:1"])
def test_a_query_that_means_nothing_says_where_and_what_to_do(strange: Strange, query: str) -> None:
    said = page(strange.desk.client(), f"/items/?q={query}", 400)
    assert "could not be understood" in said
    assert "brackets group" in said


def test_a_facet_narrows_and_is_taken_off_again(strange: Strange) -> None:
    client = strange.desk.client()
    said = page(client, "/items/?q=line")
    (narrower,) = re.findall(r'href="(/items/\?q=line[^"]*kind%3Atext)"', said)
    narrowed = page(client, narrower.replace("&amp;", "&"))
    assert 'href="/items/?q=line"' in narrowed


def test_every_page_of_all_items_shows_the_next_ones(
    strange: Strange, monkeypatch: pytest.MonkeyPatch
) -> None:
    from probatum.desk.pages.items import listing

    monkeypatch.setattr(listing, "ROWS", 4)
    seen: list[str] = []
    address = "/items/"
    while address:
        said = page(strange.desk.client(), address)
        seen += re.findall(r'name="item" value="([^"]+)"', said)
        following = re.search(r'href="([^"]+)" rel="next"', said)
        address = following[1].replace("&amp;", "&") if following else ""
    assert seen == [strange.refs[key] for key in sorted(strange.refs, reverse=True)]


@pytest.mark.parametrize("after", ["x", "-1", "nan:3", "inf:3", "1:", "9" * 400, "%00"])
def test_a_place_that_nobody_was_at_is_the_first_page(strange: Strange, after: str) -> None:
    page(strange.desk.client(), f"/items/?after={after}")
    page(strange.desk.client(), f"/items/?q=line&after={after}")


def test_many_items_are_labelled_at_once_and_found_by_their_label(strange: Strange) -> None:
    client = strange.desk.client()
    chosen = {"item": [strange.refs["01"], strange.refs["03"]], "what": "label",
              "words": "box 7, <i>odd</i>"}  # fmt: skip
    assert client.post("/items/do/", chosen).status_code == 302
    said = page(client, '/items/?q=label:"box 7"')
    assert strange.refs["01"] in said
    assert strange.refs["03"] in said
    assert "<i>odd</i>" not in said
    client.post("/items/do/", chosen | {"what": "unlabel"})
    assert strange.refs["01"] not in page(client, '/items/?q=label:"box 7"')


def test_only_ones_own_searches_are_kept_and_forgotten(strange: Strange) -> None:
    from probatum.desk.models import SavedSearch

    mine, others = strange.desk.client(), strange.desk.client("reader")
    mine.post("/items/searches/keep/", {"q": "an invented query", "name": "<b>mine</b>"})
    kept = SavedSearch.objects.get(query="an invented query")
    assert "&lt;b&gt;mine&lt;/b&gt;" in page(mine, "/items/")
    assert "an invented query" not in page(others, "/items/")
    others.post(f"/items/searches/{kept.pk}/forget/")
    assert SavedSearch.objects.filter(pk=kept.pk).exists()
    mine.post(f"/items/searches/{kept.pk}/forget/")
    assert not SavedSearch.objects.filter(pk=kept.pk).exists()


def test_who_only_reads_is_offered_no_act_and_refused_one(strange: Strange) -> None:
    client = strange.desk.client("reader")
    assert 'name="what"' not in page(client, "/items/")
    chosen = {"item": [strange.refs["01"]], "what": "label", "words": "x"}
    assert client.post("/items/do/", chosen).status_code == 403


def test_an_auditor_sees_no_item(strange: Strange) -> None:
    client = strange.desk.client("auditor")
    one = f"/items/{strange.refs['01']}/"
    parts = [one + part for part in ("", "picture/", "custody/", "records/")]
    for address in ("/items/", "/items/?q=line", *parts):
        assert "A plain line" not in page(client, address, 403)
