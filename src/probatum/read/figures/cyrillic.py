"""Words around figures in Ukrainian and Russian: one set of rules, filled from a table of words.

What a sort of words says (`_BEFELL`) holds for both languages; a language gives only its forms.
"""

from __future__ import annotations

from dataclasses import dataclass

from probatum.read.figures.lexicon import FigureWords, triggers
from probatum.read.figures.patterns import Patterns, Value

_BEFELL = {
    "killed": ("killed", "bvn"), "died": ("killed", "bv"), "lives": ("killed", "b"),
    "victims": ("killed", "bnt"), "lost": ("killed", "bk"),
    "wounded": ("injured", "bvn"), "hurt": ("injured", "bv"), "in_hospital": ("injured", "v"),
    "unfound": ("missing", "bv"), "missing": ("missing", "bvn"),
    "displaced": ("displaced", "bvn"), "homeless": ("displaced", "bv"),
    "left": ("displaced", "bh"),
    "refugees": ("refugees", "bvn"), "crossed": ("refugees", "bv"),
    "detained": ("detained", "bv"), "held": ("detained", "bvn"), "led_away": ("detained", "bh"),
    "deported": ("abducted", "bvh"), "abducted": ("abducted", "bvn"),
    "bodies": ("bodies-found", "nb"),
    "destroyed": ("buildings-destroyed", "bv"),
    "damaged": ("buildings-damaged", "bv"), "windowless": ("buildings-damaged", "v"),
    "hit": ("buildings-damaged", "bh"),
}  # fmt: skip
"""Sorts of words, with the measure that they say and where they stand (`Trigger.sides`)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CyrillicWords:
    """The forms of one language: alternatives parted by ``|``, stems with ``*`` (`Patterns`).

    `that`, `links` and other single words are parted by spaces. The names of `_BEFELL` say what
    befell those counted, the others are as in `FigureWords`.
    """

    # What befell those counted: nouns and participles, verbs, phrases.
    killed: str
    died: str
    lives: str
    victims: str
    lost: str
    wounded: str
    hurt: str
    in_hospital: str
    unfound: str
    missing: str
    displaced: str
    homeless: str
    left: str
    refugees: str
    crossed: str
    detained: str
    held: str
    led_away: str
    deported: str
    abducted: str
    bodies: str
    destroyed: str
    damaged: str
    windowless: str
    hit: str
    # Who and what is counted.
    people: str
    civilians: str
    children: str
    women: str
    men: str
    combatants: str
    medics: str
    journalists: str
    helpers: str
    prisoners: str
    buildings: str
    things: str
    # Bounds before and behind a number.
    at_least: str
    more_than: str
    about: str
    up_to: str
    less_than: str
    exact: str
    at_least_behind: str
    more_than_behind: str
    about_behind: str
    up_to_behind: str
    between: str
    # How somebody knows, and how a number compares with another.
    verified: str
    counted: str
    estimated: str
    modelled: str
    far_higher: str
    higher: str
    lower: str
    same: str
    # The small words of a count; those of `links`, `small`, `auxiliaries`, `more` are single.
    links: str
    parts: str
    parts_behind: str
    small: str
    auxiliaries: str
    more: str
    stops: str
    totals: str
    changes: str
    units: str
    not_before: str
    as_of: str
    over: str
    # Who gives a number.
    according: str
    says: str
    numbers: str
    unnamed: str
    nobody: str
    by: str
    that: str
    # What is said behind the object of a `light` verb.
    into_custody: str
    hostage: str
    without_shelter: str
    with_wounds: str
    into_ruins: str
    unknown: str
    light: str
    gravely: str
    care: str
    wipes_out: str
    rescuers: str
    burns: str
    # Kin, and those who are free again: single words.
    kin: str
    freed: str


def figure_words(words: CyrillicWords) -> FigureWords:
    """Return the table of a language that the rules for figures read."""
    return FigureWords(
        triggers=Patterns(triggers(
            {forms: says for sort, says in _BEFELL.items() if (forms := getattr(words, sort))}
        )),
        people=_table({
            words.people: "not-stated", words.civilians: "civilians", words.children: "children",
            words.women: "women", words.men: "men", words.combatants: "combatants",
            words.medics: "medical-staff", words.journalists: "journalists",
            words.helpers: "humanitarian-staff", words.prisoners: "detainees",
        }),
        buildings=_any(words.buildings), things=_any(words.things),
        bounds=_table({
            words.at_least: "at_least", words.more_than: "more_than", words.about: "about",
            words.up_to: "up_to", words.less_than: "less_than", words.exact: "exact",
        }),
        bounds_behind=_table({
            words.at_least_behind: "at_least", words.more_than_behind: "more_than",
            words.about_behind: "about", words.up_to_behind: "up_to",
        }),
        between=_any(words.between),
        method=_table({
            words.verified: "verified", words.counted: "counted", words.estimated: "estimated",
            words.modelled: "modelled",
        }),
        comparisons=_table({
            words.far_higher: "far_higher", words.higher: "higher", words.lower: "lower",
            words.same: "same",
        }),
        links=_single(words.links), parts=_any(words.parts),
        parts_behind=_any(words.parts_behind), small=_single(words.small),
        auxiliaries=_single(words.auxiliaries), more=_single(words.more),
        stops=_any(words.stops), totals=_any(words.totals), changes=_any(words.changes),
        units=_any(words.units), not_before=_any(words.not_before), as_of=_any(words.as_of),
        over=_any(words.over), according=_any(words.according), says=_any(words.says),
        numbers=_any(words.numbers), unnamed=_any(words.unnamed), nobody=_single(words.nobody),
        by=_any(words.by), that=_single(words.that),
        complements=_table({
            words.into_custody: "detained", words.hostage: "abducted",
            words.without_shelter: "displaced", words.with_wounds: "injured",
            words.into_ruins: "buildings-destroyed", words.unknown: "missing",
        }),
        light=_single(words.light), gravely=_single(words.gravely), care=_any(words.care),
        wipes_out=_any(words.wipes_out),
        rescuers=_any(words.rescuers), burns=_any(words.burns),
        kin=_single(words.kin), freed=_single(words.freed),
        has_verb_first=True,
    )  # fmt: skip


def _any(forms: str) -> Patterns[bool]:
    return Patterns({forms: True})


def _table(table: dict[str, Value]) -> Patterns[Value]:
    return Patterns(table)


def _single(words: str) -> frozenset[str]:
    return frozenset(words.split())
