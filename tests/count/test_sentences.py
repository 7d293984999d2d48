"""What a run kept of its reasons is said again in another language; the run stays as it is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import probatum.count
from probatum.count.estimate_values import Remark
from probatum.count.overlap import overlap
from probatum.count.sentences import SENTENCES, all_said_again, said_again
from probatum.count.usable import usable
from probatum.model.tongue import Tongue, speaking

ROOM = Path(probatum.count.__file__).parent
# What these modules remark is shown whatever its code; of others it is what they refuse for.
OF_ALL = (ROOM / "usable.py", ROOM / "estimating.py")
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
        refused = {
            id(inner)
            for node in ast.walk(tree) if isinstance(node, ast.Call)
            and getattr(node.func, "id", "") == "refusal"
            for inner in ast.walk(node)
        }  # fmt: skip
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Remark":
                code, shape = (_shape(each) for each in node.args[:2])
                known = code in SENTENCES or path in OF_ALL or id(node) in refused
                if code and shape and known:
                    yield path.name, code, shape


@pytest.mark.parametrize(("module", "code", "shape"), sorted(set(_remarks())))
def test_every_reason_that_a_page_shows_is_known(module: str, code: str, shape: str) -> None:
    if shape == "{}: {}":
        return  # of a stratum: the sentence of another remark
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
