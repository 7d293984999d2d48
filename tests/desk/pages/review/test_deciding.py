"""Deciding at the desk: once, with what falls with it, and never over another's head."""

from __future__ import annotations

import pytest

from desk.opened_desk import OpenedDesk
from desk.pages.review.at_review import AtReview
from probatum.acts.review_item import sheet

WIRE = "HV-00001-T"


@pytest.fixture
def me(village: OpenedDesk) -> AtReview:
    return AtReview(village.client("investigator"), WIRE)


@pytest.fixture
def other(village: OpenedDesk) -> AtReview:
    return AtReview(village.client("reviewer"), WIRE)


def decisions(village: OpenedDesk) -> int:
    with village.session() as session:
        return len(session.index.records(["decision"]))


def place_called(village: OpenedDesk, name: str) -> str:
    with village.session() as session:
        return next(each.name for each in sheet(session, WIRE).steps
                    if each.line.kind == "where" and each.line.says == name)  # fmt: skip


def records_made(village: OpenedDesk, step: str) -> int:
    with village.session() as session:
        return len(sheet(session, WIRE).step(step).made)


def test_what_is_accepted_becomes_a_claim_with_its_label(me: AtReview) -> None:
    name = me.named("Ignar Tessolin person")
    answer = me.decide(name, "accept")
    assert answer.status_code == 200
    assert f'id="s-{name}"' in answer.content.decode()
    assert "1 of " in answer.content.decode()
    assert "accepted by <bdi>I. Investigator</bdi>" in me.body(name)
    assert me.state(name) == "accepted"


def test_an_accepted_assertion_takes_along_what_it_needs_and_says_so_before(
    me: AtReview, village: OpenedDesk
) -> None:
    with village.session() as session:
        shown = sheet(session, WIRE)
        step = next(each for each in shown.open if each.name.startswith("a") and each.needs)
        before = [each.name for each in shown.before(step)]
    assert before
    body = me.body(step.name)
    assert "Accepting it accepts as well" in body
    assert all(f'data-to="{name}"' in body for name in before)
    answer = me.decide(step.name, "accept").content.decode()
    assert "The source says this. Not: this is so." in answer
    assert all(f'id="s-{name}"' in answer for name in before)
    assert all(me.state(name) == "accepted" for name in (*before, step.name))


def test_a_decision_is_taken_back_with_what_rests_on_it(me: AtReview, village: OpenedDesk) -> None:
    with village.session() as session:
        shown = sheet(session, WIRE)
        step = next(each for each in shown.steps if each.decided and shown.rests_on(each))
        rests = [each.name for each in shown.rests_on(step)]
    assert "rest" in me.body(step.name)
    answer = me.decide(step.name, "undo")
    assert answer.status_code == 200
    assert [me.state(name) for name in (step.name, *rests)] == ["open"] * (1 + len(rests))


def test_what_falls_with_a_rejection_is_shown_before_and_falls(
    me: AtReview, village: OpenedDesk
) -> None:
    with village.session() as session:
        shown = sheet(session, WIRE)
        step = next(each for each in shown.open if shown.falls_with(each))
        falls = {each.name for each in shown.falls_with(step)}
    assert set(me.falls(step.name).split()) == falls
    assert "with it:" in me.body(step.name)
    me.decide(step.name, "reject", reasons="EXERCISE: not so", falls=me.falls(step.name))
    assert {me.state(name) for name in (step.name, *falls)} == {"rejected"}
    me.decide(step.name, "undo")


def test_more_may_not_fall_than_was_shown(me: AtReview, village: OpenedDesk) -> None:
    with village.session() as session:
        shown = sheet(session, WIRE)
        step = next(each for each in shown.open if shown.falls_with(each))
    answer = me.decide(step.name, "reject", reasons="EXERCISE: not so", falls="")
    assert "More falls with it than was shown" in answer.content.decode()
    assert me.state(step.name) == "open"


def test_a_rejection_needs_a_reason(me: AtReview, village: OpenedDesk) -> None:
    name = place_called(village, "Lorvania")
    answer = me.decide(name, "reject", reasons="  ", falls=me.falls(name))
    assert "Say why it is rejected." in answer.content.decode()
    assert me.state(name) == "open"


def test_the_same_press_twice_decides_once(me: AtReview, village: OpenedDesk) -> None:
    name = me.named("Vessarin district")
    seen = me.seen(name)
    me.decide(name, "accept", seen=seen)
    decided = decisions(village)
    answer = me.decide(name, "accept", seen=seen)
    assert answer.status_code == 200
    assert "notice" not in answer.content.decode().partition("</details>")[0]
    assert decisions(village) == decided


def test_who_comes_second_sees_the_first_ones_decision(
    me: AtReview, other: AtReview, village: OpenedDesk
) -> None:
    name = me.named("Sefrin Adalvor")
    seen = me.seen(name)
    falls = me.falls(name)
    other.decide(name, "accept")
    answer = me.decide(name, "reject", seen=seen, reasons="EXERCISE: no", falls=falls)
    said = answer.content.decode()
    assert "R. Reviewer decided meanwhile." in said
    assert me.state(name) == "accepted"
    whole = me.decide(name, "reject", whole=True, seen=seen, reasons="EXERCISE: no", falls=falls)
    assert (whole.status_code, records_made(village, name)) == (409, 1)


def test_a_candidate_of_the_record_is_offered_with_reasons_and_taken(
    me: AtReview, village: OpenedDesk
) -> None:
    name = me.named("Ostrivel Press publication")
    if me.state(name) != "open":
        me.decide(name, "undo")
    body = me.body(name)
    assert "HVR-00011-3" in body
    assert "the same name" in body
    with village.session() as session:
        suggestion = sheet(session, WIRE).step(name).head.id
    me.decide(name, "same", suggestion=suggestion, record="HVR-00011-3")
    assert me.state(name) == "accepted"
    assert "as a record that was there" in me.body(name)


def test_undecided_keeps_both_beside_each_other(me: AtReview, village: OpenedDesk) -> None:
    name = me.named("disputed: killing")
    if me.state(name) != "open":
        me.decide(name, "undo")
    with village.session() as session:
        suggestion = sheet(session, WIRE).step(name).head.id
        known = session.find_record("HVR-00009-S")
    nothing = me.decide(name, "undecided", suggestion=suggestion, record="HVR-00009-S")
    assert "This was not taken." in nothing.content.decode()
    me.decide(name, "undecided", suggestion=suggestion, record="HVR-00009-S",
              reasons="EXERCISE: the days differ")  # fmt: skip
    assert me.state(name) == "accepted"
    with village.session() as session:
        made = sheet(session, WIRE).step(name).made[0]
        [judged] = session.index.naming([made], ["same_as"])
        assert set(judged.body.between) == {made, known.id}
        assert judged.body.answer == "undecided"


def test_undecided_of_another_noun_is_refused_before_anything_is_decided(
    me: AtReview, village: OpenedDesk
) -> None:
    with village.session() as session:
        shown = sheet(session, WIRE)
        step = next(each for each in shown.open if each.line.kind == "where")
        source = next(row for row in session.index.records(["source"]) if not row.retracted)
    answer = me.decide(step.name, "undecided", suggestion=step.head.id, record=source.id,
                       reasons="EXERCISE: the names are alike")  # fmt: skip
    assert "This was not taken." in answer.content.decode()
    assert me.state(step.name) == "open"


def test_the_last_press_is_undone_as_one(me: AtReview, village: OpenedDesk) -> None:
    name = me.named("disputed: killing")
    answer = me.client.post(me.address + "undo/", headers={"HX-Request": "true"})
    assert answer.status_code == 200
    assert me.state(name) == "open"
    with village.session() as session:
        known = session.find_record("HVR-00009-S")
        judged = session.index.naming([known.id], ["same_as"])
        assert all(each.retracted for each in judged)


def test_a_correction_makes_what_the_person_says(me: AtReview, village: OpenedDesk) -> None:
    with village.session() as session:
        shown = sheet(session, WIRE)
        step = next(
            each for each in shown.open
            if each.proposed.get("stance") == "asserts" and len(each.rows) == 2
        )  # fmt: skip
    form = me.client.get(f"{me.address}step/{step.name}/correct/").content.decode()
    assert 'name="stance"' in form
    assert 'name="type"' in form
    me.decide(step.name, "correct", stance="denies", denies="scale", speaker="",
              reasons="EXERCISE: read closely", type="opinion")  # fmt: skip
    assert me.state(step.name) == "corrected"
    with village.session() as session:
        made = session.index.some_records(sheet(session, WIRE).step(step.name).made)
        bodies = {row.noun: row.body for row in made}
    assert (bodies["assertion"].stance, bodies["assertion"].denies) == ("denies", "scale")
    assert bodies["assertion"].speaker is None
    assert "opinion" in bodies
    assert 'data-stance="denies"' in me.page()


def test_a_correction_that_no_record_can_say_is_refused_with_the_reason(
    me: AtReview, village: OpenedDesk
) -> None:
    name = place_called(village, "Lorvania")
    answer = me.decide(name, "correct", lat="91.5", lon="20", precision_m="10",
                       reasons="EXERCISE: elsewhere")  # fmt: skip
    said = answer.content.decode()
    assert "This was not taken." in said
    assert 'value="91.5"' in said
    assert me.state(name) == "open"


def test_a_second_person_says_how_they_see_it(
    me: AtReview, other: AtReview, village: OpenedDesk
) -> None:
    name = me.named("Vessarin district")
    ask = {"act": "ask", "reasons": "EXERCISE: which district?", "seen": me.seen(name)}
    me.client.post(f"{me.address}step/{name}/second/", ask)
    assert "A second look is asked for" in me.client.get("/review/").content.decode()
    mine = {"act": "agree", "reasons": "EXERCISE: yes", "seen": me.seen(name)}
    refused = me.client.post(f"{me.address}step/{name}/second/", mine)
    assert refused.status_code == 400
    other.client.post(f"{me.address}step/{name}/second/", mine)
    assert "R. Reviewer</bdi> sees it the same way" in me.body(name)
    assert "A second look is asked for" not in me.client.get("/review/").content.decode()


def test_what_was_missed_is_added_as_ones_own(me: AtReview, village: OpenedDesk) -> None:
    with village.session() as session:
        text = sheet(session, WIRE).text
    at = text.index("Ulmeskar")
    bare = me.client.get(me.address + "missed/")  # the button's address before words are selected
    assert (bare.status_code, bare.url) == (302, me.address)
    form = me.client.get(f"{me.address}missed/?start={at}&end={at + 8}").content.decode()
    assert "Ulmeskar" in form
    answer = me.client.post(me.address + "add/", {
        "start": at, "end": at + 8, "words": "Ulmeskar", "kind": "place", "name": "the Ulmeskar",
    })  # fmt: skip
    assert answer.status_code == 302
    with village.session() as session:
        newest = session.index.records(["place"])[-1]
        assert (newest.body.names[0].full, newest.by) == ("the Ulmeskar", "I. Investigator")


def test_in_bulk_is_asked_for_marked_and_no_review(me: AtReview, village: OpenedDesk) -> None:
    refused = me.client.post(me.address + "bulk/", {"noun": "place"})
    assert refused.status_code == 400
    everything = me.client.post(me.address + "bulk/", {"noun": "", "known": "yes"})
    assert everything.status_code == 400
    me.client.post(me.address + "bulk/", {"noun": "place", "known": "yes"})
    name = place_called(village, "Lorvania")
    assert me.state(name) == "accepted"
    assert "accepted in bulk by <bdi>I. Investigator</bdi>: no review" in me.page()


def test_reading_to_the_end_is_recorded_once_with_what_is_open(
    me: AtReview, village: OpenedDesk
) -> None:
    assert "recorded as left open" in me.page()
    me.client.post(me.address + "end/")
    me.client.post(me.address + "end/")
    page = me.page()
    assert page.count("Read to the end by <bdi>I. Investigator</bdi>") == 1
    with village.session() as session:
        [ended] = session.index.records(["review"])
        assert ended.body.left_open > 0
        assert ended.body.in_bulk > 0
        assert ended.body.added == 1
    assert WIRE in me.client.get("/review/?list=ended").content.decode()
    assert WIRE not in me.client.get("/review/").content.decode()
