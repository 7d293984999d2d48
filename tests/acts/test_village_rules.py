"""Every rule shows on the village: what its records say, gathered from a case along references."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from probatum.acts.add_files import add
from probatum.acts.claimed_figures import figures_of
from probatum.acts.contradictions import Contradicting, contradicting
from probatum.acts.corroboration import supported
from probatum.acts.incident_view import incident_page
from probatum.acts.init_case import init_case
from probatum.acts.look_at_incident import look_at_incident
from probatum.acts.make_exercise import make_village, put_village
from probatum.acts.open_case import open_session
from probatum.acts.put_record import put
from probatum.acts.record_board import gather
from probatum.acts.session import Session
from probatum.model.kinds import ReadRecords
from probatum.model.nouns import Incident

SECRET = "an invented passphrase"


@dataclass(frozen=True)
class Village:
    session: Session
    ids: dict[str, str]
    first: str  # the moment at which the first delivery was in

    def contradictions(self, as_of: str | None = None) -> Contradicting:
        return contradicting(self.session, self.ids["@haldrevin-incident"], as_of=as_of)


@pytest.fixture(scope="module")
def village(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Village]:
    folder = tmp_path_factory.mktemp("village")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(folder / "state"))
        init_case(folder / "case", SECRET, name="Village", by="A. Analyst", memory_kib=64)
        make_village(folder / "files")
        with open_session(folder / "case", SECRET, None) as session:
            add(session, [str(folder / "files")])
            ids = put_village(session, ("first",))
            first = session.now()
            ids = put_village(session, ("later",), ids)
            session.catch_up()
            yield Village(session, ids, first)


def test_every_kind_of_contradiction_shows(village: Village) -> None:
    found = {each.contradiction.kind for each in village.contradictions().shown}
    assert found >= {"denial", "dispute", "figures", "times", "depictions", "correction",
                     "one-speaker"}  # fmt: skip


def test_what_was_known_first_is_less(village: Village) -> None:
    then, now = village.contradictions(village.first), village.contradictions()
    assert 0 < len(then.shown) < len(now.shown)
    assert "one-speaker" not in {each.contradiction.kind for each in then.shown}


def test_the_present_and_as_of_now_gather_the_same(village: Village) -> None:
    for name in ("@haldrevin-incident", "@killings", "@office-killed-5", "@shots"):
        now = gather(village.session, "a test", village.ids[name])
        then = gather(village.session, "a test", village.ids[name], as_of="2099-01-01T00:00:00Z")
        assert now.board.all() == then.board.all()


def test_no_answer_speaks_for_a_day_to_come(village: Village) -> None:
    incident, later = village.ids["@haldrevin-incident"], "2099-01-01T00:00:00Z"
    for told in (
        look_at_incident(village.session, incident, as_of=later).as_of,
        figures_of(village.session, incident, as_of=later).as_of,
        incident_page(village.session, incident, as_of=later).as_of,
    ):
        assert told is not None
        assert told < later


def test_the_agency_and_its_reprints_are_one_origin(village: Village) -> None:
    found = supported(village.session, village.ids["@clerk-20"])
    assert (found.result.origins.low, found.result.origins.high) == (1, 1)
    assert len(found.origins[0].said) > 5
    both = supported(village.session, village.ids["@clerk-says-20"])
    assert both.proposition == found.proposition


def test_the_attribution_has_less_support_than_the_deaths(village: Village) -> None:
    found = supported(village.session, village.ids["@killings"])
    beside = {known.id: words for known, words, _ in found.beside}
    assert village.ids["@killings-by-column"] in beside
    assert beside[village.ids["@killings-by-column"]].startswith("alleged: ")
    attributed = supported(village.session, village.ids["@killings-by-column"])
    assert attributed.result.origins.high < found.result.origins.low


def test_undecided_identity_widens_the_range(village: Village) -> None:
    found = supported(village.session, village.ids["@led-away"]).result.origins
    assert (found.low, found.high) == (1, 2)


def test_the_count_that_grows_does_not_contradict_itself(village: Village) -> None:
    office = {village.ids[f"@office-killed-{number}"] for number in range(1, 8)}
    for each in village.contradictions().shown:
        found = each.contradiction
        if found.kind == "figures":
            ours = {known.id for known in found.one.propositions} & office
            theirs = {known.id for known in found.other.propositions} & office
            assert not (ours and theirs)


def test_not_the_whole_case_is_gathered_and_all_of_it_is_logged(village: Village) -> None:
    gathered = gather(village.session, "a test", village.ids["@haldrevin-incident"], purpose="why")
    whole = gather(village.session, "a test")
    assert len(gathered.board) <= len(whole.board)
    size = village.session.case.access.size
    _, read = village.session.access_entry(size - 2)
    assert isinstance(read, ReadRecords)
    assert (read.purpose, bool(read.records), bool(read.numbers)) == ("why", True, True)


def test_another_incident_of_the_case_is_not_gathered(village: Village) -> None:
    other = put(village.session, Incident(title="Another one"))
    gathered = gather(village.session, "a test", other.id)
    told = [known.id for known in gathered.board.all() if known.noun != "vocabulary"]
    assert told == [other.id]


def test_the_page_of_the_incident_takes_its_own_rule(village: Village) -> None:
    page = incident_page(village.session, village.ids["@haldrevin-incident"])
    assert page.view.rule == "newest"
    titles = [question.title for question in page.view.questions]
    assert any(title.startswith("How many: killed") for title in titles)
    told = [each for question in page.view.questions for each in question.told]
    numbers = {number for each in told for number in each.contradictions}
    assert numbers <= {each.number for each in page.contradictions}
