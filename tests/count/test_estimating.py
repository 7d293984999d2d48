"""All models side by side: copies and parts of lists, refusals, disagreement, draws combined."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from probatum.count.changed_tables import merged, without
from probatum.count.estimate_values import Estimate, Remark
from probatum.count.estimating import Answer, Settings, estimate
from probatum.count.models import Effort, fit_table
from probatum.count.overlap import Overlap, overlap, read_table
from probatum.count.pooling import FEWEST_DRAWS, added, pooled
from probatum.count.published import SOURCES, published
from probatum.count.search_limit import search_refusal
from probatum.count.usable import usable
from probatum.errors import InputError, UseError

QUICK = ("graphs", "loglinear", "chao")
CELLS = list(product((0, 1), repeat=3))[1:]
COUNTS = [500, 480, 90, 700, 140, 120, 30]
PLAIN = overlap("ABC", CELLS, COUNTS)


def codes(remarks: tuple[Remark, ...]) -> list[str]:
    return [remark.code for remark in remarks]


def quickly(table: Overlap | list[Overlap]) -> Answer:
    return estimate(table, seed=1, models=QUICK, sensitivity=False)


def copied(shape: list[tuple[int, ...]], name: str = "D") -> Overlap:
    return overlap("ABC" + name, shape, COUNTS)


def test_every_published_table_can_be_read() -> None:
    for name in SOURCES:
        path = published(name)
        assert path is not None
        assert read_table(path.read_text("utf-8")).observed > 0


def test_one_list_twice_counts_once_and_is_named() -> None:
    found = quickly(copied([(*cell, cell[0]) for cell in CELLS]))
    assert found.used.lists == ("A", "B", "C")
    assert codes(found.remarks)[0] == "same-list"
    assert found.observed == PLAIN.observed
    for one, other in zip(found.estimates, quickly(PLAIN).estimates, strict=True):
        assert one.median == other.median
        assert "same-list" in codes(one.warnings)


def test_a_list_that_is_part_of_another_counts_with_it() -> None:
    found = usable(copied([(*cell, int(cell == (1, 1, 0))) for cell in CELLS]))
    assert found.table.lists == ("A", "B", "C")
    assert codes(found.warnings) == ["part-of-list"]


def test_a_list_that_is_nearly_another_counts_with_it() -> None:
    cells = [(*cell, cell[0]) for cell in CELLS] + [(1, 0, 0, 0), (0, 1, 0, 1)]
    found = usable(overlap("ABCD", cells, [*COUNTS, 9, 9]))
    assert found.table.lists == ("A", "B", "C")
    assert codes(found.warnings) == ["nearly-same-list"]


def test_three_lists_of_which_two_are_one_are_refused_by_every_model() -> None:
    twice = overlap("ABC", [(1, 1, 0), (0, 0, 1), (1, 1, 1)], [50, 40, 20])
    found = quickly(twice)
    assert all(each.refused and each.median is None for each in found.estimates)
    assert all("too-few-lists" in codes(each.reasons) for each in found.estimates)
    assert found.range is None
    assert "no-estimate-stands" in codes(found.remarks)


def test_nobody_in_any_list_is_unknown_and_not_zero() -> None:
    found = quickly(overlap("ABC", [], []))
    assert all(codes(each.reasons) == ["nobody"] for each in found.estimates)


def test_what_nothing_can_be_told_from_is_refused_by_all() -> None:
    path = published("artificial-3")
    assert path is not None
    found = estimate(read_table(path.read_text("utf-8")), seed=1, sensitivity=False)
    assert [each.model for each in found.estimates] == ["latent-class", *QUICK]
    assert all("not-identifiable" in codes(each.reasons) for each in found.estimates)


def test_models_that_disagree_are_told_as_a_range() -> None:
    path = published("uk-5")
    assert path is not None
    found = quickly(read_table(path.read_text("utf-8")))
    assert "models-disagree" in codes(found.remarks)
    assert found.range is not None
    assert found.range[0] < 10_400 and found.range[1] >= 33_508


def test_empty_cells_are_named() -> None:
    assert quickly(overlap("ABC", CELLS[:-1], COUNTS[:-1])).zero_cells == ("A + B + C",)


def test_leaving_out_a_list_that_matters_is_told_beside_the_estimate() -> None:
    path = published("kosovo")
    assert path is not None
    kosovo = read_table(path.read_text("utf-8"))
    found = estimate(kosovo, seed=1, models=("loglinear",))
    assert {each.change for each in found.variations} == {
        "list left out", "lists merged", "threshold",
    }  # fmt: skip
    assert "hangs-on-list" in codes(found.estimates[0].warnings)


def test_latent_classes_are_fitted_with_other_lists_and_priors() -> None:
    shape = list(product((0, 1), repeat=4))[1:]
    table = overlap("ABCD", shape, [60, 70, 20, 55, 18, 22, 9, 80, 25, 21, 8, 24, 9, 10, 6])
    asked: list[str] = []

    def heard(what: str, done: int, total: int) -> None:
        assert 0 <= done <= total
        asked.append(what)

    settings = Settings(effort=Effort(ess=5.0, most_sweeps=1_000, scouts=0))
    found = estimate(table, seed=1, models=("latent-class",), settings=settings, progress=heard)
    changes = [(each.change, each.what) for each in found.variations]
    assert [what for change, what in changes if change == "list left out"] == list("ABCD")
    assert sum(change == "lists merged" for change, _ in changes) == 6
    assert sum(change == "prior" for change, _ in changes) == 5
    assert all(each.estimate.refused == (each.estimate.median is None) for each in found.variations)
    assert {"latent-class with other lists", "latent-class with other priors"} <= set(asked)


def test_latent_classes_with_other_lists_can_be_ended_and_repeat_themselves() -> None:
    table = overlap("ABCD", list(product((0, 1), repeat=4))[1:], range(5, 20))
    settings = Settings(effort=Effort(ess=5.0, most_sweeps=500, scouts=0))

    def ended(what: str, _done: int, _total: int) -> None:
        if what == "latent-class with other lists":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        estimate(table, seed=1, models=("latent-class",), settings=settings, progress=ended)
    one, two = (fit_table("latent-class", without(table, "A"), seed=3, settings=settings)
                for _ in range(2))  # fmt: skip
    assert one.draws is not None and two.draws is not None
    assert np.array_equal(one.draws, two.draws)


def test_a_list_left_out_takes_those_that_only_it_names_with_it() -> None:
    assert without(PLAIN, "A").observed == PLAIN.observed - 700
    assert merged(PLAIN, ("A", "C")).observed == PLAIN.observed
    assert merged(PLAIN, ("A", "C"), "either").sizes == (PLAIN.observed - 480, 720)
    with pytest.raises(UseError):
        without(PLAIN, "D")
    with pytest.raises(UseError):
        merged(PLAIN, ("A", "A"))


def test_draws_of_who_is_whom_widen_the_interval() -> None:
    chance = np.random.default_rng(8)
    draws = [
        overlap("ABC", CELLS, chance.multinomial(PLAIN.observed, np.array(COUNTS) / sum(COUNTS)))
        for _ in range(FEWEST_DRAWS)
    ]
    one, many = (quickly(each).estimates[0] for each in (PLAIN, draws))
    assert one.high is not None and one.low is not None
    assert many.high is not None and many.low is not None
    assert many.high - many.low > 1.1 * (one.high - one.low)
    assert many.settings["pooled"] == f"{FEWEST_DRAWS} draws of who is whom"


def test_fewer_draws_of_who_is_whom_are_refused() -> None:
    found = quickly([PLAIN] * (FEWEST_DRAWS - 1))
    assert all(codes(each.reasons) == ["too-few-linkage-draws"] for each in found.estimates)


def test_no_model_answers_where_the_search_may_have_missed_most_pairs() -> None:
    found = estimate([PLAIN] * FEWEST_DRAWS, seed=1, models=QUICK,
                     refused=search_refusal(0.1, 0.3, 0.5))  # fmt: skip
    assert all(codes(each.reasons) == ["search-missed"] for each in found.estimates)
    assert all(each.median is None for each in (*found.estimates, found.example))
    assert found.variations == () and found.range is None


def drawn(median: float, observed: int = 50) -> Estimate:
    return Estimate(
        model="graphs", observed=observed, median=median, low=median, high=median,
        draws=median + np.arange(-100.0, 101.0),
    )  # fmt: skip


def test_a_tenth_of_refused_draws_is_borne_and_named_and_more_is_not() -> None:
    refused = Estimate("graphs", 50, refused=True, reasons=(Remark("set-by-cap", "at the cap"),))
    borne = pooled([drawn(500)] * 18 + [refused] * 2, 1)
    assert borne.median == 500 and codes(borne.warnings) == ["draws-refused"]
    assert codes(pooled([drawn(500)] * 17 + [refused] * 3, 1).reasons) == ["set-by-cap"]


def test_strata_are_added_draw_by_draw() -> None:
    found = added({"north": drawn(500), "south": drawn(1000)}, 1)
    assert found.observed == 100
    assert found.median == pytest.approx(1500, abs=5)
    # Narrower than the sum of the limits: not both are at their ends at once.
    assert found.high is not None and 1560 < found.high < 1680


def test_a_stratum_without_anybody_is_named_and_not_zero() -> None:
    nobody = Estimate("graphs", 0, refused=True, reasons=(Remark("nobody", "nobody"),))
    found = added({"north": drawn(500), "east": nobody}, 1)
    assert found.median == 500
    assert codes(found.warnings) == ["empty-strata"] and "east" in found.warnings[0].words


def test_a_stratum_that_is_refused_refuses_the_sum() -> None:
    refused = Estimate("graphs", 5, refused=True, reasons=(Remark("set-by-cap", "at the cap"),))
    found = added({"north": drawn(500), "south": refused}, 1)
    assert found.refused and found.reasons[0].words == "south: at the cap"


@pytest.mark.parametrize(
    "text",
    [
        "", "\n\n", "A,B,C\n1,0,0\n", "A,count\n1,-5\n", "A,count\n1,many\n", "A,count\n2,5\n",
        "A,A,count\n1,0,5\n", "A,B,count\n0,0,5\n", "A,B,count\n1,5\n", "A,count\n1,1e3\n",
        "A,count\n1," + "9" * 5000, "A,count\n1," + "9" * 200_000, "A,count\n1,5\0\n",
        ",".join(f"L{number}" for number in range(17)) + ",count\n",
    ],
)  # fmt: skip
def test_what_is_no_overlap_table_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refused:
        read_table(text)
    assert refused.value.code == "bad-overlap"


@pytest.mark.parametrize("by", [";", "\t", ","])
def test_a_table_may_come_from_a_spreadsheet(by: str) -> None:
    text = "\ufeffA,B,count\r\n1,0,12\r\n\r\n 1 ,1,5\r\n".replace(",", by)
    assert read_table(text).full().tolist() == [0, 0, 12, 5]


@pytest.mark.parametrize(
    ("text", "found"),
    [("A,count\n1," + "9" * 20 + "\n", "99,999,999"), ("A,A,count\n1,0,5\n", "one twice"),
     (",".join(f"L{number}" for number in range(20)) + ",count\n", "20")],
)  # fmt: skip
def test_a_refused_table_says_what_is_wrong_with_it(text: str, found: str) -> None:
    with pytest.raises(InputError) as refused:
        read_table(text)
    assert found in (refused.value.found or "")


@pytest.mark.parametrize(
    ("text", "line"),
    [("\n\nA,B,count\n\n1,2,5\n", 5), ("A,B,count\n1,0,5\n\n1,1,-5\n", 4),
     ("\nA,B,count\n\n\n0,0,5\n", 5), ("\n\nA,A,count\n1,0,5\n", 3)],
)  # fmt: skip
def test_the_line_that_is_wrong_is_that_of_the_file(text: str, line: int) -> None:
    with pytest.raises(InputError) as refused:
        read_table(text)
    assert f"in line {line}" in str(refused.value.found)
