"""Hits of the leak check by name: each one, and all of one kind of a person together.

A decision is about hits that somebody saw. So the name of a hit changes with the words round its
places, and the name of a group with every hit in it: what was decided of fewer covers no more.
Names are made with a key of the case, so that nobody can try out what stands in it.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from probatum.acts.chosen_entries import wrong_use
from probatum.acts.package_file import require_free, writing
from probatum.acts.session import Session
from probatum.disclose.leak_search import Hit
from probatum.errors import InputError, ProbatumError
from probatum.model.table_cells import RUNS
from probatum.preserve import files

MOST_NAMED = 20
MOST_GROUPS = 5
COLUMNS = (
    "hit", "group", "person", "kind", "where", "position", "length", "times", "excerpt", "reason",
)  # fmt: skip
_MOST_BYTES = 64 << 20


@dataclass(frozen=True, slots=True)
class Resolution:
    """A decision that a hit is none, or may leave: ``hit`` is its name, or that of its group."""

    hit: str
    reason: str


class NamedHits:
    """The hits of one search, each with its name."""

    def __init__(self, session: Session, hits: Iterable[Hit]) -> None:
        self._hits = {_name(session, "L", hit): hit for hit in hits}
        together: dict[tuple[str, str], list[str]] = {}
        for name, hit in self._hits.items():
            together.setdefault((hit.person, hit.kind), []).append(name)
        self._groups = {
            _mac(session, "G", *sorted(names)): names
            for names in together.values() if len(names) > 1
        }  # fmt: skip

    def reasons(self, resolved: Sequence[Resolution]) -> dict[str, str]:
        """Return the reason of each hit that was decided; one of its own before its group's.

        Raises UseError ``wrong-use`` for a decision about nothing that was found.
        """
        found: dict[str, str] = {}
        for said in sorted(resolved, key=lambda each: each.hit not in self._groups):
            if said.hit in self._groups:
                found |= dict.fromkeys(self._groups[said.hit], said.reason)
            elif said.hit in self._hits:
                found[said.hit] = said.reason
            else:
                raise wrong_use(
                    "--resolve " + said.hit, "the name of a hit that was found just now (L-...) or "
                    "of a group of them (G-...)", "none of these: what is found has changed, or it "
                    "is another name", "run it without --resolve to see what there is",
                )  # fmt: skip
        return found

    def sentences(self, reasons: Mapping[str, str]) -> list[str]:
        """Return what is recorded of the hits that were decided."""
        return [f"{name}: {said(self._hits[name])}: {why}" for name, why in reasons.items()]

    def require_all(self, reasons: Mapping[str, str], instead: str) -> None:
        """Refuse hits that nobody decided; ``instead`` is what else somebody could do.

        Raises InputError ``leak``, whose ``details`` are all of them.
        """
        left = {name: hit for name, hit in self._hits.items() if name not in reasons}
        if not left:
            return
        found = "1 hit" if len(left) == 1 else f"{len(left)} hits"
        error = InputError(
            "leak",
            item=named([f"{name}: {said(hit)}" for name, hit in left.items()])
            + self._groups_said(left),
            expected="no trace of a protected person", found=found,
            remedy=f"{instead}, or decide of each: --resolve HIT=REASON; "
            "--leaks-to FILE.csv and --json list all",
        )  # fmt: skip
        error.details = [self._facts(name, hit) for name, hit in left.items()]
        raise error

    def _groups_said(self, left: Mapping[str, Hit]) -> str:
        open_ones = {
            group: names for group, names in self._groups.items()
            if any(name in left for name in names)
        }  # fmt: skip
        parts = []
        for group, names in list(open_ones.items())[:MOST_GROUPS]:
            hit = self._hits[names[0]]
            parts.append(f"{group}: all {len(names)} of {_kind(hit)} of {hit.person}")
        return "".join("; " + part for part in parts)

    def _facts(self, name: str, hit: Hit) -> dict[str, str]:
        group = next((each for each, names in self._groups.items() if name in names), "")
        return {
            "hit": name, "group": group, "person": hit.person, "kind": hit.kind,
            "where": hit.where, "position": str(hit.position), "length": str(hit.length),
            "times": str(hit.times), "excerpt": hit.excerpt or "",
        }  # fmt: skip


def said(hit: Hit) -> str:
    """Return a hit in words that do not repeat what was found, unless it is to be shown."""
    times = f", {hit.times} times" if hit.times > 1 else ""
    shown = f", as {hit.excerpt!r}" if hit.excerpt else ""
    return f"{_kind(hit)} of {hit.person} in {hit.where} at {hit.position}{times}{shown}"


def named(places: Sequence[str]) -> str:
    """Return the first places in one text, and how many more there are."""
    more = len(places) - MOST_NAMED
    return "; ".join(places[:MOST_NAMED]) + (f"; and {more} more" if more > 0 else "")


def parse_resolution(text: str) -> Resolution:
    """Read ``HIT=REASON``. Raises UseError ``wrong-use``."""
    hit, _, reason = text.partition("=")
    one = Resolution(hit.strip(), reason.strip())
    if not one.hit or not one.reason:
        raise wrong_use("--resolve", "HIT=REASON", "another form",
                        "for example 'L-3fa29c1b07d4=another person of that name'")  # fmt: skip
    return one


# -- all of them, in a table ----------------------------------------------------------------------


def write_hits(target: Path, error: ProbatumError) -> None:
    """Write all hits of an error to a new table with an empty column for reasons.

    Raises UseError ``wrong-use`` for a file that is there; WorldError.
    """
    require_free(target)
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    for each in error.details:
        cells = [each.get(name, "") for name in COLUMNS]
        # A spreadsheet would run words that begin so.
        rows.writerow("'" + cell if cell.startswith(RUNS) else cell for cell in cells)
    with files.reported("the table of hits"), writing(target) as out:
        out.stream.write(text.getvalue().encode("utf-8", "backslashreplace"))


def read_decisions(path: Path) -> list[Resolution]:
    """Read such a table again: one decision for each row that has a reason.

    Raises UseError ``wrong-use`` for a file that is no such table.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _no_table()
        rows = csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline=""), strict=True)
        if not {"hit", "reason"} <= set(rows.fieldnames or ()):
            raise _no_table()
        found = [((row["hit"] or "").strip(), (row["reason"] or "").strip()) for row in rows]
    except (csv.Error, OSError, UnicodeDecodeError):
        raise _no_table() from None
    return [Resolution(hit, reason) for hit, reason in found if hit and reason]


def _no_table() -> ProbatumError:
    return wrong_use(
        "--leaks-from", "a table with the columns hit and reason, as --leaks-to writes it",
        "another file, or none", "let --leaks-to write one, and fill in the reasons",
    )  # fmt: skip


def _kind(hit: Hit) -> str:
    return hit.kind.replace("-", " ")


def _name(session: Session, letter: str, hit: Hit) -> str:
    return _mac(session, letter, hit.where, hit.kind, hit.person, str(hit.times), hit.seen)


def _mac(session: Session, letter: str, *parts: str) -> str:
    text = "\n".join(("hit of the leak check", letter, *parts))
    return f"{letter}-{session.dedupe_mac(hashlib.sha256(text.encode()).hexdigest()).hex()[:12]}"
