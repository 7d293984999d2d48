"""The process that reads files of strangers: what it costs, and what it may not do."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import probatum
from derive.text.made_files import ARABIC, UKRAINIAN, docx, pdf, said
from probatum.derive.text.extracted import Extracted, Failed, Limits
from probatum.derive.text.workers import Workers, extract

ROOT = Path(probatum.__file__).parent.parent
# Quotation marks that are opened and never closed: every cell is searched to the longest allowed.
SLOW = b'"a"",' * 1_500_000


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers() as started:
        yield started


def process_of(workers: Workers) -> subprocess.Popen[bytes]:
    assert workers._process is not None
    return workers._process


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (UKRAINIAN.encode("cp1251"), UKRAINIAN), (ARABIC.encode("cp1256"), ARABIC),
        (pdf("One", UKRAINIAN), "One\n\n" + UKRAINIAN), (docx(said(ARABIC)), ARABIC),
        (f"<html><p>{ARABIC}</p></html>".encode(), ARABIC),
        (f"From: a@example.org\nTo: b@example.org\nDate: x\n\n{UKRAINIAN}".encode(), UKRAINIAN),
    ],
)  # fmt: skip
def test_one_worker_reads_all_kinds(workers: Workers, data: bytes, text: str) -> None:
    found = workers.extract(data, "file")
    assert isinstance(found, Extracted) and found.text == text
    assert workers.started == 1


def test_a_stream_is_read_in_pieces(workers: Workers) -> None:
    found = workers.extract((UKRAINIAN.encode()[at : at + 3] for at in range(0, 200, 3)), "a.txt")
    assert isinstance(found, Extracted) and found.text == UKRAINIAN


def test_a_file_over_the_limit_is_not_even_sent() -> None:
    with Workers(Limits(input_bytes=1000)) as workers:
        assert workers.extract((b"x" * 600 for _ in range(9)), "a").code == "too-large"
        assert isinstance(workers.extract(b"words", "a"), Extracted)
        assert workers.started == 1


def test_a_file_that_takes_too_long_costs_only_itself() -> None:
    with Workers(Limits(seconds=3)) as workers:
        found = workers.extract(SLOW, "list.csv")
        assert isinstance(found, Failed) and found.code == "timed-out"
        assert isinstance(workers.extract(b"words", "a"), Extracted)
        assert workers.started == 2


def test_a_file_that_takes_too_much_memory_costs_only_itself() -> None:
    with Workers(Limits(memory_bytes=400 << 20)) as workers:
        found = workers.extract(b"<html>" + b"<p>words</p>" * 3_000_000, "page.html")
        assert isinstance(found, Failed) and found.code == "out-of-memory"
        assert isinstance(workers.extract(b"words", "a"), Extracted)


def test_a_worker_that_dies_costs_only_the_item_at_hand(workers: Workers) -> None:
    def data() -> Iterator[bytes]:
        yield b"words "
        process_of(workers).kill()
        process_of(workers).wait()
        yield b"words" * 100_000

    found = workers.extract(data(), "a.txt")
    assert isinstance(found, Failed) and found.code == "crashed" and "SIGKILL" in found.said
    assert isinstance(workers.extract(b"words", "a"), Extracted)


def test_a_source_that_fails_half_way_poisons_nothing(workers: Workers) -> None:
    def data() -> Iterator[bytes]:
        yield b"one "
        raise LookupError("the vault is damaged")

    with pytest.raises(LookupError):
        workers.extract(data(), "a.txt")
    found = workers.extract(b"two", "a.txt")
    assert isinstance(found, Extracted) and found.text == "two"


def test_an_answer_longer_than_the_limit_is_not_read() -> None:
    with Workers(Limits(output_bytes=2000)) as workers:
        assert workers.extract(b"words " * 1000, "a").code == "too-large"
        assert isinstance(workers.extract(b"words", "a"), Extracted)


def test_a_large_page_is_an_answer() -> None:
    data = b"<html>" + b"<p>One sentence of some length stands here.</p>" * 100_000
    found = extract(data, "page.html")
    assert isinstance(found, Extracted) and len(found.parts) == 100_000
    assert "text=whole-page" in found.parameters


def test_nothing_is_left_running(workers: Workers) -> None:
    with Workers() as short:
        short.extract(b"words", "a")
        process = process_of(short)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    "attempt",
    [
        "__import__('socket').socket()", "open('/tmp/probatum-wrote-this', 'w')", "os.fork()",
        "__import__('subprocess').run(['true'])", "os.open('x', os.O_CREAT | os.O_RDWR)",
        "os.system('true')", "__import__('tempfile').TemporaryFile()", "os.kill(1, 0)",
        "os.mkdir('x')", "os.execv('/bin/true', ['true'])", "bytearray(900 << 20)",
    ],
)  # fmt: skip
def test_a_worker_cannot_do_what_reading_does_not_need(attempt: str, tmp_path: Path) -> None:
    code = (
        "import os, sys; sys.path.append(sys.argv[1])\n"
        "from probatum.derive.text.confinement import confine\n"
        f"confine(600 << 20)\ntry:\n    {attempt}\n"
        "except (OSError, MemoryError): os._exit(7)\n"
    )
    done = subprocess.run([sys.executable, "-I", "-c", code, str(ROOT)], cwd=tmp_path)
    assert done.returncode == 7
    assert list(tmp_path.iterdir()) == []


def test_a_worker_does_not_know_the_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROBATUM_PASSPHRASE", "a long enough passphrase")
    with Workers() as workers:
        workers.extract(b"words", "a")
        try:
            seen = Path(f"/proc/{process_of(workers).pid}/environ").read_bytes()
        except OSError:
            pytest.skip("the system does not show the environment of a process")
    assert b"PROBATUM" not in seen


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no signals to groups here")
def test_words_of_a_library_on_standard_output_are_no_answer(workers: Workers) -> None:
    # Invalid documents make libraries talk; the pipe must still carry answers alone.
    for data in (b"%PDF-1.7\n" + b"\0" * 99, docx(said("x"))[:-30], b"<html>&#xFFFFFFFF;<p>x"):
        assert isinstance(workers.extract(data, "a.pdf"), (Extracted, Failed))
    assert isinstance(workers.extract(b"words", "a"), Extracted)
