"""Guessing names, passwords and codes."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from desk.people.visitors import PASSWORD, attempt, browser, is_in, kinds, person, sign_in

pytestmark = pytest.mark.usefixtures("pages")

WAIT = "Too many attempts failed"


@pytest.mark.parametrize("name", ["olena", "nobody"])
def test_after_five_failures_a_name_has_to_wait_whether_it_exists_or_not(name: str) -> None:
    person("olena")
    for _ in range(5):
        assert WAIT not in attempt(name, "wrong")
    assert WAIT in attempt(name, "wrong")
    assert WAIT in attempt(name.upper(), PASSWORD)  # the right one, too
    assert kinds() == ["sign-in-failed"] * 5 + ["locked-out"]


def test_the_wait_ends_and_hammering_does_not_prolong_it(clock) -> None:
    person("olena")
    for _ in range(5):
        attempt("olena", "wrong")
    for _ in range(14):
        clock.go(minutes=1)
        assert WAIT in attempt("olena", PASSWORD)
    clock.go(minutes=1, seconds=1)
    assert is_in(sign_in("olena"))


def test_somebody_else_is_not_kept_out() -> None:
    person("olena")
    person("petro")
    for _ in range(6):
        attempt("olena", "wrong")
    assert is_in(sign_in("petro"))


def test_a_right_password_forgets_the_wrong_ones_before_it() -> None:
    person("olena")
    for _ in range(3):
        for _ in range(4):
            attempt("olena", "wrong")
        sign_in("olena")


def test_trying_one_password_on_many_names_locks_the_address() -> None:
    person("olena")
    for at in range(40):
        assert WAIT not in attempt(f"name{at}", "summer2026!", by=browser(address="10.0.0.7"))
    assert WAIT in attempt("olena", PASSWORD, by=browser(address="10.0.0.7"))
    assert is_in(sign_in("olena", by=browser(address="10.0.0.8")))


def test_starting_the_desk_again_forgets_no_failure(database) -> None:
    from django.core.cache import cache
    from django.db import connections
    from django.test import override_settings

    person("olena")
    for _ in range(5):
        attempt("olena", "wrong")
    cache.clear()
    connections["default"].close()
    with override_settings(SECRET_KEY="another process has another key, fifty letters long"):
        assert WAIT in attempt("olena", PASSWORD)


def test_many_attempts_at_once_are_no_way_round() -> None:
    from django.db import connections

    person("olena")

    def guess(number: int) -> bool:
        try:
            return WAIT in attempt("olena", f"guess {number}")
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(6) as threads:
        refused = list(threads.map(guess, range(12)))
    assert refused.count(False) == 5


def test_what_was_typed_as_a_name_is_kept_nowhere(database) -> None:
    from probatum.desk.people.models import Event, Failure

    attempt(PASSWORD, "olena")  # the wrong way round
    kept = [*Event.objects.values(), *Failure.objects.values()]
    assert len(kept) == 3
    assert PASSWORD not in str(kept)


def test_every_answer_costs_one_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    from django.contrib.auth.hashers import MD5PasswordHasher

    person("known")
    gone, invited = person("gone"), person("invited")
    gone.is_active = False
    gone.save()
    invited.set_unusable_password()
    invited.save()
    hashed: list[str] = []
    plain = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return plain(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    cost = {}
    for name in ("known", "gone", "invited", "nobody"):
        hashed.clear()
        attempt(name, "wrong")
        cost[name] = len(hashed)
    assert cost == {"known": 1, "gone": 1, "invited": 1, "nobody": 1}


def test_a_stolen_session_cannot_guess_the_password_either() -> None:
    person("olena")
    client = sign_in("olena")
    for number in range(6):
        answer = client.post("/again/", {"password": f"guess {number}"})
    assert WAIT in answer.content.decode()
    person("petro")
    client = sign_in("petro")
    new = "eleven white swans on the pond"
    for number in range(6):
        told = {"oldpassword": f"guess {number}", "password1": new, "password2": new}
        answer = client.post("/me/password/", told)
    assert WAIT in answer.content.decode()
