"""Markup in everything that people and files can name: no page runs it, or makes an element of it.

The case holds an example of every noun whose words are markup wherever the record takes words, and
files, folders, texts, labels, people, searches and metadata of the same kind.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from desk import material
from desk.browser import Chromium, chromium
from desk.opened_desk import OpenedDesk, opened
from desk.walking import walk
from probatum.acts.add_files import add
from probatum.acts.article import Stated
from probatum.acts.extract_text import extract_all_new
from probatum.acts.extractors import Chosen
from probatum.acts.extractors import opened as reader
from probatum.acts.label_items import label
from probatum.acts.note_item import note
from probatum.acts.put_record import put
from probatum.acts.read_item import read_items
from probatum.acts.session import Session
from probatum.errors import InputError, UseError
from probatum.model.nouns import NOUNS
from record_case import PASSPHRASE
from record_examples import Examples

HOSTILE = (
    '\'"><x-bad x-bad=1></x-bad><img src=x onerror="document.x=1"><script>document.x=1</script>'
    "</script></style></title></textarea><svg onload='document.x=1'>{{ 7|add:7 }}${7+7}"
    "javascript:document.x=1"
)
SHORT = "<x-bad x-bad=1>\"'><script>document.x=1</script>"
# What may not be there: elements and attributes of ours, links that run something, its traces.
ALARM = """() => [
  document.x, document.querySelector("x-bad, [x-bad], [onerror], [onload]")?.outerHTML,
  document.querySelector("a[href^='javascript' i], a[href^='data' i], form[action^='java' i]")
    ?.outerHTML,
  [...document.scripts].find(each => !each.src)?.outerHTML,
].filter(Boolean).concat([...document.querySelectorAll("main")].filter(
  each => each.textContent.includes("$" + "{14}")).map(() => "evaluated"))"""


def hostile_records(session: Session, folder: Path) -> int:
    """Put examples whose words are markup wherever a record takes it; return how many."""
    examples, count = Examples(session, folder), 0
    for noun in NOUNS:
        try:
            said = examples.fields(noun)
        except (InputError, UseError, ValueError, KeyError):
            continue
        for path in list(_words(said)):
            for words in (HOSTILE, SHORT):
                tried = copy.deepcopy(said)
                _set(tried, path, words)
                try:
                    put(session, tried)
                except (InputError, UseError):
                    continue
                said = tried
                count += 1
                break
    return count


def _words(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, str) and path != ("record",):
        yield path
    for key, below in (value.items() if isinstance(value, dict) else
                       enumerate(value) if isinstance(value, list) else ()):  # fmt: skip
        yield from _words(below, (*path, key))


def _set(value: Any, path: tuple[Any, ...], words: str) -> None:
    for key in path[:-1]:
        value = value[key]
    value[path[-1]] = words


@pytest.fixture(scope="module")
def hostile(small_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenedDesk]:
    folder = tmp_path_factory.mktemp("hostile")
    files = folder / "files <x-bad x-bad=1>"
    files.mkdir()
    (files / "<img src=x onerror=document.x=1><x-bad>.txt").write_text(
        f"Shelling of Dorna killed 12 people, {HOSTILE} said.\nThe army of Norland denied that it "
        f"shelled Dorna {HOSTILE}.\n"
    )
    (files / "'\"><script>document.x=1<.jpg").write_bytes(material.jpeg(said=HOSTILE))
    (files / "table<x-bad>.csv").write_text(f'name,"{SHORT}"\n{SHORT},=1+1\n')
    (files / "mail.eml").write_text(f"From: a@exercise.example\nSubject: {SHORT}\n\n{HOSTILE}\n")
    with opened(small_case, folder, PASSPHRASE) as desk:
        from probatum.desk.people.models import Person

        Person.objects.filter(sign_in_name="auditor").update(display_name=SHORT[:60])
        with desk.session() as session:
            taken = add(session, [str(files)], given_by=HOSTILE, place=HOSTILE,
                        conditions=HOSTILE, why=HOSTILE)  # fmt: skip
            extract_all_new(session)
            refs = [line.ref for line in taken.lines]
            for ref in refs:
                note(session, ref, HOSTILE)
                label(session, [ref], [SHORT])
            made = folder / "made"
            made.mkdir()
            assert hostile_records(session, made) > 40
            with reader(Chosen(), session) as extractor:
                read_items(session, refs, extractor, Stated())
        yield desk


@pytest.fixture(scope="module")
def browser(hostile: OpenedDesk) -> Iterator[Chromium]:
    with chromium(hostile) as made:
        yield made


SEARCHES = [f"/items/?q={words}" for words in (
    "%3Cx-bad%20x-bad=1%3E", "%22%3E%3Cscript%3Edocument.x=1%3C/script%3E", "label:%3Cx-bad%3E",
    "%27-document.x-%27", "%7B%7B7%7D%7D", "%00%3Cx-bad%3E", "type:%3Cx-bad%3E",
)]  # fmt: skip
ASKED = [*SEARCHES, "/log/acts/?by=%22%3E%3Cx-bad%3E", "/timeline/?from=%22%3E%3Cx-bad%3E",
         "/records/pick/?q=%3Cx-bad%3E&field=%22%3E%3Cx-bad%3E", "/map/?q=%22%3E%3Cx-bad%3E",
         "/disclosures/new/?item=%22%3E%3Cx-bad%3E", "/review/?list=%22%3E%3Cx-bad%3E",
         "/incidents/?after=%22%3E%3Cx-bad%3E"]  # fmt: skip


def test_places_of_a_file_and_its_refused_lines_are_words(hostile: OpenedDesk) -> None:
    """A gazetteer of the user's own is somebody's file like any other."""
    words = "<x-bad x-bad=1>"
    rows = f'name,lat,lon\n"Dorna {words}",1,2\n"Nowhere",{words},2\n'
    client = hostile.client("owner")
    file = SimpleUploadedFile("places<x-bad>.csv", rows.encode())
    shown = [client.post("/settings/places/", {"file": file})]
    shown += [client.get(each) for each in ("/settings/places/", "/map/", "/records/of/place/")]
    said = "".join(each.content.decode() for each in shown)
    assert "Dorna &lt;x-bad" in said
    assert "<x-bad" not in said
    points = client.get("/map/points/")
    assert words in points.json()["points"][0]["title"]
    assert points.headers["Content-Type"] == "application/json"
    assert points.headers["X-Content-Type-Options"] == "nosniff"


def test_no_page_makes_anything_of_markup_but_words(browser: Chromium) -> None:
    visit = browser.visit("owner", width=1000)
    wrong: dict[str, object] = {}
    shown = 0

    def look(address: str, _name: str) -> None:
        nonlocal shown
        page = visit.page
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
        found = page.evaluate(ALARM)
        said = [each for each in visit.complaints
                if "Content Security Policy" in each or "document.x" in each]  # fmt: skip
        if found or said or visit.elsewhere:
            wrong[address] = (found, said, [*visit.elsewhere])
        visit.complaints.clear()
        visit.elsewhere.clear()
        shown += "x-bad" in page.locator("body").inner_text()

    names = walk(visit, look, most=1, start=("/", *ASKED))
    assert not wrong, "\n".join(f"{address}: {said}" for address, said in wrong.items())
    assert shown > 20  # the words were there to be shown
    assert {"record", "records_of", "item", "review", "incident", "settings_terms"} <= names
