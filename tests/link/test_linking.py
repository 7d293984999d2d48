"""Linking as a whole: on lists with known truth, on published data, on odd lists."""

from __future__ import annotations

import csv
import json
import logging
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np
import pytest
from msgspec import structs

from conftest import Shared
from link.shown import f1, row
from probatum.errors import InputError, UseError, WorldError
from probatum.exercise.victim_lists import FOUR_HABITS, Made, make_lists
from probatum.link.columns import columns
from probatum.link.comparisons import PLACE_OF
from probatum.link.linking import THRESHOLD, Decision, Linkage, link, pairs_of
from probatum.link.model import settings
from probatum.model.values import NameForm, When
from probatum.model.victims import Victim

FIXED = 0.5  # stated before any of these lists was looked at
UNSEEN_SEED = 20_260_101  # nothing was tuned on it


@pytest.fixture(scope="module")
def made() -> Made:
    return make_lists(1_200, seed=UNSEEN_SEED)


@pytest.fixture(scope="module")
def linked(made: Made) -> Linkage:
    return link(made.victims, policy=made.policy, seed=3)


@pytest.fixture(scope="module")
def few() -> Made:
    return make_lists(80, seed=9, families=0.3)


@pytest.fixture(scope="module")
def few_linked(few: Made) -> Linkage:
    return link(few.victims, policy=few.policy, seed=3)


def test_the_threshold_is_the_one_that_was_fixed_beforehand() -> None:
    assert THRESHOLD == FIXED


def test_lists_in_three_scripts_are_linked(made: Made, linked: Linkage) -> None:
    assert f1(np.array(made.person_of_row), linked.draws.best) >= 0.93


def test_no_list_that_names_nobody_twice_does_in_any_draw(made: Made, linked: Linkage) -> None:
    draws = linked.draws
    assert len(draws.persons) == 20
    for at, name in enumerate(draws.lists):
        if made.policy[name] == "one-row-per-person":
            mine = draws.list_of_row == at
            for each in (draws.best, *draws.persons):
                assert len(np.unique(each[mine])) == mine.sum()


def test_what_blocking_loses_lies_in_its_interval(made: Made, linked: Linkage) -> None:
    truth = np.array(made.person_of_row)
    _, sizes = np.unique(truth, return_counts=True)
    all_pairs = (sizes * (sizes - 1) / 2).sum()
    found = (truth[linked.pairs.left] == truth[linked.pairs.right]).sum()
    draws = linked.draws
    assert draws.missed_low <= draws.missed <= draws.missed_high
    assert draws.missed_low <= 1 - found / all_pairs <= draws.missed_high


def _without(made: Made, *fields: str) -> list[Victim]:
    return [structs.replace(each, **dict.fromkeys(fields)) for each in made.victims]


def test_of_few_rows_any_two_are_compared_and_more_are_found() -> None:
    made = make_lists(150, seed=UNSEEN_SEED)
    rows = _without(made, "born", "age_low", "age_high", "place", "cause", "sex")
    linked = link(rows, policy=made.policy, seed=3)
    assert len(linked.pairs) == pairs_of(columns(rows, policy=made.policy))
    truth, pairs = np.array(made.person_of_row), linked.pairs
    same = truth[pairs.left] == truth[pairs.right]
    _, sizes = np.unique(truth, return_counts=True)
    assert same.sum() == (sizes * (sizes - 1) / 2).sum()
    # What is not recognised counts as missed, so that a low number of persons stays low enough.
    assert linked.draws.missed_low <= 1 - pairs.probability[same].sum() / same.sum()
    assert 0.02 < linked.draws.missed_high < 1 / 3, "days alone are enough to tell"


def test_names_alone_do_not_tell_what_was_missed() -> None:
    made = make_lists(150, seed=UNSEEN_SEED)
    rows = _without(made, "born", "age_low", "age_high", "place", "cause", "sex", "died")
    assert link(rows, policy=made.policy, seed=3).draws.missed_high > 1 / 2


def test_draws_have_hardly_more_persons_than_there_are(made: Made, linked: Linkage) -> None:
    people = linked.draws.people
    assert made.named <= people.max()
    assert people.min() <= 1.025 * made.named, "what was never compared is 2 % of them"
    assert not linked.recall.shared_out


def test_names_of_others_are_said_in_few_rows_and_part_namesakes() -> None:
    habits = [
        replace(each, mother_given=0.8, grandfather_given=0.5, kunya_given=0.4, day_missing=0.4,
                place_missing=0.3, family_missing=0.2, age_missing=0.5, born_given=0.05)
        for each in FOUR_HABITS
    ]  # fmt: skip
    full = make_lists(1_500, seed=6, habits=habits)
    bare = [
        structs.replace(each, names=tuple(
            structs.replace(name, mother=None, grandfather=None, kunya=None)
            for name in each.names)) for each in full.victims
    ]  # fmt: skip
    truth = np.array(full.person_of_row)
    found, less = (f1(truth, link(rows, policy=full.policy, seed=3).draws.best)
                   for rows in (full.victims, bare))  # fmt: skip
    assert found > less + 0.005, "lists in which much else is missing"


def test_names_turned_round_in_another_spelling_are_one_person() -> None:
    said = [("Коваленко Назар", "Nazar Kovalenko"), ("Шевчук Орест", "Orest Shevtchuk")]
    rows = [
        row(of, number, name, died="2019-08-30", place="Haldrevin")
        for number, names in enumerate(said, 1)
        for of, name in zip("ab", names, strict=True)
    ]
    assert link(rows, policy={}, seed=1).draws.best.tolist() == [0, 0, 1, 1]


def test_probabilities_are_about_as_often_right_as_they_say(made: Made, linked: Linkage) -> None:
    truth, pairs = np.array(made.person_of_row), linked.pairs
    same = truth[pairs.left] == truth[pairs.right]
    assert pairs.probability.sum() == pytest.approx(same.sum(), rel=0.05)
    sure = pairs.probability > 0.99
    assert same[sure].mean() > 0.98


def test_the_same_rows_and_seed_give_the_same_and_rows_may_come_one_by_one(
    few: Made, few_linked: Linkage
) -> None:
    one = few_linked
    same = link(iter(few.victims), policy=few.policy, seed=3, threads=1)
    assert one.model == same.model
    assert (one.draws.persons == same.draws.persons).all()
    assert (one.pairs.probability == same.pairs.probability).all()


def test_splink_gives_the_same_probabilities_from_the_saved_model(
    few: Made, few_linked: Linkage
) -> None:
    import duckdb
    from splink import Linker
    from splink.backends.duckdb import DuckDBAPI

    from probatum.link.blocking import keys

    prepared = columns(few.victims, policy=few.policy)
    api = DuckDBAPI(connection=duckdb.connect(":memory:"))
    rows = api.register(prepared.table(keys(prepared)))
    linker = Linker(rows, json.loads(few_linked.model), log_level=None, validate_settings=False)
    theirs = {
        tuple(sorted((each["unique_id_l"], each["unique_id_r"]))): each["match_probability"]
        for each in linker.inference.predict().as_record_list()
    }
    pairs = few_linked.pairs
    assert (pairs.levels[:, PLACE_OF["kin"]] >= 0).any()
    ours = dict(zip(zip(pairs.left.tolist(), pairs.right.tolist(), strict=True),
                    pairs.probability.tolist(), strict=True))  # fmt: skip
    assert theirs.keys() == ours.keys()
    assert max(abs(theirs[pair] - ours[pair]) for pair in ours) < 1e-5


def test_published_records_of_one_list_are_linked(shared: Shared) -> None:
    with (shared / "data/counting/RLdata500.csv").open(encoding="ascii") as file:
        records = list(csv.DictReader(file))
    rows = [
        Victim(
            list="rl",
            row=str(number),
            number=number,
            names=(NameForm(given=each["fname_c1"], family=each["lname_c1"]),),
            born=When(
                edtf="{:0>4}-{:0>2}-{:0>2}".format(*(each[key] for key in ("by", "bm", "bd")))
            ),
        )
        for number, each in enumerate(records, 1)
    ]
    linked = link(rows, policy={"rl": "may-repeat"}, seed=1)
    assert f1(np.array([int(each["id"]) for each in records]), linked.draws.best) >= 0.95
    # Each copy was given exactly one error, which is no way for errors to fall.
    assert linked.recall.shared_out
    assert linked.recall.missed_low <= 0.02 <= linked.recall.missed_high


def test_reviewers_have_the_last_word(few: Made, few_linked: Linkage) -> None:
    before = few_linked
    sure = int(np.argmax(before.pairs.probability))
    one, two = (before.rows[int(side[sure])] for side in (before.pairs.left, before.pairs.right))
    answers = [Decision(two, one, "yes"), Decision(one, two, "no")]
    after = link(few.victims, policy=few.policy, decisions=answers, seed=3)
    at = [after.rows.index(each) for each in (one, two)]
    assert (after.draws.persons[:, at[0]] != after.draws.persons[:, at[1]]).all()
    assert after.decided == ((min(at), max(at), False),)


def test_odd_lists_are_persons_of_their_own() -> None:
    for rows in ([], [row("a", 1, "Ivan Petrenko")],
                 [row("a", 1, ""), row("b", 1, "")],
                 [row("a", number, "A") for number in range(1, 4)]):  # fmt: skip
        linked = link(rows, policy={}, seed=1)
        assert linked.draws.persons.shape == (20, len(rows))
        assert linked.draws.best.tolist() == list(range(len(rows)))


def test_one_list_twice_is_found_twice() -> None:
    few = [row_ for row_ in make_lists(150, seed=3).victims if row_.list == "exercise-families"]
    twice = [*few, *(msgspec.structs.replace(each, list="copy") for each in few)]
    linked = link(twice, policy={}, seed=1)
    assert linked.draws.best.max() + 1 <= 1.05 * len(few)


def test_two_rows_with_one_id_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        link([row("a", 1, "Ivan"), row("a", 1, "Petro")], policy={}, seed=1)
    assert caught.value.code == "bad-list"
    with pytest.raises(InputError):
        link([row("a", 1, "Ivan")], policy={}, seed=1,
             decisions=[Decision(("a", "1"), ("b", "2"), "yes")])  # fmt: skip
    with pytest.raises(UseError):
        link([], policy={}, seed=1, draws=0)


class Enough(Exception):
    """Somebody does not want to wait."""


@pytest.mark.parametrize("when", [0, 25, 75])
def test_linking_ends_when_somebody_wants_it_to(when: int) -> None:
    told: list[int] = []

    def watch(done: int, total: int, /) -> None:
        told.append(done)
        assert total == 100
        if done >= when:
            raise Enough

    few = make_lists(40, seed=1)
    with pytest.raises(Enough):
        link(few.victims, policy=few.policy, seed=1, progress=watch)
    assert told == sorted(told)


def test_nothing_is_printed_and_nothing_lands_on_the_disk(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    few = make_lists(40, seed=1)
    before = logging.getLogger("splink").level, len(logging.getLogger("splink").handlers)
    link(few.victims, policy=few.policy, seed=1)
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.rglob("*")) == []
    after = logging.getLogger("splink").level, len(logging.getLogger("splink").handlers)
    assert before == after


def test_the_same_model_is_written_for_spark_and_pyspark_is_missed_by_name() -> None:
    here, there = json.dumps(settings("duckdb")), json.dumps(settings("spark"))
    assert here.replace("jaro_winkler_similarity", "jaro_winkler") == there
    few = make_lists(20, seed=1)
    try:
        import pyspark  # noqa: F401
    except ImportError:
        with pytest.raises(WorldError) as caught:
            link(few.victims, policy=few.policy, seed=1, backend="spark")
        assert caught.value.code == "missing-library" and "pyspark" in str(caught.value)


def test_spark_gives_the_pairs_that_duckdb_gives() -> None:
    pytest.importorskip("pyspark", reason="Spark is no part of what is installed")
    few = make_lists(40, seed=1)
    here, there = (link(few.victims, policy=few.policy, seed=1, backend=each)
                   for each in ("duckdb", "spark"))  # fmt: skip
    assert (here.pairs.left == there.pairs.left).all()
    assert (here.pairs.right == there.pairs.right).all()
    assert (here.pairs.levels == there.pairs.levels).all()
    assert abs(here.pairs.probability - there.pairs.probability).max() < 0.01
