"""Which places reading looks into: the case's own first, and never those of a compartment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from probatum.acts import compartment
from probatum.acts import gazetteer as act
from probatum.acts.article import Stated
from probatum.acts.extractors import Chosen, opened
from probatum.acts.put_record import put
from probatum.acts.read_path import read_path
from probatum.acts.retract_record import retract
from probatum.acts.session import Session
from probatum.errors import InputError
from probatum.read import contract
from probatum.read.gazetteer.building import packaged_path
from probatum.read.gazetteer.writing import FORMAT
from read.gazetteer.tiny import DUMP, folder_with
from record_case import at_work, fresh

OWN = {"record": "place/1", "names": [{"full": "Dorna"}, {"full": "Дорна"}], "kind": "village",
       "lat": "1.5", "lon": "2.25", "precision_m": 150, "country": "UA"}  # fmt: skip
SECRET = "another invented passphrase"
TEXT = "Shells fell on the town of Dorna on 3 May 2031, residents said.\n"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "gazetteers"
    monkeypatch.setenv("PROBATUM_GAZETTEERS", folder_with(folder))
    return folder


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with fresh(tmp_path) as folder, at_work(folder) as session:
        yield session


def found(session: Session | None, name: str = "Dorna") -> list[str]:
    return [each.layer for each in act.gazetteer(session).candidates(name)]


def test_the_case_comes_first_then_dumps_then_the_packaged(
    session: Session, tmp_path: Path
) -> None:
    put(session, OWN)
    dump = tmp_path / "UA.txt"
    dump.write_text(DUMP.replace("Dornivka", "Dorna"), "utf-8")
    act.import_dump(dump)
    layers = [each.name for each in act.gazetteer(session).layers]
    assert layers == ["own", "GeoNames UA", "GeoNames"]
    assert found(session)[0] == "own"
    assert "own" not in found(None) and "GeoNames UA" in found(None)


def test_an_own_place_is_found_in_every_script_that_it_has(session: Session) -> None:
    done = put(session, OWN)
    best = act.find("Дорна", None, session)
    assert best.meant is not None
    assert (best.meant.entry.id, best.meant.entry.precision_m) == (f"own:{done.id}", 150)


def test_what_was_retracted_or_has_no_point_is_no_place_to_read(session: Session) -> None:
    done = put(session, OWN)
    put(session, {"record": "place/1", "names": [{"full": "Dorna"}], "country": "UA"})
    assert found(session).count("own") == 1
    retract(session, done.id, "it was another place")
    assert "own" not in found(session)


def test_a_place_from_a_gazetteer_is_one_place_with_it(session: Session) -> None:
    put(session, {**OWN, "lat": "48.5", "lon": "37.25", "gazetteer": "geonames",
                  "gazetteer_id": "1"})  # fmt: skip
    candidates = act.gazetteer(session).candidates("Dorna")
    assert [each.entry.id for each in candidates].count("geonames:1") == 1
    assert candidates[0].layer == "own"


def test_reading_puts_a_text_where_the_case_says(session: Session, tmp_path: Path) -> None:
    put(session, OWN)
    report = tmp_path / "report.txt"
    report.write_text(TEXT, "utf-8")
    with opened(Chosen(), session) as extractor:
        reading = read_path(str(report), extractor, Stated()).outcome.reading
        assert act.namesakes(extractor, reading) == []
    [place] = [each for each in reading.suggestions if isinstance(each, contract.Place)]
    assert (place.lat, place.lon, place.precision_m) == (1.5, 2.25, 150)
    with opened(Chosen()) as extractor:
        reading = read_path(str(report), extractor, Stated()).outcome.reading
        [doubt] = act.namesakes(extractor, reading)
    assert (doubt.name, len(doubt.places)) == ("Dorna", 3)


def test_a_file_of_places_is_taken_line_by_line(session: Session) -> None:
    data = b"name,lat,lon,kind\nDorna,-0.0,48.12345678,village\nDorna,x,1,village\nHut,1,1,palace\n"
    delivery, taken, refused = act.import_own(session, data)
    assert (delivery.created, [each.line for each in refused]) == (1, [3, 4])
    session.catch_up()
    row = session.index.record(taken[0].id)
    assert row is not None and (row.body.lat, row.body.lon) == ("0", "48.1234568")
    with pytest.raises(InputError, match="bad-gazetteer"):
        act.import_own(session, b"\xff\xfe")


def test_what_is_built_already_shows_no_progress(cache: Path) -> None:
    told: list[int] = []

    @contextmanager
    def bar() -> Iterator[act.Progress]:
        yield lambda done, _all_of_it: told.append(done)

    assert act.find("Dorna", None, preparing=act.Preparing(bar)).places
    assert told == []


def test_places_of_a_compartment_are_found_by_members_and_never_read(session: Session) -> None:
    compartment.create(session, "K-7", [compartment.Person("O. Member", SECRET)], memory_kib=8)
    put(session, OWN, inside=True)
    layers = [each.candidate.layer for each in act.find("Dorna", None, session).places]
    assert layers[0] == "own"
    assert "own" not in found(session)  # what is read is stored outside


def test_whoever_waits_for_another_build_is_told(cache: Path, tmp_path: Path) -> None:
    packaged_path(cache).unlink()
    with FileLock(f"{packaged_path(cache)}.lock"):
        with pytest.raises(_Told):
            act.find("Dorna", None, preparing=act.Preparing(waiting=_tell))


class _Told(Exception):
    pass


def _tell() -> None:
    raise _Told


def test_what_a_killed_build_left_is_cleared_away(cache: Path, tmp_path: Path) -> None:
    left = cache / f"dump-UA-{FORMAT}.sqlite.abc.part"
    left.write_bytes(b"half")
    dump = tmp_path / "UA.txt"
    dump.write_text(DUMP, "utf-8")
    kept = act.import_dump(dump)
    assert kept.places == 1 and not left.exists()
