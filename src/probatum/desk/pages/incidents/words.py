"""The words of incident pages: questions, contradictions, bounds, dates as precise as they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from probatum.acts.claimed_figures import FigureLine

Words = Mapping[str, "str | Promise"]

CONTRADICTIONS: Words = {
    "denial": lazy("Denial"), "dispute": lazy("Dispute"),
    "figures": lazy("Figures that differ"), "times": lazy("Times that differ"),
    "places": lazy("Places that differ"), "depictions": lazy("What an item shows"),
    "attributions": lazy("Who is said to have done it"), "identities": lazy("Who somebody is"),
    "statuses": lazy("What somebody was"), "retraction": lazy("Retraction"),
    "correction": lazy("Correction"), "one-speaker": lazy("One speaker over time"),
    "earlier-statement": lazy("A statement and an earlier one"),
}  # fmt: skip
ASPECTS: Words = {
    "occurrence": lazy("that it happened"), "attribution": lazy("who did it"),
    "scale": lazy("how many"),
}  # fmt: skip
QUESTIONS: Words = {
    "What is said to have happened": lazy("What is said to have happened"),
    "When": lazy("When"), "Where": lazy("Where"),
    "Who is alleged to have done it": lazy("Who is alleged to have done it"),
    "What it is alleged to be in law, and intent":
        lazy("What it is alleged to be in law, and intent"),
    "Who was affected": lazy("Who was affected"),
    "What pictures and recordings are said to show":
        lazy("What pictures and recordings are said to show"),
    "Requested, promised, taken": lazy("Requested, promised, taken"),
    "Opinions": lazy("Opinions"), "How many": lazy("How many"),
}  # fmt: skip
RULES: Words = {
    "newest": lazy("newest"), "widest": lazy("widest"), "most-origins": lazy("most origins"),
    "best-graded": lazy("best graded"), "analyst": lazy("analyst"),
}  # fmt: skip
KINDS_OF_TIME: Words = {
    "event": lazy("Event"), "said": lazy("Said or published"),
    "collected": lazy("Made, collected or found"), "recorded": lazy("Recorded here"),
}  # fmt: skip
BASES: Words = {
    "saw": lazy("saw it"), "heard": lazy("heard it"), "took_part": lazy("took part"),
    "was_told": lazy("was told it"), "inferred": lazy("inferred it"), "": lazy("not stated"),
}  # fmt: skip
STANCES: Words = {
    "asserts": lazy("says"), "reports": lazy("reports"), "denies": lazy("denies"),
    "disputes": lazy("disputes"), "acknowledges": lazy("acknowledges"),
    "claims_responsibility": lazy("claims responsibility"), "condemns": lazy("condemns"),
    "calls_for": lazy("calls for"), "commits_to": lazy("commits to"),
    "estimates": lazy("estimates"), "retracts": lazy("retracts"), "corrects": lazy("corrects"),
    "declines_to_comment": lazy("declines to comment"),
}  # fmt: skip
SHAPES: Mapping[str, str] = {
    "claims_responsibility": "acknowledges", "calls_for": "condemns", "commits_to": "condemns",
    "declines_to_comment": "reports",
}  # fmt: skip
RELATIONS: Words = {
    "far_higher": lazy("far higher than"), "higher": lazy("higher than"),
    "lower": lazy("lower than"), "same": lazy("the same as"),
}  # fmt: skip
METHODS: Words = {
    "counted": lazy("counted, it is said"), "verified": lazy("verified, it is said"),
    "estimated": lazy("estimated, it is said"), "modelled": lazy("modelled, it is said"),
    "not_stated": lazy("not stated"),
}  # fmt: skip

# How one incident stands to another, as the act says it; the page asks the catalogue.
LINKED = (
    lazy("precedes"), lazy("follows"), lazy("encompasses"), lazy("is a part of"), lazy("causes"),
    lazy("is caused by"), lazy("during"), lazy("has during it"),
)  # fmt: skip


def word(words: Words, code: str | None) -> str:
    """Return the word for a code; one that has none is shown as it is."""
    return str(words.get(code or "", (code or "").replace("_", " ").replace("-", " ")))


def question(title: str) -> str:
    """Return a question's title: what is counted, or which act, stands behind it as it is."""
    for known, said in QUESTIONS.items():
        if title == known:
            return str(said)
        if title.startswith(known):
            return f"{said}{title[len(known) :]}"
    return title


def number(line: FigureLine) -> str:
    """Return a figure's number with its bound; the source's words where there is none."""
    low, high, bound = line.low, line.high, line.bound
    if low is None and high is None:
        if line.relation is not None:
            compared = f"{word(RELATIONS, line.relation)} {line.compared_with or ''}".strip()
            words = "" if line.number_text is None else f" (“{line.number_text}”)"
            return compared + words
        return f"“{line.number_text}”" if line.number_text else str(_("no number"))
    lower, upper = (number_format(each or 0, force_grouping=True) for each in (low, high))
    span = lower if low == high else _("%(low)s to %(high)s") % {"low": lower, "high": upper}
    said = {
        "exact": lower, "at_least": _("at least %(n)s") % {"n": lower},
        "more_than": _("more than %(n)s") % {"n": lower}, "about": _("about %(n)s") % {"n": span},
        "up_to": _("up to %(n)s") % {"n": upper},
        "less_than": _("fewer than %(n)s") % {"n": upper}, "range": span,
    }  # fmt: skip
    return str(said.get(bound or "", span))


def days(earliest: str | None, latest: str | None) -> str:
    """Return the days that a date allows, as precise as it is: a day, a month, a year, a span."""
    first, last = _date(earliest), _date(latest)
    one = first or last
    if one is None:
        return str(_("no date"))
    if first is None or last is None:
        known = _day(one)
        return str((_("until %(day)s") if first is None else _("from %(day)s")) % {"day": known})
    if first == last:
        return _day(first)
    if first.day == 1 and _ends_month(last):
        if (first.year, first.month) == (last.year, last.month):
            return str(date_format(first, "F Y"))
        if first.year == last.year and (first.month, last.month) == (1, 12):
            return str(first.year)
    span = {"first": _day(first), "last": _day(last)}
    return str(_("%(first)s to %(last)s") % span)


def _date(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _day(day: date) -> str:
    return _day_in(day, get_language())


@lru_cache(4096)  # a page names the same days over and over
def _day_in(day: date, _language: str | None) -> str:
    return str(date_format(day, "j E Y"))


def _ends_month(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1
