"""Record what a machine missed: a person selects words of a text and says what they are."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from probatum.acts.cite import cite
from probatum.acts.decide_suggestion import names_of
from probatum.acts.put_record import Put, put
from probatum.acts.record_texts import records
from probatum.acts.review_item import Sheet
from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.model.letters import fold

KINDS = ("assertion", "incident", "place", "person", "source")


@dataclass(frozen=True, slots=True)
class Missed:
    """Words of the text, what they are, and of an assertion who says it and how.

    ``span`` is where the words stand; without it they have to stand in the text once. ``name`` is
    what a person, source, place or incident is called, if not by these words.
    """

    words: str
    kind: str
    speaker: str | None = None
    stance: str | None = None
    span: tuple[int, int] | None = None
    name: str | None = None


def add(session: Session, shown: Sheet, missed: Missed) -> list[Put]:
    """Record it as this person's own; return what was made.

    Raises UseError ``wrong-use``; InputError ``bad-record``.
    """
    if missed.kind not in KINDS:
        raise UseError("wrong-use", item="what they are", expected=", ".join(KINDS),
                       found="another word")  # fmt: skip
    if missed.span is None:
        cited = cite(session, shown.row.id, exact=missed.words)
    else:
        cited = cite(session, shown.row.id, span=missed.span)
    words = cited.exact or missed.words
    called = " ".join((missed.name or words).split())[:500]
    if missed.kind == "assertion":
        what = put(session, {"record": "occurrence/1", "text": words})
        speaker = _speaker(session, shown, missed.speaker)
        said = put(session, {
            "record": "assertion/1", "about": what.id, "stance": missed.stance or "asserts",
            "speaker": None if speaker is None else speaker.id, "quote": words,
            "citations": [msgspec.to_builtins(cited)],
        })  # fmt: skip
        return [each for each in (what, speaker, said) if each is not None]
    if missed.kind == "incident":
        return [put(session, {"record": "incident/1", "title": called})]
    names = [{"full": called}]
    if missed.kind == "source":
        return [put(session, {"record": "source/1", "kind": "person", "names": names})]
    return [put(session, {"record": f"{missed.kind}/1", "names": names})]


def read_value(text: str) -> object:
    """Return the value that a person typed for a field, as YAML of records is read."""
    given = next(records(f"value: {text.strip()}\n".encode(), "yaml"))
    if given.error is not None:
        raise given.error
    return given.fields["value"]


def _speaker(session: Session, shown: Sheet, name: str | None) -> Put | None:
    """Return who is meant: somebody whom this reading has, or a new source of this name."""
    if name is None:
        return None
    for step in shown.steps:
        proposed = step.proposed
        if proposed.get("record") == "source/1" and fold(name) in (
            fold(step.line.says.partition(": ")[2].partition(",")[0]), fold(step.name),
        ):  # fmt: skip
            known = names_of(session, step.head, [{"record": "assertion/1", "about": "",
                                                   "speaker": f"@{step.name}"}])  # fmt: skip
            row = session.find_record(known[f"@{step.name}"])
            return Put(row.id, session.record_ref(row.number), row.noun, row.index, "unchanged")
    return put(session, {"record": "source/1", "kind": "person",
                         "names": [{"full": " ".join(name.split())[:500]}]})  # fmt: skip
