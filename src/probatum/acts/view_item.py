"""All that is known about one item, for somebody who looks at it; logged before it is answered.

Everything is bounded: an item of a large case may have been taken in a thousand times, and be cited
by more records than a page can hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probatum.acts.captions_of import captions_of
from probatum.acts.hold_item import held_among
from probatum.acts.look_at_item import Form, form_of_item
from probatum.acts.read_item import decisions_on
from probatum.acts.session import Session, require_writable
from probatum.index.item_queries import AcquisitionRow
from probatum.index.record_queries import DerivationRow, RecordRow
from probatum.index.rows import ItemRow
from probatum.model.captions import caption
from probatum.model.citing import cited, citing_nouns
from probatum.model.kinds import Intake, Note
from probatum.model.nouns import NOUNS, Assertion, Assessment, Description, Link, Source
from probatum.model.record import Record
from probatum.model.values import Citation

MOST = 200  # acquisitions, notes, records of a kind
MOST_MARKS = 2_000  # records that cite a text
_APART = ("description", "link", "assessment", "suggestion", "decision", "redaction")


@dataclass(frozen=True, slots=True)
class Taken:
    """One acquisition with its intake, and the log position of the intake's entry."""

    acquired: AcquisitionRow
    intake: Intake | None
    intake_index: int | None


@dataclass(frozen=True, slots=True)
class Linked:
    """Another item. ``forward``: this item is ``relation`` of the other one."""

    relation: str
    forward: bool
    row: ItemRow
    record: str
    maker: str | None


@dataclass(frozen=True, slots=True)
class Citing:
    """A record that names this item. ``said`` is it in a line, of an assertion who takes which
    stance; ``places`` are its citations of this item, ``quote`` the words of the first one.
    """

    record: RecordRow
    ref: str
    said: str
    who: str | None
    places: tuple[Citation, ...]

    @property
    def quote(self) -> str | None:
        """The words that it cites first."""
        return next((each.exact for each in self.places if each.exact), None)


@dataclass(frozen=True, slots=True)
class Judged:
    """An assessment of the item. ``reviews`` is the reference of the one that it reviews."""

    record: RecordRow
    ref: str
    body: Assessment
    reviews: str | None


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item and what belongs to it. ``first`` is the log position of its first entry."""

    row: ItemRow
    form: Form
    media_type: str | None
    first: int | None
    held: bool
    description: RecordRow | None
    publisher: str | None
    taken: tuple[Taken, ...]
    notes: tuple[tuple[int, Note], ...]
    links: tuple[Linked, ...]
    assessments: tuple[Judged, ...]
    derived: tuple[DerivationRow, ...]
    citing: tuple[Citing, ...]
    more_citing: bool
    suggestions: int


def view(session: Session, ref: str) -> ItemView:
    """Return what belongs to an item. Raises UseError ``unknown-id``; InputError ``erased``."""
    require_writable(session)
    row = session.live(ref)
    index = session.index
    apart = {noun: index.naming_some(row.id, [noun], MOST) for noun in _APART if noun != "decision"}
    naming = index.naming_some(row.id, _others(), MOST + 1)
    shown = naming[:MOST]
    description = _about(apart["description"], row.id)
    links = [each for each in apart["link"] if isinstance(each.body, Link)]
    others = index.some_items(_other_ends(links, row.id))
    publisher = _publisher(session, description)
    reviewed = _reviewed(session, apart["assessment"])
    seen = [*shown, *apart["assessment"], *links, *publisher[:1], *reviewed]
    if description is not None:
        seen.append(description)
    citing, looked_at = citing_of(session, row.id, shown)
    session.saw_records(
        "item", list({each.id: each for each in (*seen, *looked_at)}.values()),
        [row, *others.values()],
    )  # fmt: skip
    return ItemView(
        row=row, form=form_of_item(session, row), media_type=index.media_of([row.id]).get(row.id),
        first=index.first_entry(row.id), held=bool(held_among(session, [row.id])),
        description=description, publisher=_name(publisher), taken=_taken(session, row.id),
        notes=_notes(session, row.id), links=tuple(_linked(session, links, row.id, others)),
        assessments=tuple(_judged(session, apart["assessment"], row.id)),
        derived=tuple(index.derivations(row.id)[-MOST:]), citing=tuple(citing),
        more_citing=len(naming) > MOST, suggestions=len(apart["suggestion"]),
    )  # fmt: skip


def marks(session: Session, row: ItemRow, text_sha256: str) -> list[Citing]:
    """Return the records, suggestions included, that cite this text of an item; logged.

    Suggestions that somebody decided about are left out: what became of them cites it itself.
    """
    found = session.index.naming_some(row.id, citing_nouns(), MOST_MARKS)
    decided = _decided(session, [each.id for each in found if each.noun == "suggestion"])
    left = [each for each in found if each.id not in decided]
    citing, looked_at = citing_of(session, row.id, left)
    here = [each for each in citing if any(one.text_sha256 == text_sha256 for one in each.places)]
    shown = {each.record.id: each.record for each in here}
    shown |= {each.id: each for each in looked_at}
    session.saw_records("citations of an item", list(shown.values()), [row])
    return here


def citing_of(
    session: Session, item: str, rows: Sequence[RecordRow]
) -> tuple[list[Citing], list[RecordRow]]:
    """Return these records as what cites an item, and the records that were looked at for names."""
    captions, looked_at = captions_of(session, rows)
    speakers = {
        each.id: each
        for each in session.index.some_records(
            each.body.speaker for each in rows
            if isinstance(each.body, Assertion) and each.body.speaker is not None
        )
    }  # fmt: skip
    called, more = captions_of(session, speakers.values())
    found = []
    for each in rows:
        places = () if each.body is None else _places(each.body, item)
        who = None
        if isinstance(each.body, Assertion) and each.body.speaker in speakers:
            who = _called(session, speakers[each.body.speaker], called)
        found.append(Citing(each, session.record_ref(each.number), captions[each.id], who, places))
    return found, [*looked_at, *speakers.values(), *more]


def _called(session: Session, row: RecordRow, captions: dict[str, str]) -> str:
    ref = session.record_ref(row.number)
    if isinstance(row.body, Source) and row.body.protected:
        return f"protected source {ref}"
    return captions.get(row.id) or ref


def _places(body: Record, item: str) -> tuple[Citation, ...]:
    return tuple(each for _, each in cited(body) if each.item == item)


def _others() -> list[str]:
    """Return the nouns that the page lists as naming an item: all but those with a place apart."""
    return [each for each in NOUNS if each not in _APART]


def _decided(session: Session, suggestions: Iterable[str]) -> set[str]:
    return set(decisions_on(session, suggestions))


def _about(rows: Sequence[RecordRow], item: str) -> RecordRow | None:
    ours = [each for each in rows if isinstance(each.body, Description) and each.body.item == item]
    return ours[-1] if ours else None


def _publisher(session: Session, description: RecordRow | None) -> list[RecordRow]:
    body = None if description is None else description.body
    if not isinstance(body, Description) or body.publisher is None:
        return []
    return session.index.some_records([body.publisher])


def _name(publisher: Sequence[RecordRow]) -> str | None:
    if not publisher or publisher[0].body is None:
        return None
    body = publisher[0].body
    return None if getattr(body, "protected", False) else caption(body)


def _other_ends(links: Iterable[RecordRow], item: str) -> set[str]:
    ends: set[str] = set()
    for each in links:
        assert isinstance(each.body, Link)
        ends |= {each.body.item, each.body.of}
    return ends - {item}


def _linked(
    session: Session, links: Iterable[RecordRow], item: str, others: dict[str, ItemRow]
) -> list[Linked]:
    found = []
    for each in links:
        body = each.body
        assert isinstance(body, Link)
        other = others.get(body.of if body.item == item else body.item)
        if other is not None and item in (body.item, body.of):
            ref = session.record_ref(each.number)
            found.append(Linked(body.relation, body.item == item, other, ref, body.maker))
    return found


def _reviewed(session: Session, assessments: Sequence[RecordRow]) -> list[RecordRow]:
    wanted = {each.body.reviews for each in assessments
              if isinstance(each.body, Assessment) and each.body.reviews}  # fmt: skip
    return session.index.some_records(wanted)


def _judged(session: Session, rows: Sequence[RecordRow], item: str) -> list[Judged]:
    numbers = {each.id: each.number for each in rows}
    found = []
    for each in rows:
        body = each.body
        if isinstance(body, Assessment) and body.target == item:
            number = numbers.get(body.reviews or "")
            reviews = None if number is None else session.record_ref(number)
            found.append(Judged(each, session.record_ref(each.number), body, reviews))
    return found


def _taken(session: Session, item: str) -> tuple[Taken, ...]:
    intakes: dict[str, tuple[int | None, Intake | None]] = {}
    found = []
    for each in session.index.acquisitions(item, MOST):
        if each.intake not in intakes:
            position = session.index.first_entry(each.intake)
            fields = None if position is None else session.entry(position)[1]
            intakes[each.intake] = position, fields if isinstance(fields, Intake) else None
        position, intake = intakes[each.intake]
        found.append(Taken(each, intake, position))
    return tuple(found)


def _notes(session: Session, item: str) -> tuple[tuple[int, Note], ...]:
    found = []
    for position in session.index.entries_of(item, Note.kind, MOST):
        _, fields = session.entry(position)
        if isinstance(fields, Note):
            found.append((position, fields))
    return tuple(found)
