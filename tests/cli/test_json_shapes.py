"""The answers for programs: what ``docs/json.md`` promises, and that it names every command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import typer.core
import typer.main

from command_line import PASSPHRASE, Made

PAGE = Path(__file__).resolve().parents[2] / "docs" / "json.md"


def test_list_gives_items_with_id_and_reference(made: Made) -> None:
    items = made.line.items(made.folder)
    assert [item["file_name"] for item in items] == ["one.txt", "three.txt", "two.txt"]
    for item in items:
        assert re.fullmatch("[0-9a-f]{32}", item["id"])
        assert re.fullmatch("IC-[0-9]{5}-[0-9A-Z]", item["ref"])
        assert re.fullmatch("[0-9a-f]{64}", item["sha256"])


def test_log_gives_size_and_key(made: Made) -> None:
    log = made.line.ok("log", "--case", made.case, "--json").json
    assert log["vkey"] == made.created["vkey"]
    assert log["fingerprint"] == made.created["fingerprint"]
    assert isinstance(log["size"], int) and log["size"] > 3
    assert log["checkpoint"].splitlines()[1] == str(log["size"])
    assert log["last_check"] is None and log["held_by"] == []


def test_check_gives_findings_and_remembers_that_it_was_done(made: Made) -> None:
    checked = made.line.ok("check", "--quick", "--case", made.case, "--json").json
    assert checked["result"] == "nothing failed"
    assert {finding["outcome"] for finding in checked["findings"]} == {"verified", "not checked"}
    last = made.line.ok("log", "--case", made.case, "--json").json["last_check"]
    assert (last["scope"], last["failed"]) == ("quick", 0)


def test_a_checkpoint_that_was_held_is_found_again(made: Made, tmp_path: Path) -> None:
    out = made.line.ok("checkpoint", "print", "--case", made.case, "--json").json
    made.line.ok("checkpoint", "held-by", "A. Notary", "--case", made.case)
    printed = tmp_path / "printed"
    printed.write_text(made.line.ok("checkpoint", "print", "--case", made.case).out, "utf-8")
    note = tmp_path / "a note in my post"
    note.write_text(out["note"], "utf-8")
    for held in (out["line"], str(printed), str(note)):
        found = made.line.ok(
            "check", "--quick", "--held", held, "--case", made.case, "--json"
        ).json["findings"]
        assert [each["outcome"] for each in found if each["step"] == 9] == ["verified"]


def test_acts_on_an_item_give_their_place_in_the_log(made: Made, tmp_path: Path) -> None:
    ref = made.ref("two.txt")
    told = [
        made.line.ok(*arguments, "--case", made.case, "--json").json
        for arguments in (
            ["note", ref, "seal intact"],
            ["clear", ref, "--reason", "decision 1"],
            ["hold", ref],
            ["release", ref],
            ["clear", ref, "--withdraw"],
        )
    ]
    places = [each["entry"] for each in told]
    assert places == sorted(set(places))
    shown = made.line.ok("show", ref, "--case", made.case, "--json").json
    assert shown["item"]["cleared"] is False and shown["item"]["held"] is False
    assert [note["text"] for note in shown["notes"]] == ["seal intact"]
    assert shown["intakes"][0]["given_by"] == "C. Courier"
    got = made.line.ok(
        "get",
        ref,
        "-o",
        str(tmp_path / "two"),
        "--purpose",
        "a test",
        "--case",
        made.case,
        "--json",
    ).json
    assert (got["size_bytes"], got["sha256"]) == (7, shown["item"]["sha256"])
    lines = made.line.ok("history", ref, "--case", made.case, "--json").json["lines"]
    assert {line["log"] for line in lines} == {"evidence", "access"}
    assert any("a test" in line["what"] for line in lines)


def test_an_erasure_gives_its_closure(made: Made, tmp_path: Path) -> None:
    (tmp_path / "gone.txt").write_text("gone", "utf-8")
    made.line.ok("add", str(tmp_path / "gone.txt"), "--case", made.case)
    ref = made.ref("gone.txt")
    refused = made.line.run("erase", ref, "--reason", "unlawful", "--case", made.case, "--json")
    assert refused.code == 2
    told = made.line.ok(
        "erase", ref, "--reason", "unlawful", "--yes", "--case", made.case, "--json"
    ).json
    assert told["closure"]["item"]["ref"] == ref and told["closure"]["cannot_reach"]
    history = made.line.ok("history", told["id"], "--case", made.case, "--json").json
    assert history["item"]["erased"] is True
    erased = next(item for item in made.line.items(made.folder) if item["id"] == told["id"])
    assert erased["file_name"] is None and erased["ref"] == ref


def test_disclose_verify_receive_and_export(made: Made, tmp_path: Path) -> None:
    ref = made.ref("one.txt")
    case = ["--case", made.case, "--json"]
    made.line.ok("clear", ref, *case)
    plain = tmp_path / "plain.zip"
    given = made.line.ok(
        "disclose", "--item", ref, "--to", "R. Recipient", "--purpose", "a test", "--plain",
        "--withhold", "given_by=protected-person:rule 4", "-o", str(plain), *case,
    ).json  # fmt: skip
    assert given["withheld"] == 1 and given["originals"] == 1 and given["refs"] == [ref]
    report = made.line.ok("verify", str(plain), "--key", given["fingerprint"], "--json").json
    assert report["result"] == "verified"
    nobody = made.line.run("verify", str(plain), "--json")
    assert (nobody.code, nobody.json["result"]) == (4, "not checked")
    received = made.line.ok("receive", str(plain), "--key", given["vkey"], *case).json
    assert received["sender_trusted"] is True and len(received["items"]) == 1
    bag = made.line.ok("export", "bagit", ref, "-o", str(tmp_path / "bag"), *case).json
    assert bag["items"] == 1 and (tmp_path / "bag" / "bagit.txt").is_file()


def test_the_passphrase_of_a_package_is_not_that_of_the_case(made: Made, tmp_path: Path) -> None:
    ref = made.ref("one.txt")
    made.line.ok("clear", ref, "--case", made.case)
    common = ["--item", ref, "--to", "R", "--purpose", "P", "--case", made.case]
    same, other = tmp_path / "same", tmp_path / "other"
    same.write_text(PASSPHRASE + "\n", "utf-8")
    other.write_text("another invented passphrase\n", "utf-8")
    target = tmp_path / "p.zip"
    ran = made.line.run("disclose", *common, "-o", str(target), "--passphrase-file", str(same))
    assert (ran.code, "the passphrase of the package" in ran.err) == (2, True)
    assert not target.exists()
    made.line.ok(
        "--passphrase-file", str(same), "disclose", *common, "-o", str(target),
        "--passphrase-file", str(other), PROBATUM_PASSPHRASE=None,
    )  # fmt: skip
    assert target.read_bytes().startswith(b"age-encryption.org/v1")
    received = made.line.run(
        "receive", str(target), "--package-passphrase-file", str(other), "--case", made.case
    )
    assert received.code == 0, received.err
    # Beside --plain the option can only mean the case.
    made.line.ok(
        "disclose", *common, "-o", str(tmp_path / "q.zip"), "--plain",
        "--passphrase-file", str(same), PROBATUM_PASSPHRASE=None,
    )  # fmt: skip


def test_a_new_passphrase_a_back_up_and_the_recovery_key(made: Made, tmp_path: Path) -> None:
    case = ["--case", made.case, "--json"]
    new, recovery = tmp_path / "new", tmp_path / "recovery"
    new.write_text("a second invented passphrase\n", "utf-8")
    recovery.write_text(made.created["recovery_key"] + "\n", "utf-8")
    assert made.line.ok(
        "key", "change-passphrase", "--new-passphrase-file", str(new), *case
    ).json == {"changed": True}
    assert made.line.run("log", *case).code == 2
    back = tmp_path / "back"
    back.write_text(PASSPHRASE, "utf-8")
    made.line.ok(
        "key", "recover", "--recovery-key-file", str(recovery), "--new-passphrase-file",
        str(back), *case, PROBATUM_PASSPHRASE=None,
    )  # fmt: skip
    copy = tmp_path / "keys.zip"
    saved = made.line.ok("key", "backup", "-o", str(copy), *case).json
    assert saved["size_bytes"] == copy.stat().st_size
    (made.folder / "keys" / "slots.json").write_bytes(b"damaged")
    assert made.line.run("log", *case).code == 1
    restored = made.line.ok("key", "restore", str(copy), *case).json
    assert restored["recorded"] and restored["unrecorded_because"] is None
    assert restored["set_aside"] and made.line.run("check", *case).code == 0


def test_a_moved_case_is_adopted_with_a_reason(made: Made, tmp_path: Path) -> None:
    state = {"XDG_STATE_HOME": str(tmp_path / "other machine")}
    case = ["--case", made.case, "--json"]
    assert made.line.run("list", *case, **state).json["error"]["code"] == "read-only"
    assert made.line.ok("log", *case, **state).json["read_only"]
    told = made.line.ok("case", "adopt", "--reason", "moved to a test", *case, **state).json
    assert told["reason"] == "moved to a test" and told["remembered_size"] is None
    made.line.ok("list", *case, **state)


def test_the_index_is_built_anew(made: Made) -> None:
    before = made.line.items(made.folder)
    assert made.line.ok("index", "rebuild", "--case", made.case, "--json").json["entries"] > 3
    assert made.line.items(made.folder) == before


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text("utf-8")


def test_the_page_describes_every_command(page: str) -> None:
    from probatum.cli.main import app

    def walk(command: typer.core.TyperGroup, path: str) -> list[str]:
        return [
            name
            for below, each in command.commands.items()
            for name in (
                walk(each, f"{path}{below} ")
                if isinstance(each, typer.core.TyperGroup)
                else [path + below]
            )
        ]

    root = typer.main.get_command(app)
    assert isinstance(root, typer.core.TyperGroup)
    missing = [name for name in walk(root, "") if f"## `{name}`" not in page]
    assert not missing


@pytest.mark.parametrize(
    "command",
    ["list", "log", "check --quick", "checkpoint print", "show REF", "history REF"],
)
def test_the_page_names_every_member(page: str, made: Made, command: str) -> None:
    arguments = command.replace("REF", made.ref("one.txt")).split()
    answer = made.line.ok(*arguments, "--case", made.case, "--json").json
    title = re.sub(r" (--quick|REF)", "", command)
    section = page.partition(f"## `{title}`")[2].partition("\n## ")[0]
    named = set(re.findall("`([a-z_0-9]+)`", section + page.partition("\n## ")[0]))

    def members(value: object) -> set[str]:
        if isinstance(value, dict):
            return set(value).union(*map(members, value.values()))
        return set().union(*map(members, value)) if isinstance(value, list) else set()

    assert members(answer) <= named
