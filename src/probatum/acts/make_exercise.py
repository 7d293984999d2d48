"""Write the invented exercise into a folder, and put the village's records into a case.

Writing touches no case: adding the material is ``add_files`` like any other. The village's records
name files and words; here they get the items and the places in their texts.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from probatum.acts.put_record import put
from probatum.acts.session import Session, no_progress
from probatum.derive.text.extracted import Extracted, Limits
from probatum.derive.text.reading import read
from probatum.errors import InputError
from probatum.exercise import Exercise, ExerciseFile, story, write_exercise
from probatum.exercise.village import names, readings, write_village
from probatum.exercise.village.four_lists import VictimFile, four_lists, is_same_person, truth
from probatum.exercise.village.readings import BY_HAND, Judgement, Reviewed
from probatum.exercise.village.rows import DELIVERIES, Delivery, Row
from probatum.exercise.village.spans import ItemText, anchored, rows
from probatum.exercise.village.write import contents
from probatum.model.references import renamed

__all__ = [
    "BY_HAND", "DELIVERIES", "Delivery", "Exercise", "Judgement", "Reviewed", "VictimFile",
    "is_same_person", "make_exercise", "make_village", "names", "put_village", "readings", "story",
    "truth", "village_rows", "write_lists", "write_places", "write_village_records",
]  # fmt: skip


def make_exercise(folder: Path) -> Exercise:
    """Write all files of the exercise into a new or empty folder and say which is which.

    Raises UseError ``case-exists`` for a folder that is not empty; WorldError.
    """
    return write_exercise(folder)


def make_village(folder: Path) -> tuple[ExerciseFile, ...]:
    """Write the village's files into a new or empty folder. Raises as ``make_exercise`` does."""
    return write_village(folder)


def write_lists(folder: Path) -> tuple[VictimFile, ...]:
    """Write the four victim lists, each with the mapping of its columns, into a new folder."""
    found = tuple(four_lists())
    for each in found:
        target = folder / each.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(each.content)
        mapping = json.dumps(each.mapping, ensure_ascii=False, indent=1) + "\n"
        target.with_suffix(".mapping.json").write_text(mapping, "utf-8")
    return found


def village_rows(session: Session) -> Iterator[Row]:
    """Yield the village's records, their citations anchored to the items of this case.

    References of items stand in them, names of other records stay ``@names``. Raises InputError
    ``missing-record`` if a file that they cite is not in the case.
    """
    session.catch_up()
    by_digest = {row.sha256: row.ref for row in session.index.items() if not row.erased}
    found = {}
    for path, sha256, text in _texts():
        if sha256 in by_digest:
            found[path] = ItemText(by_digest[sha256] or "", text)
    try:
        yield from anchored(rows(), found)
    except KeyError:
        raise InputError(
            "missing-record", item="the village's files", expected="those that are cited as items",
            found="a file that was not added", remedy="add the folder first",
        ) from None  # fmt: skip


def put_village(
    session: Session,
    deliveries: tuple[Delivery, ...] = DELIVERIES,
    known: Mapping[str, str] | None = None,
    on_progress: Callable[[int, int], None] = no_progress,
) -> dict[str, str]:
    """Put deliveries of the village's records into the case; return name -> object id.

    ``known`` are the ids of deliveries that were put before. The protected delivery goes into the
    compartment that the session is in. Raises InputError; UseError.
    """
    ids = dict(known or {})
    wanted = [row for row in village_rows(session)
              if row.delivery in deliveries and row.name not in ids]  # fmt: skip
    for done, row in enumerate(wanted):
        on_progress(done, len(wanted))
        noun = str(row.fields["record"]).partition("/")[0]
        fields = renamed(noun, row.fields, lambda value, _: ids.get(value, value))
        ids[row.name] = put(session, fields, inside=row.delivery == "protected").id
    return ids


def write_village_records(
    session: Session, target: Path, deliveries: tuple[Delivery, ...],
    known: Mapping[str, str] | None = None,
) -> int:  # fmt: skip
    """Write deliveries of the village's records as JSON Lines for ``record put``; return how many.

    ``known`` are the ids of those that were made of suggestions: they are left out, and named by
    their ids. The lines of an earlier delivery stand in the file as well where a later one names
    their records: putting a line again takes nothing twice. Raises as ``village_rows`` does.
    """
    wanted = (row for row in village_rows(session) if row.delivery in deliveries)
    return _write(wanted, target, known or {})


def write_places(session: Session, target: Path) -> int:
    """Write the village's places of the first days alone: no gazetteer has them. As above."""
    wanted = (
        row for row in village_rows(session)
        if row.delivery == "first" and row.fields["record"] == "place/1"
    )  # fmt: skip
    return _write(wanted, target, {})


def _write(wanted: Iterable[Row], target: Path, known: Mapping[str, str]) -> int:
    lines = []
    for row in wanted:
        if row.name not in known:
            noun = str(row.fields["record"]).partition("/")[0]
            fields = renamed(noun, row.fields, lambda value, _: known.get(value, value))
            lines.append(json.dumps({"as": row.name, **fields}, ensure_ascii=False))
    target.write_text("\n".join(lines) + "\n", "utf-8")
    return len(lines)


@cache
def _texts() -> tuple[tuple[str, str, str | None], ...]:
    """Path, SHA-256 and text of every file of the village.

    The files are our own and nothing hostile is in them, so they are read in this process.
    """
    found = []
    for file, content in contents():
        extracted = read(content, file.path.rpartition("/")[2], Limits())
        text = extracted.text if isinstance(extracted, Extracted) else None
        found.append((file.path, hashlib.sha256(content).hexdigest(), text))
    return tuple(found)
