"""Which records may mean what a report says: offered with reasons, in an order, never linked."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.model.nouns import Assertion, Attribution, Group, Incident, Occurrence, Place
from probatum.model.record import Record
from probatum.model.values import NameForm, When
from probatum.record.likeness import Likenesses
from record.world import INCIDENT, World, ident

NEW = "new"


def offered(
    world: World, *proposed: str, of: str, shuffled: int | None = None, **beside: Any
) -> dict[str, tuple[str, ...]]:
    """Return references of what a proposed record may mean, with reasons, likeliest first."""
    likenesses = Likenesses(world.weighed(shuffled), map(ident, proposed), **beside)
    found = likenesses.of(ident(of))
    return {each.other.ref.removeprefix("EXR-"): each.reasons for each in found}


def named(world: World, name: str, full: str, **fields: Any) -> None:
    world.source(name, names=(NameForm(full=full),), **fields)


@pytest.mark.parametrize(
    ("known", "said", "reason"),
    [
        ("Anna Tal", "Anna Tal", "the same name"),
        ("The Ministry of the Sea", "Ministry of the Sea", "the same name"),
        ("Andriy Melnyk", "Андрій Мельник", "the same name in other letters"),
        ("Anna Tal", "Tal", "shares the name tal"),
        ("Anna Tal", "Ms Tal", "shares the name tal"),
        ("Anna Tal", "A. Tal", "the same surname, and an initial that fits"),
    ],
)
def test_names_of_one_person(known: str, said: str, reason: str) -> None:
    world = World()
    named(world, "known", known)
    named(world, NEW, said)
    assert reason in offered(world, NEW, of=NEW)["known"]


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ("Anna Tal", "Anna Oren"),
        ("Anna Tal", "O. Tal"),
        ("residents", "residents"),
        ("Talin Bay", "Anna Tal"),
    ],
)
def test_names_of_two(known: str, said: str) -> None:
    world = World()
    named(world, "known", known)
    named(world, NEW, said)
    assert offered(world, NEW, of=NEW) == {}


def test_another_kind_of_source_is_told_against_it() -> None:
    world = World()
    named(world, "known", "Norland", kind="organisation")
    named(world, NEW, "Norland", kind="person")
    assert any(each.startswith("against:") for each in offered(world, NEW, of=NEW)["known"])


def test_a_place_of_one_name_elsewhere_is_another_one() -> None:
    world = World()
    dorna: dict[str, Any] = {"names": (NameForm(full="Dorna"),), "precision_m": 5000}
    world.put("same", Place(lat="49.0", lon="36.0", **dorna))
    world.put("far", Place(lat="10.0", lon="3.0", **dorna))
    world.put(NEW, Place(lat="49.001", lon="36.001", **dorna))
    assert list(offered(world, NEW, of=NEW)) == ["same"]


def events() -> World:
    """Two shellings of Dorna on two days, and one of Orvel; a third report of the first one."""
    world = World()
    for place, lat in (("Dorna", "49.0"), ("Orvel", "44.0")):
        world.place(place, lat=lat, lon="36.0", precision_m=5000)
    said = (("first", "Dorna", "2031-05-06"), ("later", "Dorna", "2031-06-20"),
            ("elsewhere", "Orvel", "2031-05-06"), (NEW, "Dorna", "2031-05-06"))  # fmt: skip
    for name, place, day in said:
        world.put(name, Incident(title=f"Exercise: {name}", kind="shelling"))
        world.occurrence(f"{name}-what", incident=ident(name), place=ident(place),
                         when=When(edtf=day), kind="shelling",
                         text=f"Shelling of {place} by night, {day}")  # fmt: skip
        world.source(f"{name}-actor", names=(NameForm(full="Norland"),), kind="organisation")
        world.put(f"{name}-by", Attribution(actor=ident(f"{name}-actor"), incident=ident(name)))
    return world


PROPOSED = (NEW, f"{NEW}-what", f"{NEW}-actor", f"{NEW}-by")


def test_an_event_is_found_by_kind_place_and_day() -> None:
    found = offered(events(), *PROPOSED, of=NEW)
    assert next(iter(found)) == "first"
    assert {"both shelling", "the same place", "both 2031-05-06"} <= set(found["first"])
    for other in found.keys() - {"first"}:
        assert any(each.startswith("against:") for each in found[other])


def test_a_denial_finds_the_attribution_to_the_same_party_of_the_same_event() -> None:
    found = offered(events(), *PROPOSED, of=f"{NEW}-by")
    assert next(iter(found)) == "first-by"
    assert "of what may be the same incident" in found["first-by"]


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_the_case_does_not_matter(seed: int) -> None:
    world = events()
    for each in PROPOSED:
        assert list(offered(world, *PROPOSED, of=each, shuffled=seed).items()) == list(
            offered(world, *PROPOSED, of=each).items()
        )


def test_what_is_proposed_beside_it_is_no_candidate() -> None:
    world = World()
    named(world, NEW, "Anna Tal")
    named(world, "beside", "Anna Tal")
    assert offered(world, NEW, "beside", of=NEW) == {}
    assert offered(world, NEW, of="nothing") == {}


def test_who_acts_here_may_be_a_source_of_the_case() -> None:
    world = World()
    named(world, "known", "Dorna Guard", kind="organisation")
    world.put(NEW, Group(kind="organisation", names=(NameForm(full="The Dorna Guard"),)))
    assert "recorded as a source" in offered(world, NEW, of=NEW)["known"]


def denial_of(claim: Record) -> World:
    """The Harbour Guard denies that it fired; an earlier report has a claim."""
    world = World()
    named(world, "guard", "Harbour Guard")
    world.put("claim", claim)
    world.put(NEW, Occurrence(text="it had fired at the ferry"))
    world.put("denial", Assertion(about=ident(NEW), stance="denies", speaker=ident("guard")))
    return world


def test_a_denial_finds_the_claim_that_accuses_who_denies_whatever_noun_it_has() -> None:
    world = denial_of(
        Attribution(actor=ident("guard"), incident=ident(INCIDENT), text="the guard did it")
    )
    found = offered(world, NEW, "denial", of=NEW)
    assert "who is accused of it denies this" in found["claim"]


def test_words_that_name_who_denies_are_too_little_by_themselves() -> None:
    world = denial_of(Occurrence(text="men of the Harbour Guard took six people"))
    assert "claim" not in offered(world, NEW, "denial", of=NEW)


def test_what_nobody_denies_is_compared_with_its_own_noun_alone() -> None:
    world = World()
    named(world, "guard", "Harbour Guard")
    world.put(
        "claim",
        Attribution(actor=ident("guard"), incident=ident(INCIDENT), text="the guard did it"),
    )
    world.put(NEW, Occurrence(text="it had fired at the ferry"))
    assert offered(world, NEW, of=NEW) == {}


def test_a_party_that_only_acted_there_and_speaks_here_is_one_party() -> None:
    world = World()
    world.put("guard", Group(kind="organisation", names=(NameForm(full="Tarn Guard"),)))
    world.put(
        "claim", Attribution(actor=ident("guard"), incident=ident(INCIDENT), text="the guard did")
    )
    named(world, "spoke", "Tarn Guard")
    world.put(NEW, Attribution(actor=ident("spoke"), incident=ident(INCIDENT), text="we did not"))
    world.put("denial", Assertion(about=ident(NEW), stance="denies", speaker=ident("spoke")))
    assert "denied here" in offered(world, NEW, "spoke", "denial", of=NEW)["claim"]
