"""The demonstration's reports are read and reviewed: suggestions become records of the village.

A scripted person sits at ``probatum review``. What the reader does not give as the story needs it
is put in by hand afterwards, so that a better or other reader changes nothing of the story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from probatum.acts.gazetteer import build
from probatum.acts.make_exercise import Reviewed, names, readings, write_places
from probatum.acts.open_case import open_session
from probatum.cli.demo_typist import SAID, THINGS, Typist, told_lines
from probatum.cli.gazetteer import preparing
from probatum.cli.stage import NotAsTold, Stage

LABEL = "The source says this. Not: this is so."


@dataclass(slots=True)
class Made:
    """Records of the village that were made of suggestions: name -> reference, name -> id."""

    refs: dict[str, str] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)


ItemOf = Callable[[Stage, str], str]


def read_first(stage: Stage, case: str, passphrase: str, item_of: ItemOf) -> Made:
    """Read and review the agency's report; return what became of it. Raises NotAsTold."""
    stage.title("Read a report")
    stage.say(
        "No gazetteer knows this country, so its places are put in by hand. Then a machine reads "
        "the agency's report, without a network. What it finds are suggestions, each under its "
        "sentence:"
    )
    with open_session(Path(case), passphrase) as session:
        write_places(session, Path("places.jsonl"))
    stage.run("record", "put", "places.jsonl", says=["records new"], head=0, tail=1)
    build(again=False, preparing=preparing())  # here, because its progress would not show below
    wire = item_of(stage, names.WIRE)
    stage.run(
        "read", wire, says=[LABEL, "Ignar Tessolin", "denies"], start="The source says", head=22,
        tail=2,
    )  # fmt: skip
    stage.title("Review it, to its end")
    stage.say(
        "Nothing of this is in the record before a person decides. She corrects the incident's "
        "title, says that Haldrevin is the place that is there, accepts the clerk's number, and "
        "rejects what says nothing of the killings. What she skips is not needed, or put in by "
        "hand:"
    )
    made = Made()
    _review(stage, wire, readings.WIRE, made, ["falls with it"], to_end=True)
    _ids(case, passphrase, made)
    stage.say("A paper printed the agency's report. Its review says so:")
    reprint = item_of(stage, names.reprint("orrinfold-post"))
    stage.unseen("read", reprint)
    stage.talk(
        "review", reprint, keyboard=(typist := Typist((), {})).keyboard,
        answer=typist.out, told=lambda: typist.out.getvalue().splitlines()[1:3],
        says=[f"Nearly the same text as {wire}", "one origin, not two"],
    )  # fmt: skip
    return made


def read_second(
    stage: Stage, case: str, passphrase: str, item_of: ItemOf, made: Made, refs: dict[str, str]
) -> None:
    """Read a second report of the event, and a denial; ``refs`` are records put in by hand."""
    stage.title("A second report, and a denial")
    stage.say(
        "The broadcaster's report is read. Its incident and its speakers may be those of the first "
        "one: they are offered with reasons, and the person says whether they are. She stops "
        "half-way; what was decided is kept."
    )
    known = Made(made.refs | refs)
    broadcast = item_of(stage, names.BROADCAST)
    stage.unseen("read", broadcast)
    _review(stage, broadcast, readings.BROADCAST, known, ["the same as"], to_end=False)
    stage.say("A radio note comes in. Its denial finds what it denies, in what others reported:")
    Path(readings.NOTE_FILE).write_bytes(readings.note())
    stage.unseen("add", readings.NOTE_FILE)
    note = item_of(stage, readings.NOTE_FILE)
    reviewed = readings.NOTE
    stage.run(
        "read", note, "--published", reviewed.published or "", "--publisher",
        reviewed.publisher or "", says=["Sefrin Adalvor denies"], head=0, tail=2,
    )  # fmt: skip
    _review(stage, note, reviewed, known, ["Civilians were killed in Haldrevin"], to_end=True)
    stage.run(
        "contradictions", refs["@killings"], says=["Denial of occurrence", "Radio Kembrin"],
        start="Denial", head=14,
    )  # fmt: skip
    made.refs |= {name: ref for name, ref in known.refs.items() if name not in refs}
    _ids(case, passphrase, made)


def _review(
    stage: Stage, item: str, reviewed: Reviewed, made: Made, says: list[str], *, to_end: bool
) -> None:
    """Review an item in two sittings, and a third one to its end."""
    _sit(stage, item, Typist(reviewed.judgements, made.refs, THINGS), says)
    _sit(stage, item, Typist(reviewed.judgements, made.refs, SAID), [])
    if to_end:
        _sit(stage, item, Typist((), made.refs, last=True), ["Read to the end by", " 0 open."])


def _sit(stage: Stage, item: str, typist: Typist, says: list[str]) -> None:
    def told() -> Iterator[str]:
        yield from told_lines(typist)
        if typist.trouble is not None:
            raise NotAsTold(typist.trouble)
        if typist.missed:
            wanted = typist.missed[0].shows
            raise NotAsTold(f"no suggestion shows {wanted}\n{typist.out.getvalue()}")

    stage.talk("review", item, keyboard=typist.keyboard, answer=typist.out, told=told, says=says)


def _ids(case: str, passphrase: str, made: Made) -> None:
    with open_session(Path(case), passphrase) as session:
        made.ids |= {name: session.find_record(ref).id for name, ref in made.refs.items()}
