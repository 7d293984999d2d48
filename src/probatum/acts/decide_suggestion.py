"""Decide about what a machine suggested: accept, correct, reject; in bulk; and take it back.

A decision makes the records of a person and one that says which suggestion they come from. The
suggestion stays as it was, with the program that made it. Accepting says *the source says this*,
never *this is so*.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from probatum.acts.meant import lies_inside
from probatum.acts.put_record import Put, recorded
from probatum.acts.record_checks import Checker
from probatum.acts.record_reading import bad
from probatum.acts.record_texts import records
from probatum.acts.retract_record import require_counting
from probatum.acts.session import Session, require_writable
from probatum.errors import InputError, UseError
from probatum.index.record_queries import RecordRow
from probatum.model.kinds import Fields, Retract
from probatum.model.nouns import NOUNS, Decision, Suggestion
from probatum.model.record import Record
from probatum.model.references import marks


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision and the records that it made; ``body`` is what was decided."""

    decision: Put
    made: tuple[Put, ...]
    body: Decision


@dataclass(frozen=True, slots=True)
class Bulk:
    """What a bulk acceptance did; of what could not be accepted the reference, and why."""

    accepted: tuple[Decided, ...]
    refused: tuple[tuple[str, InputError], ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which suggestions a bulk acceptance means; what is None does not matter."""

    proposed: str | None = None
    group: str | None = None
    extractor: str | None = None

    def spelled(self) -> str:
        """Return it as it is recorded with each decision. Raises UseError ``wrong-use``."""
        if self.proposed is not None and self.proposed not in NOUNS:
            raise UseError(
                "wrong-use", item="the filter", expected="a noun of spec/record.md",
                found="another word", remedy="list them: probatum record schema",
            )  # fmt: skip
        parts = [
            f"{name}={value}"
            for name, value in (
                ("proposed", self.proposed), ("group", self.group), ("extractor", self.extractor),
            )
            if value is not None
        ]  # fmt: skip
        if not parts:
            raise UseError(
                "wrong-use", item="the bulk acceptance", expected="a filter", found="none",
                remedy="say which suggestions are meant: what they propose, group or extractor",
            )  # fmt: skip
        return ", ".join(parts)

    def fits(self, body: Suggestion) -> bool:
        """Say whether a suggestion is meant."""
        return (
            self.proposed in (None, body.proposed)
            and self.group in (None, body.group)
            and self.extractor in (None, body.machine.extractor)
        )


def accept(
    session: Session, suggestion: str, reasons: str | None = None, *,
    same_as: str | None = None, siblings: Mapping[str, RecordRow] | None = None,
) -> Decided:  # fmt: skip
    """Make the record that a suggestion proposes, and the decision; or say which one it means.

    ``same_as`` is a record of the case that may stand for it: of the same noun, a source for a
    person or group, a proposition for a proposition; then none is made. What the proposal
    names in its reading has to be decided first; ``siblings`` are all suggestions of that reading
    by their ``@name``, looked up if the caller has them not. Raises UseError ``unknown-id``,
    ``wrong-use`` (no suggestion, or decided already); InputError ``retracted``, ``missing-record``
    (what it names is undecided or was rejected), ``bad-record`` (what it proposes cannot be taken).
    """
    row, body = _open(session, suggestion)
    if same_as is None:
        return _decide(session, row, [_proposed(body)], "accepted", reasons, siblings=siblings)
    meant = session.find_record(same_as)
    require_counting(meant, session.record_ref(meant.number))
    if not may_stand_for(meant.noun, body.proposed):
        raise _no(f"a record of the noun {body.proposed}", meant.noun)
    return _decide(session, row, [], "accepted", reasons, same_as=meant.id)


def may_stand_for(noun: str, proposed: str) -> bool:
    """Say whether a record of a noun can be named wherever the proposed one is."""
    if noun == proposed:
        return True
    if noun == "source":
        return proposed in ("person", "group")
    family = NOUNS[proposed].family
    return bool(family) and NOUNS[noun].family == family


def correct(
    session: Session, suggestion: str, record: Mapping[str, object], reasons: str
) -> Decided:
    """Make another record than the proposed one, and the decision. Raises as ``accept``."""
    row, _ = _open(session, suggestion)
    return _decide(session, row, [record], "corrected", reasons)


def reject(session: Session, suggestion: str, reasons: str) -> Decided:
    """Record that a suggestion was rejected; no record is made. Raises as ``accept``."""
    row, _ = _open(session, suggestion)
    return _decide(session, row, [], "rejected", reasons)


def accept_all(session: Session, chosen: Filter, among: Sequence[RecordRow] | None = None) -> Bulk:
    """Accept all open suggestions of a filter, each marked as accepted in bulk: not a review.

    ``among`` are the suggestions that are looked through, those of an item; None: of the case.
    Raises UseError ``wrong-use`` for a filter that names nothing.
    """
    require_writable(session)
    spelled = chosen.spelled()
    session.catch_up()
    done: list[Decided] = []
    refused: list[tuple[str, InputError]] = []
    if among is None:
        rows: Sequence[RecordRow] = session.index.records(["suggestion"])
        decisions = session.index.records(["decision"])
    else:
        rows = among
        decisions = session.index.naming((row.id for row in among), ["decision"])
    decided = {_of(row) for row in decisions if not row.retracted}
    for row in rows:
        body = row.body
        if row.retracted or row.id in decided or not isinstance(body, Suggestion):
            continue
        if chosen.fits(body):
            try:
                made = _decide(session, row, [_proposed(body)], "accepted", None, spelled)
            except InputError as error:
                refused.append((session.record_ref(row.number), error))
            else:
                done.append(made)
    return Bulk(tuple(done), tuple(refused))


def names_of(
    session: Session, row: RecordRow, proposals: Sequence[Mapping[str, object]],
    siblings: Mapping[str, RecordRow] | None = None,
) -> dict[str, str]:  # fmt: skip
    """Return the records that the ``@names`` of proposals stand for, by what was decided.

    Raises InputError ``missing-record`` for one that is undecided or was rejected, or whose
    record was retracted.
    """
    body = row.body
    wanted = {
        mark.value
        for fields in proposals
        for mark in marks(str(fields.get("record")).partition("/")[0], fields)
        if mark.targets and mark.value.startswith("@")
    }
    if not wanted or not isinstance(body, Suggestion) or body.group is None:
        return {}
    if siblings is None:
        items = {citation.item for citation in body.citations}
        siblings = {
            f"@{each.body.name}": each
            for each in session.index.naming(items, ["suggestion"])
            if isinstance(each.body, Suggestion) and each.body.group == body.group
        }
    known = [siblings[name].id for name in wanted if name in siblings]
    decided = {_of(each): each.body for each in session.index.naming(known, ["decision"])
               if not each.retracted}  # fmt: skip
    found: dict[str, str] = {}
    for name in sorted(wanted & siblings.keys()):
        decision = decided.get(siblings[name].id)
        if not isinstance(decision, Decision) or decision.verdict == "rejected":
            ref = session.record_ref(siblings[name].number)
            raise InputError(
                "missing-record", item=ref, expected="what this one names to be accepted",
                found="undecided" if decision is None else "rejected",
                remedy="decide about that one first" if decision is None
                else "correct this one, or reject it as well",
            )  # fmt: skip
        found[name] = decision.same_as or decision.made[0]
    for made in session.index.some_records(found.values()):
        if made.retracted:
            raise InputError(
                "missing-record", item=session.record_ref(made.number), found="one retracted since",
                expected="what this one names to count",
                remedy="undo the decision that made it, or correct this one",
            )  # fmt: skip
    return found


def undo(session: Session, decision: str, why: str) -> tuple[str, ...]:
    """Retract a decision and the records that it made; return their ids. The suggestion is open.

    Raises UseError ``unknown-id``, ``wrong-use``; InputError ``retracted``.
    """
    require_writable(session)
    row = session.find_record(decision)
    require_counting(row, session.record_ref(row.number))
    if not isinstance(row.body, Decision):
        raise _no("a decision", row.noun)
    if not why.strip():
        raise _no("the reason", "none")
    made = [each for each in session.index.some_records(row.body.made) if not each.retracted]
    drafts = [
        session.draft(
            each.id, Retract(by=session.by, at=session.now(), why=why), inside=lies_inside(each)
        )
        for each in (row, *made)
    ]
    session.record(*drafts)
    return tuple(each.id for each in (row, *made))


def _open(session: Session, suggestion: str) -> tuple[RecordRow, Suggestion]:
    require_writable(session)
    row = session.find_record(suggestion)
    require_counting(row, session.record_ref(row.number))
    if not isinstance(row.body, Suggestion):
        raise _no("a suggestion", row.noun)
    decisions = session.index.naming([row.id], ["decision"])
    for each in decisions:
        if _of(each) == row.id and not each.retracted:
            ref = session.record_ref(each.number)
            raise _no("a suggestion that nobody decided about", f"the decision {ref}",
                      "undo that one first")  # fmt: skip
    return row, row.body


def _of(row: RecordRow) -> str | None:
    return row.body.suggestion if isinstance(row.body, Decision) else None


def _proposed(body: Suggestion) -> Mapping[str, object]:
    given = next(records(body.proposes.encode("utf-8", "surrogatepass")))
    if given.error is not None:
        raise given.error
    noun = given.fields.get("record")
    if not isinstance(noun, str) or noun.partition("/")[0] != body.proposed:
        raise bad("proposes", body.proposed + ", as `proposed` says", "another noun")
    return given.fields


def _decide(
    session: Session, row: RecordRow, proposals: Sequence[Mapping[str, object]],
    verdict: str, reasons: str | None, bulk: str | None = None, same_as: str | None = None,
    siblings: Mapping[str, RecordRow] | None = None,
) -> Decided:  # fmt: skip
    session.catch_up()
    inside = lies_inside(row)
    checker = Checker(session, inside=inside)
    if proposals:
        checker.names.update(names_of(session, row, proposals, siblings))
    bodies = [checker.parse(each) for each in proposals]
    number = session.index.next_record_number(inside=inside)
    new: list[tuple[str, Record]] = []
    for body in bodies:
        new.append((session.case.new_object()[0], body))
        checker.admit(new[-1][0], body.noun)
    try:
        said = {
            "record": "decision/1", "suggestion": row.id, "verdict": verdict,
            "made": [object_id for object_id, _ in new], "same_as": same_as,
            "reasons": reasons, "bulk": bulk,
        }  # fmt: skip
        decision = checker.parse(said)
        assert isinstance(decision, Decision)
        new.append((session.case.new_object()[0], decision))
    except InputError:
        for object_id, _ in new:
            session.case.forget_object(object_id)
        raise
    drafts: list[tuple[str, Fields]] = [
        session.draft(object_id, recorded(session, body), inside=inside) for object_id, body in new
    ]
    indices = session.record(*drafts)
    puts = [
        Put(object_id, session.record_ref(number + at), body.noun, index, "created")
        for at, ((object_id, body), index) in enumerate(zip(new, indices, strict=True))
    ]
    return Decided(puts[-1], tuple(puts[:-1]), decision)


def _no(expected: str, found: str, remedy: str = "") -> UseError:
    return UseError("wrong-use", item="the record", expected=expected, found=found, remedy=remedy)
