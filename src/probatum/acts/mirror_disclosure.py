"""What a recipient would see, before anything is made: ours and theirs, field by field.

The same choice of entries and the same rules as a disclosure (``disclose_items``), which checks
all of it again; the originals are searched only there. Nothing is recorded but the read: a
protected person whom this recipient does not know yet has no pseudonym here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from probatum.acts import disclosure_rules, redacted_copies
from probatum.acts.chosen_entries import chosen, entries_of, require_words, resolved
from probatum.acts.leak_check import UNDECIDED, LeakGuard
from probatum.acts.session import Session
from probatum.disclose import leaks, withheld
from probatum.disclose.withheld import Shown, Withholding
from probatum.errors import InputError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.roles import Deed
from probatum.proof.canonical import Json

MOST_CHOICES = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One field: what we have, and how it reaches the recipient; ``kept`` names why it does not."""

    field: str
    ours: Json
    kept: Withholding | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the log. ``about`` is the reference of the item or record; None: an intake."""

    index: int
    kind: str
    about: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Mirror:
    """All entries that would leave; ``leak`` is what must not, None if nothing was found."""

    entries: tuple[Entry, ...]
    leak: InputError | None

    @property
    def withheld(self) -> int:
        """How many fields stay closed."""
        return sum(line.kept is not None for entry in self.entries for line in entry.lines)


@dataclass(frozen=True, slots=True)
class Cleared:
    """What may be chosen: the newest ``MOST_CHOICES`` items and as many records."""

    items: tuple[ItemRow, ...]
    records: tuple[tuple[str, RecordRow], ...]


def cleared(session: Session) -> Cleared:
    """Return what is cleared for disclosure; logged. Raises UseError ``not-permitted``."""
    session.require(Deed.DISCLOSE)
    few = session.index.cleared_items(MOST_CHOICES)
    some = session.index.cleared_records(MOST_CHOICES)
    session.saw_records("disclosure", some, few)
    told = tuple((session.record_ref(row.number), row) for row in some)
    return Cleared(tuple(few), told)


def mirror(
    session: Session, *, to: str, purpose: str, items: Sequence[str],
    withhold: Sequence[Withholding] = (), use: str | None = None, decided: bool = False,
) -> Mirror:  # fmt: skip
    """Return what the recipient would see; ``decided``: hits about people have had their answers.

    Raises what ``disclose`` raises for what must not leave at all.
    """
    session.require(Deed.DISCLOSE)
    require_words(to, purpose, *(word for rule in withhold for word in (rule.code, rule.basis)))
    session.follow()
    disclosure_rules.require_use(session, use)
    what = chosen(session, items)
    disclosure_rules.require_none(
        disclosure_rules.refusals(session, list(what.items), what.records, to=to, use=use)
    )
    session.saw_records("disclosure", what.records, what.items, purpose)
    persons = disclosure_rules.foreseen(session, what.records, to)
    copies = redacted_copies.substitutes(session, what.items, (), to)
    rules = resolved(session, withhold)
    own = {(rule.item, rule.field) for rule in rules}
    rules += [
        rule
        for rule in (*disclosure_rules.rules_for(session, persons),
                     *redacted_copies.rules_for(session, copies))
        if (rule.item, rule.field) not in own
    ]  # fmt: skip
    shown = entries_of(session, [*what.ids, *(each.copy.id for each in copies)], rules)
    withheld.require_applied(rules, shown)
    named = {row.id: row.ref or row.id for row in what.items}
    named |= {row.id: session.record_ref(row.number) for row in what.records}
    check = leaks.LeakCheck(shown, redacted_copies.hidden_texts(session, copies))
    said = {"to": to, "purpose": purpose}
    leak = _leak(session, check, shown, said, rules, decided=decided)
    return Mirror(tuple(_entry(one, named.get(one.id)) for one in shown), leak)


def _entry(one: Shown, about: str | None) -> Entry:
    lines = [Line(name, value, None) for name, value in one.fields.items()]
    lines += [Line(kept.field, kept.value, kept.rule) for kept in one.kept]
    return Entry(one.index, one.kind, about, tuple(sorted(lines, key=lambda line: line.field)))


def _leak(
    session: Session, check: leaks.LeakCheck, shown: Sequence[Shown], said: dict[str, str],
    rules: Sequence[Withholding], *, decided: bool,
) -> InputError | None:  # fmt: skip
    guard = LeakGuard(session)
    check.look_in_entries(shown)
    guard.look_in_entries(shown)
    texts = [(text, place) for place, text in said.items()]
    for rule in rules:
        words = f"{rule.code} {rule.basis} {rule.approver or ''}"
        texts.append((words, f"the reason for withholding {rule.field}"))
    for text, place in texts:
        check.look_in(text, place)
        guard.look_in(text, place)
    try:
        check.stop_if_any()
        if not decided:
            guard.settle(UNDECIDED, to=said["to"], purpose=said["purpose"])
    except InputError as error:
        return error
    return None
