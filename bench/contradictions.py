"""Contradictions of an incident with 1,000 assertions, against decoding these records once.

Processor time of the quickest of several runs: what else the machine does is not counted.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import msgspec
from _measure import promise

from probatum.model.nouns import (
    Assertion,
    Attribution,
    EventTime,
    Figure,
    Incident,
    Occurrence,
    Source,
    decode,
    plain,
)
from probatum.model.record import Record
from probatum.model.values import NameForm, When
from probatum.record.board import Board, Known
from probatum.record.contradictions import contradictions
from probatum.record.weighing import Weighed

ASSERTIONS, SPEAKERS, PROPOSITIONS, TIMES = 1_000, 60, 120, 9
STANCES = ("asserts", "reports", "reports", "asserts", "denies", "condemns", "acknowledges")


def ident(number: int) -> str:
    return f"{number:032x}"


def proposition(number: int) -> Record:
    incident, day = ident(0), f"2026-03-{1 + number % 20:02}"
    match number % 4:
        case 0:
            return Figure(measure="killed", incident=incident, low=20 + number % 30, high=None,
                          bound="at_least", as_of=When(edtf=day), cumulative=True)  # fmt: skip
        case 1:
            count = 15 + number % 30
            return Figure(measure="killed", incident=incident, low=count, high=count, bound="exact",
                          as_of=When(edtf=day))  # fmt: skip
        case 2:
            return EventTime(when=When(edtf=day), incident=incident, act=ident(1))
    if number % 8 == 3:
        return Attribution(actor=ident(100 + number % 5), incident=incident)
    return Occurrence(text=f"An invented event {number}", incident=incident)


def world() -> list[Record]:
    """Make an incident with its sources, 120 propositions and 1,000 assertions."""
    records: list[Record] = [Incident(title="Invented"), Occurrence(text="The act")]
    records += [Occurrence(text="Filler")] * (100 - len(records))
    records += [
        Source(kind="person", names=(NameForm(full=f"Speaker {number}"),))
        for number in range(SPEAKERS)
    ]
    first = len(records)
    records += [proposition(number) for number in range(PROPOSITIONS)]
    records += [
        Assertion(
            about=ident(first + number * 7 % PROPOSITIONS),
            stance=STANCES[number % len(STANCES)],  # type: ignore[arg-type]
            speaker=ident(100 + number % SPEAKERS),
            said_at=When(edtf=f"2026-03-{1 + number % 28:02}"),
            quote=f"Invented words of speaker {number % SPEAKERS}, number {number}",
        )
        for number in range(ASSERTIONS)
    ]
    return records


def timed(act: Callable[[], object]) -> float:
    """Return how long an act takes, in seconds of processor time."""
    start = time.process_time()
    act()
    return time.process_time() - start


def main() -> int:
    records = world()
    spelled = [msgspec.json.encode(plain(each)) for each in records]
    known = [
        Known(ident(number), f"EXR-{number}", each.noun, each, number, "2026-01-02T00:00:00Z", "B")
        for number, each in enumerate(records)
    ]
    found = contradictions(Weighed(Board(known)))
    decoding = min([timed(lambda: [decode(each) for each in spelled]) for _ in range(TIMES)])
    ours = min([timed(lambda: contradictions(Weighed(Board(known)))) for _ in range(TIMES)])
    print(f"  {ASSERTIONS:,} assertions about {PROPOSITIONS} propositions: {len(found):,} found")
    print(f"  decoding these records: {decoding * 1000:.1f} ms")
    kept = promise("contradictions, ms", ours * 1000, 50, at_most=True)
    print(f"  against decoding: {ours / decoding:.1f} times")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
