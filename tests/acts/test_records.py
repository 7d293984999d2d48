"""Showing, revising, retracting and judging records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from probatum.acts import decide_suggestion as deciding
from probatum.acts.add_files import add
from probatum.acts.assess import assess, review
from probatum.acts.erase_item import REASONS, erase
from probatum.acts.link_items import link_items
from probatum.acts.put_record import put
from probatum.acts.record_history import record_history
from probatum.acts.retract_record import retract
from probatum.acts.same_as import same_as
from probatum.acts.session import Session
from probatum.acts.show_record import list_records, show_record
from probatum.errors import InputError, UseError
from probatum.model.nouns import Assessment, Decision, SameAs
from record_case import INCIDENT, at_work, fresh, source


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Path]:
    with fresh(tmp_path) as folder:
        yield folder


@pytest.fixture
def session(case: Path) -> Iterator[Session]:
    with at_work(case) as opened:
        yield opened


def test_the_history_shows_every_version_with_who_when_why_and_the_difference(case: Path) -> None:
    with at_work(case) as session:
        made = put(session, {**INCIDENT, "labels": ["mill"]})
    with at_work(case, "B. Reviewer") as session:
        put(session, {**INCIDENT, "kind": "shelling"}, id=made.ref, why="the kind is known now")
        retract(session, made.ref, "recorded twice")
        put(session, {**INCIDENT, "kind": "shelling"}, id=made.id, why="it was not")
        versions = record_history(session, made.ref).versions
        assert not session.find_record(made.id).retracted
    assert [(each.by, each.did, each.why) for each in versions] == [
        ("A. Analyst", "created", None),
        ("B. Reviewer", "revised", "the kind is known now"),
        ("B. Reviewer", "retracted", "recorded twice"),
        ("B. Reviewer", "revised", "it was not"),
    ]
    changed = {each.field: (each.before, each.after) for each in versions[1].changes}
    assert changed == {"kind": (None, "shelling"), "labels": (("mill",), None)}
    assert [each.changes for each in versions[2:]] == [(), ()]


def test_a_revision_needs_a_reason_and_the_same_noun(session: Session) -> None:
    made = put(session, INCIDENT)
    for body, why, field in (
        ({**INCIDENT, "kind": "shelling"}, " ", "why"),
        ({"record": "opinion/1", "text": "x"}, "because", "record"),
    ):
        with pytest.raises(InputError) as caught:
            put(session, body, id=made.id, why=why)
        assert (caught.value.code, caught.value.item) == ("bad-record", field)
    assert put(session, INCIDENT, id=made.id).done == "unchanged"


def test_a_record_is_retracted_once_and_with_a_reason(session: Session) -> None:
    made = put(session, INCIDENT)
    with pytest.raises(UseError):
        retract(session, made.id, "  ")
    retract(session, made.id, "recorded twice")
    with pytest.raises(InputError) as caught:
        retract(session, made.id, "again")
    assert caught.value.code == "retracted"


def test_what_a_record_names_is_shown_and_what_was_erased_is_shown_as_erased(
    session: Session, tmp_path: Path
) -> None:
    (tmp_path / "photo.txt").write_text("an invented photograph")
    item = add(session, [str(tmp_path / "photo.txt")]).lines[0]
    incident = put(session, INCIDENT)
    shows = put(
        session,
        {"record": "depiction/1", "item": item.ref, "shows": "a mill", "incident": incident.ref},
    )
    named = {each.field: each for each in show_record(session, shows.ref).names}
    assert (named["item"].ref, named["item"].state) == (item.ref, "there")
    [by] = show_record(session, incident.ref).named_by
    assert (by.field, by.ref, by.caption) == ("incident", shows.ref, "a mill")
    erase(session, item.ref, next(iter(REASONS)), citing="keep")
    named = {each.field: each for each in show_record(session, shows.ref).names}
    assert (named["item"].id, named["item"].state, named["item"].caption) == (item.id, "erased", "")


def test_showing_and_listing_are_logged_before_they_are_answered(session: Session) -> None:
    made = put(session, {**INCIDENT, "labels": ["mill"]})
    put(session, {**INCIDENT, "title": "Exercise: another road"})
    before = session.case.access.size
    assert [each.ref for each in list_records(session, ["incident"], "mill")] == [made.ref]
    assert list_records(session, ["proposition"]) == []
    show_record(session, made.ref)
    record_history(session, made.ref)
    assert session.case.access.size == before + 4
    with pytest.raises(UseError):
        list_records(session, ["incidents"])


def test_a_second_reviewer_is_another_person(case: Path) -> None:
    with at_work(case) as session:
        target = put(session, INCIDENT)
        made = assess(
            session, target.ref,
            {"dimension": "credibility", "value": "likely", "reasons": "two hands agree"},
        )  # fmt: skip
        with pytest.raises(UseError) as caught:
            review(session, made.ref, "I agree with myself", agrees=True)
        assert caught.value.expected == "a second person"
    with at_work(case, "a. analyst ") as session, pytest.raises(UseError):
        review(session, made.ref, "I agree with myself", agrees=True)
    with at_work(case, "B. Reviewer") as session:
        second = review(session, made.ref, "the light fits", agrees=True)
        with pytest.raises(UseError):
            review(session, second.ref, "a review of a review", agrees=True)
        body = session.find_record(second.id).body
    assert isinstance(body, Assessment)
    assert (body.target, body.reviews, body.agrees) == (target.id, made.id, True)


def test_nothing_new_is_said_about_a_retracted_record(session: Session) -> None:
    target, other = put(session, INCIDENT), put(session, INCIDENT)
    retract(session, target.id, "recorded twice")
    said = {"dimension": "credibility", "value": "likely", "reasons": "x"}
    for act in (
        lambda: assess(session, target.id, said),
        lambda: same_as(session, target.id, other.id, "yes", "x"),
    ):
        with pytest.raises(InputError) as caught:
            act()
        assert caught.value.code == "retracted"


def test_same_as_is_revised_by_its_author_and_merges_nothing(case: Path) -> None:
    with at_work(case) as session:
        first, second = source(session, "Radio One"), source(session, "Radio 1")
        made = same_as(session, first.ref, second.ref, "undecided", "one address")
        changed = same_as(session, second.ref, first.ref, "yes", "one licence")
        assert (changed.id, changed.done) == (made.id, "revised")
        with pytest.raises(UseError):
            same_as(session, first.id, put(session, INCIDENT).id, "yes", "x")
    with at_work(case, "B. Reviewer") as session:
        third = same_as(session, first.ref, second.ref, "no", "two owners")
        assert third.id != made.id
        body = session.find_record(made.id).body
        assert isinstance(body, SameAs)
        assert body.answer == "yes"


def test_items_are_linked(session: Session, tmp_path: Path) -> None:
    for name in ("letter.txt", "translation.txt"):
        (tmp_path / name).write_text("invented " + name)
    paths = [str(tmp_path / name) for name in ("letter.txt", "translation.txt")]
    letter, translation = add(session, paths).lines
    assert link_items(session, translation.ref, "translation_of", letter.ref).noun == "link"
    with pytest.raises(InputError):
        link_items(session, letter.ref, "translation_of", letter.ref)


def suggest(session: Session, proposed: str, record: object, group: str | None = None) -> str:
    said = {
        "record": "suggestion/1", "citations": [], "proposed": proposed,
        "proposes": json.dumps(record), "machine": {"extractor": "exercise", "version": "1"},
    }  # fmt: skip
    return put(session, {**said, **({"group": group} if group else {})}).id


def test_accepting_makes_the_record_and_keeps_the_suggestion(session: Session) -> None:
    one = suggest(session, "incident", INCIDENT)
    done = deciding.accept(session, one)
    [made] = done.made
    assert session.find_record(made.ref).noun == "incident"
    body = session.find_record(done.decision.ref).body
    assert isinstance(body, Decision)
    assert (body.verdict, body.made, body.bulk) == ("accepted", (made.id,), None)
    with pytest.raises(UseError):
        deciding.reject(session, one, "too late")
    assert deciding.undo(session, done.decision.ref, "a slip") == (done.decision.id, made.id)
    assert session.find_record(made.ref).retracted
    corrected = deciding.correct(session, one, {**INCIDENT, "kind": "shelling"}, "the kind")
    assert len(corrected.made) == 1


def test_a_rejection_makes_nothing_and_a_retracted_suggestion_is_not_decided(
    session: Session,
) -> None:
    one, other = suggest(session, "incident", INCIDENT), suggest(session, "incident", INCIDENT)
    assert deciding.reject(session, one, "the page does not say this").made == ()
    retract(session, other, "the program was wrong")
    with pytest.raises(InputError) as caught:
        deciding.accept(session, other)
    assert caught.value.code == "retracted"


def test_a_source_stands_for_a_person_and_a_proposition_for_another(session: Session) -> None:
    known = source(session)
    claimed = put(session, {"record": "opinion/1", "text": "a disgrace"})
    names = [{"full": "Exercise Radio"}]
    person = suggest(session, "person", {"record": "person/1", "names": names})
    happened = suggest(session, "occurrence", {"record": "occurrence/1", "text": "it was"})
    for one, meant in ((person, known), (happened, claimed)):
        assert deciding.accept(session, one, same_as=meant.ref).body.same_as == meant.id
    place = suggest(session, "place", {"record": "place/1", "names": names})
    with pytest.raises(UseError):
        deciding.accept(session, place, same_as=known.ref)


def test_bulk_acceptance_needs_a_filter_and_is_marked(session: Session) -> None:
    suggest(session, "incident", INCIDENT, "page 1")
    suggest(session, "incident", {"record": "incident/1"}, "page 1")
    suggest(session, "opinion", {"record": "opinion/1", "text": "sad"}, "page 2")
    with pytest.raises(UseError):
        deciding.accept_all(session, deciding.Filter())
    with pytest.raises(UseError):
        deciding.accept_all(session, deciding.Filter(proposed="nonsense"))
    done = deciding.accept_all(session, deciding.Filter(group="page 1"))
    assert (len(done.accepted), [error.item for _, error in done.refused]) == (1, ["title"])
    body = session.find_record(done.accepted[0].decision.id).body
    assert isinstance(body, Decision)
    assert body.bulk == "group=page 1"
