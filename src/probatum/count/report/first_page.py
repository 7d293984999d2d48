"""The first page: what was found, for whoever reads no further; what it says and does not say."""

from __future__ import annotations

from collections.abc import Iterator

from probatum.count.report.content import Estimated, ModelSaid, Report
from probatum.count.report.figures import Line, intervals
from probatum.count.report.svg import MODELS
from probatum.count.report.words import (
    exact,
    figure,
    given,
    interval,
    people,
    sentence,
    share,
    table,
    title,
    word,
)

_NAME = "Victims documented and estimated"
_MARKS = {
    "o": '<circle cx="11" cy="5" r="3.4"/>',
    "s": '<path d="M8 2h6v6h-6z"/>',
    "D": '<path d="M11 1l4 4-4 4-4-4z"/>',
    ">": '<path d="M8 1.5l6 3.5-6 3.5z"/>',
    "x": '<path d="M8 2l6 6M14 2l-6 6" stroke-width="1.6"/>',
}


def first_page(report: Report) -> Iterator[str]:
    """Yield the parts of the first page."""
    foot = f"{_NAME} · as of {report.as_of[:10]} · log {report.log_size:,}"
    yield '<div class="first">'
    yield f'<p class="over">{word(report.case_name)} · lists as of {exact(report.as_of[:10])}</p>'
    yield f'<h1 data-foot="{foot}">{_NAME}</h1>'
    yield "<p>Several lists name victims of the same events. Each is incomplete, and many persons "
    yield "stand on more than one. This report says how many different persons the lists name, and "
    yield "what can be said, if anything, about those whom no list names.</p>"
    yield '<div class="answers">'
    yield from _documented(report)
    yield from _estimated(report.estimated)
    yield "</div>"
    yield from _overview(report)
    yield from _says(report)
    yield "</div>"


def _documented(report: Report) -> Iterator[str]:
    found = report.documented.people
    yield '<section class="answer documented"><h2>Documented</h2>'
    if not found.high:
        yield '<p class="number">Nobody</p><p>No row of the lists names anybody whom the criteria '
        yield "count. How many there were is unknown, and not zero.</p></section>"
        return
    yield f'<p class="number">{found.low:,} to {found.high:,} persons</p>'
    refused = report.documented.refused
    yield f"<p>are named on at least one of {len(report.lists)} lists; most likely "
    yield "how many is refused, for the reason below. " if refused else f"{found.best:,}. "
    yield f"The <b>documented minimum</b> is {found.low:,}: even if every doubtful "
    yield "pair of rows is one person, and the search for pairs missed as many as it may have.</p>"
    yield "</section>"


def _estimated(estimated: Estimated | None) -> Iterator[str]:
    yield '<section class="answer estimated"><h2>Estimated, with those on no list</h2>'
    models = [] if estimated is None else given(estimated.models)
    totals = [each for each in models if each.model != "chao"]
    if estimated is None:
        yield '<p class="number">Not asked</p><p>No estimate was made in this case.</p>'
    elif not models:
        yield '<p class="number">No estimate</p>'
        yield "<p>The lists do not allow one. Each model says why below; that is a result, and not "
        yield "a lack of effort: a number would be invented.</p>"
    elif not totals:
        least = models[0]
        yield f'<p class="number">At least {least.median:,.0f} persons</p>'
        yield f"<p>({least.low:,.0f} to {least.high:,.0f}, 95 %) by the one model that answers, "
        yield "and it gives a lower bound only. How many more there were cannot be said.</p>"
    else:
        low = min(each.low or 0.0 for each in totals)
        high = max(each.high or 0.0 for each in totals)
        refused = sum(each.refused for each in estimated.models)
        yield f'<p class="number">{low:,.0f} to {high:,.0f} persons</p>'
        models_say = "The one model that answers" if len(totals) == 1 else (
            f"{len(totals)} models, each with a 95 % interval; together they")  # fmt: skip
        reach = "reaches" if len(totals) == 1 else "reach"
        yield f"<p>{models_say} {reach} from the one number to the other. "
        yield "None of them is <i>the</i> result."
        if refused:
            yield f" {refused} more refused to answer."
        yield "</p>"
    if estimated is not None and estimated.agreement:
        yield f'<p class="warn">{word(estimated.agreement)}</p>'
    yield "</section>"


def _overview(report: Report) -> Iterator[str]:
    lines = [Line("documented", report.documented.people)]
    rows = [("documented", people(report.documented.people), "low to high")]
    models = () if report.estimated is None else report.estimated.models
    for said in given(models):
        lines.append(Line(title(said.model), None, (said,)))
        rows.append((title(said.model), interval(said), "95 % interval"))
    drawn = intervals("overview", "Documented and estimated", lines, axis="persons")
    yield figure(
        drawn,
        "Documented persons, and what each model that answers estimates in all. Where lines do "
        "not overlap, the models contradict each other.",
        table("Persons", ("what", "most likely (low to high)", "bounds"), rows, [1]),
    )
    yield key(models)


def key(models: tuple[ModelSaid, ...]) -> str:
    """Return what the marks in pictures mean."""
    parts = [
        '<li><svg viewBox="0 0 22 10" aria-hidden="true"><path d="M0 2h14v6h-14z" '
        'fill="var(--documented)"/><path d="M14 2h8v6h-8z" fill="var(--documented-weak)"/>'
        '<path d="M18 0v10" stroke="var(--ink)" stroke-width="1.6"/></svg>documented: low, most '
        "likely, high</li>"
    ]
    for said in given(models):
        tone, mark = MODELS.get(said.model, ("muted", "o"))
        parts.append(
            f'<li><svg viewBox="0 0 22 10" aria-hidden="true" fill="var(--{tone})" '
            f'stroke="var(--{tone})"><path d="M1 5h20" stroke-width="1.6"/>{_MARKS[mark]}</svg>'
            f"{title(said.model)}: median and 95 % interval</li>"
        )
    return f'<ul class="key">{"".join(parts)}</ul>'


def _says(report: Report) -> Iterator[str]:
    found = report.documented
    yield "<h3>Who is counted</h3><ul>"
    for line in found.definitions:
        yield f"<li>{word(line)}</li>"
    yield "</ul><h3>How to read these numbers</h3><ul>"
    yield "<li><b>Documented is not everybody.</b> It grows when a list is added, and it says "
    yield "nothing about persons whom nobody listed.</li>"
    yield "<li><b>Estimated is not documented.</b> It rests on assumptions about how lists come to "
    yield "be, which the lists themselves cannot confirm. They stand beside each model.</li>"
    yield "<li><b>No number here is exact.</b> Spellings, dates and places differ between lists, "
    yield f"so who is whom was drawn {found.draws} times. Of pairs of rows that are one person, "
    yield f"the search is estimated to have missed {share(found.missed)} "
    yield f"({share(found.missed_low)} to {share(found.missed_high)}).</li>"
    yield "<li><b>A list is a claim.</b> That somebody stands on one is what its source says; "
    yield "nobody's death is established here.</li>"
    for warning in found.warnings:
        yield f"<li>{word(sentence(warning))}</li>"
    if found.number_only:
        least = sum(each.people_low for each in found.number_only)
        rows = sum(each.rows for each in found.number_only)
        upper = "" if any(each.people_high is None for each in found.number_only) else (
            f", at most {sum(each.people_high or 0 for each in found.number_only):,}")  # fmt: skip
        row = "row gives" if rows == 1 else "rows give"
        yield f"<li>{rows:,} {row} a number and name nobody (at least {least:,} persons{upper}, by "
        yield "their own words). They may be the same persons, and are not added.</li>"
    yield f"<li>Numbers below {report.smallest} are left out, with others that would give them "
    yield "away.</li></ul>"
