from __future__ import annotations

from read.builtin.english.whole import entities, figures, incidents, read, said


def test_a_figure_belongs_to_its_incident_and_its_speaker() -> None:
    reading = read("A strike hit Dorna on Monday. The mayor said 23 people were killed.")
    (figure,) = figures(reading)
    assert figure.incident == incidents(reading)[0].id
    assert figure.source == said(reading, "23 people").speaker
    assert figure.source_span is not None
    assert figure.source_span.exact == "the mayor" or figure.source_span.exact == "The mayor"


def test_a_national_total_stays_out_of_the_local_incident() -> None:
    text = (
        "A strike hit Dorna on Monday and killed three people.\n\n"
        "The war has killed more than 900 civilians across Norland since March, "
        "according to the Casualty Register."
    )
    reading = read(text)
    local, total = sorted(figures(reading), key=lambda each: each.low or 0)
    assert local.incident is not None
    assert total.incident is None
    about = said(reading, "900 civilians").about
    assert total.id in about
    assert not set(about) & {each.id for each in incidents(reading)}


def test_what_the_publisher_counts_has_the_publisher_for_source() -> None:
    reading = read("Shells hit Dorna on Monday and killed ten people.")
    (figure,) = figures(reading)
    assert figure.source == entities(reading)["The Harbour Post"].id
    assert figure.source_span is None


def test_what_an_unknown_publisher_counts_has_no_source() -> None:
    (figure,) = figures(read("Shells hit Dorna on Monday and killed ten people.", publisher=None))
    assert figure.source is None


def test_a_toll_put_higher_than_another_is_theirs_who_put_it_so() -> None:
    text = (
        "The mayor said 23 people were killed in a strike on Dorna. "
        "Local health officials put the death toll far higher than the mayor's figure."
    )
    put = said(read(text), "far higher")
    assert (put.stance, put.voice) == ("estimates", "attributed")
    assert put.content.exact.startswith("the death toll far higher than")
