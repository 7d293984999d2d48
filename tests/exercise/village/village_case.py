"""The village's items, rows and records as values, without a case: what several tests look at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from probatum.derive.text.extracted import Extracted, Limits
from probatum.derive.text.reading import read
from probatum.exercise.village.rows import Row
from probatum.exercise.village.spans import ItemText, anchored, rows
from probatum.exercise.village.write import contents
from probatum.model.nouns import decode
from probatum.model.record import Record
from probatum.model.references import renamed


@cache
def items() -> Mapping[str, ItemText]:
    """Every file with an invented id and the text that is read from it."""
    found = {}
    for number, (file, content) in enumerate(contents()):
        extracted = read(content, file.path.rpartition("/")[2], Limits())
        text = extracted.text if isinstance(extracted, Extracted) else None
        found[file.path] = ItemText(f"{number:032x}", text)
    return found


@cache
def told() -> Sequence[Row]:
    """Every row with its citations anchored."""
    return list(anchored(rows(), items()))


def records(wanted: Sequence[Row]) -> list[tuple[str, str, Record]]:
    """Name, invented id and record of each row, names in it replaced by ids."""
    ids: dict[str, str] = {}
    made = []
    for number, row in enumerate(wanted, start=1):
        noun = str(row.fields["record"]).partition("/")[0]
        fields = renamed(noun, row.fields, lambda value, _: ids.get(value, value))
        ids[row.name] = f"{number:032x}".replace("0", "f", 1)
        made.append((row.name, ids[row.name], decode(msgspec.json.encode(fields))))
    return made
