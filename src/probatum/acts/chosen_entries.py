"""Which entries a disclosure is made of: everything about the chosen items, and their intakes.

The verifier follows the chain of each object and reports a gap, so no entry is left out; what must
not be read in one is withheld field by field.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from probatum.acts.session import Session
from probatum.disclose import withheld
from probatum.disclose.withheld import Shown, Withholding
from probatum.errors import InputError, UseError
from probatum.index.rows import ItemRow
from probatum.model.kinds import Acquire

_BOUND_TO_ORIGINAL = frozenset({"sha256", "size_bytes"})
_MOST_NAMED = 20


def wrong_use(item: str, expected: str, found: str, remedy: str = "") -> UseError:
    """Return the error for choices that do not fit together."""
    return UseError("wrong-use", item=item, expected=expected, found=found, remedy=remedy)


def chosen_rows(session: Session, items: Sequence[str] | None) -> list[ItemRow]:
    """Return the items, each once. Raises InputError ``not-cleared`` naming all that are not."""
    if items is None:
        rows = [row for row in session.index.items() if row.cleared and not row.erased]
        expected, remedy = "at least one cleared item", "probatum clear ID --reason TEXT"
        if not rows:
            raise InputError(
                "not-cleared", item="--all-cleared", expected=expected, found="none", remedy=remedy
            )
        return rows
    rows = list({row.id: row for row in (session.live(item) for item in items)}.values())
    if not rows:
        raise wrong_use("disclose", "an item, or all that are cleared", "none")
    closed = [row.ref or row.id for row in rows if not row.cleared]
    if closed:
        more = f" and {len(closed) - _MOST_NAMED} more" if len(closed) > _MOST_NAMED else ""
        raise InputError(
            "not-cleared", item=", ".join(closed[:_MOST_NAMED]) + more,
            expected="a clearance for disclosure", found="none",
            remedy="if it may leave: probatum clear ID --reason TEXT",
        )  # fmt: skip
    return rows


def resolved(session: Session, withhold: Sequence[Withholding]) -> list[Withholding]:
    """Look up the items that rules are limited to."""
    rules = []
    for rule in withhold:
        item, dot, field = rule.field.rpartition(".")
        if dot:
            rule = replace(rule, field=field, item=item)
        if rule.item is not None:
            rule = replace(rule, item=session.live(rule.item).id)
        rules.append(rule)
    return rules


def entries_of(
    session: Session, rows: Iterable[ItemRow], rules: Sequence[Withholding]
) -> list[Shown]:
    """Open every entry about the items, then those about the intakes they came in."""
    shown: list[Shown] = []
    intakes: dict[str, None] = {}
    for row in rows:
        for one, acquired in _about(session, row.id, rules):
            shown.append(one)
            if acquired is not None:
                intakes[acquired.intake] = None
    for intake in intakes:
        shown += [one for one, _ in _about(session, intake, rules)]
    return sorted(shown, key=lambda one: one.index)


def _about(
    session: Session, object_id: str, rules: Sequence[Withholding]
) -> Iterator[tuple[Shown, Acquire | None]]:
    for about in session.index.entries_about(object_id):
        # The index also names reads and disclosures that concern it; their chains are others.
        if about.log != "evidence" or about.object_id != object_id:
            continue
        opened, fields = session.entry(about.index)
        if opened.texts is None:
            raise InputError("erased", item="object " + object_id, found="its key destroyed")
        one = withheld.show(opened.index, opened.leaf_bytes, opened.texts, rules, session.by)
        yield one, fields if isinstance(fields, Acquire) else None


def require_binding(shown: Sequence[Shown]) -> None:
    """Refuse to withhold what alone connects an original to the log."""
    for one in shown:
        for kept in one.kept:
            if one.kind == Acquire.kind and kept.field in _BOUND_TO_ORIGINAL:
                raise wrong_use(
                    f"field {kept.field} of entry {one.index}",
                    "the digest and size of an original that is in the package to be open",
                    "them withheld", "give only the entries: --without-originals",
                )  # fmt: skip
