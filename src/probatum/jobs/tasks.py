"""The tasks: what can be done in the background, by name.

Each is an act of ``probatum.acts`` in the name of whoever wanted it; their role binds it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial

from probatum.acts.article import Stated
from probatum.acts.case_file import PaperOrder
from probatum.acts.case_file import case_file as print_it
from probatum.acts.check_case import check
from probatum.acts.closure import Citing
from probatum.acts.erase_item import erase
from probatum.acts.extract_text import extract, extract_all_new
from probatum.acts.extractors import Chosen, opened
from probatum.acts.incident_view import rule_called
from probatum.acts.leak_check import Decisions, parse_resolution
from probatum.acts.read_item import read_items
from probatum.acts.turns import Turns
from probatum.errors import InputError
from probatum.jobs.job import Progress, Result, Task, Wanted
from probatum.jobs.orders import ORDERS
from probatum.jobs.packages import make_package, verify_package
from probatum.jobs.papers import PAPERS
from probatum.jobs.rows import ROWS
from probatum.model.tongue import speaking
from probatum.model.tongues import tongue


def extract_texts(turns: Turns, job: Wanted, progress: Progress) -> Result:
    """Make texts: of the items in ``items`` (ids or references, spaces between), else all."""
    with turns.of(job.by, job.role) as session:
        refs = job.given.get("items", "").split()
        tell = partial(progress, "texts")
        if refs:
            done = extract(session, refs, on_progress=tell)
        else:
            done = extract_all_new(session, on_progress=tell)
    failed = sum(outcome.done == "failed" for outcome in done.outcomes)
    return Result({
        "items": str(len(done.outcomes)), "failed": str(failed), "damaged": str(len(done.damaged))
    })  # fmt: skip


def read(turns: Turns, job: Wanted, progress: Progress) -> Result:
    """Read the items in ``items`` into suggestions; ``published``, ``publisher``, ``language``."""
    said = {name: job.given.get(name) or None for name in ("published", "publisher", "language")}
    with (
        turns.of(job.by, job.role) as session,
        opened(Chosen(name=job.given.get("extractor") or None), session) as extractor,
    ):
        found = read_items(
            session, job.given["items"].split(), extractor, Stated(**said),
            on_progress=partial(progress, "reading"),
        )  # fmt: skip
    return Result({
        "items": str(len(found)), "suggestions": str(sum(each.suggested for each in found)),
        "without-text": str(sum(each.done == "no-text" for each in found)),
    })  # fmt: skip


def check_case(turns: Turns, job: Wanted, progress: Progress) -> Result:
    """Check that nothing that is stored has changed; ``quick`` leaves originals out.

    Each finding is JSON: step, outcome, subject, and its sentence in ``language``.
    """
    spoken = tongue(job.given.get("language") or "en")
    with turns.of(job.by, job.role) as session, speaking(spoken):
        found = check(session, quick=job.given.get("quick") == "yes", held=None,
                      on_progress=progress)  # fmt: skip
    return Result({"failed": str(found.failed), "not-checked": str(found.not_checked)} | {
        f"finding-{number}": json.dumps([each.step, each.outcome, each.subject, each.text])
        for number, each in enumerate(found.findings, start=1)
    })  # fmt: skip


def case_file(turns: Turns, job: Wanted, progress: Progress) -> Result:
    """Print the case file of ``incident``; ``recipient``, ``use``, ``rule``, ``as_of`` as given.

    It is in ``language``, English if there is none.
    ``not_them`` has a decision about a hit of the leak check on each line, ``HIT=REASON``.
    """
    said = {name: job.given.get(name) or None
            for name in ("recipient", "use", "purpose", "as_of")}  # fmt: skip
    decided = [parse_resolution(line) for line in job.given.get("not_them", "").splitlines()]
    rule = job.given.get("rule")
    progress("case file", 0, 0)
    with turns.of(job.by, job.role) as session:
        made = print_it(
            session, job.given["incident"], "pdf",
            PaperOrder(rule=rule_called(rule) if rule else None, decisions=Decisions(decided),
                       tongue=tongue(job.given.get("language") or "en"), **said),
        )  # fmt: skip
    key = PAPERS.keep(job.by, f"{made.ref}.pdf", "application/pdf", made.data)
    return Result({
        "paper": key, "incident": made.ref, "claims": str(made.claims),
        "protected": str(made.protected), "left_out": str(made.left_out),
    })  # fmt: skip


def erase_for_ever(turns: Turns, job: Wanted, progress: Progress) -> Result:
    """Erase ``ref`` for ``reason``; ``citing`` is "erase", "keep" or empty.

    ``seen`` is the digest of the closure that was shown. What was erased before, as after an end in
    the middle, is done. Papers and rows that are kept in memory may say what is gone: they go too.
    """
    progress("erasing", 0, 0)
    said = job.given.get("citing", "")
    citing: Citing | None = "erase" if said == "erase" else "keep" if said == "keep" else None
    with turns.of(job.by, job.role) as session:
        try:
            erase(session, job.given["ref"], job.given["reason"], citing=citing,
                  seen=job.given["seen"])  # fmt: skip
        except InputError as error:
            if error.code != "erased":
                raise
        PAPERS.forget()
        ORDERS.forget()
        ROWS.forget()
    return Result({})


TASKS: Mapping[str, Task] = {
    "extract": extract_texts, "read": read, "check": check_case, "case-file": case_file,
    "erase": erase_for_ever, "package": make_package, "verify": verify_package,
}  # fmt: skip
