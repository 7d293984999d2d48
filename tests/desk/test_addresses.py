"""Every address of the desk, by every role and method: nothing is open that does not say so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from desk.opened_desk import OpenedDesk

ROLES = ("owner", "investigator", "reviewer", "reader", "auditor")
METHODS = ("get", "head", "post", "put", "patch", "delete", "options")
# What stands in an address for something of the case; none of these exists there.
SAID = {
    "str": "XX-00001-1", "slug": "0" * 32, "int": "999999", "uuid": "0" * 8 + "-0000-4000-8000-" +
    "0" * 12, "path": "x/y",
}  # fmt: skip


def views() -> Iterator[tuple[str, Any]]:
    """Yield (address with its parts filled in, view) of the whole desk."""
    from django.urls import URLPattern, URLResolver

    from probatum.desk.addresses import urlpatterns

    def below(patterns: Any, prefix: str) -> Iterator[tuple[str, Any]]:
        for each in patterns:
            route = prefix + str(each.pattern)
            if isinstance(each, URLResolver):
                yield from below(each.url_patterns, route)
            else:
                assert isinstance(each, URLPattern)
                yield "/" + filled(route), each.callback

    yield from below(urlpatterns, "")


def filled(route: str) -> str:
    out = route
    for kind, value in SAID.items():
        while f"<{kind}:" in out:
            head, _, rest = out.partition(f"<{kind}:")
            out = head + value + rest.partition(">")[2]
    while "<" in out:
        head, _, rest = out.partition("<")
        out = head + SAID["str"] + rest.partition(">")[2]
    return out


def marked(view: Any) -> str | None:
    """What a view says about who may reach it."""
    for mark in ("desk_deed", "desk_open", "desk_early", "desk_roles"):
        if getattr(view, mark, None):
            return mark
    return None


OPEN_TO_STRANGERS = {
    "/enter/", "/accounts/sign-in/", "/accounts/sign-in/code/", "/accounts/sign-in/passkey/",
    "/accounts/sign-in/inactive/", "/accounts/sign-out/",
}  # fmt: skip


def test_the_walk_finds_the_desk() -> None:
    assert len(list(views())) > 60


def test_every_page_says_whom_it_is_for() -> None:
    silent = [address for address, view in views() if marked(view) is None]
    allauth_or_own = [address for address in silent if not address.startswith("/accounts/")]
    assert allauth_or_own == []


def test_a_stranger_reaches_only_the_ways_in(desk: OpenedDesk) -> None:
    client = desk.stranger()
    reached = set()
    for address, view in views():
        answer = client.get(address, headers={"accept": "text/html"})
        if answer.status_code == 302 and "/accounts/sign-in/" in answer.headers["Location"]:
            continue
        if answer.status_code in (401, 403, 404, 405):
            continue
        reached.add(address)
        assert getattr(view, "desk_open", False), address
    assert {each for each in reached if "XX-" not in each} <= OPEN_TO_STRANGERS | {
        each for each in reached if "invitation" in each or "language" in each
    }  # fmt: skip


@pytest.mark.parametrize("role", ROLES)
def test_no_address_fails_whatever_is_sent(desk: OpenedDesk, role: str) -> None:
    from probatum.model.roles import Deed, Role, may

    client = desk.client(role)
    client.raise_request_exception = False
    for address, view in views():
        if address in ("/settings/lock/", "/accounts/sign-out/") or "sessions/end" in address:
            continue  # ends what the walk walks on
        # The rarer methods are refused before anybody's role is looked at.
        for method in METHODS if role == "owner" else ("get", "post"):
            answer = getattr(client, method)(address)
            assert answer.status_code < 500, (role, method, address, answer.status_code)
            deed = getattr(view, "desk_deed", None)
            if deed not in (None, "everybody") and not may(Role(role), Deed(deed)):
                assert answer.status_code == 403, (role, method, address, answer.status_code)


@pytest.mark.parametrize("role", ROLES)
def test_every_page_forbids_what_it_does_not_need(desk: OpenedDesk, role: str) -> None:
    client = desk.client(role)
    for address, _view in views():
        answer = client.get(address)
        kind = answer.headers.get("Content-Type", "")
        if answer.status_code != 200 or not kind.startswith("text/html"):
            continue
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy, address
        assert "unsafe" not in policy, address
        assert answer.headers["X-Content-Type-Options"] == "nosniff", address
        assert "no-store" in answer.headers["Cache-Control"], address
        page = answer.content.decode()
        assert 'style="' not in page, address
        assert "<script>" not in page, address
        assert " onclick=" not in page, address
        assert "http://" not in page.replace("http://www.w3.org", ""), address
        assert "https://" not in page, address


def test_pages_have_a_title_one_heading_and_a_language(desk: OpenedDesk) -> None:
    client = desk.client("owner")
    looked = 0
    for address, _view in views():
        answer = client.get(address, headers={"accept": "text/html"})
        page = answer.content.decode() if not answer.streaming else ""
        if answer.status_code != 200 or "<html" not in page:
            continue
        looked += 1
        assert page.count("<h1") == 1, address
        assert "<title>" in page, address
        assert 'lang="en"' in page, address
    assert looked > 15


@pytest.mark.parametrize("language, way", [("uk", "ltr"), ("ar", "rtl")])
def test_pages_turn_round_for_languages_from_right_to_left(
    desk: OpenedDesk, language: str, way: str
) -> None:  # fmt: skip
    client = desk.client("owner")
    page = client.get("/log/", headers={"accept-language": language}).content.decode()
    assert f'<html lang="{language}" dir="{way}"' in page
    assert '<bdi dir="ltr"' in page


def test_checks_for_a_server_find_nothing() -> None:
    from django.core.management import call_command

    call_command("check", "--deploy", "--fail-level", "WARNING", verbosity=0)
