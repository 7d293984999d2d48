"""Signing in and out, and how long that holds."""

from __future__ import annotations

import pytest

from desk.people.visitors import (
    PASSWORD,
    attempt,
    browser,
    copy_of,
    is_in,
    kinds,
    person,
    sign_in,
)

pytestmark = pytest.mark.usefixtures("pages")


def test_a_page_that_nobody_marked_is_shown_to_nobody_unknown() -> None:
    answer = browser().get("/?a=1")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/sign-in/?next=%2F%3Fa%3D1"


@pytest.mark.parametrize("headers", [{"HX-Request": "true"}, {"Sec-Fetch-Mode": "cors"},
                                     {"Accept": "application/json"}])  # fmt: skip
def test_a_script_is_told_that_nobody_is_signed_in_and_gets_no_page(headers: dict) -> None:
    answer = browser().get("/", headers=headers)
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/sign-in/"
    assert b"<form" not in answer.content


def test_what_is_sent_by_nobody_is_refused() -> None:
    assert browser().post("/", {"a": "b"}).status_code == 401
    assert browser().put("/").status_code == 401


def test_somebody_signs_in_and_comes_to_the_page_they_wanted() -> None:
    person("olena", "owner")
    client = browser()
    answer = client.post(
        "/sign-in/", {"login": "Olena ", "password": PASSWORD, "next": "/people/events/"}
    )
    assert answer.headers["Location"] == "/people/events/"
    assert is_in(client)
    assert kinds() == ["signed-in"]


@pytest.mark.parametrize(
    "elsewhere",
    ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)",
     "http:///evil.example", "https:evil.example", "\x00//evil.example"],
)  # fmt: skip
def test_nobody_is_led_to_another_host(elsewhere: str) -> None:
    person("olena")
    client = browser()
    told = {"login": "olena", "password": PASSWORD, "next": elsewhere}
    assert client.post("/sign-in/", told).headers["Location"] == "/"
    for where, what in (("/language/", "language"), ("/me/theme/", "theme"), ("/sign-out/", "x")):
        answer = client.post(where, {"next": elsewhere, what: "dark"})
        assert answer.headers["Location"] in ("/", "/sign-in/")


def test_the_cookies_are_kept_from_scripts_and_from_other_sites() -> None:
    person("olena")
    cookies = sign_in("olena").cookies
    for name in ("probatum_session", "probatum_csrf"):
        assert cookies[name]["httponly"] is True
        assert cookies[name]["samesite"] == "Strict"
        assert cookies[name]["max-age"] == ""  # gone when the browser closes


def test_the_session_has_another_key_after_signing_in() -> None:
    person("olena")
    client = browser()
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    client.cookies["probatum_session"] = planted
    sign_in("olena", by=client)
    assert client.cookies["probatum_session"].value != planted
    thief = browser()
    thief.cookies["probatum_session"] = planted
    assert not is_in(thief)


def test_signing_out_ends_the_session_for_a_copy_of_the_cookie_too() -> None:
    person("olena")
    client = sign_in("olena")
    copy = copy_of(client)
    assert is_in(copy)
    assert client.get("/sign-out/").status_code == 200  # asks; looking signs nobody out
    assert is_in(client)
    replayed = copy_of(client)
    assert client.post("/sign-out/").status_code == 302
    assert not is_in(client)
    assert not is_in(copy)
    assert not is_in(replayed)
    assert kinds() == ["signed-in", "signed-out"]


def test_a_cookie_that_another_browser_shows_ends_the_session() -> None:
    person("olena")
    client = sign_in("olena")
    assert not is_in(copy_of(client, "curl"))
    assert not is_in(client)
    assert "other-browser" in kinds()


def test_a_made_up_cookie_opens_nothing() -> None:
    client = browser()
    for made_up in ("a" * 32, "", "../../etc/passwd", "%00"):
        client.cookies["probatum_session"] = made_up
        assert not is_in(client)


def test_a_session_ends_after_half_an_hour_of_nothing(clock) -> None:
    person("olena")
    client = sign_in("olena")
    for _ in range(4):
        clock.go(minutes=29)
        assert is_in(client)
    clock.go(minutes=31)
    assert not is_in(client)


def test_a_session_ends_after_twelve_hours_in_any_case(clock) -> None:
    person("olena")
    client = sign_in("olena")
    for _ in range(12 * 3):
        clock.go(minutes=20)
        assert is_in(client)
    clock.go(minutes=1)
    assert not is_in(client)


def test_looking_at_pages_is_written_down_once_a_minute(clock) -> None:
    from probatum.desk.people.models import BrowserSession

    person("olena")
    client = sign_in("olena")
    first = BrowserSession.objects.get().seen_at
    clock.go(seconds=40)
    assert is_in(client)
    assert BrowserSession.objects.get().seen_at == first
    clock.go(seconds=40)
    assert is_in(client)
    kept = BrowserSession.objects.get()
    assert (kept.seen_at - first).total_seconds() == 80
    assert kept.began_at == first


def test_pages_of_somebody_signed_in_are_kept_by_no_cache() -> None:
    person("olena")
    assert "no-store" in sign_in("olena").get("/").headers["Cache-Control"]


def test_a_form_without_its_token_is_refused() -> None:
    from django.test import Client

    person("olena")
    client = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    assert client.post("/sign-in/", {"login": "olena", "password": PASSWORD}).status_code == 403
    careless = Client(enforce_csrf_checks=True, SERVER_NAME="localhost")
    careless.cookies["probatum_session"] = sign_in("olena").cookies["probatum_session"].value
    for where in ("/sign-out/", "/me/", "/me/theme/", "/language/", "/me/sessions/end/"):
        assert careless.post(where, {"language": "uk"}).status_code == 403


def test_nobody_can_sign_up_or_have_a_password_sent() -> None:
    for where in (
        "/signup/",
        "/accounts/signup/",
        "/password/reset/",
        "/email/",
        "/confirm-email/",
    ):
        assert browser().get(where).status_code == 404


def test_whoever_shows_the_passphrase_is_signed_in_without_a_password() -> None:
    from django.contrib.sessions.middleware import SessionMiddleware
    from django.test import RequestFactory

    from probatum.desk.people.acts import first_owner, sign_in_as

    owner = first_owner("Olena K.", "Olena", PASSWORD)
    request = RequestFactory(HTTP_USER_AGENT="Firefox of the test").post("/")
    SessionMiddleware(lambda _request: None).process_request(request)
    sign_in_as(request, owner)
    request.session.save()
    client = browser()
    client.cookies["probatum_session"] = request.session.session_key
    assert is_in(client)
    assert kinds() == ["added", "signed-in-by-passphrase"]
    assert sign_in("olena")


def test_the_same_is_said_whatever_is_wrong() -> None:
    known, gone, invited = person("known"), person("gone"), person("invited")
    gone.is_active = False
    gone.save()
    invited.set_unusable_password()
    invited.save()
    said = {
        attempt(name, given)
        for name in ("known", "gone", "invited", "nobody")
        for given in ("wrong", "not this one either")
    } | {attempt("gone", PASSWORD)}
    assert len(said) == 1
    assert "is not right" in said.pop()
    assert known.sessions.count() == 0


@pytest.mark.parametrize(
    "odd", ["a\x00b", "\U0001f600", "x" * 10_000, "%s %(a)s", "' OR 1=1 --", "\u202e", "{{ 7 }}",
            "<script>", "\u0130", "\xdf" * 64],
)  # fmt: skip
def test_an_odd_name_or_password_is_a_wrong_one_and_no_fault(odd: str) -> None:
    person("olena")
    for told in (
        {"login": odd, "password": odd},
        {"login": "olena", "password": odd},
        {"login": odd},
    ):
        answer = browser().post("/sign-in/", told)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.content.decode()
        assert "errorlist" in answer.content.decode()
