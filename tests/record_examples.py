"""The examples of the specification, put into a case: their ids lead to what they name there."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from probatum.acts.add_files import add
from probatum.acts.put_record import put
from probatum.acts.session import Session
from probatum.model.nouns import NOUNS
from probatum.model.references import marks, renamed
from record_case import INCIDENT

EXAMPLES = Path(__file__).resolve().parent.parent / "spec" / "examples"


def example_id(what: str) -> str:
    """The id under which examples name each other: a digest of what it is."""
    return hashlib.sha256(f"exercise {what}".encode()).hexdigest()[:32]


def example(noun: str) -> dict[str, object]:
    """An example as it is printed."""
    found: dict[str, object] = json.loads((EXAMPLES / f"{noun}.json").read_text("utf-8"))
    return found


class Examples:
    """Puts examples on demand, each after those that it names."""

    def __init__(self, session: Session, folder: Path) -> None:
        self._session = session
        self._ids: dict[str, str] = {}
        for number, name in enumerate(("item", "another item")):
            path = folder / f"page-{number}.txt"
            path.write_text(f"An invented page {number}.\n")
            self._ids[example_id(name)] = add(session, [str(path)]).lines[0].id

    def fields(self, noun: str) -> dict[str, object]:
        """An example with ids of this case; what it names is put before."""
        said = example(noun)
        for mark in marks(noun, said):
            if mark.targets and mark.value not in self._ids:
                self._ids[mark.value] = self._made(mark.value)
        return renamed(noun, said, lambda value, _: self._ids[value])

    def _made(self, value: str) -> str:
        others = {example_id("another incident"): INCIDENT}
        if value == example_id("another person"):
            return put(self._session, self.fields("person")).id
        if value in others:
            return put(self._session, others[value]).id
        [noun] = [noun for noun in NOUNS if example_id(noun) == value]
        return put(self._session, self.fields(noun)).id
