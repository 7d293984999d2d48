"""One item: every viewer, every act, and files that would rather do something else."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from desk import material
from desk.pages.items.conftest import Strange, page


def test_a_hostile_text_stands_on_the_page_as_words(strange: Strange) -> None:
    said = page(strange.desk.client(), f"/items/{strange.refs['01']}/")
    assert "&lt;script&gt;alert(&#x27;invented&#x27;)&lt;/script&gt;" in said
    assert material.SCRIPT not in said
    assert "&lt;b&gt;A. Giver&lt;/b&gt;" in said


def test_a_drawing_with_scripts_and_a_web_page_are_shown_as_text_alone(strange: Strange) -> None:
    client = strange.desk.client()
    for key in ("02", "10"):
        said = page(client, f"/items/{strange.refs[key]}/")
        assert material.SCRIPT not in said
        assert "/evidence/" not in said
    assert "Visible words." in page(client, f"/items/{strange.refs['10']}/")


def test_a_picture_is_measured_upright(strange: Strange) -> None:
    said = page(strange.desk.client(), f"/items/{strange.refs['03']}/picture/")
    assert 'data-wide="60" data-high="90"' in said
    assert material.SCRIPT not in said


@pytest.mark.parametrize(("key", "why"), [("04", "not opened, for safety"), ("09", "damaged")])
def test_a_picture_that_cannot_be_shown_says_why(strange: Strange, key: str, why: str) -> None:
    said = page(strange.desk.client(), f"/items/{strange.refs[key]}/picture/")
    assert why in said or "No program here" in said
    assert "/evidence/" not in said


def test_pages_of_a_pdf_are_pictures(strange: Strange) -> None:
    said = page(strange.desk.client(), f"/items/{strange.refs['05']}/picture/")
    assert "300 × 200" in said
    assert "application/pdf" not in said
    said = page(strange.desk.client(), f"/items/{strange.refs['05']}/picture/?page=7")
    assert "no such page" in said


def test_a_table_shows_its_first_rows_and_the_rest_when_asked(strange: Strange) -> None:
    client = strange.desk.client()
    first = page(client, f"/items/{strange.refs['08']}/")
    assert "Person 99, &lt;b&gt;bold&lt;/b&gt;" in first
    assert "Person 180," not in first.partition("<table")[2]
    following = re.search(r'href="([^"]+)" rel="next"', first)
    assert following
    second = page(client, following[1])
    assert "Person 180," in second
    assert "Person 99," not in second.partition("<table")[2].partition("</table")[0]


def test_a_recording_is_offered_to_a_player(strange: Strange) -> None:
    said = page(strange.desk.client(), f"/items/{strange.refs['07']}/")
    assert "<audio controls" in said
    assert "data-now" in said


def test_words_that_are_marked_or_typed_become_a_note_with_their_place(strange: Strange) -> None:
    client, ref = strange.desk.client(), strange.refs["01"]
    text = material.TEXT
    start = text.index("words")
    said = {"start": start, "end": start + 5, "remark": "<i>after a face</i>"}
    assert client.post(f"/items/{ref}/cite/", said).status_code == 302
    shown = page(client, f"/items/{ref}/")
    assert "&lt;i&gt;after a face&lt;/i&gt;" in shown
    assert f"at={start}&amp;to={start + 5}#at" in shown
    assert client.post(f"/items/{ref}/cite/", {"exact": "plain line"}).status_code == 302
    there = page(client, f"/items/{ref}/?as=text&at={start}&to={start + 5}")
    assert re.search(r'class="is-asked"[^>]*id="at">words<', there)


@pytest.mark.parametrize(
    "said",
    [
        {"exact": "words that nobody wrote"},
        {"start": "5", "end": "2"},
        {"start": "0", "end": "999999"},
        {"start": "x", "end": "2"},
        {"start": "0", "end": "5", "text_sha256": "0" * 64},
        {"left": "1", "top": "1", "width": "5", "height": "x", "remark": "r"},
        {"left": "1", "top": "1", "width": "5", "height": "5", "remark": " "},
        {"from": "1:2:3:4", "remark": "r"},
        {"from": "-5", "remark": "r"},
        {"from": "nan", "remark": "r"},
        {"from": "0:09", "to": "0:03", "remark": "r"},
        {},
    ],
)
def test_a_place_that_is_none_is_refused(strange: Strange, said: dict[str, str]) -> None:
    answer = strange.desk.client().post(f"/items/{strange.refs['01']}/cite/", said)
    assert answer.status_code == 400


def test_regions_and_times_are_noted_down(strange: Strange) -> None:
    client = strange.desk.client()
    box = {"left": "3", "top": "4", "width": "20", "height": "30", "remark": "a mark"}
    assert client.post(f"/items/{strange.refs['03']}/cite/", box).status_code == 302
    assert "box=3,4,20,30#content" in page(client, f"/items/{strange.refs['03']}/")
    time = {"from": "0:12.5", "to": "0:14", "remark": "a tone"}
    assert client.post(f"/items/{strange.refs['07']}/cite/", time).status_code == 302
    assert "from=12500#content" in page(client, f"/items/{strange.refs['07']}/")


def test_an_item_is_assessed_and_another_person_reviews_it(strange: Strange) -> None:
    ref = strange.refs["03"]
    said = {"dimension": "authenticity", "value": "as it seems", "reasons": material.SCRIPT}
    mine, others = strange.desk.client(), strange.desk.client("reviewer")
    assert mine.post(f"/items/{ref}/assess/", said).status_code == 302
    shown = page(others, f"/items/{ref}/")
    assert material.SCRIPT not in shown
    found = re.search(r'name="reviews" value="([^"]+)"', shown)
    assert found
    review = {"reviews": found[1], "agrees": "yes", "reasons": "The shadows fit."}
    assert mine.post(f"/items/{ref}/assess/", review).status_code == 400  # one's own
    assert others.post(f"/items/{ref}/assess/", review).status_code == 302
    assert f"Agrees with {found[1]}" in page(mine, f"/items/{ref}/")


def test_clearance_and_hold_need_a_reason_and_a_role(strange: Strange) -> None:
    client, ref = strange.desk.client("reviewer"), strange.refs["10"]
    address = f"/items/{ref}/decide/"
    assert client.post(address, {"what": "clear"}).status_code == 400
    assert client.post(address, {"what": "clear", "reason": "checked"}).status_code == 302
    assert "Cleared for disclosure" in page(client, f"/items/{ref}/")
    assert client.post(address, {"what": "hold", "reason": "a court"}).status_code == 302
    assert "On legal hold" in page(client, f"/items/{ref}/")
    assert client.post(address, {"what": "erase", "reason": "x"}).status_code == 400
    reader = strange.desk.client("reader")
    assert reader.post(address, {"what": "clear", "reason": "x"}).status_code == 403


def test_a_reader_is_offered_no_acts_and_refused_them(strange: Strange) -> None:
    client, ref = strange.desk.client("reader"), strange.refs["01"]
    said = page(client, f"/items/{ref}/")
    assert "Write the note" not in said
    assert "Cite words" not in said
    for act, fields in (
        ("note", {"text": "x"}), ("cite", {"exact": "plain line"}), ("labels", {"labels": "x"}),
        ("assess", {"dimension": "authenticity", "value": "v", "reasons": "r"}),
        ("extract", {}), ("decide", {"what": "hold", "reason": "x"}),
    ):  # fmt: skip
        assert client.post(f"/items/{ref}/{act}/", fields).status_code == 403, act


def test_an_original_is_handed_out_for_a_purpose_under_a_harmless_name(strange: Strange) -> None:
    client, ref = strange.desk.client("reader"), strange.refs["01"]
    assert client.post(f"/items/{ref}/original/", {"purpose": " "}).status_code == 400
    assert client.get(f"/items/{ref}/original/").status_code == 405
    answer = client.post(f"/items/{ref}/original/", {"purpose": "to read it elsewhere"})
    assert b"".join(answer.streaming_content) == material.TEXT.encode()
    named = answer.headers["Content-Disposition"]
    assert named.startswith("attachment; ")
    assert not set(named) & set("<>/\\")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "read: original: to read it elsewhere" in page(client, f"/items/{ref}/custody/")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "EX-1 etc_passwd"),
        ("report.exe ", "EX-1 report.exe"),
        ("photo.jpg\u202egpj.exe", "EX-1 photo_jpg_gpj.exe"),
        ("a\r\nSet-Cookie: x.html", "EX-1 a__Set-Cookie_ x.html"),
        (".hidden", "EX-1 hidden"),
        ("", "EX-1"),
        ("شهادة.txt", "EX-1 شهادة.txt"),
        ("x" * 300 + ".pdf", "EX-1 " + "x" * 80 + ".pdf"),
    ],
)
def test_names_of_downloads_do_no_harm(name: str, safe: str) -> None:
    from probatum.desk.pages.items.doing import safe_name

    assert safe_name("EX-1", name) == safe


@pytest.mark.parametrize(
    "ref", ["..", "../log", "%2e%2e%2flog", "EX-1/../../log", "EX-00001-X", "x" * 70, "%00", "1"]
)
def test_a_reference_that_is_none_leads_nowhere(strange: Strange, ref: str) -> None:
    client = strange.desk.client()
    assert client.get(f"/items/{ref}/").status_code in (404, 400)
    assert client.get(f"/items/{ref}/picture/").status_code in (404, 400)


def test_custody_names_every_act_and_read_and_can_leave_the_reads_out(strange: Strange) -> None:
    client, ref = strange.desk.client("reviewer"), strange.refs["02"]
    page(client, f"/items/{ref}/custody/")
    said = page(client, f"/items/{ref}/custody/")
    assert "acquired 02 evil.svg" in said
    assert "read: history" in said
    assert "read: history" not in page(client, f"/items/{ref}/custody/?reads=no")


def test_nothing_is_done_without_the_token_of_the_form(strange: Strange) -> None:
    from probatum.desk.people.models import Person

    client = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    client.force_login(Person.objects.get(sign_in_name="investigator"))
    ref = strange.refs["01"]
    for act in ("note", "cite", "labels", "assess", "decide", "extract", "original"):
        assert client.post(f"/items/{ref}/{act}/", {"text": "x"}).status_code == 403, act
    assert client.post("/items/do/", {"item": ref}).status_code == 403


def test_a_redacted_copy_is_made_by_whoever_may_disclose(strange: Strange) -> None:
    client, ref = strange.desk.client(), strange.refs["03"]
    address = f"/items/{ref}/redact/"
    said = {"boxes": "5,5,30,40", "find": "", "code": "witness-protection", "basis": "a promise",
            "approver": "<b>B. Second</b>"}  # fmt: skip
    assert strange.desk.client("reader").get(address).status_code == 403
    assert strange.desk.client("reviewer").post(address, said).status_code == 403
    assert "Make a redacted copy" in page(client, address)
    wrong = client.post(address, said | {"boxes": "5,5,3"})
    assert wrong.status_code == 400
    assert "No copy was made." in wrong.content.decode()
    assert "5,5,3</textarea>" in wrong.content.decode()
    assert client.post(address, said).status_code == 302
    shown = page(client, f"/items/{ref}/")
    (copy,) = re.findall(r"/picture/\?copy=([0-9a-f]{32})", shown)
    assert 'data-wide="60"' in page(client, f"/items/{ref}/picture/?copy={copy}")
    other = strange.refs["05"]
    assert client.get(f"/items/{other}/picture/?copy={copy}").status_code == 404


def test_a_web_page_cannot_be_redacted_and_says_what_to_do(strange: Strange) -> None:
    said = {"boxes": "", "find": "Visible", "code": "witness-protection", "basis": "b",
            "approver": "a"}  # fmt: skip
    answer = strange.desk.client().post(f"/items/{strange.refs['10']}/redact/", said)
    assert answer.status_code == 400
    assert "a web page or XML" in answer.content.decode()
