"""A model server that speaks the chat completions of OpenAI: a local one, or one that is allowed.

The only module of Probatum that talks to a network, and only when a person names the server. A
host that is not this machine has to be allowed by name: every request tells it what is read here.
No redirects, no proxies. The server is asked for an answer by JSON Schema; one that refuses gets
the schema in words.
"""

from __future__ import annotations

import hashlib
import http.client
import ipaddress
import json
import ssl
import threading
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from probatum.errors import UseError
from probatum.read.extractor import Answer, Article, Identity
from probatum.read.transports.answers import MOST_BYTES, answer_of, failed
from probatum.read.transports.prompts import messages, schema

SECONDS = 600.0
_BOTH_WAYS = 2  # SHUT_RDWR of POSIX and Windows alike
_REFUSED = frozenset({400, 404, 415, 422, 501})  # what servers say to a schema they do not know


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A model behind ``url`` (its base, such as ``http://127.0.0.1:8080/v1``).

    ``allowed`` are host names beside this machine's own. ``key`` goes into the header only.
    Raises UseError ``wrong-use`` for a host that is not allowed.
    """

    url: str
    model: str
    allowed: Collection[str] = ()
    key: str | None = None
    seconds: float = SECONDS

    def __post_init__(self) -> None:
        parts = self._parts()
        local = _is_this_machine(parts.hostname or "")
        if not local and parts.hostname not in {each.lower() for each in self.allowed}:
            raise UseError(
                "wrong-use", item="the model server", expected="this machine, or a host allowed",
                found="another", remedy="allow it by name: --allow-host NAME; it will see the text",
            )  # fmt: skip
        if not local and parts.scheme != "https":
            raise UseError("wrong-use", item="the model server", expected="https for another host",
                           found="http")  # fmt: skip

    @property
    def identity(self) -> Identity:
        """The model by name and server; a server cannot prove which weights it has."""
        instructions = json.dumps(messages(Article(""), with_schema=True)).encode()
        version = f"{self.model}/prompt-{hashlib.sha256(instructions).hexdigest()[:12]}"
        away = not _is_this_machine(self._parts().hostname or "")
        return Identity(f"endpoint:{self._parts().netloc.rpartition('@')[2]}", version,
                        frozenset({"*"}), needs_network=away)  # fmt: skip

    def read(self, article: Article) -> Answer:
        """Ask the model about one text. Raises InputError ``extractor-failed``."""
        question = {"model": self.model, "messages": messages(article, with_schema=False),
                    "temperature": 0, "stream": False}  # fmt: skip
        form = {"name": "reading", "schema": schema(), "strict": False}
        wanted = {"type": "json_schema", "json_schema": form}
        sent = json.dumps({**question, "response_format": wanted}).encode()
        status, reply = self._post(sent)
        if status in _REFUSED:
            question["messages"] = messages(article, with_schema=True)
            sent = json.dumps(question).encode()
            status, reply = self._post(sent)
        if status != http.client.OK:
            raise failed("an answer of the model server", f"HTTP status {status}")
        return Answer(answer_of(_content(reply)).suggestions, reply, sent)

    def _parts(self) -> SplitResult:
        try:
            parts = urlsplit(self.url)
            if parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0:
                return parts
        except ValueError:  # a port or an address in brackets that is none
            pass
        raise UseError("wrong-use", item="the model server", found="another form",
                       expected="an address such as http://127.0.0.1:8080/v1")  # fmt: skip

    def _post(self, body: bytes) -> tuple[int, bytes]:
        parts = self._parts()
        host = parts.hostname or ""
        connection = (
            http.client.HTTPSConnection(
                host, parts.port, timeout=self.seconds, context=ssl.create_default_context()
            )
            if parts.scheme == "https"
            else http.client.HTTPConnection(host, parts.port, timeout=self.seconds)
        )
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        # A time limit of the whole answer: one byte now and then would hold us up for ever.
        late = threading.Timer(self.seconds, _cut, [connection])
        late.daemon = True
        late.start()
        try:
            connection.request("POST", parts.path.rstrip("/") + "/chat/completions", body, headers)
            answer = connection.getresponse()
            reply = answer.read(MOST_BYTES + 1)
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            # A key that is no header value, or a connection that was cut, is no answer either.
            raise failed("a model server that answers", "none") from None
        finally:
            late.cancel()
            connection.close()
        if len(reply) > MOST_BYTES:
            raise failed(f"at most {MOST_BYTES:,} bytes", "more")
        return answer.status, reply


def _cut(connection: http.client.HTTPConnection) -> None:
    """End a connection from another thread: whoever waits for it hears of it."""
    socket_ = connection.sock
    if socket_ is not None:
        try:
            socket_.shutdown(_BOTH_WAYS)
        except OSError:  # it has ended
            return


def _is_this_machine(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _content(reply: bytes) -> bytes:
    """Return what the model said, out of the envelope of the server."""
    try:
        content = json.loads(reply)["choices"][0]["message"]["content"]
        return str(content).encode() if isinstance(content, str) else json.dumps(content).encode()
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise failed("a chat completion", "another reply") from None
