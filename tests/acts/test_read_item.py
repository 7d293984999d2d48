"""Reading items and reviewing what was read: once, resumable, undoable, gone with the item."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec
import pytest

from probatum.acts import review_item as reviewing
from probatum.acts.add_files import add
from probatum.acts.article import Stated
from probatum.acts.candidates import Candidates
from probatum.acts.decide_suggestion import accept as accept_one
from probatum.acts.decide_suggestion import undo as undo_one
from probatum.acts.erase_item import erase
from probatum.acts.read_item import read_all_new, read_items, suggestions_of
from probatum.acts.retract_record import retract
from probatum.acts.session import Session
from probatum.errors import InputError, UseError
from probatum.model.nouns import Suggestion
from probatum.read.extractor import Article, Identity
from read.readings import TEXT, reading
from record_case import at_work, fresh

STATED = Stated("2025-05-08", "The Harbour Post", "en-GB")


class Toy:
    """A reader that gives one reading, counts how often it was asked, and may be interrupted."""

    def __init__(self, version: str = "1", stops_at: int | None = None) -> None:
        self.identity = Identity("toy", version, frozenset({"en"}))
        self.asked = 0
        self._stops_at = stops_at

    def read(self, article: Article) -> object:
        """Return the reading, whatever else the text says."""
        self.asked += 1
        if self.asked == self._stops_at:
            raise KeyboardInterrupt
        return reading(text=article.text)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Path]:
    with fresh(tmp_path) as folder:
        yield folder


def delivered(session: Session, folder: Path, *names: str) -> list[str]:
    """Add reports that differ in their last line; return their ids."""
    (folder / "given").mkdir(exist_ok=True)
    for name in names:
        (folder / "given" / f"{name}.txt").write_text(f"{TEXT}Report {name}.\n", "utf-8")
    add(session, [folder / "given"])
    session.catch_up()
    return [row.id for row in session.index.items()]


def decide(session: Session, item: str, *names: str) -> reviewing.Sheet:
    """Accept steps by their names; return the sheet as it stands then."""
    shown = reviewing.sheet(session, item)
    for name in names:
        shown = shown.after(reviewing.accept(session, shown, shown.step(name)))
    return shown


def states(session: Session, item: str) -> dict[str, str]:
    return {each.name: each.state for each in reviewing.sheet(session, item).steps}


def test_a_text_is_read_once_by_one_version_and_newer_ones_set_aside_what_is_open(
    case: Path, tmp_path: Path
) -> None:
    toy = Toy()
    with at_work(case) as session:
        [item] = delivered(session, tmp_path, "one")
        [first] = read_items(session, [item], toy, STATED)
        [again] = read_items(session, [item], toy, Stated())
        assert (first.done, again.done, toy.asked) == ("read", "known", 1)
        assert first.kept is not None
        assert first.kept.reading.language == "en"
        decide(session, item, "e1")
        [newer] = read_items(session, [item], Toy("2"), STATED)
        assert newer.done == "read"
        session.catch_up()
        kept = [row.body for row in suggestions_of(session, item, first.group)]
    assert [each.name for each in kept if isinstance(each, Suggestion)] == ["e1"]


class Failing(Toy):
    """The same reader, that cannot read one of the reports."""

    def read(self, article: Article) -> object:
        """Return the reading; fail on the second report."""
        if "Report two" in article.text:
            raise InputError("extractor-failed", expected="an answer", found="none")
        return super().read(article)


def test_a_run_over_all_items_passes_over_what_a_reader_fails_on(
    case: Path, tmp_path: Path
) -> None:
    with at_work(case) as session:
        delivered(session, tmp_path, "one", "two", "three")
        done = read_all_new(session, Failing(), STATED)
        assert sorted(each.done for each in done) == ["failed", "read", "read"]
        assert [each.failure for each in done if each.done == "failed"] == ["extractor-failed"]
        [again] = read_all_new(session, Toy(), STATED)
        assert again.done == "read"
        with pytest.raises(InputError):
            read_items(session, [again.row.id], Failing(version="2"), STATED)


def test_a_run_over_all_items_goes_on_where_it_was_interrupted(case: Path, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt), at_work(case) as session:
        delivered(session, tmp_path, "one", "two", "three")
        read_all_new(session, Toy(stops_at=2), STATED)
    rest = Toy()
    with at_work(case) as session:
        assert len(read_all_new(session, rest, STATED)) == 2
        assert read_all_new(session, rest, STATED) == []
        entries = [session.access_entry(index)[1] for index in range(session.case.access.size)]
    assert rest.asked == 2
    assert any(getattr(each, "purpose", None) == "reading" for each in entries)


def test_a_decision_that_ended_half_way_is_open_and_is_finished(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        [item] = delivered(session, tmp_path, "one")
        read_items(session, [item], Toy(), STATED)
        decide(session, item, "e2", "e3", "i1")
        step = reviewing.sheet(session, item).step("a2")
        accept_one(session, step.rows[0].id)  # the proposition, not who says it
    with at_work(case, "B. Reviewer") as session:
        shown = reviewing.sheet(session, item)
        assert shown.step("a2").state == "open"
        [left] = shown.step("a2").left
        assert left.id == shown.step("a2").head.id
        assert decide(session, item, "a2").step("a2").state == "accepted"
        assert states(session, item)["a2"] == "accepted"


def test_a_sheet_follows_decisions_as_if_it_were_made_anew(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        [item] = delivered(session, tmp_path, "one")
        read_items(session, [item], Toy(), STATED)
        shown = decide(session, item, "a2", "p1")
        shown = shown.after(reviewing.reject(session, shown, shown.step("f1"), "not a count"))
        fresh_one = reviewing.sheet(session, item)
        assert [(each.name, each.state, each.made) for each in shown.steps] == [
            (each.name, each.state, each.made) for each in fresh_one.steps
        ]
        assert states(session, item)["a1"] == "rejected"


def test_a_decision_of_another_day_is_taken_back_with_what_rests_on_it(
    case: Path, tmp_path: Path
) -> None:
    with at_work(case) as session:
        [item] = delivered(session, tmp_path, "one")
        read_items(session, [item], Toy(), STATED)
        shown = decide(session, item, "p1")
        reviewing.take_back(session, shown, shown.step("p1"), "at once")
        assert states(session, item)["p1"] == "open"
        decide(session, item, "a2", "p1")
    with at_work(case, "B. Reviewer") as session:
        shown = reviewing.sheet(session, item)
        gone = reviewing.take_back(session, shown, shown.step("e2"), "another Norland")
        assert {each.name for each in gone} == {"e2", "a2"}
        assert states(session, item)["e2"] == states(session, item)["a2"] == "open"
        assert states(session, item)["p1"] == "accepted"
        assert not [row for row in session.index.records(["assertion"]) if not row.retracted]
        with pytest.raises(UseError):
            shown = reviewing.sheet(session, item)
            reviewing.take_back(session, shown, shown.step("e2"), "again")
        assert decide(session, item, "a2").step("e2").state == "accepted"


def test_nothing_new_names_a_record_that_was_retracted(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        [item] = delivered(session, tmp_path, "one")
        read_items(session, [item], Toy(), STATED)
        shown = decide(session, item, "e2")
        retract(session, shown.step("e2").made[0], "recorded twice")
        done: list[object] = []
        with pytest.raises(InputError) as refused:
            reviewing.accept(session, shown, shown.step("a2"), done=done)  # type: ignore[arg-type]
        assert refused.value.code == "missing-record"
        assert done  # what it could do before stays, and is known
        [decision] = session.index.naming([shown.step("e2").head.id], ["decision"])
        undo_one(session, decision.id, "the record was retracted")
        assert decide(session, item, "a2").step("a2").state == "accepted"


def test_a_suggestion_may_mean_a_record_of_the_case(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        one, two = delivered(session, tmp_path, "one", "two")
        read_items(session, [one, two], Toy(), STATED)
        known = decide(session, one, "e2").step("e2").made[0]
        shown = reviewing.sheet(session, two)
        step = shown.step("e2")
        offered = Candidates(session, shown).of(step)
        assert [each.row_id for each in offered] == [known]
        reviewing.accept(session, shown, step, {step.head.id: offered[0].ref})
        assert reviewing.sheet(session, two).step("e2").made == (known,)


@pytest.mark.parametrize("citing", ["erase", "keep"])
def test_what_was_read_goes_with_its_item(
    case: Path, tmp_path: Path, citing: Literal["erase", "keep"]
) -> None:
    with at_work(case) as session:
        [item] = delivered(session, tmp_path, "one")
        read_items(session, [item], Toy(), STATED)
        suggested = [row.id for row in suggestions_of(session, item)]
        made = [row.id for row in session.index.derivations(item)]
        decide(session, item, "e1")
        erase(session, item, "court-order", citing=citing)
    with at_work(case) as session:
        assert suggestions_of(session, item) == []
        assert {session.index.exists(each) for each in (*suggested, *made)} == {"erased"}
        for ask in (lambda: reviewing.sheet(session, item),
                    lambda: read_items(session, [item], Toy(), STATED)):  # fmt: skip
            with pytest.raises(InputError) as refused:
                ask()
            assert refused.value.code == "erased"
        assert read_all_new(session, Toy(), STATED) == []


def test_everything_can_be_accepted_in_any_order(case: Path, tmp_path: Path) -> None:
    with at_work(case) as session:
        items = delivered(session, tmp_path, "one", "two")
        read_items(session, items, Toy(), STATED)
        for item, turn in zip(items, (1, -1), strict=True):
            shown = reviewing.sheet(session, item)
            while shown.open:
                shown = shown.after(reviewing.accept(session, shown, shown.open[::turn][0]))
        counting = [row for row in session.index.records() if not row.retracted]
        for row in counting:
            if row.noun != "suggestion":
                assert "@" not in msgspec.json.encode(row.body).decode()
        assert {each.state for each in reviewing.sheet(session, items[1]).steps} == {"accepted"}
        closed = reviewing.close(session, reviewing.sheet(session, items[1]), 0)
        assert closed.noun == "review"
