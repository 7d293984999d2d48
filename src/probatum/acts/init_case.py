"""Make a case: keys, empty logs, the first entry; show the recovery key once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import probatum
from probatum.acts.surroundings import Surroundings, spell, surroundings
from probatum.errors import UseError
from probatum.index.index import Index
from probatum.model.kinds import CaseOpened
from probatum.preserve.case import Draft
from probatum.preserve.creation import create_case

_PREFIX = re.compile(r"[A-Z]{1,6}")


@dataclass(frozen=True, slots=True)
class Created:
    """A new case: the recovery key (kept nowhere), its log's verifier key and fingerprint."""

    recovery_key: str
    fingerprint: str
    vkey: str


def init_case(
    folder: Path,
    passphrase: str,
    *,
    name: str,
    by: str,
    prefix: str | None = None,
    around: Surroundings | None = None,
    memory_kib: int = 65536,
) -> Created:
    """Create a case in a new or empty folder.

    ``prefix`` begins its short references (1 to 6 letters; default: the initials of the name).
    Raises UseError ``case-exists``, ``weak-passphrase``, ``wrong-use``; WorldError.
    """
    around = around or surroundings()
    chosen = (prefix or _initials(name)).upper()
    if not _PREFIX.fullmatch(chosen) or not name.strip() or not by.strip():
        raise UseError(
            "wrong-use", item="init", expected="a name, a person, a prefix of 1 to 6 letters A-Z",
            found="something else", remedy="give --name, --by and, if you wish, --prefix",
        )  # fmt: skip
    case, recovery = create_case(folder, passphrase, around.state_folder, memory_kib=memory_kib)
    index = Index.open(folder / "index.db", case.root.derive("index"))
    try:
        entry = CaseOpened(
            by=by, at=spell(around.clock()), name=name, reference_prefix=chosen,
            machine=around.machine, software="probatum " + probatum.__version__,
        )  # fmt: skip
        case.commit([Draft("evidence", case.case_id, entry)], index)
        case.publish("evidence")
        index.follow(case)
    finally:
        index.close()
        case.close()
    key = case.evidence.signer.verifier
    return Created(recovery, key.fingerprint(), key.text())


def _initials(name: str) -> str:
    letters = "".join(word[0] for word in re.findall(r"[A-Za-z]+", name))[:4]
    return letters or "P"
