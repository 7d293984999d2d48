"""The words of one language that the rules look for: the shape of its table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from probatum.model.letters import fold
from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.drafts import EntityType
from probatum.read.contract import PropositionType
from probatum.read.figures.patterns import Patterns
from probatum.read.tokens import bare

Gender: TypeAlias = Literal["m", "f", "n", "p", ""]
Kinds: TypeAlias = Patterns[tuple[int, PropositionType]]
_NEVER = re.compile("(?!)")
_POSSESSORS = ("هما", "ها", "هم", "هن", "نا", "ه")
_FORMER = ("екс", "экс")
_LONG = 6
_MOST_KNOWN = 1 << 14
_SOFT_ENDS = "аеиіоуыэюяєїьй"
ENDINGS = frozenset(
    "а я у ю ом ем єм ою ею єю ові еві єві і ї и ам ям ами ями ах ях ів їв ей о е є ы ов ев ой ий "
    "ого ому им их ими ая ую ые ый ых ым ыми ії ію ією ии ию ией ия ям ьми ь й ці цу ець "
    "ون ين ان ات ه".split()
)


class Cue(NamedTuple):
    """A verb that reports. ``takes``: ``t`` that and quotations, ``o`` an object, ``i`` to do.

    ``a``: an object after "about" as well; ``x``: who did it ("accused X of"); ``n``: gives the
    object a name, which disputes it only in words of doubt; ``c``: commands, which asks nothing of
    anybody where somebody else tells of it; ``q``: asks if "with a request" follows ("turned to X
    with a request to do"); ``m``: is silent about something; ``v``: saw it, or heard it (``e``).
    """

    stance: Stance
    takes: str


class Head(NamedTuple):
    """What a noun names: a person by trade or title, a body, people, a publication."""

    type: EntityType
    gender: Gender


class Happening(NamedTuple):
    """What a word says happened. ``firm``: it begins an incident by itself."""

    types: tuple[str, ...]
    firm: bool


@dataclass(frozen=True)
class Heads:
    """Nouns that name who speaks, by their dictionary form; their cases share its stem."""

    exact: Mapping[str, Head]
    stems: Mapping[str, Head]
    joined: bool = False
    _known: dict[str, Head | None] = field(default_factory=dict, compare=False, repr=False)

    def of(self, word: str) -> Head | None:
        """Return what a folded word in any case names."""
        try:
            return self._known[word]
        except KeyError:
            found = self._of(word)
        if len(self._known) < _MOST_KNOWN:
            self._known[word] = found
        return found

    def _of(self, word: str) -> Head | None:
        known = self.exact.get(word)
        if known is not None:
            return known
        if self.joined:
            forms = bare(word)
            known = next((self.exact[one] for one in forms if one in self.exact), None)
            return known if known is not None else self._possessed(forms)
        for length in range(len(word), max(2, len(word) - 5), -1):
            known = self.stems.get(word[:length])
            if known is not None and (length == len(word) or word[length:] in ENDINGS):
                return known
        return self.of(word[3:]) if word.startswith(_FORMER) and len(word) > _LONG else None

    def _possessed(self, forms: Iterable[str]) -> Head | None:
        """Return what "their commander", "his wife" names: the possessor is written onto it."""
        for form in forms:
            for ending in _POSSESSORS:
                stem = form.removesuffix(ending)
                if len(stem) < 3 or stem == form:
                    continue
                for one in (stem, stem[:-1] + "ه") if stem.endswith("ت") else (stem,):
                    if one in self.exact:
                        return self.exact[one]
        return None

    def is_plain(self, word: str) -> bool:
        """Say whether a word stands in its dictionary form."""
        return word in self.exact


def heads(
    table: Mapping[tuple[EntityType, Gender], str], *, joined: bool = False
) -> Heads:  # fmt: skip
    """Return the nouns of a table; a stem after ``/`` is given where it changes, ``/-`` is none.

    ``joined``: words have and, prepositions and the article written onto them (Arabic).
    """
    exact: dict[str, Head] = {}
    stems: dict[str, Head] = {}
    for (kind, gender), words in table.items():
        for each in words.split():
            form, _, stem = each.partition("/")
            form = fold(form)
            known = exact.get(form)
            exact[form] = Head(kind, gender if known is None or known[1] == gender else "")
            cut = fold(stem) if stem else form[:-1] if form[-1] in _SOFT_ENDS else form
            if len(cut) > 2 and stem != "-":
                stems.setdefault(cut, Head(kind, gender))
    return Heads(exact, stems, joined)


def word_set(words: str) -> frozenset[str]:
    """Return the folded words of a list."""
    return frozenset(fold(word) for word in words.split())


def kinds(table: Mapping[PropositionType, str], *, joined: bool = False) -> Kinds:
    """Return phrases by the kind of proposition that they make, ranked as in the table."""
    ranked = {words: (rank, kind) for rank, (kind, words) in enumerate(table.items())}
    return Patterns(ranked, joined=joined)


def endings(forms: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of the endings."""
    return re.compile("(?:" + "|".join(forms) + ")$")


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """The table of one language.

    ``finite`` are endings of verbs that somebody does, by gender and number, ``gerund`` of verbs
    that go on ("adding that"); ``nobody`` may be of us ("none of our men"), ``baseless`` is what
    one denies; ``own`` are verbs in the first person. ``information`` are the nouns of "by the
    words of", ``according_by`` what leads to them, ``unnamed`` what hides whose they are;
    ``said_in`` and ``papers`` are "it says in" and "a report". ``some`` begin "one of them",
    ``of_them`` is their *of*. ``objects`` are what is denied before its verb; ``none_of`` is "not
    one"; ``presence`` is what is ``absent``, or ``was`` not there; ``ours`` are "we", "our",
    ``we_will`` promises; ``let`` begins a call; ``lies`` name what one disputes; ``backdrop`` leads
    to an event that only says when. ``claims`` are nouns of "X's claim that", ``gives`` and
    ``given`` are "gives other figures", ``refuses`` and ``comments`` "to comment on N refused";
    ``first_endings`` are those of "we reject"; ``all_of_it`` may be denied, ``hearsay`` opens what
    somebody is said to say; ``towards`` leads to what one calls for; ``kin`` are somebody's, who is
    named behind them; ``the_body`` is one named before ("the agency"); ``shall``, ``shall_we`` and
    ``shall_i`` are verbs of what will be done; ``just`` makes "that" an adverb ("just now");
    ``asks`` begin a question, ``fillers`` stand between "says" and a colon; ``opinions`` are nouns
    of "in her opinion"; ``amends`` begin a correction; ``this_is`` points to what was said before
    ("this was reported by"); ``natives`` are of the place named behind them; ``suspects`` are
    arrested for it; ``there`` is the body spoken of last; ``others`` are they who are not us,
    ``gave`` an order is who did it, ``deeds`` do harm though they name no event; ``above`` are
    kinds of propositions that an event in them does not change, ``questions`` those of what is not
    answered; ``each`` may stand first in a promise; ``asked`` are verbs that ask ("send buses!"),
    but ``not_asked``; ``we_turn_to`` leads to whom one asks, ``requests`` to what;
    ``weapons`` are that with which something is done; ``turns`` set one clause against
    another; ``named_by`` are nouns that a verb of naming only tells ("named the cause"); ``done``
    are past forms of verbs that say what was done once; ``curses`` begin a condemnation ("shame
    on"), ``gone`` is "no more", which denies nothing;
    ``no`` answers a question; ``helps`` stand before an infinitive of saying ("goes on to insist"),
    ``media`` behind "in" where nobody is named ("in the news they said"); ``formulas`` are pious
    words that say nothing ("God help us"); ``not_a_word`` says whoever keeps silent about it.
    """

    language: str
    cues: Patterns[Cue]
    finite: Mapping[Gender, re.Pattern[str]]
    infinitive: re.Pattern[str]
    not_infinitive: frozenset[str]
    according: Patterns[Stance]
    relaying: Patterns[bool]
    as_words: frozenset[str]
    that: frozenset[str]
    in_order: frozenset[str]
    about: frozenset[str]
    said_by_some: Patterns[bool]
    hidden: Patterns[bool]
    pronouns: Mapping[str, Gender]
    possessives: Mapping[str, Gender]
    first_person: frozenset[str]
    own: Patterns[Stance]
    saw: Patterns[Literal["saw", "heard"]]
    heads: Heads
    masculine_names: frozenset[str]
    adjective: re.Pattern[str]
    prepositions: frozenset[str]
    places_of: frozenset[str]
    joins: frozenset[str]
    adverbs: frozenset[str]
    recipients: Patterns[bool]
    relative: re.Pattern[str]
    settings: Patterns[bool]
    hedges: Patterns[bool]
    nots: frozenset[str]
    doubts: Patterns[bool]
    responsibility: Patterns[bool]
    scale: Patterns[bool]
    promise: Patterns[bool]
    happenings: Patterns[Happening]
    armed: Patterns[bool]
    matters: Patterns[bool]
    skips: Patterns[bool]
    propositions: Kinds
    another: Patterns[bool]
    offices: Patterns[bool]
    not_us: Patterns[bool]
    responsibility_for: Patterns[bool]
    took_on: Patterns[bool]
    counts: Patterns[int]
    this: frozenset[str]
    pictures: Patterns[bool]
    shows: Patterns[bool]
    according_by: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    information: Patterns[Stance] = field(default_factory=lambda: Patterns({}))
    unnamed: Patterns[Stance] = field(default_factory=lambda: Patterns({}))
    gerund: re.Pattern[str] = _NEVER
    some: Mapping[str, Gender] = field(default_factory=dict)
    of_them: frozenset[str] = frozenset()
    objects: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    presence: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    none_of: frozenset[str] = frozenset()
    absent: frozenset[str] = frozenset()
    was: frozenset[str] = frozenset()
    ours: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    we_will: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    let: frozenset[str] = frozenset()
    opens: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    """Verbs of saying that open a sentence before their subject."""
    lies: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    backdrop: frozenset[str] = frozenset()
    said_in: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    papers: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    claims: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    gives: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    given: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    refuses: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    comments: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    first_endings: re.Pattern[str] = _NEVER
    all_of_it: frozenset[str] = frozenset()
    hearsay: frozenset[str] = frozenset()
    towards: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    the_body: frozenset[str] = frozenset()
    shall: re.Pattern[str] = _NEVER
    shall_we: re.Pattern[str] = _NEVER
    shall_i: re.Pattern[str] = _NEVER
    just: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    opinions: Patterns[Stance] = field(default_factory=lambda: Patterns({}))
    amends: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    this_is: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    natives: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    each: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    there: frozenset[str] = frozenset()
    nobody: frozenset[str] = frozenset()
    baseless: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    suspects: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    gave: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    deeds: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    above: Kinds = field(default_factory=lambda: Patterns({}))
    questions: Kinds = field(default_factory=lambda: Patterns({}))
    asked: re.Pattern[str] = _NEVER
    not_asked: frozenset[str] = frozenset()
    gone: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    curses: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    done: re.Pattern[str] = _NEVER
    we_turn_to: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    weapons: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    requests: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    named_by: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    no: frozenset[str] = frozenset()
    helps: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    media: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    formulas: Patterns[bool] = field(default_factory=lambda: Patterns({}))
    not_a_word: Patterns[bool] = field(default_factory=lambda: Patterns({}))

    def plain(self, word: str) -> str:
        """Return a folded word without what is written onto it."""
        if not self.heads.joined:
            return word
        forms = bare(word)  # the first letter of وزارة is no "and"
        return next((one for one in forms if one in self.heads.exact), forms[-1])

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that name nobody, though a sentence may begin with them."""
        return (
            self.prepositions | self.joins | self.that | self.adverbs | self.as_words | self.nots
            | self.in_order | self.first_person | frozenset(self.pronouns)
            | frozenset(self.possessives)
        )  # fmt: skip
