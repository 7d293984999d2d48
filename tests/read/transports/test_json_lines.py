"""A reader that is a program: what it says is used, what it does not say is an error."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from probatum.errors import InputError
from probatum.read import host
from probatum.read.extractor import Article
from probatum.read.transports.json_lines import Program
from read.readings import ARTICLE

HONEST = """
import json, os, sys
for line in sys.stdin:
    asked = json.loads(line)
    if asked["ask"] == "identity":
        print(json.dumps({"id": "toy", "version": "7", "languages": ["en"]}), flush=True)
    else:
        name = asked["text"].split(",")[1].split(" said")[0].strip()
        secret = os.environ.get("PROBATUM_PASSPHRASE", "none")
        print(json.dumps({"suggestions": [
            {"kind": "entity", "id": "e1", "type": "person", "name": name,
             "mentions": [{"exact": name}]},
            {"kind": "entity", "id": "e2", "type": "person", "name": secret,
             "mentions": [{"exact": secret}]},
        ]}), flush=True)
"""


def program(tmp_path: Path, source: str, seconds: float = 20.0) -> Program:
    file = tmp_path / "reader.py"
    file.write_text(source)
    return Program([sys.executable, "-I", str(file)], seconds=seconds)


def test_it_is_asked_who_it_is_and_what_it_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROBATUM_PASSPHRASE", "Norland")
    with program(tmp_path, HONEST) as reader:
        assert (reader.identity.id, reader.identity.version) == ("toy", "7")
        done = host.read(ARTICLE, reader)
    assert [each.name for each in done.reading.suggestions] == ["Anna Tal"]  # type: ignore[union-attr]
    assert done.raw is not None
    # It never saw the passphrase, or it could have named it as somebody of the text.
    assert done.counted() == {"words that do not stand in the text": 1}


@pytest.mark.parametrize(
    "source",
    [
        "",
        "import sys; sys.exit(3)",
        "print('hello', flush=True)",
        "print('{}', flush=True)",
        "print('[' * 100000, flush=True)",
        'import sys; sys.stdout.write(\'{"id": "toy"\'); sys.stdout.flush()',
        'print(\'{"id": "toy", "version": 7, "languages": []}\', flush=True)',
    ],
)
def test_one_that_does_not_say_who_it_is_is_not_used(tmp_path: Path, source: str) -> None:
    with pytest.raises(InputError) as refused:
        program(tmp_path, source)
    assert refused.value.code == "extractor-failed"


def test_one_that_cannot_be_started_is_named_as_such() -> None:
    with pytest.raises(InputError) as refused:
        Program(["/nowhere/at/all"])
    assert refused.value.code == "extractor-failed"


def test_one_that_never_answers_ends_with_what_it_started(tmp_path: Path) -> None:
    marker = tmp_path / "child"
    source = f"""
import os, subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open({str(marker)!r}, "w").write(str(child.pid))
time.sleep(600)
"""
    began = time.monotonic()
    with pytest.raises(InputError):
        program(tmp_path, source, seconds=1.5)
    assert time.monotonic() - began < 60
    child = int(marker.read_text())
    for _ in range(200):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        stat = Path(f"/proc/{child}/stat")
        if stat.exists() and stat.read_text().rpartition(")")[2].split()[0] == "Z":
            return
        time.sleep(0.05)
    pytest.fail("what it started lives on")


def test_an_answer_of_nonsense_reads_nothing(tmp_path: Path) -> None:
    source = HONEST.replace('print(json.dumps({"suggestions": [', 'print(json.dumps({"no": [')
    with program(tmp_path, source) as reader, pytest.raises(InputError):
        reader.read(ARTICLE)


ANSWERS = """
import json, os, sys, time
for line in sys.stdin:
    if json.loads(line)["ask"] == "identity":
        print(json.dumps({"id": "toy", "version": "7", "languages": ["en"]}), flush=True)
    else:
        break
"""


@pytest.mark.parametrize(
    "rest",
    [
        "print('[]\\\\n[]', flush=True); time.sleep(60)",  # the second would be for the next text
        "sys.stdout.write('[' * (17 << 20)); sys.stdout.flush(); time.sleep(60)",
        "os.close(0); time.sleep(60)",
        "sys.exit(3)",
        """
while True:
    sys.stdout.write('[')
    sys.stdout.flush()
    time.sleep(0.05)
""",
        # A daemon in a session of its own keeps the pipes open when the program is gone.
        """
if os.fork() == 0:
    os.setsid()
    time.sleep(20)
    os._exit(0)
time.sleep(60)
""",
        "print('[NaN, 1e999, ' + '9' * 5000 + ']', flush=True)",
    ],
)
def test_one_that_answers_wrongly_or_never_is_left(tmp_path: Path, rest: str) -> None:
    began = time.monotonic()
    with pytest.raises(InputError), program(tmp_path, ANSWERS + rest, seconds=3.0) as reader:
        reader.read(Article("A text. " * 100_000, "en"))
    assert time.monotonic() - began < 15
