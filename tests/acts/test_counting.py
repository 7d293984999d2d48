"""Counting over a case: the same bytes for a seed, reviewers who bind, reports without names."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from probatum.acts.count_documented import (
    Inclusion,
    asked_of,
    count_documented,
    documented_csv,
    newest_documented,
)
from probatum.acts.count_estimate import estimate_case, estimated_csv, newest_estimate
from probatum.acts.count_link import link_lists
from probatum.acts.count_linked import encoded, kept_in, rows_again
from probatum.acts.count_report import names_in, visible, write_report
from probatum.acts.count_review import Review, measured, review
from probatum.acts.count_rows import find_lists, read_lists
from probatum.acts.count_runs import run
from probatum.acts.newest_counts import EstimatedShown, ModelShown, newest_counts
from probatum.acts.put_record import put
from probatum.acts.retract_record import retract
from probatum.acts.session import Session
from probatum.errors import InputError, UseError
from probatum.model.nouns import Restriction, VictimList, plain
from probatum.model.roles import Role
from probatum.model.values import NameForm
from probatum.model.victims import Victim
from record_case import at_work, copied

QUICK = ("graphs", "chao")


@pytest.fixture(scope="module")
def case(linked_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the case with four linked lists, for this module."""
    with copied(linked_case, tmp_path_factory.mktemp("counting")) as copy:
        yield copy


@pytest.fixture
def session(case: Path) -> Iterator[Session]:
    with at_work(case) as session:
        yield session


def test_the_same_seed_links_the_same_and_says_what_blocking_lost(session: Session) -> None:
    first = run(session, "link")
    again = link_lists(session, seed=1)
    assert again.run.id != first.id
    assert again.run.entry.sha256 == first.entry.sha256
    assert again.run.inputs == first.inputs
    kept = again.kept
    assert len(kept.draws) == 20
    assert 0 <= kept.missed_low <= kept.missed <= kept.missed_high <= 1
    assert [each.numbers for each in kept.lists] == [1, 1, 1, 1]


def test_a_link_run_holds_no_names(session: Session) -> None:
    kept = kept_in(session, run(session, "link"))
    names = {row.names[0].printed for row in rows_again(session, run(session, "link"), kept)[0]}
    assert len(names) > 50
    data = encoded(kept)
    assert not any(name in data.decode() for name in names)
    assert sha256(data).hexdigest() == run(session, "link").entry.sha256, "read back as it was kept"


def test_documented_victims_are_low_best_and_high(session: Session) -> None:
    done = count_documented(session)
    people = done.found.people
    longest = max(each.people.low for each in done.found.lists)
    assert longest <= people.low <= people.best <= people.high
    assert len(done.found.number_only) == 4
    assert newest_documented(session)[1] == done.found
    again = count_documented(session)
    assert again.run.entry.sha256 == done.run.entry.sha256
    lines = documented_csv(done.found, done.link.entry.at).splitlines()
    likely = "" if done.found.refused else people.best
    assert lines[0] == "what,name,low,best,high,as_of"
    assert lines[1] == f"all,,{people.low},{likely},{people.high},{done.link.entry.at}"


def test_criteria_are_kept_and_count_for_estimates(session: Session) -> None:
    from datetime import date

    asked = Inclusion(first=date(2018, 3, 1), last=date(2018, 12, 31))
    done = count_documented(session, asked=asked)
    assert asked_of(done.run) == asked
    found = estimate_case(session, seed=1, models=("chao",))
    assert found.answer.observed <= done.found.people.high
    assert done.run.id in {each.id for each in found.run.inputs}
    count_documented(session)


def test_estimates_stand_side_by_side_and_are_kept(session: Session) -> None:
    done = estimate_case(session, seed=1, models=QUICK, by=("sex",))
    assert [each.model for each in done.found.models] == ["graphs", "chao", "independence"]
    assert done.found.draws == 20
    assert newest_estimate(session)[1] == done.found
    assert {each.by for each in done.found.strata} <= {"sex"}
    assert estimated_csv(done.found, done.link.entry.at).startswith(
        "what,name,model,median,low,high"
    )
    again = estimate_case(session, seed=1, models=QUICK, by=("sex",))
    assert again.run.entry.sha256 == done.run.entry.sha256


def sitting(session: Session, **more: object) -> Review:
    found = review(session, most=10, **more)  # type: ignore[arg-type]
    assert found.order, "the lists leave no pair open"
    return found


def test_answers_bind_the_next_run_but_for_pairs_on_which_two_people_differ(
    linked_case: Path, tmp_path: Path
) -> None:
    with copied(linked_case, tmp_path) as case, at_work(case) as session:
        found = sitting(session)
        pair = found.next
        assert pair is not None and {line.field for line in pair.lines} >= {"name"}
        made = found.answer(pair.at, "no", "two mothers")
        assert pair.at not in found.open
        left, right = found.kept.left[pair.at], found.kept.right[pair.at]
        differed = found.open[0]
        found.answer(differed, "yes", "one name")
        session.checkpoint()
        other = session.as_person("B. Reviewer", Role.REVIEWER, session.others)  # type: ignore[arg-type]
        sitting(other).answer(differed, "no", "another day")

        bound = link_lists(session, seed=1)
        judged = bound.kept.judged
        assert (judged.disputed, judged.yes, judged.no) == (1, 0, 1)
        at = {row: place for place, row in enumerate(bound.kept.rows)}
        one, two = (at[found.kept.rows[each]] for each in (left, right))
        assert all(draw[one] != draw[two] for draw in bound.kept.draws)
        assert made.id in {each.id for each in bound.run.inputs}


def test_an_answer_is_taken_back(session: Session) -> None:
    found = sitting(session)
    at = found.order[0]
    found.answer(at, "no", "two mothers")
    assert at not in found.open
    assert found.undo() == at
    assert at in found.open


def test_an_answer_without_a_reason_is_refused(session: Session) -> None:
    found = sitting(session)
    with pytest.raises(UseError, match="a reason"):
        found.answer(found.order[0], "yes", "  ")


def test_only_a_sample_measures_the_linkage(session: Session) -> None:
    queue = sitting(session)
    first = queue.answer(queue.order[0], "yes", "exercise")
    assert measured(session, queue.run, queue.kept).measured == ()
    drawn = sitting(session, purpose="sample")
    assert drawn.order == sitting(session, purpose="sample").order
    made = [drawn.answer(at, "yes" if drawn.kept.probability[at] > 0.5 else "no", "exercise")
            for at in drawn.open[:6]]  # fmt: skip
    found = measured(session, drawn.run, drawn.kept)
    assert found.answered == 6
    for each in found.measured:
        assert 0 <= each.low <= each.value <= each.high <= 1
    for one in (first, *made):
        retract(session, one.id, "exercise")


def test_a_report_is_the_same_bytes_and_names_nobody(session: Session, tmp_path: Path) -> None:
    count_documented(session, by=("sex",))
    estimate_case(session, seed=1, models=("chao",))
    first = write_report(session, tmp_path / "one.html")
    second = write_report(session, tmp_path / "two.html")
    data = first.path.read_bytes()
    assert data == second.path.read_bytes()
    rows = [row for each in read_lists(session, find_lists(session)) for row in each.victims]
    assert names_in(visible(data), rows) == 0
    assert first.run.entry.sha256 == second.run.entry.sha256


def test_no_estimate_about_other_people_stands_in_the_report(
    session: Session, tmp_path: Path
) -> None:
    from datetime import date

    count_documented(session, by=())
    everybody = estimate_case(session, seed=1, models=("chao",))
    some = Inclusion(first=date(2018, 5, 1))
    count_documented(session, asked=some, by=())
    written = write_report(session, tmp_path / "some.html")
    assert written.report.estimated is None
    counts = newest_counts(session)
    assert counts is not None
    assert counts.estimate_run is None
    of_some = estimate_case(session, seed=1, models=("chao",))
    assert write_report(session, tmp_path / "of-some.html").report.estimated == of_some.found
    count_documented(session, by=())
    assert write_report(session, tmp_path / "all.html").report.estimated == everybody.found


def test_a_restriction_on_a_list_stops_the_report(session: Session, tmp_path: Path) -> None:
    listed = find_lists(session)[0]
    made = put(session, Restriction(kind="provider-terms", covers=(listed.id,), basis="exercise"))
    with pytest.raises(InputError, match="restricted"):
        write_report(session, tmp_path / "court.html", recipient="A court")
    retract(session, made.id, "exercise")


def test_a_list_that_was_revised_asks_for_a_new_link_run(session: Session) -> None:
    row = find_lists(session)[0]
    body = row.body
    assert isinstance(body, VictimList)
    put(session, plain(msgspec.structs.replace(body, criteria="Others")), id=row.id, why="exercise")
    with pytest.raises(InputError, match="no-run.*count link"):
        count_documented(session)
    put(session, plain(body), id=row.id, why="exercise, back")


def test_roles_decide_who_may_count_review_and_give_away(session: Session, tmp_path: Path) -> None:
    session.role = Role.READER
    for act in (lambda: link_lists(session, seed=1), lambda: count_documented(session),
                lambda: estimate_case(session, seed=1),
                lambda: write_report(session, tmp_path / "no.html")):  # fmt: skip
        with pytest.raises(UseError, match="not-permitted"):
            act()
    session.role = Role.REVIEWER
    found = sitting(session)
    found.answer(found.order[0], "undecided", "cannot tell")
    assert found.undo() is not None


def test_names_of_two_words_are_found_in_any_spelling_of_letters() -> None:
    rows = [Victim(list="a", row="1", number=1, names=(NameForm(full="Zorvan  Kélith"),)),
            Victim(list="a", row="2", number=2, names=(NameForm(full="Haldrevin"),))]  # fmt: skip
    assert names_in("In Haldrevin stood zorvan kélith once", rows) == 1
    assert names_in("zorvan of kélith, Haldrevin", rows) == 0


def test_a_report_names_the_root_over_runs_that_were_just_made(
    session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("probatum.acts.session.CHECKPOINT_SECONDS", 10**9)
    run = count_documented(session).run
    assert session.case.evidence.checkpoint.size <= run.index, "it is published already"
    report = write_report(session, tmp_path / "out.html").report
    assert report.log_size == run.index + 1
    assert report.log_root == session.case.evidence.root_at(run.index + 1).hex()


def test_a_list_called_after_a_victim_stops_the_report(session: Session, tmp_path: Path) -> None:
    row = find_lists(session)[0]
    [victim, *_] = read_lists(session, [row])[0].victims
    body = msgspec.structs.replace(row.body, name=f"of {victim.names[0].printed}")
    put(session, plain(body), id=row.id, why="exercise")
    link_lists(session, seed=1)
    count_documented(session, by=())
    with pytest.raises(InputError, match="leak"):
        write_report(session, tmp_path / "named.html")
    assert not (tmp_path / "named.html").exists()


def test_warnings_about_changes_say_that_they_are_of_one_draw() -> None:
    moved = ModelShown("graphs", 200.0, 150.0, 300.0, False, (), ("hangs-on-list: without A ...",))
    assert EstimatedShown((moved,), "", 20).is_varied_on_one
    assert not EstimatedShown((moved,), "", 1).is_varied_on_one
    assert not EstimatedShown((structs.replace(moved, warnings=()),), "", 20).is_varied_on_one
