"""Look for what is withheld in everything that would leave: fields, reasons, names, text files.

A name that is withheld in one entry and readable in the next protects nobody. The check is plain:
each withheld text of at least two characters is searched, without case, normalised (NFC) and with
any run of white space as one space; in files also behind the escapes of JSON and HTML. Two or three
characters count as a whole word only, but anywhere in scripts that set no spaces. It does not look
into pictures, sound, PDF or compressed files, and not for other spellings of a name: the caller
says so.
"""

from __future__ import annotations

import html
import quopri
import re
import unicodedata
from collections.abc import Iterable, Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header

from probatum.disclose.withheld import Shown
from probatum.errors import EvidenceError, InputError
from probatum.proof import disclosure
from probatum.proof.canonical import Json

MOST_TEXT_BYTES = 10 << 20
SHORTEST = 4  # from here on a text is found inside words too
SHORTEST_WORD = 2
FEW = 32
MOST_NAMED = 10
# Thai to Khmer, kana, Han, Hangul: names of two characters, and no spaces round them.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]"
)
_JSON_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")
_HEADER_WORDS = re.compile(
    r"=\?[\w.-]{1,40}\?[bBqQ]\?[^?\s]*\?=(?:\s+=\?[\w.-]{1,40}\?[bBqQ]\?[^?\s]*\?=)*"
)
_QUOTED_PRINTABLE = re.compile(r"(?:=(?:[0-9A-F]{2}|\r?\n))+")


def folded(text: str) -> str:
    r"""Return text as it is compared: no case, NFC, white space as single spaces.

    >>> folded("Ann\n  EXAMPLE") == folded("ann example")
    True
    """
    folded_text = unicodedata.normalize("NFC", text).casefold()
    return " ".join(unicodedata.normalize("NFC", folded_text).split())


def unescaped(text: str) -> str:
    r"""Return text with the escapes of JSON, HTML and e-mail undone: exports are full of them.

    >>> unescaped(r"\u0416 &amp; others")
    'Ж & others'
    >>> unescaped("From: =?utf-8?B?0J7Qu9C10L3QsA==?= =D0=96")
    'From: Олена Ж'
    """
    if "\\u" in text:
        text = _JSON_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        # Two escapes may be the halves of one character.
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if "=?" in text:
        text = _HEADER_WORDS.sub(_header_words, text)
    if "=" in text:
        text = _QUOTED_PRINTABLE.sub(_quoted_printable, text)
    return html.unescape(text) if "&" in text else text


def _header_words(found: re.Match[str]) -> str:
    try:
        return str(make_header(decode_header(found[0])))
    except (HeaderParseError, LookupError, ValueError):
        return found[0]


def _quoted_printable(found: re.Match[str]) -> str:
    data = quopri.decodestring(found[0])
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1251", "replace")


def texts_in(value: Json) -> Iterator[str]:
    """Yield every string in a value, also those inside the disclosures of a sender's chain."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, member in value.items():
            if name == "opened" and isinstance(member, (list, tuple)):
                yield from _disclosed(member)
            else:
                yield from texts_in(member)
    elif isinstance(value, (list, tuple)):
        for element in value:
            yield from texts_in(element)


def _disclosed(texts: Iterable[Json]) -> Iterator[str]:
    # What a sender disclosed to us is base64 in the package, but anybody can read it.
    for text in texts:
        try:
            content = disclosure.parse(text) if isinstance(text, str) else None
        except EvidenceError:
            content = None
        if isinstance(content, disclosure.Field):
            yield from texts_in(content.value)
        elif content is None and isinstance(text, str):
            yield text


def _secrets(one: Shown) -> Iterator[str]:
    """Yield the texts that an entry keeps back."""
    open_texts = {text for value in one.fields.values() for text in texts_in(value)}
    for kept in one.kept:
        for text in texts_in(kept.value):
            # A sender's chain repeats our digest: parts that the same entry opens are no secret.
            if isinstance(kept.value, str) or text not in open_texts:
                yield text


def as_text(data: bytes) -> str | None:
    """Return a file's text if it is text (UTF-8, or UTF-16 with a mark), None if not."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


class LeakCheck:
    """Collects the places where a withheld value shows. ``stop_if_any`` raises ``leak``.

    ``also`` are texts that must not leave though no field says them: what redacted copies hide.
    """

    def __init__(self, shown: Iterable[Shown], also: Iterable[str] = ()) -> None:
        wanted = {folded(text) for one in shown for text in _secrets(one)}
        wanted |= set(map(folded, also))
        self._wanted = {text for text in wanted if len(text) >= SHORTEST}
        self._words = _words({text for text in wanted if SHORTEST_WORD <= len(text) < SHORTEST})
        self._by_start: dict[str, list[str]] = {}
        for text in sorted(self._wanted):
            self._by_start.setdefault(text[:SHORTEST], []).append(text)
        self._places: list[str] = []

    @property
    def is_needed(self) -> bool:
        """Whether anything is withheld that can be searched for."""
        return bool(self._wanted) or self._words is not None

    def look_in(self, text: str, place: str) -> None:
        """Search one text as it is and without escapes; ``place`` names it, not its content."""
        if not self.is_needed:
            return
        plain = unescaped(text)
        if self._holds(folded(text)) or (plain != text and self._holds(folded(plain))):
            self._places.append(place)

    def look_in_value(self, value: Json, place: str) -> None:
        """Search every string of a field's value."""
        if self.is_needed and any(self._holds(folded(text)) for text in texts_in(value)):
            self._places.append(place)

    def look_in_entries(self, shown: Iterable[Shown]) -> None:
        """Search every opened field."""
        for one in shown:
            for name, value in one.fields.items():
                self.look_in_value(value, f"field {name} of entry {one.index} ({one.kind})")

    def stop_if_any(self) -> None:
        """Raise InputError ``leak`` that names the places, and never the value."""
        if not self._places:
            return
        named = ", ".join(self._places[:MOST_NAMED])
        more = len(self._places) - MOST_NAMED
        raise InputError(
            "leak", item="the package", expected="no trace of what is withheld",
            found="a withheld value in " + named + (f" and {more} more" if more > 0 else ""),
            remedy="withhold these fields or leave out these originals too; nothing was written",
        )  # fmt: skip

    def _holds(self, text: str) -> bool:
        if self._words is not None and self._words.search(text):
            return True
        if len(self._wanted) <= FEW:
            return any(wanted in text for wanted in self._wanted)
        # Thousands of withheld values: one pass over the text instead of one for each of them.
        by_start = self._by_start
        for at in range(len(text) - SHORTEST + 1):
            for wanted in by_start.get(text[at : at + SHORTEST], ()):
                if text.startswith(wanted, at):
                    return True
        return False


def _words(short: set[str]) -> re.Pattern[str] | None:
    """Return a pattern that finds short texts; None if there are none."""
    patterns = [
        re.escape(text) if _UNSPACED.search(text) else rf"(?<!\w){re.escape(text)}(?!\w)"
        for text in sorted(short)
    ]
    return re.compile("|".join(patterns)) if patterns else None
