"""An agency's report and its reprints: many pages, one origin.

A *house style* is what a publication does to a wire: its own headline, dates written its way,
small words changed, paragraphs left out, the agency credited in its own manner or not at all.
Six of them are in the exercise; ``reprints`` gives as many as are asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from probatum.exercise.village import names
from probatum.exercise.village.pages import Article, Publication, page
from probatum.exercise.village.texts import article_text

_OSTRIVEL = Publication(
    name="Ostrivel Press",
    host="ostrivel.example",
    language="en",
    sections=("Wire", "Subscribers"),
    foot="For subscribers of Ostrivel Press. Reprints name the agency.",
)
_ISENNA_HERALD = Publication(
    name="Вісник Ісенни",
    host="isenna.example",
    language="uk",
    sections=("Новини", "Місто", "Річка"),
    foot="Редакція не публікує імен загиблих без згоди родин.",
)


@dataclass(frozen=True, slots=True)
class _HouseStyle:
    """A publication and what it does; ``left_out`` counts paragraphs from 0."""

    name: str
    slug: str
    headline: str
    hour: int
    edits: tuple[tuple[str, str], ...] = ()
    left_out: tuple[int, ...] = ()
    credit: str = "Ostrivel Press"


_STYLES: tuple[_HouseStyle, ...] = (
    _HouseStyle(
        "Orrinfold Post", "orrinfold-post",
        "Clerk: at least 20 killed in village before troops left", 15,
    ),
    _HouseStyle(
        "Kalvet Courier", "kalvet-courier",
        "'For every name a family told me': a village counts", 16,
        (("on Friday.", "today."), ("residents of Haldrevin", "people from Haldrevin")),
    ),
    _HouseStyle(
        "Joskavel Online", "joskavel-online",
        "Haldrevin: council speaks of 20 dead", 16,
        (("26 August and 3 September", "August 26 and September 3"), ("20 July", "July 20")),
        (5,), "Ostrivel",
    ),
    _HouseStyle(
        "Merrowick Gazette", "merrowick-gazette",
        "Shots heard near grain store, say residents", 18,
        (("told Ostrivel Press", "said"), ("Ostrivel Press", "We")), (5,), "Our own correspondent",
    ),
    _HouseStyle(
        "Tannavar Evening News", "tannavar-evening-news",
        "Darvessia denies reports from Haldrevin", 19,
        (("eleven years", "11 years"), ("about 900", "some 900"), ("said that", "said")),
        (), "News desk and Ostrivel Press",
    ),
)  # fmt: skip

HOUSES: tuple[str, ...] = tuple(style.name for style in _STYLES)

_EDITS = (
    ("At least 20", "Twenty or more"),
    ("about 900", "roughly 900"),
    ("were killed", "have been killed"),
    ("Neither of them saw", "Neither saw"),
    ("several evenings", "some evenings"),
    ("withdrew from the village", "pulled out of the village"),
    ("could not verify", "was not able to verify"),
)


def wire() -> bytes:
    """The agency's own page of 6 September."""
    headline, paragraphs = article_text("wire.en.txt")
    return page(
        Article(
            publication=_OSTRIVEL,
            slug="06/haldrevin-clerk",
            headline=headline,
            published="2019-09-06T14:10:00+03:00",
            published_text="Friday 6 September 2019, 14:10",
            author="Ostrivel Press",
            paragraphs=paragraphs,
        )
    )


def translated_reprint() -> bytes:
    """The Ukrainian reprint: nothing but its credit shows where it comes from."""
    headline, paragraphs = article_text("reprint.uk.txt")
    return page(
        Article(
            publication=_ISENNA_HERALD,
            slug="07/haldrevin",
            headline=headline,
            published="2019-09-07T07:00:00+03:00",
            published_text="субота, 7 вересня 2019 року, 07:00",
            author="Вісник Ісенни",
            paragraphs=paragraphs,
        )
    )


def reprints(count: int = len(_STYLES)) -> Iterator[tuple[str, bytes]]:
    """Yield path and page of ``count`` English reprints, the same ones each time."""
    for number in range(count):
        yield _reprint(_STYLES[number] if number < len(_STYLES) else _made_up(number))


def _made_up(number: int) -> _HouseStyle:
    first, second = _EDITS[number % len(_EDITS)], _EDITS[(number // 2 + 1) % len(_EDITS)]
    return _HouseStyle(
        f"Exercise Paper {number}",
        f"exercise-paper-{number}",
        f"News from Haldrevin, page {number}",
        9 + number % 12,
        (first, second),
        (5,) if number % 3 == 0 else (),
    )


def _reprint(style: _HouseStyle) -> tuple[str, bytes]:
    _, paragraphs = article_text("wire.en.txt")
    kept = [each for number, each in enumerate(paragraphs) if number not in style.left_out]
    for before, after in style.edits:
        kept = [each.replace(before, after) for each in kept]
    article = Article(
        publication=Publication(
            name=style.name,
            host=f"{style.slug}.example",
            language="en",
            sections=("Home", "Region", "Sport"),
            foot=f"{style.name}: letters to the editor are welcome.",
        ),
        slug="06/haldrevin",
        headline=style.headline,
        published=f"2019-09-06T{style.hour:02}:45:00+03:00",
        published_text=f"6 September 2019, {style.hour:02}:45",
        author=style.credit,
        paragraphs=tuple(kept),
    )
    return names.reprint(style.slug), page(article)
