"""Hits of the leak check at the desk: a room for the reason of each, in packages and case files."""

from __future__ import annotations

import html
import re
import time
from typing import Any

import pytest

from desk.opened_desk import OpenedDesk
from desk.waiting import settled
from probatum.acts.add_files import add
from probatum.acts.clear_item import clear
from probatum.acts.note_item import note
from probatum.acts.put_record import put
from probatum.desk.pages.disclosures.hits import MOST, rooms
from probatum.model.kinds import LeakChecked

CANARY = "Зоряна Кенарчук"
SAID = {"to": "Exercise Court", "purpose": "an exercise", "passphrase": "an invented passphrase"}
REASON = "the mayor of that name"


@pytest.fixture(scope="module")
def refs(desk: OpenedDesk, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An item with two notes, and an incident with two quotes, that name somebody protected."""
    path = tmp_path_factory.mktemp("given") / "statement.txt"
    path.write_text("An invented statement.\n")
    with desk.session("owner") as session:
        names = [{"full": CANARY}]
        hidden = put(session, {"record": "source/1", "kind": "person", "protected": True,
                               "names": names})  # fmt: skip
        item = add(session, [str(path)], given_by="Exercise Courier").lines[0].ref
        clear(session, item, cleared=True, reason="exercise")
        incident = put(session, {"record": "incident/1", "title": "Exercise: the mill"})
        claim = put(session, {"record": "occurrence/1", "kind": "shelling",
                              "incident": incident.id})  # fmt: skip
        for quote in ("asked Zoriana Kenarchuk", "the Kenarchuk road"):
            note(session, item, quote)
            put(session, {"record": "assertion/1", "about": claim.id, "stance": "reports",
                          "quote": quote})  # fmt: skip
    return {"item": item, "incident": incident.ref, "hidden": hidden.ref}


def rooms_on(page: str) -> dict[str, str]:
    found = re.findall(r'<label for="(hit-[LG]-[0-9a-f]{12})">(.*?)</label>', page)
    return {name: html.unescape(re.sub("<[^>]*>", "", label)) for name, label in found}


def hidden_in(page: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"', page)
    return {name: html.unescape(value) for name, value in found if name != "csrfmiddlewaretoken"}


def decided(desk: OpenedDesk) -> list[str]:
    with desk.session("owner") as session:
        rows = session.index.all_of(LeakChecked.kind)
        entry = session.entry(rows[-1].index)[1]
    assert isinstance(entry, LeakChecked)
    return entry.resolved


def test_a_package_is_made_once_each_hit_has_its_reason(
    desk: OpenedDesk, refs: dict[str, str]
) -> None:
    client = desk.client("owner")

    def ask(**more: str) -> str:
        said = {"items": refs["item"], "with_originals": "on", **SAID, **more}
        answer = settled(client, client.post("/disclosures/new/", said))
        return str(answer.content.decode())

    first = rooms_on(ask())
    assert len(first) == 2 and all(refs["hidden"] in words for words in first.values())
    one, other = first
    page = ask(**{one: REASON})
    assert list(rooms_on(page)) == [other] and hidden_in(page)[one] == REASON
    assert "The package is made" in ask(**{one: REASON, other: "a road"})
    assert sorted(each.rpartition(": ")[2] for each in decided(desk)) == ["a road", REASON]


def test_a_decision_about_what_is_not_found_any_more_is_forgotten(
    desk: OpenedDesk, refs: dict[str, str]
) -> None:
    said = {"items": refs["item"], **SAID, "hit-L-000000000000": REASON}
    client = desk.client("owner")
    page = settled(client, client.post("/disclosures/new/", said)).content.decode()
    assert "what is found has changed" in page and REASON not in page


def test_a_case_file_is_made_once_each_hit_has_its_reason(
    desk: OpenedDesk, refs: dict[str, str]
) -> None:
    client = desk.client("owner")
    where = f"/incidents/{refs['incident']}/paper/"

    def ask(**said: str) -> str:
        page, made = "being made", client.post(where, said).headers["Location"]
        for _ in range(600):
            page = client.get(made).content.decode()
            if "being made" not in page:
                return page
            time.sleep(0.1)
        raise AssertionError(page)

    page = ask(purpose="an exercise", known="2999-01-01", rule="newest")
    names = list(rooms_on(page))
    assert len(names) == 2 and all("statement" in words for words in rooms_on(page).values())
    assert "Kenarchuk" not in page and CANARY not in page
    page = ask(**hidden_in(page), **{names[0]: REASON + "\nwho is = another"})
    assert list(rooms_on(page)) == names[1:]
    page = ask(**hidden_in(page), **{names[1]: "a road"})
    assert "The PDF is there." in page
    why = sorted(each.rpartition(": ")[2] for each in decided(desk))
    assert why == ["a road", REASON + " who is = another"]


def test_many_hits_have_a_room_for_all_of_one_kind() -> None:
    details: list[Any] = [
        {"hit": f"L-{number:012x}", "group": "G-00000000000a", "person": "EXR-00001-1",
         "kind": "name", "where": f"record {number}", "times": "2"}
        for number in range(MOST + 50)
    ]  # fmt: skip
    found = rooms(details)
    assert len(found) == MOST + 1
    assert found[0].name == "G-00000000000a" and found[0].words.endswith(f"× {MOST + 50}")
    assert found[1].words == "EXR-00001-1, name: record 0 × 2"
