"""``probatum count link``: who is whom among the rows of victim lists, drawn many times."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from probatum.cli.calls import Call
from probatum.cli.wording import many, shown, table, wrapped

if TYPE_CHECKING:
    from probatum.acts.count_link import LinkRun
    from probatum.cli.calls import Json

UNKNOWN = 0.99
"""Where the search may have missed as much, nothing is known of what it missed."""
OUTSIDE = (
    "No draw has as few persons as the most likely grouping, or as many: that one decides each "
    "doubtful pair by itself, and over many rows this adds up. `count documented` goes by the "
    "draws."
)


def link(
    call: Call,
    lists: Annotated[
        list[str] | None,
        typer.Argument(metavar="[LIST]...", help="References or names of lists; else all."),
    ] = None,
    draws: Annotated[
        int, typer.Option("--draws", metavar="N", min=20, max=1000, help="How often who is whom.")
    ] = 20,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", min=0, help="The same seed draws the same.")
    ] = 1,
    spark: Annotated[
        bool, typer.Option("--spark", help="On Spark; rows lie there unencrypted.")
    ] = False,
    csv: Annotated[
        bool, typer.Option("--csv", help="Answer in CSV: each row's person in each draw.")
    ] = False,
) -> None:
    """Link victim lists: which rows may be one person.

    Nothing is merged: each draw is one way to group the rows, as likely as the evidence makes it.
    What reviewers said about pairs binds every draw. Pairs that were never compared are in no
    draw, so it is estimated how many of them there are. The first run on a machine compiles some
    of it, which takes a quarter of a minute and is said. --spark is for more rows than one machine
    holds; it needs pyspark and Java, and runs where Spark's own configuration says.
    """
    from probatum.cli.progress import stages_bar

    with call.session() as session:
        from probatum.acts.count_libraries import require_counting

        require_counting("linking")
        from probatum.acts.count_link import link_lists, linked_csv

        with stages_bar("Linking") as update:
            done = link_lists(
                session, lists or (), seed=seed, draws=draws,
                backend="spark" if spark else "duckdb", on_progress=update,
            )  # fmt: skip
    if call.as_json:
        call.answer(_json(done))
        return
    if csv:
        sys.stdout.writelines(linked_csv(done.kept, done.run.entry.at))
        return
    print("\n".join(_page(done)))


def _page(done: LinkRun) -> list[str]:
    kept = done.kept
    low, best, high = kept.people
    rows = [
        (each.ref, f"{each.rows:,}", f"{each.numbers:,}", f"{each.refused:,}", shown(each.name))
        for each in kept.lists
    ]
    judged = kept.judged
    lines = [
        table(("List", "Rows", "Numbers", "Not used", "Name"), rows, right=[1, 2, 3]),
        "",
        "No row of these lists names anybody: there is nothing to link."
        if not kept.rows else
        wrapped(f"{many(len(kept.rows), 'row')} may be {best:,} persons; {low:,} to {high:,} in "
                f"{len(kept.draws)} draws. {many(len(kept.left), 'pair')} compared."),
        wrapped(f"Of pairs that are one person, the search missed {kept.missed:.1%} "
                f"({kept.missed_low:.1%} to {kept.missed_high:.1%}, 95 %). "
                "No draw knows of these; `count documented` takes them into account.")
        if kept.missed_high < UNKNOWN else
        wrapped("How many pairs that are one person the search missed is not known: too few were "
                "found to tell. `count documented` takes that into account."),
    ]  # fmt: skip
    lines += [
        wrapped(f"{shown(each.name)} repeats {shown(each.original)}: {many(each.rows, 'row')} "
                "stand there too, with nothing that differs. What the search missed is estimated "
                "without them.")
        for each in kept.copied
    ]  # fmt: skip
    lines += [
        wrapped(f"{shown(name)}: {many(rows, 'row')} that say what an earlier one says, word for "
                "word, though nobody is said to stand there twice: each counts as a person. Look "
                "with `probatum count lists check`.")
        for name, rows in done.again
    ]  # fmt: skip
    if not low <= best <= high:
        lines.append(wrapped(OUTSIDE))
    if kept.shared_out:
        lines.append(
            wrapped("Errors in these lists avoid each other, one to a pair: how many were missed "
                    "is hardly known then, and may be next to none.")
        )  # fmt: skip
    if judged.yes or judged.no or judged.undecided or judged.disputed:
        lines.append(
            wrapped(f"Reviewers' answers: {judged.yes} yes, {judged.no} no, {judged.undecided} "
                    f"undecided, {judged.disputed} disputed.")
        )  # fmt: skip
    lines += [
        f"Run {done.run.id}, entry {done.run.index} of the log, seed {kept.seed}.",
        "Next: probatum count review, probatum count documented",
    ]
    return lines


def _json(done: LinkRun) -> Json:
    kept = done.kept
    low, best, high = kept.people
    judged = kept.judged
    return {
        "run": done.run.id,
        "entry": done.run.index,
        "sha256": done.run.entry.sha256,
        "seed": kept.seed,
        "lists": [
            {"id": each.id, "ref": each.ref, "name": each.name, "rows": each.rows,
             "number_only": each.numbers, "refused": each.refused,
             "within_list": each.within_list}
            for each in kept.lists
        ],
        "rows": len(kept.rows),
        "draws": len(kept.draws),
        "pairs": len(kept.left),
        "persons": {"low": low, "best": best, "high": high},
        "missed": {"low": str(kept.missed_low), "value": str(kept.missed),
                   "high": str(kept.missed_high)},
        "shared_out": kept.shared_out,
        "copied": [
            {"list": each.name, "original": each.original, "rows": each.rows}
            for each in kept.copied
        ],
        "again": [{"list": name, "rows": rows} for name, rows in done.again],
        "judged": {"yes": judged.yes, "no": judged.no, "undecided": judged.undecided,
                   "disputed": judged.disputed},
    }  # fmt: skip
