"""Families that die together: kin are not one person, and a person with two given names is."""

from __future__ import annotations

import numpy as np
import pytest
from msgspec import structs

from link.shown import f1
from probatum.exercise.victim_lists import Made, make_lists
from probatum.link.columns import columns
from probatum.link.comparisons import COMPARISONS, PLACE_OF
from probatum.link.kinship import _shared
from probatum.link.levels import levels
from probatum.link.linking import Linkage, link
from probatum.link.queue import aspects
from probatum.model.values import NameForm, When
from probatum.model.victims import PlaceSaid, Victim

KIN = PLACE_OF["kin"]


def of_family(
    of: str, number: int, given: str, *, family: str | None = "Zarhuni", father: str = "Karim",
    died: str | None = "2024-02-11", place: str | None = "Haldrevin", age: int | None = None,
) -> Victim:  # fmt: skip
    """Somebody of one family, on one day, in one place."""
    return Victim(
        list=of, row=str(number), number=number,
        names=(NameForm(given=given, father=father, family=family),),
        died=When(edtf=died) if died else None, age_low=age, age_high=age,
        place=PlaceSaid(text=place) if place else None,
    )  # fmt: skip


def others() -> list[Victim]:
    """Rows of two lists about other people."""
    of = {"exercise-families": "a", "exercise-committee": "b"}
    return [structs.replace(each, list=of[each.list], row=f"other {each.row}")
            for each in make_lists(150, seed=3).victims if each.list in of]  # fmt: skip


@pytest.mark.parametrize("beside", [[], others()], ids=["alone", "among others"])
def test_brothers_on_two_lists_are_two_persons(beside: list[Victim]) -> None:
    rows = [of_family("a", 1, "Ahmed"), of_family("b", 1, "Yusuf"), *beside]
    draws = link(rows, policy={}, seed=1).draws
    assert draws.best[0] != draws.best[1]
    together = (draws.persons[:, 0] == draws.persons[:, 1]).sum()
    assert together <= 5, "in each of 20 draws when kin were taken for strangers"


def test_brothers_and_sisters_in_two_scripts_are_themselves() -> None:
    rows = [of_family("a", 1, "Ahmed"), of_family("a", 2, "Yusuf"), of_family("a", 3, "Maryam"),
            of_family("b", 1, "أحمد", family="زرهوني", father="كريم"),
            of_family("b", 2, "خالد", family="زرهوني", father="كريم"),
            of_family("b", 3, "Tariq"), *others()]  # fmt: skip
    best = link(rows, policy={}, seed=1).draws.best[:6].tolist()
    assert best[0] == best[3], "Ahmed is أحمد"
    assert len(set(best)) == 5


@pytest.fixture(scope="module")
def made() -> Made:
    return make_lists(1_500, seed=20_260_102, families=0.2)


@pytest.fixture(scope="module")
def linked(made: Made) -> Linkage:
    return link(made.victims, policy=made.policy, seed=3)


def test_lists_in_which_families_die_together_are_linked(made: Made, linked: Linkage) -> None:
    assert f1(np.array(made.person_of_row), linked.draws.best) >= 0.93
    people = linked.draws.people
    assert 0.99 * made.named <= people.min(), "kin who are merged are missing in the number"
    assert people.max() <= 1.03 * made.named


def test_pairs_of_kin_are_as_often_one_person_as_is_said(made: Made, linked: Linkage) -> None:
    truth, pairs = np.array(made.person_of_row), linked.pairs
    of_kin = pairs.levels[:, KIN] >= 0
    same = truth[pairs.left] == truth[pairs.right]
    assert of_kin.sum() > 300
    assert abs(pairs.probability[of_kin].sum() - same[of_kin].sum()) <= 0.05 * of_kin.sum()
    joined = linked.draws.best[pairs.left] == linked.draws.best[pairs.right]
    assert (joined & ~same & of_kin).sum() <= 0.03 * of_kin.sum()


def test_somebody_with_two_given_names_is_found_where_the_rest_says_so() -> None:
    made = make_lists(1_200, seed=5)
    truth = np.array(made.person_of_row)
    chance = np.random.default_rng(1)
    rows = list(made.victims)
    changed = np.zeros(len(rows), dtype=bool)
    for at, row in enumerate(rows):
        if row.list == "exercise-families" and chance.random() < 0.1:
            rows[at] = structs.replace(row, names=(structs.replace(row.names[0], given="Zorik"),))
            changed[at] = True
    linked = link(rows, policy=made.policy, seed=3)
    pairs = linked.pairs
    theirs = (truth[pairs.left] == truth[pairs.right]) & (
        changed[pairs.left] ^ changed[pairs.right]
    )
    found = linked.draws.best[pairs.left] == linked.draws.best[pairs.right]
    assert theirs.sum() > 30
    assert found[theirs].mean() > 0.6


def test_what_a_family_shares_is_one_piece_of_evidence() -> None:
    def level(one: Victim, other: Victim) -> int:
        zero = np.zeros(1, dtype=np.int32)
        [found] = levels(columns([one, other], policy={}), zero, zero + 1, threads=1).tolist()
        kin = found[KIN]
        silent = [at for at, each in enumerate(COMPARISONS) if each.shared]
        assert kin < 0 or all(found[at] == -1 for at in silent)
        return int(kin)

    ahmed = of_family("a", 1, "Ahmed")
    assert level(ahmed, of_family("b", 1, "Yusuf")) == 0
    assert level(ahmed, of_family("b", 1, "Yusuf", father="Salim")) == 1, "a cousin"
    assert level(ahmed, of_family("b", 1, "Yusuf", family=None)) == 1
    assert level(ahmed, of_family("b", 1, "Yusuf", died="2020-01-05")) == 2
    assert level(ahmed, of_family("b", 1, "Yusuf", father="Salim", place=None)) == 3
    assert level(ahmed, of_family("b", 1, "Ahmad")) == -1
    assert level(ahmed, of_family("b", 1, "Yusuf", family="Boduk")) == -1
    turned = of_family("b", 1, "Zarhuni", family="Ahmed")
    assert level(ahmed, turned) == -1, "given and family name turned round are one name"


def test_pairs_that_agree_in_all_are_counted_at_the_levels_of_kin() -> None:
    rows = [of_family("a", 1, "Ahmed"), of_family("b", 1, "Ahmed"),
            of_family("b", 2, "Ahmed", father="Salim"), of_family("b", 3, "Ahmed", died=None),
            of_family("b", 4, "Ahmed", father="Salim", died=None),
            of_family("b", 5, "Ahmed", family="Boduk")]  # fmt: skip
    left, right = np.zeros(5, dtype=np.int32), np.arange(1, 6, dtype=np.int32)
    found = levels(columns(rows, policy={}), left, right, threads=1)
    assert _shared(found).tolist() == [0, 1, 2, 3, -1]


def test_a_reviewer_reads_that_a_family_may_explain_it(linked: Linkage) -> None:
    pair = int(np.flatnonzero(linked.pairs.levels[:, KIN] == 0)[0])
    said = {each.name: each for each in aspects(linked, pair)}
    assert said["father"].verdict == "silent" and "family shares" in said["father"].outcome
    assert said["kin"].outcome == "family name, father's name, day and place"
