"""One's own settings: how pages look, the password, where one is signed in."""

from __future__ import annotations

import pytest

from desk.people.visitors import PASSWORD, attempt, browser, is_in, kinds, person, sign_in

pytestmark = pytest.mark.usefixtures("pages")

NEW = "eleven white swans on the pond"


def test_settings_are_kept_and_shape_the_next_page() -> None:
    olena = person("olena")
    client = sign_in("olena")
    told = {"language": "ar", "theme": "dark", "graphic_material": "blurred"}
    assert client.post("/me/", told).status_code == 302
    olena.refresh_from_db()
    assert (olena.language, olena.theme, olena.graphic_material) == ("ar", "dark", "blurred")
    page = client.get("/me/").content.decode()
    assert 'lang="ar" dir="rtl" data-theme="dark" data-graphic="blurred"' in page
    assert client.get("/me/", headers={"Accept-Language": "uk"}).headers["Content-Language"] == "ar"


def test_nothing_else_about_oneself_can_be_changed() -> None:
    olena = person("olena", "reader")
    told = {"theme": "dark", "graphic_material": "ask", "language": "", "role": "owner",
            "is_active": "", "display_name": "Somebody Else", "sign_in_name": "x"}  # fmt: skip
    sign_in("olena").post("/me/", told)
    olena.refresh_from_db()
    assert (olena.theme, olena.role, olena.sign_in_name) == ("dark", "reader", "olena")
    assert olena.display_name == "Olena of the test"


def test_a_wrong_setting_is_refused() -> None:
    answer = None
    person("olena")
    answer = sign_in("olena").post("/me/", {"theme": "pink", "graphic_material": "x"})
    assert answer.status_code == 422
    assert answer.content.decode().count('class="errorlist"') == 2


def test_theme_and_language_change_from_the_menu_of_any_page() -> None:
    olena = person("olena")
    client = sign_in("olena")
    assert (
        client.post("/me/theme/", {"theme": "light", "next": "/me/"}).headers["Location"] == "/me/"
    )
    client.post("/language/", {"language": "uk", "next": "/me/"})
    client.post("/language/", {"language": "xx"})
    client.post("/me/theme/", {"theme": "pink"})
    olena.refresh_from_db()
    assert (olena.theme, olena.language) == ("light", "uk")


def test_a_stranger_chooses_a_language_for_the_sign_in_page() -> None:
    client = browser()
    client.post("/language/", {"language": "ar"})
    assert 'dir="rtl"' in client.get("/sign-in/").content.decode()


def test_another_password_ends_the_other_sessions() -> None:
    person("olena")
    here, elsewhere = sign_in("olena"), sign_in("olena")
    told = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    assert here.post("/me/password/", told).headers["Location"] == "/me/"
    assert is_in(here) and not is_in(elsewhere)
    assert "is not right" in attempt("olena", PASSWORD)
    assert is_in(sign_in("olena", NEW))
    assert "password-changed" in kinds()


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [("wrong", NEW, NEW), (PASSWORD, NEW, "x"), (PASSWORD, "olena", "olena")],
)
def test_a_password_is_changed_only_by_who_knows_it_and_only_to_a_good_one(
    old: str, new: str, again: str
) -> None:
    person("olena")
    client = sign_in("olena")
    told = {"oldpassword": old, "password1": new, "password2": again}
    answer = client.post("/me/password/", told)
    assert answer.status_code == 200
    assert 'class="errorlist"' in answer.content.decode()
    assert is_in(sign_in("olena"))


def test_somebody_who_must_change_the_password_does_that_first() -> None:
    olena = person("olena")
    olena.must_change_password = True
    olena.save()
    client = sign_in("olena")
    assert client.get("/people/").headers["Location"] == "/me/password/"
    told = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    client.post("/me/password/", told)
    assert is_in(client)


def test_one_sees_where_one_is_signed_in_and_ends_it() -> None:
    olena = person("olena")
    here = sign_in("olena")
    lost = sign_in("olena", by=browser("Telephone", "10.0.0.9"))
    third = sign_in("olena", by=browser("Third"))
    page = here.get("/me/").content.decode()
    assert "Telephone" in page and "10.0.0.9" in page and page.count("This browser") == 1
    here.post(f"/me/sessions/{olena.sessions.get(browser='Telephone').public_id}/end/")
    assert [is_in(each) for each in (here, lost, third)] == [True, False, True]
    here.post("/me/sessions/end/")
    assert [is_in(each) for each in (here, third)] == [True, False]


def test_what_a_browser_calls_itself_is_shown_as_text() -> None:
    person("olena")
    client = sign_in("olena", by=browser("<script>alert(1)</script>" * 40, "1" * 100))
    page = client.get("/me/").content.decode()
    assert "<script>alert" not in page and "&lt;script&gt;" in page
