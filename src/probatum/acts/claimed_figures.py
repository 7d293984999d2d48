"""The numbers that sources give, each with its bounds, date, method and who says it. No count."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from probatum.acts.record_board import gather
from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.model.nouns.figures import Figure
from probatum.model.nouns.incidents import Incident
from probatum.model.nouns.propositions import Proposition
from probatum.record.board import Known
from probatum.record.figures import number_words
from probatum.record.sentences import Said, Sentences
from probatum.record.weighing import Weighed, bearing

__all__ = ["FigureLine", "Said", "Sheet", "figure_lines", "figures_of"]


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure. ``low`` and ``high`` bound it as ``bound`` says; ``as_of`` is how its date reads,
    ``on`` the first day that this allows (ISO; None: not stated, and never filled). Without a
    number, ``number_text`` are the source's words, or ``relation`` compares it with another figure.
    """

    ref: str
    index: int
    words: str
    measure: str
    group: str
    bound: str | None
    low: int | None
    high: int | None
    number_text: str | None
    relation: str | None
    compared_with: str | None
    as_of: str | None
    on: str | None
    until: str | None
    method: str
    supporters: tuple[Said, ...]
    opponents: tuple[Said, ...]


def figure_lines(
    weighed: Weighed, sentences: Sentences, mine: Iterable[Known[Proposition]]
) -> tuple[FigureLine, ...]:
    """Return figures by what they count, each group stepped by as-of date, undated ones last."""
    figures = [weighed.board.get(known.id, Figure) for known in mine]
    lines = [_line(weighed, sentences, known) for known in figures if known is not None]
    return tuple(sorted(lines, key=lambda each: (each.group, each.on is None, each.on or "",
                                                 each.index, each.ref)))  # fmt: skip


def _line(weighed: Weighed, sentences: Sentences, known: Known[Figure]) -> FigureLine:
    figure = known.record
    naming = sentences.naming
    group = naming.term("measure", figure.measure)
    if figure.population not in (None, "not-stated"):
        group += ", " + naming.term("population", figure.population or "")
    if figure.counting_unit != "person":
        group += ", " + naming.term("counting-unit", figure.counting_unit)
    as_of = figure.as_of
    bounds = None if as_of is None else as_of.bounds
    first = None if bounds is None else bounds.earliest or bounds.latest
    last = None if bounds is None else bounds.latest
    claims = weighed.board.about(known.id)
    base = weighed.board.get(figure.relative_to, Figure)
    return FigureLine(
        known.ref, known.index, sentences.proposition(known), figure.measure, group, figure.bound,
        figure.low, figure.high, figure.number_text, figure.relation,
        None if base is None else f"{number_words(base)} ({base.ref})",
        None if as_of is None or as_of.unknown is not None else naming.when(as_of),
        None if first is None else first.isoformat(), None if last is None else last.isoformat(),
        figure.method_claimed, tuple(map(sentences.said, weighed.supporters(known.id))),
        tuple(sentences.said(one) for one in claims if bearing(one.record.stance) == "opposes"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sheet:
    """The figures of one incident."""

    ref: str
    title: str
    as_of: str | None
    figures: tuple[FigureLine, ...]


def figures_of(
    session: Session, incident: str, *, as_of: str | None = None, purpose: str | None = None
) -> Sheet:
    """Return the figures that are claimed of an incident; logged before it is answered.

    Raises UseError ``wrong-use`` for another noun, and what ``gather`` raises.
    """
    gathered = gather(session, "figures of an incident", incident, as_of=as_of, purpose=purpose)
    weighed, asked = gathered.weighed, gathered.subject
    if asked is None or not isinstance(asked.record, Incident):
        raise UseError(
            "wrong-use", item=asked.ref if asked else "the record", expected="an incident",
            found=asked.noun if asked else "nothing", remedy="look for it among the incidents",
        )  # fmt: skip
    mine = [
        known for known in weighed.board.of(Proposition)
        if known.record.incident is not None
        and weighed.same.same(known.record.incident, asked.id)
    ]  # fmt: skip
    lines = figure_lines(weighed, Sentences(weighed), mine)
    return Sheet(asked.ref, asked.record.title, gathered.as_of, lines)
