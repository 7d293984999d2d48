"""What must hold of a record before it is taken: fields, terms, and what it names exists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches

import msgspec

from probatum.acts.cite import CitedTexts, require_exact
from probatum.acts.session import Session
from probatum.errors import InputError, ProbatumError
from probatum.model import vocab
from probatum.model.ids import COMPARTMENT_NUMBERS, is_object_id, parse_reference
from probatum.model.nouns import NOUNS, decode, plain
from probatum.model.nouns.vocabularies import Vocabulary
from probatum.model.record import Record
from probatum.model.references import Mark, marks, may_name, renamed

_WORD = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")
_AT = re.compile(r" - at `\$\.?(.*?)`$")
_TYPES = {
    "str": "text", "int": "a whole number", "bool": "true or false", "array": "a list",
    "object": "an object with fields", "null": "nothing (null)", "float": "a fraction",
}  # fmt: skip
MOST_BYTES = 1 << 20  # of one version of a record, as JSON
_NO_RECORD = "a noun of spec/record.md with its version, such as assertion/1, in `record`"


def bad(field: str, expected: str, found: str, remedy: str = "") -> InputError:
    """Return the error for one field of a record that does not fit."""
    return InputError("bad-record", item=field, expected=expected, found=found, remedy=remedy)


class Checker:
    """Checks records against the case. One for many: it remembers what it found there.

    ``inside``: the record goes into the compartment; one outside must not name what lies in it.
    ``names`` maps a name of this delivery (``@mill``) to the object id and noun it was given.
    """

    def __init__(self, session: Session, *, inside: bool = False) -> None:
        self._session = session
        self._hidden = None if inside else session.inside
        self._known: dict[str, str] = {}
        self.names: dict[str, str] = {}
        self._terms: dict[str, frozenset[str]] = {}
        self._texts = CitedTexts(session)

    def admit(self, object_id: str, noun: str) -> None:
        """Remember a record that was taken, so that later ones may name it."""
        self._known[object_id] = noun
        if noun == "vocabulary":
            self._terms.clear()

    def parse(self, fields: Mapping[str, object]) -> Record:
        """Return the record that plain fields say, every name in it replaced by an object id.

        Raises InputError ``bad-record`` (which field, what was expected, what was found),
        ``missing-record``, ``erased``.
        """
        tag = fields.get("record")
        noun = tag.partition("/")[0] if isinstance(tag, str) else ""
        if noun not in NOUNS or tag != str(NOUNS[noun].__struct_config__.tag):
            raise bad("record", _NO_RECORD, "another word" if tag else "nothing",
                      "list them: probatum record schema")  # fmt: skip
        try:
            given = renamed(noun, fields, self._id_of)
            text = msgspec.json.encode(given)
            if len(text) > MOST_BYTES:
                raise bad("the record", f"at most {MOST_BYTES:,} bytes as JSON", "more",
                          "put a long text into a file, add that, and cite it")  # fmt: skip
            body = decode(text)
        except (msgspec.DecodeError, RecursionError, TypeError, ValueError) as error:
            raise _said(error) from None
        kept = plain(body)
        if kept != given:
            _require_same(given, kept)
        self.check(body, kept)
        self._require_nothing_hidden(text.decode())
        return body

    def check(self, body: Record, fields: Mapping[str, object]) -> None:
        """Check what a record names: records and items that are there, terms that are known."""
        for mark in marks(body.noun, fields):
            if mark.targets:
                self._require_there(mark)
            elif mark.vocabulary:
                self._require_term(mark)
        require_exact(body, self._texts)

    def _id_of(self, value: str, mark: Mark) -> str:
        if is_object_id(value):
            return self.names.get(value, value)  # an id of another case stands for a name
        if value.startswith("@"):
            if value not in self.names:
                raise InputError(
                    "missing-record", item=mark.field, found="a name that nothing has",
                    expected="a name given by `as` in a line before",
                    remedy="put the line that has this name first",
                )  # fmt: skip
            return self.names[value]
        try:
            return self._by_reference(value)
        except ProbatumError as error:
            if error.code == "erased":
                raise
            if error.code == "bad-reference":
                raise bad(
                    mark.field,
                    "a reference whose last character fits its number",
                    "another one, or none",
                    "compare it letter by letter",
                ) from None
            raise bad(mark.field, "an id, a reference or an @name", "other words") from None

    def _by_reference(self, value: str) -> str:
        parse_reference(value)
        if self._session.is_record(value):
            return self._session.find_record(value).id
        return self._session.live(value).id

    def _require_there(self, mark: Mark) -> None:
        noun = self._known.get(mark.value)
        if noun is None:
            found = self._session.index.exists(mark.value)
            if found == "erased":
                raise InputError("erased", item=mark.field, expected="a record or item that exists",
                                 found="one that was erased")  # fmt: skip
            if found is None or (found != "item" and found not in NOUNS):
                raise InputError(
                    "missing-record", item=mark.field, found="an id that nothing here has",
                    expected=" or ".join(mark.targets) + " of this case",
                )  # fmt: skip
            noun = self._known[mark.value] = found
        if self._hidden is not None and self._hidden.holds(mark.value):
            raise bad(
                mark.field, "a record outside the compartment", "one inside it",
                "put this record into the compartment too, or name another one",
            )  # fmt: skip
        if not may_name(mark.targets, noun):
            raise InputError(
                "missing-record", item=mark.field, expected=" or ".join(mark.targets), found=noun
            )

    def _require_nothing_hidden(self, text: str) -> None:
        """Refuse free text that names a record of the compartment by its id or reference."""
        if self._hidden is None:
            return
        prefix = self._session.index.case_row().reference_prefix
        named = re.search(rf"\b{re.escape(prefix)}P-[0-9]{{5,}}", text, re.IGNORECASE)
        if named or any(self._hidden.holds(each) for each in set(_ID.findall(text.lower()))):
            raise bad(
                "the record", "words that name no record of the compartment", "its id or reference",
                "put this record into the compartment too, or say it without",
            )  # fmt: skip

    def _require_term(self, mark: Mark) -> None:
        terms = self._terms.get(mark.vocabulary)
        if terms is None:
            terms = self._terms[mark.vocabulary] = self._all_terms(mark.vocabulary)
        if mark.value not in terms:
            near = get_close_matches(mark.value, terms, n=3)
            raise bad(
                mark.field, f"a term of the vocabulary {mark.vocabulary}", "another word",
                f"did you mean {' or '.join(near)}?" if near
                else f"see probatum record terms {mark.vocabulary}; a vocabulary record adds terms",
            )  # fmt: skip

    def _all_terms(self, name: str) -> frozenset[str]:
        own = set()
        for row in self._session.index.records(["vocabulary"]):
            if self._hidden is not None and row.number > COMPARTMENT_NUMBERS:
                continue  # a term of the compartment would be a word that others cannot look up
            if isinstance(row.body, Vocabulary) and row.body.name == name and not row.retracted:
                own |= {term.code for term in row.body.terms}
        return vocab.codes(name) | own


def _said(error: Exception) -> InputError:
    """Turn what the decoder says into field, expected and found; it quotes no values."""
    text = str(error)
    if isinstance(error, UnicodeError):
        return bad("the record", "text in Unicode", "half a character (a lone surrogate)")
    if isinstance(error, RecursionError):
        return bad("the record", "fields as in its schema", "them nested without end")
    if not isinstance(error, msgspec.ValidationError):
        return bad("the record", "text, whole numbers, true, false, null, lists, objects", "others")
    at = _AT.search(text)
    field = (at[1] if at else "") or "the record"
    text = text[: at.start()] if at else text
    match = re.fullmatch(r"Expected `(.*)`, got `(.*)`", text)
    if match:
        return bad(field, _words(match[1]), _words(match[2]))
    match = re.fullmatch(r"Object contains unknown field `(.*)`", text, re.DOTALL)
    if match:
        # The name of a field that is none may be anything, so it is repeated only if it is a word.
        name = match[1] if _WORD.fullmatch(match[1]) else "a field"
        return bad(f"{at[1]}.{name}" if at and at[1] else name, "the fields of its schema",
                   "another one", "probatum record schema NOUN shows them")  # fmt: skip
    match = re.fullmatch(r"Object missing required field `(.*)`", text)
    if match:
        return bad(f"{at[1]}.{match[1]}" if at and at[1] else match[1], "a value", "nothing")
    if text.startswith("Invalid enum value"):
        return bad(field, "one of the words in its schema", "another word",
                   "probatum record schema NOUN lists them")  # fmt: skip
    match = re.fullmatch(r"Expected `(\w+)` (.*)", text)
    if match:
        wanted = "a form that its schema shows" if "regex" in match[2] else match[2]
        return bad(field, f"{_words(match[1])}: {wanted}", "another value")
    return bad(field, text.removeprefix("Expected ").removeprefix("expected "), "another value")


def _words(types: str) -> str:
    """Return the decoder's names of types in words."""
    return " or ".join(_TYPES.get(each.strip(), each.strip()) for each in types.split("|"))


def _require_same(given: Mapping[str, object], kept: Mapping[str, object]) -> None:
    """Refuse a value that would be stored otherwise than it was given: 3.0 for 3."""
    for name, value in given.items():
        # What is left out of ``kept`` is at its default, and so was what was given: if it is plain.
        if not _alike(value, kept[name]) if name in kept else not _is_plain(value):
            raise bad(str(name), "a value in its one spelling", "another spelling of it")


def _alike(given: object, kept: object) -> bool:
    if isinstance(given, Mapping) and isinstance(kept, Mapping):
        return all(
            _alike(value, kept[name]) if name in kept else _is_plain(value)
            for name, value in given.items()
        )
    if isinstance(given, list | tuple) and isinstance(kept, list | tuple):
        return len(given) == len(kept) and all(map(_alike, given, kept))
    return type(given) is type(kept) and given == kept


def _is_plain(value: object) -> bool:
    """Say whether a value that equals a default is one of JSON; NaN becomes null, bytes text."""
    if isinstance(value, Mapping | Sequence) and not isinstance(value, str | bytes | bytearray):
        return len(value) == 0
    return value is None or type(value) in (bool, int, str)
