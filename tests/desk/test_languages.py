"""The desk in Ukrainian and Arabic: complete, with its plural forms, right-to-left where needed."""

from __future__ import annotations

import gettext
import importlib.util
import io
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.utils.translation import override

from desk.opened_desk import OpenedDesk
from probatum.desk.error_shapes import SHAPES
from probatum.desk.told import in_words, told
from probatum.errors import UseError

ROOT = Path(__file__).resolve().parent.parent.parent
PLURAL_FORMS = {"uk": 3, "ar": 6}
# One number of each plural form, in the order of the forms.
NUMBERS = {"uk": (21, 3, 12), "ar": (0, 1, 2, 7, 11, 100)}
# In these forms a language may say the number in a word, or leave it out: they hold for one alone.
FOR_ONE_NUMBER = {"uk": (), "ar": (0, 1, 2)}
PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w*\}")
TAG = re.compile(r"<[^>]*>")
LANGUAGES = tuple(PLURAL_FORMS)


sys.path.append(str(ROOT / "release"))  # as when they are run


def _script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "release" / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # its dataclasses look their module up
    spec.loader.exec_module(module)
    return module


messages, compile_messages = _script("messages"), _script("compile_messages")


def _source(language: str) -> Path:
    return Path(messages.LOCALE) / language / "LC_MESSAGES" / "django.po"


@pytest.fixture(scope="module")
def catalogues() -> Mapping[str, Catalog]:
    """Catalogues by language, as Babel reads them."""
    found = {}
    for language in LANGUAGES:
        with _source(language).open("rb") as file:
            found[language] = read_po(file, locale=language)
    return found


def _forms(message: Message) -> tuple[str, ...]:
    said = message.string
    return tuple(said) if isinstance(said, list | tuple) else (said,)


def _ids(message: Message) -> tuple[str, ...]:
    return tuple(message.id) if isinstance(message.id, list | tuple) else (message.id,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_the_desk_says_is_translated(
    language: str, catalogues: Mapping[str, Catalog]
) -> None:
    lacking = []
    for words in messages.found():
        message = catalogues[language].get(words.one, words.context or None)
        if message is None or message.fuzzy or not all(_forms(message)):
            lacking.append(f"{words.file}: {words.one}")
    assert not lacking, f"{len(lacking)} in {language}; run `make messages` and translate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_what_is_filled_in_and_bring_no_markup(
    language: str, catalogues: Mapping[str, Catalog]
) -> None:
    wrong = []
    for message in catalogues[language]:
        if not message.id:
            continue
        asked = " ".join(_ids(message))
        for number, form in enumerate(_forms(message)):
            free = len(_ids(message)) > 1 and number in FOR_ONE_NUMBER[language]
            wanted, given = set(PLACEHOLDER.findall(asked)), set(PLACEHOLDER.findall(form))
            if given - wanted or (wanted - given and not free):
                wrong.append((asked, form))
            if sorted(TAG.findall(form)) != sorted(TAG.findall(_ids(message)[-1])):
                wrong.append((asked, form))
    assert wrong == []


def test_examples_of_what_to_type_keep_their_order_in_arabic(
    catalogues: Mapping[str, Catalog],
) -> None:
    """Digits after an Arabic letter turn round what is between them: 2031-03-05 became 05-03-2031.

    Dates, clocks and ``name=value`` in a translation stand in isolation (UAX 9, LRI and PDI).
    """
    exact = re.compile(r"\d-\d|\d:\d|\w[=:][A-Za-z]\w*:?[\u0600-\u06ff]|\w+\.\w+=|stance:")
    bare = [
        form for message in catalogues["ar"] if message.id for form in _forms(message)
        if exact.search(re.sub("\u2066[^\u2069]*\u2069", "", form))
    ]  # fmt: skip
    assert bare == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_form_of_a_language_is_there_and_is_chosen(
    language: str, catalogues: Mapping[str, Catalog]
) -> None:
    catalogue = catalogues[language]
    assert catalogue.num_plurals == PLURAL_FORMS[language]
    compiled = gettext.GNUTranslations(
        io.BytesIO(compile_messages.compiled(_source(language).read_text("utf-8")))
    )
    one, many = "%(n)s claim", "%(n)s claims"
    message = catalogue.get(one)
    assert message is not None and len(set(_forms(message))) == (2 if language == "uk" else 6)
    assert tuple(compiled.ngettext(one, many, n) for n in NUMBERS[language]) == _forms(message)
    for each in catalogue:
        if len(_ids(each)) > 1:
            assert len(_forms(each)) == PLURAL_FORMS[language], each.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_our_compiler_says_the_same_as_that_of_babel(
    language: str, catalogues: Mapping[str, Catalog]
) -> None:
    theirs = io.BytesIO()
    write_mo(theirs, catalogues[language])
    theirs.seek(0)
    ours = io.BytesIO(compile_messages.compiled(_source(language).read_text("utf-8")))
    expected = dict(gettext.GNUTranslations(theirs)._catalog)  # type: ignore[attr-defined]
    found = dict(gettext.GNUTranslations(ours)._catalog)  # type: ignore[attr-defined]
    expected.pop(""), found.pop("")
    assert found == expected


def test_the_compiler_leaves_out_what_is_fuzzy_and_refuses_what_is_no_catalogue() -> None:
    text = 'msgid ""\nmsgstr "Language: uk\\n"\n\n#, fuzzy\nmsgid "a"\nmsgstr "б"\n'
    assert compile_messages.messages_of(text) == {"": "Language: uk\n"}
    with pytest.raises(ValueError, match="line 2"):
        compile_messages.messages_of('msgid "a"\nmsgstr б\n')


def test_what_is_compiled_is_what_the_translations_say() -> None:
    written = compile_messages.compile_all(Path(messages.LOCALE))
    assert written == [], "they were out of date and are compiled now; run the tests again"


def test_words_are_found_in_modules_under_whatever_name(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text(
        "from django.utils.translation import gettext as _, pgettext_lazy as about\n"
        'A = _("One")\nB = about("a kind", "Two")\nC = print("Three")\n'
    )
    messages.SOURCES, kept = tmp_path, messages.SOURCES
    try:
        found = [(each.context, each.one) for each in messages.of_python(module)]
    finally:
        messages.SOURCES = kept
    assert found == [("", "One"), ("a kind", "Two")]


@pytest.mark.parametrize(("language", "direction"), [("uk", "ltr"), ("ar", "rtl"), ("en", "ltr")])
def test_somebody_who_is_not_signed_in_chooses_a_language(
    village: OpenedDesk, language: str, direction: str
) -> None:
    client = village.stranger()
    answer = client.post("/accounts/language/", {"language": language, "next": "/"})
    assert answer.status_code == 302 and answer.cookies["django_language"]["httponly"]
    page = client.get("/accounts/sign-in/").content.decode()
    assert f'<html lang="{language}" dir="{direction}"' in page
    word = {"uk": "Увійти", "ar": "تسجيل الدخول", "en": "Sign in"}[language]
    assert f"<h1>{word}</h1>" in page


def test_a_person_keeps_their_language_in_every_browser(village: OpenedDesk) -> None:
    village.client("reader").post("/accounts/language/", {"language": "ar", "next": "/"})
    try:
        page = village.client("reader").get("/").content.decode()  # another browser, no cookie
        assert '<html lang="ar" dir="rtl"' in page
        assert '<html lang="en" dir="ltr"' in village.client("auditor").get("/").content.decode()
    finally:
        village.client("reader").post("/accounts/language/", {"language": "en", "next": "/"})


def test_a_language_that_the_desk_does_not_have_changes_nothing(village: OpenedDesk) -> None:
    answer = village.stranger().post(
        "/accounts/language/", {"language": "xx", "next": "//evil.test"}
    )
    assert "django_language" not in answer.cookies and answer.headers["Location"] == "/"


def _read_in(village: OpenedDesk, language: str, address: str) -> str:
    client = village.client("investigator")
    client.post("/accounts/language/", {"language": language, "next": "/"})
    try:
        answer: Any = client.get(address)
        assert answer.status_code == 200
        return str(answer.content.decode())
    finally:
        client.post("/accounts/language/", {"language": "en", "next": "/"})


def test_digests_and_references_keep_their_order_in_arabic(village: OpenedDesk) -> None:
    with village.session() as session:
        ref = session.index.items()[0].ref
    page = _read_in(village, "ar", f"/items/{ref}/")
    assert 'dir="rtl"' in page
    bare = re.sub(r"<bdi dir=\"ltr\"[^>]*>[^<]*</bdi>", "", page)
    bare = re.sub(r"<[^>]+>", " ", bare)
    assert re.search(r"\b[0-9a-f]{64}\b", bare) is None


def test_candidates_are_offered_in_arabic_without_marks(village: OpenedDesk) -> None:
    with village.session() as session:
        ref = session.index.items()[1].ref
    page = _read_in(village, "ar", f"/review/{ref}/step/p1/")
    assert "الاسم نفسه" in page and "\u2068" in page
    assert "U+2068" not in page and "the same name" not in page


def test_numbers_and_dates_are_written_as_the_language_writes_them(village: OpenedDesk) -> None:
    from datetime import UTC, datetime

    from django.template import Context, Template
    from django.utils import translation

    shown = Template(
        "{% load humanize %}{{ n|intcomma }} / "
        '{{ at|date:"DATETIME_FORMAT" }} / {{ f|floatformat }}'
    )
    at = datetime(2031, 3, 5, 14, 7, tzinfo=UTC)
    values = Context({"n": 1234567, "at": at, "f": 2.5})
    said = {}
    for language in ("en", *LANGUAGES):
        with translation.override(language):
            said[language] = shown.render(values).replace("\xa0", " ")
    assert said["en"] == "1,234,567 / 5 March 2031, 14:07 / 2.5"
    assert said["uk"] == "1 234 567 / 05 березня 2031 р. 14:07 / 2,5"
    assert said["ar"] == "1,234,567 / 5 مارس 2031، 14:07 / 2.5"


def test_without_compiled_words_the_desk_speaks_english() -> None:
    # In a process of its own: what was compiled from words once stays in templates.
    code = (
        "from probatum.desk import settings; settings.configure()\n"
        "from django.conf import settings; settings.LOCALE_PATHS = []\n"
        "from django.utils.translation import gettext, override, trans_real\n"
        "trans_real.DjangoTranslation._add_installed_apps_translations = lambda self: None\n"
        "from django.template.loader import render_to_string\n"
        "with override('uk'): print(gettext('Sign in'), render_to_string('desk/pieces/says.html'))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert ran.stdout.startswith("Sign in"), ran.stderr
    assert "The source says this. Not: this is so." in ran.stdout


def test_errors_are_told_in_the_language_of_the_page() -> None:
    error = UseError("not-permitted", item="this act", remedy="something unforeseen")
    with override("uk"):
        assert told(error).startswith("роль цієї особи у справі цього не дозволяє. ")
        assert told(error).endswith("Що робити: something unforeseen.")
        assert in_words("") == ""


def test_the_shapes_of_errors_are_those_of_the_sources() -> None:
    found = tuple(messages.with_places(messages.SOURCES))
    assert found == SHAPES, "run `make messages`"
    assert "the query, at character {value}" in found, "given to an error"
    assert "at most {deepest} levels of brackets and NOT" in found, "given to what makes an error"


@pytest.mark.parametrize(
    ("language", "kept", "said"),
    [
        ("uk", "the query, at character 12", "запит, знак 12"),
        ("uk", "a closing bracket", "закривна дужка"),
        ("uk", "at most 32 levels of brackets and NOT", "щонайбільше 32 рівнів дужок і NOT"),
        ("uk", "at most 32 levels of something", "at most 32 levels of something"),
        ("uk", "{value} bytes {0.__class__}", "{value} bytes {0.__class__}"),
        ("uk", "{0.__class__} bytes", "{0.__class__} байтів"),
        ("ar", "page 7", "الصفحة 7"),
        ("en", "page 7", "page 7"),
    ],
)
def test_an_error_that_was_filled_in_is_said_in_the_language_of_the_page(
    language: str, kept: str, said: str
) -> None:
    with override(language):
        assert in_words(kept) == said
