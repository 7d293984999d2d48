"""``probatum count review``: say of pairs of rows whether they are one person."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from probatum.cli.calls import Call
from probatum.cli.failing import described
from probatum.cli.wording import many, shown, table, wrapped
from probatum.errors import InputError, UseError

if TYPE_CHECKING:
    from probatum.acts.count_review import Measures, PairShown, Purpose, Review
    from probatum.cli.calls import Json

_KEYS = """\
  y WHY   yes, one person          n WHY   no, two persons
  ? WHY   undecided                s       skip
  u       take the last one back   k       these keys
  q       stop here, go on another time"""
_ANSWERS: dict[str, Literal["yes", "no", "undecided"]] = {"y": "yes", "n": "no", "?": "undecided"}
_SIGNS = {"agrees": "=", "fits": "~", "differs": "x", "one side": "", "": ""}
_MOST_SHOWN = 40


def review(
    call: Call,
    sample: Annotated[
        bool,
        typer.Option("--sample", help="Pairs drawn at random, to measure the linkage."),
    ] = False,
    most: Annotated[
        int, typer.Option("--most", metavar="N", min=1, help="How many pairs are asked for.")
    ] = 100,
    seed: Annotated[
        int | None,
        typer.Option("--seed", metavar="N", min=0, help="Of the sample; else that of the run."),
    ] = None,
    run: Annotated[
        str | None, typer.Option("--run", metavar="ID", help="The link run; else the newest.")
    ] = None,
    csv: Annotated[
        bool,
        typer.Option("--csv", help="Answer in CSV: pairs that wait or were judged; ask nothing."),
    ] = False,
) -> None:
    """Say of pairs of rows whether they are one person.

    First the pairs whose answers tell most. Both rows stand side by side: = agrees, ~ fits, x
    differs. Each answer has a reason, is kept at once, and binds the next `count link`. With
    --sample the pairs are drawn at random: from these, and only these, precision and recall of the
    linkage are estimated. With --json or --csv it shows the pairs and asks nothing.
    """
    with call.session() as session:
        from probatum.acts.count_libraries import require_counting

        require_counting("review of pairs")
        from probatum.acts.count_review import measured, review

        sitting = review(
            session, purpose="sample" if sample else "queue", run_id=run, most=most,
            seed=seed,
        )  # fmt: skip
        if call.as_json:
            call.answer(_json(sitting, measured(session, sitting.run, sitting.kept)))
            return
        if csv:
            from probatum.acts.count_review_csv import review_csv

            sys.stdout.write(review_csv(sitting))
            return
        print(f"Link run {sitting.run.id[:12]}: {_standing(sitting)}")
        print(_KEYS)
        _sit(sitting)
        if sample:
            print("\n".join(_measures(measured(session, sitting.run, sitting.kept))))


def _sit(sitting: Review) -> None:
    before = -1
    while True:
        pair = sitting.next
        if pair is None:
            print(f"\nNo pair is left. {_after(sitting)}")
            return
        if pair.at != before:
            print("\n".join(_page(pair, sitting.purpose)))
            before = pair.at
        answer = _asked("one person? ")
        if answer is None or answer == "q":
            print(f"Kept. {_after(sitting)}")
            return
        try:
            if _did(sitting, pair, answer):
                before = -1
        except (InputError, UseError) as error:
            print(described(error))


def _did(sitting: Review, pair: PairShown, typed: str) -> bool:
    """Do what was typed; return whether a pair is to be shown anew."""
    word, _, reasons = typed.partition(" ")
    if word in _ANSWERS:
        reasons = reasons or _asked("why> ") or ""
        if not reasons.strip():
            print("Not answered: an answer has a reason.")
            return False
        made = sitting.answer(pair.at, _ANSWERS[word], reasons)
        print(f"    recorded: {_ANSWERS[word]}, {made.ref}")
        return True
    if word == "s":
        sitting.skipped.add(pair.at)
        return True
    if word == "u":
        back = sitting.undo()
        print("Nothing was answered in this sitting." if back is None else "Taken back.")
        return back is not None
    print(_KEYS)
    return False


def _page(pair: PairShown, purpose: Purpose) -> list[str]:
    rows = [
        (line.field, _SIGNS[line.verdict], shown(line.left) or "-", shown(line.right) or "-")
        for line in pair.lines
    ]
    heads = (f"{name}, row {row}" for name, row in
             zip(pair.lists, (pair.left.row, pair.right.row), strict=True))  # fmt: skip
    left, right = (shown(each) for each in heads)
    lines = ["", table(("", "", left, right), rows)]
    if purpose == "queue":  # what is drawn at random measures the model: it must not be led by it
        grouped = "one person" if pair.together else "two persons"
        lines.append(
            f"The model: {pair.probability:.1%} one person; most likely grouping: {grouped}."
        )
    return lines


def _standing(sitting: Review) -> str:
    return f"{many(len(sitting.order), 'pair')} asked for, {len(sitting.open)} open."


def _after(sitting: Review) -> str:
    made = len(sitting.done)
    said = f"{many(made, 'answer')} in this sitting, {len(sitting.open)} open."
    return said + (" Answers bind the next run: probatum count link" if made else "")


def _measures(found: Measures) -> list[str]:
    if not found.measured:
        return [wrapped("Precision and recall: not enough answers to the sample yet.")]
    return [
        wrapped(f"{each.what.capitalize()}: {each.value:.1%} ({each.low:.1%} to {each.high:.1%}, "
                f"95 %), from {many(each.pairs, 'pair')} drawn at random.")
        for each in found.measured
    ]  # fmt: skip


def _asked(prompt: str) -> str | None:
    """Return a line that was typed; None where there is nobody left to ask."""
    try:
        return input(prompt).strip()
    except EOFError:
        print()
        return None


def _json(sitting: Review, found: Measures) -> Json:
    return {
        "run": sitting.run.id,
        "purpose": sitting.purpose,
        "pairs": len(sitting.order),
        "open": len(sitting.open),
        "queue": [_pair(sitting.shown(at)) for at in sitting.open[:_MOST_SHOWN]],
        "measured": [
            {"what": each.what, "value": f"{each.value:.6f}", "low": f"{each.low:.6f}",
             "high": f"{each.high:.6f}", "pairs": each.pairs}
            for each in found.measured
        ],
    }  # fmt: skip


def _pair(pair: PairShown) -> Json:
    return {
        "pair": pair.at,
        "left": {"list": pair.lists[0], "row": pair.left.row},
        "right": {"list": pair.lists[1], "row": pair.right.row},
        "probability": f"{pair.probability:.6f}",
        "together": pair.together,
        "lines": [
            {"field": line.field, "left": line.left, "right": line.right,
             "verdict": line.verdict or None}
            for line in pair.lines
        ],
    }  # fmt: skip
