"""``probatum count estimate``: how many there were in all, by several models side by side."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from probatum.cli.calls import Call
from probatum.cli.statements import paragraph
from probatum.cli.wording import many, shown, wrapped
from probatum.cli.wording import table as table_of
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.count_table import Answer, Estimate, Model, ModelSaid, StratumSaid
    from probatum.cli.calls import Json

_NAMES: tuple[Model, ...] = ("latent-class", "graphs", "loglinear", "chao")
_MOST_CELLS = 12
_BY: tuple[Literal["month", "place", "sex", "age"], ...] = ("month", "place", "sex", "age")
_TITLES = {
    "latent-class": "latent-class",
    "graphs": "graphs",
    "loglinear": "loglinear",
    "chao": "chao (at least)",
    "independence": "independence",
}


def estimate(
    call: Call,
    table: Annotated[
        str | None,
        typer.Option("--table", metavar="OVERLAP.csv", help="An overlap table, or `kosovo`, `uk`."),
    ] = None,
    model: Annotated[
        list[str] | None,
        typer.Option("--model", help="latent-class, graphs, loglinear, chao; else all."),
    ] = None,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="N", help="The same one, the same answer.")
    ] = None,
    leave_out: Annotated[
        list[str] | None, typer.Option("--without", metavar="LIST", help="Leave a list out.")
    ] = None,
    merge: Annotated[
        list[str] | None,
        typer.Option("--merge", metavar="A+B", help="Take lists of one kind as one."),
    ] = None,
    most_missing: Annotated[
        int | None,
        typer.Option("--most-missing", metavar="N", help="At most so many are in no list."),
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Skip what other lists and priors would make of it.")
    ] = False,
    strata: Annotated[
        list[str] | None,
        typer.Option("--strata", metavar="WHAT", help="month, place, sex, age: strata of a case."),
    ] = None,
    run: Annotated[
        str | None, typer.Option("--run", metavar="ID", help="The link run; else the newest.")
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Answer in CSV.")] = False,
) -> None:
    """Estimate how many there were in all, or say why not.

    Models stand side by side; none of them is the answer, and there is no number above them. A
    model that cannot tell refuses, with its reasons, and the exit code is 0 then too.

    Without --table it is about the lists of the case: each draw of who is whom has a table of its
    own, and doubt about linking is carried through. An overlap table is a CSV with one 0/1 column
    for each list, and `count`: how many persons are in exactly these lists. --without, --merge,
    --most-missing and --quick go with a table; --strata and --run with a case. The seed is that of
    the link run unless given, for a table 1.
    """
    # Matrices are small: threads of the linear algebra would wait for each other ten times as long
    # as they compute. Read when numpy is first imported, which is after this.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    models = _models(model or [])
    strata = [each for one in strata or () for each in one.split(",")]
    of_table = leave_out or merge or most_missing is not None or quick
    if (strata or run) if table is not None else of_table:
        raise UseError(
            "wrong-use", item="count estimate", expected="options of a table or of a case",
            found="both", remedy="--without, --merge, --most-missing and --quick go with --table;"
            " --strata and --run without",
        )  # fmt: skip
    if table is None:
        _of_case(call, models, strata, seed=seed, link=run, csv=csv)
        return
    from probatum.acts.count_table import estimate_table
    from probatum.cli.progress import stages_bar

    with stages_bar("Estimating") as update:
        found = estimate_table(
            table, seed=1 if seed is None else seed, models=models, left_out=leave_out or (),
            taken_as_one=merge or (), most_missing=most_missing, sensitivity=not quick,
            on_progress=update,
        )  # fmt: skip
    if call.as_json:
        call.answer(found.as_json())
    elif csv:
        sys.stdout.write(found.as_csv())
    else:
        print("\n".join([*page(found.answer), "", f"Table {found.sha256}"]))


def _of_case(
    call: Call, models: list[Model], by: list[str], *, seed: int | None, link: str | None, csv: bool
) -> None:
    wanted = [each for each in _BY if each in by]
    if set(by) - set(_BY):
        raise UseError("wrong-use", item="--strata", expected=", ".join(_BY), found="another word",
                       remedy="leave it out for no strata")  # fmt: skip
    with call.session() as session:
        from probatum.acts.count_libraries import require_counting

        require_counting("counting")
        from probatum.acts.count_estimate import estimate_case, estimated_csv
        from probatum.acts.count_runs import run
        from probatum.acts.count_table import answer_json, require_seed
        from probatum.cli.progress import stages_bar

        given = run(session, "link", link).entry.seed if seed is None else require_seed(seed)
        with stages_bar("Estimating") as update:
            done = estimate_case(
                session, seed=given, models=models, by=wanted, link=link, on_progress=update
            )
        text = estimated_csv(done.found, done.link.entry.at)
    if call.as_json:
        call.answer({
            **answer_json(done.answer), "run": done.run.id, "link_run": done.link.id,
            "as_of": done.link.entry.at,
            "sha256": done.run.entry.sha256,
            "strata": [
                {"by": each.by, "name": each.name, "observed_low": each.people.low,
                 "observed": each.people.best, "observed_high": each.people.high,
                 "models": [_said(one) for one in each.models]}
                for each in done.found.strata
            ],
        })  # fmt: skip
    elif csv:
        sys.stdout.write(text)
    else:
        print("\n".join([*page(done.answer), *_strata(done.found.strata), "",
                         f"As of {done.link.entry.at[:10]}, when link run {done.link.id[:8]} was "
                         f"made. Run {done.run.id[:8]}."]))  # fmt: skip


def _said(each: ModelSaid) -> dict[str, Json]:
    return {
        "model": each.model, "median": _whole(each.median), "low": _whole(each.low),
        "high": _whole(each.high), "level": each.level, "refused": each.refused,
        "reasons": list(each.reasons), "warnings": list(each.warnings),
    }  # fmt: skip


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)


def _strata(found: Sequence[StratumSaid]) -> Iterator[str]:
    if found:
        rows = [(each.by, shown(each.name), f"{each.people.best:,}", one.model, *_number(one))
                for each in found for one in each.models]  # fmt: skip
        yield ""
        yield "By stratum:"
        yield table_of(("By", "Stratum", "Documented", "Model", "In all", "95 % interval"), rows,
                       right=[2, 4])  # fmt: skip


def _models(names: list[str]) -> list[Model]:
    wanted = [name for each in names for name in each.split(",")]
    unknown = [name for name in wanted if name != "all" and name not in _NAMES]
    if unknown:
        raise UseError("wrong-use", item="--model", expected=", ".join(_NAMES) + " or all",
                       found="another word", remedy="leave it out for all of them")  # fmt: skip
    return [name for name in _NAMES if not wanted or "all" in wanted or name in wanted]


_SHORT = "short-of-asked"


def page(answer: Answer) -> Iterator[str]:
    """Yield the lines of an answer for people."""
    sizes = zip(answer.table.lists, answer.table.sizes, strict=True)
    people = "persons are" if answer.observed != 1 else "person is"
    yield wrapped(
        f"{answer.observed:,} {people} documented in {many(len(answer.table.lists), 'list')}: "
        + ", ".join(f"{shown(name)} {size:,}" for name, size in sizes) + "."
    )  # fmt: skip
    if answer.linkage_draws > 1:
        yield wrapped(
            f"{answer.linkage_draws} draws of who is whom have {answer.observed_low:,} to"
            f" {answer.observed_high:,} persons; sizes of lists and empty cells are of the first."
        )
    yield from _zeros(answer)
    yield ""
    rows = [(_TITLES[each.model], *_number(each)) for each in answer.estimates]
    yield table_of(("Model", "In all", "95 % interval"), rows, right=[1])
    yield ""
    yield from _together(answer)
    for each in answer.estimates:
        yield from _about(each)
    yield from _example(answer.example)
    yield from _sensitivity(answer)
    yield ""
    yield f"Seed {answer.seed}"


def _number(each: Estimate | ModelSaid) -> tuple[str, str]:
    if each.median is None or each.low is None or each.high is None:
        return "refused", "; ".join(str(reason).partition(":")[0] for reason in each.reasons)
    return f"{each.median:,.0f}", f"{each.low:,.0f} - {each.high:,.0f}"


def _zeros(answer: Answer) -> Iterator[str]:
    cells = answer.zero_cells
    if cells:
        more = f", and {len(cells) - _MOST_CELLS:,} more" if len(cells) > _MOST_CELLS else ""
        yield paragraph(f"Nobody is in exactly: {'; '.join(cells[:_MOST_CELLS])}{more}.")


def _together(answer: Answer) -> Iterator[str]:
    for remark in answer.remarks:
        yield paragraph(f"! {remark.words} ({remark.code})")
    if answer.range is not None:
        low, high = answer.range
        yield wrapped(
            "From the lowest limit to the highest, those of the draws behind each"
            " interval included (they may lie further out), Chao's lower bound not:"
            f" {low:,.0f} to {high:,.0f}. No single number stands above the models."
        )


def _about(each: Estimate) -> Iterator[str]:
    yield ""
    yield _TITLES[each.model]
    for reason in each.reasons:
        yield paragraph(f"refused: {reason.words} ({reason.code})", "  ")
    for warning in each.warnings:
        yield paragraph(f"! {warning.words} ({warning.code})", "  ")
    if each.assumption:
        yield paragraph(f"assumes: {each.assumption}", "  ")
    if each.rhat is not None:
        sizes = f"effective draws {each.ess_bulk or 0:,.0f}, in the tails {each.ess_tail or 0:,.0f}"
        yield f"  R-hat {each.rhat:.3f}; {sizes}"
    for what, words in (*each.settings.items(), *each.found.items()):
        yield paragraph(f"{what}: {words}", "  ")


def _example(each: Estimate) -> Iterator[str]:
    if each.median is not None and each.low is not None and each.high is not None:
        yield ""
        yield wrapped(
            f"A warning, not an estimate: independent lists would say {each.median:,.0f}"
            f" [{each.low:,.0f} - {each.high:,.0f}]. Lists of victims are not independent, and such"
            " a narrow interval is about the wrong number."
        )


def _sensitivity(answer: Answer) -> Iterator[str]:
    if answer.variations:
        short = [_SHORT in (remark.code for remark in each.estimate.warnings)
                 for each in answer.variations]  # fmt: skip
        rows = [
            (each.estimate.model, each.change, shown(each.what), number, ends + " *" * is_short)
            for each, is_short in zip(answer.variations, short, strict=True)
            for number, ends in [_number(each.estimate)]
        ]
        yield ""
        yield "What becomes of it when something is changed:"
        if answer.linkage_draws > 1:
            yield wrapped(
                "On the first draw of who is whom alone: look how far numbers move; these "
                "intervals do not hold the doubt about who is whom."
            )
        yield table_of(("Model", "Change", "Which", "In all", "95 % interval"), rows, right=[3])
        if any(short):
            yield "* Chains did not come as far as was asked: take it as rough."
