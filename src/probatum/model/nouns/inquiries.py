"""Questions, alternatives, tasks and searches, those that found nothing included."""

from __future__ import annotations

from typing import Annotated, Literal

from probatum.model.record import Count, Name, Record, Ref, Text, about, require
from probatum.model.values import When


class Inquiry(Record, frozen=True, kw_only=True, tag="inquiry/1"):
    """A question with at least two hypotheses: what speaks against the first is looked for too."""

    question: Text
    hypotheses: tuple[Text, ...]
    plan: Text | None = None
    incident: Annotated[Ref, about("incident")] | None = None
    state: Literal["open", "suspended", "closed"] = "open"

    def check(self) -> None:
        """One hypothesis alone is a conclusion."""
        require(len(self.hypotheses) >= 2, "expected at least one alternative in `hypotheses`")


class Task(Record, frozen=True, kw_only=True, tag="task/1"):
    """Something to do in an inquiry, by somebody."""

    inquiry: Annotated[Ref, about("inquiry")] | None = None
    what: Text
    assignee: Name | None = None
    due: When | None = None
    state: Literal["open", "done", "dropped"] = "open"
    outcome: Text | None = None


class Search(Record, frozen=True, kw_only=True, tag="search/1"):
    """A search that was made, whatever it found: *nothing found* is a result.

    ``purpose`` contradictions makes it the answer to whether anybody looked for them.
    """

    where: Name
    words: Text
    when: When
    searched_by: Name
    purpose: Literal["contradictions", "exonerating", "source", "place", "identity", "other"]
    result: Text | None = None
    found: Count
    target: Annotated[Ref, about("record", "item")] | None = None
    inquiry: Annotated[Ref, about("inquiry")] | None = None
    records: tuple[Annotated[Ref, about("record", "item")], ...] = ()
