"""Four kinds of time, each by its name, none filled from another one."""

from __future__ import annotations

from probatum.model.nouns import Description
from probatum.model.values import When
from probatum.record.timeline import timeline
from record.world import World, ident


def test_four_kinds_of_time_are_kept_apart() -> None:
    world = World()
    world.source("clerk")
    world.occurrence("raid", when=When(edtf="2026-03"))
    world.says("a", "raid", "clerk", said="2026-03-09")
    world.put("photo", Description(item=ident("item"), published=When(edtf="2026-03-10"),
                                   collected=When(edtf="2026-03-12")))  # fmt: skip
    lines = timeline(world.weighed(), kinds=("event", "said", "collected"))
    assert [(each.kind, each.when) for each in lines] == [
        ("event", "2026-03"), ("said", "2026-03-09"), ("said", "2026-03-10"),
        ("collected", "2026-03-12"),
    ]  # fmt: skip
    recorded = timeline(world.weighed(), kinds=("recorded",))
    assert {each.earliest for each in recorded} == {"2026-01-02"}


def test_what_has_no_date_stands_at_the_end_with_its_reason() -> None:
    world = World()
    world.source("clerk")
    world.time("one", "2026-03-01")
    world.occurrence("raid", when=When(unknown="not-asked"))
    world.says("a", "one", "clerk")
    lines = timeline(world.weighed(), kinds=("event", "said"))
    assert [(each.kind, each.when, each.earliest) for each in lines] == [
        ("event", "2026-03-01", "2026-03-01"), ("event", "not known (not asked)", None),
        ("said", "not known (not stated)", None),
    ]  # fmt: skip


def test_what_nobody_stands_by_is_marked() -> None:
    world = World()
    world.source("clerk")
    world.time("one", "2026-03-01")
    world.says("a", "one", "clerk", "denies")
    assert [each.stands for each in timeline(world.weighed(), kinds=("event",))] == [False]
