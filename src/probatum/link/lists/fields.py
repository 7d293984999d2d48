"""What the cells of one row say of a person beside the name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias, cast

from probatum.link.lists.ages import read_age
from probatum.link.lists.cells import known
from probatum.link.lists.person_names import MOST_LETTERS, Names
from probatum.link.lists.places_said import Places
from probatum.link.lists.times import Dates, against_age, died_before_birth, has_not_come
from probatum.link.lists.value_words import NO, SEX, STANDING, STATUS, YES, folded, merged
from probatum.model.list_mapping import Mapping as ListMapping
from probatum.model.list_mapping import StandingColumns
from probatum.model.values import When
from probatum.model.victims import PlaceSaid, Standing

Say: TypeAlias = Callable[[str, str | None, str | None], None]
_Status: TypeAlias = Literal["civilian", "combatant"]
_Became: TypeAlias = Literal["missing", "detained", "dead", "found-alive"]
_MOST_TEXT = 32_000


@dataclass(slots=True)
class Said:
    """The values of one row; ``says_something`` of a person, be it without a name."""

    sex: str | None = None
    age: tuple[int | None, int | None] = (None, None)
    born: When | None = None
    died: When | None = None
    place: PlaceSaid | None = None
    cause: str | None = None
    weapon: str | None = None
    alleged_perpetrator: str | None = None
    status: _Status | None = None
    standings: tuple[Standing, ...] = ()
    source: str | None = None
    source_url: str | None = None
    says_something: bool = False


class Fields:
    """Reads the values of rows by the columns of a mapping."""

    def __init__(self, mapping: ListMapping, at: Mapping[str, int], today: date) -> None:
        self.names = Names(mapping.names, at)
        self._mapping, self._at, self._today = mapping, at, today
        self._dates = Dates(mapping, at)
        self._places = None if mapping.place is None else Places(mapping.place, at)
        own = [folded(word) for word in mapping.unknown_words]
        self._own_unknown = frozenset(own)
        self._sexes = merged(SEX, ((each.word, each.means) for each in mapping.sex_values))
        self._statuses = merged(STATUS, ((each.word, each.means) for each in mapping.status_values))
        self._standings = [
            (each, merged(STANDING, ((word.word, word.means) for word in each.values)))
            for each in mapping.standings
        ]
        self._constant_died = self._dates.constant(mapping.constants.died)

    def read(self, cells: Sequence[str], say: Say) -> Said:
        """Return what a row says; ``say(code, column, cell)`` tells what is wrong with it."""
        mapping, constants = self._mapping, self._mapping.constants
        said = Said()
        said.sex = self._word(cells, mapping.sex, constants.sex, self._sexes, "not-a-sex", say)
        said.age = self._age(cells, say)
        said.born = self._dates.read(mapping.born, cells, say)
        said.died = self._dates.read(mapping.died, cells, say) or self._constant_died
        said.place = None if self._places is None else self._places.read(cells, say)
        said.cause = self._text(cells, mapping.cause, say) or constants.cause
        said.weapon = self._text(cells, mapping.weapon, say) or constants.weapon
        said.alleged_perpetrator = (
            self._text(cells, mapping.alleged_perpetrator, say) or constants.alleged_perpetrator
        )
        status = self._word(
            cells, mapping.status, constants.status, self._statuses, "not-a-status", say
        )
        said.status = cast("_Status | None", status)
        said.source = self._text(cells, mapping.source, say, _MOST_TEXT) or constants.source
        said.source_url = self._text(cells, mapping.source_url, say, _MOST_TEXT) or (
            constants.source_url
        )
        if self._standings:
            said.standings = tuple(self._became(cells, say))
        said.says_something = bool(
            said.age[0] is not None or said.born or said.cause or said.standings
            or (said.sex and mapping.sex) or (said.died and mapping.died)
            or (said.place and self._places is not None and self._places.is_of_row(said.place))
        )  # fmt: skip
        self._weigh(said, say)
        return said

    def _weigh(self, said: Said, say: Say) -> None:
        """Say which values cannot all be true; dates that are impossible become unknown."""
        for name, when, columns in (("born", said.born, self._mapping.born),
                                    ("died", said.died, self._mapping.died)):  # fmt: skip
            if when is not None and has_not_come(when, self._today):
                column = None if columns is None else columns.whole or columns.year
                say("future-date", column, when.text)
                setattr(said, name, _only_words(when))
        if said.born is None or said.died is None:
            return
        if died_before_birth(said.born, said.died):
            column = None if self._mapping.died is None else self._mapping.died.whole
            say("death-before-birth", column, said.died.text)
            said.born, said.died = _only_words(said.born), _only_words(said.died)
        elif said.age[0] is not None and against_age(said.born, said.died, said.age):
            say("age-against-birth", self._age_column(), None)

    def _age_column(self) -> str | None:
        age = self._mapping.age
        return None if age is None else age.whole or age.low

    def _known(self, cells: Sequence[str], column: str) -> str:
        words = known(cells[self._at[column]])
        return "" if self._own_unknown and folded(words) in self._own_unknown else words

    def _text(
        self, cells: Sequence[str], column: str | None, say: Say, most: int = MOST_LETTERS
    ) -> str | None:
        if column is None:
            return None
        words = self._known(cells, column)
        if len(words) > most:
            say("too-long", column, words)
            return None
        return words or None

    def _word(
        self, cells: Sequence[str], column: str | None, constant: str | None,
        table: Mapping[str, str], code: str, say: Say,
    ) -> str | None:  # fmt: skip
        words = self._known(cells, column) if column is not None else constant or ""
        if not words:
            return None
        means = table.get(words) or table.get(folded(words))
        if means is None:
            say(code, column, words)
        return None if means == "unknown" else means

    def _age(self, cells: Sequence[str], say: Say) -> tuple[int | None, int | None]:
        age = self._mapping.age
        if age is None:
            return None, None
        read = []
        for column in (age.whole,) if age.whole else (age.low, age.high):
            words = self._known(cells, column or "")
            found = read_age(words, self._mapping.about_years) if words else None
            if found is not None and found.code is not None:
                say(found.code, column, words)
            read.append((None, None) if found is None else (found.low, found.high))
        if len(read) == 1:
            return read[0]
        low, high = read[0][0], read[1][1]
        low, high = (high if low is None else low), (low if high is None else high)
        if low is not None and high is not None and low > high:
            say("not-an-age", age.low, f"{low}-{high}")
            return None, None
        return low, high

    def _became(self, cells: Sequence[str], say: Say) -> list[Standing]:
        found = []
        for columns, table in self._standings:
            when = self._dates.of_column(columns.when, cells, say)
            status = self._standing(columns, table, cells, when, say)
            if status is not None:
                found.append(Standing(status=status, when=when))
        return found

    def _standing(
        self, columns: StandingColumns, table: Mapping[str, str], cells: Sequence[str],
        when: When | None, say: Say,
    ) -> _Became | None:  # fmt: skip
        words = "" if columns.said is None else self._known(cells, columns.said)
        if columns.status is not None:
            if columns.said is None or not words:
                return columns.status if when is not None else None
            if folded(words) not in YES | NO:
                say("not-a-standing", columns.said, words)
            return columns.status if folded(words) in YES else None
        if not words:
            return None
        means = table.get(folded(words))
        if means is None:
            say("not-a-standing", columns.said, words)
        return None if means in (None, "unknown") else cast("_Became", means)


def _only_words(when: When) -> When | None:
    """Return a date by its words alone, so that nothing is reckoned with it."""
    return None if when.text is None else When(text=when.text)
