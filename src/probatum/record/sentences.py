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
from probatum.record.board import Board, Known
from probatum.record.figures import number_words
from probatum.record.naming import Naming
from probatum.record.weighing import Claim, Weighed

ALLEGED: tuple[type[Proposition], ...] = (
    Attribution, Involvement, Characterisation, Intent, Act, Membership,
)  # fmt: skip
_STANCES = {
    "claims_responsibility": "claims responsibility for", "calls_for": "calls for",
    "commits_to": "commits to", "declines_to_comment": "declines to comment on",
}  # fmt: skip
_BASES = {
    "saw": "saw it", "heard": "heard it", "took_part": "took part", "was_told": "was told it",
    "inferred": "inferred it",
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
    """Words for the propositions and assertions of one board."""

    def __init__(self, weighed: Weighed) -> None:
        self._weighed = weighed
        self._board: Board = weighed.board
        self.naming = Naming(weighed.board)

    def proposition(self, known: Known[Proposition]) -> str:
        """Return what may be true or false, in one line."""
        words = self._content(known.record, known)
        text = known.record.text
        if text and text not in words:
            words = f"{words}: {text}" if words else text
        return f"alleged: {words}" if isinstance(known.record, ALLEGED) else words

    def _content(self, record: Proposition, known: Known[Proposition]) -> str:
        naming = self.naming
        match record:
            case Occurrence():
                kind = naming.term("act-type", record.kind) if record.kind else ""
                return kind + self._at(record.when, record.place)
            case Act():
                whom = f" of {naming.name(record.victim)}" if record.victim else ""
                how = f", by {naming.term('method', record.method)}" if record.method else ""
                kind = naming.term("act-type", record.kind)
                return kind + whom + how + self._at(record.when, record.place)
            case Attribution():
                return f"{naming.name(record.actor)} did it{self._act(record.act)}"
            case Involvement():
                degree = naming.term("degree", record.degree)
                return f"{naming.name(record.actor)}: {degree}{self._act(record.act)}"
            case Characterisation():
                term = naming.term("legal-term", record.term)
                return f"in law it is {term}{self._act(record.act)}"
            case Intent():
                who = naming.name(record.actor) if record.actor else "an actor who is not named"
                return f"intent ({who}, {record.kind})"
            case Status():
                when = f", {naming.when(record.when)}" if record.when else ""
                return f"{naming.name(record.of)}: {naming.term('status', record.status)}{when}"
            case Membership():
                role = ", ".join(each for each in (record.role, record.rank) if each)
                words = f"{naming.name(record.who)}: {record.kind} of {naming.name(record.group)}"
                return words + (f" ({role})" if role else "")
            case Weapon():
                return f"weapon: {naming.term('weapon', record.weapon)}{self._act(record.act)}"
            case EventTime():
                return f"time {naming.when(record.when)}{self._act(record.act)}"
            case EventPlace():
                return f"place {naming.place(record.place)}{self._act(record.act)}"
            case Identity():
                return f"{naming.name(record.who)} is {naming.name(record.is_same_as)}"
            case Depiction():
                item = self._board.item_ref(record.item) or "an item that is not here"
                return f"{item} shows: {record.shows}{self._at(record.when, record.place)}"
            case Measure():
                kind = naming.term("political-measure", record.kind) if record.kind else "measure"
                by = f" by {naming.name(record.actor)}" if record.actor else ""
                to = f" of {naming.name(record.addressee)}" if record.addressee else ""
                return f"{kind} {record.stage}{by}{to}{self._at(record.when, None)}"
            case Figure():
                return self._figure(record, known)
            case Opinion():
                return "opinion"
        return known.noun

    def _figure(self, figure: Figure, known: Known[Proposition]) -> str:
        naming = self.naming
        stated = self._board.get(known.id, Figure)
        number = number_words(stated) if stated is not None else "a number"
        base = self._board.get(figure.relative_to, Figure)
        if base is not None:
            number = number.replace("another figure", f"{number_words(base)} ({base.ref})")
        people = figure.population
        measure = naming.term("measure", figure.measure)
        compared = figure.relation is not None and figure.bound is None
        parts = [f"{measure}: {number}" if compared else f"{number} {measure}"]
        if people not in (None, "not-stated"):
            parts.append("people counted: " + naming.term("population", people or ""))
        if figure.counting_unit != "person":
            parts.append(f"counted by {naming.term('counting-unit', figure.counting_unit)}")
        if figure.place:
            parts.append("in " + naming.name(figure.place))
        if figure.period:
            parts.append("over " + naming.when(figure.period))
        as_of = figure.as_of
        known_as_of = as_of is not None and as_of.unknown is None
        parts.append("as of " + naming.when(as_of) if known_as_of else "as-of date not stated")
        method = figure.method_claimed.replace("_", " ")
        parts.append("method not stated" if method == "not stated" else f"{method}, it is said")
        for word, each in (("including", figure.includes), ("excluding", figure.excludes)):
            if each:
                parts.append(f"{word} {'; '.join(each)}")
        return ", ".join(parts)

    def _at(self, when: object, place: str | None) -> str:
        words = f", in {self.naming.place(place)}" if place else ""
        stated = self.naming.when(when) if when is not None else ""  # type: ignore[arg-type]
        return words + (f", {stated}" if stated else "")

    def _act(self, act: str | None) -> str:
        known = self._board.find(act) if act else None
        return f" (of {known.ref})" if known is not None else ""

    # -- who says it ----------------------------------------------------------------------------

    def said(self, claim: Claim) -> Said:
        """Return an assertion in words, with where it is cited and recorded."""
        record, naming = claim.record, self.naming
        gone = self._weighed.withdrawn.get(claim.id)
        translation = record.translation
        return Said(
            claim.id, claim.ref, claim.index, claim.recorded_at, claim.by, self._stance(record),
            self._speaker(claim),
            tuple("an unknown link" if each is None else naming.name(each) for each in record.via),
            _BASES.get(record.basis or "", "how they know: not stated"),
            record.hedges,
            record.quote,
            None if translation is None else f"{translation.text} ({translation.language}, "
            f"translated by {translation.by}{', a machine' if translation.machine else ''})",
            naming.when(record.said_at), tuple(map(naming.citation, record.citations)),
            "a machine" if record.machine is not None else "a person",
            None if gone is None else f"{gone.how} by {gone.by.ref}",
        )  # fmt: skip

    def _stance(self, record: Assertion) -> str:
        words = _STANCES.get(record.stance, record.stance)
        return f"{words} ({record.denies})" if record.denies else words

    def _speaker(self, claim: Claim) -> str:
        record = claim.record
        speaker = self._weighed.speaker(claim)
        if speaker is None:
            why = record.unknown.get("speaker")
            words = "unknown speaker" + (f" ({why.replace('-', ' ')})" if why else "")
        else:
            words = self.naming.source(speaker)
        count = record.speaker_count
        if count is not None:
            low, high = count.low, count.high
            number = f"{low}" if low == high else f"{low or 'up to'}{'-' if low and high else ''}"
            number += "" if low == high else f" {high}" if low is None else f"{high or ' or more'}"
            words += f", {number} speakers"
        return words + (", anonymous" if record.voice == "anonymous" and speaker else "")


def line(said: Said) -> str:
    """Return who says it, through whom and when, in one line."""
    words = f"{said.speaker} {said.stance}"
    if said.hedges:
        words += " (hedged: " + ", ".join(f'"{each}"' for each in said.hedges) + ")"
    if said.via:
        words += ", via " + " > ".join(said.via)
    return f"{words}; {said.basis}; said {said.said_at}"
