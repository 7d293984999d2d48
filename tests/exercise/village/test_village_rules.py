"""What the rules of the record answer on the village: the story is what they are tried on."""

from __future__ import annotations

import pytest

from exercise.village.village_case import items, records, told
from probatum.exercise.village.rows import Delivery
from probatum.model.nouns.assertions import Assertion
from probatum.record.board import Board, Known
from probatum.record.contradictions import Contradiction, contradictions
from probatum.record.origins import Origins, origins
from probatum.record.reprints import Reprints
from probatum.record.weighing import Weighed


class Village:
    """A board with the village's records, asked by their names."""

    def __init__(self, *deliveries: Delivery) -> None:
        made = records([row for row in told() if row.delivery in deliveries])
        self.ids = {name: object_id for name, object_id, _ in made}
        self.board = Board(
            Known(object_id, name, record.noun, record, index, "2026-01-01T00:00:00Z", "E. X.")
            for index, (name, object_id, record) in enumerate(made)
        )
        self.weighed = Weighed(self.board)
        self.reprints = Reprints(
            self.board, {each.item: each.text or "" for each in items().values()}
        )

    def clashes(self) -> tuple[Contradiction, ...]:
        return contradictions(self.weighed, self.reprints)

    def origins_of(self, name: str) -> Origins:
        claims = [
            claim
            for claim in self.board.of(Assertion)
            if claim.record.about == self.ids[name]
            and claim.record.stance in ("asserts", "reports", "acknowledges", "estimates")
        ]
        return origins(self.weighed, self.reprints, claims)


@pytest.fixture(scope="module")
def village() -> Village:
    return Village("first", "later", "review")


def pairs(village: Village, kind: str) -> set[frozenset[str]]:
    """The names of the propositions of each contradiction of a kind."""
    names = {object_id: name for name, object_id in village.ids.items()}
    return {
        frozenset(names[each.id] for each in (*clash.one.propositions, *clash.other.propositions))
        for clash in village.clashes()
        if clash.kind == kind
    }


def test_seven_texts_with_one_figure_have_one_origin(village: Village) -> None:
    found = village.origins_of("@clerk-20")
    assert (len(found.groups[0].claims), found.low, found.high) == (7, 1, 1)


def test_an_undecided_identity_widens_the_range(village: Village) -> None:
    found = village.origins_of("@led-away")
    assert (found.low, found.high) == (1, 2)


def test_a_denial_shows_what_it_denies(village: Village) -> None:
    denied = pairs(village, "denial")
    for name in ("@killings", "@killings-by-column", "@shelling-by-service"):
        assert any(name in each for each in denied), name


def test_one_speaker_denied_what_it_later_acknowledged(village: Village) -> None:
    assert any("@killings" in each for each in pairs(village, "one-speaker"))
    first = Village("first")
    assert not pairs(first, "one-speaker")


def test_the_place_of_both_photographs_and_the_day_of_withdrawal_are_disputed(
    village: Village,
) -> None:
    shown = pairs(village, "depictions")
    assert {"@tower-shows-haldrevin", "@tower-shows-kembrin"} in shown
    assert {"@orchard-shows-haldrevin", "@orchard-shows-kembrin"} in shown
    assert {"@withdrawal-1-september", "@withdrawal-at-night"} in pairs(village, "times")


def test_both_figures_that_were_corrected_are_found(village: Village) -> None:
    corrected = pairs(village, "correction")
    assert any("@office-killed-6" in each for each in corrected)
    assert any("@minister-40" in each for each in corrected)


def test_figures_that_grow_contradict_nothing(village: Village) -> None:
    names = {object_id: name for name, object_id in village.ids.items()}
    found = [clash for clash in village.clashes() if clash.kind == "figures"]
    assert found
    for clash in found:
        sides = [{names[each.id] for each in s.propositions} for s in (clash.one, clash.other)]
        growing = [any(name.startswith("@office-") for name in side) for side in sides]
        assert growing != [True, True], sides
        assert not {"@refugees-6400", "@nationwide-366"} & (sides[0] | sides[1])


def test_the_protected_speaker_adds_an_origin_only_inside(village: Village) -> None:
    inside = Village("first", "later", "protected", "review")
    assert village.origins_of("@shots").high + 1 == inside.origins_of("@shots").high
