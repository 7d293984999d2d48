"""A server of map pictures: none by itself, one by an owner's choice, on the map's page alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from desk.opened_desk import OpenedDesk

ADDRESS = "https://tiles.example.org:8443/base/{z}/{x}/{y}.png"
ORIGIN = "https://tiles.example.org:8443"


@pytest.fixture
def owner(desk: OpenedDesk) -> Iterator[Any]:
    client = desk.client("owner")
    yield client
    client.post("/settings/map/", {"none": "yes"})


def policy(client: Any, address: str) -> str:
    return str(client.get(address).headers["Content-Security-Policy"])


def test_without_a_choice_no_page_may_ask_anybody(owner: Any) -> None:
    assert policy(owner, "/map/") == policy(owner, "/timeline/")
    assert "data-tiles" not in owner.get("/map/").content.decode()


def test_the_chosen_server_is_asked_by_the_map_alone(desk: OpenedDesk, owner: Any) -> None:
    before = policy(owner, "/map/")
    said = {"address": ADDRESS, "credit": "Exercise Mappers", "knows": "on"}
    assert owner.post("/settings/map/", said).status_code == 302
    reader = desk.client("reader")
    page = reader.get("/map/").content.decode()
    assert f'data-tiles="{ADDRESS}"' in page and "learns where you look" in page
    now = {part.split()[0]: part.split()[1:] for part in policy(reader, "/map/").split(";")}
    then = {part.split()[0]: part.split()[1:] for part in before.split(";")}
    assert {name for name in now if now[name] != then[name]} == {"img-src", "connect-src"}
    assert now["connect-src"] == [*then["connect-src"], ORIGIN]
    for other in ("/", "/incidents/", "/timeline/", "/items/", "/settings/map/"):
        assert "example.org" not in policy(owner, other)
    owner.post("/settings/map/", {"none": "yes"})
    assert policy(owner, "/map/") == before


@pytest.mark.parametrize(
    "address",
    [
        "http://tiles.example.org/{z}/{x}/{y}.png", "https://tiles.example.org/tiles.png",
        "https://a.example.org; script-src *//{z}/{x}/{y}", "https://*/{z}/{x}/{y}",
        "https://user:secret@example.org/{z}/{x}/{y}", "javascript://x/{z}/{x}/{y}",
        "https://example.org/{z}/{x}/{y} 'unsafe-eval'", "//example.org/{z}/{x}/{y}",
        "https://example.org,evil.org/{z}/{x}/{y}", 'https://example.org/{z}/{x}/{y}"><script>',
    ],
)  # fmt: skip
def test_what_is_no_plain_address_is_refused(owner: Any, address: str) -> None:
    answer = owner.post("/settings/map/", {"address": address, "knows": "on"})
    assert answer.status_code == 400
    assert "data-tiles" not in owner.get("/map/").content.decode()


def test_it_takes_a_yes_and_an_owner(desk: OpenedDesk, owner: Any) -> None:
    assert owner.post("/settings/map/", {"address": ADDRESS}).status_code == 400
    assert owner.post(
        "/settings/map/", {"address": ADDRESS, "credit": "<b>x</b>", "knows": "on"}
    ).status_code == 400  # fmt: skip
    for role in ("investigator", "reviewer", "reader", "auditor"):
        answer = desk.client(role).post("/settings/map/", {"address": ADDRESS, "knows": "on"})
        assert answer.status_code == 403
