"""Learn what makes a sentence of a text's own voice an assertion: ``python eval/learn_scope.py``.

Reads the English texts of the tuning half, asks of each sentence that the reader considers whether
the gold has it, and writes the weights of a logistic model beside the reader
(``probatum/read/builtin/english/scope.py``). The same texts give the same weights. Weights are
kept small (a normal prior of variance ``PRIOR``); traits of fewer than ``FEWEST`` sentences are
left out. Both were chosen on texts that nobody had learned from (``decisions/0075``).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import sets
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import expit

import probatum.read.builtin.english
from probatum.read.builtin.english import scope
from probatum.read.builtin.reader import BuiltinReader
from probatum.read.contract import Assertion

PRIOR = 0.2
FEWEST = 5
TARGET = Path(probatum.read.builtin.english.__file__).parent / "scope_weights.json"


def main() -> None:
    """Learn, and write the weights."""
    seen = list(examples())
    known = Counter(trait for traits, _ in seen for trait in traits)
    names = sorted(trait for trait, count in known.items() if count >= FEWEST)
    places = {name: at for at, name in enumerate(names)}
    cells = [
        (row, places[trait])
        for row, (traits, _) in enumerate(seen)
        for trait in traits
        if trait in places
    ]
    rows, columns = zip(*cells, strict=True)
    design = csr_matrix((np.ones(len(cells)), (rows, columns)), (len(seen), len(names)))
    wanted = np.array([is_gold for _, is_gold in seen], float)
    weights = _fitted(design, wanted)
    kept = {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)}
    TARGET.write_text(
        json.dumps({"sentences": len(seen), "weights": kept}, indent=0, ensure_ascii=False) + "\n",
        "utf-8",
    )
    print(f"{len(seen)} sentences, {int(wanted.sum())} of them assertions; {len(kept)} weights")


def _fitted(design: csr_matrix, wanted: np.ndarray) -> np.ndarray:
    def cost(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = design @ weights
        misfit = np.logaddexp(0, odds).sum() - wanted @ odds
        slope = design.T @ (expit(odds) - wanted) + weights / PRIOR
        return misfit + weights @ weights / (2 * PRIOR), slope

    return minimize(cost, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B").x


def examples() -> Iterator[tuple[set[str], bool]]:
    """Yield (traits of a sentence, whether the gold has it as the text's own assertion)."""
    texts = [
        *sets.reports("tune"),
        *(report for event in sets.events("tune") for report in event.reports),
    ]
    reader, asked = BuiltinReader(), []

    def record(one: scope.Candidate) -> bool:
        asked.append(one)
        return one.ruled

    usual, scope.is_told = scope.is_told, record
    try:
        for text in texts:
            if text.article.language != "en":
                continue
            asked.clear()
            reader.read(text.article)
            gold = [
                (one.content.start, one.content.end)
                for one in sets.of_kind(text.gold, Assertion)
                if one.voice == "own"
            ]
            for one in asked:
                yield scope.traits(one), any(_overlap(one.content, mark) >= 0.5 for mark in gold)
    finally:
        scope.is_told = usual


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    inside = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return inside / (max(one[1], other[1]) - min(one[0], other[0]))


if __name__ == "__main__":
    main()
