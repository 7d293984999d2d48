"""What came out of a link run, as it is kept: lists, rows by their ids, draws, pairs. No names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec
import numpy as np

from probatum.acts.count_rows import ListRead, find_lists, inputs_of, read_lists
from probatum.acts.count_runs import Run, output
from probatum.acts.session import Session
from probatum.count.documented import Linked
from probatum.errors import InputError
from probatum.link.linking import Linkage
from probatum.model.victims import BareNumber, Victim


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


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """How many pairs reviewers answered how; ``disputed``: one said yes and another no."""

    yes: int = 0
    no: int = 0
    undecided: int = 0
    disputed: int = 0


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A link run. ``rows`` are (place of the list, row id), in the order of all that follows.

    ``best`` and each of ``draws`` have the label of every row's person; ``left``, ``right`` and
    ``probability`` the pairs that were compared and what the model made of them.
    """

    lists: tuple[KeptList, ...]
    rows: tuple[tuple[int, str], ...]
    best: tuple[int, ...]
    draws: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    probability: tuple[float, ...]
    missed_low: float
    missed: float
    missed_high: float
    judged: Judged
    model: str
    seed: int

    @property
    def people(self) -> tuple[int, int, int]:
        """How many persons the draws have: fewest, of the most likely grouping, most."""
        numbers = [max(each, default=-1) + 1 for each in self.draws]
        return min(numbers), max(self.best, default=-1) + 1, max(numbers)


def kept_of(linkage: Linkage, lists: Sequence[ListRead], judged: Judged) -> Kept:
    """Return what is kept of a linkage."""
    place = {each.called: at for at, each in enumerate(lists)}
    draws, pairs = linkage.draws, linkage.pairs
    return Kept(
        lists=tuple(
            KeptList(
                id=each.id, ref=each.ref, name=each.called, item=each.body.item,
                sha256=next((one.sha256 for one in each.inputs if one.id == each.body.item), ""),
                within_list=each.body.within_list, rows=len(each.victims),
                numbers=len(each.numbers), refused=each.refused,
            ) for each in lists
        ),
        rows=tuple((place[name], row) for name, row in linkage.rows),
        best=tuple(draws.best.tolist()), draws=tuple(map(tuple, draws.persons.tolist())),
        left=tuple(pairs.left.tolist()), right=tuple(pairs.right.tolist()),
        probability=tuple(np.round(pairs.probability, 6).tolist()),
        missed_low=draws.missed_low, missed=draws.missed, missed_high=draws.missed_high,
        judged=judged, model=linkage.model, seed=draws.seed,
    )  # fmt: skip


def encoded(kept: Kept) -> bytes:
    """Return the bytes of a run."""
    return msgspec.json.encode(kept, order="sorted")


def kept_in(session: Session, run: Run) -> Kept:
    """Return what a link run gave. The caller has logged the read."""
    return msgspec.json.decode(output(session, run), type=Kept)


def arrays(kept: Kept) -> Linked:
    """Return the arrays that counting takes."""
    return Linked(
        lists=tuple(each.name for each in kept.lists),
        list_of_row=np.array([place for place, _ in kept.rows], dtype=np.int16),
        persons=np.array(kept.draws, dtype=np.int32).reshape(len(kept.draws), len(kept.rows)),
        best=np.array(kept.best, dtype=np.int32),
        names_nobody_twice=np.array([each.within_list != "may-repeat" for each in kept.lists]),
        missed_low=kept.missed_low, missed=kept.missed, missed_high=kept.missed_high,
    )  # fmt: skip


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
