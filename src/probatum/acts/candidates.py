"""Records of the case that suggestions may mean, with the reasons; nothing is linked by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import msgspec

from probatum.acts.derived import derived_bytes
from probatum.acts.read_item import decisions_on
from probatum.acts.record_board import known_rows
from probatum.acts.records_near import rows_near, texts_near
from probatum.acts.review_item import Sheet, Step
from probatum.acts.session import Session
from probatum.acts.undecided import may_be_undecided
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.letters import apart
from probatum.model.nouns import NOUNS, Decision, Suggestion, decode
from probatum.model.record import Record
from probatum.model.references import Reference, renamed
from probatum.model.values import When
from probatum.read.contract import Date, Incident, Place
from probatum.record.board import Board, Known
from probatum.record.likeness import Likeness, Likenesses
from probatum.record.naming import Naming
from probatum.record.reprints import alike
from probatum.record.weighing import Weighed

_NOUNS = ("source", "person", "group", "place", "incident", "same_as", "assertion",
          *(noun for noun, kind in NOUNS.items() if kind.family == "proposition"))  # fmt: skip
_MOST = 5
_MOST_LETTERS = 120


@dataclass(frozen=True, slots=True)
class Candidate:
    """One record that a suggestion may mean; ``reasons`` are for and against, in words.

    ``may_be_undecided``: it can be left open whether it is the one.
    """

    suggestion: str
    row_id: str
    ref: str
    called: str
    reasons: tuple[str, ...]
    may_be_undecided: bool


class Candidates:
    """What the steps of one sheet may mean in the case as it stands. Made once for a sitting.

    The answer shows records: each is logged as a read before it is given.
    """

    def __init__(self, session: Session, shown: Sheet, only: Step | None = None) -> None:
        """``only`` is the step that is asked about, where it is one: less is looked through."""
        self._session = session
        session.catch_up()
        rows = rows_near(session, shown, only, _NOUNS)
        known = known_rows(session, rows)
        self._rows = {row.id: row for row in rows}
        proposed = _proposed(session, shown)
        reading = shown.reading.kept
        assert reading is not None
        self._ids = {row.id: fake for row, fake, _ in proposed}
        self._proposed = {row.id: each.noun for row, _, each in proposed}
        by_name = {_name(row): fake for row, fake, _ in proposed}
        board = Board([*known, *(each for _, _, each in proposed)])
        self._naming = Naming(board)
        said = {each.id: each for each in reading.reading.suggestions}
        places: dict[str, list[str]] = {}
        whens: dict[str, When] = {}
        for each in reading.reading.suggestions:
            if isinstance(each, Incident) and each.id in by_name:
                fake = by_name[each.id]
                places[fake] = [by_name[name] for name in each.places if name in by_name]
                date = said.get(each.when or "")
                if isinstance(date, Date) and date.edtf is not None:
                    whens[fake] = When(text=date.span.exact, edtf=date.edtf)
        days = [When(text=each.span.exact, edtf=each.edtf) for each in reading.reading.suggestions
                if isinstance(each, Date) and each.edtf is not None]  # fmt: skip
        decided = [each for step in shown.steps for each in step.made]
        named = [by_name[each.id] for each in reading.reading.suggestions
                 if isinstance(each, Place) and each.mentions and each.id in by_name]  # fmt: skip
        self._likenesses = Likenesses(
            Weighed(board), self._ids.values(), places, whens, named, days, decided
        )

    def of(self, step: Step) -> tuple[Candidate, ...]:
        """Return what a step may mean, likeliest first; logged as a read."""
        found = [
            (row.id, each)
            for row in step.rows
            if row.id in self._ids
            for each in self._likenesses.of(self._ids[row.id])[:_MOST]
        ]
        if found:
            rows = {each.other.id: self._rows[each.other.id] for _, each in found}
            self._session.saw_records("candidates of a suggestion", list(rows.values()), [])
        return tuple(self._candidate(suggestion, each) for suggestion, each in found)

    def _candidate(self, suggestion: str, each: Likeness) -> Candidate:
        # A proposition has no name; its words say which one it is.
        words = getattr(each.other.record, "text", None)
        called = _shortened(words) if words else self._naming.name(each.other.id)
        undecided = may_be_undecided(self._proposed[suggestion], each.other.noun)
        return Candidate(suggestion, each.other.id, each.other.ref, called, each.reasons, undecided)


def reprints_of(session: Session, shown: Sheet) -> list[ItemRow]:
    """Return other items whose text is nearly this one: one origin, not two. Logged as a read."""
    words = frozenset(apart(shown.text))
    found = []
    for row in texts_near(session, shown.text):
        if row.id == shown.row.id or row.erased:
            continue
        made = [each for each in session.index.derivations(row.id, "text") if each.sha256]
        if made and made[-1].size_bytes and made[-1].size_bytes < 4 * len(shown.text.encode()):
            text = derived_bytes(session, made[-1]).decode()
            if alike(words, frozenset(apart(text))):
                found.append(row)
    if found:
        session.saw("texts, to find reprints", found)
    return found


def _proposed(session: Session, shown: Sheet) -> list[tuple[RecordRow, str, Known[Record]]]:
    """Return the open suggestions as records under made-up ids that name each other.

    What was decided already stands for the record that it became.
    """
    all_rows = [row for step in shown.steps for row in step.rows]
    decided = decisions_on(session, (row.id for row in all_rows))
    rows = [row for row in all_rows if row.id not in decided]
    ids = {f"@{_name(row)}": f"{number:032x}" for number, row in enumerate(rows, start=1)}
    for row in all_rows:
        decision = decided[row.id].body if row.id in decided else None
        if isinstance(decision, Decision) and decision.verdict != "rejected":
            ids[f"@{_name(row)}"] = decision.same_as or decision.made[0]
    found = []
    for number, row in enumerate(rows, start=1):
        body = row.body
        if isinstance(body, Suggestion):
            fields = msgspec.json.decode(body.proposes, type=dict[str, object])
            record = _record(body.proposed, fields, ids)
            if record is not None:
                fake = f"{number:032x}"
                # Behind everything in the log: what is proposed is newer than what is recorded.
                place = row.index + (1 << 40)
                found.append((row, fake, Known(fake, "", body.proposed, record, place, row.at,
                                               row.by)))  # fmt: skip
    return found


def _record(noun: str, fields: Mapping[str, object], ids: Mapping[str, str]) -> Record | None:
    def rename(value: str, _: Reference) -> str:
        return ids.get(value, value)

    try:
        return decode(msgspec.json.encode(renamed(noun, fields, rename)))
    except (msgspec.DecodeError, ValueError, KeyError):
        return None  # it names what was decided already: nothing to compare it by


def _shortened(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _MOST_LETTERS else line[:_MOST_LETTERS].rpartition(" ")[0] + " ..."


def _name(row: RecordRow) -> str:
    return row.body.name or "" if isinstance(row.body, Suggestion) else ""
