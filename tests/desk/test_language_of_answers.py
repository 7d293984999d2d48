"""What answers a form is said in the person's language; what the form records is not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.count_runs import Input, Making, keep
from probatum.acts.erase_item import plan
from probatum.acts.put_record import Put, put
from probatum.acts.suggest_mapping import suggest_of_path
from probatum.acts.victim_lists import add_list
from probatum.desk.page import in_their_language
from probatum.desk.pages.items import words as items
from probatum.desk.pages.records import words
from probatum.desk.pages.records.plan import Field
from probatum.desk.pages.records.plan import plan as fields_of
from probatum.desk.pages.review.showing import of_sentence
from probatum.model.nouns import NOUNS, plain
from probatum.model.tongue import say_many

KILLED = "загиблих"
# Their own words, in every language: grades, versions.
OWN_WORDS = re.compile("[A-F1-6]")


@contextmanager
def speaking_ukrainian(desk: OpenedDesk, role: str) -> Iterator[Any]:
    client = desk.client(role)
    client.post("/accounts/language/", {"language": "uk", "next": "/"})
    try:
        yield client
    finally:
        client.post("/accounts/language/", {"language": "en", "next": "/"})


@pytest.fixture(scope="module")
def figure(desk: OpenedDesk) -> Put:
    with desk.session() as session:
        said = {"record": "figure/1", "measure": "killed", "low": 12, "bound": "at_least"}
        made: Put = put(session, {**said, "text": "at least twelve"})
    return made


def words_of(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def test_a_form_that_is_refused_names_records_as_the_page_does(
    desk: OpenedDesk, figure: Put
) -> None:
    typed = {"about": figure.ref, "stance": "asserts", "said_at.edtf": "the 5th"}
    with speaking_ukrainian(desk, "investigator") as client:
        asked = client.get("/records/new/assertion/", typed)
        refused = client.post("/records/new/assertion/", typed)
    assert refused.status_code == 400
    for answer in (asked, refused):
        assert "щонайменше 12" in answer.content.decode()
        assert "at least 12" not in answer.content.decode()
    again = desk.client("investigator").post("/records/new/assertion/", typed)
    assert "at least 12 killed" in again.content.decode()


def test_a_paper_and_an_erasure_that_are_refused_do_as_well(desk: OpenedDesk, figure: Put) -> None:
    with speaking_ukrainian(desk, "owner") as client:
        answer = client.post(f"/erase/{figure.ref}/", {"reason": "none", "typed": figure.ref})
        assert answer.status_code == 400 and "щонайменше 12" in answer.content.decode()
    with desk.session() as session:
        assert plan(session, figure.ref).caption == "at least 12 killed"


def test_what_is_recorded_is_the_same_in_every_language(desk: OpenedDesk, figure: Put) -> None:
    typed = {"about": figure.ref, "stance": "asserts", "quote": "щонайменше дванадцять"}
    with speaking_ukrainian(desk, "investigator") as client:
        there = client.post("/records/new/assertion/", typed).headers["Location"]
    here = desk.client("investigator").post("/records/new/assertion/", typed).headers["Location"]
    bodies = []
    with desk.session() as session:
        for place in (there, here):
            bodies.append(plain(session.find_record(place.split("/")[2]).body))
    assert bodies[0] == bodies[1]
    assert KILLED not in json.dumps(bodies, ensure_ascii=False)


def test_the_report_of_a_list_warns_in_the_language_of_the_page(
    desk: OpenedDesk, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,Name,Died\n" + "1,,\n" * 3 + "2,Ivan Testenko,3.4.2019\n" * 5, "utf-8")
    mapping = suggest_of_path(str(path)).mapping
    assert mapping is not None
    with desk.session("investigator") as session:
        said = {"name": "List", "within_list": "one-row-per-person"}
        ref = add_list(session, str(path), said, mapping=mapping).put.ref
    english = words_of(desk.client("reader").post(f"/numbers/lists/{ref}/"))
    assert "row ids repeat: another column may hold the ids" in english
    with speaking_ukrainian(desk, "reader") as client:
        page = words_of(client.post(f"/numbers/lists/{ref}/"))
    assert "номери рядків повторюються" in page and "row ids repeat" not in page
    assert re.search(r"\d рядк\w+ каж\w+ те саме", page)


def test_reasons_of_estimates_are_said_in_the_language_and_kept_in_english(
    desk: OpenedDesk,
) -> None:
    documented = {
        "people": {"low": 1, "best": 2, "high": 3}, "definitions": [], "draws": 20,
        "missed_low": 0.0, "missed": 0.0, "missed_high": 0.0, "strata": [],
    }  # fmt: skip
    reasons = ["too-few-lists: this needs three lists, and there are 2", "later-version: new words"]
    models = [{"model": "graphs", "median": None, "low": None, "high": None, "refused": True,
               "reasons": reasons}]  # fmt: skip
    agreement = "Only one model answers, and nothing stands beside it to compare it with."
    estimated = {"models": models, "agreement": agreement, "draws": 20}
    with desk.session("investigator") as session:
        for step, said in (("documented", documented), ("estimate", estimated)):
            making = Making(step, (Input("ab" * 16, "cd" * 32),), "exercise", {}, 1)  # type: ignore[arg-type]
            keep(session, making, "application/json", msgspec.json.encode(said))
    with speaking_ukrainian(desk, "reader") as client:
        page = client.get("/numbers/").content.decode()
    assert "потрібні три списки" in page and "this needs three lists" not in page
    assert "відповідає лише одна модель" in page.lower() and "Only one model" not in page
    assert 'lang="en" dir="ltr">later-version: new words' in page
    assert "this needs three lists, and there are 2" in words_of(
        desk.client("reader").get("/numbers/")
    )


def test_numbers_in_sentences_are_written_as_the_language_writes_them() -> None:
    from django.utils import translation

    with translation.override("uk"), in_their_language():
        said = say_many("{n} assertion was recorded since.", "{n} assertions were recorded since.",
                        1234)  # fmt: skip
    assert "1\xa0234" in said
    assert say_many("{n} assertion", "{n} assertions", 1234) == "1,234 assertions"


def _all(fields: tuple[Field, ...]) -> Iterator[Field]:
    for each in fields:
        yield each
        yield from _all(each.parts)


@pytest.mark.parametrize("noun", sorted(NOUNS))
def test_every_field_and_every_choice_of_a_record_has_its_words(noun: str) -> None:
    assert noun in words.NOUNS and items.hit_kind(noun) != noun.replace("_", " ")
    known = {**words.CHOICES, **words.WHY_UNKNOWN}
    for each in _all(fields_of(noun)):
        assert each.name in words.FIELDS, each.name
        lacking = [code for code in each.choices
                   if code not in known and not OWN_WORDS.fullmatch(code)]  # fmt: skip
        assert not lacking, f"{each.name}: desk/pages/records/words.py lacks {lacking}"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("call \u2068X\u2069", "call \u2068X\u2069"),
        ("\u2068\u2068a\u2069, \u2068b\u2069\u2069", "\u2068\u2068a\u2069, \u2068b\u2069\u2069"),
        ("\u2067\u2068a\u2069, b\u2069", "\u2067\u2068a\u2069, b\u2069"),
        ("call \u2068X\u202e\u2069", "call \u2068X[U+202E]\u2069"),
        ("call \u2068X\u2069\u2069", "call [U+2068]X[U+2069][U+2069]"),
        ("call \u2068\u2068X\u2069", "call [U+2068][U+2068]X[U+2069]"),
        ("call \u2069X\u2068", "call [U+2069]X[U+2068]"),
    ],
)
def test_what_sets_parts_of_a_sentence_apart_is_not_shown_and_nothing_else_hides(
    said: str, shown: str
) -> None:
    assert of_sentence(said) == shown
