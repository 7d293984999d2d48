"""A case file in another language: people's words as they are, no name betrayed."""

from __future__ import annotations

import re
from gettext import GNUTranslations
from pathlib import Path

import pytest

from acts.test_case_file import CANARY, World
from probatum.acts.put_record import put
from probatum.disclose.case_file_page import LABEL
from probatum.errors import InputError, UseError
from probatum.model.nouns import Assertion
from probatum.model.tongues import LANGUAGES, LOCALE, tongue

_ENGLISH = re.compile(
    r"\b(?:the|and|is|of|recorded|said|nobody|entry|what|not stated|known|claimed)\b"
)


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.mark.parametrize("language", ["uk", "ar"])
def test_all_but_what_people_wrote_is_in_that_language(world: World, language: str) -> None:
    _, page = world.print(tongue=tongue(language))
    way = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{way}">' in page
    assert tongue(language).gettext(LABEL) in page
    body = page.partition("<body>")[2]
    for theirs in ("Mill road &lt;EXERCISE&gt;", "at the mill", "رأيت ما حدث",
                   "Ministry of Exercise", "Nothing of the kind",
                   "I. Investigator of exercise"):  # fmt: skip
        assert theirs in body, theirs
        body = body.replace(theirs, "")
    text = re.sub(r"<code>[^<]*</code>|<[^>]*>", " ", body)
    assert not _ENGLISH.findall(text), text
    assert CANARY not in page


def test_a_name_in_a_quote_stops_it_in_every_language(world: World) -> None:
    with world.office.open() as session:
        put(session, Assertion(about=world.occurrence.id, stance="asserts",
                               quote=f"{CANARY} saw it"))  # fmt: skip
    for each in LANGUAGES:
        with pytest.raises(InputError) as caught:
            world.print(f"{each}.html", tongue=tongue(each))
        assert caught.value.code == "leak"
        assert not (world.folder / f"{each}.html").exists()


def test_pages_of_three_languages_have_the_same_references(world: World) -> None:
    pages = [world.print(f"{each}.html", tongue=tongue(each))[1] for each in LANGUAGES]
    first, *others = (sorted(re.findall(r"<code>(EXR-[^<]*)</code>", page)) for page in pages)
    assert first and all(each == first for each in others)


def test_a_pdf_in_arabic_is_made(world: World) -> None:
    done, _ = world.print("file.pdf", tongue=tongue("ar"))
    assert done.data.startswith(b"%PDF")


def test_another_language_is_refused_by_name() -> None:
    with pytest.raises(UseError, match="en, uk, ar"):
        tongue("tlh")


def test_every_catalogue_of_the_desk_is_a_language() -> None:
    there = {path.name for path in LOCALE.iterdir() if path.is_dir()}
    assert there | {"en"} == set(LANGUAGES)
    with (LOCALE / "uk/LC_MESSAGES/django.mo").open("rb") as file:
        assert GNUTranslations(file).gettext(LABEL) == tongue("uk").gettext(LABEL) != LABEL
