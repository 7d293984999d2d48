"""Numbers and words of a report: never a number of people without its bounds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from probatum.count.documented import Span
from probatum.count.report.content import ModelSaid

HIDDEN = "left out"
TITLES = {
    "latent-class": "Latent classes",
    "graphs": "Averaged graphs",
    "loglinear": "Sparse log-linear",
    "chao": "Chao's lower bound",
    "independence": "Independent lists",
}
BY = {"month": "month of death", "place": "place", "sex": "sex", "age": "age"}
PLAIN = {
    "latent-class": "People are of several kinds, unknown to us; within a kind, being on one list "
    "says nothing about being on another.",
    "graphs": "Some lists depend on each other in pairs or groups; all such patterns are weighed "
    "by how well they fit.",
    "loglinear": "Only the dependences between lists that the counts call for are kept.",
    "chao": "Asks only for a lower bound: at least so many, whoever is easier or harder to list.",
    "independence": "As if every list were made by chance alone. A warning example, never a "
    "result.",
}


def word(text: str) -> str:
    """Return a text from a list or person, isolated and escaped."""
    return f"<bdi>{escape(text)}</bdi>"


def sentence(remark: str) -> str:
    """Return what a run kept as ``code: words`` as a sentence.

    >>> sentence("nobody: nobody is in any list")
    'Nobody is in any list.'
    """
    words = remark.partition(": ")[2]
    return f"{words[:1].upper()}{words[1:]}."


def exact(text: str) -> str:
    """Return an id, digest or the like."""
    return f'<bdi dir="ltr" class="exact">{escape(text)}</bdi>'


def people(span: Span) -> str:
    """Return a number of people with its bounds."""
    if span.low == span.high:
        return f"{span.best:,} (in every draw)"
    return f"{span.best:,} ({span.low:,} to {span.high:,})"


def number(value: float | None) -> str:
    """Return a number of people that was computed, to the person."""
    return "" if value is None else f"{value:,.0f}"


def ratio(value: float | None) -> str:
    """Return a diagnostic."""
    if value is None:
        return "–"
    return f"{value:,.3f}" if value < 10 else f"{value:,.0f}"


def share(value: float) -> str:
    """Return a share as a percentage."""
    return f"{100 * value:.1f}\u00a0%"


def interval(said: ModelSaid) -> str:
    """Return what a model answered, in one cell."""
    if said.refused or said.median is None:
        return "<b>no estimate</b>"
    return f"{number(said.median)} ({number(said.low)} to {number(said.high)})"


def given(models: Iterable[ModelSaid]) -> list[ModelSaid]:
    """Return the models that gave an estimate; independence is an example and never one."""
    return [
        each
        for each in models
        if not each.refused and each.median is not None and each.model != "independence"
    ]


def title(model: str) -> str:
    """Return the name of a model for people."""
    return TITLES.get(model, model)


def table(
    caption: str, head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()
) -> str:
    """Return rows of cells that are HTML already; the first cell of each names it."""
    flush = frozenset(right)

    def kind(column: int) -> str:
        return ' class="n"' if column in flush else ""

    heads = "".join(
        f'<th scope="col"{kind(at)}>{escape(each)}</th>' for at, each in enumerate(head)
    )
    lines = "".join(
        "<tr>"
        + "".join(
            f'<th scope="row">{cell}</th>' if not at else f"<td{kind(at)}>{cell}</td>"
            for at, cell in enumerate(row)
        )
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="wide"><table><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>"
    )


def facts(pairs: Iterable[tuple[str, str]]) -> str:
    """Return labelled facts; values are HTML already."""
    inner = "".join(f"<dt>{escape(label)}</dt><dd>{value}</dd>" for label, value in pairs)
    return f'<dl class="facts">{inner}</dl>'


def figure(drawn: str, caption: str, numbers: str = "") -> str:
    """Return a picture with its caption and, folded away, its numbers."""
    more = f"<details><summary>The numbers of this picture</summary>{numbers}</details>"
    return (
        f'<figure><div class="draw">{drawn}</div><figcaption>{escape(caption)}</figcaption>'
        f"{more if numbers else ''}</figure>"
    )
