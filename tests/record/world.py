"""Small invented worlds: records made in a line, named by words, laid on a board."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import Any

from probatum.model.nouns import (
    Assertion,
    Attribution,
    Depiction,
    EventPlace,
    EventTime,
    Figure,
    Incident,
    Occurrence,
    Place,
    SameAs,
    Source,
)
from probatum.model.record import Record
from probatum.model.values import Citation, NameForm, When
from probatum.record.board import Board, Known
from probatum.record.clashes import Contradiction
from probatum.record.contradictions import contradictions
from probatum.record.corroboration import Corroboration, corroboration
from probatum.record.reprints import Reprints
from probatum.record.weighing import Weighed

INCIDENT = "incident"


def ident(name: str) -> str:
    """The object id that stands for a name: every name of a world gives another one."""
    return name.encode().hex().ljust(32, "0")[-32:]


class World:
    """Records under names; ids, references and log positions follow from them."""

    def __init__(self) -> None:
        self.known: list[Known[Record]] = []
        self.texts: dict[str, str] = {}
        self.put(INCIDENT, Incident(title="The mill road"))

    def put(self, name: str, record: Record, *, retracted: bool = False) -> str:
        number = len(self.known)
        self.known.append(
            Known(
                ident(name), f"EXR-{name}", record.noun, record, number,
                f"2026-01-02T03:{number // 60:02}:{number % 60:02}.000000Z", "A. Analyst",
                retracted,
            )
        )  # fmt: skip
        return ident(name)

    # -- what there is --------------------------------------------------------------------------

    def source(self, name: str, **fields: Any) -> str:
        fields = {"kind": "person", "names": (NameForm(full=name),), **fields}
        return self.put(name, Source(**fields))

    def same(self, a: str, b: str, answer: Any = "yes") -> None:
        record = SameAs(between=(ident(a), ident(b)), answer=answer, reasons="a test")
        self.put(f"same{len(self.known)}", record)

    def place(self, name: str, within: str | None = None, **fields: Any) -> str:
        above = None if within is None else ident(within)
        return self.put(name, Place(names=(NameForm(full=name),), within=above, **fields))

    def occurrence(self, name: str, **fields: Any) -> str:
        fields = {"text": name, "incident": ident(INCIDENT), **fields}
        return self.put(name, Occurrence(**fields))

    def figure(self, name: str, number: int, bound: Any = "exact", **fields: Any) -> str:
        low = None if bound in ("up_to", "less_than") else number
        high = None if bound in ("at_least", "more_than") else number
        fields = {"measure": "killed", "incident": ident(INCIDENT), "low": low, "high": high,
                  "bound": bound, **fields}  # fmt: skip
        return self.put(name, Figure(**fields))

    def time(self, name: str, edtf: str, act: str | None = None, **fields: Any) -> str:
        about = {} if act is None else {"act": ident(act)}
        when = When(edtf=edtf, **fields)
        return self.put(name, EventTime(when=when, incident=ident(INCIDENT), **about))

    def at(self, name: str, place: str, act: str | None = None) -> str:
        about = {} if act is None else {"act": ident(act)}
        return self.put(name, EventPlace(place=ident(place), incident=ident(INCIDENT), **about))

    def shows(self, name: str, item: str, **fields: Any) -> str:
        return self.put(name, Depiction(item=ident(item), shows=name, **fields))

    def by(self, name: str, actor: str, act: str | None = None) -> str:
        about = {} if act is None else {"act": ident(act)}
        return self.put(name, Attribution(actor=ident(actor), incident=ident(INCIDENT), **about))

    # -- who says it ----------------------------------------------------------------------------

    def says(
        self, name: str, about: str, speaker: str | None = None, stance: Any = "asserts",
        via: Iterable[str | None] = (), item: str | None = None, said: str | None = None,
        **fields: Any,
    ) -> str:  # fmt: skip
        if item is not None:
            fields["citations"] = (Citation(item=ident(item)),)
        if said is not None:
            fields["said_at"] = When(edtf=said)
        chain = tuple(None if each is None else ident(each) for each in via)
        who = None if speaker is None else ident(speaker)
        record = Assertion(about=ident(about), stance=stance, speaker=who, via=chain, **fields)
        return self.put(name, record)

    # -- what follows ---------------------------------------------------------------------------

    def board(self, shuffled: int | None = None) -> Board:
        rows = list(self.known)
        if shuffled is not None:
            Random(shuffled).shuffle(rows)
        return Board(rows)

    def weighed(self, shuffled: int | None = None) -> Weighed:
        return Weighed(self.board(shuffled))

    def contradictions(self, shuffled: int | None = None) -> tuple[Contradiction, ...]:
        return contradictions(self.weighed(shuffled))

    def kinds(self) -> list[tuple[str, str]]:
        return [(each.kind, each.certainty) for each in self.contradictions()]

    def support(self, about: str, shuffled: int | None = None) -> Corroboration:
        weighed = self.weighed(shuffled)
        texts = {ident(item): text for item, text in self.texts.items()}
        known = next(each for each in weighed.board.all() if each.id == ident(about))
        return corroboration(weighed, Reprints(weighed.board, texts), known)  # type: ignore[arg-type]

    def origins(self, about: str) -> tuple[int, int]:
        found = self.support(about).origins
        return found.low, found.high
