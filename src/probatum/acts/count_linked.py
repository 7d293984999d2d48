"""What came out of a link run, as it is kept: lists, rows by their ids, draws, pairs. No names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import msgspec
import numpy as np
from numpy.typing import NDArray

from probatum.acts.count_rows import ListRead, find_lists, inputs_of, read_lists
from probatum.acts.count_runs import Run, output
from probatum.acts.session import Session
from probatum.count.documented import Linked
from probatum.errors import InputError
from probatum.link.blocking import Recall
from probatum.link.comparisons import COMPARISONS
from probatum.link.copies import Copies
from probatum.link.draws import Draws
from probatum.link.learned import Weights
from probatum.link.linking import Linkage, Pairs
from probatum.link.queue import NEAR
from probatum.model.victims import BareNumber, Victim

Numbers: TypeAlias = np.ndarray[Any, Any]  # of a million rows: as objects they would take gigabytes


class KeptList(msgspec.Struct, frozen=True, kw_only=True):
    """A list as it was linked; ``rows`` name somebody, ``numbers`` give a number, the rest is out.

    ``sha256`` is that of the item it is read from, empty for a list of the case's own records.
    """

    id: str
    ref: str
    name: str
    item: str | None
    sha256: str
    within_list: str
    rows: int
    numbers: int
    refused: int


class CopiedList(msgspec.Struct, frozen=True, kw_only=True):
    """A list of which ``rows`` rows stand in another one, word for word: it was made from it."""

    name: str
    original: str
    rows: int


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """How many pairs reviewers answered how; ``disputed``: one said yes and another no."""

    yes: int = 0
    no: int = 0
    undecided: int = 0
    disputed: int = 0


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A link run. ``rows`` are (place of the list, row id), in the order of all that follows.

    ``best`` and each of ``draws`` have the label of every row's person; ``left``, ``right`` and
    ``probability`` the pairs that were compared and what the model made of them. ``open`` are the
    places of pairs whose answer is open, ``levels`` how each comparison of these came out, ``m``
    and ``u`` what such a level is worth; ``decided`` what reviewers' answers bound. ``shared_out``:
    these lists show that the assumption behind ``missed`` fails. ``copied`` are the lists that
    repeat another, ``copies`` the places of their rows that do.
    """

    lists: tuple[KeptList, ...]
    rows: tuple[tuple[int, str], ...]
    best: Numbers
    draws: Numbers
    left: Numbers
    right: Numbers
    probability: Numbers
    open: tuple[int, ...]
    levels: tuple[tuple[int, ...], ...]
    m: tuple[tuple[float, ...], ...]
    u: tuple[tuple[float, ...], ...]
    share: float
    decided: tuple[tuple[int, int, bool], ...]
    missed_low: float
    missed: float
    missed_high: float
    judged: Judged
    shared_out: bool = False
    copied: tuple[CopiedList, ...] = ()
    copies: tuple[int, ...] = ()
    model: str
    seed: int

    @property
    def people(self) -> tuple[int, int, int]:
        """How many persons the draws have: fewest, of the most likely grouping, most."""
        numbers = [int(each.max(initial=-1)) + 1 for each in self.draws]
        return min(numbers), int(self.best.max(initial=-1)) + 1, max(numbers)


def kept_lists(lists: Sequence[ListRead]) -> tuple[KeptList, ...]:
    """Return what is kept of lists."""
    return tuple(
        KeptList(
            id=each.id, ref=each.ref, name=each.called, item=each.body.item,
            sha256=next((one.sha256 for one in each.inputs if one.id == each.body.item), ""),
            within_list=each.body.within_list, rows=len(each.victims),
            numbers=len(each.numbers), refused=each.refused,
        ) for each in lists
    )  # fmt: skip


def kept_of(linkage: Linkage, lists: tuple[KeptList, ...], judged: Judged) -> Kept:
    """Return what is kept of a linkage."""
    place = {each.name: at for at, each in enumerate(lists)}
    draws, pairs, weights = linkage.draws, linkage.pairs, linkage.weights
    is_open = np.flatnonzero((pairs.probability > NEAR) & (pairs.probability < 1 - NEAR))
    return Kept(
        lists=lists,
        rows=tuple((place[name], row) for name, row in linkage.rows),
        best=draws.best, draws=draws.persons, left=pairs.left, right=pairs.right,
        probability=np.round(pairs.probability, 6),
        open=tuple(is_open.tolist()), levels=tuple(map(tuple, pairs.levels[is_open].tolist())),
        m=tuple(tuple(each.tolist()) for each in weights.m),
        u=tuple(tuple(each.tolist()) for each in weights.u), share=weights.share,
        decided=linkage.decided,
        missed_low=draws.missed_low, missed=draws.missed, missed_high=draws.missed_high,
        judged=judged, shared_out=linkage.recall.shared_out, model=linkage.model,
        copied=tuple(
            CopiedList(name=draws.lists[each.copy], original=draws.lists[each.original],
                       rows=each.rows)
            for each in linkage.copies.lists
        ),
        copies=tuple(np.flatnonzero(linkage.copies.rows).tolist()),
        seed=draws.seed,
    )  # fmt: skip


def encoded(kept: Kept) -> bytes:
    """Return the bytes of a run."""
    return msgspec.json.encode(kept, order="sorted", enc_hook=_listed)


def kept_in(session: Session, run: Run) -> Kept:
    """Return what a link run gave. The caller has logged the read."""
    return msgspec.json.decode(output(session, run), type=Kept, dec_hook=_as_array)


def _listed(numbers: object) -> list[object]:
    """Return an array as a list, one draw at a time: each number is an object for a moment."""
    assert isinstance(numbers, np.ndarray)
    return list(numbers) if numbers.ndim > 1 else numbers.tolist()


def _as_array(_type: type, numbers: object) -> Numbers:
    return np.array(numbers)


def linkage_of(kept: Kept) -> Linkage:
    """Return the linkage as the queue of pairs takes it; comparisons of open pairs alone."""
    at = arrays(kept)
    left, right = kept.left.astype(np.int32), kept.right.astype(np.int32)
    levels = np.full((len(kept.left), len(COMPARISONS)), -1, dtype=np.int8)
    if kept.open:
        known = np.array(kept.levels, dtype=np.int8)
        levels[list(kept.open), : known.shape[1]] = known  # an older run compared less
    pairs = Pairs(left, right, kept.probability.astype(np.float64), levels)
    draws = Draws(at.lists, at.list_of_row, at.persons, at.best, kept.missed_low, kept.missed,
                  kept.missed_high, kept.seed)  # fmt: skip
    unknown, copied = float("nan"), _copied(kept)
    return Linkage(
        rows=tuple((kept.lists[place].name, row) for place, row in kept.rows), pairs=pairs,
        decided=kept.decided, draws=draws,
        recall=Recall(unknown, unknown, unknown, unknown, kept.missed_low, kept.missed,
                      kept.missed_high, kept.shared_out),
        copies=Copies((), copied, copied[left] | copied[right]),
        weights=Weights(tuple(map(np.array, kept.m)), tuple(map(np.array, kept.u)), kept.share),
        model=kept.model,
    )  # fmt: skip


def arrays(kept: Kept) -> Linked:
    """Return the arrays that counting takes."""
    return Linked(
        lists=tuple(each.name for each in kept.lists),
        list_of_row=np.array([place for place, _ in kept.rows], dtype=np.int16),
        persons=kept.draws.astype(np.int32).reshape(len(kept.draws), len(kept.rows)),
        best=kept.best.astype(np.int32),
        names_nobody_twice=np.array([each.within_list != "may-repeat" for each in kept.lists]),
        missed_low=kept.missed_low, missed=kept.missed, missed_high=kept.missed_high,
        copied_rows=_copied(kept), copied=tuple((e.name, e.original, e.rows) for e in kept.copied),
    )  # fmt: skip


def _copied(kept: Kept) -> NDArray[np.bool_]:
    copied = np.zeros(len(kept.rows), dtype=np.bool_)
    copied[list(kept.copies)] = True
    return copied


def rows_again(
    session: Session, run: Run, kept: Kept
) -> tuple[list[Victim], list[BareNumber], list[ListRead]]:
    """Return the victims in the order of a link run, the numbers, and the lists, read anew.

    Raises InputError ``no-run`` where a list is no longer what was linked.
    """
    lists = read_lists(session, find_lists(session, [each.id for each in kept.lists]))
    read = {each.id: each.sha256 for each in run.inputs}
    for each in inputs_of(lists):
        if read.get(each.id) != each.sha256:
            raise _outdated(each.id)
    found: Mapping[tuple[str, str], Victim] = {
        (row.list, row.row): row for each in lists for row in each.victims
    }
    try:
        rows = [found[lists[place].called, row] for place, row in kept.rows]
    except KeyError:
        raise _outdated(run.id) from None
    return rows, [row for each in lists for row in each.numbers], lists


def _outdated(item: str) -> InputError:
    return InputError(
        "no-run", item=f"object {item}", expected="the lists as the link run read them",
        found="others: a list was revised since", remedy="probatum count link",
    )  # fmt: skip
