"""The style guide on a port of this machine, with the headers of the desk, for a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

STATIC = Path(__file__).resolve().parent.parent.parent / "src/probatum/desk/static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".mjs": "text/javascript",
         ".svg": "image/svg+xml", ".json": "application/json"}  # fmt: skip
STANCES = ["asserts", "reports", "denies", "disputes", "acknowledges", "claims_responsibility",
           "condemns", "calls_for", "commits_to", "estimates", "retracts", "corrects",
           "declines_to_comment"]  # fmt: skip
PLACES = ["home", "items", "review", "incident", "map", "timeline", "people", "source", "log"]
POINTS = {
    "points": [
        {"id": "1", "lon": "36.254", "lat": "49.981", "radius_m": 500, "href": "/incidents/1",
         "title": "Exercise: <b>shelling</b>", "lines": ["3 March 2031"]},
        {"id": "2", "lon": "36.9", "lat": "50.2", "radius_m": 12000, "title": "Exercise: the mill",
         "href": "https://elsewhere.invalid/"},
    ]
}  # fmt: skip
FIGURES = {
    "series": [
        {"name": "Mayor", "figures": [{"on": "2031-03-04", "low": 14, "high": None}]},
        {"name": "Hospital", "figures": [{"on": "2031-03-05", "low": 17, "high": 21}]},
        {"name": "Army", "figures": [{"on": "2031-03-05", "low": None, "high": 2}]},
    ]
}
DOT = bytes.fromhex(
    "47494638396101000100800000aabbccffffff21f90400000000002c00000000010001000002024401003b"
)


def page(lang: str, theme: str) -> bytes:
    """The guide in a language and a theme, with an invented case around it."""
    from django.template.loader import render_to_string
    from django.utils import translation

    nav = [{"label": name, "href": f"/{name}", "icon": name, "current": name == "incident",
            "count": 3 if name == "review" else 0} for name in PLACES]  # fmt: skip
    trail = [{"label": "Home", "href": "/"}, {"label": "Incident", "href": ""}]
    context = {
        "nav": nav, "trail": trail, "stances": STANCES, "theme": theme, "graphic": "blurred",
        "case_name": "Exercise", "person": {"display_name": "I. Example"}, "role_title": "Reader",
    }  # fmt: skip
    with translation.override(lang):
        return bytes(render_to_string("desk/style_guide.html", context), "utf-8")


def policy() -> str:
    """The content policy of the desk, as one header."""
    from probatum.desk.settings import CONTENT_SECURITY_POLICY

    directives: dict[str, Any] = CONTENT_SECURITY_POLICY["DIRECTIVES"]
    return "; ".join(f"{name} {' '.join(allowed)}" for name, allowed in directives.items())


class Handler(BaseHTTPRequestHandler):
    """Answers the guide, the desk's own files, and what map and chart ask for."""

    def log_message(self, *_told: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:  # the name is http.server's
        address = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(address.query).items()}
        if address.path.startswith("/static/"):
            path = STATIC / address.path.removeprefix("/static/")
            self.answer(TYPES.get(path.suffix, "application/octet-stream"), path.read_bytes())
        elif address.path == "/points.json":
            self.answer("application/json", json.dumps(POINTS).encode())
        elif address.path == "/chart.json":
            self.answer("application/json", json.dumps(FIGURES).encode())
        elif address.path == "/picture.png":
            self.answer("image/gif", DOT)
        else:
            html = page(asked.get("lang", "en"), asked.get("theme", ""))
            self.answer("text/html; charset=utf-8", html)

    def do_POST(self) -> None:  # the name is http.server's
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer("text/plain", b"")

    def answer(self, media_type: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Security-Policy", policy())
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served() -> Iterator[str]:
    """Serve the guide; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
