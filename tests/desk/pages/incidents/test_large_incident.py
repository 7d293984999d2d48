"""An incident of many claims: the page says how many there are, and shows all of them if asked."""

from __future__ import annotations

import re

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.put_record import put

EACH = 35


@pytest.fixture(scope="module")
def large(desk: OpenedDesk) -> tuple[str, list[str]]:
    """An incident with two propositions, each with more than half of what a page shows."""
    with desk.session() as session:
        incident = put(session, {"record": "incident/1", "title": "A large exercise"})
        who = put(session, {"record": "source/1", "kind": "person", "names": [{"full": "N. N."}]})
        said = []
        for text in ("first", "second"):
            made = put(session, {"record": "occurrence/1", "kind": "shelling", "text": text,
                                 "incident": incident.id})  # fmt: skip
            said.append(made.ref)
            for number in range(EACH):
                put(session, {
                    "record": "assertion/1", "about": made.id, "speaker": who.id,
                    "stance": "denies" if number % 5 == 0 else "asserts",
                    **({"denies": "occurrence"} if number % 5 == 0 else {}),
                })  # fmt: skip
        return incident.ref, said


def stands(desk: OpenedDesk, address: str) -> tuple[int, str]:
    page = desk.client("reader").get(address).content.decode()
    shown = set(re.findall(r'id="a-([^"]+)"', page))
    for link in re.findall(r'href="#a-([^"]+)"', page):
        assert link in shown, "a link within the page leads nowhere"
    return len(shown), page


def test_what_does_not_fit_is_counted_and_led_to(
    desk: OpenedDesk, large: tuple[str, list[str]]
) -> None:
    ref, said = large
    shown, page = stands(desk, f"/incidents/{ref}/")
    assert shown == EACH
    [hidden] = re.findall(r'claim=([^"#]+)#p-', page)
    assert hidden in said and f'id="p-{hidden}"' in page
    part = page[page.index(f'id="p-{hidden}"') :]
    assert f'<span class="badge">{EACH - 7}</span>' in part
    assert '<span class="badge">7</span>' in part
    shown, again = stands(desk, f"/incidents/{ref}/?claim={hidden}")
    assert shown == 2 * EACH and not re.search(r'claim=[^"#]+#p-', again)


def test_all_of_it_is_shown_if_asked(desk: OpenedDesk, large: tuple[str, list[str]]) -> None:
    ref, _ = large
    shown, page = stands(desk, f"/incidents/{ref}/?all=yes")
    assert shown == 2 * EACH and "all=yes#" not in page


def test_many_propositions_stand_in_a_table_first_with_who_is_for_and_against(
    desk: OpenedDesk, large: tuple[str, list[str]]
) -> None:
    ref, said = large
    _, page = stands(desk, f"/incidents/{ref}/")
    assert 'class="table overview"' not in page  # two are looked over without
    with desk.session() as session:
        incident = session.find_record(ref).id
        for text in ("third", "fourth", "fifth"):
            put(session, {"record": "occurrence/1", "kind": "shelling", "text": text,
                          "incident": incident})  # fmt: skip
    _, page = stands(desk, f"/incidents/{ref}/")
    [table] = re.findall(r'<table class="table overview">.*?</table>', page, re.DOTALL)
    rows = re.findall(r'<tr><td><a class="quiet" href="#p-([^"]+)">(.*?)</tr>', table)
    assert len(rows) == 5 and {row[0] for row in rows} >= set(said)
    for each, row in rows:
        assert f'id="p-{each}"' in page
        counts = re.findall(r'data-label="[^"]+">(?:<strong>)?(\d+)', row)
        assert counts == (["28", "7", "0"] if each in said else ["0", "0", "0"])
