"""A text that is read anew: what was decided about it is not asked again, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from acts.test_read_item import STATED, Toy, decide, delivered, states
from probatum.acts import review_item as reviewing
from probatum.acts.article import Stated, stated_as
from probatum.acts.carry_over import Carried
from probatum.acts.read_item import decisions_on, read_items, suggestions_of
from probatum.acts.retract_record import retract
from probatum.acts.session import Session
from probatum.model.nouns import Decision
from probatum.read.contract import Entity, Incident, Suggestion
from probatum.read.extractor import Article
from read.readings import at, reading, suggestions
from record_case import at_work, fresh

ALL = 9  # suggestions of the toy: an assertion brings its proposition, another one has a figure


class Changed(Toy):
    """The same reader, that finds something else the next time."""

    def __init__(self, *found: Suggestion, version: str = "1") -> None:
        super().__init__(version)
        self._found = found

    def read(self, article: Article) -> object:
        """Return these suggestions."""
        return reading(*self._found, text=article.text)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Path]:
    with fresh(tmp_path) as folder:
        yield folder


def read_once(session: Session, folder: Path) -> str:
    [item] = delivered(session, folder, "one")
    read_items(session, [item], Toy(), STATED)
    return item


def again(session: Session, item: str, toy: Toy) -> Carried:
    [done] = read_items(session, [item], toy, Stated(), again=True)
    assert done.done == "read"
    assert done.carried is not None
    session.catch_up()
    return done.carried


def renumbered() -> list[Suggestion]:
    """Return what the toy finds under other ids, in another order."""
    text = msgspec.json.encode(list(suggestions().values())).decode()
    for old, new in (("e1", "e7"), ("e2", "e1"), ("e7", "e2"), ("i1", "i4"), ("a1", "a9")):
        text = text.replace(f'"{old}"', f'"{new}"')
    return msgspec.json.decode(text, type=list[Suggestion])


def test_what_was_decided_is_decided_and_what_was_open_is_open(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        item = read_once(session, tmp_path)
        shown = decide(session, item, "e2", "p1")
        shown = shown.after(reviewing.reject(session, shown, shown.step("a1"), "not said"))
        corrected = {**shown.step("e1").proposed, "role": "harbour master"}
        reviewing.correct(session, shown, shown.step("e1"), corrected, "a role")
        before, made = states(session, item), shown.step("e2").made
        recorded = len(session.index.records())
        found = again(session, item, Toy())
        assert (found.new, found.gone, found.gone_decided) == (0, 0, 0)
        assert found.carried == 4
        assert states(session, item) == before
        assert reviewing.sheet(session, item).step("e2").made == made
        assert reviewing.sheet(session, item).step("e1").state == "corrected"
        written = [row.noun for row in session.index.records()[recorded:]]
    assert set(written) == {"suggestion", "decision"}, "no record is made twice"


def test_what_a_decision_says_of_an_earlier_one(case: Path, tmp_path: Path) -> None:
    with at_work(case, "A. Analyst") as session:
        item = read_once(session, tmp_path)
        shown = reviewing.sheet(session, item)
        reviewing.reject(session, shown, shown.step("a1"), "not said")
    with at_work(case, "B. Reviewer") as session:
        again(session, item, Toy())
        again(session, item, Toy())
        step = reviewing.sheet(session, item).step("a1")
        [row] = decisions_on(session, [step.head.id]).values()
    assert isinstance(row.body, Decision)
    assert row.by == "B. Reviewer"
    assert row.body.reasons is not None
    assert row.body.reasons.startswith("decided about the same words before: ")
    assert row.body.reasons.endswith(" by A. Analyst: not said")


def test_a_reading_that_calls_everything_else_is_the_same_reading(
    case: Path, tmp_path: Path
) -> None:
    with at_work(case) as session:
        item = read_once(session, tmp_path)
        decide(session, item, "a2", "a1")
        made = {each.says: each.made for each in _lines(session, item)}
        found = again(session, item, Changed(*renumbered()))
        assert (found.new, found.gone) == (0, 0)
        assert {each.says: each.made for each in _lines(session, item)} == made


class _Line:
    def __init__(self, step: reviewing.Step) -> None:
        self.says, self.made = (step.line.says, step.line.start), step.made


def _lines(session: Session, item: str) -> list[_Line]:
    return [_Line(each) for each in reviewing.sheet(session, item).steps]


def test_what_is_new_is_asked_and_what_is_gone_is_counted(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        item = read_once(session, tmp_path)
        kept = decide(session, item, "a2").step("a2").made
        found = suggestions()
        del found["a2"]
        found["e4"] = Entity(id="e4", type="group", name="people", mentions=(at("people"),))
        got = again(session, item, Changed(*found.values()))
        assert (got.new, got.gone, got.gone_decided) == (1, 2, 2)
        assert states(session, item)["e4"] == "open"
        assert states(session, item)["e2"] == "accepted"
        assert not session.find_record(kept[0]).retracted


def test_other_content_at_the_same_place_is_asked(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        item = read_once(session, tmp_path)
        decide(session, item, "a2", "i1")
        found = suggestions()
        incident = found["i1"]
        assert isinstance(incident, Incident)
        found["i1"] = msgspec.structs.replace(incident, types=("killing",))
        again(session, item, Changed(*found.values()))
        assert states(session, item)["i1"] == "open"
        assert states(session, item)["e2"] == "accepted"


def test_fewer_mentions_are_one_name_and_another_name_is_somebody_else(
    case: Path, tmp_path: Path
) -> None:
    with at_work(case) as session:
        item = read_once(session, tmp_path)
        decide(session, item, "e2")
        fewer = Entity(id="e2", type="organisation", name="Norland", mentions=(at("Norland"),))
        assert again(session, item, Changed(fewer)).carried == 1
        other = Entity(id="e2", type="organisation", name="Dorna", mentions=(at("Dorna", 2),))
        assert again(session, item, Changed(other)).new == 1


def test_what_comes_back_has_its_decision_back(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        item = read_once(session, tmp_path)
        decide(session, item, "e2")
        only = suggestions()["e1"]
        again(session, item, Changed(only))
        again(session, item, Toy())
        assert states(session, item)["e2"] == "accepted"


def test_a_carried_decision_is_taken_back_alone(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        item = read_once(session, tmp_path)
        made = decide(session, item, "e2").step("e2").made
        again(session, item, Toy())
        shown = reviewing.sheet(session, item)
        reviewing.take_back(session, shown, shown.step("e2"), "another Norland")
        assert states(session, item)["e2"] == "open"
        assert not session.find_record(made[0]).retracted


def test_a_decision_whose_record_was_retracted_is_not_carried(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        item = read_once(session, tmp_path)
        made = decide(session, item, "e2").step("e2").made
        retract(session, made[0], "recorded twice")
        assert again(session, item, Toy()).carried == 0
        assert states(session, item)["e2"] == "open"


def test_a_newer_version_of_a_reader_carries_them_too(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        item = read_once(session, tmp_path)
        decide(session, item, "e2")
        [newer] = read_items(session, [item], Toy("2"), STATED)
        assert newer.carried is not None
        assert newer.carried.carried == 1
        session.catch_up()
        assert states(session, item)["e2"] == "accepted"


def test_what_was_said_of_the_item_is_said_again(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        item = read_once(session, tmp_path)
        again(session, item, Toy())
        readings = session.index.derivations(item, "reading")
        assert [each.parameters for each in readings] == [STATED.spelled()] * 2
        assert len({each.id for each in readings}) == 2, "a new entry, none rewritten"
        assert len(suggestions_of(session, item)) == ALL


@pytest.mark.parametrize(
    "stated",
    [
        Stated(),
        Stated("2025-05-08"),
        Stated(None, "Dawn = Dusk"),
        Stated("2025-05-08", "The Harbour Post", "en-GB", "UA"),
        Stated(None, None, None, "UA"),
    ],
)
def test_what_was_said_is_read_back(stated: Stated) -> None:
    assert stated_as(stated.spelled()) == stated
