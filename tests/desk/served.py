"""The desk as people start it: ``probatum up`` in a process of its own, on a free port."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import probatum

OWNER = {"by": "O. Owner", "sign_in_name": "owner", "password": "an invented password"}


@dataclass
class Served:
    """A running desk: its address, and the address with the key that its terminal shows."""

    port: int
    way_in: str
    process: subprocess.Popen[str]
    case: Path | None = None

    @property
    def address(self) -> str:
        """The origin of its pages."""
        return f"http://localhost:{self.port}"

    @property
    def workers(self) -> list[int]:
        """The processes that serve, below the one that was started (Linux)."""
        below = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(each) for each in below.read_text().split()] if below.exists() else []

    def kill(self) -> None:
        """End it at once, all of its processes, with no word to any of them."""
        for each in [*self.workers, self.process.pid]:
            with suppress(ProcessLookupError):
                os.kill(each, signal.SIGKILL)
        self.process.wait()

    def end(self) -> None:
        """End it as Ctrl-C does."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGINT)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.kill()


@contextmanager
def served(case: Path | None, home: Path, passphrase: str | None = None) -> Iterator[Served]:
    """Start a desk whose person has ``home``, and end it. Its state lies beside the case."""
    state = home / "state" if case is None else case.parent / "state"
    around = {name: value for name, value in os.environ.items() if name != "PROBATUM_CASE"}
    around |= {"HOME": str(home), "XDG_STATE_HOME": str(state), "PYTHONUNBUFFERED": "1",
               "PYTHONPATH": str(Path(probatum.__file__).parent.parent)}  # fmt: skip
    around.pop("PROBATUM_PASSPHRASE", None)
    if passphrase is not None:
        around["PROBATUM_PASSPHRASE"] = passphrase
    port = _free_port()
    named = [] if case is None else ["--case", str(case)]
    process = subprocess.Popen(
        [sys.executable, "-m", "probatum.cli.main", "up", *named, "--port", str(port),
         "--no-browser"],
        env=around, cwd=home, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    desk = Served(port, "", process, case)
    try:
        assert process.stdout is not None
        said = process.stdout.readline()
        assert (found := re.search(r"http://\S+", said)), said
        desk.way_in = found[0]
        yield desk
    finally:
        desk.end()
        if process.stdout is not None:
            process.stdout.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Answer:
    """What the desk answered."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @property
    def to(self) -> str:
        """Where it leads."""
        return self.headers.get("location", "")


@dataclass
class Caller:
    """A program that speaks to a desk as a browser would, cookies and all, and says what it likes.

    ``host`` is what it calls the desk, whatever machine it reaches.
    """

    port: int
    host: str = ""
    browser: str = "Exercise/1"
    cookies: dict[str, str] = field(default_factory=dict)
    last: Answer = field(default_factory=lambda: Answer(0, {}, b""))

    def ask(
        self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None,
    ) -> Answer:  # fmt: skip
        """Send a request as it is; follow nothing."""
        sent = {"Host": self.host or f"localhost:{self.port}", "User-Agent": self.browser,
                "Accept": "text/html"}  # fmt: skip
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body or None, sent | (headers or {}))
            return self._taken(connection.getresponse())
        finally:
            connection.close()

    def _taken(self, answer: HTTPResponse) -> Answer:
        for said in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = said.partition(";")[0].partition("=")
            if value.strip('"'):
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        headers = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, headers, answer.read())

    def get(self, path: str) -> Answer:
        """Ask for a page."""
        return self.ask("GET", path)

    def post(self, path: str, fields: dict[str, str], page: str | None = None) -> Answer:
        """Send a form with the token that its page (else the form's address) carries."""
        shown = self.get(page or path).text
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)
        said = urlencode({**fields, "csrfmiddlewaretoken": token[1] if token else ""}).encode()
        return self.ask("POST", path, said, {
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://{self.host or f'localhost:{self.port}'}",
        })  # fmt: skip

    def enter(self, desk: Served) -> Caller:
        """Come in with the key of the terminal; name oneself where nobody is known yet."""
        way = urlsplit(desk.way_in)
        key = way.query.partition("=")[2]
        first = self.get(f"{way.path}?{way.query}")
        if first.status == 200:
            first = self.post(way.path, {**OWNER, "key": key}, f"{way.path}?{way.query}")
        assert (first.status, first.to) == (302, "/"), first.text
        return self

    def signed_in(self, then: str = "/") -> Caller:
        """Sign in as the owner who named themselves in ``enter``; ``last`` is what was answered."""
        said = {"login": OWNER["sign_in_name"], "password": OWNER["password"], "next": then}
        self.last = self.post("/accounts/sign-in/", said)
        assert self.last.status == 302, self.last.text
        return self
