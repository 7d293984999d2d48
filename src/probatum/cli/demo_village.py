"""The second part of the demonstration: a village after a withdrawal, and who says what of it.

It has a case of its own. Records are put in from a file, as a person would; what the rules answer
is compared with what the story says.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from probatum.acts.make_exercise import (
    Delivery,
    make_village,
    names,
    put_village,
    story,
    write_village_records,
)
from probatum.acts.open_case import open_session
from probatum.cli.demo_counting import tell_counting
from probatum.cli.demo_reading import Made, read_first, read_second
from probatum.cli.stage import NotAsTold, Stage, in_folder

CASE = "village-case"
_FILES = "village"
_FIRST: tuple[Delivery, ...] = ("first",)
_LATER: tuple[Delivery, ...] = ("first", "later")
_ALL: tuple[Delivery, ...] = ("first", "later", "review")
_OFFICER_FILE = "officer.txt"
_OFFICER_SECRET = "exercise: the officer alone"


def tell_village(stage: Stage, passphrase: str) -> None:
    """Tell the second part in the stage's folder. Raises NotAsTold."""
    make_village(stage.folder / _FILES)
    with in_folder(stage.folder, {"PROBATUM_CASE": CASE}):
        _make(stage)
        read = read_first(stage, CASE, passphrase, _item)
        moment = _record_first(stage, passphrase, read)
        first = _put(stage, "first-days.jsonl", "ref", read.refs)
        read_second(stage, CASE, passphrase, _item, read, first)
        _record_more(stage, passphrase, read)
        _search(stage)
        refs = _put(stage, "review.jsonl", "ref", read.refs)
        _contradictions(stage, refs)
        _corroboration(stage, refs)
        _incident(stage, refs, moment)
        _protect(stage, passphrase, read)
        _case_file(stage, refs)
        tell_counting(stage, CASE, passphrase)


def _make(stage: Stage) -> None:
    stage.title("A village, and many who speak about it")
    stage.say(
        f"In {_FILES} lie thirty invented files: residents, a broadcaster, an agency and its "
        "reprints, two governments, an office that counts. They get a case of their own, which "
        "PROBATUM_CASE names from here on. The sheet that names a protected speaker stays out."
    )
    stage.run(
        "init", CASE, "--name", "EXERCISE Haldrevin (invented)", "--prefix", "HV",
        says=["Recovery key"], head=0, tail=4,
    )  # fmt: skip
    stage.run(
        "add", *_folders(), "--given-by", story.GIVEN_BY, says=["29 items taken"], head=0, tail=1
    )
    stage.say(
        "Texts are read in a process with limits; what cannot be read is recorded. A message has "
        "an attachment, which becomes an item."
    )
    stage.run("extract", "--all-new", says=["1 attachment taken as items"], head=12)


def _folders() -> list[str]:
    """All folders but the one with the sheet that names the protected speaker."""
    kept_out = names.CONTACT_SHEET.partition("/")[0]
    below = sorted(path.name for path in Path(_FILES).iterdir())
    return [f"{_FILES}/{name}" for name in below if name != kept_out]


def _record_first(stage: Stage, passphrase: str, read: Made) -> str:
    """Put what no suggestion became, as known after three days; return a moment behind it."""
    stage.title("Record who says what")
    stage.say(
        "A record is what somebody says: the speaker, through whom it came, the stance, and the "
        "very words with their place in the text. Much of it a person puts in without a machine. "
        "First what was known after three days; what was accepted above is named in it:"
    )
    _write(passphrase, "first-days.jsonl", _FIRST, read)
    stage.run("record", "put", "first-days.jsonl", says=["records new"], head=0, tail=1)
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _record_more(stage: Stage, passphrase: str, read: Made) -> None:
    """Put the rest of the week, and a review by a second person."""
    stage.title("Record what came in later")
    stage.say(
        "A week later there is more. Lines that are in already are not taken twice. What a second "
        "person thinks of a judgement is put in by that person."
    )
    _write(passphrase, "the-week.jsonl", _LATER, read)
    stage.run("record", "put", "the-week.jsonl", says=["in already"], head=0, tail=1)
    _write(passphrase, "review.jsonl", _ALL, read)
    stage.run(
        "record", "put", "review.jsonl", "--by", story.REVIEWER, says=["2 records new"],
        head=0, tail=1,
    )  # fmt: skip


def _write(passphrase: str, target: str, deliveries: tuple[Delivery, ...], read: Made) -> None:
    with open_session(Path(CASE), passphrase) as session:
        write_village_records(session, Path(target), deliveries, read.ids)


def _search(stage: Stage) -> None:
    stage.title("Search, in every script")
    stage.say("One spelling finds the others, here the village in Ukrainian and in Arabic:")
    stage.run("search", "гальдревін kind:text", "--limit", "2", says=["documents fit"], head=13)
    stage.say("Filters ask for what a plain text search cannot know:")
    stage.run("search", "stance:denies", says=["5 of"], head=20)


def _put(stage: Stage, file: str, member: str, made: Mapping[str, str]) -> dict[str, str]:
    """Name -> short reference or id of what was put; putting it again changes nothing.

    ``made`` are those of records that were made of suggestions.
    """
    answer = json.loads(stage.unseen("record", "put", file, "--json"))
    return {line["as"]: str(line[member]) for line in answer["records"]} | dict(made)


def _contradictions(stage: Stage, refs: dict[str, str]) -> None:
    stage.title("What contradicts this?")
    stage.say(
        "A denial stands beside what it denies. One speaker over time: the ministry that denied it "
        "on 6 September does not dispute it on the 11th."
    )
    stage.run(
        "contradictions", refs["@killings"],
        says=["Denial of occurrence", "Ministry of Defence of Darvessia acknowledges"], head=32,
    )  # fmt: skip
    stage.say("Where nobody contradicts, the answer says who looked, where and when:")
    stage.run("contradictions", refs["@led-away"], says=["none found"], head=12)


def _corroboration(stage: Stage, refs: dict[str, str]) -> None:
    stage.title("How many say so, of their own?")
    stage.say(
        "Seven publications print that at least 20 were killed, one without naming the agency, one "
        "in Ukrainian. All go back to one clerk:"
    )
    stage.run("corroboration", refs["@clerk-20"], says=["1 distinct origin recorded"], head=12)
    stage.say("Two residents tell of the footbridge; whether they are one person is undecided:")
    stage.run("corroboration", refs["@led-away"], says=["1-2 distinct origins"], head=12)


def _incident(stage: Stage, refs: dict[str, str], moment: str) -> None:
    stage.title("The incident, now and as it was known")
    stage.say(
        "An incident holds no facts. Its page shows what sources say; a named rule puts the figure "
        "that was stated last in front (>), and every other one stays on the page."
    )
    incident, now, before = refs["@haldrevin-incident"], "> at least 28", "> at least 15"
    stage.run("incident", incident, says=[now + " killed"], start=now, head=9)
    stage.say("The same page as it could be known before the second delivery:")
    then = stage.run(
        "asof", moment, "incident", incident, says=[before + " killed"], start=before, head=9
    )
    if "at least 28 killed" in then:
        raise NotAsTold("a figure that was recorded later shows in what was known before")


def _protect(stage: Stage, passphrase: str, read: Made) -> None:
    stage.title("A speaker who must not be found")
    Path(_OFFICER_FILE).write_text(_OFFICER_SECRET + "\n", "utf-8")
    stage.say(
        "One resident saw it from an attic. Her name, her statement's records and even that there "
        "are any lie in a compartment with a key of its own."
    )
    stage.run(
        "compartment", "create", "--name", "attic",
        "--member", f"{story.LEGAL_OFFICER}={_OFFICER_FILE}", says=["Members"],
    )  # fmt: skip
    from probatum.acts.compartment import enter

    ids = _put(stage, "review.jsonl", "id", read.ids)
    with open_session(Path(CASE), passphrase, story.LEGAL_OFFICER) as session:
        enter(session, _OFFICER_SECRET)
        put_village(session, ("protected",), ids)
    family_name = names.PROTECTED_NAME.split()[-1]
    as_officer = ("--by", story.LEGAL_OFFICER, "--compartment-passphrase-file", _OFFICER_FILE)
    stage.say("For the investigator no record knows her; for the officer one does:")
    stage.run("search", f"{family_name} kind:source", says=["None found"], head=1)
    stage.run("search", f"{family_name} kind:source", *as_officer, says=["1 of"], head=2)
    stage.say(
        "An e-mail of the council names her in passing. When the officer wants to disclose it, the "
        "leak check finds the name, in the text and in the bytes, and nothing leaves:"
    )
    message = _item(stage, names.MESSAGE)
    stage.run("clear", message, "--reason", "EXERCISE: decision 2", "--by", story.LEGAL_OFFICER)
    stage.run(
        "disclose", "--item", message, "--to", story.RECIPIENT, "--purpose", "EXERCISE", "--plain",
        "-o", "message.zip", *as_officer, exit_code=1, says=["a protected person"], head=12,
    )  # fmt: skip
    if Path("message.zip").exists():
        raise NotAsTold("a package with a protected person's name was written")


def _item(stage: Stage, path: str) -> str:
    name = path.rpartition("/")[2]
    for item in json.loads(stage.unseen("list", "--json"))["items"]:
        if item["file_name"] == name:
            return str(item["ref"])
    raise NotAsTold(f"no item has the file name {name}")


def _case_file(stage: Stage, refs: dict[str, str]) -> None:
    stage.title("A case file on paper")
    stage.run(
        "casefile", refs["@haldrevin-incident"], "-o", "haldrevin.html", says=["haldrevin.html"]
    )
    page = Path("haldrevin.html").read_text("utf-8")
    if names.PROTECTED_NAME in page:
        raise NotAsTold("the protected speaker's name is in the case file")
