"""The languages that a catalogue is there for, beside English: those of the desk.

What is compiled lies in the wheel beside the desk's ``locale`` (``release/compile_messages.py``).
"""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations
from pathlib import Path

from probatum.errors import UseError, WorldError
from probatum.model.tongue import ENGLISH, Tongue

LOCALE = Path(__file__).resolve().parent.parent / "desk" / "locale"
LANGUAGES = ("en", "uk", "ar")


@cache
def tongue(language: str) -> Tongue:
    """Return a language by its tag.

    Raises UseError ``wrong-use`` for another one; WorldError ``missing-library`` where its
    catalogue was not compiled.
    """
    if language not in LANGUAGES:
        raise UseError(
            "wrong-use", item="the language", expected=", ".join(LANGUAGES), found="another one"
        )  # fmt: skip
    if language == "en":
        return ENGLISH
    try:
        with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
            words = GNUTranslations(file)
    except FileNotFoundError:
        raise WorldError(
            "missing-library", item="the language", expected="its compiled catalogue",
            found="none", remedy="build it: make web (an installed wheel has it inside)",
        ) from None  # fmt: skip
    arabic = language == "ar"
    return Tongue(
        language, words.gettext, words.ngettext, rtl=arabic,
        thousands="," if arabic else "\u00a0", decimal="." if arabic else ",",
    )  # fmt: skip
