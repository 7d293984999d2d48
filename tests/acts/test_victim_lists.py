"""Victim lists of a case: put in, read, checked; each read is logged."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from derive.tables.made_workbooks import workbook
from probatum.acts.check_lists import check_lists
from probatum.acts.erase_item import erase
from probatum.acts.put_record import put
from probatum.acts.retract_record import retract
from probatum.acts.session import Session
from probatum.acts.suggest_mapping import (
    read_mapping,
    suggest_of_item,
    suggest_of_path,
    written,
)
from probatum.acts.victim_lists import AddedList, add_list, add_records_list, find_list, lists_of
from probatum.acts.victim_rows import rows_of
from probatum.errors import InputError, UseError
from probatum.model.kinds import Read, ReadRecords
from probatum.model.list_mapping import Mapping
from record_case import at_work, fresh

HEAD = "id;Прізвище;Ім'я;Дата смерті;Населений пункт\r\n"
ROWS = "1;Вигадана;Олена;05.03.2019;Млин\r\n2;Вигаданий;Ігор;06.03.2019;Млин\r\n3;;;;\r\n"


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with fresh(tmp_path) as case, at_work(case) as opened:
        yield opened


def file_of(tmp_path: Path, text: str = HEAD + ROWS, name: str = "list.csv") -> str:
    path = tmp_path / name
    path.write_bytes(text.encode("cp1251"))
    return str(path)


def suggestion(path: str) -> Mapping:
    mapping = suggest_of_path(path).mapping
    assert mapping is not None
    return mapping


def added(session: Session, tmp_path: Path, text: str = HEAD + ROWS, name: str = "L") -> AddedList:
    path = file_of(tmp_path, text, f"{name}.csv")
    return add_list(session, path, {"name": name}, mapping=suggestion(path))


def reads(session: Session) -> list[Read | ReadRecords]:
    found = []
    for index in range(session.case.access.size):
        _, fields = session.access_entry(index)
        if isinstance(fields, Read | ReadRecords):
            found.append(fields)
    return found


def test_a_file_is_taken_into_custody_and_its_rows_are_victims(
    session: Session, tmp_path: Path
) -> None:
    done = added(session, tmp_path)
    assert done.item is not None
    assert done.item_is_new
    victims = list(rows_of(session, done.put.ref))
    assert [each.names[0].family for each in victims] == ["Вигадана", "Вигаданий"]
    assert [(each.list, each.row, each.number) for each in victims] == [
        ("L", "1", 2),
        ("L", "2", 3),
    ]


def test_an_item_of_the_case_may_hold_several_lists_and_is_taken_once(
    session: Session, tmp_path: Path
) -> None:
    first = added(session, tmp_path)
    assert first.item is not None
    again = add_list(session, first.item.ref or "", {"name": "Again"},
                     mapping=suggestion(file_of(tmp_path)))  # fmt: skip
    assert again.item is not None
    assert (again.item.id, again.item_is_new) == (first.item.id, False)
    copy = added(session, tmp_path, name="Copy")
    assert copy.item is not None
    assert not copy.item_is_new


def test_every_reading_of_rows_is_logged_before_the_first(session: Session, tmp_path: Path) -> None:
    done = added(session, tmp_path)
    before = len(reads(session))
    next(rows_of(session, done.put.ref, "to count them"))
    new = reads(session)[before:]
    assert [each.what for each in new] == ["rows of a list"]
    assert new[0].purpose == "to count them"
    check_lists(session)
    assert "rows of a list" in [each.what for each in reads(session)[before + 1 :]]
    assert "Вигадана" not in str(reads(session))


def test_a_list_is_found_by_reference_and_by_name_and_by_nothing_else(
    session: Session, tmp_path: Path
) -> None:
    done = added(session, tmp_path, name="Hospital")
    assert find_list(session, done.put.ref).id == find_list(session, "Hospital").id
    assert [each.name for each in lists_of(session)] == ["Hospital"]
    person = put(session, {"record": "person/1", "names": [{"full": "Olena"}]})
    with pytest.raises(UseError):
        find_list(session, person.ref)
    retract(session, done.put.ref, "put in twice")
    assert lists_of(session) == ()
    with pytest.raises(InputError) as refused:
        list(rows_of(session, done.put.ref))
    assert refused.value.code == "retracted"


def test_a_mapping_of_other_columns_is_refused_when_the_list_is_put_in(
    session: Session, tmp_path: Path
) -> None:
    mapping = suggestion(file_of(tmp_path))
    other = file_of(tmp_path, "a;b\r\n1;2\r\n", "other.csv")
    with pytest.raises(InputError) as refused:
        add_list(session, other, {"name": "Other"}, mapping=mapping)
    assert refused.value.code == "bad-list"
    assert lists_of(session) == ()
    assert session.index.items_alive() == 0


@pytest.mark.parametrize("text", ["", "\r\n\r\n"])
def test_a_file_without_headings_is_refused(session: Session, tmp_path: Path, text: str) -> None:
    mapping = suggestion(file_of(tmp_path))
    with pytest.raises(InputError) as refused:
        add_list(session, file_of(tmp_path, text, "e.csv"), {"name": "E"}, mapping=mapping)
    assert refused.value.code == "bad-list"


def test_a_list_of_headings_alone_has_no_rows_and_says_so(session: Session, tmp_path: Path) -> None:
    added(session, tmp_path, HEAD)
    [checked] = check_lists(session).lists
    assert checked.report.rows == 0
    assert checked.warnings == ("there is no row in it",)


def test_an_erased_item_leaves_a_list_that_says_so(session: Session, tmp_path: Path) -> None:
    done = added(session, tmp_path)
    assert done.item is not None
    erase(session, done.item.id, "protection", citing="keep")
    with pytest.raises(InputError) as refused:
        list(rows_of(session, done.put.ref))
    assert refused.value.code == "erased"


def test_one_list_twice_and_a_part_of_a_list_are_named(session: Session, tmp_path: Path) -> None:
    rows = [f"{at};Вигадана{at};Олена;05.03.2019;Млин\r\n" for at in range(60)]
    turned = [row.replace(";", "0;", 1) for row in reversed(rows)]
    added(session, tmp_path, HEAD + "".join(rows), "One")
    added(session, tmp_path, HEAD + "".join(turned), "Turned")
    added(session, tmp_path, HEAD + "".join(rows[:20]), "Part")
    alike = {(each.one.name, each.other.name): each for each in check_lists(session).alike}
    assert alike["One", "Turned"].same
    assert not alike["One", "Part"].same
    assert alike["One", "Part"].contained == 1


def test_rows_above_the_headings_and_other_sheets_are_said(
    session: Session, tmp_path: Path
) -> None:
    def fill(sheet: object) -> None:
        for row in (["قائمة الضحايا"], ["الرقم", "الاسم الكامل", "تاريخ الوفاة", "الجنس"],
                    [1, "ليلى المتخيلة", "٥ آذار ٢٠١٩", "أنثى"]):  # fmt: skip
            sheet.append(row)  # type: ignore[attr-defined]
        sheet.parent.create_sheet("More").append(["x"])  # type: ignore[attr-defined]

    path = tmp_path / "arabic.xlsx"
    path.write_bytes(workbook(fill))
    mapping = suggestion(str(path))
    assert mapping.header_row == 2
    done = add_list(session, str(path), {"name": "Arabic"}, mapping=mapping)
    [victim] = rows_of(session, done.put.ref)
    assert victim.names[0].full == "ليلى المتخيلة"
    assert victim.sex == "female"
    assert victim.died is not None
    assert victim.died.edtf == "2019-03-05"
    [checked] = check_lists(session, ["Arabic"]).lists
    assert checked.other_sheets == ("More",)
    assert len(checked.warnings) == 2


def test_a_suggestion_from_an_item_is_a_read_and_from_a_file_is_none(
    session: Session, tmp_path: Path
) -> None:
    done = added(session, tmp_path)
    assert done.item is not None
    before = len(reads(session))
    suggest_of_path(file_of(tmp_path))
    assert len(reads(session)) == before
    suggest_of_item(session, done.item.ref or "")
    assert [each.what for each in reads(session)[before:]] == ["columns of a list"]


def test_a_mapping_written_for_people_is_read_back_and_another_text_is_not(tmp_path: Path) -> None:
    mapping = suggestion(file_of(tmp_path))
    text = written(mapping)
    assert text.startswith(b'{\n "version": 1,')
    assert read_mapping(text) == mapping
    for wrong in (b"", b"[]", b'{"names": [{}]}', b'{"version": 2}', b'{"surprise": 1}', b"\xff"):
        with pytest.raises(InputError) as refused:
            read_mapping(wrong)
        assert refused.value.code == "bad-list"


def test_the_persons_of_a_case_are_a_list_with_what_is_claimed_and_not_denied(
    session: Session,
) -> None:
    anna = put(session, {"record": "person/1", "names": [{"full": "Anna"}], "sex": "female"})
    boris = put(session, {"record": "person/1", "names": [{"full": "Boris"}]})
    for person, status, stance in (
        (anna, "missing", "reports"), (anna, "civilian", "asserts"), (boris, "dead", "denies"),
    ):  # fmt: skip
        said = put(session, {"record": "status/1", "of": person.id, "status": status})
        put(session, {"record": "assertion/1", "about": said.id, "stance": stance})
    done = add_records_list(session, {"name": "Ours"})
    one, other = rows_of(session, done.put.ref)
    assert (one.row, one.sex, one.status) == (anna.ref, "female", "civilian")
    assert [each.status for each in one.standings] == ["missing"]
    assert other.standings == ()
    assert reads(session)[-1].what == "persons as a list"
