"""A record and a list of records as they stood at a moment, with what they named then."""

from __future__ import annotations

from pathlib import Path

import pytest

from offices import Office
from probatum.acts.put_record import put
from probatum.acts.record_board import moment
from probatum.acts.retract_record import retract
from probatum.acts.show_record import list_records, show_record
from probatum.errors import UseError
from probatum.model.nouns import Assertion, Attribution, Incident, Occurrence, Source
from probatum.model.values import NameForm


class World:
    """A claim whose speaker was corrected, an incident that was withdrawn, a later record."""

    def __init__(self, folder: Path) -> None:
        self.office = Office(folder, "exercise")
        with self.office.open() as session:
            self.mill = put(
                session,
                Incident(title="Mill"),
            )
            self.act = put(session, Occurrence(kind="killing", incident=self.mill.id))
            self.clerk, self.mayor = (
                put(session, Source(kind="person", names=(NameForm(full=name),)))
                for name in ("Clerk", "Mayor")
            )
            said = Assertion(about=self.act.id, stance="asserts", speaker=self.clerk.id)
            self.said = put(session, said)
            self.did = put(session, Attribution(actor=self.clerk.id, incident=self.mill.id))
            self.moment = moment(session.now())
        with self.office.open() as session:
            put(session, Assertion(about=self.act.id, stance="asserts", speaker=self.mayor.id),
                id=self.said.id, why="misread")  # fmt: skip
            hidden = Source(kind="person", names=(NameForm(full="Clerk"),), protected=True)
            put(session, hidden, id=self.clerk.id, why="at risk")
            retract(session, self.mill.ref, why="entered twice")
            self.later = put(session, Incident(title="Later"))


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_a_record_is_shown_with_what_it_named_and_what_named_it(world: World) -> None:
    with world.office.open() as session:
        then = show_record(session, world.said.ref, as_of=world.moment)
        now = show_record(session, world.said.ref)
        assert [each.ref for each in then.names] == [world.act.ref, world.clerk.ref]
        assert [each.ref for each in now.names] == [world.act.ref, world.mayor.ref]
        assert (then.versions, then.held, then.as_of) == (1, None, world.moment)
        assert (now.versions, now.held, now.as_of) == (2, False, None)
        assert then.row.why is None and now.row.why == "misread"
        clerk = show_record(session, world.clerk.ref, as_of=world.moment)
        assert [each.ref for each in clerk.named_by] == [world.said.ref, world.did.ref]
        assert show_record(session, world.mayor.ref, as_of=world.moment).named_by == ()


def test_a_record_that_was_withdrawn_later_counted_then(world: World) -> None:
    with world.office.open() as session:
        assert not show_record(session, world.mill.ref, as_of=world.moment).row.retracted
        assert show_record(session, world.mill.ref).row.retracted
        with pytest.raises(UseError, match="recorded later"):
            show_record(session, world.later.ref, as_of=world.moment)


def test_a_list_has_what_there_was_as_it_stood(world: World) -> None:
    with world.office.open() as session:
        then = list_records(session, ["incident"], as_of=world.moment)
        assert [(each.ref, each.row.retracted) for each in then] == [(world.mill.ref, False)]
        now = list_records(session, ["incident"])
        assert [(each.ref, each.row.retracted) for each in now] == [
            (world.mill.ref, True), (world.later.ref, False)
        ]  # fmt: skip
        ahead = list_records(session, as_of="2999-01-01T00:00:00.000000Z")
        assert [each.ref for each in ahead] == [each.ref for each in list_records(session)]
        assert list_records(session, as_of="1999-01-01T00:00:00.000000Z") == []


def test_who_is_protected_now_has_no_name_in_captions_of_before(world: World) -> None:
    with world.office.open() as session:
        then = show_record(session, world.did.ref, as_of=world.moment)
        assert "Clerk" not in then.caption and world.clerk.ref in then.caption
        [listed] = list_records(session, ["attribution"], as_of=world.moment)
        assert listed.caption == then.caption


def test_both_are_reads(world: World) -> None:
    with world.office.open() as session:
        before = session.case.access.size
        show_record(session, world.said.ref, as_of=world.moment)
        list_records(session, as_of=world.moment)
        assert session.case.access.size == before + 2
