"""The pictures of a report. Each is drawn from values, and says in words what it shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from probatum.count.documented import Cell, Span
from probatum.count.report.content import ModelSaid
from probatum.count.report.svg import MODELS, as_svg, colour, drawing
from probatum.count.report.words import title as title_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST_ROWS = 40
_WIDTH = 5.6


@dataclass(frozen=True, slots=True)
class Line:
    """One row of intervals: what is documented of it, and what models answered."""

    name: str
    people: Span | None
    models: tuple[ModelSaid, ...] = ()
    hidden: bool = False


def intervals(name: str, title: str, lines: Sequence[Line], *, axis: str) -> str:
    """Draw rows of intervals one below the other: documented as a bar, models as marks."""
    shown = list(lines[:MOST_ROWS])
    slots = [max(1, (each.people is not None) + len(_given(each.models))) for each in shown]
    height = 0.62 + sum(0.17 * slot + 0.14 for slot in slots)
    with drawing(name, _WIDTH, height) as figure:
        axes = figure.subplots()
        places, at = [], 0.0
        for line, slot in zip(shown, slots, strict=True):
            _row(axes, line, at)
            places.append(at + 0.17 * (slot - 1) / 2)
            at += 0.17 * slot + 0.14
        axes.set_yticks(places, [_two_lines(each.name) for each in shown])
        axes.set_ylim(at - 0.07, -0.17)
        _across(axes, axis)
        axes.tick_params(axis="y", length=0)
        for label in axes.get_yticklabels():
            label.set_color(colour("ink"))
        return as_svg(figure, name, title, "; ".join(map(_told, lines)) + ".")


def _row(axes: Axes, line: Line, at: float) -> None:
    if line.hidden:
        axes.text(0, at, " fewer than the threshold, or left out to protect others",
                  va="center", fontsize=7.5, color=colour("muted"))  # fmt: skip
        return
    if line.people is not None:
        _bar(axes, line.people, at)
        at += 0.17
    for said in _given(line.models):
        _mark(axes, said, at)
        at += 0.17


def _bar(axes: Axes, people: Span, at: float) -> None:
    axes.barh(at, people.low, height=0.12, color=colour("documented"))
    if people.high > people.low:
        axes.barh(at, people.high - people.low, left=people.low, height=0.12,
                  color=colour("documented-weak"))  # fmt: skip
    axes.plot([people.best, people.best], [at - 0.075, at + 0.075], color=colour("ink"),
              linewidth=1.3, solid_capstyle="butt")  # fmt: skip


def _mark(axes: Axes, said: ModelSaid, at: float) -> None:
    tone, mark = MODELS.get(said.model, ("muted", "o"))
    low, high = said.low or 0.0, said.high or 0.0
    axes.plot([low, high], [at, at], color=colour(tone), linewidth=2, solid_capstyle="butt")
    for end in (low, high):
        axes.plot([end, end], [at - 0.04, at + 0.04], color=colour(tone), linewidth=1.4)
    axes.plot(
        [said.median or 0.0], [at], marker=mark, markersize=5, color=colour(tone), linestyle="none"
    )


def months(name: str, title: str, lines: Sequence[Line]) -> str:
    """Draw a time axis: documented as bars with their bounds, estimates as marks beside them."""
    with drawing(name, _WIDTH, 3.0) as figure:
        axes = figure.subplots()
        step = 0.8 / max(1, 1 + max((len(_given(each.models)) for each in lines), default=0))
        for at, line in enumerate(lines):
            if line.hidden or line.people is None:
                continue
            people, left = line.people, at - 0.4 + step / 2
            axes.bar(left, people.low, width=step * 0.9, color=colour("documented"))
            axes.bar(left, people.high - people.low, bottom=people.low, width=step * 0.9,
                     color=colour("documented-weak"))  # fmt: skip
            half = step * 0.45
            axes.plot([left - half, left + half], [people.best] * 2, color=colour("ink"), lw=1.3)
            for number, said in enumerate(_given(line.models), 1):
                tone, mark = MODELS.get(said.model, ("muted", "o"))
                x = left + number * step
                axes.plot([x, x], [said.low or 0, said.high or 0], color=colour(tone), lw=1.8)
                axes.plot([x], [said.median or 0.0], marker=mark, markersize=4, color=colour(tone))
        every = max(1, len(lines) // 12)
        axes.set_xticks(range(0, len(lines), every), [each.name for each in lines[::every]],
                        rotation=0 if len(lines) <= 8 else 45)  # fmt: skip
        axes.set_xlim(-0.6, max(len(lines), 1) - 0.4)
        axes.set_ylim(bottom=0)
        axes.set_ylabel("persons")
        axes.yaxis.grid(visible=True)
        axes.yaxis.set_major_formatter(_thousands)
        return as_svg(figure, name, title, "; ".join(map(_told, lines)) + ".")


def upset(
    name: str, title: str, lists: Sequence[tuple[str, Span]], cells: Sequence[Cell], left_out: int
) -> str:
    """Draw which lists share how many persons: columns of dots below bars, the largest first."""
    shown = sorted(cells, key=lambda each: (-each.people.best, each.lists))[:MOST_ROWS]
    width = max(_WIDTH, 0.26 * len(shown) + 2.6)
    with drawing(name, width, 2.1 + 0.24 * len(lists)) as figure:
        grid = figure.add_gridspec(2, 2, width_ratios=(1, max(3.0, 0.22 * len(shown))),
                                   height_ratios=(2, max(0.7, 0.24 * len(lists))))  # fmt: skip
        bars = figure.add_subplot(grid[0, 1])
        dots = figure.add_subplot(grid[1, 1], sharex=bars)
        sizes = figure.add_subplot(grid[1, 0], sharey=dots)
        for at, cell in enumerate(shown):
            people = cell.people
            bars.bar(at, people.best, width=0.62, color=colour("documented"))
            bars.plot([at, at], [people.low, people.high], color=colour("ink"), lw=1.2)
            there = [row for row, (each, _) in enumerate(lists) if each in cell.lists]
            dots.plot([at] * len(lists), range(len(lists)), "o", color=colour("grid"), ms=6)
            dots.plot([at] * len(there), there, "-o", color=colour("ink"), ms=6, lw=1.6)
        bars.set_ylabel("persons")
        bars.yaxis.grid(visible=True)
        bars.yaxis.set_major_formatter(_thousands)
        bars.tick_params(axis="x", bottom=False, labelbottom=False)
        dots.set_ylim(max(len(lists), 1) - 0.5, -0.5)
        dots.set_xlim(-0.7, max(len(shown), 1) - 0.3)
        dots.tick_params(axis="both", length=0, labelbottom=False, labelleft=False)
        for side in ("left", "bottom"):
            dots.spines[side].set_visible(False)
        sizes.barh(range(len(lists)), [each.best for _, each in lists], height=0.55,
                   color=colour("documented-weak"))  # fmt: skip
        sizes.invert_xaxis()
        sizes.set_yticks(range(len(lists)), [_short(each) for each, _ in lists])
        sizes.set_xlabel("in the list")
        sizes.xaxis.set_major_locator(_few(2))
        sizes.xaxis.set_major_formatter(_thousands)
        sizes.spines["left"].set_visible(False)
        for label in sizes.get_yticklabels():
            label.set_color(colour("ink"))
        told = [f"{' and '.join(each.lists)} and no other: {_span(each.people)}" for each in shown]
        if left_out:
            told.append(f"{left_out} further combinations are left out")
        return as_svg(figure, name, title, "; ".join(told) + ".")


def chains(name: str, title: str, models: Sequence[ModelSaid]) -> str:
    """Draw the chains of each model that has some: what they drew, in the order of drawing."""
    shown = [each for each in models if each.traces]
    with drawing(name, _WIDTH, 1.5 * len(shown) + 0.3) as figure:
        tones = ("one", "two", "three", "four", "five", "documented")
        for axes, said in zip(figure.subplots(len(shown), 1, squeeze=False)[:, 0], shown,
                              strict=True):  # fmt: skip
            for number, trace in enumerate(said.traces):
                axes.plot(trace, color=colour(tones[number % len(tones)]), lw=0.6)
            axes.set_title(title_of(said.model), loc="left", fontsize=9)
            axes.yaxis.set_major_formatter(_thousands)
            axes.yaxis.set_major_locator(_few(4))
            axes.set_ylabel("persons")
        axes.set_xlabel("kept draws")
        told = [
            f"{title_of(each.model)}: {len(each.traces)} chains, R-hat {_number(each.rhat)}, "
            f"effective draws {_number(each.ess_bulk)}" for each in shown
        ]  # fmt: skip
        return as_svg(figure, name, title, "; ".join(told) + ".")


def _across(axes: Axes, label: str) -> None:
    axes.set_xlim(left=0)
    axes.set_xlabel(label)
    axes.xaxis.grid(visible=True)
    axes.xaxis.set_major_formatter(_thousands)
    axes.xaxis.set_major_locator(_few(6))
    axes.spines["left"].set_visible(False)


def _few(most: int) -> Any:
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(most, integer=True)


def _thousands(value: float, _at: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else ""


def _given(models: Sequence[ModelSaid]) -> list[ModelSaid]:
    return [each for each in models if each.median is not None and not each.refused]


def _short(name: str) -> str:
    return name if len(name) <= 28 else name[:27] + "…"


def _two_lines(name: str) -> str:
    return "\n".join(wrap(name, 28, max_lines=2, placeholder="…"))


def _span(people: Span) -> str:
    return f"{people.best:,} ({people.low:,} to {people.high:,})"


def _number(value: float | None) -> str:
    return "not known" if value is None else f"{value:,.3g}" if value < 100 else f"{value:,.0f}"


def _told(line: Line) -> str:
    if line.hidden:
        return f"{line.name}: left out"
    said = [] if line.people is None else [f"documented {_span(line.people)}"]
    said += [
        f"{title_of(each.model)} {each.median:,.0f} ({each.low:,.0f} to {each.high:,.0f})"
        for each in _given(line.models)
    ]
    said += [f"{title_of(each.model)} gives none" for each in line.models if each.refused]
    return f"{line.name}: " + (", ".join(said) or "nothing")
