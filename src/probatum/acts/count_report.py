"""Write the report of a count: HTML or PDF, without names, small numbers left out; kept as a run.

What leaves is searched: for the names of protected people, as in every disclosure, and for every
name that stands in a list. What a restriction or somebody's consent keeps from the recipient stops
the report, because its numbers rest on all lists together.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from probatum.acts.count_documented import newest_documented
from probatum.acts.count_estimate import newest_estimate
from probatum.acts.count_linked import Kept, kept_in, rows_again
from probatum.acts.count_review import measured
from probatum.acts.count_rows import ListRead
from probatum.acts.count_runs import Input, Making, Run, estimate_beside, keep, run
from probatum.acts.disclosure_rules import refusals, require_none, require_use
from probatum.acts.package_file import require_free, writing
from probatum.acts.protected_people import protected_people
from probatum.acts.session import Session, require_writable
from probatum.count.report.as_csv import report_csv
from probatum.count.report.content import ListOf, Report, RunSaid
from probatum.count.report.page import page
from probatum.count.report.small_numbers import SMALLEST
from probatum.count.report.svg import for_paper
from probatum.disclose import paper
from probatum.disclose.leak_search import LeakSearch
from probatum.errors import InputError, UseError
from probatum.model.letters import apart, fold
from probatum.model.roles import Deed
from probatum.model.victims import Victim
from probatum.preserve import files

METHOD = "page of documented victims and estimates"
HTML = "text/html"
_LONGEST = 6  # words of a name that are looked for


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, and the run that keeps it; ``csv`` says the same as lines."""

    path: Path
    size_bytes: int
    run: Run
    report: Report
    csv: str


def write_report(
    session: Session,
    target: Path,
    *,
    recipient: str | None = None,
    use: str | None = None,
    purpose: str | None = None,
    smallest: int = SMALLEST,
) -> Written:
    """Write the newest documented victims and the newest estimates about the same people.

    Raises UseError ``wrong-use``, ``not-permitted``; InputError ``no-run``, ``leak``,
    ``restricted``, ``no-consent``; WorldError.
    """
    if target.suffix.lower() not in (".html", ".htm", ".pdf"):
        raise UseError(
            "wrong-use", item="the output file", expected="a name that ends in .html or .pdf",
            found="another one",
        )  # fmt: skip
    require_writable(session)
    session.require(Deed.DISCLOSE)
    require_free(target)
    require_use(session, use)
    counted, documented = newest_documented(session)
    linked = run(session, "link", counted.inputs[0].id)
    estimate = estimate_beside(session, counted)
    kept = kept_in(session, linked)
    rows, _, lists = rows_again(session, linked, kept)
    _require_leave(session, lists, recipient, use)
    chosen = [linked, counted, *([estimate] if estimate is not None else [])]
    newest = max(each.index for each in chosen)
    if session.case.evidence.checkpoint.size <= newest:
        session.checkpoint()  # the report names the root over what it rests on
    report = Report(
        case_name=session.index.case_row().name, as_of=linked.entry.at, documented=documented,
        estimated=None if estimate is None else newest_estimate(session, estimate.id)[1],
        lists=tuple(map(_list_of, lists)), measured=measured(session, linked, kept).measured,
        judged=tuple((answer, number) for answer, number in _judged(kept) if number),
        runs=tuple(map(_said, chosen)), log_size=newest + 1,
        log_root=session.case.evidence.root_at(newest + 1).hex(),
        fingerprint=session.case.evidence.signer.verifier.fingerprint(), smallest=smallest,
    )  # fmt: skip
    with session.aside():
        made, lines = page(report), report_csv(report)
        said = f"{visible(made)}\n{lines}"
        named = names_in(said, rows)
    if named:
        raise InputError(
            "leak", item="the report", expected="nobody's name", found=f"{named} of the lists",
            remedy="rename the list, or count without the stratum that says it (--strata)",
        )  # fmt: skip
    _require_nobody_protected(session, said)
    session.saw_records(
        "report of a count" if recipient is None else "report of a count, for somebody",
        [session.find_record(each.id) for each in lists], purpose=purpose or recipient,
    )  # fmt: skip
    data = made
    if target.suffix.lower() == ".pdf":
        with session.aside():
            data = paper.as_pdf(for_paper(made))
    inputs = tuple(Input(each.id, each.entry.sha256) for each in chosen)
    making = Making("report", inputs, METHOD, {"smallest": smallest}, linked.entry.seed)
    done = keep(session, making, HTML, made)
    with files.reported("the output file"), writing(target) as out:
        out.stream.write(data)
    return Written(target, len(data), done, report, lines)


def _require_leave(
    session: Session, lists: Sequence[ListRead], recipient: str | None, use: str | None
) -> None:
    if recipient is None:
        return
    items = [session.live(each.body.item) for each in lists if each.body.item is not None]
    records = [session.find_record(each.id) for each in lists]
    require_none(refusals(session, items, records, to=recipient, use=use))


def visible(made: bytes) -> str:
    """Return the words of a page: what is text, not what is drawn or how it looks."""
    text = re.sub(r"<style>.*?</style>", " ", made.decode(), flags=re.DOTALL)
    return html.unescape(re.sub(r"<[^>]*>", " ", text))


def names_in(text: str, rows: Iterable[Victim]) -> int:
    """Return how many names of two words or more, as a list writes them, stand in a text."""
    words = apart(fold(text))
    said = {
        " ".join(words[at : at + long])
        for long in range(2, _LONGEST + 1)
        for at in range(len(words) - long + 1)
    }
    names = {" ".join(apart(fold(form.printed))) for row in rows for form in row.names}
    return sum(" " in name and name in said for name in names)


def _require_nobody_protected(session: Session, text: str) -> None:
    search = LeakSearch(protected_people(session))
    search.look_in(text, "the report")
    if search.hits:
        raise InputError(
            "leak", item="the report", expected="nothing by which a protected person is known",
            found=f"{sum(hit.times for hit in search.hits)} places that may name "
            + ", ".join(sorted({hit.person for hit in search.hits})),
            remedy="rename the list, or count without the stratum that says it (--strata)",
        )  # fmt: skip


def _list_of(read: ListRead) -> ListOf:
    digest = next((one.sha256 for one in read.inputs if one.id == read.body.item), "")
    return ListOf(
        ref=read.ref, name=read.called, rows=len(read.victims), number_only=len(read.numbers),
        refused=read.refused, policy=read.body.within_list,
        sha256=digest or read.inputs[0].sha256,
    )  # fmt: skip


def _judged(kept: Kept) -> list[tuple[str, int]]:
    judged = kept.judged
    return [("yes", judged.yes), ("no", judged.no), ("undecided", judged.undecided),
            ("answered differently by two people", judged.disputed)]  # fmt: skip


def _said(run: Run) -> RunSaid:
    entry = run.entry
    return RunSaid(
        step=entry.step, id=run.id, index=run.index, by=entry.by, at=entry.at, method=entry.method,
        version=entry.version, parameters=entry.parameters, seed=entry.seed, sha256=entry.sha256,
        inputs=tuple(entry.inputs),
    )  # fmt: skip
