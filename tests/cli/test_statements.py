"""Incident, contradictions, corroboration, timeline and asof, as a person runs them on a case."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from command_line import CommandLine, Made, Ran


class Told:
    """A case with an incident, put in through the command line; names to references."""

    def __init__(self, made: Made, folder: Path) -> None:
        self.made, self.folder = made, folder
        self.refs: dict[str, str] = {}
        self.ids: dict[str, str] = {}

    def put(self, name: str, **fields: Any) -> None:
        given = {key: self._named(value) for key, value in fields.items()}
        file = self.folder / f"{name}.json"
        file.write_text(json.dumps(given), "utf-8")
        line = self.run("record", "put", str(file), "--json").json
        self.refs[name], self.ids[name] = line["ref"], line["id"]

    def _named(self, value: Any) -> Any:
        if isinstance(value, str) and value.startswith("@"):
            return self.ids[value[1:]]
        if isinstance(value, list):
            return [self._named(each) for each in value]
        if isinstance(value, dict):
            return {key: self._named(each) for key, each in value.items()}
        return value

    def run(self, *arguments: str) -> Ran:
        return self.made.line.ok(*arguments, "--case", self.made.case)

    def deny(self) -> None:
        """Record the Ministry's denial, once, whichever test comes first."""
        if "denial" not in self.refs:
            self.says("denial", "raid", "Ministry", "denies", denies="occurrence")

    def says(self, name: str, about: str, speaker: str, stance: str, **more: Any) -> None:
        self.put(name, record="assertion/1", about="@" + about, speaker="@" + speaker,
                 stance=stance, **more)  # fmt: skip


@pytest.fixture(scope="module")
def told(made: Made, tmp_path_factory: pytest.TempPathFactory) -> Told:
    told = Told(made, tmp_path_factory.mktemp("records"))
    told.put("mill", record="incident/1", title="The mill road (invented)")
    for name in ("Clerk", "Ministry"):
        told.put(name, record="source/1", kind="person", names=[{"full": name}])
    told.put("raid", record="occurrence/1", text="The mill was shelled.", incident="@mill",
             when={"edtf": "2026-03-01"})  # fmt: skip
    told.put("army", record="attribution/1", actor="@Ministry", act="@raid", incident="@mill")
    item = made.ref("one.txt")
    told.says("claim", "raid", "Clerk", "asserts", quote="They shelled\u202e it",
              said_at={"edtf": "2026-03-02"}, citations=[{"item": item, "page": 2}])  # fmt: skip
    return told


def test_none_recorded_is_what_an_incident_without_contradictions_gets(told: Told) -> None:
    out = told.run("contradictions", told.refs["mill"]).out
    assert "None recorded." in out and "None recorded is not none exists." in out
    told.put("search", record="search/1", where="the press", words="mill", searched_by="B. Bee",
             when={"edtf": "2026-04-01"}, purpose="contradictions", found=0,
             target="@mill")  # fmt: skip
    assert (
        "Searched on 2026-04-01 by B. Bee, none found."
        in told.run("contradictions", told.refs["mill"]).out
    )


def test_what_was_known_before_a_denial_was_recorded(told: Told) -> None:
    before = told.run("record", "history", told.refs["claim"], "--json").json
    moment = before["versions"][-1]["at"]
    time.sleep(0.001)
    told.deny()
    now = told.run("contradictions", told.refs["mill"], "--json").json
    assert (now["state"], now["as_of"]) == ("found", None)
    [found] = now["contradictions"]
    assert (found["kind"], found["aspect"], found["certainty"]) == (
        "denial", "occurrence", "certain",
    )  # fmt: skip
    assert [each["ref"] for each in found["one"]["propositions"]] == [told.refs["raid"]]
    then = told.run("asof", moment, "contradictions", told.refs["mill"], "--json").json
    assert (then["state"], then["contradictions"]) == ("none recorded", [])
    assert then["as_of"][:19] == moment[:19]
    ahead = told.run("asof", "2099-01-01", "contradictions", told.refs["mill"], "--json").json
    assert moment < ahead["as_of"] < "2099" and len(ahead["contradictions"]) == 1


def test_an_incident_page_shows_who_says_it_where_and_what_contradicts(told: Told) -> None:
    told.deny()
    out = told.run("incident", told.refs["mill"]).out
    for words in (
        "The mill road (invented)", "Clerk asserts", '"They shelled\\u202e it"', "page 2",
        told.refs["claim"], "CONTRADICTED", "WHAT IS NOT KNOWN", "alleged: Ministry did it",
        "1 distinct origin recorded", "An incident holds no facts",
    ):  # fmt: skip
        assert words in out, words
    assert "\u202e" not in out
    page = told.run("incident", told.refs["mill"], "--rule", "newest", "--json").json
    assert page["rule"] == "newest" and page["contradictions"] and page["not_known"]


def test_corroboration_of_a_proposition_and_of_an_assertion_about_it(told: Told) -> None:
    answers = [
        told.run("corroboration", told.refs[name], "--json").json for name in ("raid", "claim")
    ]
    assert answers[0]["origins"] == answers[1]["origins"]
    assert (answers[0]["origins_low"], answers[0]["origins_high"]) == (1, 1)
    assert [each["ref"] for each in answers[0]["beside"]] == [told.refs["army"]]
    assert "does not carry over" in told.run("corroboration", told.refs["raid"]).out


def test_a_timeline_names_each_kind_of_time(told: Told) -> None:
    lines = told.run("timeline", told.refs["mill"], "--json").json["lines"]
    assert {each["kind"] for each in lines} == {"event", "said", "recorded"}
    only = told.run("timeline", "--kind", "event", "--json").json["lines"]
    assert [(each["kind"], each["when"]) for each in only] == [("event", "2026-03-01")]
    assert "event      2026-03-01" in told.run("timeline").out


def test_every_one_of_them_is_a_read_in_the_access_log(told: Told) -> None:
    before = told.run("log", "--json").json["access_size"]
    for arguments in (
        ["incident", told.refs["mill"]], ["contradictions"], ["timeline"],
        ["corroboration", told.refs["raid"]], ["asof", "2099-01-01", "timeline"],
    ):  # fmt: skip
        told.run(*arguments)
    assert told.run("log", "--json").json["access_size"] == before + 5


def refused(told: Told, *arguments: str) -> tuple[int, str]:
    ran = told.made.line.run(*arguments, "--case", told.made.case, "--json")
    return ran.code, ran.json["error"]["code"]


def test_a_missing_choice_is_named_in_one_line(told: Told) -> None:
    pair = (told.refs["raid"], told.refs["mill"])
    ran = told.made.line.run("record", "same-as", *pair, "--case", told.made.case)
    assert "Choose from: yes, no, undecided" in " ".join(ran.err.split())


def test_what_cannot_be_asked_is_refused_by_name(told: Told) -> None:
    assert refused(told, "corroboration", told.refs["mill"]) == (2, "wrong-use")
    assert refused(told, "incident", told.refs["raid"]) == (2, "wrong-use")
    assert refused(told, "contradictions", told.refs["Clerk"]) == (2, "wrong-use")
    assert refused(told, "incident", told.refs["mill"], "--rule", "loudest") == (2, "wrong-use")
    assert refused(told, "timeline", "--kind", "guessed") == (2, "wrong-use")
    for words in (["list"], ["record", "put", "-"], ["record", "history", told.refs["mill"]],
                  ["export", "csv", "-o", "x"]):  # fmt: skip
        assert refused(told, "asof", "2026-01-01", *words) == (2, "wrong-use")
    ran = told.made.line.run("asof", "2026-01-01", "record", "put", "-", "--case", told.made.case)
    assert "expected  record show or record list" in ran.err
    mill, paper = told.refs["mill"], str(told.folder / "mill.html")
    assert refused(told, "asof", "2026-01-01", "casefile", mill, "-o", paper,
                   "--as-of", "2026-01-01") == (2, "wrong-use")  # fmt: skip
    assert refused(told, "asof", "1999-01-01", "casefile", mill, "-o", paper) == (2, "unknown-id")
    assert refused(told, "asof", "1999-01-01", "record", "show", mill) == (2, "unknown-id")
    assert refused(told, "asof", "yesterday", "timeline") == (2, "wrong-use")
    assert refused(told, "asof", "2026-01-01T10:00:00", "timeline") == (2, "wrong-use")
    assert refused(told, "asof", "1999-01-01", "incident", told.refs["mill"]) == (2, "unknown-id")


def test_a_retracted_incident_is_refused_now_and_shown_as_of_before(told: Told) -> None:
    told.put("gone", record="incident/1", title="A mistake")
    history = told.run("record", "history", told.refs["gone"], "--json").json
    moment = history["versions"][-1]["at"]
    time.sleep(0.001)
    told.run("record", "retract", told.refs["gone"], "--why", "entered twice")
    assert refused(told, "incident", told.refs["gone"]) == (1, "retracted")
    assert "A mistake" in told.run("asof", moment, "incident", told.refs["gone"]).out


def test_a_case_without_records_answers(line: CommandLine, tmp_path: Path) -> None:
    line.new_case(tmp_path / "c", "--name", "Empty Case", "--by", "B. Bee", "--json")
    out = line.ok("contradictions", "--case", str(tmp_path / "c")).out
    assert "None recorded." in out
    assert "0 lines" in line.ok("timeline", "--case", str(tmp_path / "c")).out
