"""The log's pages: who did and read what, to those who may watch, without contents."""

from __future__ import annotations

import html
import re
import time
from pathlib import Path

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.add_files import add
from probatum.acts.put_record import put
from probatum.desk.models import Job
from probatum.desk.pages.log.words import findings
from record_case import INCIDENT

PAGES = ("/log/", "/log/acts/", "/log/reads/", "/log/checkpoint.svg")


@pytest.mark.parametrize("where", PAGES)
def test_only_some_roles_watch(desk: OpenedDesk, where: str) -> None:
    codes = {
        role: desk.client(role).get(where).status_code
        for role in ("owner", "investigator", "reviewer", "reader", "auditor")
    }
    assert codes == {
        "owner": 200, "investigator": 200, "reviewer": 200, "reader": 403, "auditor": 200
    }  # fmt: skip


def test_an_auditor_sees_who_recorded_what_kind_and_no_word_of_it(desk: OpenedDesk) -> None:
    with desk.session("investigator") as session:
        put(session, {**INCIDENT, "title": "Exercise <script>alert(1)</script>"})
    page = desk.client("auditor").get("/log/acts/").content.decode()
    assert "I. Investigator" in page
    assert "incident" in page.lower()
    assert "alert(1)" not in page


def test_looking_at_the_reads_is_a_read(desk: OpenedDesk) -> None:
    client = desk.client("auditor")
    client.get("/log/acts/")
    page = client.get("/log/reads/").content.decode()
    assert "A. Auditor" in page
    assert "saw: acts" in page


def test_a_person_is_picked_out(desk: OpenedDesk) -> None:
    with desk.session("investigator") as session:
        put(session, INCIDENT)
    client = desk.client("owner")
    assert "I. Investigator" not in _rows(client.get("/log/acts/?by=Nobody"))
    assert "I. Investigator" in _rows(client.get("/log/acts/?by=I.+Investigator"))


def _rows(answer: object) -> str:
    text = str(getattr(answer, "content", b"").decode())
    return text.partition("<tbody>")[2]


def test_a_position_that_is_none_shows_the_newest(desk: OpenedDesk) -> None:
    for before in ("-1", "x", "9" * 40, "٣"):
        assert desk.client("owner").get("/log/acts/", {"before": before}).status_code == 200


def test_who_keeps_a_checkpoint_is_noted_by_owners_alone(desk: OpenedDesk) -> None:
    said = {"name": "Exercise Notary"}
    assert desk.client("auditor").post("/log/held/", said).status_code == 403
    assert desk.client("owner").post("/log/held/", said).status_code == 302
    assert "Exercise Notary" in desk.client("auditor").get("/log/").content.decode()


def test_a_check_is_asked_for_by_post_alone(desk: OpenedDesk) -> None:
    assert desk.client("owner").get("/log/check/").status_code == 405
    assert desk.client("reader").post("/log/check/").status_code == 403
    assert desk.client("auditor").post("/log/check/", {"quick": "yes"}).status_code == 302


def test_an_entry_that_a_page_points_to_stands_first(desk: OpenedDesk) -> None:
    page = _rows(desk.client("owner").get("/log/acts/?entry=0"))
    assert page.count("<tr>") == 1
    assert "made the case" in page


def test_the_reads_of_one_item_are_asked_for(desk: OpenedDesk, tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"An invented page: {name}\n")
    with desk.session("owner") as session:
        refs = [line.ref for line in add(session, [str(tmp_path)], given_by="N").lines]
    desk.client("reader").get(f"/items/{refs[0]}/")
    auditor = desk.client("auditor")
    assert "D. Reader" in _rows(auditor.get("/log/reads/", {"about": refs[0]}))
    assert "D. Reader" not in _rows(auditor.get("/log/reads/", {"about": refs[1]}))
    assert "took a file into custody" in _rows(auditor.get("/log/acts/", {"about": refs[1]}))
    page = auditor.get("/log/reads/", {"about": refs[0]}).content.decode()
    assert "one.txt" not in page
    for nothing in ("EXR-99999-9", "<script>x", "0" * 32):
        answer = auditor.get("/log/reads/", {"about": nothing})
        assert answer.status_code == 404 and "<script>x" not in answer.content.decode()


def test_what_a_check_found_is_told_in_the_language_of_whoever_asked(desk: OpenedDesk) -> None:
    client = desk.client("owner")
    client.post("/accounts/language/", {"language": "uk", "next": "/"})
    client.post("/log/check/", {"quick": "yes"})
    for _ in range(600):
        page = html.unescape(client.get("/log/").content.decode())
        if "записи йдуть один за одним без прогалин" in page:
            break
        time.sleep(0.05)
    found = re.findall(r"<li>(.*?)</li>", page.partition("<details>")[2], re.S)
    told = [" ".join(re.sub("<[^>]*>", " ", one).split()) for one in found]
    assert any(one.startswith("перевірено · журнал дій: розмір") for one in told), told
    assert any("це була швидка перевірка" in one for one in told)
    assert not any("entries" in one or "verified" in one for one in told)


def test_findings_of_a_version_before_are_still_told() -> None:
    job = Job(task="check", state="done", result={"failed": "0", "finding-1": "verified: all"})
    assert findings(job) == [{"step": "", "text": "verified: all"}]
    assert findings(None) == []
