"""Which column of a victim list says what: said by a person once, kept, used again.

A *mapping* names columns by their headings. A column that it does not name is not read; a name is
taken apart only by a rule that it states; a date whose day and month may be either stays both
unless it states the order. What a list leaves out is unknown, and ``constants`` hold only what is
the same for all of its rows.

>>> mapping = Mapping(names=(NameColumns(full="Name"),), died=DateColumns(whole="Date"))
>>> sorted(mapping.columns())
['Date', 'Name']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, TypeAlias

import msgspec

from probatum.model.record import Count, Language, Name, Value, require
from probatum.model.values import Script

SexSaid: TypeAlias = Literal["female", "male", "intersex", "other", "unknown"]
StatusSaid: TypeAlias = Literal["civilian", "combatant", "unknown"]
StandingSaid: TypeAlias = Literal["missing", "detained", "dead", "found-alive", "unknown"]
NameOrder: TypeAlias = Literal[
    "given-family", "family-given", "family-given-father", "given-father-family",
    "given-father-grandfather-family", "family-comma-given",
]  # fmt: skip
NAME_PARTS = ("full", "given", "father", "grandfather", "family", "mother", "kunya")


class SexWord(Value, frozen=True, kw_only=True):
    """What a word of the list means."""

    word: Name
    means: SexSaid


class StatusWord(Value, frozen=True, kw_only=True):
    """What a word of the list means."""

    word: Name
    means: StatusSaid


class StandingWord(Value, frozen=True, kw_only=True):
    """What a word of the list means."""

    word: Name
    means: StandingSaid


class Constants(Value, frozen=True, kw_only=True):
    """What the list as a whole says of all its rows, in words as they would stand in a cell."""

    sex: Name | None = None
    status: Name | None = None
    died: Name | None = None
    cause: Name | None = None
    weapon: Name | None = None
    alleged_perpetrator: Name | None = None
    source: Name | None = None
    source_url: Name | None = None


class NameColumns(Value, frozen=True, kw_only=True):
    """The columns of one spelling of the name: its parts, or the whole.

    ``order`` is the rule by which ``full`` is taken apart into as many words as it names; a name of
    more or fewer words stays whole. Names in another script are columns of another form.
    """

    full: Name | None = None
    given: Name | None = None
    father: Name | None = None
    grandfather: Name | None = None
    family: Name | None = None
    mother: Name | None = None
    kunya: Name | None = None
    order: NameOrder | None = None
    language: Language | None = None
    script: Script | None = None
    alias: bool = False

    def __post_init__(self) -> None:
        require(any(getattr(self, part) for part in NAME_PARTS), "expected a column of a name")
        require(self.order is None or self.full, "expected `full` beside `order`")


class DateColumns(Value, frozen=True, kw_only=True):
    """The column of a date, or those of its year, month and day.

    ``precision`` is a column that says day, month or year.
    """

    whole: Name | None = None
    year: Name | None = None
    month: Name | None = None
    day: Name | None = None
    precision: Name | None = None

    def __post_init__(self) -> None:
        require((self.whole is None) != (self.year is None), "expected either `whole` or `year`")
        require(self.day is None or self.month, "expected `month` beside `day`")
        require(self.year or not (self.month or self.day), "expected `year` beside `month`")


class AgeColumns(Value, frozen=True, kw_only=True):
    """The column of an age ("34", "about 70", "30-35"), or those of its bounds, in years."""

    whole: Name | None = None
    low: Name | None = None
    high: Name | None = None

    def __post_init__(self) -> None:
        require((self.whole is None) != (self.low is None), "expected either `whole` or `low`")
        require((self.low is None) == (self.high is None), "expected `low` and `high` together")


class PlaceColumns(Value, frozen=True, kw_only=True):
    """The columns of a place. ``path`` goes from the largest to the smallest.

    ``within`` are larger places, the same for all rows; ``lat`` and ``lon`` decimal degrees.
    """

    text: Name | None = None
    path: tuple[Name, ...] = ()
    within: tuple[Name, ...] = ()
    lat: Name | None = None
    lon: Name | None = None
    precision_m: Name | None = None

    def __post_init__(self) -> None:
        require(self.text or self.path or self.lat or self.within, "expected a column of a place")
        require((self.lat is None) == (self.lon is None), "expected `lat` and `lon` together")


class StandingColumns(Value, frozen=True, kw_only=True):
    """What became of the person, at one time: in a column of words, or fixed for a column.

    With ``status`` it is said of each row that has a date in ``when`` or a *yes* in ``said``; else
    ``said`` holds the words, read by ``values`` and the usual words of four languages.
    """

    status: Literal["missing", "detained", "dead", "found-alive"] | None = None
    said: Name | None = None
    when: Name | None = None
    values: tuple[StandingWord, ...] = ()

    def __post_init__(self) -> None:
        require(self.said or (self.status and self.when), "expected `said`, or `status` and `when`")


class Mapping(Value, frozen=True, kw_only=True):
    """Columns -> what they say of a victim.

    ``header_row`` is the row of the headings, None: the first with anything in it; 0: there is
    none, and columns are called by their numbers. ``row_id`` holds ids that are the list's own.
    ``people`` is how many people a row without a name speaks of. Two-digit years are read only with
    ``short_years_from``, the first year of the hundred they lie in. *About 70* means 70, and
    ``about_years`` more or less.
    """

    version: Literal[1] = 1
    header_row: Count | None = None
    row_id: Name | None = None
    names: tuple[NameColumns, ...] = ()
    sex: Name | None = None
    sex_values: tuple[SexWord, ...] = ()
    age: AgeColumns | None = None
    born: DateColumns | None = None
    died: DateColumns | None = None
    date_order: Literal["day-first", "month-first"] | None = None
    short_years_from: Annotated[int, msgspec.Meta(ge=1800, le=2000)] | None = None
    about_years: Annotated[int, msgspec.Meta(ge=1, le=20)] = 5
    place: PlaceColumns | None = None
    cause: Name | None = None
    weapon: Name | None = None
    alleged_perpetrator: Name | None = None
    status: Name | None = None
    status_values: tuple[StatusWord, ...] = ()
    standings: tuple[StandingColumns, ...] = ()
    people: Name | None = None
    source: Name | None = None
    source_url: Name | None = None
    unknown_words: tuple[Name, ...] = ()
    constants: Constants = Constants()

    def __post_init__(self) -> None:
        require(self.names or self.people or self.row_id,
                "expected columns of a name, of a number of people, or of row ids")  # fmt: skip
        for field in self.constants.__struct_fields__:
            require(getattr(self, field) is None or getattr(self.constants, field) is None,
                    "expected `constants` only for what has no column")  # fmt: skip

    def columns(self) -> Iterator[str]:
        """Yield the headings of all columns that are read."""
        for field in ("row_id", "sex", "cause", "weapon", "alleged_perpetrator", "status", "people",
                      "source", "source_url"):  # fmt: skip
            if (column := getattr(self, field)) is not None:
                yield column
        for form in self.names:
            yield from (column for part in NAME_PARTS if (column := getattr(form, part)))
        for date in (self.born, self.died):
            if date is not None:
                parts = (date.whole, date.year, date.month, date.day, date.precision)
                yield from filter(None, parts)
        if self.age is not None:
            yield from filter(None, (self.age.whole, self.age.low, self.age.high))
        if self.place is not None:
            place = self.place
            yield from filter(None, (place.text, place.lat, place.lon, place.precision_m))
            yield from place.path
        for standing in self.standings:
            yield from filter(None, (standing.said, standing.when))
