"""A reader that is a program: it gets a text as one line of JSON and answers with one.

    us    {"ask": "identity"}
    it    {"id": "...", "version": "...", "languages": ["en"], "weights_sha256": null,
           "needs_network": false}
    us    {"ask": "read", "text": "...", "language": "en", "published": null, "publisher": null}
    it    {"suggestions": [...]}

The program is one that the user names, never one that a text names. It is started without a shell
and without our environment, and ends with us; a reply that does not come in time ends it.
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
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        try:
            self._process = subprocess.Popen(
                list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, env=kept, close_fds=True,
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
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except OSError:  # what was still to be written to a program that is gone
                    continue

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
        sent, answered = self._process.stdin, self._process.stdout
        if sent is None or answered is None or self._process.poll() is not None:
            raise failed("a program that runs", "one that ended")
        late = threading.Timer(self._seconds, self._kill)
        late.daemon = True
        late.start()
        try:
            sent.write(json.dumps(question, ensure_ascii=True).encode("ascii") + b"\n")
            sent.flush()
            line = answered.readline(MOST_BYTES + 1)
        except OSError:
            line = b""
        finally:
            ended_it = not late.is_alive()
            late.cancel()
        if not line.endswith(b"\n"):
            self.close()
            found = "one that did not come in time" if ended_it else "none"
            raise failed(
                "an answer in one line", "too long a line" if len(line) > MOST_BYTES else found
            )
        return line
