"""Web pages: article and facts, as the page states them and never more precisely."""

from __future__ import annotations

import pytest

from derive.text.made_files import ARABIC, UKRAINIAN
from probatum.derive.text import reading
from probatum.derive.text.extracted import Extracted, Failed, Limits
from probatum.derive.text.stated_dates import iso_of

STORY = "".join(f"<p>{UKRAINIAN} Абзац номер {number}.</p>" for number in range(8))


def page(head: str = "", body: str = STORY) -> str:
    return (
        f'<!DOCTYPE html><html lang="uk"><head><title>Заголовок</title>{head}</head><body>'
        f'<nav><a href="/">Головна</a></nav><article><h1>Обстріл</h1>{body}</article>'
        "<footer>Усі права</footer></body></html>"
    )


def read(data: str | bytes, name: str = "page") -> Extracted:
    found = reading.read(data if isinstance(data, bytes) else data.encode(), name, Limits())
    assert isinstance(found, Extracted), found
    return found


def test_the_article_is_the_text_and_what_is_left_out_is_counted() -> None:
    found = read(page())
    assert "text=article" in found.parameters and "Усі права" not in found.text
    assert found.text.count(UKRAINIAN) == 8
    assert int(found.fact("characters_left_out") or 0) > 0
    assert all(found.text[part.start : part.end].strip() for part in found.parts)


def test_a_page_without_an_article_gives_all_that_is_seen() -> None:
    found = read(f"<html><script>no</script><p>{ARABIC}</p><div>one<br>two <b>three</b></div>")
    assert found.text == f"{ARABIC}\none\ntwo three"
    assert "text=whole-page" in found.parameters and found.fact("characters_left_out") == "0"


@pytest.mark.parametrize(
    ("head", "written", "iso", "where"),
    [
        ('<meta property="article:published_time" content="2026-03-02T08:15:00+02:00">',
         "2026-03-02T08:15:00+02:00", "2026-03-02T08:15:00+02:00", "meta article:published_time"),
        ('<script type="application/ld+json">{"@graph":[{"@type":["NewsArticle"],'
         '"datePublished":"2026-03"}]}</script>', "2026-03", "2026-03", "JSON-LD datePublished"),
        ('<meta name="date" content="02/03/2026">', "02/03/2026", None, "meta date"),
        ('<meta name="date" content="2 березня 2026">', "2 березня 2026", None, "meta date"),
        ("", None, None, None),
    ],
)  # fmt: skip
def test_a_date_is_as_written_and_iso_only_where_it_is_certain(
    head: str, written: str | None, iso: str | None, where: str | None
) -> None:
    found = read(page(head))
    assert found.fact("published") == written
    assert found.fact("published_iso") == iso
    assert found.fact("published_from") == where


def test_the_running_text_and_the_clock_never_give_a_date() -> None:
    body = STORY + "<p>Опубліковано 5 травня 2025 року, сьогодні, 2025-05-05.</p>"
    assert read(page(body=body)).fact("published") is None


def test_what_declarations_disagree_about_stands_side_by_side() -> None:
    found = read(page(
        '<meta name="date" content="2026-03-01">'
        '<meta property="article:published_time" content="2026-03-02">'
        '<meta name="author" content="О. Вигадана"><meta property="og:site_name" content="Вісник">'
    ))  # fmt: skip
    assert found.fact("published") == "2026-03-02"
    assert found.fact("published_also") == "2026-03-01 (meta date)"
    assert (found.fact("author"), found.fact("publisher")) == ("О. Вигадана", "Вісник")
    assert (found.fact("title"), found.fact("language")) == ("Заголовок", "uk")


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-u"])
def test_a_declared_encoding_is_believed(charset: str) -> None:
    found = read(page(f'<meta charset="{charset}">').encode(charset))
    assert UKRAINIAN in found.text and "encoding_known_by=declared" in found.parameters


@pytest.mark.parametrize(
    "html",
    [
        "<html>" + "<div>" * 50_000 + "deep", "<html><p>" + "&amp;" * 50_000,
        "<html " + "a=1 " * 9999,
        "<html><p>ok<script>" * 500, "<!DOCTYPE html><html><table>" * 300 + "x",
        '<html><script type="application/ld+json">' + "[" * 100_000 + "</script><p>x",
        "<html><p>\0\0\ud800x".encode("utf-8", "surrogatepass").decode("latin-1"),
    ],
)  # fmt: skip
def test_hostile_pages_are_an_answer(html: str) -> None:
    reading.read(html.encode(), "page.html", Limits())


def test_words_below_the_depth_that_is_read_are_refused_and_not_left_out_untold() -> None:
    def nested(depth: int) -> bytes:
        return b"<html><p>before</p>" + b"<div>" * depth + b"a name" + b"</div>" * depth + b"after"

    assert read(nested(1_000)).text == "before\na name\nafter"
    deep = reading.read(nested(3_000), "page.html", Limits())
    assert isinstance(deep, Failed) and deep.code == "too-large"


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2026", "2026"), ("2026-03", "2026-03"), ("20260302", "2026-03-02"),
        ("2026-03-02 08:15", "2026-03-02T08:15"), ("2026-03-02T08:15:30.5+0200",
         "2026-03-02T08:15:30+02:00"), ("2026-03-02T08:15Z", "2026-03-02T08:15Z"),
        ("Mon, 02 Mar 2026 08:15:00 GMT", "2026-03-02T08:15:00Z"),
        ("D:20260302081500+02'00'", "2026-03-02T08:15:00+02:00"),
        ("2026-02-30", None), ("0000", None), ("yesterday", None), ("3.2.2026", None), ("", None),
        ("March 2026", None), ("2026-03-02T25:00", None),
    ],
)  # fmt: skip
def test_iso_forms(written: str, iso: str | None) -> None:
    assert iso_of(written) == iso
