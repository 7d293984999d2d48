"""The demonstration: told to its end, never over somebody's files, never the person's own case."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from command_line import CommandLine
from probatum.cli.demo import MARK, MARKER
from probatum.cli.demo_story import PASSPHRASE
from probatum.cli.demo_village import CASE
from probatum.cli.stage import NotAsTold, Stage, continued, shortened
from probatum.exercise import story
from probatum.exercise.village import names, reprints


@pytest.fixture(scope="module")
def told(line: CommandLine, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("demonstration") / "demo"
    ran = line.run("demo", "--dir", str(folder))
    assert ran.code == 0, ran.err
    return folder, ran.out


def test_the_story_is_told_to_its_end(told: tuple[Path, str]) -> None:
    folder, out = told
    for part in (
        "Collect", "Look", "Check", "Disclose", "Verify", "Alter", "Erase", "A village",
        "Read a report", "Review it, to its end", "Nearly the same text as", "Record who says what",
        "A second report, and a denial", "Record what came in later", "Search",
        "What contradicts this?", "How many say so",
        "The incident", "A speaker who must not be found", "A case file",
        "Four lists of the same dead", "Who is whom?", "Documented victims",
        "And those on no list?", "names nobody", "Now you",
    ):  # fmt: skip
        assert part in out
    assert "EXERCISE - invented material" in out
    assert (folder / "receipt.html").is_file()
    assert "\x1b" not in out, "colours are for terminals"


def test_the_case_is_left_to_explore(line: CommandLine, told: tuple[Path, str]) -> None:
    folder, out = told
    (passphrase,) = {
        each.partition("=")[2].strip("'")
        for each in out.splitlines()
        if "export PROBATUM_PASSPHRASE" in each
    }
    items = line.ok(
        "list", "--case", str(folder / "case"), "--json", PROBATUM_PASSPHRASE=passphrase
    ).json["items"]
    assert len(items) == 17
    assert sum(item["erased"] for item in items) == len(story.ERASED_FILES)


def test_the_second_case_and_its_case_file_are_left_too(
    line: CommandLine, told: tuple[Path, str]
) -> None:
    folder, _ = told
    page = (folder / "haldrevin.html").read_text("utf-8")
    assert "EXERCISE" in page
    for name in (names.PROTECTED_NAME, names.PROTECTED_NAME_UK, names.PROTECTED_TELEPHONE):
        assert name not in page
    assert not (folder / "message.zip").exists()
    assert (folder / CASE / "case.json").is_file()


def test_what_is_counted_is_compared_with_the_truth(told: tuple[Path, str]) -> None:
    folder, out = told
    assert "Documented minimum:" in out
    assert "the lists name" in out and "there were" in out
    assert ": holds it" in out
    page = (folder / "victims.html").read_text("utf-8")
    assert "documented minimum" in page and "<script" not in page


def test_what_was_accepted_in_the_review_is_in_the_record(
    line: CommandLine, told: tuple[Path, str]
) -> None:
    case = ("--case", str(told[0] / CASE), "--json")
    known = {"PROBATUM_PASSPHRASE": PASSPHRASE, "PROBATUM_BY": story.REVIEWER}
    items = line.ok("list", *case, **known).json["items"]
    (wire,) = [each["ref"] for each in items if names.WIRE.endswith(each["file_name"])]
    shown = line.ok("review", wire, *case, **known).json
    assert {each["state"] for each in shown["steps"]} == {"accepted", "corrected", "rejected"}
    assert all(bool(each["made"]) == (each["state"] != "rejected") for each in shown["steps"])
    assert len(shown["reprints"]) == len(wire_reprints())
    (incident,) = {
        made for each in shown["steps"] if each["kind"] == "incident" for made in each["made"]
    }
    fields = line.ok("record", "show", incident, *case, **known).json["fields"]
    assert fields["title"] == names.INCIDENT
    reviews = line.ok("record", "list", "review", *case, **known).json["records"]
    assert len(reviews) == 2  # the agency's report and the radio note, each to its end


def wire_reprints() -> list[str]:
    return [path for path, _ in reprints()]


def test_a_sitting_that_does_not_turn_out_as_told_ends_the_story(tmp_path: Path) -> None:
    answer, told = io.StringIO(), ["shown"]
    with pytest.raises(NotAsTold):
        Stage(tmp_path, quiet=True).talk(
            "--version", keyboard=io.StringIO(), answer=answer, told=lambda: told, says=["other"]
        )


def test_the_exercise_is_not_remembered_as_the_persons_case(
    line: CommandLine, told: tuple[Path, str]
) -> None:
    assert not (line.home / "config").exists()
    assert not (told[0] / "config").exists()


def test_other_files_are_never_touched(line: CommandLine, tmp_path: Path) -> None:
    mine = tmp_path / "mine.txt"
    mine.write_text("mine", "utf-8")
    for options in ([], ["--again"]):
        ran = line.run("demo", "--dir", str(tmp_path), *options)
        assert (ran.code, "Error case-exists" in ran.err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_earlier_demonstration_is_moved_aside_or_replaced(tmp_path: Path) -> None:
    from probatum.cli.demo import _make_room

    folder = tmp_path / "demo"
    for _ in range(2):
        folder.mkdir()
        (folder / MARKER).write_text(MARK, "utf-8")
        moved = _make_room(folder, again=False)
        assert moved is not None and (moved / MARKER).is_file() and not folder.exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo.1", "demo.2"]
    folder.mkdir()
    (folder / MARKER).write_text(MARK, "utf-8")
    assert _make_room(folder, again=True) is None
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo.1", "demo.2"]


@pytest.mark.parametrize("wrong", [{"exit_code": 1}, {"says": ["something else"]}])
def test_a_step_that_does_not_turn_out_as_told_ends_the_story(
    tmp_path: Path, wrong: dict[str, object]
) -> None:
    with pytest.raises(NotAsTold):
        Stage(tmp_path, quiet=True).run("--version", **wrong)  # type: ignore[arg-type]


def test_a_command_is_broken_where_a_shell_lets_one() -> None:
    lines = continued(["probatum", "add", *(["--given-by", "'A. Person'"] * 8)])
    assert all(line.endswith(" \\") for line in lines[:-1])
    assert all(line.startswith(("probatum", "--given-by")) for line in lines)


def test_an_answer_can_be_shown_from_a_line_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stage = Stage(tmp_path, quiet=False)
    stage.run("--help", start="Prove:", head=3)
    shown = capsys.readouterr().out
    assert "Collect and look:" not in shown
    assert "lines ...]\n  Prove:\n" in shown


def test_what_is_left_out_is_counted() -> None:
    lines = [str(number) for number in range(20)]
    assert list(shortened(lines, 2, 1)) == ["0", "1", "[... 17 more lines ...]", "19"]
    assert list(shortened(lines[:4], 2, 1)) == ["0", "1", "2", "3"]
