"""Lists of victims: which item holds one, how its columns are to be read, what it is a list of."""

from __future__ import annotations

from typing import Annotated, Literal

from probatum.model.list_mapping import Mapping
from probatum.model.record import Name, Record, Ref, Text, about, require
from probatum.model.values import When


class VictimList(Record, frozen=True, kw_only=True, tag="victim_list/1"):
    """A list of victims: a table that is an item of the case, or the case's own `person` records.

    ``within_list`` says whether one person may stand in it more than once. ``as_of`` is the state
    of knowledge that the list gives, ``criteria`` whom it includes and whom not, in its words.
    """

    name: Name
    of: Literal["item", "records"] = "item"
    item: Annotated[Ref, about("item")] | None = None
    sheet: Name | None = None
    mapping: Mapping | None = None
    within_list: Literal["one-row-per-person", "may-repeat"] = "may-repeat"
    publisher: Annotated[Ref, about("source")] | None = None
    as_of: When | None = None
    criteria: Text | None = None
    url: Name | None = None

    def check(self) -> None:
        """A table comes with the mapping of its columns."""
        if self.of == "item":
            require(self.item and self.mapping, "expected `item` and `mapping` together")
        else:
            require(not (self.item or self.sheet or self.mapping),
                    "expected no `item`, `sheet` or `mapping` of a list of records")  # fmt: skip
