"""``probatum count documented``: how many different persons the lists name, with bounds."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from probatum.cli.calls import Call
from probatum.cli.count_link import UNKNOWN
from probatum.cli.statements import paragraph
from probatum.cli.wording import many, shown, table, wrapped
from probatum.errors import UseError

if TYPE_CHECKING:
    from probatum.acts.count_documented import Documented, DocumentedRun, Span
    from probatum.cli.calls import Json

By = Literal["month", "place", "sex", "age"]
_BY: tuple[By, ...] = ("month", "place", "sex", "age")


def documented(
    call: Call,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DATE", help="Died on this day or later.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Died on this day or earlier.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="NAME", help="Died there, or in a part of it.")
    ] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="WORD", help="civilian or combatant, as sources say."),
    ] = None,
    strata: Annotated[
        list[str] | None,
        typer.Option("--strata", metavar="WHAT", help="month, place, sex, age; else all four."),
    ] = None,
    place_level: Annotated[
        int, typer.Option("--place-level", metavar="N", min=0, help="Part of the path; 0: largest.")
    ] = 0,
    run: Annotated[
        str | None, typer.Option("--run", metavar="ID", help="The link run; else the newest.")
    ] = None,
    csv: Annotated[bool, typer.Option("--csv", help="Answer in CSV.")] = False,
) -> None:
    """Count documented victims: low, best and high.

    The low is the documented minimum. Pairs that were never compared inflate every count of this
    sort; they are taken off. A person counts in low, best or high as far as the rows meet the
    criteria. Rows that give a number and no name stand apart.
    """
    from probatum.cli.progress import count_bar

    asked_for = [each for one in strata or () for each in one.split(",")]
    wanted = [each for each in _BY if each in (asked_for or _BY)]
    if set(asked_for) - set(_BY) or status not in (None, "civilian", "combatant"):
        raise UseError("wrong-use", item="--strata or --status", expected=", ".join(_BY)
                       + "; civilian or combatant", found="another word")  # fmt: skip
    since, until = _day(first, "--from"), _day(last, "--until")
    if since and until and since > until:
        raise UseError("wrong-use", item="--from and --until", expected="a first day and a last",
                       found="a last day before the first")  # fmt: skip
    with call.session() as session:
        from probatum.acts.count_libraries import require_counting

        require_counting("counting")
        from probatum.acts.count_documented import Inclusion, count_documented, documented_csv

        asked = Inclusion(
            since, until, place, cast("Literal['civilian', 'combatant'] | None", status)
        )
        with count_bar("Counting") as update:
            done = count_documented(
                session, asked=asked, by=wanted, place_level=place_level, link=run,
                on_progress=update,
            )  # fmt: skip
        text = documented_csv(done.found, done.link.entry.at)
    if call.as_json:
        call.answer(_json(done))
    elif csv:
        print(text, end="")
    else:
        print("\n".join(_page(done)))


def _day(text: str | None, option: str) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise UseError("wrong-use", item=option, expected="a day as YYYY-MM-DD",
                       found="something else") from None  # fmt: skip


def _page(done: DocumentedRun) -> list[str]:
    found = done.found
    people = found.people
    likely = "" if found.refused else f", most likely {people.best:,}"
    lines = [
        wrapped(f"Documented: {people.low:,} to {people.high:,} persons{likely}."
                f" Documented minimum: {people.low:,}.")
        if people.high else "Nobody is documented.",
        wrapped(f"Drawn {found.draws} times; the search missed {found.missed:.1%} of pairs "
                f"({found.missed_low:.1%} to {found.missed_high:.1%}), which is taken off.")
        if found.missed_high < UNKNOWN else
        wrapped(f"Drawn {found.draws} times; how many pairs the search missed is not known: too "
                "few were found to tell."),
        *(paragraph(f"! {words} ({code})") for code, _, words in
          (each.partition(": ") for each in found.warnings)),
        "",
        *(wrapped(each) for each in found.definitions),
    ]  # fmt: skip
    for by in dict.fromkeys(each.by for each in found.strata):
        rows = [
            (
                f"({each.name})" if each.left_open else shown(each.name),
                *_numbers(each.people, found),
            )
            for each in found.strata
            if each.by == by
        ]
        lines += ["", table((by.capitalize(), "Low", "Best", "High"), rows, right=[1, 2, 3])]
    rows = [(shown(each.name), *_numbers(each.people, found)) for each in found.lists]
    lines += ["", table(("List", "Low", "Best", "High"), rows, right=[1, 2, 3])]
    lines += [
        wrapped(f"{shown(each.name)}: {many(each.unnamed, 'row')} of {each.rows:,} that name "
                "nobody, or by initials alone.")
        for each in found.lists if each.unnamed
    ]  # fmt: skip
    for one in found.number_only:
        upper = "" if one.people_high is None else f", at most {one.people_high:,}"
        lines += ["", wrapped(
            f"{shown(one.list)}: {many(one.rows, 'row')} with a number and no name, at least "
            f"{one.people_low:,} persons{upper} in their own words: kept apart, not added."
        )]  # fmt: skip
    lines += [
        "",
        f"As of {done.link.entry.at[:10]}, the day of link run {done.link.id}.",
        f"Run {done.run.id}, entry {done.run.index} of the log.",
    ]
    return lines


def _numbers(people: Span, found: Documented) -> tuple[str, str, str]:
    return f"{people.low:,}", "refused" if found.refused else f"{people.best:,}", f"{people.high:,}"


def _json(done: DocumentedRun) -> Json:
    found = done.found
    return {
        "run": done.run.id,
        "entry": done.run.index,
        "sha256": done.run.entry.sha256,
        "link": done.link.id,
        "as_of": done.link.entry.at,
        "seed": done.run.entry.seed,
        "documented": _span(found.people, found), "refused": list(found.refused),
        "warnings": list(found.warnings),
        "definitions": list(found.definitions),
        "draws": found.draws,
        "missed": {"low": str(found.missed_low), "value": str(found.missed),
                   "high": str(found.missed_high)},
        "strata": [
            {"by": each.by, "name": each.name, "left_open": each.left_open,
             **_span(each.people, found)}
            for each in found.strata
        ],
        "lists": [
            {"name": each.name, "rows": each.rows, "unnamed": each.unnamed,
             **_span(each.people, found)}
            for each in found.lists
        ],
        "overlap": [
            {"lists": list(each.lists), **_span(each.people, found)} for each in found.overlap
        ],
        "number_only": [
            {"list": each.list, "rows": each.rows, "people_low": each.people_low,
             "people_high": each.people_high}
            for each in found.number_only
        ],
    }  # fmt: skip


def _span(people: Span, found: Documented) -> dict[str, int | None]:
    return {"low": people.low, "best": None if found.refused else people.best, "high": people.high}
