"""What must hold of a record before it is taken: fields, terms, and what it names exists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from probatum.acts.cite import CitedTexts, require_exact
from probatum.acts.record_reading import bad, read_fields
from probatum.acts.session import Session
from probatum.acts.vocabulary_checks import require_sound
from probatum.errors import InputError, ProbatumError
from probatum.model import vocab
from probatum.model.ids import COMPARTMENT_NUMBERS, is_object_id, parse_reference
from probatum.model.nouns import NOUNS
from probatum.model.nouns.people import SameAs
from probatum.model.nouns.vocabularies import Vocabulary
from probatum.model.record import Record
from probatum.model.references import Reference, marks, may_name

_ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])")


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
        self._there: dict[str, str] = {}
        self._terms: dict[str, frozenset[str]] = {}
        self._texts = CitedTexts(session)

    def admit(self, object_id: str, noun: str) -> None:
        """Remember a record that was taken, so that later ones may name it."""
        self._known[object_id] = noun
        if noun == "vocabulary":
            self._terms.clear()

    def name_there(self, reference: str, object_id: str) -> None:
        """Remember by which reference another case knew a record that was made here now."""
        self._there[reference] = object_id

    def parse(self, fields: Mapping[str, object], revises: str | None = None) -> Record:
        """Return the record that plain fields say, every name in it replaced by an object id.

        ``revises`` is the record of which it is the next version. Raises InputError ``bad-record``
        (which field, what was expected, what was found), ``missing-record``, ``erased``.
        """
        said = read_fields(fields, self._id_of)
        self.check(said.body, said.kept)
        if isinstance(said.body, Vocabulary):
            require_sound(self._session, said.body, revises)
        self._require_nothing_hidden(said.text.decode())
        return said.body

    def check(self, body: Record, fields: Mapping[str, object]) -> None:
        """Check what a record names: records and items that are there, terms that are known."""
        self.require_known(marks(body.noun, fields))
        if isinstance(body, SameAs):
            self.require_alike(body)
        self.require_exact(body)

    def require_known(self, named: Iterable[Reference]) -> None:
        """Check that what is named is there, and that terms are known."""
        for mark in named:
            if mark.targets:
                self._require_there(mark)
            elif mark.vocabulary:
                self._require_term(mark)

    def require_alike(self, body: SameAs) -> None:
        """Refuse a judgement that two unlike things are one: a person, an incident."""
        one, other = (self._known[each] for each in body.between)
        if one != other:
            raise bad(
                "between", "two of one noun", f"{one} and {other}",
                "an identity/1 proposition ties unlike ones together",
            )  # fmt: skip

    def require_exact(self, body: Record) -> None:
        """Refuse a citation whose words are not those of its text."""
        require_exact(body, self._texts)

    def _id_of(self, value: str, mark: Reference) -> str:
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
            return self._by_reference(value, mark)
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

    def _by_reference(self, value: str, mark: Reference) -> str:
        parse_reference(value)
        there = self._there.get(value)
        try:
            record = self._session.is_record(value)
            here = self._session.find_record(value).id if record else self._session.live(value).id
        except ProbatumError:
            if there is None:
                raise
            return there
        if there not in (None, here):
            raise bad(
                mark.field, "a reference that means one record", "one that this case and the "
                "exported table both have", "name it by the id that stands in its row",
            )  # fmt: skip
        return here

    def _require_there(self, mark: Reference) -> None:
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
                    remedy="if another table of the same export has it, give both at once: "
                    "record put A.csv B.csv",
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

    def _require_term(self, mark: Reference) -> None:
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
