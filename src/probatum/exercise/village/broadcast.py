"""The broadcaster's article, and the note of the Shelter Registry in Arabic."""

from __future__ import annotations

from probatum.exercise.village.pages import Article, Picture, Publication, page
from probatum.exercise.village.texts import article_text

AURELIS = Publication(
    name="Aurelis Television",
    host="aurelis.example",
    language="en",
    sections=("News", "Weather", "Programme"),
    foot="Aurelis Television does not publish names of victims without their families' consent.",
)
SHELTER_REGISTRY = Publication(
    name="سجلّ المأوى",
    host="shelter-registry.example",
    language="ar",
    sections=("أخبار", "أرقام", "اتصل بنا"),
    foot="سجلّ المأوى هيئة مستقلة عن الحكومتين.",
)


def broadcast() -> bytes:
    """The broadcaster's page of 10 September."""
    headline, paragraphs = article_text("broadcast.en.txt")
    return page(
        Article(
            publication=AURELIS,
            slug="10/residents-of-haldrevin",
            headline=headline,
            published="2019-09-10T19:30:00+03:00",
            published_text="Tuesday 10 September 2019, 19:30",
            author="Exercise Reporter",
            paragraphs=paragraphs,
            picture=Picture(
                "orchard.jpg",
                "The orchard at Haldrevin, according to the account that published the picture.",
                "Not verified.",
            ),
        )
    )


def shelter_note() -> bytes:
    """The registry's page of 9 September."""
    headline, paragraphs = article_text("shelter-registry.ar.txt")
    return page(
        Article(
            publication=SHELTER_REGISTRY,
            slug="09/vessarin",
            headline=headline,
            published="2019-09-09T12:00:00+03:00",
            published_text="الاثنين 9 أيلول/سبتمبر 2019",
            author="سجلّ المأوى",
            paragraphs=paragraphs,
        )
    )
