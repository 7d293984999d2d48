"""Estimate from an overlap table that is published or one's own; needs no case, writes nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import probatum
from probatum.acts.count_libraries import require_counting
from probatum.errors import InputError, UseError

if TYPE_CHECKING:
    from probatum.count.answer_json import Json
    from probatum.count.estimate_values import Estimate as Estimate
    from probatum.count.estimate_values import Model as Model
    from probatum.count.estimating import Answer as Answer
    from probatum.count.report.content import ModelSaid as ModelSaid
    from probatum.count.report.content import StratumSaid as StratumSaid

MOST_BYTES = 4 * 2**20  # 65,535 lines of 16 lists have 3 MB
MOST_SEED = 2**32 - 1
Stages = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class TableEstimate:
    """What the models say of a table, and the SHA-256 of the file that it stands in."""

    answer: Answer
    sha256: str

    def as_json(self) -> dict[str, Json]:
        """Return the whole answer as plain values (``docs/json.md``)."""
        return {
            **answer_json(self.answer),
            "input_sha256": self.sha256,
            "version": probatum.__version__,
        }

    def as_csv(self) -> str:
        """Return a line for each answer of a model, changed tables and priors included."""
        from probatum.count.answer_json import as_csv

        return as_csv(self.answer)


def answer_json(answer: Answer) -> dict[str, Json]:
    """Return what models say side by side as plain values (``docs/json.md``)."""
    from probatum.count.answer_json import as_json

    return as_json(answer)


def estimate_table(
    named: str,
    *,
    seed: int,
    models: Sequence[Model] | None = None,
    left_out: Sequence[str] = (),
    taken_as_one: Sequence[str] = (),
    most_missing: int | None = None,
    sensitivity: bool = True,
    on_progress: Stages = lambda _what, _done, _total: None,
) -> TableEstimate:
    """Estimate from the table in a CSV file, or from a published one of this name.

    ``left_out`` are names of lists; ``taken_as_one`` are names joined by ``+``. Raises InputError
    ``bad-overlap``; UseError ``wrong-use``, ``too-large``; WorldError ``missing-library``.
    """
    require_counting("counting")
    require_seed(seed)
    if most_missing is not None and not 1 <= most_missing <= 10**12:
        raise UseError("wrong-use", item="--most-missing", expected="a number from 1 to 10^12",
                       found="another one", remedy="give a whole number of persons")  # fmt: skip
    from probatum.count.published import published

    path = Path(named)
    data = _read(path if path.exists() else published(named) or path)
    # Named here because importing them takes longer than refusing a table.
    from probatum.count.changed_tables import merged, without
    from probatum.count.estimating import Settings, estimate
    from probatum.count.models import MODELS
    from probatum.count.overlap import read_table

    table = read_table(_text(data))
    for name in left_out:
        table = without(table, name)
    for names in taken_as_one:
        table = merged(table, [name.strip() for name in names.split("+")])
    answer = estimate(
        table, seed=seed, models=models or MODELS, settings=Settings(most_missing=most_missing),
        sensitivity=sensitivity, progress=on_progress,
    )  # fmt: skip
    return TableEstimate(answer, hashlib.sha256(data).hexdigest())


def require_seed(seed: int) -> int:
    """Return the seed. Raises UseError ``wrong-use`` where it is none."""
    if not 0 <= seed <= MOST_SEED:
        raise UseError("wrong-use", item="--seed", expected=f"a number from 0 to {MOST_SEED}",
                       found="another one", remedy="any such number will do")  # fmt: skip
    return seed


def _read(path: Path) -> bytes:
    if not path.is_file():
        raise UseError("wrong-use", item="the overlap table", expected="a file",
                       found="none, or a folder",
                       remedy="check its name; kosovo or uk are published ones")  # fmt: skip
    with path.open("rb") as stream:
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise UseError(
            "too-large", item="the overlap table", expected=f"at most {MOST_BYTES:,} bytes",
            found="more", remedy="an overlap table has a line for each combination of lists, not"
            " one for each person: probatum count lists",
        )  # fmt: skip
    return data


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            "bad-overlap", item="the overlap table", expected="text in UTF-8",
            found=f"other bytes at {error.start:,}", remedy="save it as CSV in UTF-8",
        ) from None  # fmt: skip
