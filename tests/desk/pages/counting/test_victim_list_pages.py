"""Victim lists at the desk: what they are, and a report that is asked for and logged."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.suggest_mapping import suggest_of_path
from probatum.acts.victim_lists import AddedList, add_list

TEXT = "id,Name,Age,Date of death\n1,<script>alert(1)</script>,34,5.3.2019\n2,ليلى,old,31.02.2019\n"


@pytest.fixture(scope="module")
def added(desk: OpenedDesk, tmp_path_factory: pytest.TempPathFactory) -> AddedList:
    path: Path = tmp_path_factory.mktemp("lists") / "list.csv"
    path.write_text(TEXT, "utf-8")
    mapping = suggest_of_path(str(path)).mapping
    assert mapping is not None
    with desk.session("investigator") as session:
        said = {"name": "Exercise <b>list</b>", "criteria": "Whoever was brought to the mill"}
        return add_list(session, str(path), said, mapping=mapping)


def test_lists_stand_below_the_numbers(desk: OpenedDesk, added: AddedList) -> None:
    client = desk.client("reader")
    assert "/numbers/lists/" in client.get("/numbers/").content.decode()
    page = client.get("/numbers/lists/").content.decode()
    assert added.put.ref in page
    assert "Exercise &lt;b&gt;list&lt;/b&gt;" in page


def test_a_list_shows_its_columns_and_no_row_until_it_is_asked(
    desk: OpenedDesk, added: AddedList
) -> None:
    page = desk.client("reader").get(f"/numbers/lists/{added.put.ref}/").content.decode()
    assert "Date of death" in page
    assert "brought to the mill" in page
    assert "alert(1)" not in page
    assert "impossible-date" not in page


def test_a_report_is_asked_for_and_shows_hostile_cells_as_words(
    desk: OpenedDesk, added: AddedList
) -> None:
    page = desk.client("reader").post(f"/numbers/lists/{added.put.ref}/").content.decode()
    assert "impossible-date" in page
    assert "not-an-age" in page
    assert "31.02.2019" in page
    assert "<script>alert" not in page


def test_whoever_may_not_read_sees_no_list(desk: OpenedDesk, added: AddedList) -> None:
    client = desk.client("auditor")
    for address in ("/numbers/lists/", f"/numbers/lists/{added.put.ref}/"):
        assert client.get(address).status_code == 403
    assert client.post(f"/numbers/lists/{added.put.ref}/").status_code == 403
