"""Addresses of signing in, of one's own settings and of people.

Of allauth's addresses only those that are used here exist: nothing about e-mail, telephone numbers,
signing up or resetting a password by post.
"""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path

from probatum.desk.people import mine, pages
from probatum.desk.people.marks import early, open_to_all

urlpatterns = [
    # who is there
    path("sign-in/", open_to_all(account.login), name="account_login"),
    path("sign-in/code/", open_to_all(mfa.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey/", open_to_all(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/inactive/", open_to_all(account.account_inactive), name="account_inactive"),
    path("sign-out/", open_to_all(account.logout), name="account_logout"),
    path("sign-out/", open_to_all(account.logout), name="sign-out"),
    path("invitation/<str:token>/", pages.invitation, name="invitation"),
    path("again/", early(account.reauthenticate), name="account_reauthenticate"),
    path("again/code/", early(mfa.reauthenticate), name="mfa_reauthenticate"),
    path(
        "again/passkey/",
        early(passkeys.reauthenticate_webauthn),
        name="mfa_reauthenticate_webauthn",
    ),
    # one's own settings
    path("me/", mine.me, name="person-settings"),
    path("me/theme/", mine.theme, name="theme"),
    path("language/", mine.language, name="set_language"),
    path("me/sessions/end/", mine.end_others, name="me_end_others"),
    path("me/sessions/<uuid:public_id>/end/", mine.end_one, name="me_end_session"),
    path("me/password/", early(account.password_change), name="account_change_password"),
    path("me/password/first/", early(account.password_set), name="account_set_password"),
    path("me/second-factor/", early(mfa.index), name="mfa_index"),
    path("me/second-factor/app/", early(totp.activate_totp), name="mfa_activate_totp"),
    path("me/second-factor/app/remove/", early(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("me/second-factor/passkeys/", early(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("me/second-factor/passkeys/add/", early(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path(
        "me/second-factor/passkeys/<int:pk>/remove/",
        early(passkeys.remove_webauthn),
        name="mfa_remove_webauthn",
    ),
    path(
        "me/second-factor/passkeys/<int:pk>/",
        early(passkeys.edit_webauthn),
        name="mfa_edit_webauthn",
    ),
    path(
        "me/second-factor/codes/",
        early(codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "me/second-factor/codes/new/",
        early(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    # everybody
    path("people/", pages.everybody, name="people"),
    path("people/add/", pages.add, name="people_add"),
    path("people/policy/", pages.policy, name="people_policy"),
    path("people/events/", pages.happened, name="people_events"),
    path("people/<int:number>/", pages.one, name="person"),
    path("people/<int:number>/role/", pages.role, name="person_role"),
    path("people/<int:number>/link/", pages.link, name="person_link"),
    path("people/<int:number>/deactivate/", pages.deactivate, name="person_deactivate"),
    path("people/<int:number>/activate/", pages.activate, name="person_activate"),
    path("people/<int:number>/second-factor/", pages.second_factor, name="person_second_factor"),
    path("people/<int:number>/sessions/end/", pages.end_sessions, name="person_end_sessions"),
    path(
        "people/<int:number>/sessions/<uuid:public_id>/end/",
        pages.end_session,
        name="person_end_session",
    ),
]  # fmt: skip
