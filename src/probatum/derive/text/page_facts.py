"""What a web page states about itself: title, author, publisher, dates, language, address.

Only what the page declares, as it is written there (JSON-LD, Open Graph, Dublin Core, HTML). No
date is read out of running text, an address, or the clock. Where declarations differ, the first
one is named with its place, and the others stand beside it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from probatum.derive.text.extracted import Fact
from probatum.derive.text.passages import fact
from probatum.derive.text.stated_dates import iso_of

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""", re.I)
_XML_ENCODING = re.compile(rb"""^\s*<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.-]{2,40})""")
_SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(\S+)")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)

_META = {
    "title": ("og:title", "dc.title", "dcterms.title", "twitter:title", "citation_title"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author"),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "dc.date.issued",
        "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "date", "pubdate",
        "publishdate", "publish-date", "parsely-pub-date", "sailthru.date",
        "citation_publication_date",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
        "last-modified",
    ),
    "language": ("content-language", "dc.language", "dcterms.language"),
    "url": ("og:url",),
}  # fmt: skip
_JSON_LD = {
    "title": "headline", "published": "datePublished", "modified": "dateModified",
    "language": "inLanguage", "url": "url", "author": "author", "publisher": "publisher",
}  # fmt: skip
_WORKS = re.compile(r"Article|Posting|Report|NewsObject|WebPage|CreativeWork|VideoObject")
_MOST_NODES = 1000

Stated = tuple[str, str]  # the value as written, and where


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page names for itself."""
    found = _CHARSET.search(data[:4096]) or _XML_ENCODING.search(data[:4096])
    return found[1].decode("ascii") if found else None


def facts_of(page: HtmlElement) -> tuple[Fact, ...]:
    """Return what the page states: ``published`` as written, ``published_iso`` if certain, ..."""
    documents = list(_documents(page))
    metas = _metas(page)
    found: list[Fact] = []
    for name in _META:
        stated = _distinct(
            [*_from_json_ld(documents, _JSON_LD[name]), *_from_metas(metas, _META[name]),
             *_from_markup(page, name)]
        )  # fmt: skip
        found += _dated(name, stated) if name in {"published", "modified"} else _plain(name, stated)
    return tuple(found)


def _plain(name: str, stated: list[Stated]) -> Iterator[Fact]:
    # Several authors are several authors; of the rest, what differs stands beside the first.
    for number, (value, _) in enumerate(stated[:20]):
        yield from fact(name if number == 0 or name == "author" else name + "_also", value)


def _dated(name: str, stated: list[Stated]) -> Iterator[Fact]:
    for number, (value, place) in enumerate(stated[:20]):
        if number == 0:
            yield from fact(name, value)
            yield from fact(name + "_iso", iso_of(value))
            yield from fact(name + "_from", place)
        else:
            yield from fact(name + "_also", f"{value} ({place})")


def _distinct(stated: Iterable[Stated]) -> list[Stated]:
    kept: dict[str, Stated] = {}
    for value, place in stated:
        tidy = " ".join(value.split())[:1000]
        if tidy:
            kept.setdefault(tidy, (tidy, place))
    return list(kept.values())


def _from_markup(page: HtmlElement, name: str) -> Iterator[Stated]:
    if name == "language":
        yield page.get("lang") or "", "html lang"
    elif name == "title":
        for title in page.iter("title"):
            yield title.text_content(), "title"
            break
    elif name == "url":
        for link in page.xpath('//link[@rel="canonical"]/@href')[:3]:
            yield str(link), "link canonical"
        yield from _saved_from(page)
    elif name in {"published", "modified"}:
        wanted = "datePublished" if name == "published" else "dateModified"
        for each in page.xpath(f'//*[@itemprop="{wanted}"]')[:5]:
            value = each.get("content") or each.get("datetime") or each.text_content()
            yield value, "itemprop " + wanted
        if name == "published":
            for each in page.xpath("//time[@pubdate]")[:5]:
                yield each.get("datetime") or each.text_content(), "time pubdate"
    elif name == "author":
        for each in page.xpath('//*[@rel="author" or @itemprop="author"]')[:5]:
            yield each.get("content") or each.text_content(), "markup"


def _saved_from(page: HtmlElement) -> Iterator[Stated]:
    before = page.getprevious()
    for _ in range(5):
        if before is None:
            return
        if isinstance(before.tag, str) is False and before.text:
            match = _SAVED_FROM.match(before.text)
            if match:
                yield match[1], "comment of the browser that saved it"
        before = before.getprevious()


def _metas(page: HtmlElement) -> list[Stated]:
    found = []
    for each in page.iter("meta"):
        name = each.get("property") or each.get("name") or each.get("itemprop")
        name = name or each.get("http-equiv")
        if name and each.get("content"):
            found.append((name.strip().lower(), each.get("content")))
    return found


def _from_metas(metas: list[Stated], names: Iterable[str]) -> Iterator[Stated]:
    for wanted in names:
        for name, value in metas:
            if name == wanted and not (wanted == "article:author" and _ADDRESS.match(value)):
                yield value, "meta " + wanted


def _documents(page: HtmlElement) -> Iterator[dict[str, object]]:
    for script in page.xpath('//script[@type="application/ld+json"]')[:20]:
        try:
            waiting: list[object] = [json.loads((script.text or "")[: 1 << 20])]
        except (ValueError, RecursionError):
            continue  # scripts are often broken; what they would say stays unknown
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                if any(_WORKS.search(kind) for kind in _words(node.get("@type"))):
                    yield node
                waiting += [node[key] for key in ("@graph", "mainEntity") if key in node]


def _from_json_ld(documents: list[dict[str, object]], key: str) -> Iterator[Stated]:
    for document in documents:
        for value in _words(document.get(key)):
            yield value, "JSON-LD " + key


def _words(value: object) -> Iterator[str]:
    """Yield the texts of a JSON-LD value: a text, a thing with a name, or a list of these."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        name = value.get("name") or value.get("@value")
        if isinstance(name, str):
            yield name
    elif isinstance(value, list):
        for each in value[:20]:
            if not isinstance(each, list):
                yield from _words(each)
