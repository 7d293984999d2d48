"""Which entries a disclosure is made of: everything about the chosen items, and their intakes.

The verifier follows the chain of each object and reports a gap, so no entry is left out; what must
not be read in one is withheld field by field.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from probatum.acts.session import Session
from probatum.disclose import withheld
from probatum.disclose.withheld import Shown, Withholding
from probatum.errors import InputError, UseError
from probatum.index.record_queries import RecordRow
from probatum.index.rows import ItemRow
from probatum.model.kinds import Acquire, Derive
from probatum.proof.tiles import WIDTH

_BOUND_TO_ORIGINAL = frozenset({"sha256", "size_bytes"})
_MOST_NAMED = 20


def wrong_use(item: str, expected: str, found: str, remedy: str = "") -> UseError:
    """Return the error for choices that do not fit together."""
    return UseError("wrong-use", item=item, expected=expected, found=found, remedy=remedy)


def require_words(*texts: str) -> None:
    """Raise UseError ``wrong-use`` for a recipient, purpose or reason that says nothing."""
    for text in texts:
        # What a shell hands over as undecodable bytes cannot be written into a package either.
        if not text.strip() or any("\ud800" <= letter <= "\udfff" for letter in text):
            raise wrong_use(
                "--to, --purpose and the reasons to withhold", "a text in each", "none, or bytes"
            )


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is to leave: items and records, each once."""

    items: tuple[ItemRow, ...]
    records: tuple[RecordRow, ...]

    @property
    def ids(self) -> list[str]:
        """The object ids of all of them."""
        return [row.id for row in self.items] + [row.id for row in self.records]


def chosen(session: Session, named: Sequence[str] | None) -> Chosen:
    """Return what was named, or all that is cleared.

    Raises InputError ``not-cleared`` naming all that are not, ``retracted``; UseError.
    """
    if named is None:
        rows = tuple(session.index.cleared_items()[::-1])
        records = tuple(session.index.cleared_records()[::-1])
        if not rows and not records:
            raise InputError(
                "not-cleared", item="--all-cleared", expected="at least one cleared item",
                found="none", remedy="probatum clear ID --reason TEXT",
            )  # fmt: skip
        return Chosen(rows, records)
    items: dict[str, ItemRow] = {}
    found: dict[str, RecordRow] = {}
    for each in named:
        if session.is_record(each):
            record = session.find_record(each)
            if record.retracted:
                raise InputError(
                    "retracted", item=session.record_ref(record.number),
                    expected="a record that counts", found="one that was withdrawn",
                    remedy="leave it out, or revise it with the reason why it counts again",
                )  # fmt: skip
            found[record.id] = record
        else:
            row = session.live(each)
            items[row.id] = row
    if not items and not found:
        raise wrong_use("disclose", "an item, or all that are cleared", "none")
    closed = [row.ref or row.id for row in items.values() if not row.cleared]
    closed += [session.record_ref(row.number) for row in found.values() if not row.cleared]
    _require_cleared(closed)
    return Chosen(tuple(items.values()), tuple(found.values()))


def _require_cleared(closed: Sequence[str]) -> None:
    if closed:
        more = f" and {len(closed) - _MOST_NAMED} more" if len(closed) > _MOST_NAMED else ""
        raise InputError(
            "not-cleared", item=", ".join(closed[:_MOST_NAMED]) + more,
            expected="a clearance for disclosure", found="none",
            remedy="if it may leave: probatum clear ID --reason TEXT",
        )  # fmt: skip


def resolved(session: Session, withhold: Sequence[Withholding]) -> list[Withholding]:
    """Look up the items that rules are limited to."""
    rules = []
    for rule in withhold:
        item, dot, field = rule.field.rpartition(".")
        if dot:
            rule = replace(rule, field=field, item=item)
        if rule.item is not None:
            found = session.find_record if session.is_record(rule.item) else session.live
            rule = replace(rule, item=found(rule.item).id)
        rules.append(rule)
    return rules


def entries_of(
    session: Session, objects: Iterable[str], rules: Sequence[Withholding]
) -> list[Shown]:
    """Open every entry about items and records, and about the intakes items came in; in order."""
    shown = _about(session, objects, rules)
    intakes = {_intake_of(one) for one in shown if one.kind == Acquire.kind}
    shown += _about(session, sorted(intakes), rules)
    return sorted(shown, key=lambda one: one.index)


def _about(session: Session, objects: Iterable[str], rules: Sequence[Withholding]) -> list[Shown]:
    # The index also names reads and disclosures that concern an object; their chains are others.
    indices = sorted(
        about.index
        for object_id in objects
        for about in session.index.entries_about(object_id)
        if about.log == "evidence" and about.object_id == object_id
    )
    shown = []
    # Bundle by bundle: each of them is read and taken apart once, not once for each entry.
    for number, wanted in groupby(indices, key=lambda index: index // WIDTH):
        bundle = session.case.evidence.bundle(number)
        for index in wanted:
            opened = session.case.open_entry(bundle[index % WIDTH], session.index)
            if opened.texts is None:
                raise InputError(
                    "erased", item="object " + opened.leaf.id, found="its key destroyed"
                )
            shown.append(withheld.show(index, opened.leaf_bytes, opened.texts, rules, session.by))
    return shown


def _intake_of(one: Shown) -> str:
    values = [one.fields.get("intake"), *(k.value for k in one.kept if k.field == "intake")]
    [intake] = [value for value in values if isinstance(value, str)]
    return intake


def require_binding(shown: Sequence[Shown], enclosed: Collection[str]) -> None:
    """Refuse to withhold what alone connects an original or copy (by object id) to the log."""
    for one in shown:
        for kept in one.kept:
            binds = one.kind in (Acquire.kind, Derive.kind) and kept.field in _BOUND_TO_ORIGINAL
            if binds and one.id in enclosed:
                raise wrong_use(
                    f"field {kept.field} of entry {one.index}",
                    "the digest and size of an original that is in the package to be open",
                    "them withheld", "give only the entries: --without-originals",
                )  # fmt: skip
