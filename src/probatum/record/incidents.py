"""An incident as sources tell it: what, when, where, who, how many, and what is not known.

An incident holds no facts. Its view lists what somebody stands by, question by question, by a named
rule, with all that contradicts it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from probatum.model.nouns.figures import Figure, Measure
from probatum.model.nouns.incidents import Incident
from probatum.model.nouns.propositions import (
    Act,
    Attribution,
    Characterisation,
    Depiction,
    EventPlace,
    EventTime,
    Identity,
    Intent,
    Involvement,
    Membership,
    Occurrence,
    Opinion,
    Proposition,
    Status,
    Weapon,
)
from probatum.model.tongue import later, say
from probatum.record.board import Known
from probatum.record.clashes import Contradiction
from probatum.record.contradictions import by_record
from probatum.record.corroboration import in_words
from probatum.record.naming import Naming
from probatum.record.origins import origins
from probatum.record.reprints import Reprints
from probatum.record.resolution import DEFAULT, Candidate, Outcome, Rule, resolve
from probatum.record.sentences import Said, Sentences
from probatum.record.weighing import Weighed

_QUESTIONS: tuple[tuple[str, tuple[type[Proposition], ...]], ...] = (
    ("What is said to have happened", (Occurrence, Act, Weapon)),
    ("When", (EventTime,)),
    ("Where", (EventPlace,)),
    ("Who is alleged to have done it", (Attribution, Involvement, Membership)),
    ("What it is alleged to be in law, and intent", (Characterisation, Intent)),
    ("Who was affected", (Status, Identity)),
    ("What pictures and recordings are said to show", (Depiction,)),
    ("Requested, promised, taken", (Measure,)),
    ("Opinions", (Opinion,)),
)
TITLES = tuple(title for title, _ in _QUESTIONS)
_CHOOSING = frozenset({"When", "Where", "Who is alleged to have done it"})


@dataclass(frozen=True, slots=True)
class Told:
    """One proposition of a view: its words, who says what of it, and what contradicts it.

    ``first`` says whether the rule shows it first; ``contradictions`` are numbers (from 1) in the
    view's list.
    """

    proposition: Known[Proposition]
    words: str
    first: bool
    said: tuple[Said, ...]
    origins: str
    contradictions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a view: what the rule shows first and why, then everything told."""

    title: str
    value: str | None
    why: str
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class View:
    """An incident's page. ``not_known`` says what nobody is recorded as saying, or only in part."""

    incident: Known[Incident]
    rule: Rule
    questions: tuple[Question, ...]
    not_known: tuple[str, ...]


def view(
    weighed: Weighed, reprints: Reprints, incident: Known[Incident],
    found: tuple[Contradiction, ...], rule: Rule | None = None, sentences: Sentences | None = None,
) -> View:  # fmt: skip
    """Return the view of an incident by a rule: as given, else the incident's own, else widest.

    ``sentences``: those that a caller has of these records already.
    """
    chosen = rule or _own(incident) or DEFAULT
    making = _Making(weighed, reprints, chosen, by_record(found), sentences or Sentences(weighed))
    mine = [known for known in weighed.board.of(Proposition) if _is_of(weighed, known, incident)]
    questions = []
    for title, kinds in _QUESTIONS:
        told = [known for known in mine if isinstance(known.record, kinds)]
        if told:
            choosing = title in _CHOOSING
            questions += [
                making.question(title + of_act, each, choosing=choosing)
                for of_act, each in _apart(weighed, told, choosing=choosing)
            ]
    figures = [known for known in mine if isinstance(known.record, Figure)]
    questions += [
        making.question(title, told, choosing=True) for title, told in making.counted(figures)
    ]
    return View(incident, chosen, tuple(questions), tuple(_not_known(weighed, incident, mine)))


def _own(incident: Known[Incident]) -> Rule | None:
    match incident.record.resolution:
        case "newest" | "widest" | "most-origins" | "best-graded" | "analyst" as rule:
            return rule
    return None


def _is_of(weighed: Weighed, known: Known[Proposition], incident: Known[Incident]) -> bool:
    named = known.record.incident
    if named is not None:
        return weighed.same.same(named, incident.id)
    act = weighed.board.get(getattr(known.record, "act", None), Proposition)
    return (
        act is not None
        and act.record.incident is not None
        and weighed.same.same(act.record.incident, incident.id)
    )


def _apart(
    weighed: Weighed, told: list[Known[Proposition]], *, choosing: bool
) -> list[tuple[str, list[Known[Proposition]]]]:
    """Return what is told of one act together, with its reference: a rule chooses within one."""
    if not choosing:
        return [("", told)]
    groups: dict[str, list[Known[Proposition]]] = {}
    for known in told:
        groups.setdefault(getattr(known.record, "act", None) or "", []).append(known)
    acts = {one: weighed.board.find(one) for one in groups}
    return [
        (" " + say("(of {ref})", ref=act.ref) if (act := acts[one]) is not None else "", rows)
        for one, rows in groups.items()
    ]


class _Making:
    def __init__(
        self, weighed: Weighed, reprints: Reprints, rule: Rule,
        numbers: Mapping[str, tuple[int, ...]], sentences: Sentences,
    ) -> None:  # fmt: skip
        self._weighed, self._reprints, self._rule = weighed, reprints, rule
        self._numbers = numbers
        self.sentences = sentences

    def counted(
        self, figures: list[Known[Proposition]]
    ) -> Iterator[tuple[str, list[Known[Proposition]]]]:
        """Yield figures by what they count."""
        groups: dict[str, list[Known[Proposition]]] = {}
        for known in figures:
            if isinstance(known.record, Figure):
                groups.setdefault(self._what_is_counted(known.record), []).append(known)
        yield from groups.items()

    def _what_is_counted(self, figure: Figure) -> str:
        naming = self.sentences.naming
        title = say("How many: {measure}", measure=naming.term("measure", figure.measure))
        if figure.population not in (None, "not-stated"):
            title += ", " + naming.term("population", figure.population or "")
        if figure.counting_unit != "person":
            unit = naming.term("counting-unit", figure.counting_unit)
            title += ", " + say("counted by {unit}", unit=unit)
        return title

    def question(self, title: str, told: list[Known[Proposition]], *, choosing: bool) -> Question:
        """Return one question with everything told, what the rule shows first in front."""
        candidates, origin_words = [], {}
        for known in told:
            claims = self._weighed.supporters(known.id)
            grouped = origins(self._weighed, self._reprints, claims)
            origin_words[known.id] = in_words(grouped)
            if claims:
                candidates.append(Candidate(known, claims, grouped))
        outcome = Outcome((), say("each stands for itself; nothing is chosen"))
        if choosing:
            outcome = resolve(self._weighed, self._rule, candidates)
        first = set(outcome.shown)
        rows = sorted(told, key=lambda known: (known.id not in first, known.index, known.id))
        return Question(
            title, outcome.words, outcome.why,
            tuple(
                self._told(known, origin_words[known.id], first=known.id in first)
                for known in rows
            ),
        )  # fmt: skip

    def _told(self, known: Known[Proposition], origin_words: str, *, first: bool) -> Told:
        claims = self._weighed.board.about(known.id)
        numbers = {each for one in (known, *claims) for each in self._numbers.get(one.id, ())}
        relays = self._weighed.relays(known.id)
        return Told(
            known, self.sentences.proposition(known), first,
            tuple(self.sentences.said(claim) for claim in (*claims, *relays)),
            origin_words, tuple(sorted(numbers)),
        )  # fmt: skip


def _not_known(
    weighed: Weighed, incident: Known[Incident], mine: list[Known[Proposition]]
) -> Iterator[str]:
    """Yield what a reader must not take for known."""
    naming = Naming(weighed.board)
    for name, why in sorted(incident.record.unknown.items()):
        yield say("{field} of the incident: {why}", field=name,
                  why=naming.term("unknown-reason", why))  # fmt: skip
    supported = [known for known in mine if weighed.supporters(known.id)]
    for words, kinds in (
        (later("what happened: nobody is recorded as saying it"), (Occurrence, Act)),
        (later("who did it: nobody is recorded as saying it"), (Attribution, Involvement)),
        (later("how many people were affected: nobody is recorded as saying it"), (Figure,)),
    ):  # fmt: skip
        if not any(isinstance(known.record, kinds) for known in supported):
            yield say(words)
    for words, field in (
        (later("when it happened: nobody is recorded as saying it"), "when"),
        (later("where it happened: nobody is recorded as saying it"), "place"),
    ):
        events = [known for known in supported if not isinstance(known.record, Figure | Depiction)]
        if not any(getattr(known.record, field, None) for known in events):
            yield say(words)
    undated = [
        known.ref
        for known in supported
        if isinstance(known.record, Figure)
        and (known.record.as_of is None or known.record.as_of.bounds is None)
    ]
    if undated:
        yield say("as of when these figures hold: not stated: {refs}", refs=", ".join(undated))
    for known in mine:
        for name, why in sorted(known.record.unknown.items()):
            if name != "as_of":
                yield say("{field} of {ref}: {why}", field=name, ref=known.ref,
                          why=naming.term("unknown-reason", why))  # fmt: skip
        if not weighed.board.about(known.id):
            yield say("who says {ref}: nobody is recorded", ref=known.ref)
    claims = [claim for known in mine for claim in weighed.board.about(known.id)]
    nobody = [claim.ref for claim in claims if weighed.speaker(claim) is None]
    if nobody:
        yield say("who speaks: not known of {refs}", refs=", ".join(nobody))
    links = [claim.ref for claim in claims if None in claim.record.via]
    if links:
        yield say("a link of the chain: not known of {refs}", refs=", ".join(links))
    unsaid = sum(claim.record.said_at is None for claim in claims)
    if unsaid:
        yield say("when it was said: not recorded of {n} of {all} assertions", n=unsaid,
                  all=len(claims))  # fmt: skip
