"""Link victim lists of the case: who is whom, drawn many times; kept as a run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from probatum.acts.count_judged import decisions, judgements
from probatum.acts.count_linked import Kept, encoded, kept_lists, kept_of
from probatum.acts.count_rows import ListRead, find_lists, inputs_of, read_lists, record_input
from probatum.acts.count_runs import Making, Run, keep
from probatum.acts.session import Session, require_writable
from probatum.link.comparisons import Backend
from probatum.link.linking import DRAWS, link
from probatum.link.preparing import prepare
from probatum.model.roles import Deed
from probatum.model.table_cells import harmless
from probatum.model.victims import Victim

Stages = Callable[[str, int, int], None]
"""Is told what is being done, and how far it is; a total of 0 is not known."""

METHOD = "probabilistic linkage, Splink on {}; clustering and draws of our own"
ON: dict[Backend, str] = {"duckdb": "DuckDB", "spark": "Spark"}
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class LinkRun:
    """A link run and what it gave.

    ``again``: of lists that name nobody twice, how many rows say what an earlier one says, word for
    word. Such rows are never linked to each other, so each is a person.
    """

    run: Run
    kept: Kept
    again: tuple[tuple[str, int], ...] = ()


def _nobody(_what: str, _done: int, _total: int, /) -> None:
    """Watch nothing."""


def link_lists(
    session: Session,
    refs: Sequence[str] = (),
    *,
    seed: int,
    draws: int = DRAWS,
    backend: Backend = "duckdb",
    on_progress: Stages = _nobody,
) -> LinkRun:
    """Link lists, all of the case if none is named, and record the run.

    The first run on a machine compiles loops, and tells ``on_progress``. On Spark rows leave the
    memory of this process. Raises InputError ``bad-list``, ``erased``, ``retracted``; UseError
    ``not-permitted``; WorldError ``missing-library``.
    """
    require_writable(session)
    session.require(Deed.RECORD)
    lists = read_lists(session, find_lists(session, refs))
    binding, judged, records = decisions(list(judgements(session)), lists)
    policy = {each.called: each.body.within_list for each in lists}
    inputs = (*inputs_of(lists), *(record_input(row) for row in records))
    about = kept_lists(lists)
    again = tuple(
        (each.called, each.again)
        for each in lists if each.again and each.body.within_list != "may-repeat"
    )  # fmt: skip
    with session.aside():
        prepare(on_progress)
        linkage = link(
            _handed_over(lists), expected=sum(each.rows for each in about), policy=policy,
            decisions=binding, seed=seed, draws=draws, backend=backend,
            progress=lambda done, total: on_progress("who is whom", done, total),
        )  # fmt: skip
        kept = kept_of(linkage, about, judged)
        del linkage
        data = encoded(kept)
    making = Making("link", inputs, METHOD.format(ON[backend]), {"draws": draws}, seed)
    return LinkRun(keep(session, making, JSON, data), kept, again)


def linked_csv(kept: Kept, as_of: str) -> Iterator[str]:
    """Yield a link run as lines of CSV: each row with its person, as most likely and in each draw.

    Persons are numbers, which mean something within one column alone; ``as_of`` ends every line.
    """
    line = io.StringIO()
    writer = csv.writer(line, lineterminator="\n")
    heads = (f"draw {number}" for number in range(1, len(kept.draws) + 1))
    writer.writerow(["list", "row", "most likely", *heads, "as_of"])
    for number, (place, row) in enumerate(kept.rows):
        persons = (int(labels[number]) for labels in kept.draws)
        said = (harmless(kept.lists[place].name), harmless(row), int(kept.best[number]))
        writer.writerow([*said, *persons, as_of])
        yield line.getvalue()
        line.seek(0)
        line.truncate()


def _handed_over(lists: list[ListRead]) -> Iterator[Victim]:
    """Yield the rows of lists, and let go of each list: a million rows are more than a gigabyte."""
    while lists:
        yield from lists.pop(0).victims
