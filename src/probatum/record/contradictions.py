"""What contradicts: every rule over one board, and the answer if nothing was found.

A contradiction is shown, never resolved. *None recorded* is not *none exists*: whether somebody
looked is a record too (``search/1`` with the purpose ``contradictions``).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from probatum.model.nouns.assertions import Assertion
from probatum.model.nouns.inquiries import Search
from probatum.model.tongue import say, say_many
from probatum.record.board import Board, Known
from probatum.record.clashes import Contradiction
from probatum.record.denials import denials
from probatum.record.events import depictions_differ, events_differ
from probatum.record.figures import figures_differ
from probatum.record.parties import attributions_differ, identities_differ, statuses_differ
from probatum.record.reprints import Reprints
from probatum.record.scopes import Scopes
from probatum.record.speakers import changed_stances, same_speakers, withdrawals
from probatum.record.weighing import Weighed
from probatum.record.wheres import Wheres

State: TypeAlias = Literal["found", "none recorded", "searched, none found"]


@dataclass(frozen=True, slots=True)
class SearchMade:
    """A search for contradictions that was made; ``since`` assertions were recorded after it."""

    search: Known[Search]
    since: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The contradictions, and who looked for them when; ``words`` is the answer in a sentence."""

    found: tuple[Contradiction, ...]
    searches: tuple[SearchMade, ...]
    state: State
    words: str


def contradictions(weighed: Weighed, reprints: Reprints | None = None) -> tuple[Contradiction, ...]:
    """Return all contradictions on a board: certain ones first, then in the order of the log."""
    wheres = Wheres(weighed)
    values = [
        *figures_differ(weighed, Scopes(weighed, wheres)),
        *events_differ(weighed, wheres),
        *depictions_differ(weighed, wheres, reprints or Reprints(weighed.board)),
        *attributions_differ(weighed),
        *identities_differ(weighed),
        *statuses_differ(weighed),
    ]
    found = [
        *denials(weighed), *values, *withdrawals(weighed), *changed_stances(weighed),
        *same_speakers(weighed, values),
    ]  # fmt: skip
    once: dict[tuple[object, ...], Contradiction] = {}
    for each in sorted(found, key=_order):
        once.setdefault((each.kind, each.ids, each.aspect), each)
    return tuple(once.values())


def answer(board: Board, subject: Collection[str], found: tuple[Contradiction, ...]) -> Answer:
    """Return the answer to *what contradicts this?* for the ids that the question is about."""
    searches = tuple(
        SearchMade(known, sum(claim.index > known.index for claim in board.of(Assertion)))
        for known in board.of(Search)
        if known.record.purpose == "contradictions"
        and (known.record.target in subject or not subject)
    )
    if found:
        return Answer(found, searches, "found", _counted(found))
    if not searches:
        return Answer(
            (), (), "none recorded",
            say("None recorded. Nobody recorded a search for contradictions."),
        )  # fmt: skip
    last = searches[-1].search.record
    when = last.when.edtf or last.when.text or say("a date that is not known")
    who = last.searched_by
    if last.found:
        words = say("Searched on {when} by {who}, {n} found; none of them is recorded.", when=when,
                    who=who, n=last.found)  # fmt: skip
    else:
        words = say("Searched on {when} by {who}, none found.", when=when, who=who)
    since = searches[-1].since
    if since:
        words += " " + say_many("{n} assertion was recorded since.",
                                "{n} assertions were recorded since.", since)  # fmt: skip
    return Answer(
        (), searches, "searched, none found" if not last.found else "none recorded", words
    )


def touching(found: tuple[Contradiction, ...], ids: Collection[str]) -> tuple[Contradiction, ...]:
    """Return the contradictions that have one of these records on a side."""
    return tuple(each for each in found if not each.ids.isdisjoint(ids))


def by_record(found: tuple[Contradiction, ...]) -> Mapping[str, tuple[int, ...]]:
    """Return record -> the numbers (from 1) of the contradictions that it is on a side of."""
    numbers: dict[str, list[int]] = {}
    for number, each in enumerate(found, 1):
        for one in each.ids:
            numbers.setdefault(one, []).append(number)
    return {each: tuple(rows) for each, rows in numbers.items()}


def _order(each: Contradiction) -> tuple[object, ...]:
    places = [(known.index, known.id) for known in (*each.one.records, *each.other.records)]
    return (each.certainty != "certain", max(places), each.kind, places, each.why)


def _counted(found: tuple[Contradiction, ...]) -> str:
    certain = sum(each.certainty == "certain" for each in found)
    return say("{n} recorded: {certain} certain, {possible} possible.", n=len(found),
               certain=certain, possible=len(found) - certain)  # fmt: skip
