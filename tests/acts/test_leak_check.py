"""A package in which a protected person could be recognised is stopped until somebody decides."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from offices import Office
from probatum.acts.disclose_items import (
    Decisions,
    Disclosed,
    Protection,
    disclose,
    parse_approval,
    parse_resolution,
)
from probatum.acts.leak_check import UNDECIDED
from probatum.acts.leak_hits import read_decisions, write_hits
from probatum.acts.note_item import note
from probatum.acts.put_record import put
from probatum.acts.verify_package import verify
from probatum.errors import InputError, UseError
from probatum.model.kinds import LeakChecked
from probatum.model.nouns import Person, Place, SameAs, Source
from probatum.model.values import Contact, NameForm

NAMES = (
    NameForm(given="Олена", father="Іванівна", family="Прикладенко"),
    NameForm(full="Сорока", alias=True),
)
CONTACTS = (
    Contact(kind="telephone", value="+380 50 000 11 22"),
    Contact(kind="address", value="вул. Млинова, 12"),
    Contact(kind="account", value="@soroka_p"),
)
APPROVED = parse_approval("B. Reviewer:looked at it frame by frame")


class World:
    """A case with a protected source whose home is known, and two items to give away."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = Office(folder, "sender")

    def take_in(self, **files: bytes) -> list[str]:
        self.office.write(**files)
        return self.office.take_in()

    def protect(self) -> str:
        with self.office.open() as session:
            home = put(session, Place(lat="49.98", lon="36.2525", precision_m=20))
            source = Source(
                kind="person", protected=True, names=NAMES, contacts=CONTACTS, homes=(home.id,)
            )
            return put(session, source).ref

    def give(self, decisions: Decisions = UNDECIDED, **more: object) -> Disclosed:
        target = self.folder / f"{len(list(self.folder.iterdir()))}.zip"
        with self.office.open() as session:
            return disclose(
                session, **{"to": "Invented Court", "purpose": "trial", "items": None,
                            "target": target, "protection": Protection(plain=True),
                            "decisions": decisions, **more},
            )  # fmt: skip

    def refusal(self, decisions: Decisions = UNDECIDED, **more: object) -> InputError:
        before = sorted(self.folder.iterdir())
        with pytest.raises(InputError) as caught:
            self.give(decisions, **more)
        assert sorted(self.folder.iterdir()) == before, "a package was written all the same"
        assert "Прикладенко" not in str(caught.value) and "rykladenko" not in str(caught.value)
        return caught.value

    def decided(self) -> list[LeakChecked]:
        with self.office.open() as session:
            rows = session.index.all_of(LeakChecked.kind)
            found = [session.entry(row.index)[1] for row in rows]
        return [entry for entry in found if isinstance(entry, LeakChecked)]


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Taken from Olena Prykladenko at noon.", "name"),
        ("Розповідь Олени.", "part of name"),
        ("Сорокою її звали", "name"),
        ("call 050-000-1122", "telephone"),
        ("Mlynova St. 12", "address"),
        ("49°58'48\"N 36°15'09\"E", "coordinates"),
        ("https://social.example/soroka_p", "identifier"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_an_original_that_leads_to_a_protected_person_stops_the_package(
    world: World, text: str, kind: str, encoding: str
) -> None:
    [ref] = world.take_in(statement__txt=text.encode(encoding, "replace"))
    person = world.protect()
    refusal = world.refusal()
    assert refusal.code == "leak"
    assert f"{kind} of {person} in original {ref}" in refusal.item
    assert text not in str(refusal)


def test_a_note_a_file_name_and_the_words_of_the_command_are_searched(world: World) -> None:
    [ref] = world.take_in(olena_prykladenko__txt=b"nothing")
    world.protect()
    assert "field file_name of entry" in world.refusal().item
    with world.office.open() as session:
        note(session, ref, "Олена Прикладенко has confirmed it")
    assert "field text of entry" in world.refusal().item
    assert "in purpose" in world.refusal(purpose="protect Olena Prykladenko").item
    assert "in to" in world.refusal(to="Friends of Olena Prykladenko").item


def test_protected_persons_and_places_count_like_sources(world: World) -> None:
    world.take_in(a__txt="Олена Прикладенко, 48.5001, 35.1002".encode())
    with world.office.open() as session:
        put(session, Person(names=NAMES, protected=True))
        put(session, Place(lat="48.5", lon="35.1", precision_m=50, protected=True))
    item = world.refusal().item
    assert "name of" in item and "coordinates of" in item


@pytest.mark.parametrize("how", ["judged the same", "source of the person"])
def test_another_record_of_the_same_person_counts_with_its_names(world: World, how: str) -> None:
    [ref] = world.take_in(note__txt=b"they call him Voronets there")
    other = NameForm(full="Voronets", alias=True)
    with world.office.open() as session:
        person = put(session, Person(names=NAMES, protected=True))
        if how == "judged the same":
            one = put(session, Person(names=(other,))).id
            put(session, SameAs(between=(person.id, one), answer="yes", reasons="exercise"))
        else:
            put(session, Source(kind="person", names=(other,), person=person.id))
    assert f"name of {person.ref} in original {ref}" in world.refusal().item


@pytest.mark.parametrize(("kind", "stops"), [("building", True), ("village", False)])
def test_the_name_of_a_house_where_they_live_counts(world: World, kind: str, stops: int) -> None:
    [ref] = world.take_in(note__txt=b"We met at Kenar Lodge.")
    with world.office.open() as session:
        home = put(session, Place(kind=kind, names=(NameForm(full="Kenar Lodge"),)))
        person = put(session, Person(names=NAMES, protected=True, homes=(home.id,)))
    if stops:
        assert f"of {person.ref} in original {ref}" in world.refusal().item
    else:
        assert world.give().originals == 1


def test_where_nobody_is_protected_nothing_is_asked(world: World) -> None:
    world.take_in(film__bin=bytes(range(256)) * 9, a__txt="Олена Прикладенко".encode())
    given = world.give()
    assert given.not_checked == () and world.decided() == []


def test_a_resolved_hit_leaves_and_its_reason_is_recorded(world: World) -> None:
    world.take_in(a__txt=b"Olena Prykladenko, the minister")
    person = world.protect()
    names = [each.split(":")[0] for each in world.refusal().item.split("; ")]
    why = "the minister of that name, not the witness"
    some = Decisions([parse_resolution(f"{name}={why}") for name in names[:1]])
    if len(names) > 1:
        assert world.refusal(some).code == "leak"
    given = world.give(Decisions([parse_resolution(f"{name}={why}") for name in names]))
    assert verify(given.path, key=given.vkey).result == "verified"
    [entry] = world.decided()
    assert len(entry.resolved) == len(names) and all(why in each for each in entry.resolved)
    assert person in entry.resolved[0] and entry.approver is None
    assert "Prykladenko" not in "".join(entry.resolved)
    with zipfile.ZipFile(given.path) as file:
        members = b"".join(file.read(name) for name in file.namelist() if "verify" not in name)
    assert b"minister of that name" not in members and person.encode() not in members


def test_all_hits_of_one_kind_of_a_person_may_be_resolved_at_once(world: World) -> None:
    world.take_in(a__txt="Олена".encode(), b__txt="Олени".encode())
    person = world.protect()
    [group] = {each["group"] for each in world.refusal().details}
    assert f"{group}: all 2 of part of name of {person}" in world.refusal().item
    assert world.give(Decisions([parse_resolution(f"{group}=two other Olenas")])).originals == 2


def test_a_decision_about_all_covers_none_that_is_found_later(world: World) -> None:
    [first, _] = world.take_in(a__txt="Олена".encode(), b__txt="Олени".encode())
    person = world.protect()
    group = world.refusal().details[0]["group"]
    everybody = Decisions([parse_resolution(f"{group}=two other Olenas")])
    with world.office.open() as session:
        note(session, first, "Олена, she told us")
    with pytest.raises(UseError, match="what is found has changed"):
        world.give(everybody)
    with pytest.raises(UseError, match="what is found has changed"):
        world.give(Decisions([parse_resolution(f"{person}:part-of-name=all of them")]))


def test_each_hit_has_its_own_reason_beside_that_of_all(world: World) -> None:
    world.take_in(a__txt="Олена".encode(), b__txt="Олени".encode(), c__txt="Олену".encode())
    world.protect()
    found = world.refusal().details
    own = parse_resolution(f"{found[1]['hit']}=a street of that name")
    every = parse_resolution(f"{found[1]['group']}=other Olenas")
    world.give(Decisions([own, every]))
    [entry] = world.decided()
    why = [each.rpartition(": ")[2] for each in entry.resolved]
    assert sorted(why) == ["a street of that name", "other Olenas", "other Olenas"]
    assert found[1]["where"] in next(each for each in entry.resolved if "street" in each)


def test_all_hits_are_in_a_table_that_is_filled_in_and_given_back(world: World) -> None:
    world.take_in(**{f"n{number}__txt": f"Олена {number}".encode() for number in range(23)})
    world.protect()
    refusal = world.refusal()
    assert refusal.item.count("L-") == 20 and "and 3 more" in refusal.item
    assert len(refusal.details) == 23
    path = world.folder / "hits.csv"
    write_hits(path, refusal)
    assert "Олен" not in path.read_text("utf-8")
    assert read_decisions(path) == []
    lines = path.read_text("utf-8").splitlines()
    path.write_text("\ufeff" + lines[0] + "\n" + "".join(
        f'{line}"another one, ""of the ferry"""\n' for line in lines[1:]), "utf-8")  # fmt: skip
    decided = read_decisions(path)
    assert {each.reason for each in decided} == {'another one, "of the ferry"'}
    assert world.give(Decisions(decided)).originals == 23


def test_a_file_that_is_no_table_of_hits_is_refused(world: World) -> None:
    for name, text in (
        ("no.csv", "hit;reason\nL-1;why\n"),
        ("bytes.csv", "hit,reason\nL-1,\udcff"),
    ):
        path = world.folder / name
        path.write_text(text, "utf-8", "surrogateescape")
        with pytest.raises(UseError, match="columns hit and reason"):
            read_decisions(path)
    with pytest.raises(UseError, match="columns hit and reason"):
        read_decisions(world.folder / "none.csv")


def test_a_decision_about_no_hit_is_refused(world: World) -> None:
    world.take_in(a__txt=b"nothing")
    world.protect()
    with pytest.raises(UseError, match="a hit that was found"):
        world.give(Decisions([parse_resolution("L-00000000=a slip")]))


def test_more_finds_in_the_same_place_are_another_hit(world: World) -> None:
    [ref] = world.take_in(a__txt=b"nothing")
    world.protect()
    with world.office.open() as session:
        note(session, ref, "Олена")
    one = world.refusal().item.split(":")[0]
    with world.office.open() as session:
        note(session, ref, "Олена і Олена")
    assert world.refusal(Decisions([parse_resolution(f"{one}=another Olena")])).code == "leak"


def test_what_cannot_be_searched_needs_somebody_by_name(world: World) -> None:
    [ref] = world.take_in(film__bin=bytes(range(256)) * 9)
    world.protect()
    refusal = world.refusal()
    assert refusal.code == "not-checked" and f"original {ref}: the format" in refusal.item
    given = world.give(Decisions((), APPROVED))
    assert len(given.not_checked) == 1
    [entry] = world.decided()
    assert entry.approver == "B. Reviewer" and entry.reason == "looked at it frame by frame"
    assert entry.not_checked == list(given.not_checked)
    assert verify(given.path, key=given.vkey).result == "verified"


def test_entries_alone_need_no_approval_for_files_that_stay(world: World) -> None:
    world.take_in(film__bin=bytes(range(256)) * 9)
    world.protect()
    assert world.give(with_originals=False).originals == 0


def test_the_words_are_shown_only_if_asked_for(world: World) -> None:
    world.take_in(a__txt=b"by Olena Prykladenko")
    world.protect()
    with pytest.raises(InputError, match="Olena Prykladenko"):
        world.give(Decisions(show=True))


def test_protection_that_was_lifted_is_over_and_old_names_count(world: World) -> None:
    world.take_in(a__txt=b"Olena Prykladenko")
    person = world.protect()
    renamed = Source(kind="person", protected=True, names=(NameForm(full="Марта Небувала"),))
    with world.office.open() as session:
        put(session, renamed, id=person, why="a new name")
    assert world.refusal().code == "leak"
    open_now = Source(kind="person", names=renamed.names)
    with world.office.open() as session:
        put(session, open_now, id=person, why="no longer at risk")
    assert world.give().originals == 1


@pytest.mark.parametrize("text", ["", "HIT", "=why", "HIT=", " = "])
def test_a_resolution_has_a_hit_and_a_reason(text: str) -> None:
    with pytest.raises(UseError, match="HIT=REASON"):
        parse_resolution(text)


@pytest.mark.parametrize("text", ["", "B. Reviewer", ":why", "B. Reviewer:"])
def test_an_approval_has_a_name_and_a_reason(text: str) -> None:
    with pytest.raises(UseError, match="NAME:REASON"):
        parse_approval(text)
