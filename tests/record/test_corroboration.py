"""How many distinct origins: each rule of it, and what only looks like it."""

from __future__ import annotations

import pytest

from probatum.exercise.village import reprints as village_reprints
from probatum.model.nouns import Assessment, Link, Occurrence, Source, Statement
from probatum.model.values import NameForm, When
from record.world import World, ident

NEWS = (
    "At least twenty residents were killed in the last week before the soldiers left the village, "
    "the clerk of its council told the agency on Friday. He has kept the books of the council for "
    "eleven years and has written down every name that a family told him since he came back."
)
OTHER = (
    "The office said that its staff had reached the place by boat and that it would publish a "
    "bulletin each day at noon until everybody who could be asked has been asked about the weir."
)


@pytest.fixture
def world() -> World:
    world = World()
    world.occurrence("raid")
    for name in ("clerk", "nurse", "agency", "paper", "post"):
        world.source(name)
    return world


def test_two_speakers_are_two_origins(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "raid", "nurse")
    assert world.origins("raid") == (2, 2)
    assert world.support("raid").words.startswith("2 distinct origins recorded; whether")


def test_one_speaker_through_two_papers_is_one_origin(world: World) -> None:
    world.says("a", "raid", "clerk", via=["agency", "paper"])
    world.says("b", "raid", "clerk", via=["agency", "post"])
    [group] = world.support("raid").origins.groups
    assert group.why == ("one speaker",)


def test_without_a_speaker_the_farthest_known_link_is_the_origin(world: World) -> None:
    world.says("a", "raid", via=["agency", "paper"])
    world.says("b", "raid", via=[None, "agency", "post"])
    assert world.origins("raid") == (1, 1)


def test_a_claim_of_nobody_known_may_be_anybodys(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "raid", via=[None])
    assert world.origins("raid") == (1, 2)


def test_an_undecided_identity_widens_the_range(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "raid", "nurse")
    world.same("clerk", "nurse", "undecided")
    assert world.origins("raid") == (1, 2)
    assert world.support("raid").words.startswith("1-2 distinct origins recorded")


def test_a_decided_identity_makes_one_and_a_contested_one_widens(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "raid", "nurse")
    world.same("clerk", "nurse", "yes")
    assert world.origins("raid") == (1, 1)
    world.same("clerk", "nurse", "no")
    assert world.origins("raid") == (1, 2)


def test_what_is_heard_from_others_joins_one_origin_at_most(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "raid", "nurse")
    world.says("c", "raid", "agency", basis="was_told")
    assert world.origins("raid") == (2, 3)


@pytest.mark.parametrize(
    ("stance", "counts"),
    [("asserts", 1), ("reports", 1), ("acknowledges", 1), ("claims_responsibility", 1),
     ("estimates", 1), ("condemns", 0), ("calls_for", 0), ("commits_to", 0), ("denies", 0),
     ("disputes", 0), ("declines_to_comment", 0), ("retracts", 0)],
)  # fmt: skip
def test_only_some_stances_support(world: World, stance: str, counts: int) -> None:
    world.says("a", "raid", "clerk", stance)
    assert world.origins("raid") == (counts, counts)


def test_an_assertion_about_an_assertion_is_a_relay_and_no_support(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "a", "paper", "reports")
    world.says("c", "b", "post", "reports")
    found = world.support("raid")
    assert (found.origins.high, [each.ref for each in found.relays]) == (1, ["EXR-b", "EXR-c"])


def test_twenty_reprints_of_one_report_are_one_origin(world: World) -> None:
    pages = list(village_reprints(20))
    assert len(pages) == 20
    for number, (_, page) in enumerate(pages):
        world.source(f"paper{number}", kind="publication")
        world.texts[f"item{number}"] = page.decode()
        world.says(f"a{number}", "raid", via=[f"paper{number}"], item=f"item{number}")
    assert world.origins("raid") == (1, 1)
    [group] = world.support("raid").origins.groups
    assert "the texts of their items are nearly the same" in group.why


def test_two_articles_by_different_hands_stay_two(world: World) -> None:
    world.texts |= {"one": NEWS, "two": OTHER}
    world.says("a", "raid", via=["paper"], item="one", voice="own")
    world.says("b", "raid", via=["post"], item="two", voice="own")
    assert world.origins("raid") == (2, 2)


def test_two_known_speakers_in_one_article_stay_two(world: World) -> None:
    world.texts["one"] = NEWS
    world.says("a", "raid", "clerk", item="one")
    world.says("b", "raid", "nurse", item="one")
    assert world.origins("raid") == (2, 2)


def test_a_reprint_without_a_speaker_adds_nothing_and_joins_no_two_speakers(world: World) -> None:
    world.texts |= {"wire": NEWS, "copy": NEWS + " Letters to the editor are welcome."}
    world.says("a", "raid", "clerk", item="wire")
    world.says("b", "raid", "nurse", item="wire")
    world.says("c", "raid", via=["paper"], item="copy")
    assert world.origins("raid")[1] == 2


def test_a_linked_reprint_needs_no_text(world: World) -> None:
    world.says("a", "raid", via=["paper"], item="one")
    world.says("b", "raid", via=["post"], item="two")
    assert world.origins("raid")[1] == 2
    world.put("link", Link(item=ident("two"), relation="reprint_of", of=ident("one")))
    assert world.origins("raid") == (1, 1)


def test_the_same_words_of_two_speakers_are_one_origin_but_not_a_phrase(world: World) -> None:
    words = "No civilian was killed in the village while our units were there"
    world.says("a", "raid", "clerk", quote=words)
    world.says("b", "raid", "nurse", quote=words + ".")
    assert world.origins("raid") == (1, 1)
    other = World()
    other.occurrence("raid")
    other.source("clerk")
    other.source("nurse")
    other.says("a", "raid", "clerk", quote="Shots were heard")
    other.says("b", "raid", "nurse", quote="Shots were heard")
    assert other.origins("raid") == (2, 2)


def test_independent_are_only_those_that_somebody_assessed(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "raid", "nurse")
    assert world.support("raid").independent is None
    judged = Assessment(target=ident("a"), dimension="independence", value="independent",
                        reasons="They never met.", independent_of=(ident("b"),))  # fmt: skip
    world.put("judged", judged)
    found = world.support("raid")
    assert (found.independent, found.independence[0].judged.ref) == (2, "EXR-judged")
    review = Assessment(target=ident("judged"), dimension="independence", value="no",
                        reasons="They did.", reviews=ident("judged"), agrees=False)  # fmt: skip
    world.put("review", review)
    assert world.support("raid").independent is None


def test_judged_not_independent_is_one_origin(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "raid", "nurse")
    world.put("judged", Assessment(target=ident("a"), dimension="independence",
                                   value="not-independent", reasons="One told the other.",
                                   independent_of=(ident("b"),)))  # fmt: skip
    assert world.origins("raid") == (1, 1)


def test_corroborated_deaths_do_not_corroborate_the_attribution(world: World) -> None:
    world.by("army", "agency", act="raid")
    world.says("a", "raid", "clerk")
    world.says("b", "raid", "nurse")
    world.says("c", "army", "clerk")
    found = world.support("raid")
    assert found.origins.high == 2
    assert [(known.ref, origins.high) for known, origins in found.beside] == [("EXR-army", 1)]


def test_a_proposition_recorded_twice_is_supported_once(world: World) -> None:
    world.figure("ten", 10)
    world.put("again", world.known[-1].record)
    world.says("a", "ten", "clerk")
    world.says("b", "again", "nurse")
    assert world.origins("ten") == (2, 2)
    assert [each.ref for each in world.support("ten").also] == ["EXR-again"]


def test_other_words_are_another_occurrence(world: World) -> None:
    world.put("fire", Occurrence(text="A fire", incident=ident("incident")))
    assert world.support("raid").also == ()


def test_what_was_withdrawn_supports_no_more(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "a", "clerk", "retracts")
    found = world.support("raid")
    assert (found.origins.high, [gone.what.ref for gone in found.withdrawn]) == (0, ["EXR-a"])


def test_somebody_else_cannot_withdraw_it(world: World) -> None:
    world.says("a", "raid", "clerk")
    world.says("b", "a", "nurse", "retracts")
    assert world.origins("raid") == (1, 1)


def test_a_retracted_record_counts_no_more_and_stays_on_the_board(world: World) -> None:
    world.put("a", world.known[0].record, retracted=True)
    world.says("gone", "raid", "clerk")
    known = world.known.pop()
    world.put("gone", known.record, retracted=True)
    assert world.origins("raid") == (0, 0)
    assert world.board().find(ident("gone")) is not None


def test_an_account_is_its_owner_and_a_statement_its_giver(world: World) -> None:
    world.put("account", Source(kind="account", names=(NameForm(full="@clerk"),),
                                publisher=ident("clerk")))  # fmt: skip
    world.put("statement", Statement(source=ident("clerk"), taken_by=("B. Bee",),
                                     taken=When(edtf="2026-01-01")))  # fmt: skip
    world.says("a", "raid", "account")
    world.says("b", "raid", statement=ident("statement"))
    world.says("c", "raid", "clerk")
    assert world.origins("raid") == (1, 1)


def test_nobody_is_none_and_not_an_error(world: World) -> None:
    assert world.support("raid").words == "no origin recorded"
