"""Requests that a page of somebody else, or a thief of a cookie, could have sent."""

from __future__ import annotations

from itertools import cycle
from typing import Any

import pytest

from deep import DEEP
from desk.opened_desk import OpenedDesk
from desk.test_addresses import views
from probatum.acts.log_status import status

CHANGES = ("post", "put", "patch", "delete")


def test_nothing_is_done_without_the_token_of_a_form(desk: OpenedDesk) -> None:
    """Whatever the address and the method: what another site makes a browser send is refused.

    Every address gets a form without a token and, in turn, another way and another method.
    """
    from django.test import Client

    from probatum.desk.people.models import Person

    client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    client.force_login(Person.objects.get(sign_in_name="owner"))
    ways: tuple[dict[str, Any], ...] = (
        {"headers": {"X-CSRFToken": "x" * 64}}, {"headers": {"Origin": "http://evil.example"}},
        {"headers": {"HX-Request": "true"}}, {"content_type": "text/plain", "data": '{"a": 1}'},
    )  # fmt: skip
    others = [("post", way) for way in ways] + [(method, {}) for method in CHANGES[1:]]
    turns = cycle(zip(others, others[3:] + others[:3], strict=True))
    open_ways = {
        (method, address)
        for (address, _view), some in zip(views(), turns, strict=False)
        for method, way in [("post", {}), *(others if DEEP else some)]
        if getattr(client, method)(address, **way).status_code != 403
    }
    assert open_ways == set()


def test_nobody_changes_anything_by_following_a_link(desk: OpenedDesk) -> None:
    """An image on another site can ask for any address: GET leaves the log as it is."""
    client = desk.client("owner")
    with desk.session() as session:
        before = status(session).size
    for address, _view in views():
        client.get(address)
        client.head(address)
    with desk.session() as session:
        assert status(session).size == before


@pytest.fixture
def thief(desk: OpenedDesk) -> tuple[Any, Any]:
    """Somebody who works, and somebody who carries their cookie away."""
    from django.test import Client

    from probatum.desk.people.models import Person

    person = Person.objects.filter(sign_in_name="reader")
    person.update(is_active=True)
    own = Client(SERVER_NAME="localhost", HTTP_USER_AGENT="Exercise/1")
    own.post("/accounts/sign-in/", {"login": "reader", "password": "an invented password"})
    assert own.get("/items/").status_code == 200
    other = Client(SERVER_NAME="localhost", HTTP_USER_AGENT="Exercise/1")
    other.cookies.update(own.cookies)
    return own, other


def asked(client: Any, address: str = "/items/") -> int:
    return int(client.get(address, headers={"accept": "text/html"}).status_code)


def test_a_cookie_ends_with_its_person(desk: OpenedDesk, thief: tuple[Any, Any]) -> None:
    from probatum.desk.people.models import Person

    own, other = thief
    assert (asked(own), asked(other)) == (200, 200)  # what is being tested: it is a good copy
    number = Person.objects.get(sign_in_name="reader").pk
    assert desk.client("owner").post(f"/accounts/people/{number}/deactivate/").status_code == 302
    assert (asked(own), asked(other)) == (302, 302)
    desk.client("owner").post(f"/accounts/people/{number}/activate/")
    assert asked(other) == 302


def test_a_cookie_ends_with_signing_out(thief: tuple[Any, Any]) -> None:
    own, other = thief
    assert own.post("/accounts/sign-out/").status_code == 302
    assert asked(other) == 302


def test_a_cookie_ends_when_its_password_changes(thief: tuple[Any, Any]) -> None:
    from probatum.desk.people.models import Person

    _own, other = thief
    person = Person.objects.get(sign_in_name="reader")
    person.set_password("another invented password")
    person.save()
    assert asked(other) == 302
    person.set_password("an invented password")
    person.save()


def test_a_cookie_of_another_browser_ends_the_session_for_both(thief: tuple[Any, Any]) -> None:
    from django.test import Client

    own, _other = thief
    elsewhere = Client(SERVER_NAME="localhost", HTTP_USER_AGENT="Thief/1")
    elsewhere.cookies.update(own.cookies)
    assert asked(elsewhere) == 302
    assert asked(own) == 302


def test_a_smaller_role_counts_at_once_for_who_is_signed_in(
    desk: OpenedDesk, thief: tuple[Any, Any]
) -> None:
    from probatum.desk.people.models import Person

    own, _other = thief
    person = Person.objects.get(sign_in_name="reader")
    Person.objects.filter(pk=person.pk).update(role="auditor")
    assert asked(own) == 403
    Person.objects.filter(pk=person.pk).update(role="reader")


TUS = {"HTTP_TUS_RESUMABLE": "1.0.0"}


def test_a_browser_cannot_fill_the_desk_with_files_that_never_come(
    desk: OpenedDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from probatum.desk.models import Upload
    from probatum.desk.uploads import tus

    monkeypatch.setattr(tus, "MOST_OPEN", 5)
    client = desk.client("investigator")
    begun = [client.post("/add/files/", headers={"Upload-Length": "10"}, **TUS).status_code
             for _ in range(7)]  # fmt: skip
    assert begun == [201] * 5 + [413] * 2
    size = str(tus.MOST_BYTES + 1)
    assert client.post("/add/files/", headers={"Upload-Length": size}, **TUS).status_code == 413
    for each in Upload.objects.all():
        client.post(f"/add/{each.token}/give-up/")


@pytest.mark.parametrize("address", ["/items/do/", "/disclosures/new/", "/settings/terms/"])
def test_a_form_of_any_size_is_refused_without_a_fault(desk: OpenedDesk, address: str) -> None:
    client = desk.client("owner")
    client.raise_request_exception = False
    many = "&".join(f"f{number}=1" for number in range(10_001))
    form = "application/x-www-form-urlencoded"
    assert client.post(address, many, content_type=form).status_code == 400
    large = "a=" + "x" * (17 << 20)
    assert client.post(address, large, content_type=form).status_code in (400, 413)
