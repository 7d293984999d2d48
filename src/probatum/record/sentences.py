"""Propositions and assertions as sentences: who says what, through whom, how they know.

A proposition never sounds like a fact: who did something, and what it is in law, is *alleged*.
"""

from __future__ import annotations

from dataclasses import dataclass

from probatum.model.nouns.assertions import Assertion
from probatum.model.nouns.figures import Figure, Measure
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
from probatum.model.tongue import later, listed, say
from probatum.model.values import When
from probatum.record.board import Board, Known
from probatum.record.figures import number_words
from probatum.record.naming import Naming
from probatum.record.weighing import Claim, Weighed

ALLEGED: tuple[type[Proposition], ...] = (
    Attribution, Involvement, Characterisation, Intent, Act, Membership,
)  # fmt: skip
_STANCES = {
    "asserts": later("asserts"), "reports": later("reports"), "denies": later("denies"),
    "disputes": later("disputes"), "acknowledges": later("acknowledges"),
    "condemns": later("condemns"), "estimates": later("estimates"), "retracts": later("retracts"),
    "corrects": later("corrects"), "claims_responsibility": later("claims responsibility for"),
    "calls_for": later("calls for"), "commits_to": later("commits to"),
    "declines_to_comment": later("declines to comment on"),
}  # fmt: skip
_BASES = {
    "saw": later("saw it"), "heard": later("heard it"), "took_part": later("took part"),
    "was_told": later("was told it"), "inferred": later("inferred it"),
}  # fmt: skip
_DENIED = {
    "occurrence": later("occurrence"), "attribution": later("attribution"), "scale": later("scale"),
}  # fmt: skip
_KINDS = {  # of intent, of belonging; stages of political measures
    "meant": later("meant"), "knew": later("knew"), "ordered": later("ordered"),
    "planned": later("planned"), "other": later("other"), "member": later("member"),
    "posting": later("posting"), "command": later("command"), "requested": later("requested"),
    "promised": later("promised"), "taken": later("taken"), "refused": later("refused"),
}  # fmt: skip
_METHODS = {
    "counted": later("counted, it is said"), "verified": later("verified, it is said"),
    "estimated": later("estimated, it is said"), "modelled": later("modelled, it is said"),
    "not_stated": later("method not stated"),
}  # fmt: skip
_GONE = {
    "retracted": later("retracted by {ref}"), "corrected": later("corrected by {ref}"),
    "replaced": later("replaced by {ref}"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One assertion in words; ``withdrawn`` says by what it no longer stands, None if it does."""

    id: str
    ref: str
    index: int
    recorded_at: str
    recorded_by: str
    stance: str
    speaker: str
    via: tuple[str, ...]
    basis: str
    hedges: tuple[str, ...]
    quote: str | None
    translation: str | None
    said_at: str
    citations: tuple[str, ...]
    made_by: str
    withdrawn: str | None


class Sentences:
    """Words for the propositions and assertions of one board, in one language; said once each."""

    def __init__(self, weighed: Weighed) -> None:
        self._propositions: dict[str, str] = {}
        self._said: dict[str, Said] = {}
        self._weighed = weighed
        self._board: Board = weighed.board
        self.naming = Naming(weighed.board)

    def proposition(self, known: Known[Proposition]) -> str:
        """Return what may be true or false, in one line."""
        words = self._propositions.get(known.id)
        if words is None:
            words = self._propositions[known.id] = self._in_a_line(known)
        return words

    def _in_a_line(self, known: Known[Proposition]) -> str:
        words = self._content(known.record, known)
        text = known.record.text
        if text and text not in words:
            words = f"{words}: {text}" if words else text
        return say("alleged: {words}", words=words) if isinstance(known.record, ALLEGED) else words

    def _content(self, record: Proposition, known: Known[Proposition]) -> str:
        naming = self.naming
        match record:
            case Occurrence():
                kind = naming.term("act-type", record.kind) if record.kind else ""
                return listed([kind, *self._at(record.when, record.place)])
            case Act():
                act = naming.term("act-type", record.kind)
                if record.victim:
                    act = say("{act} of {whom}", act=act, whom=naming.name(record.victim))
                if record.method:
                    act = say("{act}, by {method}", act=act,
                              method=naming.term("method", record.method))  # fmt: skip
                return listed([act, *self._at(record.when, record.place)])
            case Attribution():
                did = say("{who} did it", who=naming.name(record.actor))
                return did + self._act(record.act)
            case Involvement():
                degree = naming.term("degree", record.degree)
                return f"{naming.name(record.actor)}: {degree}{self._act(record.act)}"
            case Characterisation():
                term = naming.term("legal-term", record.term)
                return say("in law it is {term}", term=term) + self._act(record.act)
            case Intent():
                who = naming.name(record.actor) if record.actor else ""
                return say("intent ({who}, {kind})", who=who or say("an actor who is not named"),
                           kind=_kind(record.kind))  # fmt: skip
            case Status():
                when = f", {naming.when(record.when)}" if record.when else ""
                return f"{naming.name(record.of)}: {naming.term('status', record.status)}{when}"
            case Membership():
                role = ", ".join(each for each in (record.role, record.rank) if each)
                words = say("{who}: {kind} of {group}", who=naming.name(record.who),
                            kind=_kind(record.kind), group=naming.name(record.group))  # fmt: skip
                return words + (f" ({role})" if role else "")
            case Weapon():
                weapon = say("weapon: {weapon}", weapon=naming.term("weapon", record.weapon))
                return weapon + self._act(record.act)
            case EventTime():
                return say("time {when}", when=naming.when(record.when)) + self._act(record.act)
            case EventPlace():
                place = say("place {place}", place=naming.place(record.place))
                return place + self._act(record.act)
            case Identity():
                return say("{who} is {other}", who=naming.name(record.who),
                           other=naming.name(record.is_same_as))  # fmt: skip
            case Depiction():
                item = self._board.item_ref(record.item) or say("an item that is not here")
                shows = say("{item} shows: {what}", item=item, what=record.shows)
                return listed([shows, *self._at(record.when, record.place)])
            case Measure():
                kind = naming.term("political-measure", record.kind) if record.kind else ""
                words = say("{measure} {stage}", measure=kind or say("measure"),
                            stage=_kind(record.stage))  # fmt: skip
                if record.actor:
                    words = say("{words} by {who}", words=words, who=naming.name(record.actor))
                if record.addressee:
                    words = say("{words} of {whom}", words=words,
                                whom=naming.name(record.addressee))  # fmt: skip
                return listed([words, *self._at(record.when, None)])
            case Figure():
                return self._figure(record, known)
            case Opinion():
                return say("opinion")
        return known.noun

    def _figure(self, figure: Figure, known: Known[Proposition]) -> str:
        naming = self.naming
        stated = self._board.get(known.id, Figure)
        base = self._board.get(figure.relative_to, Figure)
        than = None if base is None else f"{number_words(base)} ({base.ref})"
        number = say("a number") if stated is None else number_words(stated, than)
        people = figure.population
        measure = naming.term("measure", figure.measure)
        compared = figure.relation is not None and figure.bound is None
        parts = [say("{measure}: {number}", measure=measure, number=number) if compared
                 else say("{number} {measure}", number=number, measure=measure)]  # fmt: skip
        if people not in (None, "not-stated"):
            parts.append(say("people counted: {who}", who=naming.term("population", people or "")))
        if figure.counting_unit != "person":
            unit = naming.term("counting-unit", figure.counting_unit)
            parts.append(say("counted by {unit}", unit=unit))
        if figure.place:
            parts.append(say("in {place}", place=naming.name(figure.place)))
        if figure.period:
            parts.append(say("over {period}", period=naming.when(figure.period)))
        as_of = figure.as_of
        known_as_of = as_of is not None and as_of.unknown is None
        parts.append(say("as of {when}", when=naming.when(as_of)) if known_as_of
                     else say("as-of date not stated"))  # fmt: skip
        parts.append(say(_METHODS[figure.method_claimed]))
        if figure.includes:
            parts.append(say("including {what}", what="; ".join(figure.includes)))
        if figure.excludes:
            parts.append(say("excluding {what}", what="; ".join(figure.excludes)))
        return listed(parts)

    def _at(self, when: When | None, place: str | None) -> tuple[str, str]:
        return (
            say("in {place}", place=self.naming.place(place)) if place else "",
            self.naming.when(when) if when is not None else "",
        )

    def _act(self, act: str | None) -> str:
        known = self._board.find(act) if act else None
        return " " + say("(of {ref})", ref=known.ref) if known is not None else ""

    # -- who says it ----------------------------------------------------------------------------

    def said(self, claim: Claim) -> Said:
        """Return an assertion in words, with where it is cited and recorded."""
        found = self._said.get(claim.id)
        if found is None:
            found = self._said[claim.id] = self._in_words(claim)
        return found

    def _in_words(self, claim: Claim) -> Said:
        record, naming = claim.record, self.naming
        gone = self._weighed.withdrawn.get(claim.id)
        translation = record.translation
        return Said(
            claim.id, claim.ref, claim.index, claim.recorded_at, claim.by, self._stance(record),
            self._speaker(claim),
            tuple(
                say("an unknown link") if each is None else naming.name(each) for each in record.via
            ),
            say(_BASES.get(record.basis or "", later("how they know: not stated"))),
            record.hedges,
            record.quote,
            None if translation is None else f"{translation.text} ({translation.language}, "
            + say("translated by {who}", who=translation.by)
            + (", " + say("a machine") if translation.machine else "") + ")",
            naming.when(record.said_at), tuple(map(naming.citation, record.citations)),
            say("a machine") if record.machine is not None else say("a person"),
            None if gone is None else say(_GONE[gone.how], ref=gone.by.ref),
        )  # fmt: skip

    def _stance(self, record: Assertion) -> str:
        words = say(_STANCES.get(record.stance, record.stance))
        return f"{words} ({say(_DENIED[record.denies])})" if record.denies else words

    def _speaker(self, claim: Claim) -> str:
        record = claim.record
        speaker = self._weighed.speaker(claim)
        if speaker is None:
            why = record.unknown.get("speaker")
            words = say("unknown speaker")
            words += f" ({self.naming.term('unknown-reason', why)})" if why else ""
        else:
            words = self.naming.source(speaker)
        count = record.speaker_count
        if count is not None:
            low, high = count.low, count.high
            if low == high:
                number = say("{n} speakers", n=low)
            elif low is None:
                number = say("up to {n} speakers", n=high)
            elif high is None:
                number = say("{n} or more speakers", n=low)
            else:
                number = say("{n} speakers", n=f"{low}-{high}")
            words = listed([words, number])
        if record.voice == "anonymous" and speaker:
            words = listed([words, say("anonymous")])
        return words


def line(said: Said) -> str:
    """Return who says it, through whom and when, in one line."""
    words = whose(said)
    return say("{words}; {basis}; said {when}", words=words, basis=said.basis, when=said.said_at)


def whose(said: Said) -> str:
    """Return who says it and through whom, in one line."""
    words = say("{who} {says}", who=said.speaker, says=said.stance)
    if said.hedges:
        quoted = ", ".join(f'"{each}"' for each in said.hedges)
        words += " " + say("(hedged: {words})", words=quoted)
    if said.via:
        words = listed([words, say("via {whom}", whom=" > ".join(said.via))])
    return words


def _kind(code: str) -> str:
    return say(_KINDS.get(code, code))
