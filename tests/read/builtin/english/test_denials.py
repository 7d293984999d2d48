from __future__ import annotations

from read.builtin.english.whole import assertions, contradictions, entities, incidents, read, said


def test_a_denial_names_the_accusation_that_it_denies() -> None:
    text = (
        "Mayor Anna Tal accused the Army of the Estuary of shelling Dorna. "
        "The group denied responsibility."
    )
    reading = read(text)
    accusation, denial = said(reading, "of shelling"), said(reading, "responsibility")
    assert denial.stance == "denies"
    assert denial.denies == "attribution"
    assert accusation.id in denial.about
    assert [(each.between, each.why) for each in contradictions(reading)] == [
        ((denial.id, accusation.id), "denial")
    ]


def test_a_rejected_claim_is_two_assertions_the_first_hand_first() -> None:
    text = "Norland rejects the claim by the Veld Committee that its jets bombed a convoy in Dorna."
    reading = read(text)
    claim, denial = (each for each in assertions(reading) if "jets bombed" in each.content.exact)
    assert (claim.stance, denial.stance) == ("asserts", "denies")
    assert claim.id in denial.about


def test_a_disputed_toll_is_about_the_count() -> None:
    text = "The mayor said 23 people were killed in the strike on Dorna. Norland disputed the toll."
    reading = read(text)
    dispute = said(reading, "the toll")
    assert dispute.denies == "scale"
    assert said(reading, "23 people").id in dispute.about


def test_two_sources_with_other_figures_contradict_each_other() -> None:
    text = (
        "The mayor said 23 people were killed in the strike on Dorna on Monday.\n\n"
        "The army said five people were killed in the strike."
    )
    (found,) = contradictions(read(text))
    assert found.why == "figures"


def test_bounds_that_allow_each_other_do_not_contradict() -> None:
    text = (
        "The mayor said at least 20 people were killed in the strike on Dorna on Monday.\n\n"
        "The army said 23 people were killed in the strike."
    )
    assert contradictions(read(text)) == []


def test_an_accused_side_that_admits_makes_the_incident_acknowledged() -> None:
    (found,) = incidents(read("Norland admitted that its jets had bombed a market in Dorna."))
    assert found.status == "acknowledged"


def test_a_denier_is_an_entity() -> None:
    assert "Norland" in entities(read("Norland denied shelling Dorna."))


def test_a_denial_of_other_things_is_not_set_against_what_happened() -> None:
    text = (
        "A drone hit a depot near Dorna on Monday, the mayor said. "
        '"There was no ammunition in that building," the mayor\'s deputy, Anna Tal, said.'
    )
    assert contradictions(read(text)) == []


def test_a_headline_is_not_denied_by_its_own_second_half() -> None:
    text = (
        "Twelve killed in Dorna market strike as army denies role\n\n"
        "Residents said jets had bombed the market. The army accused the rebels of the strike."
    )
    reading = read(text)
    whole = {each.id for each in assertions(reading) if "denies role" in each.content.exact}
    assert not any(whole & set(each.between) for each in contradictions(reading))


def test_a_corrected_count_and_one_that_may_come_contradict_none() -> None:
    text = (
        "The mayor said 23 people were killed in the strike on Dorna on Monday.\n\n"
        "The army said 40 people may have been killed in the strike."
    )
    assert contradictions(read(text)) == []


def test_a_headline_ends_what_is_said_where_somebody_else_speaks() -> None:
    text = "Rights office says 43 civilians killed in Dorna attack as army denies responsibility"
    reading = read(text)
    assert said(reading, "43 civilians").content.exact == "43 civilians killed in Dorna attack"
    assert said(reading, "responsibility").stance == "denies"
