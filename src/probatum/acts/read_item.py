"""Read items: what an extractor suggests is stored, for a person to accept, correct or reject.

A reading is one ``derive/1`` entry of operation ``reading``, with a plug-in's prompt and reply
beside it, and one ``suggestion`` record for each record that it proposes. The same text is not
read twice by the same extractor in the same version, unless a person says more about it or asks for
it. Whenever it is read anew, decisions are carried over (`carry_over`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import msgspec

from probatum.acts.article import Stated, article, stated_as
from probatum.acts.carry_over import Carried, carried_over
from probatum.acts.cite import citation, newest_text
from probatum.acts.derived import Making, derived_bytes, store
from probatum.acts.extract_text import extract
from probatum.acts.put_record import recorded
from probatum.acts.session import Session, no_progress, require_writable
from probatum.acts.text_of import TextOf, text_of
from probatum.errors import InputError
from probatum.index.record_queries import DerivationRow, RecordRow
from probatum.index.rows import ItemRow
from probatum.model.kinds import Fields, Retract
from probatum.model.nouns import Decision, Suggestion
from probatum.model.values import Citation, Machine
from probatum.read.contract import Reading, Span
from probatum.read.extractor import Extractor
from probatum.read.host import Outcome, Plain, plain
from probatum.read.host import read as read_article
from probatum.read.proposing import proposals

READING, PROMPT, REPLY = "reading", "reading-prompt", "reading-reply"
_OF_ONE_ITEM = frozenset({"extractor-failed", "erased"})  # the others can be read all the same
_MOST_SPANS = 50  # citations of one suggestion; the reading itself has all mentions

Done = Literal["read", "known", "no-text", "failed"]


class Kept(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is stored of a reading: ``rejected`` counts what was not taken, by reason."""

    extractor: str
    version: str
    weights_sha256: str | None
    rejected: dict[str, int]
    reading: Reading

    def plain(self) -> Plain:
        """Return the reading as plain JSON values."""
        return plain(self.reading)


@dataclass(frozen=True, slots=True)
class ItemReading:
    """What became of one item. ``kept`` is None where it has no text; ``text`` is what was read.

    ``failure`` is the code of the error for which an item of many was passed over. ``carried`` says
    what became of earlier readings of this text, None if it is the first one.
    """

    row: ItemRow
    done: Done
    kept: Kept | None
    text: str
    group: str | None = None
    suggested: int = 0
    failure: str | None = None
    carried: Carried | None = None


def read_items(
    session: Session, refs: Sequence[str], extractor: Extractor, stated: Stated, *,
    again: bool = False, on_progress: Callable[[int, int], None] = no_progress,
) -> list[ItemReading]:  # fmt: skip
    """Read these items, and make their texts first where there are none. Reads are logged.

    ``again`` reads as well what this extractor has read, with what was said of it then unless
    ``stated`` says something. Raises UseError ``unknown-id``, ``wrong-use``; InputError
    ``erased``, ``extractor-failed``.
    """
    require_writable(session)
    rows = list({row.id: row for row in map(session.live, refs)}.values())
    return _read(session, rows, extractor, stated, on_progress, again=again)


def read_all_new(
    session: Session, extractor: Extractor, stated: Stated, *,
    on_progress: Callable[[int, int], None] = no_progress,
) -> list[ItemReading]:  # fmt: skip
    """Read every item that this extractor has not read yet; an interrupted run goes on there.

    An item that the extractor fails on is passed over, and is new the next time.
    """
    require_writable(session)
    session.catch_up()
    identity = extractor.identity
    rows = [
        row for row in session.index.items()
        if not row.erased and not any(
            (each.tool, each.tool_version) == (identity.id, identity.version)
            and each.input_sha256 == _newest_text(session, row)
            for each in session.index.derivations(row.id, READING)
        )
    ]  # fmt: skip
    return _read(session, rows, extractor, stated, on_progress, whole=False)


def _newest_text(session: Session, row: ItemRow) -> str | None:
    made = newest_text(session, row.id)
    return None if made is None else made.sha256


def reading_of(session: Session, row: ItemRow, extractor: str | None = None) -> ItemReading | None:
    """Return the newest reading of an item (by that extractor); the caller has logged the read."""
    found = [each for each in session.index.derivations(row.id, READING)
             if extractor in (None, each.tool)]  # fmt: skip
    return None if not found else _known(session, row, found[-1], "")


def suggestions_of(session: Session, item: str, group: str | None = None) -> list[RecordRow]:
    """Return the suggestions about an item that count, of one reading or of all, in their order."""
    rows = session.index.naming([item], ["suggestion"])
    return sorted(
        (
            row for row in rows
            if isinstance(row.body, Suggestion) and not row.retracted
            and group in (None, row.body.group)
        ),
        key=lambda row: row.number,
    )  # fmt: skip


def decisions_on(session: Session, suggestions: Iterable[str]) -> dict[str, RecordRow]:
    """Return the decision that counts about each of these suggestions, by its id."""
    wanted = set(suggestions)
    return {
        row.body.suggestion: row
        for row in session.index.naming(sorted(wanted), ["decision"])
        if isinstance(row.body, Decision) and not row.retracted and row.body.suggestion in wanted
    }


def _read(
    session: Session, rows: Sequence[ItemRow], extractor: Extractor, stated: Stated,
    on_progress: Callable[[int, int], None], *, whole: bool = True, again: bool = False,
) -> list[ItemReading]:  # fmt: skip
    found: list[ItemReading] = []
    for count, row in enumerate(rows, start=1):
        try:
            done = _read_one(session, row, extractor, stated, again=again)
        except InputError as error:
            if whole or error.code not in _OF_ONE_ITEM:
                raise
            done = ItemReading(row, "failed", None, "", failure=error.code)
        found.append(done if whole else _counts_only(done))
        on_progress(count, len(rows))
    return found


def _counts_only(done: ItemReading) -> ItemReading:
    """Return it without text and suggestions: of all items of a case they fill the memory."""
    kept = done.kept
    if kept is not None:
        kept = msgspec.structs.replace(
            kept, reading=msgspec.structs.replace(kept.reading, suggestions=())
        )
    return replace(done, kept=kept, text="")


def _read_one(
    session: Session, row: ItemRow, extractor: Extractor, stated: Stated, *, again: bool
) -> ItemReading:
    made = text_of(session, row.id, "reading")
    if not made.attempted:
        extract(session, [row.id])
        made = text_of(session, row.id, "reading")
    if made.text is None or made.made is None or made.made.sha256 is None:
        return ItemReading(row, "no-text", None, "")
    earlier = _earlier(session, row, made.made.sha256, extractor, stated)
    if earlier is not None and not again:
        return _known(session, row, earlier, made.text)
    if again and stated == Stated():
        stated = _stated_before(session, row, extractor)
    facts = made.outline.metadata if made.outline is not None else ()
    asked = article(made.text, facts, stated)
    with session.aside():
        outcome = read_article(asked, extractor)
    session.live(row.id)  # meanwhile somebody may have erased it, or read it as well
    earlier = _earlier(session, row, made.made.sha256, extractor, stated)
    if earlier is not None and not again:
        return _known(session, row, earlier, made.text)
    return _store(session, row, made, outcome, stated)


def _earlier(
    session: Session, row: ItemRow, text_sha256: str, extractor: Extractor, stated: Stated
) -> DerivationRow | None:
    identity = extractor.identity
    for each in reversed(session.index.derivations(row.id, READING)):
        same = (each.tool, each.tool_version, each.input_sha256) == (
            identity.id, identity.version, text_sha256,
        )  # fmt: skip
        if same and stated.spelled() in ("", each.parameters):
            return each
    return None


def _stated_before(session: Session, row: ItemRow, extractor: Extractor) -> Stated:
    """Return what a person said of this item when it was last read by any version of a reader."""
    made = [each for each in session.index.derivations(row.id, READING)
            if each.tool == extractor.identity.id]  # fmt: skip
    return stated_as(made[-1].parameters) if made else Stated()


def _known(session: Session, row: ItemRow, made: DerivationRow, text: str) -> ItemReading:
    kept = msgspec.json.decode(derived_bytes(session, made), type=Kept)
    found = suggestions_of(session, row.id, made.id)
    return ItemReading(row, "known", kept, text, made.id, len(found))


def _store(
    session: Session, row: ItemRow, made: TextOf, outcome: Outcome, stated: Stated
) -> ItemReading:
    identity, text = outcome.identity, made.text or ""
    machine = Machine(
        extractor=identity.id,
        version=identity.version,
        model_sha256=identity.weights_sha256,
        raw_sha256=_sha256(outcome.raw),
        prompt_sha256=_sha256(outcome.prompt),
    )

    def cite(span: Span) -> Citation:
        return citation(row.id, text, span.start, span.end)

    found = proposals(
        outcome.reading, row.id, lambda span: msgspec.to_builtins(cite(span)),
        msgspec.to_builtins(machine),
    )  # fmt: skip
    outcome = replace(outcome, rejected=(*outcome.rejected, *found.rejected))
    kept = Kept(extractor=identity.id, version=identity.version, rejected=outcome.counted(),
                weights_sha256=identity.weights_sha256, reading=outcome.reading)  # fmt: skip

    texts = ((READING, msgspec.json.encode(kept)), (PROMPT, outcome.prompt), (REPLY, outcome.raw))
    drafts: list[tuple[str, Fields]] = []
    for operation, data in texts:
        if data is not None:
            making = Making(row.id, outcome.reading.text_sha256, operation, identity.id,
                            identity.version, stated.spelled())  # fmt: skip
            drafts.append(store(session, making, "application/json", data)[0])
    group = drafts[0][0]
    suggested: list[tuple[str, Suggestion]] = []
    for each in found.taken:
        # The publisher, whom the text need not name, is cited by the item as a whole.
        cited = tuple(map(cite, each.spans[:_MOST_SPANS])) or (Citation(item=row.id),)
        body = Suggestion(
            citations=cited, proposed=each.noun, machine=machine, group=group, name=each.name,
            proposes=msgspec.json.encode(each.fields).decode(),
        )  # fmt: skip
        suggested.append((session.case.new_object()[0], body))
    decided, carried = _carried(session, row, outcome, suggested)
    drafts += _set_aside(session, row, identity.id)
    drafts += [(object_id, recorded(session, body)) for object_id, body in suggested]
    drafts += [(session.case.new_object()[0], recorded(session, body)) for body in decided]
    session.record(*drafts)
    return ItemReading(row, "read", kept, text, group, len(found.taken), carried=carried)


def _carried(
    session: Session, row: ItemRow, outcome: Outcome, suggested: Sequence[tuple[str, Suggestion]]
) -> tuple[list[Decision], Carried | None]:
    """Return decisions of earlier readings of this text that stand for the new one as well."""
    groups = [each.id for each in reversed(session.index.derivations(row.id, READING))
              if each.input_sha256 == outcome.reading.text_sha256]  # fmt: skip
    if not groups:
        return [], None
    rows = suggestions_of(session, row.id)
    earlier = [[each for each in rows if isinstance(each.body, Suggestion)
                and each.body.group == group] for group in groups]  # fmt: skip
    decisions = decisions_on(session, (each.id for each in rows))
    return carried_over(session, earlier, decisions, suggested)


def _set_aside(session: Session, row: ItemRow, extractor: str) -> list[tuple[str, Fields]]:
    """Return retractions of what the same extractor suggested before and nobody decided about."""
    earlier = [
        each for each in suggestions_of(session, row.id)
        if isinstance(each.body, Suggestion) and each.body.machine.extractor == extractor
    ]  # fmt: skip
    decided = decisions_on(session, (each.id for each in earlier))
    return [
        (each.id, Retract(by=session.by, at=session.now(), why="the text was read again"))
        for each in earlier if each.id not in decided
    ]  # fmt: skip


def _sha256(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
