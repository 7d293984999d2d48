"""What may be wrong with a row of a list: codes, what was kept, what became unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from probatum.model.victims import BareNumber, Victim


class Meaning(NamedTuple):
    """What a code says; ``refused``: the row is not counted. ``kept`` is what became of it."""

    said: str
    kept: str
    refused: bool = False


CODES: Mapping[str, Meaning] = {
    # the row as a whole
    "nothing-said": Meaning("nothing about a person in it", "the row is refused", True),
    "too-many-cells": Meaning(
        "more cells than headings, so that what stands where is not known",
        "the row is refused",
        True,
    ),
    "header-again": Meaning("the headings once more", "the row is refused", True),
    "total-row": Meaning("a total of the rows above", "the row is refused", True),
    "garbage-row": Meaning(
        "no letters or digits in it, or damaged ones", "the row is refused", True
    ),
    "not-an-object": Meaning("a line that is no JSON object", "the row is refused", True),
    "too-few-cells": Meaning("fewer cells than headings", "what is missing is unknown"),
    "no-name": Meaning("no name", "the row counts as a victim without a name"),
    "duplicate-row-id": Meaning(
        "a row id that stood there before", "the row counts; its id got its row number behind it"
    ),
    "same-row-again": Meaning("says what an earlier row says, word for word", "both rows count"),
    # names
    "one-letter-name": Meaning(
        "a part of a name is one letter, or initials alone", "it is kept as it stands"
    ),
    "no-name-known": Meaning(
        "words that say that nobody knows the name", "that part is unknown; the item has them"
    ),
    "not-a-name": Meaning(
        "a reference, a formula, an address, a trial or a number in place of a name",
        "that part is unknown; the item has it",
    ),
    "no-letters-in-name": Meaning("a part of a name has no letters", "that part is unknown"),
    "damaged-letters": Meaning("letters that were lost before we had it (U+FFFD)", "it is kept"),
    "name-not-split": Meaning(
        "another number of words than the rule has parts", "the name is kept whole"
    ),
    "number-beside-name": Meaning("a name, and a number other than 1", "the row counts as one"),
    "number-in-place-of-name": Meaning("a number of people in place of a name", "kept as a number"),
    # dates
    "impossible-date": Meaning(
        "a day that no calendar has", "its words are kept, the date is unknown"
    ),
    "ambiguous-date": Meaning(
        "day and month may be either, and the mapping states no order", "both readings are kept"
    ),
    "other-order": Meaning(
        "day and month are not in the order of the mapping", "the only reading that there is"
    ),
    "short-year": Meaning(
        "a year of two digits, and the mapping does not say of which hundred",
        "its words are kept, the date is unknown",
    ),
    "serial-number": Meaning(
        "the number of a day, as spreadsheets have it", "its words are kept, the date is unknown"
    ),
    "other-calendar": Meaning(
        "a year or month of another calendar", "its words are kept, the date is unknown"
    ),
    "not-a-date": Meaning("no date that we can read", "its words are kept, the date is unknown"),
    "future-date": Meaning("a day that has not come", "its words are kept, the date is unknown"),
    "death-before-birth": Meaning(
        "death before birth", "the words of both are kept, both dates are unknown"
    ),
    "bad-precision": Meaning("a precision that is none of day, month, year", "the date as it is"),
    # ages and other values
    "impossible-age": Meaning("an age that nobody has", "the age is unknown"),
    "not-an-age": Meaning("no age that we can read", "the age is unknown"),
    "age-against-birth": Meaning("age and dates do not fit together", "all of them are kept"),
    "not-a-sex": Meaning("a word for sex that the mapping does not know", "the sex is unknown"),
    "not-a-status": Meaning(
        "a word for civilian or combatant that the mapping does not know", "it is unknown"
    ),
    "not-a-standing": Meaning(
        "a word that the mapping does not know", "what became of them is unknown"
    ),
    "not-a-number": Meaning("no number of people that we can read", "the number is unknown"),
    "not-a-position": Meaning("no latitude and longitude", "the position is unknown"),
    "not-a-precision": Meaning("no number of metres", "the precision is unknown"),
    "too-long": Meaning("longer than a value may be", "the value is unknown; the item has it"),
    # what the reader of the file said
    "stray-quote": Meaning(
        "a quotation mark that closes nothing", "the line was taken as it stands"
    ),
    "too-many-columns": Meaning("cells beyond the last column that is read", "they were not read"),
    "cell-too-long": Meaning("a cell longer than a spreadsheet allows", "its beginning was read"),
    "formula-without-value": Meaning("a formula without its result", "the cell is unknown"),
    "error-value": Meaning(
        "an error of the spreadsheet in place of a value", "the cell is unknown"
    ),
    "bad-cell": Meaning("a cell that does not follow the format", "the cell is unknown"),
    "merged": Meaning("cells that are merged", "their words stand in each of them"),
    "row-out-of-order": Meaning("a row out of order", "it counts, under the next number"),
    "repeated-key": Meaning("a key that stands twice", "both values are kept"),
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that is wrong with one row. ``cell`` is for the person, and never for a log."""

    row: int
    code: str
    column: str | None = None
    cell: str | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is not counted; its troubles say why."""

    row: int


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What became of one row, and what was wrong with it.

    ``digest`` is that of what a victim's row says (``seen.content``).
    """

    outcome: Victim | BareNumber | Refused
    troubles: tuple[Trouble, ...] = ()
    digest: int | None = None
