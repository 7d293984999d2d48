"""A case with four short invented lists, linked once: what tests of counting begin with."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from made_once import made_once
from probatum.acts.count_link import LinkRun, link_lists
from probatum.acts.session import Session
from probatum.acts.victim_lists import add_list
from probatum.exercise.victim_lists import FOUR_HABITS, make_lists
from probatum.model.list_mapping import (
    AgeColumns,
    DateColumns,
    Mapping,
    NameColumns,
    PlaceColumns,
)
from record_case import at_work, new_case

MAPPING = Mapping(
    row_id="id", names=(NameColumns(full="name"),), sex="sex", age=AgeColumns(whole="age"),
    died=DateColumns(whole="died"), place=PlaceColumns(text="place"), people="people",
)  # fmt: skip
HEAD = ("id", "name", "sex", "age", "died", "place", "people")


def put_lists(session: Session, folder: Path, people: int = 70) -> list[str]:
    """Write four lists in four scripts and put them into the case; return their references."""
    made = make_lists(people, seed=3)
    refs = []
    for name, habit in zip(made.lists, FOUR_HABITS, strict=True):
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(HEAD)
        for row in (each for each in made.victims if each.list == name):
            place = row.place and (row.place.text or ", ".join(reversed(row.place.path)))
            writer.writerow([
                row.row, row.names[0].printed, row.sex or "",
                "" if row.age_low is None else row.age_low,
                "" if row.died is None else row.died.edtf, place or "", "",
            ])  # fmt: skip
        writer.writerow([f"n{habit.script}", "", "", "", "2019-05", "", "3-4"])
        path = folder / f"{name}.csv"
        path.write_text(text.getvalue(), "utf-8")
        said = {"name": name, "within_list": made.policy[name]}
        refs.append(add_list(session, str(path), said, mapping=MAPPING).put.ref)
    return refs


def linked(session: Session, folder: Path, people: int = 70) -> LinkRun:
    """Put the lists and link them."""
    return link_lists(session, put_lists(session, folder, people), seed=1)


def linked_once(factory: pytest.TempPathFactory) -> Path:
    """Return a case of ``record_case`` with its lists linked, made once in a run: copy it."""

    def make(folder: Path) -> None:
        lists = factory.mktemp("lists")
        with at_work(new_case(folder)) as session:
            linked(session, lists)

    return made_once(factory, "linked", make) / "case"
