"""What waits for review, and reports of every kind: hostile, long, right to left; who sees what."""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from desk.opened_desk import OpenedDesk
from desk.pages.review.at_review import AtReview
from probatum.acts.add_files import add
from probatum.acts.article import Stated
from probatum.acts.extractors import Chosen, opened
from probatum.acts.read_item import read_items
from probatum.acts.review_item import sheet

WIRE = "HV-00001-T"
DECIDING = ("step/e5/decide/", "step/e5/second/", "add/", "undo/", "bulk/", "end/")

Put = Callable[..., str]


@pytest.fixture
def put_read(village: OpenedDesk, tmp_path: Path) -> Put:
    """Put a text into the case and have it read; return its reference."""

    def put(text: str, name: str = "report.txt") -> str:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        with village.session() as session:
            ref = add(session, [str(path)]).lines[0].ref
            with opened(Chosen(), session) as extractor:
                read_items(session, [ref], extractor, Stated(published="2025-05-08"))
        return str(ref)

    return put


def visible(page: str) -> str:
    """The words of a page as a person sees them."""
    return html.unescape(re.sub(r"<[^>]+>", "", page))


def report(page: str) -> str:
    """The part of a page that shows the text."""
    return page.partition("data-report")[2].partition('id="ending"')[0]


def test_what_waits_is_listed_with_what_is_left(village: OpenedDesk) -> None:
    page = village.client().get("/review/").content.decode()
    with village.session() as session:
        steps = len(sheet(session, WIRE).steps)
    assert "ostrivel-press-wire.html" in page
    assert f"0 of {steps} decided" in page
    assert "Ostrivel Press" in page
    assert "English" in page


def test_texts_that_nobody_read_are_offered_to_whoever_may_have_them_read(
    village: OpenedDesk,
) -> None:
    assert 'name="item" value=' in village.client().get("/review/?list=unread").content.decode()
    reader = village.client("reader").get("/review/?list=unread")
    assert 'name="item" value=' not in reader.content.decode()
    assert village.client("reader").post("/review/read/", {"item": WIRE}).status_code == 403
    asked = village.client().post("/review/read/", {"item": WIRE}, headers={"HX-Request": "true"})
    assert asked.status_code == 200
    assert "job-" in asked.content.decode()


def test_an_item_that_nobody_read_says_what_to_do(village: OpenedDesk) -> None:
    answer = village.client().get("/review/HV-00003-P/")
    assert answer.status_code == 200
    assert "Nobody has read this text yet" in answer.content.decode()


def test_an_address_of_nothing_is_not_found(village: OpenedDesk) -> None:
    client = village.client()
    assert client.get("/review/HV-99999-X/").status_code == 404
    assert client.get(f"/review/{WIRE}/part/99/").status_code == 404
    assert client.get(f"/review/{WIRE}/where/10-5/").status_code == 404
    assert client.get(f"/review/{WIRE}/step/zz9/").status_code in (400, 404)


def test_a_reader_sees_the_report_and_decides_nothing(village: OpenedDesk) -> None:
    reader = AtReview(village.client("reader"), WIRE)
    page = reader.page()
    assert "The source says this. Not: this is so." in page
    assert 'name="act"' not in page + reader.body("e5")
    for path in DECIDING:
        answer = reader.client.post(reader.address + path, {"act": "accept", "seen": "open"})
        assert answer.status_code == 403, path
    assert reader.client.get(f"{reader.address}step/e5/correct/").status_code == 403
    assert reader.state("e5") == "open"


def test_an_auditor_sees_nothing_of_it(village: OpenedDesk) -> None:
    auditor = village.client("auditor")
    for path in ("", f"{WIRE}/", f"{WIRE}/part/1/", f"{WIRE}/step/e5/", f"{WIRE}/where/0-9/",
                 f"{WIRE}/reprints/", f"{WIRE}/missed/?start=0&end=3"):  # fmt: skip
        answer = auditor.get("/review/" + path)
        assert answer.status_code == 403, path
        assert "Tessolin" not in answer.content.decode()
    for path in DECIDING:
        assert auditor.post(f"/review/{WIRE}/{path}", {"act": "accept"}).status_code == 403, path


def test_what_is_shown_is_logged_with_its_person(village: OpenedDesk) -> None:
    AtReview(village.client("reader"), WIRE).page()
    with village.session() as session:
        size = session.case.access.size
        last = [session.access_entry(index)[1] for index in range(size - 6, size)]
    assert any(entry.by == "D. Reader" and entry.numbers == "1" for entry in last)


def test_every_sentence_stands_there_with_who_takes_which_stance(village: OpenedDesk) -> None:
    page = AtReview(village.client(), WIRE).page()
    with village.session() as session:
        text = sheet(session, WIRE).text
    words = "".join(re.findall(r'<span data-s="\d+"[^>]*>(.*?)</span>', page, re.DOTALL))
    assert "".join(html.unescape(words).split()) == "".join(text.split())
    assert 'class="line-said"' in page
    assert 'data-stance="denies"' in page
    assert "no claim suggested here" in page


def test_the_characters_of_what_is_open_are_marked_without_a_script_too(
    village: OpenedDesk,
) -> None:
    me = AtReview(village.client(), WIRE)
    name = me.named("Ignar Tessolin denies")
    page = me.page(at=name)
    assert {"m-content", "m-speaker", "m-cue"} <= set(
        " ".join(re.findall(r'data-m="[^"]*" class="([^"]*)"', page)).split()
    )
    assert f'id="s-{name}"' in page
    assert 'name="act" value="accept"' in page


def test_where_words_stand_is_told_to_the_byte_and_the_entry(village: OpenedDesk) -> None:
    with village.session() as session:
        shown = sheet(session, WIRE)
        at = shown.text.index("Ignar Tessolin")
        step = next(each for each in shown.steps if each.line.start == at)
        ref, index = session.record_ref(step.head.number), step.head.index
    page = village.client().get(f"/review/{WIRE}/where/{at}-{at + 14}/").content.decode()
    low = len(shown.text[:at].encode())
    assert f"{low}–{low + 14}" in page
    assert shown.text_sha256 in page
    assert ref in page
    assert f">{index}<" in page


def test_a_text_of_markup_is_shown_as_its_letters(village: OpenedDesk, put_read: Put) -> None:
    ref = put_read(
        'Mayor <script>alert(1)</script> said on Tuesday that "at least 12 people were killed in '
        'Dorna" <img src=x onerror=alert(2)>. {{ 7|add:7 }} {% now "Y" %} The army denied that.',
        "<b onmouseover=alert(3)>.txt",
    )
    me = AtReview(village.client(), ref)
    page = me.page() + "".join(map(me.body, re.findall(r'data-step="([^"]+)"', me.page())))
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "<b onmouseover" not in page
    assert "{{ 7|add:7 }}" in visible(page)
    assert "<script>alert(1)</script>" in visible(page)


def test_characters_that_nobody_sees_are_shown_and_flagged(
    village: OpenedDesk, put_read: Put
) -> None:
    ref = put_read("The mayor\u202e of Dorna\u200b said that 12 people were killed in Do\u200crna.")
    page = AtReview(village.client(), ref).page()
    assert "characters that nobody sees" in page
    assert "\u202e" not in report(page)
    assert "\u200b" not in report(page)
    assert "U+202E" in report(page)
    assert 'class="unseen joins"' in page  # a joiner shapes the word: it is kept, and marked


def test_a_text_from_right_to_left_says_its_direction(village: OpenedDesk, put_read: Put) -> None:
    ref = put_read(
        "قالت وزارة الصحة يوم الثلاثاء إن 12 شخصا قتلوا في دورنا. "
        "ونفى الجيش أنه قصف المدينة. وقالت صحيفة Harbour Post إن المدينة هادئة."
    )
    page = AtReview(village.client(), ref).page()
    assert '<p class="line-words" dir="auto" lang="ar">' in page
    assert "وزارة الصحة" in visible(page)


def test_a_very_long_text_comes_in_parts_of_bounded_weight(
    village: OpenedDesk, put_read: Put
) -> None:
    one = "Mayor Anna Tal said that at least 12 people were killed in Dorna on Tuesday. "
    ref = put_read("\n".join([one * 4] * 100))  # about 30,000 characters
    client = village.client()
    first = client.get(f"/review/{ref}/")
    assert "Part 2 of" in first.content.decode()
    assert len(gzip.compress(first.content)) < 100_000
    second = client.get(f"/review/{ref}/part/2/", headers={"HX-Request": "true"})
    assert second.status_code == 200
    assert len(gzip.compress(second.content)) < 100_000
    with village.session() as session:
        shown = sheet(session, ref)
    last = next(each.name for each in reversed(shown.steps) if each.line.start > 27_000)
    whole = client.get(f"/review/{ref}/", {"at": last}).content.decode()
    assert f'id="s-{last}"' in whole


def test_a_text_without_line_or_sentence_ends_is_shown(village: OpenedDesk, put_read: Put) -> None:
    ref = put_read("word " * 4_000 + "Mayor Anna Tal said that 12 people were killed in Dorna")
    assert AtReview(village.client(), ref).page()
