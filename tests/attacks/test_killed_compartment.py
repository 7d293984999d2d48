"""A member's session that is killed: neither the disk nor anybody else learns what is inside."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from offices import PASSPHRASE, Office
from probatum.acts import compartment, disclose_items
from probatum.acts.compartment import Person
from probatum.acts.put_record import put
from probatum.acts.search import search
from probatum.index.index import contents
from probatum.model.nouns import Incident, Source
from probatum.model.values import NameForm

MEMBER = Person("O. Member", "first invented passphrase")
CANARY = "Kanarekova"
QUICK = {"memory_kib": 8}

KILLED = """
import os, signal, sys
from pathlib import Path
from probatum.acts import compartment
from probatum.acts.open_case import open_session
from probatum.acts.put_record import put
from probatum.acts.search import search
from probatum.acts.surroundings import Surroundings, utc_now
from probatum.model.nouns import Source
from probatum.model.values import NameForm

case, state, passphrase, secret, when = sys.argv[1:]
around = Surroundings(utc_now, "another machine", "unknown", Path(state))
with open_session(Path(case), passphrase, around=around) as session:
    compartment.enter(session, secret, memory_kib=8)
    if when == "laid":
        assert search(session, "Kanarekova").total == 1
    else:
        for number in range(20):
            name = NameForm(full=f"Kanarekova {number}")
            put(session, Source(kind="person", protected=True, names=(name,)), inside=True)
        if when == "followed":
            session.catch_up()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path, "exercise")
    with office.open() as session:
        put(session, Incident(title="Mill road"))
        compartment.create(session, "K-7", [MEMBER], **QUICK)
        names = (NameForm(full=CANARY),)
        put(session, Source(kind="person", protected=True, names=names), inside=True)
    return office


@pytest.mark.parametrize("when", ["laid", "written", "followed"])
def test_a_killed_session_of_a_member_leaves_nothing_of_the_inside(
    office: Office, tmp_path: Path, when: str
) -> None:
    (tmp_path / "tmp").mkdir()
    places = {name: str(tmp_path / "tmp") for name in ("TMPDIR", "SQLITE_TMPDIR", "HOME")}
    source = Path(disclose_items.__file__).parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, office.case, office.around.state_folder, PASSPHRASE,
         MEMBER.secret, when],
        env={**places, "PYTHONPATH": str(source)}, cwd=tmp_path, timeout=120, check=False,
    )  # fmt: skip
    assert ended.returncode == -9
    for path in tmp_path.rglob("*"):
        assert not path.is_file() or CANARY.encode() not in path.read_bytes(), path.name
    with office.open() as session:
        assert CANARY not in repr(contents(session.index))
        assert [row.noun for row in session.index.records()] == ["incident"]
        assert search(session, CANARY).total == 0
        assert put(session, Incident(title="Another road")).ref.startswith("EXR-00002-")
    with office.open() as session:
        compartment.enter(session, MEMBER.secret, **QUICK)
        assert len(session.index.records(["source"])) == (1 if when == "laid" else 21)
