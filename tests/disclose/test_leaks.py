"""What is withheld in one place must not be readable in another."""

from __future__ import annotations

import json
import unicodedata

import pytest

from forger import NOTE, ORIGINAL, Forger
from probatum.disclose.leaks import LeakCheck, as_text
from probatum.disclose.withheld import Shown, parse_withholding, show
from probatum.errors import InputError
from probatum.proof.canonical import Json

NAME = "Жанна Прикладова"


def entries(withhold: str, *records: dict[str, Json]) -> list[Shown]:
    forger = Forger()
    for fields in records:
        forger.record("note/1", NOTE, fields)
    rules = [parse_withholding(withhold + "=code:basis")]
    return [
        show(index, one.leaf, one.opened.values(), rules, "A. Reviewer")
        for index, one in forger.shown.items()
    ]


def leak(check: LeakCheck) -> str:
    with pytest.raises(InputError, match="leak") as caught:
        check.stop_if_any()
    assert NAME not in str(caught.value), "an error must not say what is protected"
    return str(caught.value)


def test_a_withheld_name_in_another_field_is_named_by_its_place() -> None:
    shown = entries("given_by", {"given_by": NAME}, {"text": f"handed over by {NAME.upper()}\n"})
    check = LeakCheck(shown)
    check.look_in_entries(shown)
    assert "field text of entry 1 (note/1)" in leak(check)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Aya", "Handed over by Aya.", True),
        ("Aya", "She lives in Malaya.", False),
        ("李华", "昨天李华在桥边。", True),
        ("Ян", "ЯН бачив це", True),
        ("Ян", "Янтар", False),
        ("A", "A bridge", False),
    ],
)
def test_short_names_are_found_as_words_and_anywhere_where_no_spaces_are_set(
    name: str, text: str, found: bool
) -> None:
    shown = entries("given_by", {"given_by": name}, {"text": text})
    check = LeakCheck(shown)
    check.look_in_entries(shown)
    if found:
        with pytest.raises(InputError, match="leak"):
            check.stop_if_any()
    else:
        check.stop_if_any()


def test_the_withheld_field_itself_is_no_leak() -> None:
    shown = entries("given_by", {"given_by": NAME, "text": "sealed"})
    check = LeakCheck(shown)
    check.look_in_entries(shown)
    check.stop_if_any()


@pytest.mark.parametrize(
    "text",
    [
        f"... {NAME} ...",
        NAME.lower(),
        NAME.replace(" ", " \n\t"),
        unicodedata.normalize("NFD", NAME),
        NAME.encode("utf-16").decode("utf-16"),
    ],
)
def test_it_is_found_in_a_text_without_regard_to_spelling_or_spaces(text: str) -> None:
    check = LeakCheck(entries("given_by", {"given_by": NAME}))
    check.look_in(text, "original EX-00001-6")
    assert "original EX-00001-6" in leak(check)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"from": NAME}),
        json.dumps({"from": NAME}).upper().replace("\\U", "\\u"),
        "".join(f"&#{ord(letter)};" for letter in NAME),
    ],
)
def test_it_is_found_behind_escapes(text: str) -> None:
    assert NAME not in text
    check = LeakCheck(entries("given_by", {"given_by": NAME}))
    check.look_in(text, "original EX-00001-6")
    leak(check)


def test_broken_escapes_are_no_obstacle() -> None:
    check = LeakCheck(entries("given_by", {"given_by": NAME}))
    check.look_in("\\ud83d \\udc00 \\u12 &#; &bogus; " + NAME, "a")
    leak(check)


def test_values_inside_lists_and_objects_are_searched() -> None:
    shown = entries("people", {"people": [NAME, "B. Example"]}, {"also": {"who": ["x", NAME]}})
    check = LeakCheck(shown)
    check.look_in_entries(shown)
    leak(check)


def test_a_name_inside_the_disclosures_of_a_senders_chain_is_found() -> None:
    sender = Forger("sender")
    sender.acquire("ab" * 16, ORIGINAL, given_by=NAME)
    shown = entries("given_by", {"given_by": NAME}, {"sender": sender.sender_of(0)})
    check = LeakCheck(shown)
    check.look_in_entries(shown)
    assert "field sender of entry 1" in leak(check)


def test_a_single_character_is_not_searched() -> None:
    check = LeakCheck(entries("given_by", {"given_by": "J"}))
    assert not check.is_needed
    check.look_in("J Joanna", "anywhere")
    check.stop_if_any()


def test_thousands_of_withheld_values_are_found_alike() -> None:
    records: list[dict[str, Json]] = [{"path": f"/home/someone/{n:04d}.jpg"} for n in range(200)]
    check = LeakCheck(entries("path", *records))
    check.look_in("a list: /home/someone/0300.jpg", "a")
    check.stop_if_any()
    check.look_in("a list: /HOME/someone/0137.jpg, and more", "b")
    assert "in b" in leak(check)


def test_what_is_no_text_is_said_to_be_none() -> None:
    assert as_text(b"\x89PNG\r\n\x1a\n\xff\xfe") is None
    assert as_text("\ufeffслово".encode("utf-8")) == "слово"
    assert as_text("слово".encode("utf-16")) == "слово"
