"""Incidents hold no facts of their own: they gather what is asserted."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from probatum.model.record import Code, Name, Record, Ref, about, require


class Incident(Record, frozen=True, kw_only=True, tag="incident/1"):
    """A name under which propositions are gathered. What happened is computed from assertions.

    ``resolution`` names the rule by which its page shows one value where sources differ.
    """

    title: Name
    kind: Annotated[Code, about(vocabulary="act-type")] | None = None
    resolution: Annotated[Code, about(vocabulary="resolution")] | None = None


class IncidentLink(Record, frozen=True, kw_only=True, tag="incident_link/1"):
    """How two incidents stand to each other: the first one does this to the second."""

    between: Annotated[tuple[Ref, ...], msgspec.Meta(min_length=2, max_length=2), about("incident")]
    relation: Literal["precedes", "encompasses", "causes", "during"]

    def check(self) -> None:
        """Two different incidents."""
        require(len(set(self.between)) == 2, "expected two different incidents in `between`")
