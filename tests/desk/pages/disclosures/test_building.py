"""A package is made by a job: its secrets stay in memory, and nothing half-done is left."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desk.opened_desk import OpenedDesk
from desk.waiting import settled
from probatum.acts.add_files import add
from probatum.acts.clear_item import clear
from probatum.acts.put_record import put

SECRET = "an invented passphrase of the package"
SAID = {"to": "Exercise Court", "purpose": "an exercise", "with_originals": "on"}


@pytest.fixture(scope="module")
def item(desk: OpenedDesk, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("given") / "built.txt"
    path.write_text("An invented statement about a mill.\n")
    with desk.session("owner") as session:
        line = add(session, [str(path)], given_by="Exercise Courier").lines[0]
        clear(session, line.ref, cleared=True, reason="exercise")
    return str(line.ref)


@pytest.fixture(scope="module")
def long_item(desk: OpenedDesk, tmp_path_factory: pytest.TempPathFactory) -> str:
    """An item of so many bytes that making a package of it takes several pieces."""
    path = tmp_path_factory.mktemp("given") / "long.bin"
    path.write_bytes(bytes(range(256)) * (20 << 10))
    with desk.session("owner") as session:
        line = add(session, [str(path)], given_by="Exercise Courier").lines[0]
        clear(session, line.ref, cleared=True, reason="exercise")
    return str(line.ref)


@pytest.fixture
def paused(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Jobs wait until the test does one."""
    from probatum.desk.holding import DESK
    from probatum.desk.jobs.ledger import LEDGER
    from probatum.desk.jobs.running import RUNNING
    from probatum.jobs.runner import Runner

    runner = RUNNING._runner
    assert runner is not None
    runner.stop()
    yield Runner(DESK.turns, LEDGER)
    RUNNING.begin(DESK.turns)


def ask(client: Any, item: str, **more: Any) -> Any:
    return client.post("/disclosures/new/", {"items": item, "passphrase": SECRET, **SAID, **more})


def packages(desk: OpenedDesk) -> set[str]:
    folder = desk.case / "packages"
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def job_of(answer: Any) -> Any:
    from probatum.desk.models import Job

    return Job.objects.get(pk=int(answer.headers["Location"].strip("/").rpartition("/")[2]))


def test_no_secret_stands_in_the_database_and_what_was_said_goes_with_the_end(
    desk: OpenedDesk, item: str, paused: Any
) -> None:
    client = desk.client("owner")
    answer = ask(client, item)
    job = job_of(answer)
    kept = json.dumps(job.given)
    assert SECRET not in kept and "Exercise Court" in kept
    page = client.get(answer.headers["Location"]).content.decode()
    assert "The package is being made" in page and "Stop it" in page
    assert client.get("/disclosures/").content.decode().count("How far it is") == 1
    assert paused.run_one()
    page = client.get(answer.headers["Location"]).content.decode()
    assert "The package is made" in page and "Verified: these bytes are what the log" in page
    assert job_of(answer).given == {}
    said = client.get(f"/disclosures/verify/{job.pk}/").content.decode()
    assert "What verify.pyz" in said and "verified" in said


def test_it_is_made_once_however_often_it_is_sent(desk: OpenedDesk, item: str, paused: Any) -> None:
    client = desk.client("owner")
    first, second = ask(client, item, purpose="twice"), ask(client, item, purpose="twice")
    assert first.headers["Location"] == second.headers["Location"]
    other = ask(client, item, purpose="another")
    assert other.headers["Location"] != first.headers["Location"]
    while paused.run_one():
        pass


def test_one_that_is_stopped_leaves_nothing(desk: OpenedDesk, item: str, paused: Any) -> None:
    client = desk.client("owner")
    before = packages(desk)
    answer = ask(client, item)
    job = job_of(answer)
    assert desk.client("investigator").post(f"/jobs/{job.pk}/stop/").status_code == 404
    assert client.post(f"/jobs/{job.pk}/stop/").status_code == 302
    assert paused.run_one()
    polled = client.get(answer.headers["Location"], headers={"HX-Request": "true"})
    assert polled.headers["HX-Refresh"] == "true"  # what is shown then is another page
    page = client.get(answer.headers["Location"]).content.decode()
    assert "a job was ended before it was done" in page and 'value="Exercise Court"' in page
    assert packages(desk) == before


# Packages and entries that are there afterwards: what a package holds is logged before it is
# written, and the log of reads is tied to it. Whoever was told of it finds it, whatever became.
LEFT = {"searching": (0, 0), "writing": (0, 2), "verifying": (1, 2)}


@pytest.mark.parametrize("step", ["searching", "writing", "verifying"])
def test_one_that_is_stopped_while_it_runs_leaves_nothing_half_done(
    desk: OpenedDesk, long_item: str, paused: Any, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    from probatum.desk.jobs.ledger import LEDGER

    client = desk.client("owner")
    before = packages(desk)
    with desk.session("owner") as session:
        entries = session.case.evidence.size
    answer = ask(client, long_item, purpose=f"stopped while {step}")
    job = job_of(answer)
    reached = []

    def tell(number: int, now: str, done: int, total: int) -> None:
        if now == step and not reached:
            reached.append((done, total))
            assert client.post(f"/jobs/{job.pk}/stop/").status_code == 302

    monkeypatch.setattr("probatum.jobs.packages.TELL_SECONDS", 0.0)
    monkeypatch.setattr(LEDGER, "tell", tell)
    assert paused.run_one() and reached
    page = client.get(answer.headers["Location"]).content.decode()
    with desk.session("owner") as session:
        written = session.case.evidence.size - entries
    assert (len(packages(desk) - before), written) == LEFT[step]
    if step == "verifying":
        assert "The package is made" in page
    else:
        assert f'value="stopped while {step}"' in page
        assert "a job was ended before it was done" in page


def test_after_a_restart_one_begins_where_one_was(desk: OpenedDesk, item: str, paused: Any) -> None:
    from probatum.jobs.orders import ORDERS

    client = desk.client("owner")
    before = packages(desk)
    answer = ask(client, item, purpose="before the restart")
    ORDERS.forget()  # what a new process knows of it
    assert paused.run_one()
    page = client.get(answer.headers["Location"]).content.decode()
    assert 'value="before the restart"' in page and "nothing" not in packages(desk) - before
    assert packages(desk) == before
    listed = client.get("/disclosures/").content.decode()
    assert "Go on from what you said" in listed


def test_a_passphrase_is_not_asked_for_again_after_a_hit(desk: OpenedDesk, tmp_path: Path) -> None:
    path = tmp_path / "telling.txt"
    path.write_text("Radmila Kanarenko saw the mill.\n")
    with desk.session("owner") as session:
        put(session, {"record": "source/1", "kind": "person", "protected": True,
                      "names": [{"full": "Radmila Kanarenko"}]})  # fmt: skip
        ref = add(session, [str(path)], given_by="N").lines[0].ref
        clear(session, ref, cleared=True, reason="exercise")
    client = desk.client("owner")
    page = settled(client, ask(client, ref)).content.decode()
    assert "Traces of protected people" in page and SECRET not in page
    from desk.pages.disclosures.test_hits import hidden_in, rooms_on

    said = hidden_in(page) | dict.fromkeys(rooms_on(page), "another person")
    assert said["again"]
    answer = client.post("/disclosures/new/", {"items": ref, **SAID, **said})
    assert "The package is made" in settled(client, answer).content.decode()


def test_somebody_elses_job_is_not_shown(desk: OpenedDesk, item: str, paused: Any) -> None:
    answer = ask(desk.client("owner"), item)
    for role in ("investigator", "reader", "auditor"):
        assert desk.client(role).get(answer.headers["Location"]).status_code in (403, 404)
    paused.run_one()


def test_what_is_given_from_inside_a_compartment_is_not_in_the_database(
    desk: OpenedDesk, item: str, paused: Any
) -> None:
    client = desk.client("owner")
    entered = client.post("/protected/new/", {
        "name": "K-7 exercise", "member": "O. Owner", "member_secret": "an invented passphrase",
        "first": "A. Judge", "first_secret": "an invented one of two", "second": "B. Notary",
        "second_secret": "an invented other of two",
    })  # fmt: skip
    assert entered.status_code == 302
    answer = ask(client, item, purpose="a purpose said inside")
    assert set(job_of(answer).given) == {"order"}
    assert paused.run_one()
    assert "The package is made" in client.get(answer.headers["Location"]).content.decode()
    assert set(job_of(answer).result) == {"order", "package"}
