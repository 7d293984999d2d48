"""Review what a machine suggested about one item, in the order of its text, to the end.

A *step* is what a person decides about at once: an entity, a place, an incident, a figure, an
assertion together with the proposition in it. Deciding about one decides about what it cannot do
without, so that an entity or an incident is decided once for the whole text; rejecting one takes
along what falls with it. Every decision is an act of its own, so that nothing is lost when the
review stops half-way, and the next one goes on there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

import msgspec

from probatum.acts import decide_suggestion as deciding
from probatum.acts.put_record import Put, put
from probatum.acts.read_item import ItemReading, decisions_on, reading_of, suggestions_of
from probatum.acts.session import Session, require_writable
from probatum.acts.suggested import Line, lines
from probatum.acts.text_of import text_of
from probatum.errors import InputError, UseError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.nouns import NOUNS, Decision, Review, Suggestion
from probatum.model.references import marks

State = Literal["open", "accepted", "corrected", "rejected"]
FELL = "falls with what was rejected"
DROPPED = "what was corrected is about something else"


@dataclass(frozen=True, slots=True)
class Step:
    """What is decided about at once. ``rows`` are its suggestions in the order of what they need.

    ``head`` is the one of them that the person sees; ``needs`` are names of other steps. ``made``
    are ids of the records that the step became, in the order of its rows.
    """

    name: str
    line: Line
    head: RecordRow
    rows: tuple[RecordRow, ...]
    needs: frozenset[str]
    state: State
    made: tuple[str, ...] = ()

    @property
    def proposed(self) -> Mapping[str, object]:
        """The fields of the record that the head proposes."""
        assert isinstance(self.head.body, Suggestion)
        return msgspec.json.decode(self.head.body.proposes, type=dict[str, object])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text with its steps, as they stand now."""

    row: ItemRow
    text: str
    text_sha256: str
    reading: ItemReading
    steps: tuple[Step, ...]

    def step(self, name: str) -> Step:
        """Return a step by its name. Raises UseError ``wrong-use``."""
        for each in self.steps:
            if each.name == name:
                return each
        raise UseError("wrong-use", item="review", expected="the name of a suggestion, such as a1",
                       found="another word")  # fmt: skip

    @property
    def open(self) -> tuple[Step, ...]:
        """The steps that nobody decided about."""
        return tuple(each for each in self.steps if each.state == "open")

    def before(self, step: Step) -> tuple[Step, ...]:
        """Return the open steps that it cannot do without, each after what it needs itself."""
        found: dict[str, Step] = {}
        self._gather(step, found, set())
        return tuple(found.values())

    def falls_with(self, step: Step) -> tuple[Step, ...]:
        """Return the open steps that cannot do without this one."""
        gone = {step.name}
        found: list[Step] = []
        while more := [each for each in self.open if each.name not in gone and each.needs & gone]:
            gone |= {each.name for each in more}
            found += more
        return tuple(each for each in self.open if each.name in gone - {step.name})

    def _gather(self, step: Step, found: dict[str, Step], seen: set[str]) -> None:
        seen.add(step.name)
        for name in sorted(step.needs - seen):
            other = self.step(name)
            if other.state == "open":
                self._gather(other, found, seen)
                found[name] = other


def sheet(session: Session, ref: str) -> Sheet:
    """Return an item's newest reading as it stands. A logged read.

    Raises UseError ``unknown-id``, ``wrong-use`` for an item that was not read; InputError
    ``erased``.
    """
    require_writable(session)
    session.catch_up()
    row = session.live(ref)
    found = text_of(session, row.id, "review")
    reading = reading_of(session, row)
    if reading is None or reading.kept is None or reading.group is None or found.text is None:
        raise UseError("wrong-use", item=row.ref or row.id, expected="an item that was read",
                       found="one that was not", remedy=f"probatum read {row.ref}")  # fmt: skip
    text_sha256 = reading.kept.reading.text_sha256
    if found.made is None or found.made.sha256 != text_sha256:
        raise UseError(
            "wrong-use", item=row.ref or row.id, expected="the text that was read",
            found="a newer text of it", remedy=f"probatum read {row.ref}",
        )  # fmt: skip
    rows = suggestions_of(session, row.id, reading.group)
    return Sheet(row, found.text, text_sha256, reading, tuple(_steps(session, reading, rows)))


def accept(
    session: Session, shown: Sheet, step: Step, same_as: Mapping[str, str] | None = None
) -> list[deciding.Decided]:
    """Accept a step and the open ones it cannot do without.

    ``same_as`` says of suggestions, by id, which record of the case they mean. Raises as
    ``decide_suggestion.accept``.
    """
    meant = same_as or {}
    return [
        deciding.accept(session, row.id, same_as=meant.get(row.id))
        for each in (*shown.before(step), step)
        for row in each.rows
    ]


def correct(
    session: Session, shown: Sheet, step: Step, record: Mapping[str, object], reasons: str
) -> list[deciding.Decided]:
    """Make another record than the head proposes; the rest of the step is accepted.

    What the head named, and the corrected record names no more, is not decided with it; within the
    step it is rejected: an assertion about something else leaves no proposition behind.
    """
    assert isinstance(step.head.body, Suggestion)
    noun = str(record.get("record")).partition("/")[0]
    noun = noun if noun in NOUNS else step.head.body.proposed  # what is wrong is said below
    dropped = set(_needed(step.head)) - _named(noun, record)
    kept = [row for row in step.rows if row.id == step.head.id or _name(row) not in dropped]
    names = _named(noun, record).union(*(_needed(row) for row in kept if row.id != step.head.id))
    needs = frozenset(name.partition("-")[0] for name in names) - {step.name}
    done = [
        deciding.accept(session, row.id)
        for each in shown.before(replace(step, needs=needs))
        for row in each.rows
    ]
    for row in step.rows:
        if row.id == step.head.id:
            done.append(deciding.correct(session, row.id, record, reasons))
        elif row in kept:
            done.append(deciding.accept(session, row.id))
        else:
            done.append(deciding.reject(session, row.id, DROPPED))
    return done


def reject(session: Session, shown: Sheet, step: Step, reasons: str) -> list[deciding.Decided]:
    """Reject a step, and the open ones that cannot do without it."""
    done = [deciding.reject(session, row.id, reasons) for row in reversed(step.rows)]
    for each in shown.falls_with(step):
        done += [deciding.reject(session, row.id, FELL) for row in reversed(each.rows)]
    return done


def undo(session: Session, decided: Iterable[deciding.Decided], why: str) -> None:
    """Take decisions back, the last one first, with the records that they made."""
    for each in reversed(list(decided)):
        deciding.undo(session, each.decision.id, why)


def close(session: Session, shown: Sheet, added: int) -> Put:
    """Record that this person read the text to its end beside its suggestions.

    Raises UseError ``wrong-use`` where everything is still open.
    """
    kept = shown.reading.kept
    assert kept is not None
    session.catch_up()
    decided = decisions_on(session, (row.id for step in shown.steps for row in step.rows))
    if shown.steps and not decided:
        raise UseError("wrong-use", item="review", expected="a decision about some suggestion",
                       found="none")  # fmt: skip
    counts = {"accepted": 0, "corrected": 0, "rejected": 0, "bulk": 0}
    for step in shown.steps:
        row = decided.get(step.head.id)
        if row is not None and isinstance(row.body, Decision):
            counts["bulk" if row.body.bulk else row.body.verdict] += 1
    body = Review(
        item=shown.row.id, group=shown.reading.group or "", text_sha256=shown.text_sha256,
        extractor=kept.extractor, version=kept.version, accepted=counts["accepted"],
        corrected=counts["corrected"], rejected=counts["rejected"], in_bulk=counts["bulk"],
        left_open=len(shown.steps) - sum(counts.values()), added=added,
    )  # fmt: skip
    return put(session, body)


def _steps(session: Session, reading: ItemReading, rows: list[RecordRow]) -> list[Step]:
    assert reading.kept is not None
    grouped: dict[str, list[RecordRow]] = {}
    for row in rows:
        if isinstance(row.body, Suggestion) and row.body.name is not None:
            grouped.setdefault(row.body.name.partition("-")[0], []).append(row)
    decided = decisions_on(session, (row.id for row in rows))
    shown = {line.id: line for line in lines(reading.kept.reading)}
    found = []
    for name, parts in grouped.items():
        head = next((row for row in parts if _name(row) == name), parts[0])
        decision = decided.get(head.id)
        state: State = "open"
        if decision is not None and isinstance(decision.body, Decision):
            state = decision.body.verdict
        needs = frozenset(each.partition("-")[0] for row in parts for each in _needed(row))
        if name in shown:
            made = tuple(_became(decided[row.id].body) for row in parts if row.id in decided)
            found.append(Step(name, shown[name], head, tuple(parts), needs - {name}, state,
                              tuple(each for some in made for each in some)))  # fmt: skip
    order = {name: number for number, name in enumerate(shown)}
    return sorted(found, key=lambda step: order[step.name])


def _became(decision: object) -> tuple[str, ...]:
    """Return the record that a suggestion is by its decision, made for it or there before."""
    if not isinstance(decision, Decision):
        return ()
    return decision.made if decision.same_as is None else (decision.same_as,)


def _name(row: RecordRow) -> str | None:
    return row.body.name if isinstance(row.body, Suggestion) else None


def _needed(row: RecordRow) -> list[str]:
    if not isinstance(row.body, Suggestion):
        return []
    try:
        fields = msgspec.json.decode(row.body.proposes, type=dict[str, object])
    except msgspec.DecodeError:
        raise InputError("bad-record", item="proposes", expected="a record in JSON",
                         found="something else") from None  # fmt: skip
    return sorted(_named(row.body.proposed, fields))


def _named(noun: str, fields: Mapping[str, object]) -> set[str]:
    """Return the suggestions of the same reading that a record's fields name."""
    return {mark.value[1:] for mark in marks(noun, fields)
            if mark.targets and mark.value.startswith("@")}  # fmt: skip
