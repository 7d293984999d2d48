"""Jobs at the desk: wanted by a person, done in the background, shown to whoever wanted them."""

from __future__ import annotations

import time
from typing import Any

from desk.opened_desk import OpenedDesk


def ended(job: Any) -> Any:
    """Wait until it is done: twenty seconds are much more than it takes."""
    until = time.monotonic() + 20
    while job.is_open and time.monotonic() < until:
        time.sleep(0.02)
        job.refresh_from_db()
    return job


def wanted(task: str, role: str = "owner", **given: str) -> Any:
    from probatum.desk.jobs.ledger import LEDGER
    from probatum.desk.jobs.running import RUNNING
    from probatum.jobs.job import Wanted
    from probatum.model.roles import Role

    job = LEDGER.want(Wanted(task=task, given=given, by="O. Owner", role=Role(role)))
    RUNNING.wake()
    return job


def test_a_check_is_done_and_says_what_it_found(desk: OpenedDesk) -> None:
    job = ended(wanted("check", quick="yes"))
    assert (job.state, job.result["failed"]) == ("done", "0")
    assert any(name.startswith("finding-") for name in job.result)


def test_a_role_binds_a_job_too(desk: OpenedDesk) -> None:
    job = ended(wanted("check", role="reader", quick="yes"))
    assert (job.state, job.error["code"]) == ("failed", "not-permitted")


def test_what_ran_when_the_process_ended_waits_again(desk: OpenedDesk) -> None:
    from probatum.desk.jobs.ledger import DeskLedger
    from probatum.desk.models import Job

    made = Job.objects.create(task="check", given={}, key="0" * 64, by="O", role="owner",
                              state="running", done=3, total=9)  # fmt: skip
    DeskLedger().resume()
    made.refresh_from_db()
    assert (ended(made).state, made.total >= 0) == ("done", True)


def test_asking_twice_does_it_once(desk: OpenedDesk) -> None:
    from probatum.desk.holding import DESK

    with DESK.turns.first():  # nobody gets a turn meanwhile
        one, two = wanted("check"), wanted("check")
    assert one.pk == two.pk
    ended(one)


def test_only_whoever_wanted_it_and_owners_see_a_job(desk: OpenedDesk) -> None:
    job = ended(wanted("check", quick="yes"))
    where = f"/jobs/{job.pk}/"
    answers = {role: desk.client(role).get(where).status_code for role in ("owner", "reader")}
    assert answers == {"owner": 200, "reader": 404}
    assert desk.client("reader").get("/jobs/").status_code == 200


def test_the_page_beside_a_check_is_asked_for_anew_when_it_ends(desk: OpenedDesk) -> None:
    job = ended(wanted("check", quick="yes"))
    client = desk.client("owner")
    asked = client.get(f"/jobs/{job.pk}/", headers={"HX-Request": "true"})
    assert asked.headers["HX-Refresh"] == "true"
    assert "HX-Refresh" not in client.get(f"/jobs/{job.pk}/").headers
