"""Models side by side: what each answers or why not, what it assumes, how sensitive it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from probatum.count.report.content import Estimated, ModelSaid, Report
from probatum.count.report.figures import Line, chains, intervals
from probatum.count.report.first_page import key
from probatum.count.report.words import (
    PLAIN,
    exact,
    facts,
    figure,
    given,
    interval,
    ratio,
    table,
    title,
    word,
)


def models(report: Report) -> Iterator[str]:
    """Yield the models, their refusals, sensitivity and chains."""
    estimated = report.estimated
    yield '<h2 id="models">Models side by side</h2>'
    if estimated is None:
        yield "<p>No estimate was made.</p>"
        return
    lists = len(report.lists)
    yield f"<p>Fitted to {lists} lists over {estimated.draws} draws of who is whom, which are "
    yield "carried through. The models are not averaged. <i>Independent lists</i> is shown as an "
    yield "example of what happens when dependence is ignored.</p>"
    if estimated.agreement:
        yield f'<p class="warn">{word(estimated.agreement)}</p>'
    rows = [
        [title(each.model), interval(each), ratio(each.rhat), ratio(each.ess_bulk),
         ratio(each.ess_tail), str(len(each.warnings)) if each.warnings else "–"]
        for each in estimated.models
    ]  # fmt: skip
    yield table(
        "Persons in all, median and 95 % interval; convergence where the model draws",
        ("model", "persons", "R-hat", "ESS, bulk", "ESS, tail", "warnings"), rows, [1, 2, 3, 4, 5],
    )  # fmt: skip
    for each in estimated.models:
        yield from _model(each)
    yield from _sensitivity(estimated)
    yield from _chains(estimated)


def _model(said: ModelSaid) -> Iterator[str]:
    yield f"<h3>{title(said.model)}</h3>"
    yield f"<p>{PLAIN.get(said.model, '')}</p>"
    if said.refused:
        yield '<div class="warn"><b>Refused.</b> No number is given, because:<ul>'
        for reason in said.reasons:
            yield f"<li>{_remark(reason)}</li>"
        yield "</ul></div>"
    for warning in said.warnings:
        yield f'<p class="warn"><b>Warning.</b> {_remark(warning)}</p>'
    pairs = [("What must hold", word(said.assumption))] if said.assumption else []
    pairs += [(name.replace("_", " "), word(value)) for name, value in said.settings.items()]
    pairs += [(name.replace("_", " "), word(value)) for name, value in said.found.items()]
    if pairs:
        yield facts(pairs)


def _remark(text: str) -> str:
    code, colon, words = text.partition(": ")
    return f"{word(words)} ({exact(code)})" if colon and " " not in code else word(text)


def _sensitivity(estimated: Estimated) -> Iterator[str]:
    if not estimated.variants:
        return
    yield '<h3 id="sensitivity">What changes if something is done otherwise</h3>'
    yield "<p>An estimate that moves far when one list is left out rests on that list.</p>"
    if estimated.draws > 1:
        yield "<p>Each change is fitted to the first draw of who is whom alone, and sums of "
        yield f"strata to all; <i>as it stands</i> is pooled over {estimated.draws} draws. So "
        yield "these intervals do not hold the doubt about who is whom: look how far the middle "
        yield "moves, and not whether an interval became narrower.</p>"
    whole = [Line("as it stands", None, tuple(given(estimated.models)))]
    lines = whole + [
        Line(each.what, None, tuple(given(each.models))) for each in estimated.variants
    ]
    columns = list(dict.fromkeys(
        said.model for each in estimated.variants for said in each.models
    ))  # fmt: skip
    rows = [_answers("as it stands", estimated.models, columns)]
    rows += [_answers(each.what, each.models, columns) for each in estimated.variants]
    numbers = table("Median and 95 % interval", ["what", *map(title, columns)], rows,
                    range(1, len(columns) + 1))  # fmt: skip
    drawn = intervals("sensitivity-plot", "Sensitivity of the estimates", lines, axis="persons")
    if any(_is_short(said) for each in estimated.variants for said in each.models):
        yield "<p>* The chains did not come as far as was asked: take it as rough.</p>"
    yield key(tuple(estimated.models))
    yield figure(drawn, "Estimates as they stand and under each change.", numbers)


def _answers(what: str, models: Sequence[ModelSaid], columns: Sequence[str]) -> list[str]:
    answers = {each.model: each for each in models}
    return [word(what), *(_answer(answers[c]) if c in answers else "–" for c in columns)]


def _answer(said: ModelSaid) -> str:
    return interval(said) + (" *" if _is_short(said) else "")


def _is_short(said: ModelSaid) -> bool:
    """Whether chains did not come as far as was asked, and yet there is an answer."""
    return any(warning.startswith("short-of-asked: ") for warning in said.warnings)


def _chains(estimated: Estimated) -> Iterator[str]:
    if not any(each.traces for each in estimated.models):
        return
    yield '<h3 id="chains">Chains</h3>'
    yield "<p>Chains that start far apart and cannot be told from each other afterwards have "
    yield "found the same answer. Chains that keep apart have not, and the model refuses.</p>"
    drawn = chains("chains-plot", "Chains of the models", estimated.models)
    yield figure(drawn, "Each line is one chain, thinned for drawing.")
