"""The process that opens files: it has limits, no secrets, and cannot bring its parent down."""

from __future__ import annotations

import random
import subprocess

import pytest

from deep import DEEP
from derive.redaction import drawn_files
from probatum.derive.redaction import apart, worker
from probatum.derive.redaction.apart import Options
from probatum.derive.redaction.choices import Redaction, Region, Span
from probatum.derive.redaction.job import DPI, Job, Limits
from probatum.errors import InputError, UseError

HERE = Redaction("security", "invented rule", "A. Reviewer", regions=(Region(1, 5, 5, 20, 20),))


def test_a_text_a_picture_and_a_pdf_each_get_their_copy() -> None:
    words = Redaction("security", "invented rule", "A. Reviewer", spans=(Span(0, 3),))
    assert apart.redact(b"Ann saw", words).data == b"[redacted: security] saw"
    assert apart.redact(drawn_files.png(), HERE).media_type == "image/png"
    copy = apart.redact(drawn_files.pdf(), HERE, Options(dpi=72, with_words=True))
    assert (copy.media_type, copy.pages) == ("application/pdf", 2)
    assert '"dpi":72' in copy.parameters and "pypdfium2" in copy.tool_version


def test_a_name_is_found_in_a_text_and_in_a_pdf() -> None:
    assert apart.find(b"Ann, ANN", "ann") == ((Span(0, 3), Span(5, 8)), ())
    spans, regions = apart.find(drawn_files.pdf(), "ann example")
    assert spans == () and len(regions) == 2
    with pytest.raises(InputError, match="box"):
        apart.find(drawn_files.png(), "ann")


def test_a_name_in_escapes_is_not_overlooked() -> None:
    with pytest.raises(InputError, match="escapes"):
        apart.find(rb'{"a": "\u0041nn", "b": "Ann"}', "Ann")


def test_errors_of_use_come_back_as_such() -> None:
    with pytest.raises(UseError, match="page 9"):
        nine = Redaction("security", "rule", "A", regions=(Region(9, 1, 1, 2, 2),))
        apart.redact(drawn_files.png(), nine)


@pytest.mark.parametrize(
    ("data", "named"),
    [
        (b"<!DOCTYPE html><p>Ann", "web page"),
        (b"\xef\xbb\xbf\n<html>Ann", "web page"),
        (b"From: a\r\nMIME-Version: 1.0\r\n\r\nAnn", "e-mail"),
        (b"{\\rtf1 Ann}", "RTF"),
        (b"PK\x03\x04" + b"Ann" * 9, "office"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
    ],
)
def test_forms_that_hide_text_are_refused(data: bytes, named: str) -> None:
    """Asked here what the process is asked, as no library opens any of these."""
    with pytest.raises(InputError, match=named):
        worker.redact(
            Job(data=data, code="security", spans=(Span(0, 1),), dpi=DPI, limits=Limits())
        )


def test_too_little_memory_is_a_clear_error() -> None:
    few = Options(limits=Limits(memory_bytes=1 << 20))
    with pytest.raises(InputError, match="cannot-redact"):
        apart.redact(drawn_files.jpeg(), HERE, few)


def test_too_little_time_is_a_clear_error() -> None:
    with pytest.raises(InputError, match="cannot-redact"):
        apart.redact(drawn_files.pdf(), HERE, Options(dpi=600, limits=Limits(seconds=0)))


def test_secrets_of_the_environment_do_not_go_along(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[dict[str, str]] = []
    started = subprocess.Popen

    def watched(*command: object, **how: object) -> object:
        seen.append(how["env"])  # type: ignore[arg-type]
        return started(*command, **how)  # type: ignore[call-overload]

    monkeypatch.setenv("PROBATUM_PASSPHRASE", "invented passphrase")
    monkeypatch.setattr(subprocess, "Popen", watched)
    apart.redact(drawn_files.png(), HERE)
    assert seen and all("PROBATUM_PASSPHRASE" not in each for each in seen)


@pytest.mark.parametrize("make", [drawn_files.jpeg, drawn_files.tiff, drawn_files.pdf])
def test_changed_bytes_give_a_copy_or_a_clear_error(make: object) -> None:
    chance = random.Random(7)
    original = make()  # type: ignore[operator]
    for _ in range(6 if DEEP else 2):
        data = bytearray(original)
        for _ in range(20):
            data[chance.randrange(len(data))] = chance.randrange(256)
        try:
            copy = apart.redact(bytes(data), HERE, Options(dpi=72))
        except InputError as error:
            assert error.code == "cannot-redact"
        else:
            assert copy.data
