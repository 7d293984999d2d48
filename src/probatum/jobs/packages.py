"""Two tasks about packages: make one, and verify one. What is secret stands in their orders."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from probatum.acts.disclose_items import Protection, disclose
from probatum.acts.look_at_package import Arrived, Opening, look, own_key, room_for, scratch_in
from probatum.acts.turns import Turns
from probatum.acts.waiting_packages import new_place
from probatum.errors import ProbatumError
from probatum.jobs.job import Progress, Result, Wanted
from probatum.jobs.orders import ORDERS, Order, PackageOrder, VerificationOrder, stopped

TELL_SECONDS = 0.25
Kind = TypeVar("Kind", bound=Order)


def make_package(turns: Turns, job: Wanted, progress: Progress) -> Result:
    """Make the package of the order ``order``, then verify it as the recipient will.

    Raises WorldError ``stopped`` if the process in which it was ordered has ended.
    """
    order = _ordered(job, PackageOrder)
    try:
        with turns.of(job.by, job.role, order.inside) as session:
            order.go_on()
            folder, own, target = room_for(session, 0), own_key(session), new_place(session)
            copy = scratch_in(folder)
            try:
                made = disclose(
                    session, to=order.to, purpose=order.purpose, items=order.items or None,
                    withhold=order.withhold, use=order.use, handling=order.handling,
                    with_originals=order.with_originals, complete=order.complete, target=target,
                    protection=order.protection, decisions=order.decisions, copy=copy,
                    on_progress=_half(order, progress),
                )  # fmt: skip
            except BaseException:
                copy.close()
                raise
        order.made, order.protection = made, Protection()
        with copy:
            arrived = Arrived(copy, target.name, made.size_bytes, made.sha256)
            try:
                order.looked = look(arrived, Opening(is_ours=True), own, folder,
                                    _told(order, progress, "verifying"))  # fmt: skip
            except ProbatumError as error:  # the package is there all the same
                order.error = error
        return Result({"order": job.given["order"], "package": target.name})
    except ProbatumError as error:
        order.error = error
        # What went wrong inside a compartment is told on the page alone: the ledger lies outside.
        raise _silent(error) if order.inside is not None else error from error
    finally:
        order.busy = False


def verify_package(turns: Turns, job: Wanted, progress: Progress) -> Result:
    """Verify the package of the order ``order``; the case is asked for its key alone.

    Raises what ``look`` does, WorldError ``stopped``.
    """
    order = _ordered(job, VerificationOrder)
    arrived = order.arrived
    if arrived is None:
        raise stopped("no file")
    try:
        with turns.of(job.by, job.role) as session:
            order.go_on()
            own, folder = own_key(session), room_for(session, arrived.size_bytes // 2)
        order.looked = look(arrived, order.opening, own, folder,
                            _told(order, progress, "verifying"))  # fmt: skip
        return Result({"order": job.given["order"], "result": order.looked.result})
    except ProbatumError as error:
        order.error = error
        raise
    finally:
        order.opening = Opening()
        if order.looked is not None or order.stop.is_set():
            arrived.stream.close()
            order.arrived = None  # else it waits for another passphrase
        order.busy = False


def _ordered(job: Wanted, kind: type[Kind]) -> Kind:
    order = ORDERS.fetch(job.given.get("order", ""), job.by)
    if not isinstance(order, kind):
        raise stopped("the desk ended before it was done")
    return order


def _half(order: Order, progress: Progress) -> Callable[[int, int], None]:
    """Tell of the two passes over originals by their names: they are searched, then written."""
    search, write = _told(order, progress, "searching"), _told(order, progress, "writing")

    def tell(done: int, total: int) -> None:
        if 2 * done <= total:
            search(done, total)
        else:
            write(done, total)

    return tell


def _told(order: Order, progress: Progress, step: str) -> Callable[[int, int], None]:
    """Tell how far it is a few times a second, and end where somebody stopped it."""
    last = 0.0

    def tell(done: int, total: int) -> None:
        nonlocal last
        order.go_on()
        now = time.monotonic()
        if now - last >= TELL_SECONDS:
            last = now
            progress(step, done, total)

    return tell


def _silent(error: ProbatumError) -> ProbatumError:
    return type(error)(error.code, item="a package from inside a compartment")
