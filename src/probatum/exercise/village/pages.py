"""Web pages of invented publications: article, metadata, and what stands around an article.

Metadata is where publication date and publisher are read from: Open Graph and article tags, and a
schema.org NewsArticle as JSON-LD. Every address lies in ``.example`` (RFC 2606).
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from typing import Literal

from probatum.exercise.labels import LABELS


@dataclass(frozen=True, slots=True)
class Publication:
    """Who publishes: its name, host below ``.example``, language, and words around an article."""

    name: str
    host: str
    language: Literal["en", "uk", "ar"]
    sections: tuple[str, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in an article: file name, caption, credit."""

    file_name: str
    caption: str
    credit: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article; ``published`` is ISO 8601 with its zone. A picture stands below paragraph 5."""

    publication: Publication
    slug: str
    headline: str
    published: str
    published_text: str
    author: str
    paragraphs: tuple[str, ...]
    picture: Picture | None = None

    @property
    def address(self) -> str:
        """Where it is said to have been published."""
        return f"https://www.{self.publication.host}/2019/09/{self.slug}"


def page(article: Article) -> bytes:
    """The HTML of an article, UTF-8."""
    label = LABELS[article.publication.language]
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{article.publication.language}" dir="{_direction(article)}">',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{_escaped(article.headline)} | {_escaped(article.publication.name)}"
        f" ({label})</title>",
        *_metadata(article),
        "</head>",
        "<body>",
        f'<p class="exercise">{label}</p>',
        f"<header><p>{_escaped(article.publication.name)}</p>",
        "<nav><ul>",
        *(f'<li><a href="/{n}">{_escaped(each)}</a></li>'
          for n, each in enumerate(article.publication.sections)),
        "</ul></nav></header>",
        "<main><article>",
        f"<h1>{_escaped(article.headline)}</h1>",
        f'<p class="byline"><span class="author">{_escaped(article.author)}</span>, '
        f'<time datetime="{article.published}">{_escaped(article.published_text)}</time></p>',
    ]  # fmt: skip
    for number, paragraph in enumerate(article.paragraphs, start=1):
        lines.append(f"<p>{_escaped(paragraph)}</p>")
        if article.picture is not None and number == min(5, len(article.paragraphs)):
            lines += _figure(article.picture)
    lines += [
        "</article></main>",
        f"<footer><p>{_escaped(article.publication.foot)}</p>",
        f'<p class="exercise">{label}</p></footer>',
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(lines).encode("utf-8")


def _direction(article: Article) -> str:
    return "rtl" if article.publication.language == "ar" else "ltr"


def _metadata(article: Article) -> list[str]:
    named = {
        "description": article.paragraphs[0],
        "author": article.author,
        "exercise": LABELS[article.publication.language],
        "robots": "noindex",
    }
    properties = {
        "og:type": "article",
        "og:title": article.headline,
        "og:site_name": article.publication.name,
        "og:url": article.address,
        "article:published_time": article.published,
    }
    about = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": article.headline,
        "inLanguage": article.publication.language,
        "datePublished": article.published,
        "author": {"@type": "Person", "name": article.author},
        "publisher": {"@type": "Organization", "name": article.publication.name},
        "mainEntityOfPage": article.address,
        "description": LABELS[article.publication.language],
    }
    # "</" would end the script element inside a string.
    spelled = json.dumps(about, ensure_ascii=False, indent=1).replace("</", "<\\/")
    return [
        *(f'<meta name="{name}" content="{_escaped(text)}">' for name, text in named.items()),
        *(f'<meta property="{name}" content="{_escaped(text)}">'
          for name, text in properties.items()),
        f'<link rel="canonical" href="{_escaped(article.address)}">',
        '<script type="application/ld+json">',
        spelled,
        "</script>",
    ]  # fmt: skip


def _figure(picture: Picture) -> list[str]:
    return [
        f'<figure><img src="{_escaped(picture.file_name)}" alt="">',
        f"<figcaption>{_escaped(picture.caption)} {_escaped(picture.credit)}</figcaption></figure>",
    ]


def _escaped(text: str) -> str:
    return html.escape(text, quote=True)
