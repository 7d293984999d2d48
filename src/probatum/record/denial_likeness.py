"""Which claim of the case a denial denies, and why; or which denial there a new claim meets.

A denial rarely repeats what it denies, and is rarely of the same noun: somebody was accused in one
report, and in another one *rejects the allegations*. What counts is the event, who is accused and
who denies, whose words they are, and which words return. No one of these is enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeAlias

from probatum.model.captions import labelled
from probatum.model.letters import apart
from probatum.model.nouns.assertions import Assertion
from probatum.model.nouns.figures import Figure, Measure
from probatum.model.nouns.incidents import Incident
from probatum.model.nouns.people import Group, Person
from probatum.model.nouns.propositions import (
    Act,
    Attribution,
    Characterisation,
    Depiction,
    Intent,
    Involvement,
    Membership,
    Occurrence,
    Opinion,
    Proposition,
    Status,
    Weapon,
)
from probatum.model.nouns.sources import Source
from probatum.model.tongue import listed, say
from probatum.record.board import Known
from probatum.record.denial_words import LONG, ClaimedWords, one_verb, telling_words
from probatum.record.event_likeness import Events
from probatum.record.frames import stems
from probatum.record.name_likeness import bare, is_name
from probatum.record.weighing import Weighed

Reason: TypeAlias = tuple[float, str]
Roles: TypeAlias = tuple[Known[Proposition], Known[Proposition]]

_AGAINST = frozenset(("denies", "disputes"))
_ADMITS = frozenset(("acknowledges", "claims_responsibility"))
_BLAME = (Act, Attribution, Characterisation, Depiction, Intent, Involvement, Membership,
          Occurrence, Weapon)  # fmt: skip
_HAPPENED = (*_BLAME, Figure, Status)
_NEVER = (Measure, Opinion)  # what is asked for and what is felt is not denied
_MOST_WORDS = 0.6
_ALL_OF_IT = 0.2
_RARE = 0.2  # only this claim has the word


class Alike(Protocol):
    """What is asked about two ids; `Likenesses` answers."""

    def same_incident(self, a: str | None, b: str | None) -> bool:
        """Say whether two ids may mean one incident."""

    def in_report(self, incident: str | None) -> bool:
        """Say whether an incident of the report that is read may be this one of the case."""

    def one_party(self, a: str, b: str) -> bool:
        """Say whether two parties may be one."""

    def are_kin(self, a: str, b: str) -> bool:
        """Say whether one party may be the other one, or a part of it, by their names."""


class Denials:
    """Compares what is denied with what is claimed."""

    def __init__(
        self, weighed: Weighed, events: Events, proposed: frozenset[str], alike: Alike
    ) -> None:
        self._weighed, self._events = weighed, events
        self._proposed, self._alike = proposed, alike
        self._denied = _denied(weighed)
        self._around = [
            each.id for kind in (Source, Person, Group) for each in weighed.board.of(kind)
            if each.id in proposed
        ]  # fmt: skip
        self._claimed = ClaimedWords(weighed.board, proposed)
        self._blamed_in: dict[str, int] = {}
        self._accused: dict[str, list[str]] = {}
        self._parties: dict[str, tuple[str, ...]] = {}

    def comparable(self, mine: Known[Proposition]) -> Iterator[Known[Proposition]]:
        """Yield what a proposition may deny, or by what it may be denied, of whatever noun."""
        if isinstance(mine.record, _NEVER):
            return
        for other in self._weighed.board.of(Proposition):
            if self._roles(mine, other) is not None and isinstance(other.record, _HAPPENED):
                yield other

    def reasons(self, mine: Known[Proposition], other: Known[Proposition]) -> Iterator[Reason]:
        """Yield why the one is denied by whoever denies the other."""
        roles = self._roles(mine, other)
        if roles is None:
            return
        denied, claim = roles
        if claim is mine and isinstance(claim.record, Figure) != isinstance(denied.record, Figure):
            return
        if not self._fits(denied, claim) or self._is_their_own(denied, claim):
            return
        event = self._event(denied, claim)
        if event is None:
            return
        if self._weighed.supporters(denied.id) and not self._is_one_claim(denied, claim):
            return
        # Whoever makes a claim rarely makes it in the words of its denial.
        yield (0.0, say("denied here")) if denied is mine else (-0.2, say("denied there"))
        yield event
        whose = list(self._whose(denied, claim))
        yield from whose or self._party(denied, claim)
        yield from self._what(denied, claim)

    def _roles(self, mine: Known[Proposition], other: Known[Proposition]) -> Roles | None:
        """Return which of two is denied and which is claimed; None if they do not meet so.

        What one report has both sides of is denied, and meets what others claim. In the case it is
        a claim among claims.
        """
        if mine.id in self._denied and not self._is_only_denied(other):
            return mine, other
        if self._is_only_denied(other) and not self._is_only_denied(mine):
            return other, mine
        return None

    def _is_only_denied(self, one: Known[Proposition]) -> bool:
        """Say whether somebody denies it, and nobody claims it in those words."""
        return one.id in self._denied and not self._weighed.supporters(one.id)

    def _aspects(self, denied: Known[Proposition]) -> set[str]:
        """Return in what respect a proposition is denied: that it happened, who did it, scale."""
        return {each.denies for each in self._denied[denied.id] if each.denies}

    def _fits(self, denied: Known[Proposition], claim: Known[Proposition]) -> bool:
        """Say whether a claim of this noun can be what such a denial denies."""
        aspects = self._aspects(denied)
        if isinstance(denied.record, Figure):
            return isinstance(claim.record, Figure) and _number(claim.record) == _number(
                denied.record
            )  # another number contradicts it, and is a claim of its own
        if aspects == {"scale"}:
            return isinstance(claim.record, Figure)
        return isinstance(claim.record, _BLAME if aspects == {"attribution"} else _HAPPENED)

    def _is_one_claim(self, mine: Known[Proposition], other: Known[Proposition]) -> bool:
        """Say whether what a report has both sides of may be this claim, told by somebody else."""
        return type(mine.record) is type(other.record) or bool(
            telling_words(mine.record.text) & telling_words(other.record.text)
        )

    def _is_their_own(self, denied: Known[Proposition], claim: Known[Proposition]) -> bool:
        """Say whether only those claim it who deny; what they admitted, they may deny later."""
        about = self._weighed.board.about(claim.id)
        said = [each.record.speaker for each in about if each.record.stance not in _ADMITS]
        if len(said) < len(about):
            return False
        deniers = self._deniers(denied)
        return bool(said) and all(
            voice is not None and any(self._alike.one_party(voice, each) for each in deniers)
            for voice in said
        )

    def _deniers(self, denied: Known[Proposition]) -> list[str]:
        return [each.speaker for each in self._denied[denied.id] if each.speaker]

    def _event(self, denied: Known[Proposition], claim: Known[Proposition]) -> Reason | None:
        """Return why both may be about one event; None if they are about two."""
        one, two = denied.record.incident, claim.record.incident
        if self._alike.same_incident(one, two):
            return 0.6, say("of what may be the same incident")
        if denied.id in self._proposed and self._alike.in_report(two):
            return 0.4, say("the report is about what may be the incident")
        if one is not None and two is not None:
            return None
        return 0.0, say("it is not said of which incident")

    # -- who ---------------------------------------------------------------------------------------

    def _party(self, denied: Known[Proposition], claim: Known[Proposition]) -> Iterator[Reason]:
        """Yield why who is accused may be who denies, or whom the denial is about."""
        if isinstance(claim.record, Figure):
            return
        accused = getattr(claim.record, "actor", None)
        parties, words = self._parties_of(denied), stems(claim.record.text)
        if accused is not None and any(self._alike.one_party(each, accused) for each in parties):
            yield 0.6, say("who is accused of it denies this")
            unplaced = denied.record.incident is None or claim.record.incident is None
            if unplaced and self._is_only_blame(accused):
                yield 0.4, say("accused of nothing else in the record")
        elif accused is not None and self._events.names(stems(denied.record.text), accused):
            yield 0.6, say("the denial names who is accused")
        elif any(self._events.names(words, each) for each in parties):
            yield 0.6, say("its words name who denies this")
        elif accused is not None and any(
            self._alike.are_kin(each, accused) or self._is_called_after(accused, each)
            for each in parties
        ):
            yield 0.5, say("who denies may be a part of who is accused, or the other way round")
        elif accused is None and any(self._called(words, each) for each in parties):
            yield 0.4, say("its words may mean who denies this")
        elif accused is not None and isinstance(claim.record, Attribution | Involvement):
            if self._aspects(denied) == {"occurrence"}:
                return  # that it happened is denied, whoever did it
            if not self._has_name(accused):
                if self._alone_accused(claim, accused):
                    yield (
                        0.2,
                        say("who denies may be a part of who is accused, or the other way round"),
                    )
            elif not all(map(self._is_person, self._deniers(denied))):
                yield -0.4, say("against: another one is accused")
            elif self._is_named(accused):
                yield 0.4, say("the report names who is accused")

    def _parties_of(self, denied: Known[Proposition]) -> tuple[str, ...]:
        """Return who denies, whom the denial is about, and whom they may belong to, by name."""
        if denied.id not in self._parties:
            actor = getattr(denied.record, "actor", None)
            # A reader takes the first name in a denial for the actor: a person may be the victim.
            about = [] if actor is None or self._is_person(actor) else [actor]
            found = dict.fromkeys([*self._deniers(denied), *about])
            for each in self._around if denied.id in self._proposed else ():
                if any(self._alike.are_kin(each, one) for one in found):
                    found[each] = None
            self._parties[denied.id] = tuple(found)
        return self._parties[denied.id]

    def _whose(self, denied: Known[Proposition], claim: Known[Proposition]) -> Iterator[Reason]:
        """Yield that the denial names whoever claims it."""
        words = stems(denied.record.text)
        for each in self._weighed.supporters(claim.id):
            speaker = each.record.speaker
            if speaker is None:
                continue
            kin = (one for one in self._around if self._alike.are_kin(one, speaker))
            if any(self._events.names(words, name) for name in (speaker, *kin)):
                yield 0.6, say("the denial names who says it")
                return

    def _is_only_blame(self, accused: str) -> bool:
        """Say whether a party is accused of one incident alone: then it is clear what is denied."""
        count = self._blamed_in.get(accused)
        if count is None:
            count = self._blamed_in[accused] = len({
                each.record.incident for each in self._weighed.board.of(Attribution)
                if each.id not in self._proposed
                and self._alike.one_party(each.record.actor, accused)
            })  # fmt: skip
        return count == 1

    def _called(self, words: frozenset[str], party: str) -> bool:
        """Say whether words have the last word of a party's name: the brigade, the militia."""
        if self._is_person(party):
            return False
        known = self._weighed.board.find(party)
        names = getattr(known.record, "names", ()) if known is not None else ()
        return any(
            len(last := _last(bare(form))) >= LONG and stems(last) <= words
            for form in names if is_name(form)
        )  # fmt: skip

    def _is_called_after(self, accused: str, party: str) -> bool:
        """Say whether the name of who is accused has that of a party: a coastguard cutter."""
        known = self._weighed.board.find(accused)
        names = getattr(known.record, "names", ()) if known is not None else ()
        words = frozenset(word for form in names for word in stems(form.full))
        known = self._weighed.board.find(party)
        parts = getattr(known.record, "names", ()) if known is not None else ()
        return not self._is_person(party) and any(
            " " not in (name := bare(form)) and len(name) >= LONG and stems(name) <= words
            for form in parts
        )

    def _is_person(self, party: str) -> bool:
        known = self._weighed.board.find(party)
        record = known.record if known is not None else None
        return isinstance(record, Person) or getattr(record, "kind", "") == "person"

    def _has_name(self, party: str) -> bool:
        """Say whether a party is called by a name, and not only described ("a man")."""
        known = self._weighed.board.find(party)
        return any(is_name(form) for form in getattr(known and known.record, "names", ()))

    def _alone_accused(self, claim: Known[Proposition], accused: str) -> bool:
        """Say whether nobody else is said to have done what a claim says of its incident."""
        incident = claim.record.incident
        return incident is not None and all(
            self._alike.one_party(each, accused) for each in self._accused_of().get(incident, ())
        )

    def _accused_of(self) -> dict[str, list[str]]:
        """Return who is said to have done it, by incident, denials left out."""
        if not self._accused:
            for each in self._weighed.board.of(Attribution):
                incident, actor = each.record.incident, each.record.actor
                if incident is not None and each.id not in self._denied:
                    named = self._accused.setdefault(incident, [])
                    if actor not in named:
                        named.append(actor)
        return self._accused

    def _is_named(self, party: str) -> bool:
        return any(self._alike.one_party(each, party) for each in self._around)

    # -- what --------------------------------------------------------------------------------------

    def _what(self, denied: Known[Proposition], claim: Known[Proposition]) -> Iterator[Reason]:
        """Yield why what is claimed is what is denied: who did it, that it happened, how many."""
        words, aspects = stems(denied.record.text), self._aspects(denied)
        if isinstance(claim.record, Figure):
            measured = labelled("measure", claim.record.measure)
            if isinstance(denied.record, Figure) or "scale" in aspects:
                yield 0.4, say("both are numbers: {measure}", measure=measured)
            elif claim.record.measure in words:
                yield 0.4, say("the denial is about: {measure}", measure=measured)
        elif isinstance(claim.record, Attribution | Involvement):
            if "attribution" in aspects:
                yield 0.3, say("says who did it")
            elif "occurrence" in aspects and self._alone_tells(claim):
                yield 0.4, say("says that it happened")
        elif "occurrence" in aspects and self._tells(claim):
            yield 0.5, say("says that it happened")
        mine = telling_words(denied.record.text) - self._events.named
        shared = mine & telling_words(claim.record.text)
        if shared:
            few = listed(sorted(shared)[:4])
            whole = shared == mine and "attribution" not in aspects  # "There was no cable"
            rare = any(self._claimed.is_rare(word, claim) for word in shared)
            worth = 0.2 * len(shared) + (_RARE if rare else 0.0) + (_ALL_OF_IT if whole else 0.0)
            worth = min(worth, _MOST_WORDS)
            yield worth, say("the same words: {words}", words=few)

    def _alone_tells(self, claim: Known[Proposition]) -> bool:
        """Say whether nobody else says of its incident who did it, nor plainly that it was."""
        incident = claim.record.incident
        return incident is not None and not any(
            each.record.incident == incident and each.id != claim.id and each.id not in self._denied
            for kind in (Attribution, Occurrence)
            for each in self._weighed.board.of(kind)
        )

    def _tells(self, claim: Known[Proposition]) -> bool:
        """Say whether a claim has the words by which its incident is called."""
        incident = self._weighed.board.get(claim.record.incident, Incident)
        if incident is None or not isinstance(claim.record, Act | Attribution | Occurrence):
            return False
        called = apart(incident.record.title.partition(",")[0])
        words = apart(claim.record.text or "")
        return any(one_verb(one, two) for one in called for two in words)


def _denied(weighed: Weighed) -> dict[str, list[Assertion]]:
    """Return who denies what, by proposition."""
    found: dict[str, list[Assertion]] = {}
    for each in weighed.board.of(Assertion):
        if each.record.stance in _AGAINST:
            found.setdefault(each.record.about, []).append(each.record)
    return found


def _number(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.low, figure.high, figure.bound


def _last(name: str) -> str:
    return name.split()[-1] if name.split() else ""
