"""The order in which records are handed in changes no answer."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from probatum.model.nouns import Incident
from probatum.model.values import When
from probatum.record.board import Known
from probatum.record.incidents import view
from probatum.record.reprints import Reprints
from probatum.record.resolution import RULES
from probatum.record.timeline import timeline
from record.world import INCIDENT, World, ident

STANCES = ["asserts", "reports", "denies", "disputes", "acknowledges", "condemns", "retracts",
           "corrects"]  # fmt: skip


@st.composite
def worlds(draw: st.DrawFn) -> World:
    """A small world with everything in it, drawn at random."""
    world = World()
    sources = [f"s{number}" for number in range(4)]
    for name in sources:
        world.source(name)
    for a, b in draw(st.lists(st.sampled_from([("s0", "s1"), ("s1", "s2"), ("s0", "s2")]))):
        world.same(a, b, draw(st.sampled_from(["yes", "no", "undecided"])))
    world.place("wide")
    world.place("near", within="wide")
    targets = []
    for number in range(draw(st.integers(1, 5))):
        name, kind = f"p{number}", draw(st.integers(0, 4))
        fields: dict[str, Any] = {}
        if kind == 0:
            if draw(st.booleans()):
                fields["as_of"] = When(edtf=f"2026-03-0{draw(st.integers(1, 3))}")
            bound = draw(st.sampled_from(["exact", "at_least", "about", "up_to"]))
            world.figure(name, draw(st.integers(0, 60)), bound, **fields)
        elif kind == 1:
            world.time(name, f"2026-03-0{draw(st.integers(1, 3))}")
        elif kind == 2:
            world.at(name, draw(st.sampled_from(["wide", "near"])))
        elif kind == 3:
            world.by(name, draw(st.sampled_from(sources)))
        else:
            world.occurrence(name)
        targets.append(name)
    for number in range(draw(st.integers(0, 9))):
        chain = draw(st.lists(st.sampled_from([*sources, None]), max_size=2))
        world.says(
            f"a{number}", draw(st.sampled_from(targets)),
            draw(st.sampled_from([*sources, None])), draw(st.sampled_from(STANCES)), via=chain,
            said=draw(st.sampled_from([None, "2026-03-05", "2026-03-09", "2026-03"])),
        )  # fmt: skip
        targets.append(f"a{number}")
    return world


@settings(max_examples=120, deadline=None)
@given(worlds(), st.integers(0, 2**16))
def test_the_order_of_records_changes_no_answer(world: World, seed: int) -> None:
    plain, shuffled = world.weighed(), world.weighed(seed)
    assert world.contradictions() == world.contradictions(seed)
    assert timeline(plain) == timeline(shuffled)
    incident = plain.board.get(ident(INCIDENT), Incident)
    assert isinstance(incident, Known)
    for rule in RULES:
        views = [
            view(each, Reprints(each.board), incident, world.contradictions(), rule)
            for each in (plain, shuffled)
        ]
        assert views[0] == views[1]


@settings(max_examples=120, deadline=None)
@given(worlds())
def test_counts_are_what_they_say(world: World) -> None:
    for known in world.known:
        if known.noun in ("figure", "occurrence", "event_time"):
            found = world.support(known.ref.removeprefix("EXR-")).origins
            claims = [claim.id for group in found.groups for claim in group.claims]
            assert 0 <= found.low <= found.high == len(found.groups) <= len(claims)
            assert (found.low == 0) == (found.high == 0)
            assert len(claims) == len(set(claims)), "every claim has one origin"


@settings(max_examples=120, deadline=None)
@given(worlds())
def test_every_contradiction_has_two_sides_and_a_reason(world: World) -> None:
    for each in world.contradictions():
        assert each.why
        assert each.other.records
        assert not {claim.id for claim in each.one.claims} & {c.id for c in each.other.claims}
