"""Numbers as claims: with bounds, scope, as-of date and the method that the source claims."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from probatum.model.nouns.propositions import Actor, Proposition
from probatum.model.record import Code, Count, Name, Ref, about, require
from probatum.model.values import When

Bound: TypeAlias = Literal[
    "exact", "at_least", "more_than", "about", "up_to", "less_than", "range"
]  # fmt: skip


class Figure(Proposition, frozen=True, kw_only=True, tag="figure/1"):
    """How many, as a source puts it. Never a bare number.

    ``low`` and ``high`` bound it as ``bound`` says: exact and about have both equal or as a range,
    at_least and more_than only ``low``, up_to and less_than only ``high``. Without a number,
    ``relation`` compares it with another figure. ``as_of`` absent is *not stated*: it is never
    taken from a publication date. ``place`` is the scope that the source counts over.
    """

    measure: Annotated[Code, about(vocabulary="measure")]
    population: Annotated[Code, about(vocabulary="population")] | None = None
    counting_unit: Annotated[Code, about(vocabulary="counting-unit")] = "person"
    low: Count | None = None
    high: Count | None = None
    bound: Bound | None = None
    number_text: Name | None = None
    relation: Literal["far_higher", "higher", "lower", "same"] | None = None
    relative_to: Annotated[Ref, about("figure")] | None = None
    method_claimed: Literal["counted", "verified", "estimated", "modelled", "not_stated"] = (
        "not_stated"
    )
    period: When | None = None
    as_of: When | None = None
    cumulative: bool | None = None
    includes: tuple[Name, ...] = ()
    excludes: tuple[Name, ...] = ()
    place: Annotated[Ref, about("place")] | None = None

    def check(self) -> None:
        """Bounds fit the kind of bound; a comparison names what it compares with."""
        low, high = self.low, self.high
        require((self.relation is None) == (self.relative_to is None),
                "expected relation and relative_to together")  # fmt: skip
        if low is None and high is None:
            require(self.bound is None, "expected `low` or `high` with a bound")
            words = self.number_text or "low" in self.unknown
            require(self.relative_to or words, "expected a number, a comparison, or words for it")
            return
        wanted = {
            "exact": low is not None and low == high,
            "about": low is not None and high is not None,
            "range": low is not None and high is not None,
            "at_least": low is not None and high is None,
            "more_than": low is not None and high is None,
            "up_to": low is None and high is not None,
            "less_than": low is None and high is not None,
        }
        require(self.bound is not None and wanted[self.bound],
                "expected a bound that fits: exact low = high; about and range both; at_least and "
                "more_than only low; up_to and less_than only high")  # fmt: skip
        require(low is None or high is None or low <= high, "expected low at most high")


class Measure(Proposition, frozen=True, kw_only=True, tag="measure/1"):
    """That something was requested, promised or taken: sanctions, an inquiry, an evacuation."""

    kind: Annotated[Code, about(vocabulary="political-measure")] | None = None
    stage: Literal["requested", "promised", "taken", "refused"]
    actor: Actor | None = None
    addressee: Actor | None = None
    when: When | None = None

    def check(self) -> None:
        """It says which."""
        require(self.kind or self.text, "expected `kind` or `text`")
