"""The validation report of victim lists for people and for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from probatum.cli.count_lists_pages import opened_facts, opened_json
from probatum.cli.statements import paragraph
from probatum.cli.wording import facts, many, shown, table

if TYPE_CHECKING:
    from probatum.acts.check_lists import Alike, Checked, Checks
    from probatum.cli.calls import Json
    from probatum.link.lists.troubles import Trouble

_MOST_LINES = 40
_MOST_CELL = 40


def checks_page(found: Checks) -> str:
    """Return the reports of all lists, and which of them are alike."""
    parts = [_page(each) for each in found.lists]
    if found.alike:
        said = [paragraph(_likeness(each)) for each in found.alike]
        parts.append("\n".join(["Lists that are not independent", "", *said]))
    return "\n\n".join(parts)


def _page(found: Checked) -> str:
    report = found.report
    known = [(found.listed.ref, shown(found.listed.name))]
    if found.opened is not None:
        known += opened_facts(found.opened)
    known += [
        ("Rows", f"{report.rows:,}, and {report.empty:,} empty"),
        ("Victims", f"{report.victims:,}"),
        ("Bare numbers", _numbers(found)),
        ("Refused", f"{report.refused:,}"),
        ("With trouble", f"{report.rows_with_trouble:,} of the rows"),
        ("Known", ", ".join(f"{name.replace('_', ' ')} {count:,}"
                            for name, count in report.known.items() if count) or "nothing"),
        ("Died", f"{report.died_to_the_day:,} to the day"
         + (f", {report.first_died} to {report.last_died}" if report.first_died else "")),
    ]  # fmt: skip
    if found.unused:
        known.append(("Not read", ", ".join(map(shown, found.unused))))
    parts = [facts(known)]
    if report.codes:
        from probatum.acts.check_lists import meaning_of

        rows = [(code, f"{count:,}", meaning_of(code).said, meaning_of(code).kept)
                for code, count in report.codes.items()]  # fmt: skip
        parts += ["", table(("Code", "Rows", "Means", "What became of it"), rows, right=[1])]
        parts += ["", *_examples(found)]
    if found.warnings:
        parts += ["", *(paragraph(f"Look at this: {each}") for each in found.warnings)]
    return "\n".join(parts)


def _numbers(found: Checked) -> str:
    report = found.report
    if not report.bare_numbers:
        return "0"
    return (f"{many(report.bare_numbers, 'row')} of {report.people_low:,} to "
            f"{report.people_high:,} people, counted as nobody")  # fmt: skip


def _examples(found: Checked) -> list[str]:
    troubles = found.report.troubles
    rows = [(str(each.row), each.code, shown(each.column or ""), _cell(each))
            for each in troubles[:_MOST_LINES]]  # fmt: skip
    lines = [table(("Row", "Code", "Column", "Cell"), rows, right=[0])]
    total = sum(found.report.codes.values())
    if total > len(rows):
        lines.append(f"... and {total - len(rows):,} more: --csv FILE writes them all")
    return lines


def _cell(trouble: Trouble) -> str:
    cell = trouble.cell or ""
    return shown(cell if len(cell) <= _MOST_CELL else cell[: _MOST_CELL - 3] + "...")


def _likeness(each: Alike) -> str:
    names = f"{each.one.ref} {shown(each.one.name)} and {each.other.ref} {shown(each.other.name)}"
    if each.same:
        return f"{names} say the same: one of them is to be left out."
    return (
        f"{names}: about {100 * each.contained:.0f} % of the smaller stands in the larger, word "
        "for word. Lists that copy each other tell nothing about who is missing."
    )


def checks_json(found: Checks) -> Json:
    """Return the reports for programs."""
    return {
        "lists": [_json(each) for each in found.lists],
        "alike": [
            {"one": each.one.id, "other": each.other.id, "same": each.same,
             "contained_percent": round(100 * each.contained)}
            for each in found.alike
        ],
    }  # fmt: skip


def _json(found: Checked) -> Json:
    from probatum.acts.check_lists import meaning_of

    report = found.report
    return {
        "id": found.listed.id, "ref": found.listed.ref, "name": found.listed.name,
        "table": opened_json(found.opened), "header_row": found.header_row,
        "rows": report.rows, "empty": report.empty, "victims": report.victims,
        "bare_numbers": {"rows": report.bare_numbers, "people_low": report.people_low,
                         "people_high": report.people_high},
        "refused": report.refused, "rows_with_trouble": report.rows_with_trouble,
        "known": dict(report.known), "died_to_the_day": report.died_to_the_day,
        "first_died": report.first_died, "last_died": report.last_died,
        "columns_not_read": list(found.unused), "other_sheets": list(found.other_sheets),
        "codes": [{"code": code, "rows": count, "means": meaning_of(code).said,
                   "became": meaning_of(code).kept, "refused": meaning_of(code).refused}
                  for code, count in report.codes.items()],
        "troubles": [{"row": each.row, "code": each.code, "column": each.column, "cell": each.cell}
                     for each in report.troubles],
        "warnings": list(found.warnings),
    }  # fmt: skip
