"""What a run kept of its reasons is said again in another language; the run stays as it is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import numpy as np
import pytest

import probatum.count
from probatum.count.estimate_values import Estimate, Remark
from probatum.count.latent_class.chains import Prior
from probatum.count.latent_class.judging import (
    Reweighed,
    cap_remarks,
    chains_remarks,
    prior_remarks,
    unseen_remarks,
)
from probatum.count.latent_class.running import Run
from probatum.count.latent_class.scouting import Elsewhere, elsewhere_remarks
from probatum.count.overlap import overlap
from probatum.count.sensitivity import Change, Variation, told
from probatum.count.sentences import (
    ASSUMPTIONS,
    SENTENCES,
    all_said_again,
    assumption_again,
    said_again,
)
from probatum.count.usable import usable
from probatum.model.tongue import Tongue, speaking

ROOM = Path(probatum.count.__file__).parent
SAID = {
    "this needs three lists, and there are {n}": "потрібно три списки, є {n}",
    "in {n} of {n_all} draws of who is whom, as: {words}": "у {n} з {n_all}: {words}",
    "the models differ by a factor of {n}; all that can be said is {n_low} to {n_high}":
        "у {n} раза; від {n_low} до {n_high}",
}  # fmt: skip
UKRAINIAN = Tongue("uk", lambda one: SAID.get(one, one), thousands="\xa0", decimal=",")


def _shape(node: ast.expr) -> str | None:
    """A sentence with ``{}`` for what is filled in; None for one that stands in a name."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if not isinstance(node, ast.JoinedStr):
        return None
    return "".join(
        str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values
    )


def _remarks() -> Iterator[tuple[str, str, str]]:
    for path in sorted(ROOM.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Remark":
                code, shape = (_shape(each) for each in node.args[:2])
                if code and shape:
                    yield path.name, code, shape


@pytest.mark.parametrize(("module", "code", "shape"), sorted(set(_remarks())))
def test_every_remark_is_known(module: str, code: str, shape: str) -> None:
    if shape == "{}: {}" or code == "hangs-on-{}":
        return  # of a stratum: the sentence of another remark; of a change: tried below
    if code == "unconverged":
        shape = "the chains do not agree with each other: after {} sweeps of each chain R-hat is {}"
    if code == "set-by-cap" and "upper limit" in shape:
        shape = "the upper limit is set by the cap: {} of the posterior has more than {} persons"
    shapes = [re.sub(r"\{\w+\}", "{}", each) for each in SENTENCES.get(code, ())]
    assert any(each.startswith(shape) for each in shapes), f"{module}: count/sentences.py lacks it"


def test_remarks_of_a_table_are_said_again_as_they_were() -> None:
    cells = [(1, 0, 0), (0, 1, 0), (1, 1, 0), (0, 0, 1)]
    found = usable(overlap(["Q. & B", "a, b", "lists (1)"], cells, [1200, 30, 9, 4]))
    kept = [*found.warnings, *found.reasons]
    assert kept
    for remark in kept:
        assert said_again(str(remark)) == remark.words
    sentences = " ".join(f"{each.words[:1].upper()}{each.words[1:]}." for each in kept)
    assert all_said_again(sentences) == sentences


def test_what_chains_come_to_is_said_again() -> None:
    prior = Prior(10, 0.25, 0.25, 150, 2000)
    people = np.array([[1000.0] * 90 + [1990.0] * 10] * 2)
    run = Run(np.stack([people, people, people]), people, people, 20_000, 1.2, 40.0, 30.0)
    other = Reweighed("a = 1, b = 1", 1300.0, 1100.0, 1990.0, 500.0)
    table = overlap(["a", "b", "c"], [(1, 0, 0), (0, 1, 1)], [150, 3])
    kept = [
        *chains_remarks(run, 400.0)[0], *chains_remarks(replace(run, rhat=1.02), 400.0)[0],
        *chains_remarks(replace(run, rhat=1.02), 20.0)[1],
        *cap_remarks(people, 150, prior, stated=False)[0],
        *cap_remarks(people[:, 85:], 150, prior, stated=True)[1],
        *prior_remarks((1000.0, 900.0, 1500.0), (other,))[1],
        *prior_remarks((600.0, 500.0, 900.0), (other,))[0],
        *elsewhere_remarks((Elsewhere(4000, 1), Elsewhere(90_000, 2)), 16),
        *unseen_remarks(table, 1000.0),
        Remark("several-modes", "the data fit several answers with nothing between, about 1,200 and"
               " 90,000: neither the median nor a short run tells that"),
    ]  # fmt: skip
    codes = [remark.code for remark in kept]
    assert codes == ["unconverged", "unconverged", "short-of-asked", "set-by-cap", "near-range",
                     "hangs-on-prior", "not-identifiable", "settled-apart", "mostly-unseen",
                     "several-modes"]  # fmt: skip
    for remark in kept:
        assert said_again(str(remark)) == remark.words


def test_what_a_change_moves_is_said_again() -> None:
    found = Estimate(model="graphs", observed=100, median=500.0, low=400.0, high=700.0)
    moved = replace(found, median=1200.0)
    changes: tuple[Change, ...] = get_args(Change)
    variations = [Variation(change, "Q. & B", moved) for change in changes]
    warnings = told(found, variations).warnings
    assert len(warnings) == len(changes)
    for remark in warnings:
        assert said_again(str(remark)) == remark.words


def test_what_must_hold_is_known_of_every_model() -> None:
    kept = {
        str(ast.literal_eval(node.value))
        for path in sorted(ROOM.rglob("*.py"))
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "ASSUMPTION"
    }
    assert kept == set(ASSUMPTIONS)
    assert all(assumption_again(each) == each for each in kept)
    assert assumption_again("Whatever an older version assumed.") is None


def test_numbers_are_written_as_the_language_writes_them() -> None:
    kept = Remark("too-few-lists", "in 1,200 of 1,500 draws of who is whom, as: this needs three"
                  " lists, and there are 2")  # fmt: skip
    agreement = "The models differ by a factor of 2.3; all that can be said is 1,200 to 3,400."
    with speaking(UKRAINIAN):
        said = "у 1\xa0200 з 1\xa0500: потрібно три списки, є 2"
        assert said_again(str(kept)) == said
        assert all_said_again(agreement) == "У 2,3 раза; від 1\xa0200 до 3\xa0400."


@pytest.mark.parametrize(
    "kept",
    ["", "nothing", "too-few-lists: this needs three lists, and there are two", "unheard-of: words",
     "list-alone: list " + "shares nobody " * 400,
     "part-of-list: all 9,,9 persons of B are in A as well: it counts as a part of it"],
)  # fmt: skip
def test_what_is_no_sentence_of_this_version_is_left_as_it_is(kept: str) -> None:
    assert said_again(kept) is None
    assert all_said_again("Something that nobody says any more.") is None
