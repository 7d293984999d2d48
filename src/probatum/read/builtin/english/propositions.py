"""What kind of thing a content says: what happened, who did it, how many, what should be done.

The stance and the verb of saying decide first. Then the tests of ``_ORDER`` are made from top to
bottom, and the first that fits decides; what fits none is an occurrence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from probatum.model.nouns.assertions import Stance
from probatum.read.builtin.drafts import Aspect
from probatum.read.builtin.english.callings import GROUPS, singular
from probatum.read.builtin.english.contents import (
    AGAINST,
    HARMING,
    NO_HARM,
    PERSONS,
    Content,
    is_somebody,
)
from probatum.read.builtin.english.deeds import Deed
from probatum.read.builtin.english.event_words import PEOPLE
from probatum.read.builtin.english.event_words import WEAPON as WEAPON_WORDS
from probatum.read.builtin.english.how_many import is_figure
from probatum.read.builtin.english.parsed import Sentence
from probatum.read.builtin.english.proposition_words import (
    AS_QUOTED,
    AWAY,
    BELONGS,
    BLAME,
    BY_SIDE,
    CALLED,
    COERCING,
    DEED_NAMES,
    FATE,
    FREED,
    GIVEN_A_NAME,
    IDENTITY,
    INTENT,
    IS_A_DEED,
    LEGAL,
    MEASURE,
    MEMBERSHIP,
    NAMED_FORCE,
    NAMED_HIM,
    OF_AN_EVENT,
    OPINION,
    ORIGIN,
    OUR_SIDE,
    PLACED,
    PRESENCE,
    REVILING,
    STAGED,
    STATES,
    STATUS,
    STEP_NOUNS,
    STEPS,
    TIME,
    WEAPON,
)
from probatum.read.builtin.english.scorn import doubted_by_label
from probatum.read.builtin.english.triggers import Trigger
from probatum.read.contract import PropositionType
from probatum.read.found import FigureFound

_LONGEST = 1_000
_COUNTING = re.compile(r"(?:puts?|putting|ma[kd]\w* it|count\w*|tall\w+|ha[sd] it at|record\w*)$")
_NUMBER = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?)\b")
# What is declined is what was asked: "to say who", "questions about the arrests".
_ASKED: tuple[tuple[re.Pattern[str], PropositionType], ...] = (
    (
        re.compile(
            r"\bwhose\b|\bwho (?:\w+ )?(?:fired|shot|killed|bombed|shelled|attacked|ordered|"
            r"did|was behind|carried out|struck|hit|set|laid|planted|took)\b"
        ),
        "attribution",
    ),
    (
        re.compile(
            r"\b(?:type|kind|sort|make|calibre)s? of (?:the )?(?:\w+ )?(?:munition|weapon|"
            r"shell|missile|rocket|bomb|drone|ammunition|explosive|charge|mine)"
        ),
        "weapon",
    ),
    (
        re.compile(r"\bransom\b|\bnegotiat|\btruce\b|\binquiry\b|\binvestigati|\bthe case\b"),
        "measure",
    ),
    (re.compile(r"\bwhere\b"), "status"),
    (re.compile(r"\bwho\b|\bname\b"), "identity"),
    (re.compile(r"\baccus|\bblame|\brespons", re.IGNORECASE), "attribution"),
    (re.compile(r"\bhow many\b|\bfigures?\b|\bnumbers?\b|\btoll\b|\blist\b"), "figure"),
    (re.compile(r"\bpresence\b"), "involvement"),
    (re.compile(r"\bholding\b|\bfate\b|\bwhereabouts\b|\bdetained\b"), "status"),
)
_ASKING: frozenset[Stance] = frozenset({"calls_for", "commits_to"})
_TELLING: frozenset[Stance] = frozenset({"asserts", "reports", "acknowledges"})
_SEEN = frozenset("seen spotted noticed sighted stationed parked posted deployed billeted".split())
_GONE = frozenset({"vanished", "disappeared"})
_THERE = frozenset("in at on inside under with among near behind".split())
_OURS = re.compile(r"(?:\w+ ){0,2}(?:its|our|their|his|my|it|we)\b|\w+ing\b", re.IGNORECASE)
_NOUN_OF_DEED = re.compile(r"(?:the )?[\w’'-]+$")


def proposition_of(
    content: str,
    stance: Stance,
    denies: Aspect | None,
    cue: str,
    told: Sequence[tuple[Sentence, Trigger]],
    figures: Sequence[FigureFound],
    start: int,
    *,
    deed: Deed | None = None,
) -> PropositionType:
    """Return the proposition type of a content that begins at ``start`` of the text.

    ``told`` are the triggers in it, ``figures`` the figures; ``deed`` is its main clause.
    """
    content = content[:_LONGEST]
    decided = _by_stance(content, stance, denies, cue, told) or _by_cue(content, stance, cue, told)
    if decided is not None:
        return decided
    judged = Content(content, stance, told, figures, start, deed)
    return next((kind for kind, fits in _ORDER if fits(judged)), "occurrence")


def _by_stance(
    content: str, stance: Stance, denies: Aspect | None, cue: str,
    told: Sequence[tuple[Sentence, Trigger]],
) -> PropositionType | None:  # fmt: skip
    """Return the type that the stance alone decides."""
    if stance in _ASKING:
        return "measure"
    if stance in AGAINST and denies is not None:
        if denies == "scale":
            return "figure"
        if denies == "attribution":
            if INTENT.match(content):
                return "intent"
            return "involvement" if PRESENCE.search(content) else "attribution"
    if stance == "claims_responsibility" or (stance == "denies" and OUR_SIDE.search(content)):
        return "attribution"
    if stance == "acknowledges" and PRESENCE.search(content):
        return "involvement"
    if stance == "acknowledges" and told and (
        _OURS.match(content) or _NOUN_OF_DEED.match(content)
    ):  # fmt: skip
        return "attribution"
    if stance == "condemns":
        labelled = re.match(r"brand|call|describ|label", cue) or REVILING.search(content)
        return "characterisation" if labelled else "occurrence"
    if stance == "declines_to_comment":
        return next((kind for one, kind in _ASKED if one.search(content)), "occurrence")
    return None


def _by_cue(
    content: str, stance: Stance, cue: str, told: Sequence[tuple[Sentence, Trigger]]
) -> PropositionType | None:
    """Return the type that the verb of saying decides."""
    if not cue:
        return None
    if re.search(r"blam|accus|attribut|held .* responsible|point", cue, re.IGNORECASE):
        return "intent" if STAGED.search(content) else "attribution"
    if stance == "disputes" and (doubted := doubted_by_label(content)) is not None:
        return doubted
    naming = re.match(r"call(?!.* (?:for|on))|brand|label|dub|term", cue) is not None
    if naming or re.match(r"describ|character|regard|consider|treat", cue):
        if IS_A_DEED.search(content) or (
            AS_QUOTED.search(content) and OF_AN_EVENT.match(content)
        ) or (naming and (DEED_NAMES.search(content) or LEGAL.search(content))):  # fmt: skip
            return "characterisation"
        if GIVEN_A_NAME.search(content) or (AS_QUOTED.search(content) and not told):
            return "opinion"
    if naming and not told:
        named = CALLED.match(content)
        person = named is not None and singular(named["noun"]) in PERSONS
        return "identity" if person else "opinion"
    if re.match(r"voic|express|regret", cue) and not told:
        return "opinion"
    if re.match(r"(?:plac|dat|tim)(?:e|es|ed|ing)$", cue):
        return "event_time"
    if re.match(r"recogni[sz]", cue):
        return "identity"
    if _COUNTING.match(cue) and _NUMBER.search(content):
        return "figure"  # "the mayor makes it 41"
    return None


def _is_measure(said: Content) -> bool:
    """Say whether a step of somebody in office is told: an inquiry, a trial, a closed road."""
    deed = said.deed
    if deed is not None and deed.word in STEPS and (
        deed.passive or deed.who in ("body", "people", "it", "nobody")
        or (deed.who == "force" and deed.word not in ("arrest", "arrests", "arrested"))
    ):  # fmt: skip
        return True
    if deed is not None and deed.is_to_come and deed.who in ("body", "they", "people", "force"):
        return True
    if deed is not None and not deed.passive:
        subject = deed.sentence.child(deed.verb, "nsubj")
        if subject is not None and deed.sentence.words[subject].lower in STEP_NOUNS:
            return True
    return MEASURE.search(said.words) is not None and not said.told


def _is_attribution(said: Content) -> bool:
    """Say whether an actor is tied to the harm."""
    words, deed = said.words, said.deed
    if any(one.search(words) for one in (BY_SIDE, BLAME, ORIGIN, NAMED_FORCE, BELONGS)):
        return True
    if deed is None:
        return False
    if said.against and deed.who == "speaker" and deed.word in HARMING:
        return True
    if deed.names_force() and not said.against:
        return True
    if deed.by == "force" or (deed.by == "they" and not said.against):
        return deed.word in HARMING or any(
            sentence is deed.sentence and one.at == deed.verb for sentence, one in said.told
        )
    if deed.word in HARMING and (deed.is_of_named() or deed.is_of_a_thing()):
        return True
    harmed = any(
        not one.noun and one.agent is not None and not set(one.types) <= NO_HARM
        and deed.sentence is sentence
        for sentence, one in said.told
    )  # fmt: skip
    does = deed.word in HARMING or (deed.word in COERCING and _is_of_people(said, deed))
    return deed.who == "force" and deed.acts and (harmed or does)


def _is_of_people(said: Content, deed: Deed) -> bool:
    """Say whether the verb of a side falls on people, or is one of arms that fire."""
    target = deed.sentence.child(deed.verb, "dobj")
    if target is None:
        return deed.word in ("fired", "fires", "misfired")
    noun = deed.sentence.words[target].lower
    return noun in PEOPLE or singular(noun) in GROUPS or noun in WEAPON_WORDS


def _is_act(said: Content) -> bool:
    """Say whether it is one step by an actor, who is described and not blamed for the whole."""
    deed = said.deed
    return (
        deed is not None and deed.is_step and not said.told and said.stance in _TELLING
    )  # fmt: skip


def _is_named(said: Content) -> bool:
    """Say whether somebody or something is said to be this: by name, or by what he is."""
    deed = said.deed
    if deed is not None and deed.acts and deed.who in ("attackers", "force"):
        return False  # "men in masks dragged him out": what they did is the point
    return is_somebody(deed) or (
        NAMED_HIM.search(said.words) or IDENTITY.search(said.words)
    ) is not None  # fmt: skip


def _is_involved(said: Content) -> bool:
    """Say whether an actor is put near it or behind it: seen there, present, supplying it."""
    deed = said.deed
    seen = deed is not None and deed.passive and deed.who == "force" and deed.word in _SEEN
    return seen or PRESENCE.search(said.words) is not None


def _is_weapon(said: Content) -> bool:
    deed = said.deed
    left = deed is not None and deed.by == "event" and deed.word in ("made", "caused", "left")
    return left or WEAPON.search(said.words) is not None


def _is_placed(said: Content) -> bool:
    return (AWAY.search(said.words) or PLACED.search(said.words)) is not None


def _is_status(said: Content) -> bool:
    deed = said.deed
    if deed is not None and not said.against:
        if (deed.word in FREED or deed.word in _GONE) and deed.who != "force":
            return True
        if deed.being("acomp") in STATES or (
            deed.being("prep") in _THERE and deed.who in ("people", "they", "nobody")
        ):
            return True
        if _is_how_it_stands(deed) and OPINION.search(said.words) is None:
            return True
    return (FATE.search(said.words) or STATUS.search(said.words)) is not None


def _is_how_it_stands(deed: Deed) -> bool:
    """Say whether it is told how somebody or something is now: "the road is blocked with rubble".

    What it was is part of what happened then.
    """
    now = deed.sentence.words[deed.verb].tag in ("VBZ", "VBP") or (
        deed.word == "been" and deed.sentence.words[deed.verb - 1].lower in ("has", "have")
    )
    return now and deed.who in ("thing", "people", "they", "body") and bool(
        deed.being("acomp") or deed.being("prep") in _THERE
    )  # fmt: skip


def _is_opinion(said: Content) -> bool:
    return not said.against and OPINION.search(said.words) is not None


def _has(*patterns: re.Pattern[str]) -> Callable[[Content], bool]:
    """Return the test whether one of the patterns stands in the words."""
    return lambda said: any(one.search(said.words) for one in patterns)


_ORDER: tuple[tuple[PropositionType, Callable[[Content], bool]], ...] = (
    ("figure", is_figure),
    ("measure", _is_measure),
    ("attribution", _is_attribution),
    ("characterisation", _has(LEGAL)),
    ("intent", _has(INTENT)),
    ("involvement", _is_involved),
    ("characterisation", _has(IS_A_DEED)),
    ("identity", _is_named),
    ("weapon", _is_weapon),
    ("event_time", _has(TIME)),
    ("event_place", _is_placed),
    ("membership", _has(MEMBERSHIP)),
    ("status", _is_status),
    ("act", _is_act),
    ("opinion", _is_opinion),
)
