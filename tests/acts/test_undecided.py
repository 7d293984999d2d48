"""Undecided whether a suggestion is a record: both stay, or it is refused before anything is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from acts.test_read_item import STATED, Toy, decide, delivered, states
from probatum.acts import review_item as reviewing
from probatum.acts.candidates import Candidates
from probatum.acts.decide_suggestion import Decided
from probatum.acts.put_record import put
from probatum.acts.read_item import read_items
from probatum.acts.session import Session
from probatum.acts.undecided import accept_undecided
from probatum.errors import UseError
from probatum.read.contract import Entity
from probatum.read.extractor import Article
from read.readings import at, reading
from record_case import at_work, fresh


class Acting(Toy):
    """A reader that finds a person who only acts: a person, no source."""

    def read(self, article: Article) -> object:
        """Return one person."""
        found = Entity(id="e1", type="person", name="Anna Tal", mentions=(at("Anna Tal"),))
        return reading(found, text=article.text)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Path]:
    with fresh(tmp_path) as folder:
        yield folder


def undecided(session: Session, item: str, name: str, record: str, why: str = "a namesake?") -> int:
    """Leave it open for the head of a step; return how many judgements were recorded."""
    shown = reviewing.sheet(session, item)
    step = shown.step(name)
    done: list[Decided] = []
    judged: list[str] = []
    row = next(row for row in step.rows if record in _offered(session, shown, step, row.id))
    accept_undecided(session, shown, step, row.id, record, why, done=done, judged=judged)
    return len(judged)


def _offered(
    session: Session, shown: reviewing.Sheet, step: reviewing.Step, suggestion: str
) -> list[str]:
    offered = Candidates(session, shown).of(step)
    return [each.row_id for each in offered if each.suggestion == suggestion]


def test_two_of_one_noun_stay_beside_each_other(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        one, two = delivered(session, tmp_path, "one", "two")
        read_items(session, [one, two], Toy(), STATED)
        known = decide(session, one, "e2").step("e2").made[0]
        assert undecided(session, two, "e2", known) == 1
        session.catch_up()
        assert states(session, two)["e2"] == "accepted"
        assert reviewing.sheet(session, two).step("e2").made != (known,)


def test_a_source_for_a_person_is_refused_and_nothing_is_decided(
    case: Path, tmp_path: Path
) -> None:
    with at_work(case) as session:
        [item] = delivered(session, tmp_path, "one")
        read_items(session, [item], Acting(), STATED)
        said = {"record": "source/1", "kind": "person", "names": [{"full": "Anna Tal"}]}
        known = put(session, said).id
        session.catch_up()
        shown = reviewing.sheet(session, item)
        [offered] = Candidates(session, shown).of(shown.step("e1"))
        assert not offered.may_be_undecided
        with pytest.raises(UseError) as refused:
            undecided(session, item, "e1", known)
        assert "a record of the noun person" in str(refused.value)
        assert states(session, item)["e1"] == "open"


def test_a_proposition_is_the_same_or_new(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        one, two = delivered(session, tmp_path, "one", "two")
        read_items(session, [one, two], Toy(), STATED)
        known = decide(session, one, "a2").step("a2").made[0]
        with pytest.raises(UseError) as refused:
            undecided(session, two, "a2", known)
        assert "attribution" in str(refused.value)
        assert set(states(session, two).values()) == {"open"}


def test_without_a_reason_nothing_is_decided(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        one, two = delivered(session, tmp_path, "one", "two")
        read_items(session, [one, two], Toy(), STATED)
        known = decide(session, one, "e2").step("e2").made[0]
        with pytest.raises(UseError):
            undecided(session, two, "e2", known, " ")
        assert set(states(session, two).values()) == {"open"}


def test_a_denial_is_offered_what_another_report_claims(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        one, two = delivered(session, tmp_path, "one", "two")
        read_items(session, [one, two], Toy(), STATED)
        decide(session, one, "i1", "e2", "e1")
        sheet = reviewing.sheet(session, one)
        blame = {
            "record": "attribution/1", "actor": sheet.step("e2").made[0],
            "incident": sheet.step("i1").made[0], "text": "Norland fired on the town",
        }  # fmt: skip
        known = put(session, blame).id
        put(session, {"record": "assertion/1", "about": known, "stance": "asserts",
                      "speaker": sheet.step("e1").made[0]})  # fmt: skip
        session.catch_up()
        shown = reviewing.sheet(session, two)
        offered = Candidates(session, shown).of(shown.step("a2"))
        assert offered[0].row_id == known
        assert {"denied here", "who is accused of it denies this"} <= set(offered[0].reasons)


def test_a_large_case_offers_a_denial_the_same_claims(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at_work(case) as session:
        one, two = delivered(session, tmp_path, "one", "two")
        read_items(session, [one, two], Toy(), STATED)
        decide(session, one, "i1", "e2", "e1")
        sheet = reviewing.sheet(session, one)
        actor, incident = sheet.step("e2").made[0], sheet.step("i1").made[0]
        said = {"record": "attribution/1", "actor": actor, "incident": incident, "text": "they did"}
        known = put(session, said).id
        put(session, {"record": "assertion/1", "about": known, "stance": "asserts"})
        session.catch_up()
        shown = reviewing.sheet(session, two)
        step = shown.step("a2")
        small = Candidates(session, shown, step).of(step)
        monkeypatch.setattr("probatum.acts.records_near.SMALL", 0)
        assert Candidates(session, shown, step).of(step) == small
        assert [each.row_id for each in small] == [known]
