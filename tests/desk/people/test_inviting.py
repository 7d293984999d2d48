"""Adding people, and the links with which they set their password."""

from __future__ import annotations

import re

import pytest

from desk.people.visitors import PASSWORD, attempt, browser, is_in, kinds, person, sign_in

pytestmark = pytest.mark.usefixtures("pages")

NEW = "eleven white swans on the pond"


def add(client, **changes: str):
    told = {"display_name": "Petro <b>P.</b>", "sign_in_name": "Petro", "role": "reader"}
    return client.post("/people/add/", {**told, **changes})


def link_in(answer) -> str:
    found = re.search(r'value="http://localhost(/[^"]*invitation/[^"]+)"', answer.content.decode())
    assert found
    return found[1]


def test_an_owner_adds_somebody_who_then_chooses_a_password() -> None:
    from probatum.desk.people.models import Person

    person("olena", "owner")
    answer = add(sign_in("olena"))
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    assert "Petro &lt;b&gt;P.&lt;/b&gt;" in answer.content.decode()
    where = link_in(answer)
    petro = Person.objects.get(sign_in_name="petro")
    assert (petro.role, petro.has_usable_password()) == ("reader", False)
    theirs = browser()
    for _ in range(2):  # programs that show what a link leads to use nothing up
        assert theirs.get(where).status_code == 200
        assert theirs.head(where).status_code == 200
    answer = theirs.post(where, {"password": NEW, "again": NEW})
    assert answer.headers["Location"] == "/sign-in/"
    assert is_in(sign_in("petro", NEW, by=theirs))
    assert kinds() == ["signed-in", "added", "invited", "joined", "signed-in"]


def test_a_link_works_once() -> None:
    person("olena", "owner")
    where = link_in(add(sign_in("olena")))
    assert browser().post(where, {"password": NEW, "again": NEW}).status_code == 302
    again = browser().post(where, {"password": PASSWORD, "again": PASSWORD})
    assert again.status_code == 404
    assert browser().get(where).status_code == 404
    assert "is not right" in attempt("petro", PASSWORD)


def test_a_link_ends_after_seven_days(clock) -> None:
    person("olena", "owner")
    where = link_in(add(sign_in("olena")))
    clock.go(days=6, hours=23)
    assert browser().get(where).status_code == 200
    clock.go(hours=1, seconds=1)
    assert browser().get(where).status_code == 404
    assert browser().post(where, {"password": NEW, "again": NEW}).status_code == 404


def test_a_made_up_link_opens_nothing() -> None:
    for token in ("x", "a" * 43, "%2e%2e", "' OR 1=1 --", "x" * 5000):
        assert browser().get(f"/invitation/{token}/").status_code == 404


def test_only_the_hash_of_a_link_is_kept() -> None:
    from probatum.desk.people.models import Event, Invitation

    person("olena", "owner")
    token = link_in(add(sign_in("olena"))).split("/")[-2]
    assert token not in str([*Invitation.objects.values(), *Event.objects.values()])


@pytest.mark.parametrize(
    ("password", "again", "said"),
    [
        (NEW, NEW + "!", "differ"),
        ("short", "short", "at least 12 characters"),
        ("administrator", "administrator", "too common"),
        ("918273645546372819", "918273645546372819", "numeric"),
        ("petropetropetr", "petropetropetr", "too similar"),
        ("", "", "required"),
    ],
)
def test_a_bad_password_is_refused_and_the_link_stays(password: str, again: str, said: str) -> None:
    person("olena", "owner")
    where = link_in(add(sign_in("olena"), sign_in_name="petropetropetro"))
    answer = browser().post(where, {"password": password, "again": again})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert browser().post(where, {"password": NEW, "again": NEW}).status_code == 302


def test_a_new_link_takes_away_password_sessions_and_earlier_links() -> None:
    from probatum.desk.people.models import Person

    person("olena", "owner")
    owner = sign_in("olena")
    first = link_in(add(owner))
    petro = Person.objects.get(sign_in_name="petro")
    second = link_in(owner.post(f"/people/{petro.pk}/link/"))
    assert browser().get(first).status_code == 404
    browser().post(second, {"password": NEW, "again": NEW})
    theirs = sign_in("petro", NEW)
    third = link_in(owner.post(f"/people/{petro.pk}/link/"))
    assert not is_in(theirs)
    assert "is not right" in attempt("petro", NEW)
    assert browser().post(third, {"password": PASSWORD, "again": PASSWORD}).status_code == 302
    assert is_in(sign_in("petro"))


def test_a_new_link_lets_somebody_in_who_is_locked_out() -> None:
    person("olena", "owner")
    petro = person("petro")
    for _ in range(6):
        attempt("petro", "wrong")
    where = link_in(sign_in("olena").post(f"/people/{petro.pk}/link/"))
    browser().post(where, {"password": NEW, "again": NEW})
    assert is_in(sign_in("petro", NEW))


def test_an_owner_makes_no_link_for_themselves() -> None:
    owner = person("olena", "owner")
    client = sign_in("olena")
    assert client.post(f"/people/{owner.pk}/link/").status_code == 302
    assert is_in(client)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sign_in_name", "OLENA"), ("sign_in_name", "ol ena"), ("sign_in_name", "<x>"),
        ("sign_in_name", ".a"), ("sign_in_name", ""), ("sign_in_name", "a" * 65),
        ("sign_in_name", "ｏｌｅｎａ"), ("sign_in_name", "a\u202eb"),
        ("display_name", "  "), ("display_name", "a" * 201), ("role", "god"), ("role", ""),
    ],
)  # fmt: skip
def test_a_bad_person_is_refused_with_a_reason_beside_the_field(field: str, value: str) -> None:
    from probatum.desk.people.models import Person

    person("olena", "owner")
    answer = add(sign_in("olena"), **{field: value})
    assert answer.status_code == 422
    assert 'class="errorlist"' in answer.content.decode()
    assert Person.objects.count() == 1


@pytest.mark.parametrize("name", ["олена.к", "عمر", "o'neil", "李四", "Ґанна-Марія", "a"])
def test_sign_in_names_of_all_scripts_are_taken(name: str) -> None:
    person("olena", "owner")
    assert add(sign_in("olena"), sign_in_name=name).status_code == 200


def test_of_many_who_open_a_link_at_once_one_gets_in() -> None:
    from concurrent.futures import ThreadPoolExecutor

    from django.db import connections
    from django.utils import timezone

    from probatum.desk.people import acts

    person("olena", "owner")
    token = link_in(add(sign_in("olena"))).split("/")[-2]

    def accept(number: int) -> bool:
        try:
            return acts.accept(token, f"{NEW} {number}", timezone.now()) is not None
        finally:
            connections["default"].close()

    with ThreadPoolExecutor(4) as threads:
        assert sorted(threads.map(accept, range(4))) == [False, False, False, True]
