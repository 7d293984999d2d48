"""Four lists of victims round the village, each kept by others in another script, and the truth.

Nobody in them exists. Who is on no list at all is known here, and nowhere else: so an estimate can
be compared with how many there were.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from probatum.exercise.victim_lists.coverage import Coverage
from probatum.exercise.victim_lists.habits import FOUR_HABITS, Habit
from probatum.exercise.victim_lists.making import Made, make_lists
from probatum.exercise.victim_lists.persons import persons
from probatum.model.victims import BareNumber, Victim

PEOPLE = 400
SEED = 28
_PLACES = (("Haldrevin", "Гальдревін"), ("Orrinfold", "Орінфольд"), ("Kembrin", "Кембрін"),
           ("Isenna", "Ісенна"))  # fmt: skip
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class VictimFile:
    """One list: its file, what it is called, its bytes, and the mapping of its columns as JSON."""

    path: str
    name: str
    within_list: str
    content: bytes
    mapping: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Truth:
    """How many victims there were in all, and how many of them the lists name."""

    people: int
    named: int


@dataclass(frozen=True, slots=True)
class _Table:
    """How one organisation writes its columns: heading of each field, and its words for a sex."""

    file: str
    name: str
    headings: Mapping[str, str]
    female: str
    male: str
    delimiter: str = ","


_TABLES: tuple[_Table, ...] = (
    _Table("families.csv", "Families (exercise)", {
        "row": "№", "given": "Ім'я", "father": "По батькові", "family": "Прізвище",
        "sex": "Стать", "age": "Вік", "born": "Народження", "died": "Загибель",
        "province": "Область", "district": "Район", "village": "Село",
    }, "Ж", "Ч", ";"),
    _Table("hospitals.jsonl", "Hospitals (exercise)", {
        "row": "id", "full": "name", "sex": "sex", "age": "age", "born": "date of birth",
        "died": "date of death", "place": "place", "people": "people",
    }, "f", "m"),
    _Table("committee.csv", "Committee (exercise)", {
        "row": "رقم", "full": "الاسم", "sex": "الجنس", "age": "العمر", "born": "الميلاد",
        "died": "الوفاة", "province": "المحافظة", "district": "المنطقة", "village": "القرية",
    }, "أنثى", "ذكر"),
    _Table("office.tsv", "Office (exercise)", {
        "row": "Номер", "full": "ФИО", "sex": "Пол", "age": "Возраст", "born": "Рождение",
        "died": "Смерть", "province": "Область", "district": "Район", "village": "Село",
        "lat": "Широта", "lon": "Долгота",
    }, "жен", "муж", "\t"),
)  # fmt: skip


def four_lists() -> Iterator[VictimFile]:
    """Yield the four lists: the same bytes each time."""
    made = _made()
    for table, name in zip(_TABLES, made.lists, strict=True):
        rows: list[Victim | BareNumber] = [row for row in made.victims if row.list == name]
        if "people" in table.headings:
            rows += [row for row in made.bare if row.list == name]
        cells = [_cells(table, row) for row in rows]
        columns = [field for field in table.headings if any(each.get(field) for each in cells)]
        yield VictimFile(
            f"lists/{table.file}", table.name, made.policy[name],
            _content(table, columns, cells), _mapping(table, columns),
        )  # fmt: skip


def is_same_person(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Say whether two rows, each by the name of its list and its id, are one person."""
    made = _made()
    names = dict(zip((table.name for table in _TABLES), made.lists, strict=True))
    of = {(row.list, row.row): person
          for row, person in zip(made.victims, made.person_of_row, strict=True)}  # fmt: skip
    return of[names[one[0]], one[1]] == of[names[other[0]], other[1]]


def truth() -> Truth:
    """Return how many there were."""
    made = _made()
    return Truth(made.people, made.named)


@cache
def _made() -> Made:
    everybody = persons(
        PEOPLE, seed=SEED, places=_PLACES, villages=14, days=150, first_day=date(2019, 4, 1)
    )
    # A small district, in which lists are kept with care.
    habits: Sequence[Habit] = [
        replace(
            habit, share=share, bare_numbers=0.03 if habit.bare_numbers else 0.0, mistyped=0.02,
            family_missing=0.0, father_given=max(habit.father_given, 0.7), day_missing=0.03,
            month_only=0.06, day_off=0.03, day_month_swapped=0.01, place_missing=0.02,
            place_other=0.01, repeated=0.0,
        )
        for habit, share in zip(FOUR_HABITS, (0.42, 0.36, 0.34, 0.38), strict=True)
    ]  # fmt: skip
    return make_lists(PEOPLE, seed=SEED, habits=habits, coverage=Coverage(0.3), truth=everybody)


def _cells(table: _Table, row: Victim | BareNumber) -> dict[str, str]:
    said = {"row": row.row}
    if row.died is not None:
        said["died"] = row.died.edtf or row.died.text or ""
    if row.place is not None:
        said["place"] = row.place.text or ""
        said |= zip(("province", "district", "village"), row.place.path, strict=False)
        said |= {"lat": row.place.lat or "", "lon": row.place.lon or ""}
    if isinstance(row, BareNumber):
        high = row.people_high
        said["people"] = f"{row.people_low}" if high in (None, row.people_low) else (
            f"{row.people_low}-{high}")  # fmt: skip
        return said
    for form in row.names[:1]:
        parts = (("full", form.full), ("given", form.given), ("father", form.father),
                 ("family", form.family))  # fmt: skip
        said |= {field: value for field, value in parts if value}
    if row.sex is not None:
        said["sex"] = table.female if row.sex == "female" else table.male
    if row.age_low is not None:
        said["age"] = str(row.age_low)
    if row.born is not None:
        said["born"] = row.born.edtf or row.born.text or ""
    if table.file == "committee.csv":
        for field in ("age", "born", "died"):
            if field in said:
                said[field] = said[field].translate(_ARABIC_DIGITS)
    return said


def _content(table: _Table, columns: Sequence[str], cells: Sequence[Mapping[str, str]]) -> bytes:
    heads = [table.headings[field] for field in columns]
    if table.file.endswith(".jsonl"):
        lines = [
            json.dumps({table.headings[field]: each[field] for field in columns if each.get(field)},
                       ensure_ascii=False)
            for each in cells
        ]  # fmt: skip
        return ("\n".join(lines) + "\n").encode()
    text = io.StringIO()
    writer = csv.writer(text, delimiter=table.delimiter, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([each.get(field, "") for field in columns] for each in cells)
    return text.getvalue().encode("utf-8-sig")


def _mapping(table: _Table, columns: Sequence[str]) -> dict[str, object]:
    head = {field: table.headings[field] for field in columns}
    parts = ("full", "given", "father", "family")
    made: dict[str, object] = {
        "row_id": head["row"],
        "names": [{part: head[part] for part in parts if part in head}],
        "sex": head["sex"],
        "sex_values": [{"word": table.female, "means": "female"},
                       {"word": table.male, "means": "male"}],
        "age": {"whole": head["age"]},
        "died": {"whole": head["died"]},
    }  # fmt: skip
    if "born" in head:
        made["born"] = {"whole": head["born"]}
    path = [head[part] for part in ("province", "district", "village") if part in head]
    place: dict[str, object] = {"path": path} if path else {"text": head["place"]}
    if "lat" in head:
        place |= {"lat": head["lat"], "lon": head["lon"]}
    made["place"] = place
    if "people" in head:
        made["people"] = head["people"]
    return made
