"""Redacting in a process of its own: the file of a stranger is opened nowhere else.

Bytes go in and out through pipes, never through files. The process gets no secrets from the
environment, has limits of memory and time, and is killed at the end of its time.
"""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass

import msgspec

from probatum.derive.redaction.choices import Copy, Redaction, Region, Span, cannot
from probatum.derive.redaction.job import DPI, Done, Failure, Found, Job, Limits, Made
from probatum.errors import EvidenceError, InputError, UseError, WorldError

MOST_BYTES = 256 << 20
# What finds libraries and fonts; never what holds passphrases or says where the case is.
_PASSED_ON = ("PATH", "HOME", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH")
_FAMILIES = {each.__name__: each for each in (EvidenceError, InputError, UseError, WorldError)}
_decoder: msgspec.msgpack.Decoder[Done] = msgspec.msgpack.Decoder(Done)


@dataclass(frozen=True, slots=True)
class Options:
    """How a copy is made: encoding of a text, resolution and text layer of a PDF, limits."""

    encoding: str | None = None
    dpi: int = DPI
    with_words: bool = False
    limits: Limits = Limits()


def redact(data: bytes, redaction: Redaction, options: Options = Options()) -> Copy:
    """Return the redacted copy of a text, picture or PDF.

    Raises InputError ``cannot-redact``; UseError ``wrong-use``; WorldError.
    """
    done = _asked(
        data, code=redaction.code, spans=redaction.spans, regions=redaction.regions,
        options=options,
    )  # fmt: skip
    assert isinstance(done, Made)
    return done.copy


def find(
    data: bytes, text: str, options: Options = Options()
) -> tuple[tuple[Span, ...], tuple[Region, ...]]:
    """Return every place of a text in a text file (spans) or PDF (regions).

    Raises InputError ``cannot-redact``; UseError ``wrong-use``; WorldError.
    """
    done = _asked(data, find=text, options=options)
    assert isinstance(done, Found)
    return done.spans, done.regions


def _asked(
    data: bytes, *, options: Options, code: str = "", spans: tuple[Span, ...] = (),
    regions: tuple[Region, ...] = (), find: str | None = None,
) -> Made | Found:  # fmt: skip
    if len(data) > MOST_BYTES:
        raise cannot("a larger one", f"a file of at most {MOST_BYTES >> 20} MiB")
    wanted = Job(
        data=data, code=code, spans=spans, regions=regions, find=find, encoding=options.encoding,
        dpi=options.dpi, with_words=options.with_words, limits=options.limits,
    )  # fmt: skip
    output, code_ended = _run(msgspec.msgpack.encode(wanted), options.limits.seconds)
    try:
        done = _decoder.decode(output)
    except msgspec.DecodeError as error:
        # Out of memory, out of time, or brought down by the file: which one, nobody can know.
        raise cannot(
            f"one that ended the process which opened it ({code_ended})", "a file that can be "
            "opened within the limits of memory and time",
            "make a smaller or simpler version of it by hand, add it and redact that",
        ) from error  # fmt: skip
    if isinstance(done, Failure):
        raise _FAMILIES[done.family](
            done.code, item=done.item, expected=done.expected, found=done.found,
            remedy=done.remedy,
        )  # fmt: skip
    return done


def _run(request: bytes, seconds: int) -> tuple[bytes, int]:
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    environment["PYTHONPATH"] = os.pathsep.join(place for place in sys.path if place)
    with subprocess.Popen(
        [sys.executable, "-B", "-m", "probatum.derive.redaction.worker"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what a library says about a file may be of its contents
        env=environment, start_new_session=True,
    ) as process:  # fmt: skip
        try:
            output, _ = process.communicate(request, timeout=seconds)
        except subprocess.TimeoutExpired as error:
            raise cannot("none after that time", f"a copy within {seconds} seconds") from error
        finally:
            process.kill()
    return output, process.returncode
