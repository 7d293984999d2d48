"""A story at the command line: four lists, who is whom, a person's answers, numbers, a report."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from command_line import Made
from four_lists_case import put_lists
from probatum.acts.count_linked import Kept
from probatum.acts.open_case import open_session
from probatum.cli.count_link import OUTSIDE


@pytest.fixture(scope="module")
def lists(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Put four lists into the case, and link them."""
    folder = tmp_path_factory.mktemp("lists")
    with pytest.MonkeyPatch.context() as patch:
        for name, value in made.line.in_own_process().items():
            patch.setenv(name, value)
        passphrase = made.line.in_own_process()["PROBATUM_PASSPHRASE"]
        with open_session(Path(made.case), passphrase, "A. Analyst") as session:
            put_lists(session, folder)
    return made


def test_without_a_run_of_links_the_error_says_which_command_comes_first(lists: Made) -> None:
    ran = lists.line.run("count", "documented", "--case", lists.case)
    assert ran.code == 1
    assert "no-run" in ran.err and "probatum count link" in ran.err


def test_a_best_grouping_beyond_all_draws_is_remarked_upon(
    lists: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page() -> str:
        return " ".join(lists.line.ok("count", "link", "--case", lists.case).out.split())

    assert OUTSIDE not in page()
    monkeypatch.setattr(Kept, "people", (3, 9, 5))
    assert OUTSIDE in page()


def test_from_four_lists_to_a_report(lists: Made, tmp_path: Path) -> None:
    line, case = lists.line, ("--case", lists.case)
    linked = line.ok("count", "link", *case, "--json").json
    assert len(linked["lists"]) == 4 and linked["draws"] == 20
    assert set(linked["persons"]) == {"low", "best", "high"}
    assert set(linked["missed"]) == {"low", "value", "high"}

    queue = line.ok("count", "review", *case, "--most", "3", "--json").json
    assert queue["purpose"] == "queue" and queue["queue"]
    typed = io.StringIO("k\ny\n\nn two mothers\nu\n? the day is missing\ns\nq\n")
    ran = line.run("count", "review", *case, "--most", "3", typed=typed)
    assert ran.code == 0, ran.err
    for part in ("an answer has a reason", "recorded: no", "Taken back.", "recorded: undecided",
                 "1 answer in this sitting", "The model:"):  # fmt: skip
        assert part in ran.out, part

    counted = line.ok("count", "documented", *case, "--strata", "sex", "--json").json
    people = counted["documented"]
    assert people["low"] <= people["best"] <= people["high"]
    assert counted["link"] == linked["run"]
    page = line.ok("count", "documented", *case, "--strata", "sex").out
    assert f"Documented minimum: {people['low']}." in page
    assert line.ok("count", "documented", *case, "--csv").out.startswith("what,name,low")

    found = line.ok("count", "estimate", *case, "--model", "chao", "--json").json
    assert found["headline"] is None
    out = tmp_path / "victims.html"
    done = line.ok("count", "report", str(out), *case, "--json").json
    assert done["documented"]["low"] == people["low"]
    assert "documented minimum" in out.read_text("utf-8")
    assert line.run("count", "report", str(tmp_path / "victims.txt"), *case).code == 2
    log = line.ok("check", *case, "--json").json
    assert not log["failed"]


@pytest.mark.parametrize(
    "options",
    [("documented", "--strata", "eyes"), ("documented", "--from", "5.3.2019"),
     ("documented", "--status", "hero"), ("link", "--draws", "3"), ("report", "x.doc")],
)  # fmt: skip
def test_wrong_words_are_refused(lists: Made, options: tuple[str, ...]) -> None:
    assert lists.line.run("count", *options, "--case", lists.case).code == 2
