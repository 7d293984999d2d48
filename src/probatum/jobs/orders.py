"""Orders: packages to make and packages to verify, with what must not lie on a disk.

A job in the desk database names its order by a key without meaning. The passphrase, the keys of a
recipient and that of a compartment stand in the order, which is in memory: a job that is taken up
after a restart finds none, says that it was ended, and nothing half-done is left.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field

from probatum.acts.disclose_items import (
    UNSAID,
    Decisions,
    Disclosed,
    Handling,
    Protection,
    Withholding,
)
from probatum.acts.inside import Inside
from probatum.acts.look_at_package import Arrived, Looked, Opening
from probatum.errors import ProbatumError, WorldError
from probatum.jobs.shelf import Shelf


@dataclass(slots=True, repr=False)
class Order:
    """What every order has: where it is made, how it ended, and whether somebody stopped it."""

    inside: Inside | None = None
    error: ProbatumError | None = None
    busy: bool = False  # a job works at it, or will
    stop: threading.Event = field(default_factory=threading.Event)

    def go_on(self) -> None:
        """Raise WorldError ``stopped`` once somebody wants no more of it."""
        if self.stop.is_set():
            raise stopped("somebody stopped it")


@dataclass(slots=True, repr=False)
class PackageOrder(Order):
    """A package to make; ``said`` are the words of its form, for the page that asks again."""

    to: str = ""
    purpose: str = ""
    items: tuple[str, ...] = ()
    withhold: tuple[Withholding, ...] = ()
    use: str | None = None
    handling: Handling = UNSAID
    with_originals: bool = True
    complete: bool = False
    protection: Protection = field(default_factory=Protection)
    decisions: Decisions = field(default_factory=Decisions)
    said: Mapping[str, list[str]] = field(default_factory=dict)
    made: Disclosed | None = None
    looked: Looked | None = None


@dataclass(slots=True, repr=False)
class VerificationOrder(Order):
    """A package to verify, and what opens it."""

    arrived: Arrived | None = None
    opening: Opening = field(default_factory=Opening)
    was_ours: bool = False  # what was said, for the page that asks again
    looked: Looked | None = None


def stopped(found: str) -> WorldError:
    """Return the error of a job that was ended before it was done."""
    return WorldError(
        "stopped", item="the package", expected="to be done with in one go", found=found,
        remedy="begin again: no file was left, and no passphrase was kept",
    )  # fmt: skip


def _close(order: Order) -> None:
    order.stop.set()
    if isinstance(order, VerificationOrder) and order.arrived is not None:
        order.arrived.stream.close()


ORDERS: Shelf[Order] = Shelf(may_go=lambda order: not order.busy, gone=_close)
