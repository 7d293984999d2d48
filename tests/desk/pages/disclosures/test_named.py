"""Withhold wherever something is named: all fields seen, decided once, undone at once."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from desk.opened_desk import OpenedDesk
from desk.waiting import settled
from probatum.acts.add_files import add
from probatum.acts.clear_item import clear
from probatum.acts.note_item import note
from probatum.acts.put_record import put

SAID = {"to": "Exercise Court", "purpose": "an exercise", "do": "look"}
WHY = {"named_code": "safety", "named_basis": "They are at risk", "named_by": "E. Counsel",
       "do": "keep-named"}  # fmt: skip


@pytest.fixture(scope="module")
def refs(desk: OpenedDesk, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    path = tmp_path_factory.mktemp("given") / "mill.txt"
    path.write_text("An invented statement.\n")
    with desk.session("owner") as session:
        person = put(session, {"record": "person/1", "names": [{"full": "Зоряна Кенарчук"}]})
        item = add(session, [str(path)], given_by="Zoriana Kenarchuk").lines[0].ref
        clear(session, item, cleared=True, reason="exercise")
        note(session, item, "Kenarchuk has the key of the mill")
        note(session, item, "nothing of the kind")
        claim = put(session, {"record": "incident/1", "title": "What Zoriana Kenarchuk saw"})
        clear(session, claim.ref, cleared=True, reason="exercise")
    return {"person": person.ref, "items": f"{item} {claim.ref}"}


def sent(desk: OpenedDesk, **said: Any) -> str:
    client = desk.client("owner")
    answer = settled(client, client.post("/disclosures/new/", {**SAID, **said}))
    return html.unescape(answer.content.decode())


def ticked(page: str) -> list[str]:
    return re.findall(r'name="keep_named" value="([^"]+)" checked', page)


def withheld(page: str) -> list[str]:
    found = re.search(r'<textarea name="withhold"[^>]*>\s*(.*?)</textarea>', page, re.S)
    assert found is not None
    return found[1].splitlines()


def test_every_field_that_names_a_person_in_any_alphabet_is_withheld_at_once_and_undone(
    desk: OpenedDesk, refs: dict[str, str]
) -> None:
    page = sent(desk, items=refs["items"], named=refs["person"])
    names = ticked(page)
    assert {each.rpartition(".")[2] for each in names} == {"given_by", "text", "title"}
    page = sent(desk, items=refs["items"], named=refs["person"], keep_named=names, **WHY)
    lines = withheld(page)
    assert sorted(lines) == sorted(f"{each}=safety@E. Counsel:They are at risk" for each in names)
    assert not ticked(page) and "No field that would leave names it" in page
    assert 'approved by <bdi dir="auto">E. Counsel</bdi>' in page
    page = sent(desk, items=refs["items"], withhold="\n".join(lines),
                undo="safety@E. Counsel:They are at risk")  # fmt: skip
    assert withheld(page) == []


def test_what_is_unticked_stays_open(desk: OpenedDesk, refs: dict[str, str]) -> None:
    names = ticked(sent(desk, items=refs["items"], named="mill"))
    assert [each.rpartition(".")[2] for each in names] == ["file_name", "source_path", "text"] or (
        "text" in {each.rpartition(".")[2] for each in names}
    )
    page = sent(desk, items=refs["items"], named="mill", keep_named=names[:1], **WHY)
    assert len(withheld(page)) == 1 and ticked(page) == names[1:]


def test_nothing_is_made_while_what_was_looked_for_leaves(
    desk: OpenedDesk, refs: dict[str, str]
) -> None:
    more = {"items": refs["items"], "passphrase": "an invented passphrase", "do": "make"}
    page = sent(desk, **more, named=refs["person"])
    assert "Nothing was made" in page and "The package is made" not in page
    assert "The package is made" in sent(desk, **more, named="")


def test_without_a_reason_or_a_tick_nothing_is_withheld(
    desk: OpenedDesk, refs: dict[str, str]
) -> None:
    for less in ({"named_code": ""}, {"keep_named": []}):
        said = {"keep_named": ["title"], **WHY, **less}
        page = sent(desk, items=refs["items"], named=refs["person"], **said)
        assert "Tick at least one" in page and withheld(page) == []


def test_one_letter_and_an_unknown_reference_are_refused(
    desk: OpenedDesk, refs: dict[str, str]
) -> None:
    assert "two letters or more" in sent(desk, items=refs["items"], named="x")
    assert "Code" in sent(desk, items=refs["items"], named="ER-99999-9")
