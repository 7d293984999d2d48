"""The exercise at the gate: if it cannot be opened once it is made, the page says why."""

from __future__ import annotations

from pathlib import Path


def test_an_exercise_that_cannot_be_opened_is_said_to_be_at_fault(tmp_path: Path) -> None:
    from django.test import Client

    from probatum.desk.gate.keys import COOKIE, KEYS
    from probatum.desk.gate.making import EXERCISE
    from probatum.desk.holding import DESK

    assert not DESK.is_open
    EXERCISE.folder, EXERCISE.done, EXERCISE.error = tmp_path / "not-there", True, None
    client = Client(SERVER_NAME="localhost")
    client.cookies[COOKIE] = KEYS.gate
    try:
        answer = client.get("/exercise/progress/")
        assert answer.status_code == 400
        page = answer.content.decode()
        assert 'http-equiv="refresh"' not in page and "not-a-case" in page and 'href="/"' in page
    finally:
        EXERCISE.folder, EXERCISE.done, EXERCISE.error = None, False, None
