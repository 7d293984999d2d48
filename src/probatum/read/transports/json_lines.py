"""A reader that is a program: it gets a text as one line of JSON and answers with one.

    us    {"ask": "identity"}
    it    {"id": "...", "version": "...", "languages": ["en"], "weights_sha256": null,
           "needs_network": false}
    us    {"ask": "read", "text": "...", "language": "en", "published": null, "publisher": null}
    it    {"suggestions": [...]}

The program is one that the user names, never one that a text names. It is started without a shell
and without our environment, and ends with us; a reply that does not come in time ends it. We never
wait for its pipes longer than that: a daemon that it left behind may hold them open for ever.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from types import TracebackType
from typing import Self

import msgspec

from probatum.errors import InputError
from probatum.read.extractor import Answer, Article, Identity
from probatum.read.transports.answers import MOST_BYTES, answer_of, failed

SECONDS = 300.0
_AT_ONCE = 1 << 16
# A passphrase may stand in our environment: a plug-in gets only what programs need to start.
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "TMPDIR", "LD_LIBRARY_PATH")


class _Identity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    version: str
    languages: frozenset[str]
    weights_sha256: str | None = None
    needs_network: bool = False


class Program:
    """A running program that reads; ``seconds`` is how long one answer may take."""

    def __init__(self, command: Sequence[str], *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._talking: threading.Thread | None = None
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        try:
            self._process = subprocess.Popen(
                list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, env=kept, close_fds=True, bufsize=0,
                start_new_session=sys.platform != "win32",
            )  # fmt: skip
        except OSError as error:
            found = os.strerror(error.errno) if error.errno else "an error"
            raise failed("a program that can be started", found) from None
        try:
            self.identity = self._introduced()
        except InputError:
            self.close()
            raise

    def read(self, article: Article) -> Answer:
        """Ask for one text. Raises InputError ``extractor-failed``."""
        return answer_of(self._asked({
            "ask": "read", "text": article.text, "language": article.language,
            "published": None if article.published is None else article.published.isoformat(),
            "publisher": article.publisher,
        }))  # fmt: skip

    def close(self) -> None:
        """End the program, with what it started."""
        self._kill()
        self._process.wait()
        if self._talking is not None:
            self._talking.join(1.0)  # its pipes have ended, unless a daemon holds them open
            if self._talking.is_alive():
                return
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                pipe.close()

    def _kill(self) -> None:
        """End the whole group: a child that lives on would keep the pipe open, and us waiting."""
        if sys.platform == "win32":
            self._process.kill()
            return
        try:
            os.killpg(self._process.pid, signal.SIGKILL)
        except ProcessLookupError:  # all of it has ended
            return

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    def _introduced(self) -> Identity:
        try:
            told = msgspec.json.decode(self._asked({"ask": "identity"}), type=_Identity)
        except (msgspec.DecodeError, ValueError):
            raise failed("a program that says its id and version", "another") from None
        return Identity(told.id, told.version, told.languages, told.weights_sha256,
                        told.needs_network)  # fmt: skip

    def _asked(self, question: dict[str, object]) -> bytes:
        if self._process.poll() is not None:
            raise failed("a program that runs", "one that ended")
        said: list[bytes] = []
        sent = json.dumps(question, ensure_ascii=True).encode("ascii") + b"\n"
        self._talking = threading.Thread(target=self._talk, args=(sent, said), daemon=True)
        self._talking.start()
        self._talking.join(self._seconds)
        late = self._talking.is_alive()
        line, _, more = said[0].partition(b"\n") if said else (b"", b"", b"")
        if not late and said and not more.strip() and len(line) < len(said[0]) <= MOST_BYTES:
            return line
        self.close()
        if late:
            found = "one that did not come in time"
        elif said and len(said[0]) > MOST_BYTES:
            found = "too long a line"
        else:  # what follows the line would be taken for the answer about the next text
            found = "more than one line" if more.strip() else "none"
        raise failed("an answer in one line", found)

    def _talk(self, sent: bytes, said: list[bytes]) -> None:
        """Send a question and gather one line; in a thread, which may have to be left behind."""
        to, back = self._process.stdin, self._process.stdout
        if to is None or back is None:
            return
        gathered = bytearray()
        try:
            left = memoryview(sent)
            while left:
                left = left[os.write(to.fileno(), left[:_AT_ONCE]) :]
            while len(gathered) <= MOST_BYTES:
                part = os.read(back.fileno(), _AT_ONCE)
                gathered += part
                if not part or b"\n" in part:
                    break
        except (OSError, ValueError):  # it ended, or was ended
            gathered.clear()
        said.append(bytes(gathered))
