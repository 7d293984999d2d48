"""Review what a machine suggested about one item, in the order of its text, to the end.

A *step* is what a person decides about at once: an entity, a place, an incident, a figure, an
assertion together with the proposition in it. Deciding about one decides about what it cannot do
without, so that an entity or an incident is decided once for the whole text; rejecting one takes
along what falls with it. Every decision is an act of its own, so that nothing is lost when the
review stops half-way, and the next one goes on there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
from probatum.read.proposing import step_of

State = Literal["open", "accepted", "corrected", "rejected"]
FELL = "falls with what was rejected"
DROPPED = "what was corrected is about something else"


@dataclass(frozen=True, slots=True)
class Step:
    """What is decided about at once. ``rows`` are its suggestions in the order of what they need.

    ``head`` is the one of them that the person sees; ``needs`` are names of other steps. ``made``
    are ids of the records that the step became, in the order of its rows; ``decided`` are ids of
    the rows that somebody decided about. A step is open as long as there is something to decide.
    """

    name: str
    line: Line
    head: RecordRow
    rows: tuple[RecordRow, ...]
    needs: frozenset[str]
    state: State
    made: tuple[str, ...] = ()
    decided: frozenset[str] = frozenset()

    @property
    def left(self) -> tuple[RecordRow, ...]:
        """Its suggestions that nobody decided about: a decision may have ended half-way."""
        return tuple(row for row in self.rows if row.id not in self.decided)

    @property
    def proposed(self) -> Mapping[str, object]:
        """The fields of the record that the head proposes."""
        return self.fields_of(self.head)

    @staticmethod
    def fields_of(row: RecordRow) -> Mapping[str, object]:
        """Return the fields of the record that a row proposes."""
        assert isinstance(row.body, Suggestion)
        return msgspec.json.decode(row.body.proposes, type=dict[str, object])


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text with its steps, as they stand now.

    ``siblings`` are all suggestions by ``@name``.

    ``decisions`` are those that count, by the suggestion.
    """

    row: ItemRow
    text: str
    text_sha256: str
    reading: ItemReading
    steps: tuple[Step, ...]
    siblings: Mapping[str, RecordRow]
    decisions: Mapping[str, Decision]

    def step(self, name: str) -> Step:
        """Return a step by its name. Raises UseError ``wrong-use``."""
        found = self.find(name)
        if found is not None:
            return found
        raise UseError("wrong-use", item="review", expected="the name of a suggestion, such as a1",
                       found="another word")  # fmt: skip

    def find(self, name: str) -> Step | None:
        """Return a step by its name, if there is one."""
        return next((each for each in self.steps if each.name == name), None)

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
        return self._without(step, self.open)

    def rests_on(self, step: Step) -> tuple[Step, ...]:
        """Return the steps, decided about, that cannot do without this one."""
        return self._without(step, [each for each in self.steps if each.decided])

    def after(self, done: Iterable[deciding.Decided]) -> Sheet:
        """Return the sheet as it stands after these decisions, which nobody else can have made."""
        new = {each.body.suggestion: each.body for each in done}
        return replace(self, decisions={**self.decisions, **new}).standing()

    def standing(self) -> Sheet:
        """Return the sheet with every step as the decisions leave it."""
        return replace(self, steps=tuple(
            _standing(each, {row.id: self.decisions[row.id] for row in each.rows
                             if row.id in self.decisions})
            for each in self.steps
        ))  # fmt: skip

    def _without(self, step: Step, among: Sequence[Step]) -> tuple[Step, ...]:
        needed_by: dict[str, list[str]] = {}
        for each in among:
            for name in each.needs:
                needed_by.setdefault(name, []).append(each.name)
        gone, waiting = {step.name}, [step.name]
        while waiting:
            more = set(needed_by.get(waiting.pop(), ())) - gone
            gone |= more
            waiting += more
        return tuple(each for each in among if each.name in gone - {step.name})

    def _gather(self, step: Step, found: dict[str, Step], seen: set[str]) -> None:
        by_name = {each.name: each for each in self.open}
        waiting = [(step, iter(sorted(step.needs)))]
        seen.add(step.name)
        while waiting:  # no recursion: a chain may be as long as the text
            mine, needs = waiting[-1]
            name = next(needs, None)
            if name is None:
                waiting.pop()
                if mine is not step:
                    found[mine.name] = mine
            elif name in by_name and name not in seen:
                seen.add(name)
                waiting.append((by_name[name], iter(sorted(by_name[name].needs))))


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
    siblings = {f"@{_name(each)}": each for each in rows}
    decisions = {
        suggestion: decision.body
        for suggestion, decision in decisions_on(session, (each.id for each in rows)).items()
        if isinstance(decision.body, Decision)
    }
    steps = tuple(_steps(reading, rows))
    return Sheet(row, found.text, text_sha256, reading, steps, siblings, decisions).standing()


def accept(
    session: Session, shown: Sheet, step: Step, same_as: Mapping[str, str] | None = None, *,
    done: list[deciding.Decided] | None = None,
) -> list[deciding.Decided]:  # fmt: skip
    """Accept a step and the open ones it cannot do without.

    ``same_as`` says of suggestions, by id, which record of the case they mean. ``done`` grows with
    each decision: what was decided before an error stays decided. Raises as
    ``decide_suggestion.accept``.
    """
    meant = same_as or {}
    made = [] if done is None else done
    for each in (*shown.before(step), step):
        _accept(session, shown, each.left, made, meant)
    return made


def correct(
    session: Session, shown: Sheet, step: Step, record: Mapping[str, object], reasons: str, *,
    beside: Mapping[str, Mapping[str, object]] | None = None,
    done: list[deciding.Decided] | None = None,
) -> list[deciding.Decided]:  # fmt: skip
    """Make another record than the head proposes; the rest of the step is accepted.

    ``beside`` corrects other rows of the step, by id: the proposition that an assertion is about.
    What the head named, and the corrected record names no more, is not decided with it; within the
    step it is rejected: an assertion about something else leaves no proposition behind. ``done``
    as of ``accept``.
    """
    assert isinstance(step.head.body, Suggestion)
    made = [] if done is None else done
    others = beside or {}
    noun = _noun_of(record, step.head.body.proposed)
    dropped = set(_needed(step.head)) - _named(noun, record)
    kept = [row for row in step.left if row.id == step.head.id or _name(row) not in dropped]
    names = _named(noun, record)
    for row in kept:
        if row.id in others:
            names |= _named(_noun_of(others[row.id], ""), others[row.id])
        elif row.id != step.head.id:
            names |= set(_needed(row))
    needs = frozenset(map(step_of, names)) - {step.name}
    for each in shown.before(replace(step, needs=needs)):
        _accept(session, shown, each.left, made, {})
    for row in step.left:
        if row.id == step.head.id:
            made.append(deciding.correct(session, row.id, record, reasons))
        elif row not in kept:
            made.append(deciding.reject(session, row.id, DROPPED))
        elif row.id in others:
            made.append(deciding.correct(session, row.id, others[row.id], reasons))
        else:
            _accept(session, shown, [row], made, {})
    return made


def _noun_of(record: Mapping[str, object], proposed: str) -> str:
    noun = str(record.get("record")).partition("/")[0]
    return noun if noun in NOUNS else proposed  # what is wrong is said when it is recorded


def reject(
    session: Session, shown: Sheet, step: Step, reasons: str, *,
    done: list[deciding.Decided] | None = None,
) -> list[deciding.Decided]:  # fmt: skip
    """Reject a step, and the open ones that cannot do without it. ``done`` as of ``accept``."""
    made = [] if done is None else done
    # What falls goes first: an interruption leaves nothing that rests on what was rejected.
    for each in reversed(shown.falls_with(step)):
        made += [deciding.reject(session, row.id, FELL) for row in reversed(each.left)]
    made += [deciding.reject(session, row.id, reasons) for row in reversed(step.left)]
    return made


def undo(session: Session, decided: Iterable[deciding.Decided], why: str) -> None:
    """Take decisions back, the last one first, with the records that they made."""
    for each in reversed(list(decided)):
        deciding.undo(session, each.decision.id, why)


def take_back(session: Session, shown: Sheet, step: Step, why: str) -> tuple[Step, ...]:
    """Undo what anybody decided about a step, and about those that cannot do without it.

    Return these steps, the first one that was asked for. Raises UseError ``wrong-use`` if nobody
    decided about it.
    """
    if not step.decided:
        raise UseError("wrong-use", item=step.name, expected="a decision to take back",
                       found="none")  # fmt: skip
    session.catch_up()
    gone = (step, *shown.rests_on(step))
    rows = [row.id for each in gone for row in each.rows]
    for decision in sorted(decisions_on(session, rows).values(), key=lambda row: -row.number):
        deciding.undo(session, decision.id, why)
    return gone


def _accept(
    session: Session, shown: Sheet, rows: Iterable[RecordRow], done: list[deciding.Decided],
    meant: Mapping[str, str],
) -> None:  # fmt: skip
    for row in rows:
        same = meant.get(row.id)
        done.append(deciding.accept(session, row.id, same_as=same, siblings=shown.siblings))


def close(session: Session, shown: Sheet, added: int) -> Put:
    """Record that this person read the text to its end beside its suggestions.

    Raises UseError ``wrong-use`` where everything is still open.
    """
    kept = shown.reading.kept
    assert kept is not None
    if shown.steps and not shown.decisions:
        raise UseError("wrong-use", item="review", expected="a decision about some suggestion",
                       found="none")  # fmt: skip
    counts = {"accepted": 0, "corrected": 0, "rejected": 0, "bulk": 0}
    for step in shown.steps:
        if step.state != "open":
            bulk = shown.decisions[step.head.id].bulk
            counts["bulk" if bulk else step.state] += 1
    body = Review(
        item=shown.row.id, group=shown.reading.group or "", text_sha256=shown.text_sha256,
        extractor=kept.extractor, version=kept.version, accepted=counts["accepted"],
        corrected=counts["corrected"], rejected=counts["rejected"], in_bulk=counts["bulk"],
        left_open=len(shown.steps) - sum(counts.values()), added=added,
    )  # fmt: skip
    return put(session, body)


def _steps(reading: ItemReading, rows: list[RecordRow]) -> list[Step]:
    assert reading.kept is not None
    grouped: dict[str, list[RecordRow]] = {}
    for row in rows:
        if isinstance(row.body, Suggestion) and row.body.name is not None:
            grouped.setdefault(step_of(row.body.name), []).append(row)
    shown = {line.id: line for line in lines(reading.kept.reading)}
    found = []
    for name, parts in grouped.items():
        head = next((row for row in parts if _name(row) == name), parts[0])
        needs = frozenset(step_of(each) for row in parts for each in _needed(row))
        if name in shown:
            step = Step(name, shown[name], head, tuple(parts), needs - {name}, "open")
            found.append(step)
    order = {name: number for number, name in enumerate(shown)}
    return sorted(found, key=lambda step: order[step.name])


def _standing(step: Step, decided: Mapping[str, Decision]) -> Step:
    """Return a step as these decisions about its rows leave it."""
    made = []
    for row in step.rows:
        if row.id in decided:
            body = decided[row.id]
            made += list(body.made) if body.same_as is None else [body.same_as]
    state: State = "open"
    if (head := decided.get(step.head.id)) is not None:
        if head.verdict == "rejected" or len(decided) == len(step.rows):
            state = head.verdict
    return replace(step, state=state, made=tuple(made), decided=frozenset(decided))


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
    if noun not in NOUNS:
        return set()
    return {mark.value[1:] for mark in marks(noun, fields)
            if mark.targets and mark.value.startswith("@")}  # fmt: skip
