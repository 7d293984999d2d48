"""``probatum review``: decide about suggestions in the order of the text, to its end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.failing import described
from probatum.cli.read_page import suggestion
from probatum.cli.statements import paragraph
from probatum.cli.wording import many, shown
from probatum.errors import InputError, UseError

if TYPE_CHECKING:
    from probatum.acts.candidates import Candidate, Candidates
    from probatum.acts.decide_suggestion import Decided
    from probatum.acts.review_item import Sheet, Step
    from probatum.acts.session import Session
    from probatum.cli.calls import Json

_KEYS = """\
  a        accept: the source says this       s N      accept: it means record N, or REF
  c        correct: other fields              d N      accept; whether it is N is undecided
  r [WHY]  reject                             u [NAME] take the last decision back, or that of NAME
  m        add what was missed                t        show the whole text
  end      read to the end: close the review  q        stop here, go on another time
  Enter    skip                               ?        these keys"""

_MOST_REPRINTS = 3
_MOST_AROUND = 1_600
_AS_READ = frozenset(("record", "citations", "machine"))  # long, and rarely another


@dataclass
class _Desk:
    """Where a review stands: what was decided in this sitting, what was skipped, what was added.

    ``done`` has the step, its decisions, and ids of judgements that were recorded beside them.
    """

    session: Session
    sheet: Sheet
    done: list[tuple[str, list[Decided], list[str]]] = field(default_factory=list)
    skipped: set[str] = field(default_factory=set)
    added: int = 0
    candidates: Candidates | None = None

    def fresh(self) -> None:
        """Look at the case again, where more has changed than a decision of this sitting."""
        from probatum.acts.review_item import sheet

        self.sheet = sheet(self.session, self.sheet.row.id)
        self.candidates = None

    @property
    def next(self) -> Step | None:
        """The first step that is open and was not skipped in this sitting."""
        return next((each for each in self.sheet.open if each.name not in self.skipped), None)


def review(
    call: Call,
    item: Annotated[str, typer.Argument(metavar="ITEM", help="Reference or id of the item.")],
) -> None:
    """Decide about suggestions of an item, in text order.

    Each stands beside its sentence: accept, correct, reject, skip, take back. Accepting says *the
    source says this*, not *this is so*. An entity or incident is decided once for the whole text.
    Every decision is kept at once; stop at any time and go on later. With --json it shows where
    the review stands and asks nothing.
    """
    with call.session() as session:
        from probatum.acts.candidates import reprints_of
        from probatum.acts.review_item import sheet
        from probatum.acts.suggested import LABEL

        desk = _Desk(session, sheet(session, item))
        reprints = reprints_of(session, desk.sheet)
        if call.as_json:
            call.answer(_json(desk.sheet, [each.id for each in reprints]))
            return
        print(LABEL)
        print(f"{desk.sheet.row.ref}  {shown(desk.sheet.row.file_name or '')}: "
              f"{_standing(desk.sheet)}")  # fmt: skip
        for each in reprints[:_MOST_REPRINTS]:
            print(f"Nearly the same text as {each.ref} {shown(each.file_name or '')}: "
                  "one origin, not two.")  # fmt: skip
        if len(reprints) > _MOST_REPRINTS:
            print(f"... and as {len(reprints) - _MOST_REPRINTS:,} more")
        print(_KEYS)
        _sit(desk)


def _sit(desk: _Desk) -> None:
    shown_around = ""
    while True:
        step = desk.next
        if step is None:
            print("\nNo suggestion is left to decide about.")
        else:
            around = _around(desk.sheet.text, step.line.start)
            if around != shown_around:
                print("\n" + paragraph(around, "  "))
                shown_around = around
            _show(desk, step)
        answer = _asked("decide> ")
        if answer is None or answer == "q":
            print(f"Kept. {_standing(desk.sheet)} Go on: probatum review {desk.sheet.row.ref}")
            return
        try:
            if _did(desk, step, answer):
                return
        except (InputError, UseError) as error:
            print(described(error))


def _did(desk: _Desk, step: Step | None, answer: str) -> bool:
    """Do what was typed; return whether the review is over."""
    word, _, rest = answer.partition(" ")
    match word:
        case "?":
            print(_KEYS)
        case "t":
            print(paragraph(desk.sheet.text, "  "))
        case "m":
            _add(desk)
        case "u":
            _undo(desk, rest)
        case "end":
            return _close(desk)
        case "" if step is not None:
            desk.skipped.add(step.name)
        case "a" | "s" | "d" | "r" | "c" if step is not None:
            _decide(desk, step, word, rest)
        case _:
            print(_KEYS)
    return False


def _decide(desk: _Desk, step: Step, word: str, rest: str) -> None:
    done: list[Decided] = []
    judged: list[str] = []
    try:
        if word == "r":
            _reject(desk, step, rest, done)
        elif word == "c":
            _correct(desk, step, done)
        else:
            _accept(desk, step, word, rest, done, judged)
    finally:  # what was decided before an error stays decided
        if done:
            desk.done.append((step.name, done, judged))
            desk.sheet = desk.sheet.after(done)
        for decision in done:
            for made in decision.made:
                print(f"    recorded: {made.noun} {made.ref}")


def _reject(desk: _Desk, step: Step, reasons: str | None, done: list[Decided]) -> None:
    from probatum.acts.review_item import reject

    falls = desk.sheet.falls_with(step)
    for each in falls:
        print(paragraph(f"falls with it: {each.name}  {each.line.says}", "    "))
    reasons = reasons or _asked("why> ")
    if not reasons or (falls and _asked(f"reject all {len(falls) + 1}? yes/no> ") != "yes"):
        print("Not rejected.")
        return
    reject(desk.session, desk.sheet, step, reasons, done=done)


def _correct(desk: _Desk, step: Step, done: list[Decided]) -> None:
    from probatum.acts.review_item import correct

    fields = _corrected(step)
    reasons = _asked("why> ") if fields else None
    if not fields or not reasons:
        print("Not corrected.")
        return
    correct(desk.session, desk.sheet, step, fields, reasons, done=done)


def _accept(
    desk: _Desk, step: Step, word: str, rest: str, done: list[Decided], judged: list[str]
) -> None:
    from probatum.acts.review_item import accept
    from probatum.acts.undecided import accept_undecided, require_undecided

    meant = _chosen(desk, step, rest) if word in ("s", "d") else {}
    before = desk.sheet.before(step)
    if word == "d":
        [(suggestion, record)] = meant.items()
        require_undecided(desk.session, step, suggestion, record)
        why = _asked("why is it undecided?> ")
        if not why:
            print("Not decided.")
            return
        accept_undecided(desk.session, desk.sheet, step, suggestion, record, why, done=done,
                         judged=judged)  # fmt: skip
    else:
        accept(desk.session, desk.sheet, step, meant, done=done)
    for each in before:
        print(paragraph(f"accepted with it: {each.name}  {each.line.says}", "    "))
    for judgement in judged:
        ref = desk.session.record_ref(desk.session.find_record(judgement).number)
        print(f"    recorded: same_as {ref}, undecided")


def _chosen(desk: _Desk, step: Step, rest: str) -> dict[str, str]:
    """Return the suggestion that is meant, with the record: a number above, a step, a reference."""
    from probatum.acts.decide_suggestion import may_stand_for

    found = _candidates(desk, step)
    if rest.isdecimal() and 1 <= int(rest) <= len(found):
        return {found[int(rest) - 1].suggestion: found[int(rest) - 1].ref}
    named = desk.sheet.find(rest)
    if named is not None and named.made:
        rest = named.made[-1]
    elif not rest or rest.isdecimal() or named is not None:
        raise UseError("wrong-use", item="the record", found="none",
                       expected="its number above, its reference, or a suggestion of this text "
                       "that was accepted, such as e1")  # fmt: skip
    noun = desk.session.find_record(rest).noun
    rows = sorted(step.left, key=lambda row: noun != _proposed(row))  # of this noun first
    for row in rows:
        if (proposed := _proposed(row)) and may_stand_for(noun, proposed):
            return {row.id: rest}
    raise UseError(
        "wrong-use",
        item="the record",
        found=noun,
        expected=" or ".join(sorted({_proposed(row) or "" for row in step.left})),
    )


def _proposed(row: object) -> str | None:
    return getattr(getattr(row, "body", None), "proposed", None)


def _undo(desk: _Desk, name: str) -> None:
    from probatum.acts.retract_record import retract
    from probatum.acts.review_item import take_back, undo

    if name:
        step = desk.sheet.step(name)
        gone = take_back(desk.session, desk.sheet, step, "taken back in the review")
        desk.done = [each for each in desk.done if each[0] not in {one.name for one in gone}]
        desk.skipped -= {one.name for one in gone}
        print(f"Taken back: {', '.join(one.name for one in gone)}.")
    elif desk.done:
        name, decided, judged = desk.done.pop()
        for judgement in judged:
            retract(desk.session, judgement, "taken back in the review")
        undo(desk.session, decided, "taken back in the review")
        desk.skipped.discard(name)
        print(f"Taken back: {name}.")
    else:
        print("Nothing was decided in this sitting. An older decision: u NAME, such as u e1.")
        return
    desk.fresh()


def _close(desk: _Desk) -> bool:
    from probatum.acts.review_item import close

    done = close(desk.session, desk.sheet, desk.added)
    print(f"Read to the end by {shown(desk.session.by)}: {done.ref}, entry {done.index} of the log."
          f" {_standing(desk.sheet)}")  # fmt: skip
    return True


def _add(desk: _Desk) -> None:
    """Ask for what the reader missed, from the words on."""
    from probatum.acts.add_missed import KINDS, Missed, add

    words = _asked("words of the text> ")
    kind = _asked(f"what are they? {', '.join(KINDS)}> ") if words else None
    if not words or not kind:
        print("Nothing added.")
        return
    speaker = stance = None
    if kind == "assertion":
        speaker = _asked("who says it? (a name, or nothing for unknown)> ") or None
        stance = _asked("stance> (Enter: asserts) ") or "asserts"
    for made in add(desk.session, desk.sheet, Missed(words, kind, speaker, stance)):
        print(f"    recorded: {made.noun} {made.ref}")
    desk.added += 1


def _corrected(step: Step) -> dict[str, object]:
    """Return the fields that the person wants instead, asked for one by one."""
    from probatum.acts.add_missed import read_value

    fields = dict(step.proposed)
    for name, value in fields.items():
        if name not in _AS_READ:
            print(paragraph(f"{name}: {value}", "    "))
    print("  one field a line, `name: value`; `name:` alone leaves it out; Enter ends")
    changed = False
    while line := _asked("field> "):
        name, _, value = line.partition(":")
        changed = True
        if value.strip():
            fields[name.strip()] = read_value(value)
        else:
            fields.pop(name.strip(), None)
    return fields if changed else {}


def _show(desk: _Desk, step: Step) -> None:
    print("\n" + "\n".join(suggestion(step.line)))
    for number, each in enumerate(_candidates(desk, step), start=1):
        words = f"the same as {number}: {each.ref} {each.called}? {'; '.join(each.reasons)}"
        print(paragraph(words, "        "))


def _candidates(desk: _Desk, step: Step) -> tuple[Candidate, ...]:
    from probatum.acts.candidates import Candidates

    if desk.candidates is None:
        desk.candidates = Candidates(desk.session, desk.sheet)
    return desk.candidates.of(step)


def _asked(prompt: str) -> str | None:
    """Return a line that was typed; None where there is nobody left to ask."""
    try:
        return input(prompt).strip()
    except EOFError:
        print()
        return None


def _standing(sheet: Sheet) -> str:
    open_ = len(sheet.open)
    return f"{many(len(sheet.steps), 'suggestion')}, {open_} open."


def _beginning(text: str, at: int) -> int:
    return -2 if at < 0 else text.rfind("\n", 0, at) + 1


def _around(text: str, at: int) -> str:
    """Return the line in which a suggestion stands, of a very long one what is near."""
    if at < 0:
        return "(named nowhere in the text)"
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    start = _beginning(text, at)
    if end - start <= _MOST_AROUND:
        return text[start:end]
    low, high = max(start, at - _MOST_AROUND // 2), min(end, at + _MOST_AROUND // 2)
    return ("... " if low > start else "") + text[low:high] + (" ..." if high < end else "")


def _json(sheet: Sheet, reprints: list[str]) -> Json:
    return {
        "item": {"id": sheet.row.id, "ref": sheet.row.ref},
        "text_sha256": sheet.text_sha256,
        "reading": sheet.reading.group,
        "reprints": reprints,
        "steps": [
            {
                "name": each.name,
                "suggestion": each.head.id,
                "kind": each.line.kind,
                "says": each.line.says,
                "start": each.line.start,
                "end": each.line.end,
                "state": each.state,
                "needs": sorted(each.needs),
                "made": list(each.made),
            }
            for each in sheet.steps
        ],
    }
