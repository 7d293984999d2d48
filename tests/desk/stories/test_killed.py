"""The server is killed in the middle of something: after a restart nothing is lost or half done."""

from __future__ import annotations

import hashlib
import re
import shutil
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from desk.served import Caller, Served, served
from probatum.acts.add_files import add
from probatum.acts.article import Stated
from probatum.acts.clear_item import clear
from probatum.acts.extract_text import extract
from probatum.acts.extractors import Chosen, opened
from probatum.acts.open_case import open_session
from probatum.acts.read_item import read_items
from probatum.acts.review_item import sheet
from probatum.cli.main import main
from record_case import PASSPHRASE

REPORT = (
    "Shelling of Dorna killed at least 12 people on Tuesday, Mayor Anna Tal said.\n"
    "The army of Norland denied that it shelled Dorna.\n"
)
TUS = {"Tus-Resumable": "1.0.0"}
LARGE = bytes(range(256)) * 4 * 1024 * 12  # 12 MB


@pytest.fixture
def case(small_case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(small_case.parent, tmp_path / "desk")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "desk" / "state"))
    return tmp_path / "desk" / small_case.name


def prepared(case: Path) -> tuple[str, str]:
    """Put a report that was read and cleared into the case; return it and a suggestion."""
    path = case.parent / "report.txt"
    path.write_text(REPORT, "utf-8")
    with open_session(case, PASSPHRASE, "A. Analyst") as session:
        ref = str(add(session, [str(path)]).lines[0].ref)
        extract(session, [ref])
        with opened(Chosen(), session) as extractor:
            read_items(session, [ref], extractor, Stated())
        clear(session, ref, cleared=True, reason="exercise")
        return ref, max(sheet(session, ref).steps, key=lambda step: len(step.needs)).name


def checked(case: Path) -> None:
    """What is stored is whole, as somebody sees who asks in a terminal."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PROBATUM_PASSPHRASE", PASSPHRASE)
        assert main(["check", "--case", str(case)]) == 0


def token_of(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def bytes_below(folder: Path) -> int:
    """How much lies there; what comes and goes meanwhile counts as nothing."""
    total = 0
    for path in folder.rglob("*"):
        try:
            total += path.stat().st_size if path.is_file() else 0
        except FileNotFoundError:
            continue
    return total


def given_away(caller: Caller, given: dict[str, str]) -> str:
    """Have a package made; return what the page of its job says in the end."""
    return ended(caller, caller.post("/disclosures/new/", given).to)


def ended(caller: Caller, where: str) -> str:
    """Look at the page of a job until it has ended."""
    until = time.monotonic() + 60
    while "Stop it" in (page := caller.get(where).text) and time.monotonic() < until:
        time.sleep(0.05)
    return page


def killed_while(desk: Served, act: Callable[[], object], begun: Callable[[], bool]) -> None:
    """Begin an act, and kill the desk as soon as it has begun to write."""

    def doing() -> None:
        try:
            act()
        except OSError:
            pass  # what one expects of a server that was killed

    thread = threading.Thread(target=doing)
    thread.start()
    until = time.monotonic() + 60
    while not begun() and thread.is_alive() and time.monotonic() < until:
        time.sleep(0.001)
    desk.kill()
    thread.join()


def test_nothing_is_lost_or_half_done(case: Path, tmp_path: Path) -> None:
    ref, step = prepared(case)

    # An upload, half of a piece sent.
    with served(case, tmp_path, PASSPHRASE) as desk:
        caller = Caller(desk.port).enter(desk)
        token = token_of(caller.get("/add/").text)
        sent = {**TUS, "X-CSRFToken": token, "Upload-Length": str(len(LARGE)),
                "Upload-Metadata": "filename bGFyZ2UuYmlu"}  # fmt: skip
        where = caller.ask("POST", "/add/files/", b"", sent).to
        first = len(LARGE) // 3
        piece = {**TUS, "X-CSRFToken": token, "Upload-Offset": "0",
                 "Content-Type": "application/offset+octet-stream"}  # fmt: skip
        assert caller.ask("PATCH", where, LARGE[:first], piece).status == 204
        with socket.create_connection(("127.0.0.1", desk.port)) as line:
            said = {**piece, "Upload-Offset": str(first), "Host": f"localhost:{desk.port}",
                    "User-Agent": caller.browser, "Content-Length": str(len(LARGE) - first),
                    "Cookie": "; ".join(f"{k}={v}" for k, v in caller.cookies.items())}  # fmt: skip
            head = "".join(f"{name}: {value}\r\n" for name, value in said.items())
            line.sendall(f"PATCH {where} HTTP/1.1\r\n{head}\r\n".encode())
            line.sendall(LARGE[first : 2 * first])
            desk.kill()

    # It goes on where it was; then a decision, and the desk killed with its first byte written.
    with served(case, tmp_path, PASSPHRASE) as desk:
        caller = Caller(desk.port).enter(desk)
        assert "large.bin" in caller.get("/add/").text
        arrived = int(caller.ask("HEAD", where, b"", TUS).headers["upload-offset"])
        assert first <= arrived <= 2 * first
        piece |= {"X-CSRFToken": token_of(caller.get("/add/").text), "Upload-Offset": str(arrived)}
        assert caller.ask("PATCH", where, LARGE[arrived:], piece).status == 204
        taken = caller.post("/add/take/", {"given_by": "Exercise Courier"}, "/add/")
        assert hashlib.sha256(LARGE).hexdigest() in caller.get(taken.to).text
        page = f"/review/{ref}/step/{step}/"
        seen = re.search(r'name="seen" value="([^"]+)"', caller.get(page).text)
        assert seen is not None
        decision = {"act": "accept", "seen": seen[1]}
        before = bytes_below(case / "log")
        killed_while(
            desk, lambda: caller.post(f"/review/{ref}/step/{step}/decide/", decision, page),
            lambda: bytes_below(case / "log") > before,
        )  # fmt: skip

    # What was decided is whole; deciding again decides once. Then a disclosure.
    with served(case, tmp_path, PASSPHRASE) as desk:
        caller = Caller(desk.port).enter(desk)
        again = re.search(r'name="seen" value="([^"]+)"', caller.get(page).text)
        assert again is not None
        caller.post(f"/review/{ref}/step/{step}/decide/", {"act": "accept", "seen": again[1]}, page)
        assert "accepted by" in caller.get(page).text.lower()
        given = {"items": ref, "to": "Exercise Court", "purpose": "an exercise", "with_originals":
                 "on", "passphrase": "an invented passphrase of the package"}  # fmt: skip
        packages = case / "packages"
        killed_while(
            desk, lambda: given_away(caller, given),
            lambda: packages.is_dir() and any(packages.iterdir()),
        )  # fmt: skip

    with served(case, tmp_path, PASSPHRASE) as desk:
        caller = Caller(desk.port).enter(desk)
        listed = caller.get("/disclosures/").text
        for name in re.findall(r"/disclosures/packages/([^/]+)/remove/", listed):
            whole = caller.get(f"/disclosures/packages/{name}/").body
            assert pyrage.passphrase.decrypt(whole, given["passphrase"])[:2] == b"PK"
        # The job that was cut off says so; what was said about it is there, but no passphrase.
        cut = re.search(r'href="(/disclosures/made/[0-9]+/)"', listed)
        if cut is not None:
            shown = ended(caller, cut[1])
            assert "The package is made" in shown or 'value="Exercise Court"' in shown
            assert given["passphrase"] not in shown
        assert "The package is made" in given_away(caller, given)
    assert {path.suffix for path in packages.iterdir()} <= {".age"}
    checked(case)
    with open_session(case, PASSPHRASE, "A. Analyst") as session:
        found = sheet(session, ref).step(step)
        assert found.state == "accepted"
        assert len(set(found.made)) == len(found.made)
        decided = [row.body.suggestion for row in session.index.records(["decision"])]
        assert len(set(decided)) == len(decided)
