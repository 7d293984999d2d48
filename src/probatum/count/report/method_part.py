"""How it was done, so that somebody else can do it again: lists, linkage, runs, log."""

from __future__ import annotations

from collections.abc import Iterator

from probatum.count.report.content import Report, RunSaid
from probatum.count.report.words import exact, facts, share, table, word


def method(report: Report) -> Iterator[str]:
    """Yield lists, linkage and runs."""
    found = report.documented
    yield '<h2 id="linkage">Lists and linkage</h2>'
    yield table(
        "Lists that were read",
        ("list", "reference", "rows", "number only", "not used", "may name a person twice",
         "SHA-256 of the file"),
        [[word(each.name), exact(each.ref), f"{each.rows:,}", f"{each.number_only:,}",
          f"{each.refused:,}", "yes" if each.policy == "may-repeat" else "no", exact(each.sha256)]
         for each in report.lists],
        [2, 3, 4],
    )  # fmt: skip
    yield "<p>Rows are compared only where a blocking rule brings them together; of some 2,000 "
    yield "rows or fewer, any two. Of all pairs of rows that are one person, those that no rule "
    yield "finds, or that are then not recognised, are estimated to be "
    yield f"<b>{share(found.missed)}</b> (95 %: {share(found.missed_low)} to "
    yield f"{share(found.missed_high)}). Such pairs make two persons of one: the documented low "
    yield "takes one person off for each of them at the upper end, the best at the middle, the "
    yield "high at the lower end.</p>"
    if report.measured:
        yield table(
            "Linkage checked by people on pairs drawn at random",
            ("measure", "value", "95 % interval", "pairs"),
            [[word(each.what), share(each.value), f"{share(each.low)} to {share(each.high)}",
              f"{each.pairs:,}"] for each in report.measured],
            [1, 2, 3],
        )  # fmt: skip
    else:
        yield '<p class="warn">Nobody has checked pairs drawn at random yet, so precision and '
        yield "recall of the linkage are not known beyond what the model says of itself.</p>"
    if report.judged:
        said = ", ".join(f"{number:,} {answer}" for answer, number in report.judged)
        yield f"<p>Judged by reviewers: {said}. Yes binds two rows in every draw, no keeps them "
        yield "apart.</p>"
    yield '<h2 id="runs">Runs: method, version, seed, digests</h2>'
    yield "<p>The same inputs, method, version, parameters and seed give the same bytes.</p>"
    for run in report.runs:
        yield from _run(run)
    yield "<h3>Log</h3>"
    yield facts([
        ("Entries", f"{report.log_size:,}"),
        ("Root", exact(report.log_root)),
        ("Key", exact(report.fingerprint)),
    ])  # fmt: skip
    yield '<p class="small">Integrity since a date is not truth: the log shows that nothing was '
    yield "altered after it was recorded, not that a list is right.</p>"


def _run(run: RunSaid) -> Iterator[str]:
    yield f"<h3>{run.step}</h3>"
    yield facts([
        ("Run", f"{exact(run.id)}, entry {run.index:,}"),
        ("By", word(run.by)),
        ("At", exact(run.at)),
        ("Method", word(run.method)),
        ("Version", exact(run.version)),
        ("Seed", exact(str(run.seed))),
        ("Parameters", exact(run.parameters)),
        ("Result, SHA-256", exact(run.sha256)),
        ("Read", "<br>".join(exact(each) for each in run.inputs)),
    ])  # fmt: skip
