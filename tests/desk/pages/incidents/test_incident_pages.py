"""Incidents at the desk: what is claimed and denied, what contradicts, as of a day, on paper."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from desk.opened_desk import OpenedDesk
from probatum.acts.put_record import put

HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'
ARABIC = "شهود من القرية المخترعة"


def words_of(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


@pytest.fixture(scope="module")
def said(desk: OpenedDesk) -> dict[str, str]:
    """An incident of which one source says something and another denies it, with hostile names."""
    with desk.session() as session:
        incident = put(session, {"record": "incident/1", "title": "Exercise " + HOSTILE})
        happened = put(session, {
            "record": "occurrence/1", "kind": "shelling", "incident": incident.id,
            "text": "a shell " + HOSTILE, "when": {"edtf": "2031-03"},
        })  # fmt: skip
        who = [
            put(session, {"record": "source/1", "kind": "person", "names": [{"full": name}]})
            for name in (HOSTILE, ARABIC)
        ]
        for source, stance in zip(who, ("asserts", "denies"), strict=True):
            put(session, {
                "record": "assertion/1", "about": happened.id, "stance": stance,
                "speaker": source.id, "quote": "they said " + HOSTILE,
                **({"denies": "occurrence"} if stance == "denies" else {}),
            })  # fmt: skip
        alone = put(session, {
            "record": "occurrence/1", "kind": "destruction", "incident": incident.id,
        })  # fmt: skip
        put(session, {
            "record": "figure/1", "measure": "injured", "low": 3, "bound": "at_least",
            "incident": incident.id, "as_of": {"edtf": "2031-03-05"},
        })  # fmt: skip
        put(session, {
            "record": "figure/1", "measure": "injured", "number_text": "dozens",
            "incident": incident.id,
        })  # fmt: skip
    return {"incident": incident.ref, "happened": happened.ref, "alone": alone.ref}


def test_the_list_counts_claims_and_denials(desk: OpenedDesk, said: dict[str, str]) -> None:
    page = desk.client("reader").get("/incidents/").content.decode()
    row = page[page.index(said["incident"]) :]
    numbers = re.findall(r'<td class="num"[^>]*>(\d+)</td>', row)
    assert numbers[:3] == ["1", "1", "0"]


def test_the_two_questions_are_answered_first(desk: OpenedDesk, said: dict[str, str]) -> None:
    page = desk.client("reader").get(f"/incidents/{said['incident']}/")
    text = words_of(page)
    assert page.status_code == 200
    assert text.index("What contradicts this?") < text.index("1 contradiction is recorded.")
    assert text.index("How do we know?") < text.index("2 claims")
    assert text.index("2 claims without a citation") < text.index("What is said to have happened")


def test_whoever_says_it_stands_on_one_side_and_whoever_denies_it_on_the_other(
    desk: OpenedDesk, said: dict[str, str]
) -> None:
    page = desk.client("reader").get(f"/incidents/{said['incident']}/").content.decode()
    card = page[page.index(f'id="p-{said["happened"]}"') :]
    card = card[: card.index("</section>")]
    before, _, after = card.partition("Against")
    assert 'data-stance="asserts"' in before and 'data-stance="denies"' not in before
    assert 'data-stance="denies"' in after and ARABIC in after
    assert "The source says this. Not: this is so." in card


def test_where_nobody_looked_it_says_so_until_a_search_is_recorded(
    desk: OpenedDesk, said: dict[str, str]
) -> None:
    client = desk.client("investigator")
    page = client.get(f"/incidents/{said['incident']}/").content.decode()
    card = page[page.index(f'id="p-{said["alone"]}"') :]
    assert "Not yet searched." in card[: card.index("</section>")]
    answer = client.post(f"/records/new/search/?from={said['incident']}", {
        "where": "All items", "words": "fire", "when.edtf": "2031-04-01", "searched_by": "I. I.",
        "purpose": "contradictions", "found": "0", "target": said["alone"],
        "from": said["incident"],
    })  # fmt: skip
    assert answer.headers["Location"] == f"/incidents/{said['incident']}/"
    page = client.get(f"/incidents/{said['incident']}/").content.decode()
    card = page[page.index(f'id="p-{said["alone"]}"') :]
    card = card[: card.index("</section>")]
    assert "Searched on 2031-04-01 by I. I., none found." in card


def test_no_name_text_or_quote_becomes_markup(desk: OpenedDesk, said: dict[str, str]) -> None:
    client = desk.client("owner")
    for address in (
        "/incidents/", f"/incidents/{said['incident']}/", "/timeline/", "/numbers/", "/sources/",
        f"/numbers/{said['incident']}/", f"/records/{said['happened']}/", "/records/of/source/",
        f"/records/{said['happened']}/revise/", f"/incidents/{said['incident']}/paper/",
        "/timeline/?q=%3Cscript%3E", "/sources/?q=%22%3E%3Cscript%3E",
    ):  # fmt: skip
        page = client.get(address).content.decode()
        assert "<script>alert" not in page and "<img src=x" not in page, address


def test_a_figure_without_a_day_is_in_the_table_and_not_on_the_chart(
    desk: OpenedDesk, said: dict[str, str]
) -> None:
    client = desk.client("reader")
    [series] = client.get(f"/incidents/{said['incident']}/figures.json").json()["series"]
    assert [(each["on"], each["low"], each["high"]) for each in series["figures"]] == [
        ("2031-03-05", 3, None)
    ]
    text = words_of(client.get(f"/numbers/{said['incident']}/"))
    assert "at least 3" in text and "“dozens”" in text and "not stated" in text
    assert "No count has been made in this case." in text


def test_a_month_is_a_month_on_the_timeline(desk: OpenedDesk, said: dict[str, str]) -> None:
    page = desk.client("reader").get("/timeline/?q=shell").content.decode()
    assert ">March 2031<" in page
    assert 'datetime="2031-03' not in page


def test_as_known_then_what_came_later_is_missing(desk: OpenedDesk) -> None:
    with desk.session() as session:
        incident = put(session, {"record": "incident/1", "title": "Exercise: later"})
        put(session, {"record": "opinion/1", "text": "said at first", "incident": incident.id})
        then = session.now()
        time.sleep(0.01)
        put(session, {"record": "opinion/1", "text": "said afterwards", "incident": incident.id})
    client = desk.client("reader")
    now = words_of(client.get(f"/incidents/{incident.ref}/"))
    before = words_of(client.get(f"/incidents/{incident.ref}/", {"known": then}))
    assert "said afterwards" in now
    assert "said at first" in before and "said afterwards" not in before
    assert "as known on" in before
