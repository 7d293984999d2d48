"""READ-ME.html: it says what it must, shows what is opened, and executes nothing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from forger import NOTE, ORIGINAL, Forger
from probatum.disclose import page
from probatum.disclose.withheld import KeptItem, parse_withholding, show

NAME = 'statement <img src=x onerror="alert(1)"> بيان.txt'


class Reader(HTMLParser):
    """Collects tags with their attributes, and checks that all are closed."""

    VOID = {"meta", "br"}

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def text() -> str:
    forger = Forger()
    forger.acquire(NOTE, ORIGINAL, file_name=NAME, place="an invented bridge", ref="EX-00001-6")
    forger.record("note/1", NOTE, {"text": "kept by Ann Example", "by": "I. Investigator"})
    rules = [parse_withholding("text=protected-person:rule <70>")]
    shown = [
        show(index, one.leaf, one.opened.values(), rules, "A. Reviewer")
        for index, one in forger.shown.items()
    ]
    letter = page.Letter(
        to="Court <b>X</b>", purpose="exercise", by="I. Investigator", at="2026-05-04T10:20:30Z",
        kind_of_disclosure="selection", origin=forger.log.origin, fingerprint="ab" * 32,
        verifier_sha256="cd" * 32,
    )  # fmt: skip
    kept = [KeptItem("ef" * 16, "entries-only", "not asked for", "A. Reviewer")]
    return page.render(letter, shown, kept, [NOTE]).decode()


def test_it_is_well_formed_and_loads_or_runs_nothing(text: str) -> None:
    reader = Reader(text)
    assert {tag for tag, _ in reader.tags}.isdisjoint({"script", "img", "link", "iframe", "b\x00"})
    for _, attributes in reader.tags:
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert "http" not in re.sub(r"http-equiv", "", text)


def test_it_says_who_to_whom_what_and_why(text: str) -> None:
    for said in ("Court &lt;b&gt;X&lt;/b&gt;", "exercise", "I. Investigator", "EX-00001-6", "بيان"):
        assert said in text
    for said in ("protected-person", "rule &lt;70&gt;", "A. Reviewer", "entries-only"):
        assert said in text


def test_it_never_shows_a_withheld_value(text: str) -> None:
    assert "Ann Example" not in text


def test_it_says_how_to_verify_and_where_the_key_comes_from(text: str) -> None:
    assert "python3 -I -S verify.pyz P.zip --key KEY" in text
    assert "by another way than this package" in text
    assert "that what is said in here is true" in text
    assert "age -d -i KEYFILE -o P.zip P.zip.age" in text  # encrypted to a key
    assert "age -d -o P.zip P.zip.age" in text  # encrypted with a passphrase


def test_digests_run_from_left_to_right_and_names_in_their_own_direction(text: str) -> None:
    assert f'<bdi dir="ltr"><code>{"cd" * 32}</code></bdi>' in text
    assert '<bdi dir="auto">statement &lt;img' in text


def test_it_prints_and_follows_light_and_dark(text: str) -> None:
    assert "@media print" in text and "color-scheme:light dark" in text


def test_on_a_narrow_screen_every_cell_says_what_it_is(text: str) -> None:
    reader = Reader(text)
    wide = [attributes for tag, attributes in reader.tags if tag == "table" and attributes]
    cells = [attributes for tag, attributes in reader.tags if tag == "td" and attributes]
    assert [each["class"] for each in wide] == ["wide", "wide"]
    heads = re.findall(r'<th scope="col">(.*?)</th>', text)
    assert {each["data-name"] for each in cells} == set(heads)
    assert "@media screen and (max-width:" in text and "content:attr(data-name)" in text
