"""Stop a package in which a protected person could be recognised, until somebody decides.

Everything that would leave is searched (``disclose.leak_search``). A hit stops the package until it
is resolved with a reason; what nobody can search, until a named person approves it. Both decisions
are one ``leak_check/1`` entry, which stays in the case: the recipient does not learn of them. Where
nobody is protected, nothing is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from probatum.acts.chosen_entries import wrong_use
from probatum.acts.derived import derived_bytes
from probatum.acts.extract_text import TEXT
from probatum.acts.leak_hits import MOST_NAMED, NamedHits, Resolution, named, parse_resolution
from probatum.acts.protected_people import protected_people
from probatum.acts.session import Session
from probatum.disclose.file_texts import MOST_BYTES, REASONS, Layer, Unchecked, layers_of
from probatum.disclose.leak_search import Hit, LeakSearch
from probatum.disclose.leaks import texts_in
from probatum.disclose.withheld import Shown
from probatum.errors import InputError
from probatum.model.kinds import Fields, LeakChecked
from probatum.proof.canonical import Json

__all__ = [
    "MOST_NAMED", "UNDECIDED", "Approval", "Decisions", "LeakGuard", "Resolution",
    "parse_approval", "parse_resolution",
]  # fmt: skip

WITHHOLD = "withhold or redact these, leave them out"


@dataclass(frozen=True, slots=True)
class Approval:
    """The decision that what could not be searched may leave, and whose it is."""

    approver: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """What was decided about a package; ``show``: an error may repeat the words that were found."""

    resolved: Sequence[Resolution] = ()
    unchecked: Approval | None = None
    show: bool = False


UNDECIDED = Decisions()


def parse_approval(text: str) -> Approval:
    """Read ``NAME:REASON``. Raises UseError ``wrong-use``."""
    name, _, reason = text.partition(":")
    said = Approval(name.strip(), reason.strip())
    if not said.approver or not said.reason:
        raise wrong_use("--approve-unchecked", "NAME:REASON", "another form",
                        "for example 'B. Reviewer:looked at every photograph'")  # fmt: skip
    return said


class LeakGuard:
    """Searches what would leave for the protected people that this session sees."""

    def __init__(self, session: Session, *, show: bool = False) -> None:
        self._session = session
        self._search = LeakSearch(protected_people(session), show=show)
        self._unchecked: list[tuple[str, str]] = []
        self._repeating: dict[str, frozenset[str] | None] = {}

    @property
    def is_needed(self) -> bool:
        """Whether anybody is protected: else nothing is searched, and nothing has to be read."""
        return self._search.is_needed

    @property
    def unchecked(self) -> tuple[str, ...]:
        """What could not be searched, each with its reason."""
        return tuple(f"{place}: {reason}" for place, reason in self._unchecked)

    def look_in(self, text: str, place: str) -> None:
        """Search one text that would leave."""
        self._search.look_in(text, place)

    def look_in_again(self, text: str, place: str, of: Iterable[str] | None = None) -> None:
        """Search a text that repeats others: those of the places ``of``, or (None) of all.

        What leads to a person there by what it is known for in them is decided with them.
        """
        self._repeating[place] = None if of is None else frozenset(of)
        self._search.look_in(text, place)

    def look_in_value(self, value: Json, place: str) -> None:
        """Search every text of a field's value, and the names of fields inside it."""
        for text in texts_in(value):
            self._search.look_in(text, place)
        if isinstance(value, dict):
            self._search.look_in(" ".join(value), place)

    def look_in_entries(self, shown: Iterable[Shown]) -> None:
        """Search every field that is opened."""
        if self.is_needed:
            for one in shown:
                for name, value in one.fields.items():
                    self.look_in_value(value, f"field {name} of entry {one.index} ({one.kind})")

    def look_in_file(self, data: bytes | None, item: str, place: str) -> None:
        """Search an original or copy (None: too large to hold) and the text extracted from it."""
        if not self.is_needed:
            return
        has_text = self._look_in_extracted(item, place)
        if data is None or len(data) > MOST_BYTES:
            self._unchecked.append((place, REASONS["too-large"]))
            return
        for one in layers_of(data, has_page_text=has_text):
            inside = f"{place}, {one.inside}" if one.inside else place
            match one:
                case Layer():
                    self._search.look_in(one.text, inside, least_letters=one.least_letters)
                case Unchecked():
                    self._unchecked.append((inside, REASONS[one.reason]))

    def _look_in_extracted(self, item: str, place: str) -> bool:
        """Search the newest extracted text of an object, and say whether there is one."""
        texts = [row for row in self._session.index.derivations(item, TEXT) if row.sha256]
        if not texts:
            return False
        text = derived_bytes(self._session, texts[-1]).decode()
        self._search.look_in(text, f"the extracted text of {place}")
        return True

    def settle(
        self, decisions: Decisions, *, to: str, purpose: str, instead: str = WITHHOLD
    ) -> list[tuple[str, Fields]]:
        """Return the entries that record the decisions, for the same frame as the disclosure.

        ``instead`` is what else somebody could do about hits.
        Raises InputError ``leak`` for hits that are not resolved, ``not-checked`` for what was not
        searched and not approved; UseError ``wrong-use`` for a decision about nothing.
        """
        hits = NamedHits(self._session, self._causes())
        reasons = hits.reasons(decisions.resolved)
        hits.require_all(reasons, instead)
        if self._unchecked and decisions.unchecked is None:
            error = InputError(
                "not-checked", item=named(self.unchecked),
                expected="bytes that can be searched for protected people, or somebody's approval",
                found=f"{len(self._unchecked)} that cannot be searched",
                remedy="look at them yourself, then: --approve-unchecked NAME:REASON",
            )  # fmt: skip
            error.details = [{"where": place, "why": why} for place, why in self._unchecked]
            raise error
        return self._entries(hits.sentences(reasons), decisions.unchecked, to, purpose)

    def _causes(self) -> list[Hit]:
        """Leave out hits that repeat another one: whoever decides that decides both."""
        places: dict[tuple[str, str], set[str]] = {}
        for hit in self._search.hits:
            if hit.where not in self._repeating:
                places.setdefault((hit.person, hit.kind), set()).add(hit.where)
        kept = []
        for hit in self._search.hits:
            there = places.get((hit.person, hit.kind), set())
            of = self._repeating.get(hit.where, frozenset())
            if not (there if of is None else there & of):
                kept.append(hit)
        return kept

    def _entries(
        self, resolved: list[str], approval: Approval | None, to: str, purpose: str
    ) -> list[tuple[str, Fields]]:
        if not resolved and not self._unchecked:
            return []
        inside = self._session.inside is not None
        entry = LeakChecked(
            by=self._session.by, at=self._session.now(), to=to, purpose=purpose, resolved=resolved,
            not_checked=list(self.unchecked),
            approver=approval.approver if approval and self._unchecked else None,
            reason=approval.reason if approval and self._unchecked else None,
        )  # fmt: skip
        object_id, _ = self._session.case.new_object()
        # In a compartment the decision names its people: outside, it must not be readable.
        return [self._session.draft(object_id, entry, inside=inside)]
