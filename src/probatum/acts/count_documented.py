"""Documented victims of a case: the newest link run, counted by stated criteria; kept as a run."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from probatum.acts.count_linked import arrays, kept_in, rows_again
from probatum.acts.count_rows import inputs_of
from probatum.acts.count_runs import Input, Making, Run, keep, output, run
from probatum.acts.session import Session, no_progress, require_writable
from probatum.count.documented import Documented, Span, documented
from probatum.count.inclusion import Inclusion
from probatum.count.strata import ALL, By
from probatum.model.roles import Deed
from probatum.model.table_cells import harmless

__all__ = ["Documented", "DocumentedRun", "Inclusion", "Span", "asked_of", "count_documented",
           "documented_csv", "newest_documented"]  # fmt: skip

METHOD = "persons of the linkage draws, less what blocking may have lost"
JSON = "application/json"


@dataclass(frozen=True, slots=True)
class DocumentedRun:
    """A run and the documented victims that came out of it."""

    run: Run
    found: Documented
    link: Run


def count_documented(
    session: Session,
    *,
    asked: Inclusion = Inclusion(),  # noqa: B008
    by: Sequence[By] = ALL,
    place_level: int = 0,
    link: str | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> DocumentedRun:
    """Count documented victims over a link run, the newest if none is named; record the run.

    Raises InputError ``no-run``; UseError ``unknown-id``, ``not-permitted``.
    """
    require_writable(session)
    session.require(Deed.RECORD)
    linked = run(session, "link", link)
    kept = kept_in(session, linked)
    rows, numbers, lists = rows_again(session, linked, kept)
    with session.aside():
        found = documented(
            rows, arrays(kept), asked=asked, by=by, place_level=place_level, numbers=numbers,
            progress=on_progress,
        )  # fmt: skip
        data = msgspec.json.encode(found, order="sorted")
    parameters = {
        "from": None if asked.first is None else asked.first.isoformat(),
        "until": None if asked.last is None else asked.last.isoformat(),
        "place": asked.place, "status": asked.status, "by": list(by), "place_level": place_level,
    }  # fmt: skip
    inputs = (Input(linked.id, linked.entry.sha256), *inputs_of(lists))
    making = Making("documented", inputs, METHOD, parameters, linked.entry.seed)
    return DocumentedRun(keep(session, making, JSON, data), found, linked)


def newest_documented(session: Session, id: str | None = None) -> tuple[Run, Documented]:
    """Return a run of documented victims, the newest if none is named. The caller logs the read."""
    found = run(session, "documented", id)
    return found, msgspec.json.decode(output(session, found), type=Documented)


def asked_of(counted: Run | None) -> Inclusion:
    """Return the criteria of a run of documented victims; without one everybody counts."""
    told = {} if counted is None else counted.parameters
    return msgspec.convert(
        {"first": told.get("from"), "last": told.get("until"), "place": told.get("place"),
         "status": told.get("status")},
        Inclusion,
    )  # fmt: skip


def documented_csv(found: Documented, as_of: str) -> str:
    """Return documented victims as CSV: a number a line, with bounds and the day of its links."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["what", "name", "low", "best", "high", "as_of"])
    for what, name, low, best, high in _lines(found):
        likely = "" if found.refused else best
        writer.writerow([what, harmless(name), low, likely, high, as_of])
    return text.getvalue()


def _lines(found: Documented) -> Iterator[Sequence[object]]:
    yield "all", "", found.people.low, found.people.best, found.people.high
    for each in found.strata:
        name = f"({each.name})" if each.left_open else each.name
        yield each.by, name, each.people.low, each.people.best, each.people.high
    for one in found.lists:
        yield "list", one.name, one.people.low, one.people.best, one.people.high
    for cell in found.overlap:
        yield (
            "overlap", " + ".join(cell.lists), cell.people.low, cell.people.best, cell.people.high,
        )  # fmt: skip
    for row in found.number_only:
        yield "number only", row.list, row.people_low, "", row.people_high
