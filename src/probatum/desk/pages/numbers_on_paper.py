"""What of a number sheet stands on its first printed page, so that this page is whole by itself.

Figures that would not fit all go into an annex, and what stands first of each kind is the newest,
the lowest and the highest. Nothing is added up. How much fits is estimated in points of height.
What every day says alike of its zone stands once, at the head of the column.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil

from probatum.acts.claimed_figures import FigureLine
from probatum.acts.newest_counts import Counts

ROOM = 495.0  # points for figures, where nothing was counted: tried on A4 in three languages
LINES_OF_NOTES = 14  # what estimates may say of themselves before it goes into the annex
_LINE, _RULE, _KIND = 10.4, 1.6, 13.6  # points: a line, what parts rows, the head of a kind
_WIDE, _DAY, _NUMBER, _METHOD = 43, 22, 18, 28  # characters on a line of the columns
_TITLE = 60  # characters of a title on a line; two lines are counted with the page
_REFERENCE = 11  # characters of a reference to an item, with a space


@dataclass(frozen=True, slots=True)
class FirstPage:
    """``figures`` are those of the first page; ``left_out`` how many stand in the annex alone.
    ``notes`` says whether what estimates say of themselves stands in the annex; ``zone`` is what
    every day ends with, in brackets, or empty.
    """

    figures: tuple[FigureLine, ...]
    left_out: int
    notes: bool
    zone: str = ""

    @property
    def annexed(self) -> bool:
        """Whether anything stands in an annex."""
        return self.left_out > 0 or self.notes


def first_page(
    title: str, figures: Sequence[FigureLine], counts: Counts | None,
    number: Callable[[FigureLine], str], method: Callable[[FigureLine], str],
) -> FirstPage:  # fmt: skip
    """Return what fits, given how a figure's number and method read."""
    notes, zone = _lines_of(counts), _zone_of(figures)
    apart = notes > LINES_OF_NOTES
    room = ROOM - _LINE * ((6 if apart else notes) + 2 * max(0, ceil(len(title) / _TITLE) - 2))

    def height(several: Sequence[FigureLine]) -> float:
        kinds = len({each.group for each in several})
        rows = (_lines(each, number(each), method(each), zone) for each in several)
        return kinds * _KIND + sum(_RULE + _LINE * lines for lines in rows)

    if height(figures) <= room:
        return FirstPage(tuple(figures), 0, apart, zone)
    chosen: list[FigureLine] = []
    for _group, each in groupby(figures, key=lambda line: line.group):
        several = [*chosen, *_telling(list(each))]
        if height(several) > room:
            break
        chosen = several
    return FirstPage(tuple(chosen), len(figures) - len(chosen), apart, zone)


def _zone_of(figures: Sequence[FigureLine]) -> str:
    """Return the words in brackets that every day ends with, with the space before them."""
    ends = {each.as_of.partition(" (")[2] for each in figures if each.as_of}
    (end,) = ends if len(ends) == 1 else ("",)
    return f" ({end}" if end.endswith(")") else ""


def _telling(group: Sequence[FigureLine]) -> list[FigureLine]:
    """Return the newest, the lowest and the highest of a kind, in the order of the sheet."""
    dated = [each for each in group if each.on is not None]
    low = [each for each in group if each.low is not None]
    high = [each for each in group if (each.high or each.low) is not None]
    kept = {id(each) for each in dated[-1:]}
    if low:
        kept.add(id(min(low, key=lambda each: each.low or 0)))
    if high:
        kept.add(id(max(high, key=lambda each: each.high or each.low or 0)))
    return [each for each in group if id(each) in kept] or list(group[:1])


def _lines(line: FigureLine, number: str, method: str, zone: str) -> int:
    said: dict[str, int] = {}
    for each in line.supporters:
        places = _REFERENCE * len(each.citations)
        said[each.speaker] = said.get(each.speaker, len(each.speaker)) + places
    return max(
        ceil(len((line.as_of or "").removesuffix(zone)) / _DAY), ceil(len(number) / _NUMBER),
        ceil(len(method) / _METHOD),
        sum(ceil(length / _WIDE) for length in said.values())
        + sum(ceil((len(each.speaker) + 12) / _WIDE) for each in line.opponents), 1,
    )  # fmt: skip


def _lines_of(counts: Counts | None) -> int:
    """Return how many more lines counts take than the words that there are none."""
    if counts is None or counts.estimated is None:
        return 0 if counts is None else 3
    said = [remark.words for remark in counts.estimated.mind]
    for model, minded in counts.estimated.told:
        said += [remark.words for remark in minded]
        said += [remark.words for remark in model.why] if model.whole is None else [
            model.holds.words, "",
        ]  # fmt: skip
    return 3 + sum(1 + len(each) // 80 for each in said)
