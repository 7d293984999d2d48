"""Records sealed by other processes: the same entries, refusals and names as in one process."""

from __future__ import annotations

import io
import json
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from probatum.acts import put_records as bulk
from probatum.acts import sealing_crew
from probatum.acts.check_case import check
from probatum.acts.open_case import open_session
from probatum.acts.put_records import Line, Refused, put_records
from probatum.acts.record_texts import lines
from probatum.acts.session import Session
from probatum.acts.surroundings import surroundings
from probatum.errors import WorldError
from probatum.index.index import contents
from record_case import INCIDENT, PASSPHRASE, at_work, fresh, new_case

MOMENT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
TERM = {"code": "levee-breach", "label": "breach of a levee", "definition": "A levee was cut.",
        "definition_source": "Exercise"}  # fmt: skip
SOURCE = {"record": "source/1", "kind": "organisation", "names": [{"full": "Exercise Radio"}]}
TOO_EARLY = {**INCIDENT, "kind": "levee-breach", "remark": "before the term is there"}
MANY: list[object] = [
    {**INCIDENT, "as": "@mill"},
    {**SOURCE, "as": "@radio"},
    {"record": "occurrence/1", "incident": "@mill", "kind": "shelling", "as": "@shelling"},
    {"record": "assertion/1", "about": "@shelling", "stance": "denies", "via": ["@radio"]},
    '{"record": "incident/1", "title": "a", "title": "b"}',
    '{"record": "incident/1", "title": "Exercise", "remark": "a : colon", "labels": ["one"]}',
    '{"record": "incident/1", "title": 3}', "", "{", "[1]", '{"low": 3.5}', '{"record": 1e400}',
    '{"record": "incident/1", "title": "\\ud800"}', '{"record": "incident/1", "as": "@\\ud800"}',
    b'{"record": "incident/1", "title": "\xff"}', "[" * 5_000,
    '{"record": "figure/1", "measure": "killed", "low": 3.0}',
    '{"record": "figure/1", "measure": "killed", "low": 9007199254740992}',
    {**INCIDENT, "why": "x"}, {**INCIDENT, "as": "mill"}, {**INCIDENT, "as": "@mill"},
    TOO_EARLY,
    {"record": "vocabulary/1", "name": "act-type", "terms": [TERM]},
    {**INCIDENT, "kind": "levee-breach", "as": "@levee"},
    {"record": "occurrence/1", "kind": "shelling", "incident": "@nobody"},
    {"record": "occurrence/1", "kind": "shelling", "incident": "@levee"},
    {"record": "occurrence/1", "kind": "shelling", "incident": "@radio"},
    {"record": "occurrence/1", "kind": "shelling", "incident": "1" * 32},
    {"record": "occurrence/1", "kind": "shelling", "incident": "EXR-00001-4"},
    {"record": "incident/1", "title": "Exercise: " + "x" * 600},
    *({**INCIDENT, "title": f"Exercise: house {number}"} for number in range(60)),
    {"record": "assertion/1", "about": "@shelling", "stance": "asserts", "via": ["@radio"]},
]  # fmt: skip


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "ALONE", 0)
    monkeypatch.setattr(bulk, "cores", lambda: 2)
    monkeypatch.setattr(sealing_crew, "cores", lambda: 2)
    monkeypatch.setattr(sealing_crew, "LINES", 4)
    monkeypatch.setattr(sealing_crew, "AHEAD", 6)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Path]:
    with fresh(tmp_path) as folder:
        yield folder


def text_of(records: list[object]) -> bytes:
    return b"\n".join(
        each if isinstance(each, bytes)
        else each.encode() if isinstance(each, str) else json.dumps(each).encode()
        for each in records
    )  # fmt: skip


def delivered(
    session: Session, records: list[object], *, again: bool = False
) -> tuple[list[Line], list[Refused]]:
    taken: list[Line] = []
    _, refused = put_records(
        session, lines(io.BytesIO(text_of(records))), again=again, on_taken=taken.extend
    )
    return taken, refused


def history(folder: Path) -> tuple[object, ...]:
    """Put the records into a new case with a clock that stands still, and say what became of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        case = new_case(folder)
        around = replace(surroundings(), clock=lambda: MOMENT)
        with open_session(case, PASSPHRASE, "A. Analyst", around=around) as session:
            taken, refused = delivered(session, MANY)
            session.catch_up()
            opened = [session.entry(index) for index in range(session.case.evidence.size)]
            rows = session.index.records()
    places = {row.id: f"<{row.number}>" for row in rows}

    def plain(text: str) -> str:
        return re.sub("[0-9a-f]{32}", lambda match: places.get(match[0], match[0]), text)

    entries = [
        (each.leaf.kind, places.get(each.leaf.id), len(each.leaf.digests), plain(repr(fields)))
        for each, fields in opened if each.leaf.kind in ("record/1", "box/1")
    ]  # fmt: skip
    return (
        [(line.line, line.number, line.noun, line.done, line.name) for line in taken],
        [(each.line, str(each.error), each.error.remedy) for each in refused],
        entries,
        [(row.number, row.noun, plain(repr(row.body))) for row in rows],
    )


def test_what_is_sealed_apart_is_what_one_process_makes(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    alone = history(tmp_path / "one")
    request.getfixturevalue("apart")
    assert history(tmp_path / "two") == alone


@pytest.mark.usefixtures("apart")
def test_the_case_is_sound_and_its_index_comes_back_equal(case: Path) -> None:
    with at_work(case) as session:
        delivered(session, MANY)
        session.checkpoint()
        session.catch_up()
        before = contents(session.index)
        session.index.purge()
        session.case.forget_news()
        session.index.follow(session.case)
        assert contents(session.index) == before
    with at_work(case) as session:
        found = check(session, quick=False, held=None)
    assert found.failed == 0, found.findings


@pytest.mark.usefixtures("apart")
def test_running_it_again_takes_nothing_twice(case: Path) -> None:
    records = [each for each in MANY if each is not TOO_EARLY]
    with at_work(case) as session:
        first, refused = delivered(session, records)
    with at_work(case) as session:
        second, refused_again = delivered(session, records)
        assert [(each.id, each.number) for each in second] == [
            (each.id, each.number) for each in first
        ]
        assert {each.done for each in second} == {"unchanged"}
        assert [each.line for each in refused] == [each.line for each in refused_again]
        third, _ = delivered(session, MANY[:4], again=True)
        assert not {each.id for each in third} & {each.id for each in first}


@pytest.mark.usefixtures("apart")
def test_a_version_of_a_record_of_the_same_delivery_follows_it(case: Path) -> None:
    with at_work(case) as session:
        [made], _ = delivered(session, [INCIDENT])
        changed = {**INCIDENT, "id": made.id, "why": "better", "title": "Exercise: the mill"}
        taken, refused = delivered(
            session, [*({**INCIDENT, "title": f"{n}"} for n in range(9)), changed, changed]
        )
        assert ([each.done for each in taken[-2:]], refused) == (["revised", "unchanged"], [])


def children() -> list[int]:
    """The processes that this one has started."""
    return [int(each) for each in Path("/proc/thread-self/children").read_text().split()]


needs_proc = pytest.mark.skipif(
    not Path("/proc/thread-self/children").exists(), reason="this system lists no children"
)


@needs_proc
@pytest.mark.usefixtures("apart")
def test_a_process_that_is_killed_is_said_and_what_was_told_is_in(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bulk, "BATCH", 10)
    told: list[Line] = []
    before = set(children())  # of other tests in this process

    def kill(taken: Sequence[Line]) -> None:
        told.extend(taken)
        for each in set(children()) - before:
            os.kill(each, signal.SIGKILL)

    records: list[object] = [{**INCIDENT, "title": f"Exercise: {n}"} for n in range(200)]
    with pytest.raises(WorldError, match="io-error"), at_work(case) as session:
        put_records(session, lines(io.BytesIO(text_of(records))), on_taken=kill)
    assert set(children()) <= before
    with at_work(case) as session:
        assert {row.id for row in session.index.records()} == {each.id for each in told}
        taken, _ = delivered(session, records)
    assert [each.done for each in taken].count("unchanged") == len(told)
    assert set(children()) <= before


WORK = """
import io, os, signal, sys
from pathlib import Path
from probatum.acts import put_records as bulk
from probatum.acts.open_case import open_session
from probatum.acts.record_texts import lines

bulk.ALONE, bulk.BATCH, bulk.cores = 0, 10, lambda: 2

def end(taken):
    print(Path("/proc/thread-self/children").read_text(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)

with open_session(Path(sys.argv[1]), sys.argv[2]) as session:
    bulk.put_records(session, lines(open(sys.argv[3], "rb")), on_taken=end)
"""


@needs_proc
def test_sealing_processes_end_with_the_one_that_started_them(case: Path) -> None:
    records: list[object] = [{**INCIDENT, "title": f"Exercise: {n}"} for n in range(5_000)]
    given = case.parent / "given.jsonl"
    given.write_bytes(text_of(records))
    run = subprocess.run(
        [sys.executable, "-c", WORK, str(case), PASSPHRASE, str(given)],
        stdout=subprocess.PIPE, check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )  # fmt: skip
    assert run.returncode == -signal.SIGKILL
    started = [int(each) for each in run.stdout.split()]
    assert started
    for each in started:
        with suppress(ProcessLookupError):  # it has ended
            watched = os.pidfd_open(each)
            ended, _, _ = select.select([watched], [], [], 20)
            os.close(watched)
            assert ended, "it outlives the one that started it"
