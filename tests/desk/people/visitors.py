"""Browsers and people for tests of the desk's pages."""

from __future__ import annotations

from typing import Any

PASSWORD = "seven grey herons over the weir"


def browser(name: str = "Firefox of the test", address: str = "127.0.0.1") -> Any:
    """A browser that keeps cookies and checks what a real one would be made to send."""
    from django.test import Client

    return Client(SERVER_NAME="localhost", HTTP_USER_AGENT=name, REMOTE_ADDR=address)


def copy_of(client: Any, name: str = "Firefox of the test") -> Any:
    """Another browser with the session cookie of this one."""
    other = browser(name)
    other.cookies["probatum_session"] = client.cookies["probatum_session"].value
    return other


def person(sign_in_name: str, role: str = "investigator") -> Any:
    """Somebody who has set a password."""
    from probatum.desk.people.models import Person
    from probatum.model.roles import Role

    return Person.objects.make(
        display_name=f"{sign_in_name.title()} of the test", sign_in_name=sign_in_name,
        role=Role(role), password=PASSWORD,
    )  # fmt: skip


def sign_in(sign_in_name: str, password: str = PASSWORD, *, by: Any = None, **more: str) -> Any:
    """Sign in with a browser; return the browser."""
    client = by or browser()
    answer = client.post("/sign-in/", {"login": sign_in_name, "password": password, **more})
    assert answer.status_code == 302, answer.content.decode()
    return client


def attempt(sign_in_name: str, password: str, *, by: Any = None) -> str:
    """Try to sign in; return what the page says is wrong."""
    answer = (by or browser()).post("/sign-in/", {"login": sign_in_name, "password": password})
    assert answer.status_code == 200
    text: str = answer.content.decode()
    return text.split('<ul class="errorlist nonfield"', 1)[1].split("</ul>", 1)[0]


def is_in(client: Any) -> bool:
    """Whether this browser is shown the case."""
    return bool(client.get("/").status_code == 200)


def kinds() -> list[str]:
    """What happened to people, oldest first."""
    from probatum.desk.people.models import Event

    return list(Event.objects.order_by("pk").values_list("kind", flat=True))
