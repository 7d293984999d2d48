"""Giving something away at the desk: reasons, protection, and a package that others verify."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyrage
import pytest

from desk.opened_desk import OpenedDesk
from desk.waiting import settled
from probatum.acts.add_files import add
from probatum.acts.clear_item import clear
from probatum.acts.disclose_items import verifier_bytes

SECRET = "an invented passphrase of the package"
SAID = {"to": "Exercise Court", "purpose": "an exercise", "passphrase": SECRET}


@pytest.fixture(scope="module")
def item(desk: OpenedDesk, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("given") / "statement.txt"
    path.write_text("An invented statement.\n")
    with desk.session("owner") as session:
        line = add(session, [str(path)], given_by="Exercise Courier").lines[0]
        clear(session, line.ref, cleared=True, reason="exercise")
    return str(line.ref)


def made(client: Any, item: str, **more: str) -> Any:
    said = {"items": item, "with_originals": "on", **SAID, **more}
    return settled(client, client.post("/disclosures/new/", said))


def package(client: Any, page: str) -> bytes:
    where = re.search(r'href="(/disclosures/packages/[^"]+)"', page)
    assert where is not None
    answer = client.get(where[1])
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    return b"".join(answer.streaming_content)


def test_a_package_from_the_desk_verifies_without_it(
    desk: OpenedDesk, item: str, tmp_path: Path
) -> None:  # fmt: skip
    client = desk.client("owner")
    answer = made(client, item, withhold="given_by=safety:The giver is at risk")
    page = answer.content.decode()
    assert "The package is made" in page, page
    sealed = package(client, page)
    assert b"Exercise Courier" not in sealed
    plain = pyrage.passphrase.decrypt(sealed, SECRET)
    assert b"Exercise Courier" not in plain
    (tmp_path / "package.zip").write_bytes(plain)
    (tmp_path / "verify.pyz").write_bytes(verifier_bytes())
    key = re.search(r"probatum/[0-9a-f]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+", page)
    assert key is not None
    ran = subprocess.run(
        [sys.executable, "-I", "-S", "verify.pyz", "package.zip", "--key", key[0]],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "Exercise Court" in client.get("/disclosures/").content.decode()


def test_a_package_is_removed_after_it_was_fetched(desk: OpenedDesk, item: str) -> None:
    client = desk.client("owner")
    made(client, item)
    names = re.findall(r"/disclosures/packages/([^/]+)/remove/", _list(client))
    assert names
    for name in names:
        assert client.post(f"/disclosures/packages/{name}/remove/").status_code == 302
    assert "/remove/" not in _list(client)


def _list(client: Any) -> str:
    return str(client.get("/disclosures/").content.decode())


@pytest.mark.parametrize(
    "more, code, word",
    [
        ({"withhold": "no such form"}, 400, "wrong-use"),
        ({"withhold": "given_by=safety:"}, 400, "wrong-use"),
        ({"passphrase": ""}, 400, "one way"),
        ({"recipients": "age1nonsense"}, 400, "one way"),
        ({"passphrase": "", "recipients": "age1nonsense"}, 400, "wrong-use"),
        ({"items": "EXR-99999-9"}, 404, "Code"),
    ],
)
def test_what_cannot_be_given_is_said_and_nothing_is_left(
    desk: OpenedDesk, item: str, more: dict[str, str], code: int, word: str
) -> None:  # fmt: skip
    before = _packages(desk)
    answer = made(desk.client("owner"), item, **more)
    assert (answer.status_code, word in answer.content.decode()) == (code, True)
    assert _packages(desk) == before


def _packages(desk: OpenedDesk) -> set[str]:
    folder = desk.case / "packages"
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_an_item_that_is_not_cleared_stays(desk: OpenedDesk, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Another invented statement.\n")
    with desk.session("owner") as session:
        line = add(session, [str(tmp_path / "other.txt")], given_by="N").lines[0]
    answer = made(desk.client("owner"), line.ref)
    assert "not-cleared" in answer.content.decode()


@pytest.mark.parametrize("role", ["reviewer", "reader", "auditor"])
def test_only_those_who_disclose_come_here(desk: OpenedDesk, item: str, role: str) -> None:
    client = desk.client(role)
    assert client.get("/disclosures/").status_code == 403
    assert made(client, item).status_code == 403


@pytest.mark.parametrize("name", ["..%2f..%2fcase.json", "0.zip.age", "case.json", "x" * 300])
def test_no_other_file_is_fetched(desk: OpenedDesk, name: str) -> None:
    assert desk.client("owner").get(f"/disclosures/packages/{name}/").status_code == 404


def test_a_package_says_how_to_treat_it_and_is_asked_back_with_a_notice(
    desk: OpenedDesk, item: str
) -> None:
    client = desk.client("owner")
    form = client.get("/disclosures/new/").content.decode()
    assert "for the recipient alone" in form and "potentially exculpatory" in form
    said = {"confidentiality": "restricted", "disclosure_type": "lead"}
    assert (
        "The package is made" in made(client, item, to="Exercise Newsroom", **said).content.decode()
    )
    listed = client.get("/disclosures/").content.decode()
    assert "restricted" in listed and "lead information" in listed
    where = re.search(r'href="(/disclosures/[0-9]+/recall/)"', listed)
    assert where is not None
    refused = client.post(where[1], {"asks": "burn", "reason": "why"})
    assert refused.status_code == 400 and "why" in refused.content.decode()
    answer = client.post(where[1], {"asks": "destroy", "reason": "a name <b>was</b> missed"})
    assert answer.status_code == 302
    notice = client.get(answer.headers["Location"]).content.decode()
    for part in ("Exercise Newsroom", "Destroy every copy", "a name &lt;b&gt;was&lt;/b&gt; missed"):
        assert part in notice, part
    assert answer.headers["Location"] in client.get("/disclosures/").content.decode()
    for role in ("reader", "auditor", "reviewer"):
        assert desk.client(role).get(answer.headers["Location"]).status_code == 403
        assert (
            desk.client(role).post(where[1], {"asks": "destroy", "reason": "x"}).status_code == 403
        )
    assert client.get("/disclosures/0/recall/").status_code == 404
