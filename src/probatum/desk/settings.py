"""Django's settings of the desk, from arguments. Nothing is read from the environment.

The database has no name and no key until a case is open (``holding.open_case`` gives them).
"""

from __future__ import annotations

import secrets
from pathlib import Path

import django
from django.conf import settings

from probatum.desk.headers import file_headers
from probatum.desk.people import options

HERE = Path(__file__).parent
NONE, SELF = "'none'", "'self'"
LANGUAGES = [("en", "English"), ("uk", "Українська"), ("ar", "العربية")]

# What a page of the desk may load: its own files, and nothing from anywhere else.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "blob:", "data:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "worker-src": [SELF],
        "frame-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "probatum.desk.headers.Headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "probatum.desk.gate.middleware.Gate",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    *options.MIDDLEWARE,
    "probatum.desk.failing.Failing",
]

APPS = [
    *options.APPS,
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "csp",
    "django_htmx",
    "probatum.desk",
]

LOADERS = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]

# Faults of ours go to the terminal that runs the desk; there are no mails and no files.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "loggers": {"django": {"handlers": ["terminal"], "level": "ERROR", "propagate": False}},
}


def configure(
    *, hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]"), port: int | None = None
) -> None:
    """Set Django up for this process. Calling it again does nothing.

    ``hosts`` are the names by which browsers reach the desk. Cookies know no ports, so that two
    desks of one machine have cookies of different names.
    """
    if settings.configured:
        return
    settings.configure(
        DEBUG=False,
        # Sessions end with the process: what a copied cookie was worth ends with it.
        SECRET_KEY=secrets.token_urlsafe(64),
        ALLOWED_HOSTS=list(hosts),
        INSTALLED_APPS=APPS,
        MIDDLEWARE=MIDDLEWARE,
        ROOT_URLCONF="probatum.desk.addresses",
        WSGI_APPLICATION=None,
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [HERE / "templates"],
                "OPTIONS": {
                    "loaders": [("probatum.desk.quick_templates.Loader", LOADERS)],
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.template.context_processors.i18n",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                        "probatum.desk.surrounding.surrounding",
                        "probatum.desk.people.showing.showing",
                    ],
                },
            }
        ],
        DATABASES={
            "default": {"ENGINE": "probatum.desk.database", "NAME": "", "OPTIONS": {"key": None}}
        },
        CACHES={"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}},
        # -- words
        USE_I18N=True, USE_TZ=True, TIME_ZONE="UTC", LANGUAGE_CODE="en", LANGUAGES=LANGUAGES,
        LOCALE_PATHS=[HERE / "locale"], FORMAT_MODULE_PATH="probatum.desk.formats",
        LANGUAGE_COOKIE_HTTPONLY=True, LANGUAGE_COOKIE_SAMESITE="Strict",
        # -- files of the pages
        STATIC_URL="/static/",
        STORAGES={
            "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
            "staticfiles": {"BACKEND": "probatum.desk.static_files.Storage"},
        },
        STATICFILES_FINDERS=["django.contrib.staticfiles.finders.AppDirectoriesFinder"],
        WHITENOISE_USE_FINDERS=True, WHITENOISE_ALLOW_ALL_ORIGINS=False,
        WHITENOISE_AUTOREFRESH=False, WHITENOISE_ADD_HEADERS_FUNCTION=file_headers,
        **{**options.SETTINGS, **_cookies(port)},
        # -- limits and headers
        DATA_UPLOAD_MAX_MEMORY_SIZE=16 * 1024 * 1024, DATA_UPLOAD_MAX_NUMBER_FIELDS=10_000,
        FILE_UPLOAD_HANDLERS=["django.core.files.uploadhandler.MemoryFileUploadHandler"],
        FILE_UPLOAD_MAX_MEMORY_SIZE=16 * 1024 * 1024,
        CONTENT_SECURITY_POLICY=CONTENT_SECURITY_POLICY,
        SECURE_CONTENT_TYPE_NOSNIFF=True, SECURE_REFERRER_POLICY="same-origin",
        SECURE_CROSS_ORIGIN_OPENER_POLICY="same-origin", X_FRAME_OPTIONS="DENY",
        LOGGING=LOGGING,
        # Plain HTTP on loopback: the checks that ask for TLS do not apply there (docs/desk.md).
        SILENCED_SYSTEM_CHECKS=["security.W004", "security.W008", "security.W011", "security.W016"],
    )  # fmt: skip
    django.setup()


def _cookies(port: int | None) -> dict[str, str]:
    names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME")
    return {} if port is None else {name: f"{options.SETTINGS[name]}_{port}" for name in names}
