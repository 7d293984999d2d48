"""Codes of an app, passkeys, recovery codes, and an owner who asks everybody for them."""

from __future__ import annotations

import json
import re
import time
from typing import Any

import pytest

from desk.people.authenticator import Authenticator
from desk.people.visitors import PASSWORD, browser, copy_of, is_in, kinds, person, sign_in

pytestmark = pytest.mark.usefixtures("pages", "no_codes_used")


@pytest.fixture
def no_codes_used() -> None:
    from django.core.cache import cache

    cache.clear()


def code(secret: str, *, steps: int = 0) -> str:
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def once_more(client: Any) -> None:
    assert client.post("/again/", {"password": PASSWORD}).status_code == 302


def options(page: Any) -> dict[str, Any]:
    """What the page hands to the browser's WebAuthn."""
    found = re.search(
        r'<script id="passkey-options" type="application/json">(.*?)</script>',
        page.content.decode(), re.DOTALL,
    )  # fmt: skip
    assert found
    (told,) = json.loads(found[1]).values()
    return dict(told["publicKey"])


def set_up_app(client: Any) -> tuple[str, list[str]]:
    """Set up an app; return its secret and the recovery codes that were shown."""
    once_more(client)
    page = client.get("/me/second-factor/app/")
    found = re.search(r"<code><bdi[^>]*>([A-Z2-7]+)</bdi>", page.content.decode())
    assert found
    secret = found[1]
    answer = client.post("/me/second-factor/app/", {"code": code(secret)})
    assert answer.headers["Location"] == "/me/second-factor/codes/"
    shown = client.get("/me/second-factor/codes/").content.decode()
    return secret, re.findall(r"<code><bdi[^>]*>(\w+)</bdi>", shown)


def set_up_passkey(client: Any, key: Authenticator, *, alone: bool = False) -> Any:
    once_more(client)
    told = {"name": "Blue key", "credential": key.create(
        options(client.get("/me/second-factor/passkeys/add/")), alone=alone)}  # fmt: skip
    if alone:
        told["passwordless"] = "on"
    return client.post("/me/second-factor/passkeys/add/", told)


def half_in(sign_in_name: str) -> Any:
    """A browser where the password was right and the second factor is asked for."""
    client = browser()
    answer = client.post("/sign-in/", {"login": sign_in_name, "password": PASSWORD})
    assert answer.headers["Location"] == "/sign-in/code/"
    return client


def test_with_an_app_the_password_alone_opens_nothing() -> None:
    person("olena")
    secret, _codes = set_up_app(sign_in("olena"))
    client = half_in("olena")
    assert not is_in(client)
    assert client.post("/sign-in/code/", {"code": "000000"}).status_code == 200
    assert not is_in(client)
    answer = client.post("/sign-in/code/", {"code": code(secret, steps=1)})
    assert answer.headers["Location"] == "/"
    assert is_in(client)
    assert kinds() == ["signed-in", "second-factor-added", "recovery-codes-made", "code-failed",
                       "signed-in"]  # fmt: skip


def test_the_secret_is_shown_as_a_picture_of_our_own_and_as_text() -> None:
    person("olena")
    client = sign_in("olena")
    once_more(client)
    page = client.get("/me/second-factor/app/").content.decode()
    assert 'src="data:image/svg+xml;base64,' in page
    assert "<svg xmlns" not in page  # nothing inline that would need |safe


def test_setting_up_asks_for_the_password_again(clock) -> None:
    person("olena")
    client = sign_in("olena")
    for address in ("app/", "passkeys/add/"):
        answer = client.get("/me/second-factor/" + address)
        assert answer.headers["Location"].startswith("/again/?next=")
        assert client.post("/me/second-factor/" + address, {}).status_code == 302


def test_a_code_opens_once_even_while_the_app_still_shows_it() -> None:
    person("olena")
    secret, _codes = set_up_app(sign_in("olena"))
    seen = code(secret, steps=1)
    assert half_in("olena").post("/sign-in/code/", {"code": seen}).status_code == 302
    shoulder = half_in("olena")
    from django.core.cache import cache

    for key in list(cache._cache):  # allauth's own memory of the code, which is shorter
        if "allauth" in key:
            del cache._cache[key], cache._expire_info[key]
    assert shoulder.post("/sign-in/code/", {"code": seen}).status_code == 200
    assert not is_in(shoulder)


def test_codes_cannot_be_guessed() -> None:
    person("olena")
    secret, _codes = set_up_app(sign_in("olena"))
    client = half_in("olena")
    for number in range(5):
        page = client.post("/sign-in/code/", {"code": f"00000{number}"}).content.decode()
        assert "Too many" not in page
    page = half_in("olena").post("/sign-in/code/", {"code": code(secret, steps=1)})
    assert "Too many" in page.content.decode()
    assert kinds().count("code-failed") == 5 and kinds()[-1] == "locked-out"


def test_each_recovery_code_opens_once_and_is_shown_once() -> None:
    person("olena")
    first = sign_in("olena")
    _secret, codes = set_up_app(first)
    assert len(codes) == 10
    assert codes[0] not in first.get("/me/second-factor/codes/").content.decode()
    assert half_in("olena").post("/sign-in/code/", {"code": codes[0]}).status_code == 302
    assert half_in("olena").post("/sign-in/code/", {"code": codes[0]}).status_code == 200
    assert half_in("olena").post("/sign-in/code/", {"code": codes[1]}).status_code == 302


def test_new_recovery_codes_end_the_old_ones() -> None:
    person("olena")
    client = sign_in("olena")
    _secret, old = set_up_app(client)
    answer = client.post("/me/second-factor/codes/new/")
    assert answer.headers["Location"] == "/me/second-factor/codes/"
    assert half_in("olena").post("/sign-in/code/", {"code": old[2]}).status_code == 200


def test_the_second_step_belongs_to_the_browser_that_made_the_first() -> None:
    person("olena")
    set_up_app(sign_in("olena"))
    assert browser().get("/sign-in/code/").headers["Location"] == "/sign-in/"
    waiting = half_in("olena")
    assert waiting.get("/sign-in/code/").status_code == 200
    waiting.post("/sign-out/", {"next": "/sign-in/"})
    assert waiting.get("/sign-in/code/").status_code == 302


def test_a_passkey_is_a_second_factor() -> None:
    person("olena")
    key = Authenticator()
    first = sign_in("olena")
    assert set_up_passkey(first, key).headers["Location"] == "/me/second-factor/codes/"
    client = half_in("olena")
    asked = options(client.get("/sign-in/code/"))
    assert asked["rpId"] == "localhost"
    answer = client.post("/sign-in/code/", {"credential": key.get(asked)})
    assert answer.headers["Location"] == "/"
    assert is_in(client)
    assert "Blue key" in client.get("/me/second-factor/passkeys/").content.decode()


def test_a_passkey_alone_signs_in_if_it_was_set_up_so() -> None:
    from allauth.account.utils import user_pk_to_url_str

    olena, key = person("olena"), Authenticator()
    set_up_passkey(sign_in("olena"), key, alone=True)
    client = browser()
    told = client.get("/sign-in/passkey/", headers={"Accept": "application/json"}).json()
    answer = key.get(told["request_options"]["publicKey"], user_pk_to_url_str(olena))
    client.post("/sign-in/passkey/", {"credential": answer})
    assert is_in(client)
    replay = browser()
    replay.get("/sign-in/passkey/", headers={"Accept": "application/json"})
    replay.post("/sign-in/passkey/", {"credential": answer})
    assert not is_in(replay)
    olena.is_active = False
    olena.save()
    gone = browser()
    told = gone.get("/sign-in/passkey/", headers={"Accept": "application/json"}).json()
    answer = key.get(told["request_options"]["publicKey"], user_pk_to_url_str(olena))
    gone.post("/sign-in/passkey/", {"credential": answer})
    assert not is_in(gone)


@pytest.mark.parametrize(
    "key",
    [Authenticator(origin="https://evil.example"), Authenticator(origin="http://localhost.evil.example"),
     Authenticator(party="evil.example"), Authenticator(flags=0)],
)  # fmt: skip
def test_a_passkey_that_another_page_was_given_is_refused(key: Authenticator) -> None:
    person("olena")
    good = Authenticator(id=key.id, key=key.key)
    set_up_passkey(sign_in("olena"), good)
    client = half_in("olena")
    answer = client.post(
        "/sign-in/code/", {"credential": key.get(options(client.get("/sign-in/code/")))}
    )
    assert answer.status_code == 200
    assert not is_in(client)


@pytest.mark.parametrize(
    "nonsense", ["", "null", "[]", "{}", '{"id": 1}', '"x"', '{"response": {"userHandle": 3}}', "{",
                 '{"response": null}', '{"response": {"userHandle": "gICA"}}',
                 '{"response": {"userHandle": "eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4"}}'],
)  # fmt: skip
def test_nonsense_instead_of_a_passkey_is_refused_without_a_fault(nonsense: str) -> None:
    person("olena")
    set_up_passkey(sign_in("olena"), Authenticator())
    client = half_in("olena")
    client.get("/sign-in/code/")
    assert client.post("/sign-in/code/", {"credential": nonsense}).status_code == 200
    alone = browser()
    alone.get("/sign-in/passkey/", headers={"Accept": "application/json"})
    answer = alone.post("/sign-in/passkey/", {"credential": nonsense})
    assert answer.headers["Location"] == "/sign-in/"
    adding = sign_in_with_nothing("petro")
    once_more(adding)
    adding.get("/me/second-factor/passkeys/add/")
    told = {"name": "x", "credential": nonsense}
    assert adding.post("/me/second-factor/passkeys/add/", told).status_code == 200


@pytest.mark.parametrize("part", ["clientDataJSON", "authenticatorData", "signature", "rawId"])
@pytest.mark.parametrize("with_what", ["", "eyJ0eXBlIjoxfQ", None, "A" * 4000])
def test_a_passkey_with_one_part_spoilt_is_refused_without_a_fault(
    part: str, with_what: object
) -> None:
    person("olena")
    key = Authenticator()
    set_up_passkey(sign_in("olena"), key)
    client = half_in("olena")
    answer = json.loads(key.get(options(client.get("/sign-in/code/"))))
    (answer if part == "rawId" else answer["response"])[part] = with_what
    told = {"credential": json.dumps(answer)}
    assert client.post("/sign-in/code/", told).status_code == 200
    assert not is_in(client)
    adding = sign_in_with_nothing("petro")
    once_more(adding)
    made = json.loads(
        Authenticator().create(options(adding.get("/me/second-factor/passkeys/add/")))
    )
    spoilt = {"authenticatorData": "attestationObject"}.get(part, part)
    (made if part == "rawId" else made["response"])[spoilt] = with_what
    told = {"name": "x", "credential": json.dumps(made)}
    answer = adding.post("/me/second-factor/passkeys/add/", told)
    assert answer.status_code == (302 if part == "signature" else 200)  # it has none


def test_a_passkey_signed_with_another_key_is_refused() -> None:
    person("olena")
    key = Authenticator()
    set_up_passkey(sign_in("olena"), key)
    client = half_in("olena")
    forged = Authenticator(id=key.id).get(options(client.get("/sign-in/code/")))
    assert client.post("/sign-in/code/", {"credential": forged}).status_code == 200
    assert not is_in(client)


def sign_in_with_nothing(name: str) -> Any:
    person(name)
    return sign_in(name)


def test_passkeys_of_others_are_not_found() -> None:
    from allauth.mfa.models import Authenticator as Kept

    person("olena")
    set_up_passkey(sign_in("olena"), Authenticator())
    hers = Kept.objects.get(type="webauthn")
    petro = sign_in_with_nothing("petro")
    once_more(petro)
    for address in (f"passkeys/{hers.pk}/", f"passkeys/{hers.pk}/remove/"):
        assert petro.get("/me/second-factor/" + address).status_code == 404
        assert petro.post("/me/second-factor/" + address, {"name": "x"}).status_code == 404
    assert Kept.objects.filter(pk=hers.pk).exists()


def test_a_passkey_is_renamed_and_removed_by_its_owner() -> None:
    from allauth.mfa.models import Authenticator as Kept

    person("olena")
    client = sign_in("olena")
    set_up_passkey(client, Authenticator())
    number = Kept.objects.get(type="webauthn").pk
    client.post(f"/me/second-factor/passkeys/{number}/", {"name": "<i>Green</i>"})
    assert "&lt;i&gt;Green" in client.get("/me/second-factor/passkeys/").content.decode()
    assert client.get(f"/me/second-factor/passkeys/{number}/remove/").status_code == 200
    assert client.post(f"/me/second-factor/passkeys/{number}/remove/").status_code == 302
    assert Kept.objects.count() == 0  # with the last factor go its recovery codes
    assert kinds()[-1] == "second-factor-removed"


def test_where_the_owner_asks_for_a_second_factor_nothing_else_is_shown_before() -> None:
    person("olena", "owner")
    petro = sign_in_with_nothing("petro")
    owner = sign_in("olena")
    told = {"second_factor_required": "on", "idle_minutes": 30, "longest_hours": 12}
    owner.post("/people/policy/", told)
    for client in (petro, owner):
        for address in ("/", "/people/", "/me/", "/people/1/"):
            assert client.get(address).headers["Location"] == "/me/second-factor/"
        assert client.post("/me/sessions/end/").headers["Location"] == "/me/second-factor/"
        assert client.get("/", headers={"HX-Request": "true"}).status_code == 403
        assert client.get("/me/second-factor/").status_code == 200
        assert client.get("/sign-out/").status_code == 200
    set_up_app(petro)
    assert is_in(petro)
    answer = petro.post("/me/second-factor/app/remove/")
    assert "Set up another one first" in answer.content.decode()
    assert is_in(petro)


def test_an_owner_resets_a_lost_second_factor() -> None:
    from probatum.desk.people.models import Person

    person("olena", "owner")
    theirs = sign_in_with_nothing("petro")
    set_up_app(theirs)
    number = Person.objects.get(sign_in_name="petro").pk
    sign_in("olena").post(f"/people/{number}/second-factor/")
    assert not is_in(theirs)
    assert is_in(sign_in("petro"))
    assert "second-factor-reset" in kinds()


def test_a_stolen_session_sets_up_no_factor_of_its_own() -> None:
    person("olena")
    thief = copy_of(sign_in("olena"))
    told = {"name": "x", "credential": "{}"}
    assert thief.post("/me/second-factor/passkeys/add/", told).status_code == 302
    assert thief.get("/me/second-factor/codes/new/").status_code == 302
    assert "second-factor-added" not in kinds()
