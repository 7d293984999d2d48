"""``probatum count report``: documented victims and estimates on pages that can be handed on."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.wording import many, shown, size, wrapped


def report(
    call: Call,
    output: Annotated[
        Path, typer.Argument(metavar="OUT", help="OUT.html or OUT.pdf, which does not exist.")
    ],
    to: Annotated[
        str | None, typer.Option("--to", metavar="NAME", help="For whom; restrictions decide.")
    ] = None,
    use: Annotated[
        str | None,
        typer.Option(
            "--use", metavar="CODE", help="What it is given for, in the words of consent."
        ),
    ] = None,
    smallest: Annotated[
        int,
        typer.Option(
            "--smallest", metavar="N", min=1, help="Smaller numbers are left out; else 5."
        ),
    ] = 5,
    purpose: Annotated[
        str | None,
        typer.Option("--purpose", metavar="TEXT", help="What for; goes into the access log."),
    ] = None,
    csv: Annotated[
        bool, typer.Option("--csv", help="Answer in CSV: what the report says, without names.")
    ] = False,
) -> None:
    """Write the report of a count, which names nobody.

    HTML or PDF: the newest documented victims and the newest estimates about the same people. One
    page to read first, then what a statistician checks, with method, version, seed and digests.
    Small numbers are left out, with others that would give them away. With --csv the same is
    answered as lines too.
    """
    if output.suffix.lower() == ".pdf" and sys.stderr.isatty():
        print("Setting the pages of a PDF takes some seconds.", file=sys.stderr)
    with call.session() as session:
        from probatum.acts.count_libraries import require_counting

        require_counting("the report")
        from probatum.acts.count_report import write_report

        done = write_report(
            session, output, recipient=to, use=use, purpose=purpose, smallest=smallest
        )
    people, refused = done.report.documented.people, done.report.documented.refused
    if call.as_json:
        call.answer(
            {"file": str(done.path), "size_bytes": done.size_bytes, "run": done.run.id,
             "entry": done.run.index, "sha256": done.run.entry.sha256,
             "documented": {"low": people.low, "best": None if refused else people.best,
                            "high": people.high},
             "refused": list(refused)}
        )  # fmt: skip
        return
    if csv:
        sys.stdout.write(done.csv)
        return
    print(f"Report of {many(len(done.report.lists), 'list')}: {shown(str(done.path))}, "
          f"{size(done.size_bytes)}")  # fmt: skip
    if done.report.estimated is None:
        print(wrapped("It has no estimate: `probatum count estimate` was not run over these links "
                      "since the criteria are what they are."))  # fmt: skip
    print(f"Run {done.run.id}, entry {done.run.index} of the log.")
    print("It names nobody, and lies there in plain text.")
