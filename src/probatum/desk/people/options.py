"""What the people of the desk need among Django's settings; ``desk/settings.py`` takes it in.

allauth reads its settings when its modules are first imported, so these have to be there from the
beginning.
"""

from __future__ import annotations

from typing import Any, Final

APPS: Final = (
    "django.contrib.contenttypes",  # allauth imports Django's own user model, which needs both
    "django.contrib.auth",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "probatum.desk.people",
)

# In this order, after SessionMiddleware, LocaleMiddleware, CommonMiddleware and CsrfViewMiddleware.
MIDDLEWARE: Final = (
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "probatum.desk.people.middleware.SignedIn",
    "probatum.desk.people.middleware.PersonLanguage",
)

_FORMS = "probatum.desk.people.forms."
_PASSKEYS = "probatum.desk.people.passkeys."
_VALIDATION = "django.contrib.auth.password_validation."

SETTINGS: Final[dict[str, Any]] = {
    "AUTH_USER_MODEL": "people.Person",
    "AUTHENTICATION_BACKENDS": ["probatum.desk.people.backend.ByName"],
    "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
    # scrypt is in the standard library; see decisions/ for why not Argon2.
    "PASSWORD_HASHERS": ["django.contrib.auth.hashers.ScryptPasswordHasher"],
    "AUTH_PASSWORD_VALIDATORS": [
        {"NAME": _VALIDATION + "MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
        {
            "NAME": _VALIDATION + "UserAttributeSimilarityValidator",
            "OPTIONS": {"user_attributes": ("sign_in_name", "display_name")},
        },
        {"NAME": _VALIDATION + "CommonPasswordValidator"},
        {"NAME": _VALIDATION + "NumericPasswordValidator"},
    ],
    "LOGIN_URL": "account_login",
    "LOGIN_REDIRECT_URL": "home",
    "LOGOUT_REDIRECT_URL": "account_login",
    # Messages in a signed cookie: pages before a case is open have no database.
    "MESSAGE_STORAGE": "django.contrib.messages.storage.cookie.CookieStorage",
    "SESSION_ENGINE": "probatum.desk.people.sessions",
    "SESSION_COOKIE_NAME": "probatum_session",
    "SESSION_COOKIE_HTTPONLY": True,
    "SESSION_COOKIE_SAMESITE": "Strict",
    "SESSION_COOKIE_AGE": 24 * 3600,  # the policy of the case is shorter and decides
    "SESSION_EXPIRE_AT_BROWSER_CLOSE": True,
    "CSRF_COOKIE_NAME": "probatum_csrf",
    "CSRF_COOKIE_HTTPONLY": True,
    "CSRF_COOKIE_SAMESITE": "Strict",
    "CSRF_COOKIE_AGE": None,  # until the browser closes, like the session
    "ACCOUNT_ADAPTER": "probatum.desk.people.adapter.AccountAdapter",
    "ACCOUNT_LOGIN_METHODS": {"username"},
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*", "password2*"],
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_USER_MODEL_USERNAME_FIELD": "sign_in_name",
    "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
    "ACCOUNT_USERNAME_VALIDATORS": None,
    "ACCOUNT_PRESERVE_USERNAME_CASING": False,
    "ACCOUNT_SESSION_REMEMBER": False,
    "ACCOUNT_LOGOUT_ON_GET": False,
    "ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE": False,
    "ACCOUNT_LOGOUT_REDIRECT_URL": "account_login",
    # allauth counts in memory, which starting the desk again would forget: people/lockout.py does.
    "ACCOUNT_RATE_LIMITS": False,
    "ACCOUNT_FORMS": {
        "login": _FORMS + "SignInForm",
        "reauthenticate": _FORMS + "PasswordAgainForm",
        "change_password": _FORMS + "NewPasswordForm",
    },
    "MFA_ADAPTER": "probatum.desk.people.adapter.MFAAdapter",
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_RATE_LIMITS": False,
    "MFA_RECOVERY_CODES_SHOW_ONCE": True,
    "MFA_TOTP_TOLERANCE": 1,  # half a minute: clocks of machines without a network drift
    "MFA_FORMS": {
        "authenticate": _FORMS + "CodeForm",
        "reauthenticate": _FORMS + "CodeAgainForm",
        "activate_totp": _FORMS + "AppForm",
        "add_webauthn": _PASSKEYS + "PasskeyForm",
        "authenticate_webauthn": _PASSKEYS + "PasskeyAsked",
        "reauthenticate_webauthn": _PASSKEYS + "PasskeyAgain",
        "login_webauthn": _PASSKEYS + "PasskeyAlone",
        "edit_webauthn": _FORMS + "PasskeyNameForm",
        "generate_recovery_codes": _FORMS + "NewCodesForm",
    },
}
