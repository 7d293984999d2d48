"""A denial in one report finds what it denies in another one, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from probatum.model.nouns import (
    Act,
    Attribution,
    Figure,
    Incident,
    Intent,
    Measure,
    Occurrence,
    Opinion,
    Person,
)
from probatum.model.values import NameForm, When
from record.test_likeness import named, offered
from record.world import World, ident

# Two ferries were hit, a year apart. The Harbour Guard is accused of both.
EVENTS = (("first", "2031-05-06"), ("other", "2032-05-06"))


def accused(*events: tuple[str, str]) -> World:
    """The case: what the council says of each event, and what a woman saw."""
    world = World()
    world.place("Dorna", lat="49.0", lon="36.0", precision_m=5000)
    named(world, "council", "Dorna Council", kind="organisation")
    named(world, "guard", "Harbour Guard", kind="organisation")
    named(world, "witness", "Ola Brin")
    for name, day in events or EVENTS:
        world.put(name, Incident(title=f"Hit, Dorna, {day}", kind="shelling"))
        what: dict[str, Any] = {"incident": ident(name), "kind": "shelling"}
        world.put(
            f"{name}-hit",
            Occurrence(text="Rockets hit the ferry", place=ident("Dorna"), when=When(edtf=day),
                       **what),
        )  # fmt: skip
        world.put(f"{name}-seen", Occurrence(text="there were bicycles on the deck", **what))
        world.put(
            f"{name}-by",
            Attribution(actor=ident("guard"), incident=ident(name), text="the Guard fired"),
        )
        world.figure(f"{name}-dead", 16, incident=ident(name))
        for part, speaker in (("hit", "council"), ("seen", "witness"), ("by", "council"),
                              ("dead", "council")):  # fmt: skip
            world.says(f"{name}-{part}-said", f"{name}-{part}", speaker)
    return world


def denies(world: World, record: object, aspect: str, speaker: str = "Harbour Guard") -> list[str]:
    """Add a later report in which somebody denies something; return what it may deny."""
    kind = "person" if speaker == "Anton Gar" else "organisation"
    named(world, "new-speaker", speaker, kind=kind)
    world.put("new", record)  # type: ignore[arg-type]
    world.says("new-denial", "new", "new-speaker", "denies", denies=aspect)
    proposed = ("new", "new-denial", "new-speaker", "new-event", "new-place", "new-guard")
    found = offered(world, *proposed, of="new")
    assert all("denied here" in reasons for reasons in found.values())
    return list(found)


def event(world: World, day: str = "2031-05-06") -> str:
    world.put("new-event", Incident(title="Fired, Dorna", kind="shelling"))
    world.place("new-place", lat="49.0", lon="36.0", precision_m=5000)
    world.put(
        "new-where",
        Occurrence(text="a ferry", incident=ident("new-event"), place=ident("new-place"),
                   when=When(edtf=day)),
    )  # fmt: skip
    return ident("new-event")


def test_who_is_accused_denies_having_done_it() -> None:
    world = accused()
    new = Attribution(actor=ident("new-speaker"), incident=event(world), text="it had fired")
    found = denies(world, new, "attribution")
    assert found[0] == "first-by"
    assert not [each for each in found if each.startswith("other")]


def test_it_is_found_in_another_noun_and_by_half_a_name() -> None:
    world = accused(EVENTS[0])
    world.put("plan", Intent(kind="planned", text="the guard of planned killing",
                             incident=ident("first")))  # fmt: skip
    world.says("plan-said", "plan", "council")
    new = Attribution(actor=ident("new-speaker"), incident=event(world), text="any involvement")
    assert "plan" in denies(world, new, "attribution")


def test_that_it_happened_is_denied_and_what_was_seen_there_is_not() -> None:
    world = accused(EVENTS[0])
    new = Occurrence(text="a ferry was hit", incident=event(world), kind="shelling")
    found = denies(world, new, "occurrence")
    assert found[0] == "first-hit"
    assert "first-seen" not in found


def test_a_denial_of_how_many_finds_the_numbers_alone() -> None:
    world = accused(EVENTS[0])
    new = Occurrence(text="the toll given by the council", incident=event(world))
    assert denies(world, new, "scale") == ["first-dead"]


def test_a_denied_number_finds_that_number_and_another_number_is_a_claim_of_its_own() -> None:
    world = accused(EVENTS[0])
    number = Figure(measure="killed", low=16, high=16, bound="exact", incident=event(world))
    assert denies(world, number, "scale") == ["first-dead"]
    world = accused(EVENTS[0])
    number = Figure(measure="killed", high=8, bound="up_to", incident=event(world))
    assert denies(world, number, "scale") == []


def test_the_words_of_somebody_are_denied() -> None:
    world = accused(EVENTS[0])
    new = Attribution(actor=ident("new-speaker"), incident=event(world),
                      text="the Dorna Council has been misinformed")  # fmt: skip
    found = denies(world, new, "attribution", "Norland")
    assert {"first-by", "first-hit"} <= set(found)
    assert "first-seen" not in found


def test_a_spokesman_denies_for_the_party_that_the_report_names() -> None:
    world = accused(EVENTS[0])
    named(world, "new-guard", "Harbour Guard", kind="organisation")
    new = Attribution(actor=ident("new-speaker"), incident=event(world), text="we own no rockets")
    assert denies(world, new, "attribution", "Anton Gar")[0] == "first-by"


def test_an_office_denies_for_the_party_it_is_called_after() -> None:
    world = accused(EVENTS[0])
    new = Attribution(actor=ident("new-speaker"), incident=event(world), text="any part in it")
    found = denies(world, new, "attribution", "Harbour Guard Press Office")
    assert found == ["first-by"]


def test_without_an_event_it_is_found_only_if_one_is_meant_for_certain() -> None:
    new = Occurrence(text="it had done so")
    assert denies(accused(EVENTS[0]), new, "attribution")[0] == "first-by"
    assert denies(accused(), new, "attribution") == []


@pytest.mark.parametrize("speaker", ["Norland", "Shore Guard"])
def test_another_party_denies_nothing_of_it(speaker: str) -> None:
    world = accused(EVENTS[0])
    new = Attribution(actor=ident("new-speaker"), incident=event(world), text="it had fired")
    assert denies(world, new, "attribution", speaker) == []


def test_another_event_is_not_denied() -> None:
    world = accused()
    new = Attribution(actor=ident("new-speaker"), incident=event(world, "2033-01-01"), text="it")
    assert denies(world, new, "attribution") == []


@pytest.mark.parametrize(
    "record", [Opinion(text="rockets hit the ferry"), Measure(stage="taken", text="the ferry hit")]
)
def test_what_is_felt_or_asked_for_denies_nothing(record: object) -> None:
    assert denies(accused(EVENTS[0]), record, "occurrence") == []


def both_sides(world: World, record: object) -> dict[str, tuple[str, ...]]:
    """Add a later report in which a witness claims something and the guard denies it."""
    named(world, "new-speaker", "Harbour Guard", kind="organisation")
    world.put("new", record)  # type: ignore[arg-type]
    world.says("new-claim", "new", "witness")
    world.says("new-denial", "new", "new-speaker", "denies", denies="attribution")
    proposed = ("new", "new-denial", "new-claim", "new-speaker", "new-event", "new-place")
    return offered(world, *proposed, of="new")


def test_what_a_report_has_both_sides_of_is_found_where_another_one_claims_it() -> None:
    world = accused(EVENTS[0])
    new = Attribution(actor=ident("new-speaker"), incident=event(world), text="it had fired")
    assert "denied here" in both_sides(world, new)["first-by"]


def test_what_a_report_has_both_sides_of_is_no_other_claim_about_the_event() -> None:
    world = accused(EVENTS[0])
    new = Occurrence(text="a crane fell on it", incident=event(world))
    assert "first-by" not in both_sides(world, new)


def test_a_word_that_only_one_claim_has_tells_which_one_is_denied() -> None:
    world = accused(EVENTS[0])
    world.put("listed", Intent(kind="planned", text="They had a list", incident=ident("first")))
    world.says("listed-said", "listed", "witness")
    new = Occurrence(text="There was no such list in the hands of anybody", incident=event(world))
    assert denies(world, new, "occurrence", "Norland") == ["listed"]


@pytest.mark.parametrize(("stance", "may"), [("asserts", False), ("acknowledges", True)])
def test_nobody_denies_what_they_say_but_perhaps_what_they_admitted(
    stance: str,
    may: bool,
) -> None:
    world = accused(EVENTS[0])
    world.put("own", Occurrence(text="the Harbour Guard was there", incident=ident("first")))
    world.says("own-said", "own", "guard", stance)
    new = Attribution(actor=ident("new-speaker"), incident=event(world), text="it had fired")
    assert ("own" in denies(world, new, "attribution")) is may


def test_reports_may_be_read_the_other_way_round() -> None:
    world = World()
    world.put("event", Incident(title="Hit, Dorna", kind="shelling"))
    named(world, "guard", "Harbour Guard", kind="organisation")
    world.put("denied", Attribution(actor=ident("guard"), incident=ident("event"), text="we did"))
    world.says("denial", "denied", "guard", "denies", denies="attribution")
    world.put("new", Occurrence(text="the Harbour Guard fired", incident=ident("event")))
    world.says("new-said", "new", None)
    assert "denied there" in offered(world, "new", "new-said", of="new")["denied"]


def test_the_first_name_in_a_denial_may_be_the_victim() -> None:
    world = accused(EVENTS[0])
    world.put("new-guard", Person(names=(NameForm(full="Ola Brin"),)))
    new = Attribution(actor=ident("new-guard"), incident=event(world), text="killing Ola Brin")
    assert denies(world, new, "attribution")[0] == "first-by"


def rammed(actor: str) -> World:
    """A case in which all that is said is who sank a boat."""
    world = World()
    world.place("Dorna", lat="49.0", lon="36.0", precision_m=5000)
    named(world, "council", "Dorna Council", kind="organisation")
    named(world, "rammer", actor, kind="organisation")
    world.put("first", Incident(title="Hit, Dorna, 2031-05-06", kind="shelling"))
    world.put("seen", Act(kind="shelling", text="a light at sea", incident=ident("first"),
                          place=ident("Dorna"), when=When(edtf="2031-05-06")))  # fmt: skip
    world.put("by", Attribution(actor=ident("rammer"), incident=ident("first"),
                                text=f"{actor} struck the boat twice"))  # fmt: skip
    world.says("by-said", "by", "council")
    return world


def test_a_body_denies_for_what_is_called_after_it() -> None:
    world = rammed("a coastguard cutter")
    new = Attribution(actor=ident("new-speaker"), incident=event(world), text="it had rammed it")
    assert denies(world, new, "attribution", "the coastguard") == ["by"]


def test_that_it_happened_is_denied_with_who_did_it_where_nobody_says_it_more_plainly() -> None:
    world = rammed("Lake Brigade")
    new = Occurrence(text="nobody was hit", incident=event(world), kind="shelling")
    assert "by" in denies(world, new, "occurrence", "Norland")


def test_whoever_denies_may_belong_to_a_nameless_one_who_alone_is_accused() -> None:
    world = accused(EVENTS[0])
    named(world, "caller", "a man", kind="group")
    world.put("first-by", Attribution(actor=ident("caller"), incident=ident("first"), text="it"))
    new = Attribution(actor=ident("new-speaker"), incident=event(world), text="any part in it")
    assert "first-by" in denies(world, new, "attribution", "Salt Militia")


def test_whoever_denies_is_not_a_nameless_one_if_others_are_accused_as_well() -> None:
    world = accused(EVENTS[0])
    named(world, "caller", "a man", kind="group")
    world.put("first-call", Attribution(actor=ident("caller"), incident=ident("first"), text="it"))
    world.says("first-call-said", "first-call", "council")
    new = Attribution(actor=ident("new-speaker"), incident=event(world), text="any part in it")
    assert "first-call" not in denies(world, new, "attribution", "Salt Militia")


def test_a_denial_all_of_whose_words_return_is_of_what_has_them() -> None:
    world = accused(EVENTS[0])
    new = Occurrence(text="there were no bicycles", incident=event(world))
    assert "first-seen" in denies(world, new, "other")
