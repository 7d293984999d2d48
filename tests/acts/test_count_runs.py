"""Runs of counting: kept whole, found again, checked, erased with the list whose rows they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from probatum.acts.add_files import add
from probatum.acts.check_case import check
from probatum.acts.count_runs import Input, Making, keep, output, run, runs
from probatum.acts.erase_item import erase
from probatum.acts.session import Session
from probatum.errors import InputError, UseError
from probatum.model.roles import Role
from record_case import at_work, fresh


@pytest.fixture
def case(tmp_path: Path) -> object:
    with fresh(tmp_path) as case:
        yield case


def listed(session: Session, folder: Path) -> Input:
    path = folder / "list.csv"
    path.write_text("row,name\n1,Invented\n")
    row = session.find(add(session, [str(path)]).lines[0].id)
    return Input(row.id, row.sha256 or "")


def making(step: str, read: Input, seed: int = 1) -> Making:
    return Making(step, (read,), "exercise", {"b": 2, "a": [1]}, seed)  # type: ignore[arg-type]


def test_a_run_says_what_it_read_and_gives_back_what_came_out(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        read = listed(session, tmp_path)
        kept = keep(session, making("link", read), "application/json", b"{}")
    with at_work(case) as session:
        found = run(session, "link")
        assert (found.id, found.inputs) == (kept.id, (read,))
        assert found.entry.parameters == '{"a":[1],"b":2}'
        assert found.parameters == {"a": [1], "b": 2}
        assert output(session, found) == b"{}"


def test_a_large_run_is_stored_as_well(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        kept = keep(session, making("link", listed(session, tmp_path)), "x/y", b"1" * 3_000_000)
        assert len(output(session, kept)) == 3_000_000


def test_the_newest_run_of_a_step_counts_and_an_older_one_may_be_named(
    case: Path, tmp_path: Path
) -> None:
    with at_work(case) as session:
        read = listed(session, tmp_path)
        first = keep(session, making("link", read, 1), "x/y", b"1")
        second = keep(session, making("link", read, 2), "x/y", b"2")
        assert run(session, "link").id == second.id
        assert run(session, "link", first.id[:12]).id == first.id
        with pytest.raises(UseError, match="unknown-id"):
            run(session, "link", "zzzz")
        with pytest.raises(InputError, match="no-run.*probatum count estimate"):
            run(session, "estimate")


def test_the_integrity_check_knows_what_runs_gave(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        keep(session, making("link", listed(session, tmp_path)), "x/y", b"1")
    with at_work(case) as session:
        assert check(session, quick=False, held=None).failed == 0


def test_a_link_run_is_erased_with_its_list_and_numbers_stay(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        read = listed(session, tmp_path)
        linked = keep(session, making("link", read), "x/y", b"row ids")
        keep(session, making("documented", Input(linked.id, linked.entry.sha256)), "x/y", b"12")
        erase(session, read.id, "consent-withdrawn")
    with at_work(case) as session:
        assert [each.entry.step for each in runs(session)] == ["documented"]


@pytest.mark.parametrize(
    ("role", "allowed"), [(Role.INVESTIGATOR, True), (Role.REVIEWER, False), (Role.READER, False)]
)
def test_whoever_may_record_may_run(case: Path, tmp_path: Path, role: Role, allowed: bool) -> None:
    with at_work(case) as session:
        read = listed(session, tmp_path)
        session.role = role
        if allowed:
            keep(session, making("link", read), "x/y", b"1")
        else:
            with pytest.raises(UseError, match="not-permitted"):
                keep(session, making("link", read), "x/y", b"1")
