"""What a session takes from outside: clock, machine, the state that lies outside the case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from probatum.collect.machine import clock_state, machine_name
from probatum.preserve import state

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the time of the machine's clock in UTC."""
    return datetime.now(UTC)


def spell(moment: datetime) -> str:
    """Return a time as RFC 3339 in UTC with microseconds."""
    if moment.tzinfo is not UTC:
        moment = moment.astimezone(UTC)
    return moment.isoformat(timespec="microseconds")[:-6] + "Z"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a session takes from outside: clock, machine, clock state, state folder."""

    clock: Clock
    machine: str
    clock_state: str
    state_folder: Path


def surroundings() -> Surroundings:
    """Return the surroundings of this process."""
    return Surroundings(utc_now, machine_name(), clock_state(), state.state_folder())
