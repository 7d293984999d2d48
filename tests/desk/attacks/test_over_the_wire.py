"""Two running desks, and programs that ask them for what is not theirs: names, cookies, paths."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from desk.served import Caller, Served, served
from record_case import PASSPHRASE


@dataclass
class Desks:
    """Two desks of copies of one case (the same keys, people of the same numbers), and a gate."""

    one: Served
    other: Served
    gate: Served
    inside: Caller  # the owner at the first


@pytest.fixture(scope="module")
def desks(small_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desks]:
    folder = tmp_path_factory.mktemp("desks")
    for name in ("one", "other"):
        shutil.copytree(small_case.parent, folder / name)
    with ExitStack() as stack:
        started = [
            stack.enter_context(served(folder / name / small_case.name, folder, PASSPHRASE))
            for name in ("one", "other")
        ]
        gate = stack.enter_context(served(None, folder))
        for desk in started:
            Caller(desk.port).enter(desk)
        yield Desks(*started, gate, Caller(started[0].port).signed_in())


PLACES = ["/", "/items/", "/accounts/sign-in/", "/static/desk/css/base.css", "/evidence/x/", "/no/"]
STRANGE_HOSTS = ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "0.0.0.0",
                 "localhost:8484@evil.example", "192.168.1.7", "localhost\u00e9", ""]  # fmt: skip


@pytest.mark.parametrize("host", STRANGE_HOSTS)
def test_a_name_that_is_not_the_desks_is_refused_everywhere(desks: Desks, host: str) -> None:
    for desk in (desks.one, desks.gate):
        for place in PLACES:
            answer = Caller(desk.port, host=host or " ").get(place)
            assert answer.status == 400, (host, place)
            assert "Probatum" not in answer.text


@pytest.mark.parametrize("name", ["X-Forwarded-Host", "X-Host", "Forwarded"])
def test_no_header_speaks_for_the_name(desks: Desks, name: str) -> None:
    value = "host=evil.example" if name == "Forwarded" else "evil.example"
    answer = Caller(desks.one.port).ask("GET", "/accounts/sign-in/", headers={name: value})
    assert answer.status == 200
    assert "evil.example" not in answer.text + str(answer.headers)


@pytest.mark.parametrize("way", ["signed in", "signed out", "gate"])
def test_no_page_can_be_put_into_anothers_frame_or_kept(desks: Desks, way: str) -> None:
    caller = {"signed in": desks.inside, "signed out": Caller(desks.one.port),
              "gate": Caller(desks.gate.port)}[way]  # fmt: skip
    for place in ("/", "/items/", "/accounts/sign-in/", "/evidence/x/", "/no/such/page/"):
        found = caller.get(place).headers
        assert found["x-frame-options"] == "DENY", place
        assert "frame-ancestors 'none'" in found["content-security-policy"], place
        assert found["x-content-type-options"] == "nosniff", place
        assert found["cache-control"].startswith(("no-store", "max-age=0")), place
        assert found["referrer-policy"] in ("same-origin", "no-referrer"), place
        assert found["cross-origin-opener-policy"] == "same-origin", place
        assert "server" not in found or "/" not in found["server"], place


TRAVERSALS = [
    "/static/../../settings.py", "/static/..%2f..%2fsettings.py",
    "/static/%2e%2e/%2e%2e/settings.py", "/static/desk/..%5c..%5csettings.py", "//etc/passwd",
    "/static//etc/passwd",
    "/items/..%2f..%2fetc%2fpasswd/", "/items/%00/", "/evidence/..%2f..%2fcase.json/",
    "/receipts/..%2f..%2fcase.json/", "/disclosures/packages/..%2f..%2fcase.json/",
    "/disclosures/packages/%2e%2e%2fcase.json/", "/add/files/..%2f..%2fcase.json/",
    "/jobs/..%2f1/", "/records/..%2fcase.json/", "/incidents/..%2f..%2f/figures.json",
    "/static/desk/%c0%ae%c0%ae/settings.py", "/%2e%2e/case.json",
]  # fmt: skip


@pytest.mark.parametrize("path", TRAVERSALS)
def test_no_address_leads_out_of_the_desk(desks: Desks, path: str) -> None:
    answer = desks.inside.get(path)
    assert answer.status in (301, 302, 400, 404), answer.status
    assert not answer.to.startswith(("//", "http")), answer.to
    for words in ("root:", "CONTENT_SECURITY_POLICY", '"slots"', "Traceback"):
        assert words not in answer.text


def test_the_cookies_of_one_desk_do_nothing_at_another(desks: Desks) -> None:
    """Browsers send them to every port of a machine; their names alone keep them apart."""
    as_they_are = Caller(desks.other.port, cookies=dict(desks.inside.cookies))
    renamed = Caller(desks.other.port, cookies={
        name.replace(str(desks.one.port), str(desks.other.port)): value
        for name, value in desks.inside.cookies.items()
    })  # fmt: skip
    assert any(str(desks.other.port) in name for name in renamed.cookies)
    for caller in (as_they_are, renamed):
        answer = caller.get("/items/")
        assert (answer.status, answer.to) == (302, "/accounts/sign-in/?next=%2Fitems%2F")
    assert desks.inside.get("/items/").status == 200


@pytest.mark.parametrize("key", ["", "x", "x" * 5000, "%00", "\u00e9"])
def test_the_gate_answers_nobody_without_its_key(desks: Desks, key: str) -> None:
    caller = Caller(desks.gate.port)
    said = re.sub(r"[^\x21-\x7e]", "%C3%A9", key)
    assert caller.get(f"/?key={said}").status == 403
    assert caller.get("/create/").status == 403
    assert not caller.cookies
    assert caller.ask("POST", "/exercise/", b"").status == 403


def test_the_key_of_one_gate_opens_no_other(desks: Desks) -> None:
    key = desks.one.way_in.partition("key=")[2]
    assert Caller(desks.gate.port).get(f"/?key={key}").status == 403
    stranger = Caller(desks.other.port)
    assert stranger.get(f"/enter/?key={key}").to == "/"
    assert stranger.get("/").status == 302


def test_the_key_of_the_terminal_lets_one_browser_in(desks: Desks) -> None:
    key = desks.one.way_in.partition("key=")[2]
    late = Caller(desks.one.port)
    assert late.get(f"/enter/?key={key}").to == "/"
    assert late.get("/").to.startswith("/accounts/sign-in/")


ELSEWHERE = ["//evil.example/", "https://evil.example/", "/\\evil.example", "\\\\evil.example",
             "javascript:alert(1)", "http:evil.example", "///evil.example", "/\t/evil.example",
             "%2f%2fevil.example", "https:/evil.example", "data:text/html,x"]  # fmt: skip


@pytest.mark.parametrize("to", ELSEWHERE)
def test_nobody_is_sent_away_from_the_desk(desks: Desks, to: str) -> None:
    inside = desks.inside
    ways = [
        inside.post("/accounts/language/", {"language": "en", "next": to}, "/items/"),
        inside.post("/accounts/me/theme/", {"theme": "light", "next": to}, "/items/"),
        inside.post("/items/do/", {"do": "label", "labels": "x", "next": to}, "/items/"),
    ]
    for number, answer in enumerate(ways):
        leads = urlsplit(urljoin(f"{desks.one.address}/x/", answer.to.replace("\\", "/")))
        assert (leads.scheme, leads.netloc) == ("http", f"localhost:{desks.one.port}"), number
        assert answer.status in (204, 302, 400), number


def test_what_was_signed_in_before_a_restart_is_signed_out_after_it(desks: Desks) -> None:
    folder = Path(desks.other.case or "")
    caller = Caller(desks.other.port).signed_in()
    assert caller.get("/items/").status == 200
    kept = dict(caller.cookies)
    desks.other.kill()
    with served(folder, folder.parent.parent, PASSPHRASE) as again:
        names = {name.replace(str(desks.other.port), str(again.port)): value
                 for name, value in kept.items()}  # fmt: skip
        replayed = Caller(again.port, cookies=names)
        assert replayed.get("/items/").to.startswith("/accounts/sign-in/")
        assert Caller(again.port).signed_in().get("/items/").status == 200
