"""The desk publishes its logs although others keep their turn for long."""

from __future__ import annotations

import pytest

from desk.opened_desk import OpenedDesk
from record_case import INCIDENT


def test_a_turn_that_took_long_does_not_end_publishing(
    desk: OpenedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    import threading
    import time

    from probatum.acts.put_record import put
    from probatum.desk.holding import DESK

    publishing = [each for each in threading.enumerate() if each.name == "publish"]
    assert publishing
    monkeypatch.setattr("probatum.acts.turns.WAIT_SECONDS", 0.05)
    monkeypatch.setattr("probatum.desk.holding.PUBLISH_SECONDS", 0.01)
    with desk.session("investigator") as session:
        put(session, INCIDENT)
        until = time.monotonic() + 1.5  # the publisher is refused its turn at least once
        while time.monotonic() < until:
            time.sleep(0.05)
    monkeypatch.undo()
    assert publishing[-1].is_alive()
    until = time.monotonic() + 20
    published = False
    while not published and time.monotonic() < until:
        with DESK.turns.first() as session:
            published = session.case.evidence.checkpoint.size == session.case.evidence.size
        time.sleep(0.05)
    assert published
