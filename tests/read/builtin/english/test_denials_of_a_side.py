"""Whoever is accused denies in many words; who complains of what was missing denies nothing."""

from __future__ import annotations

import pytest

from read.builtin.english.whole import incidents, read, said

CLAIM = "Residents said Norland aircraft had bombed the mill in Halm, killing nine. "


@pytest.mark.parametrize(
    ("text", "words", "stance", "denies"),
    [
        ("“We flew no sorties on Monday,” Colonel Ivo Tarn said.", "sorties", "denies", None),
        ("Ivo Tarn said none of his aircraft had left the ground.", "his aircraft", "denies",
         "attribution"),
        ("“I issued no such order,” Ivo Tarn said.", "order", "denies", "attribution"),
        ("“Our guns were silent that night,” Ivo Tarn said.", "silent", "denies", "attribution"),
        ("Ivo Tarn said its drones do not fly at night.", "drones", "denies", "attribution"),
        ("Ivo Tarn said its drones “were nowhere near Halm”.", "drones", "denies", "attribution"),
        ("Ivo Tarn said no house was set alight by us.", "alight", "denies", "attribution"),
        ("Ivo Tarn said no more than five armed men had fallen.", "five", "asserts", None),
        ("Anna Tal said nobody was to leave the barn.", "barn", "asserts", None),
        ("Ivo Tarn said there had been no strike.", "no strike", "denies", "occurrence"),
        ("Ivo Tarn said there was no weapon on board.", "weapon", "denies", "other"),
        ("Ivo Tarn denied that the mill had been hit on purpose.", "on purpose", "denies", "other"),
        ("Ivo Tarn said the figure of nine was invented.", "figure", "denies", "scale"),
        ("Ivo Tarn called that grotesque.", "grotesque", "disputes", None),
        ("Ivo Tarn described the video as a forgery.", "forgery", "disputes", None),
        ("The envoy said the account was hard to reconcile with the facts.", "reconcile",
         "disputes", None),
        ("Ivo Tarn said the strike would be investigated.", "investigated", "commits_to", None),
        ("“Let the monitors in,” the mayor said.", "monitors", "calls_for", None),
        ("Anna Tal said nobody had warned them.", "warned", "asserts", None),
        ("The mayor said no siren had sounded.", "siren", "asserts", None),
        ("“Nobody burns a mill by accident,” the mayor said.", "by accident", "asserts", None),
        ("Two analysts noted that the lorries carried no flags.", "flags", "asserts", None),
    ],
)  # fmt: skip
def test_what_is_said_of_an_accusation(
    text: str, words: str, stance: str, denies: str | None
) -> None:
    found = said(read(CLAIM + text), words)
    assert found.stance == stance
    assert denies is None or found.denies == denies


def test_a_headline_denies_without_a_verb_of_its_own() -> None:
    found = said(read("Norland army: no shots fired at dockers\n\nThe mayor spoke."), "no shots")
    assert found.stance == "denies"


STATEMENT = "We have not taken anyone. The man who rang the Post is no officer of ours. " \
            "We call on the monitors to come."  # fmt: skip


@pytest.mark.parametrize(
    ("words", "denies"), [("taken anyone", "attribution"), ("no officer", "other")]
)
def test_a_statement_clears_its_own_side_although_nobody_accuses_it_there(
    words: str, denies: str
) -> None:
    found = said(read(STATEMENT, "Salt Road Militia"), words)
    assert (found.stance, found.denies) == ("denies", denies)


def test_a_deed_that_is_only_denied_is_an_incident_that_is_denied() -> None:
    (incident,) = incidents(read(STATEMENT, "Salt Road Militia"))
    assert incident.types == ("detention",)
    assert incident.status == "denied"


def test_a_denied_deed_of_a_kind_that_is_told_of_is_no_other_incident() -> None:
    (incident,) = incidents(read(CLAIM + "Ivo Tarn said Norland had not shelled Halm."))
    assert incident.status == "disputed"


def test_a_number_is_called_untrue_by_the_text_itself() -> None:
    text = "Shells hit the mill on Monday. We buried nine. The army spoke of three dead. "
    found = said(read(text + "This toll is invented, and our doctors know it."), "toll")
    assert (found.stance, found.denies) == ("denies", "scale")
