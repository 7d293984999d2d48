"""The incident of the exercise at the desk: the record as it was known, rules, places, paper."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from typing import Any

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.list_incidents import list_incidents


def words_of(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


@pytest.fixture(scope="module")
def killings(village: OpenedDesk) -> str:
    """The reference of the village's incident."""
    with village.session() as session:
        [line] = [
            each for each in list_incidents(session).lines if each.title.startswith("Killings")
        ]
    return str(line.listed.ref)


def test_as_known_on_a_day_before_the_record_nothing_was_known(
    village: OpenedDesk, killings: str
) -> None:
    client = village.client("reader")
    answer = client.get(f"/incidents/{killings}/?known=2001-01-01")
    assert answer.status_code == 404
    assert client.get(f"/incidents/{killings}/?known=2099-01-01").status_code == 200
    assert "That is no day." in words_of(client.get(f"/incidents/{killings}/?known=yesterday"))


@pytest.mark.parametrize("rule", ["newest", "widest", "most-origins", "best-graded", "analyst"])
def test_the_rule_is_chosen_and_said(village: OpenedDesk, killings: str, rule: str) -> None:
    page = words_of(village.client("reader").get(f"/incidents/{killings}/?rule={rule}"))
    assert f"the rule “{rule.replace('-', ' ')}” chooses what stands first" in page
    assert village.client("reader").get(f"/incidents/{killings}/?rule=mine").status_code == 400


def test_places_are_given_no_more_exactly_than_they_are_known(
    village: OpenedDesk, killings: str
) -> None:
    points = village.client("reader").get(f"/incidents/{killings}/places.json").json()["points"]
    assert points and all(each["radius_m"] for each in points)
    assert all(len(each["lat"].partition(".")[2]) <= 5 for each in points)


def test_one_look_is_one_entry_in_the_access_log(village: OpenedDesk, killings: str) -> None:
    client = village.client("reader")
    with village.session() as session:
        before = session.case.access.size
    client.get(f"/incidents/{killings}/")
    with village.session() as session:
        assert session.case.access.size == before + 1


def test_an_auditor_sees_no_contents(village: OpenedDesk, killings: str) -> None:
    client = village.client("auditor")
    for address in (
        "/incidents/", f"/incidents/{killings}/", f"/incidents/{killings}/figures.json",
        f"/incidents/{killings}/places.json", "/timeline/", "/numbers/", f"/numbers/{killings}/",
        "/people/", "/sources/", "/records/", f"/records/{killings}/",
        "/records/pick/?targets=source", "/records/of/source/", "/records/new/person/",
        f"/incidents/{killings}/paper/",
    ):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 403, address
        assert "Haldrevin, 28" not in answer.content.decode()


def test_the_case_file_is_made_in_the_background_for_whoever_wanted_it(
    village: OpenedDesk, killings: str
) -> None:
    owner = village.client("owner")
    assert village.client("reader").get(f"/incidents/{killings}/paper/").status_code == 403
    answer = owner.post(f"/incidents/{killings}/paper/", {"rule": "newest"})
    made = answer.headers["Location"]
    for _ in range(600):
        page = words_of(owner.get(made))
        if "being made" not in page:
            break
        time.sleep(0.1)
    assert "The PDF is there." in page
    file = owner.get(made + "file/")
    assert file.content.startswith(b"%PDF-")
    assert file.headers["Content-Disposition"] == f'attachment; filename="{killings}.pdf"'
    assert village.client("investigator").get(made + "file/").status_code == 404


def test_nobody_fetches_a_case_file_that_is_not_theirs(village: OpenedDesk, killings: str) -> None:
    client = village.client("owner")
    assert client.get(f"/incidents/{killings}/paper/99999/").status_code == 404
    assert client.get(f"/incidents/{killings}/paper/99999/file/").status_code == 404


def test_who_gives_a_figure_again_and_again_stands_once_with_all_places(
    village: OpenedDesk, killings: str
) -> None:
    page = village.client("owner").get(f"/numbers/{killings}/").content.decode()
    cells = re.findall(r'data-label="Who says it">(.*?)</td>', page, re.S)
    names = [re.findall(r'<bdi dir="auto">(.*?)</bdi>', cell) for cell in cells]
    assert any(cell.count("characters") > 2 for cell in cells)
    assert all(one != other for row in names for one, other in pairwise(row))
