"""A story at the command line: four lists, who is whom, a person's answers, numbers, a report."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from command_line import Made
from four_lists_case import put_lists
from probatum.acts.count_linked import Kept
from probatum.acts.open_case import open_session
from probatum.cli.count_link import OUTSIDE
from probatum.link.lists.seen import Seen


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


def test_each_row_has_its_person_in_each_draw_as_csv(lists: Made) -> None:
    out = lists.line.ok("count", "link", "--case", lists.case, "--csv").out
    head, *rows = csv.reader(io.StringIO(out))
    assert head[:3] == ["list", "row", "most likely"] and head[-2:] == ["draw 20", "as_of"]
    linked = lists.line.ok("count", "link", "--case", lists.case, "--json").json
    assert len(rows) == linked["rows"]
    assert all(len(row) == len(head) for row in rows)
    assert 1 + max(int(row[2]) for row in rows) == linked["persons"]["best"]
    assert len({row[0] for row in rows}) == 4


def test_rows_that_repeat_a_row_of_a_list_without_repeats_are_told(
    lists: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    def page() -> str:
        return " ".join(lists.line.ok("count", "link", "--case", lists.case).out.split())

    assert "word for word" not in page()
    monkeypatch.setattr(Seen, "again", lambda _seen, _digest: True)
    assert "rows that say what an earlier one says, word for word" in page()


def test_from_four_lists_to_a_report(lists: Made, tmp_path: Path) -> None:
    line, case = lists.line, ("--case", lists.case)
    linked = line.ok("count", "link", *case, "--json").json
    assert len(linked["lists"]) == 4 and linked["draws"] == 20
    assert set(linked["persons"]) == {"low", "best", "high"}
    assert set(linked["missed"]) == {"low", "value", "high"}

    queue = line.ok("count", "review", *case, "--most", "3", "--json").json
    assert queue["purpose"] == "queue" and queue["queue"]
    waiting = pairs_as_csv(lists, "--most", "3")
    assert [each["state"] for each in waiting] == ["waits"] * len(queue["queue"])
    assert waiting[0]["says"].startswith("name: ") and waiting[0]["probability"]
    drawn = pairs_as_csv(lists, "--sample", "--most", "5")
    assert drawn and {(each["probability"], each["together"]) for each in drawn} == {("", "")}

    typed = io.StringIO("k\ny\n\nn two mothers\nu\n? the day is missing\ns\nq\n")
    ran = line.run("count", "review", *case, "--most", "3", typed=typed)
    assert ran.code == 0, ran.err
    for part in ("an answer has a reason", "recorded: no", "Taken back.", "recorded: undecided",
                 "1 answer in this sitting", "The model:"):  # fmt: skip
        assert part in ran.out, part
    judged = pairs_as_csv(lists, "--most", "3")
    assert sorted(each["state"] for each in judged)[0] == "judged"
    assert {each["mine"] for each in judged if each["state"] == "judged"} == {"undecided"}
    assert all(each["as_of"].endswith("Z") for each in judged)

    counted = line.ok("count", "documented", *case, "--strata", "sex,month", "--json").json
    people = counted["documented"]
    # So few rows may not say how much the search missed.
    assert (people["best"] is None) is bool(counted["refused"])
    assert people["low"] <= people["high"]
    assert counted["link"] == linked["run"]
    day = counted["as_of"][:10]
    page = line.ok("count", "documented", *case, "--strata", "sex").out
    assert f"Documented minimum: {people['low']}." in page
    assert f"As of {day}, the day of link run" in page
    assert line.ok("count", "documented", *case, "--csv").out.startswith("what,name,low")

    found = line.ok("count", "estimate", *case, "--model", "chao", "--json").json
    assert found["headline"] is None
    out = tmp_path / "victims.html"
    done = line.ok("count", "report", str(out), *case, "--json").json
    assert done["documented"]["low"] == people["low"]
    assert "documented minimum" in out.read_text("utf-8")
    assert line.run("count", "report", str(tmp_path / "victims.txt"), *case).code == 2
    said = line.ok("count", "report", str(tmp_path / "again.html"), *case, "--csv").out
    assert said.startswith("part,what,name,model,low,value,high,words,as_of\n")
    assert f"documented,all,,,{people['low']}," in said
    log = line.ok("check", *case, "--json").json
    assert not log["failed"]


def pairs_as_csv(lists: Made, *options: str) -> list[dict[str, str]]:
    out = lists.line.ok("count", "review", "--case", lists.case, *options, "--csv").out
    return list(csv.DictReader(io.StringIO(out)))


@pytest.mark.parametrize(
    "options",
    [("documented", "--strata", "eyes"), ("documented", "--from", "5.3.2019"),
     ("documented", "--from", "2019-05-02", "--until", "2019-05-01"),
     ("documented", "--status", "hero"), ("link", "--draws", "3"), ("report", "x.doc")],
)  # fmt: skip
def test_wrong_words_are_refused(lists: Made, options: tuple[str, ...]) -> None:
    assert lists.line.run("count", *options, "--case", lists.case).code == 2
