"""Roles, deactivating, sessions of others, and what holds for everybody."""

from __future__ import annotations

import pytest

from desk.people.visitors import attempt, browser, is_in, kinds, person, sign_in

pytestmark = pytest.mark.usefixtures("pages")

UUID = "00000000-0000-4000-8000-000000000000"
MANAGING = {
    "GET": ["/people/add/"],
    "POST": ["/people/add/", "/people/policy/", *(f"/people/{{}}/{what}/" for what in (
        "role", "link", "deactivate", "activate", "second-factor", "sessions/end",
        f"sessions/{UUID}/end"))],
}  # fmt: skip
WATCHING = ["/people/", "/people/events/", "/people/{}/"]


@pytest.mark.parametrize("role", ["investigator", "reviewer", "reader", "auditor"])
def test_whoever_is_not_owner_manages_nobody(role: str) -> None:
    from probatum.desk.people.models import Event, Invitation, Person

    owner = person("olena", "owner")
    somebody = person("somebody", role)
    client = sign_in("somebody")
    before = list(Person.objects.values())
    for method, addresses in MANAGING.items():
        for address in addresses:
            for target in (owner, somebody):
                answer = client.generic(
                    method, address.format(target.pk), b"role=owner",
                    content_type="application/x-www-form-urlencoded",
                )  # fmt: skip
                assert answer.status_code == 403, address
    assert list(Person.objects.values()) == before
    assert Invitation.objects.count() == 0
    assert list(Event.objects.values_list("kind", flat=True)) == ["signed-in"]
    watches = {client.get(address.format(owner.pk)).status_code for address in WATCHING}
    assert watches == ({200} if role == "auditor" else {403})


def test_addresses_that_change_something_take_nothing_but_post() -> None:
    owner = person("olena", "owner")
    client = sign_in("olena")
    for address in [*MANAGING["POST"][1:], "/me/sessions/end/", "/me/theme/", "/language/",
                    f"/me/sessions/{UUID}/end/"]:  # fmt: skip
        for method in ("get", "head", "put", "delete", "patch"):
            answer = getattr(client, method)(address.format(owner.pk))
            assert answer.status_code == 405, (method, address)


def test_a_role_holds_from_the_next_request() -> None:
    person("olena", "owner")
    petro = person("petro", "owner")
    theirs = sign_in("petro")
    assert theirs.get("/people/").status_code == 200
    sign_in("olena").post(f"/people/{petro.pk}/role/", {"role": "reader"})
    assert theirs.get("/people/").status_code == 403
    petro.refresh_from_db()
    assert petro.role == "reader"
    page = sign_in("olena").get("/people/events/").content.decode()
    assert "Owner</bdi> → <bdi>Reader" in page


def test_the_last_owner_stays_one() -> None:
    olena = person("olena", "owner")
    gone = person("gone", "owner")
    gone.is_active = False
    gone.save()
    person("petro", "investigator")
    client = sign_in("olena")
    for address, told in (("deactivate", {}), ("role", {"role": "auditor"})):
        answer = client.post(f"/people/{olena.pk}/{address}/", told, follow=True)
        assert "only owner" in answer.content.decode()
    olena.refresh_from_db()
    assert (olena.role, olena.is_active) == ("owner", True)
    assert is_in(client)


def test_of_two_owners_who_dismiss_each_other_at_once_one_stays() -> None:
    from concurrent.futures import ThreadPoolExecutor

    from django.core.exceptions import ValidationError
    from django.db import connections

    from probatum.desk.people import acts
    from probatum.desk.people.models import Person

    both = [person("olena", "owner"), person("petro", "owner")]

    def dismiss(who: int) -> None:
        try:
            acts.deactivate(both[who], by=both[1 - who])
        except ValidationError:
            pass
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(dismiss, (0, 1)))
    assert Person.objects.owners().count() == 1


def test_deactivating_ends_everything_at_once_and_activating_brings_it_back() -> None:
    person("olena", "owner")
    petro = person("petro")
    one, two = sign_in("petro"), sign_in("petro")
    owner = sign_in("olena")
    assert owner.post(f"/people/{petro.pk}/deactivate/").status_code == 302
    assert not is_in(one) and not is_in(two)
    assert petro.sessions.count() == 0
    assert "is not right" in attempt("petro", "seven grey herons over the weir")
    owner.post(f"/people/{petro.pk}/activate/")
    assert not is_in(one)
    assert is_in(sign_in("petro"))
    assert [kind for kind in kinds() if "activated" in kind] == ["deactivated", "activated"]


def test_an_owner_sees_sessions_of_others_and_ends_them() -> None:
    person("olena", "owner")
    petro = person("petro")
    theirs = [sign_in("petro", by=browser(f"Browser {at}")) for at in range(3)]
    owner = sign_in("olena")
    page = owner.get(f"/people/{petro.pk}/").content.decode()
    assert all(f"Browser {at}" in page for at in range(3))
    assert not any(client.cookies["probatum_session"].value in page for client in theirs)
    of_the_first = petro.sessions.get(browser="Browser 0").public_id
    owner.post(f"/people/{petro.pk}/sessions/{of_the_first}/end/")
    assert [is_in(client) for client in theirs] == [False, True, True]
    owner.post(f"/people/{petro.pk}/sessions/end/")
    assert not any(is_in(client) for client in theirs)


def test_nobody_ends_a_session_through_the_address_of_somebody_else() -> None:
    person("olena", "owner")
    petro, reader = person("petro"), person("reader", "reader")
    theirs = sign_in("petro")
    session = petro.sessions.get().public_id
    sign_in("reader").post(f"/me/sessions/{session}/end/")
    sign_in("olena").post(f"/people/{reader.pk}/sessions/{session}/end/")
    assert is_in(theirs)


def test_what_holds_for_everybody_is_decided_by_an_owner(clock) -> None:
    person("olena", "owner")
    person("petro")
    owner, theirs = sign_in("olena"), sign_in("petro")
    owner.post("/people/policy/", {"idle_minutes": 5, "longest_hours": 1})
    clock.go(minutes=6)
    assert not is_in(theirs)
    owner = sign_in("olena")
    answer = owner.post("/people/policy/", {"idle_minutes": 0, "longest_hours": 99}, follow=True)
    assert "greater than or equal to 5" in answer.content.decode()
    assert 'name="idle_minutes" value="5"' in answer.content.decode()
    assert kinds().count("policy-changed") == 1


def test_events_are_read_page_by_page() -> None:
    from probatum.desk.people import events

    person("auditor", "auditor")
    client = sign_in("auditor")
    for _ in range(150):
        events.note("sign-in-failed", address="10.0.0.7")
    page = client.get("/people/events/").content.decode()
    assert page.count("10.0.0.7") == 100
    older = page.split('href="?before=')[1].split('"')[0]
    rest = client.get(f"/people/events/?before={older}").content.decode()
    assert rest.count("10.0.0.7") == 50 and "signed in" in rest
    for odd in ("x", "-1", "9" * 30, "٣", "1'"):
        assert client.get("/people/events/", {"before": odd}).status_code == 200


def test_nobody_learns_who_is_here_without_signing_in() -> None:
    owner = person("olena", "owner")
    for address in (*WATCHING, *MANAGING["GET"], "/me/", "/people/999/"):
        assert browser().get(address.format(owner.pk)).status_code == 302
