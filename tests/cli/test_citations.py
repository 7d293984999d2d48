"""``cite``, ``citations``, and erasing what they hang on, as a person types it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from command_line import Made, Ran

WORDS = "Вони бачили п'ять вибухів.\nThe mill burned. The mill was empty.\n"


@pytest.fixture(scope="module")
def filled(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Made:
    folder = tmp_path_factory.mktemp("more")
    for name in ("words.txt", "more.txt"):
        (folder / name).write_text(WORDS + name, "utf-8")
    made.line.ok("add", str(folder), "--case", made.case)
    return made


def put(made: Made, fields: dict[str, object]) -> str:
    typed = io.TextIOWrapper(io.BytesIO(json.dumps(fields).encode()))
    ran = made.line.run("record", "put", "-", "--case", made.case, "--json", typed=typed)
    assert ran.code == 0, ran
    return str(ran.json["ref"])


def run(made: Made, *arguments: str) -> Ran:
    return made.line.run(*arguments, "--case", made.case)


def claim(made: Made, item: str, quote: str) -> str:
    event = put(made, {"record": "occurrence/1", "kind": "killing"})
    cited = made.line.ok("cite", item, "--quote", quote, "--case", made.case, "--json").json
    return put(made, {"record": "assertion/1", "about": event, "stance": "asserts",
                      "citations": [cited]})  # fmt: skip


def test_a_quote_becomes_a_citation_that_put_takes(filled: Made) -> None:
    item = filled.ref("words.txt")
    printed = run(filled, "cite", item, "--quote", "бачили  п'ять")
    assert '"exact": "бачили п\'ять"' in printed.out
    assert json.loads(printed.out)["start"] == 5
    span = run(filled, "cite", item, "--span", "5-17", "--json")
    assert span.out.isascii() and span.json == json.loads(printed.out)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--quote", "The mill"], "2 places: 27-35, 44-52"),
        (["--quote", "no such words"], "none that stand there"),
        (["--span", "9-3"], "9-3"),
        (["--span", "-1-3"], "START-END"),
        (["--span", "1-2", "--quote", "x"], "both or neither"),
        ([], "both or neither"),
    ],
)
def test_what_cannot_be_cited_says_why(filled: Made, arguments: list[str], said: str) -> None:
    ran = run(filled, "cite", filled.ref("words.txt"), *arguments)
    assert ran.code == 2 and said in ran.err


def test_citations_are_counted_and_nothing_is_lost(filled: Made) -> None:
    ref = claim(filled, filled.ref("words.txt"), "The mill burned")
    told = run(filled, "citations", ref, "--json").json
    assert (told["same_text"], told["moved"], told["lost"], told["not_checked"]) == (1, 0, 0, 0)
    assert told["citations"][0]["field"] == "citations[0]"
    page = run(filled, "citations")
    assert page.code == 0 and "0 lost" in page.out
    for one in (["--re-anchor"], ["--why", "because"]):
        assert run(filled, "citations", *one).code == 2


def test_erasing_a_cited_item_asks_what_becomes_of_the_citations(filled: Made) -> None:
    item = filled.ref("more.txt")
    ref = claim(filled, item, "The mill burned")
    erase = ("erase", item, "--reason", "protection", "--yes")
    refused = run(filled, *erase)
    assert refused.code == 2 and "--keep-citing" in refused.err and ref in refused.out
    assert run(filled, *erase, "--with-citing", "--keep-citing").code == 2
    assert run(filled, "hold", ref, "--reason", "a court").code == 0
    held = run(filled, *erase, "--with-citing")
    assert held.code == 1 and "held" in held.err and ref in held.err
    assert run(filled, "release", ref).code == 0
    done = run(filled, *erase, "--with-citing", "--json").json
    assert [each["ref"] for each in done["closure"]["citing"]] == [ref]
    assert done["records"] == [done["closure"]["citing"][0]["id"]]
    gone = run(filled, "record", "show", ref)
    assert gone.code == 1 and "erased" in gone.err
    assert run(filled, "check", "--quick").code == 0


def test_a_record_is_erased_by_its_reference(filled: Made, tmp_path: Path) -> None:
    ref = claim(filled, filled.ref("words.txt"), "was empty")
    event = next(each["ref"] for each in run(filled, "record", "show", ref, "--json").json["names"]
                 if each["noun"] == "occurrence")  # fmt: skip
    ran = run(filled, "erase", event, "--reason", "unlawful", "--yes")
    assert ran.code == 0 and "show it as erased" in ran.out and ref in ran.out
    shown = run(filled, "record", "show", ref)
    assert shown.code == 0 and "[erased]" in shown.out
    for command in (["contradictions"], ["timeline"], ["record", "list"], ["citations"],
                    ["export", "jsonl", "-o", str(tmp_path / "out.jsonl")]):  # fmt: skip
        assert run(filled, *command).code == 0, command
