"""Redacted copies in a disclosure: the copy goes instead of the original, or two people say not.

With the original, everything stays back that would tell what is hidden: its digest confirms a
guess at a name, its size tells how long the name is. They stand in more than one entry: in the
acquisition, in the sender's chain, in the receipt of its intake, and in what the copy was made of.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from probatum.acts.chosen_entries import wrong_use
from probatum.acts.get_item import original
from probatum.acts.redact_item import OPERATION
from probatum.acts.session import Session
from probatum.derive.redaction import spans
from probatum.derive.redaction.choices import Span
from probatum.disclose.withheld import KeptItem, Withholding
from probatum.errors import InputError
from probatum.index.record_queries import DerivationRow
from probatum.index.rows import ItemRow
from probatum.model.kinds import Acquire, Note, Receipt
from probatum.model.nouns.protection import Redaction
from probatum.proof import canonical


@dataclass(frozen=True, slots=True)
class Despite:
    """The decision of two people to give an original away although there is a redacted copy."""

    item: str
    second: str
    reason: str


@dataclass(frozen=True, slots=True)
class Substitute:
    """An item whose newest redacted copy goes in its place."""

    row: ItemRow
    copy: DerivationRow
    said: Redaction

    @property
    def copy_row(self) -> ItemRow:
        """The copy as something to read from the vault and put into the package."""
        ref = f"{self.row.ref or self.row.id} (redacted copy)"
        return replace(self.row, id=self.copy.id, ref=ref, sha256=self.copy.sha256,
                       size_bytes=self.copy.size_bytes)  # fmt: skip

    @property
    def kept(self) -> KeptItem:
        """The line of ``withheld.json`` for the original."""
        return KeptItem(self.row.id, self.said.code, self.said.basis, self.said.approver)


def parse_despite(text: str) -> Despite:
    """Read ``ID=SECOND_PERSON:REASON``. Raises UseError ``wrong-use``."""
    item, _, rest = text.partition("=")
    second, _, reason = rest.partition(":")
    said = Despite(item.strip(), second.strip(), reason.strip())
    if not said.item or not said.second or not said.reason:
        raise wrong_use("--original-despite-redaction", "ID=SECOND_PERSON:REASON", "another form",
                        "for example 'EX-00001-6=B. Reviewer:the court ordered it'")  # fmt: skip
    return said


def substitutes(
    session: Session, rows: Sequence[ItemRow], despite: Sequence[Despite], to: str
) -> list[Substitute]:
    """Return what goes in place of which original; record each decision to the contrary.

    Raises UseError ``wrong-use`` where the second person is the first, or there is no copy;
    InputError ``erased`` if a copy's bytes are gone.
    """
    found = {row.id: newest for row in rows if (newest := _newest(session, row)) is not None}
    for said in despite:
        row = session.live(said.item)
        if row.id not in found:
            raise wrong_use("--original-despite-redaction", "an item of this disclosure that has a "
                            "redacted copy", "another one", "leave it out")  # fmt: skip
        if _same_person(said.second, session.by):
            raise wrong_use("--original-despite-redaction", "a second person",
                            "the person who discloses", "ask somebody else")  # fmt: skip
    for said in despite:
        row = session.live(said.item)
        if found.pop(row.id, None) is not None:
            # Before the entries are chosen: the decision is part of what the recipient can see.
            text = (f"The original is to be disclosed to {to} although a redacted copy exists. "
                    f"Second person: {said.second}. Reason: {said.reason}")  # fmt: skip
            session.record((row.id, Note(by=session.by, at=session.now(), text=text)))
    if despite:
        session.catch_up()
    return list(found.values())


def _newest(session: Session, row: ItemRow) -> Substitute | None:
    """Return an item's newest redaction that was not withdrawn and is one of this item."""
    copies = {each.id: each for each in session.index.derivations(row.id, OPERATION)}
    newest: Substitute | None = None
    for record in session.index.naming([row.id], ["redaction"]):
        body = record.body
        # A record may be put in by hand: a copy counts only if it was made from this item.
        if record.retracted or not isinstance(body, Redaction) or body.item != row.id:
            continue
        copy = copies.get(body.copy)
        if copy is None or copy.sha256 is None:
            raise InputError(
                "erased", item=row.ref or row.id, expected="the copy that its redaction names",
                found="none that was made from it",
                remedy=f"redact it again, then retract {session.record_ref(record.number)}",
            )  # fmt: skip
        if newest is None or copy.index > newest.copy.index:
            newest = Substitute(row, copy, body)
    return newest


def _same_person(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def rules_for(session: Session, chosen: Sequence[Substitute]) -> list[Withholding]:
    """Return what is withheld with the originals: whatever could confirm or measure a guess."""
    rules: dict[tuple[str, str], Withholding] = {}

    def keep(object_id: str, fields: Sequence[str], said: Redaction) -> None:
        for field in fields:
            rule = Withholding(field, said.code, said.basis, object_id, said.approver)
            rules.setdefault((object_id, field), rule)

    for each in chosen:
        keep(each.row.id, ("sha256", "size_bytes"), each.said)
        keep(each.copy.id, ("input_sha256",), each.said)
        for fields in _fields_about(session, each.row.id):
            if isinstance(fields, Acquire):
                if fields.sender is not None:
                    keep(each.row.id, ("sender",), each.said)
                if any(isinstance(one, Receipt) for one in _fields_about(session, fields.intake)):
                    keep(fields.intake, ("contents_sha256", "bytes_total"), each.said)
    return list(rules.values())


def _fields_about(session: Session, object_id: str) -> list[object]:
    return [
        session.entry(about.index)[1]
        for about in session.index.entries_about(object_id)
        if about.log == "evidence" and about.object_id == object_id
    ]


def hidden_texts(session: Session, chosen: Sequence[Substitute]) -> list[str]:
    """Return what the marks in copies of texts hide, for the leak check: it may stand elsewhere.

    Digests of the text are among it. What boxes hide in pictures and pages no program knows. The
    caller has logged the read.
    """
    found: list[str] = []
    for each in chosen:
        found.append(each.row.sha256 or "")
        # Citations carry the digest of the extracted text, which confirms a guess as well.
        found += [
            made.sha256 for made in session.index.derivations(each.row.id)
            if made.sha256 is not None and made.operation != OPERATION
        ]  # fmt: skip
        if not each.said.spans:
            continue
        data = b"".join(original(session, each.row))
        text = spans.decode(data, _encoding(each.copy.parameters)).text
        places = [Span(start, end) for start, end in each.said.spans]
        found += [text[span.start : span.end] for span in spans.merged(text, places)]
        for spelt in (text, text.replace("\r\n", "\n").replace("\r", "\n")):
            found.append(hashlib.sha256(spelt.encode("utf-8", "surrogatepass")).hexdigest())
    return [text for text in found if text.strip()]


def _encoding(parameters: str) -> str | None:
    value = canonical.decode(parameters.encode())
    encoding = value.get("encoding") if isinstance(value, dict) else None
    return encoding if isinstance(encoding, str) else None
