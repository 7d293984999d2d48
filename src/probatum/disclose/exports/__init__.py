"""Records in formats of other programs: JSON Lines, CSV, GeoJSON, FollowTheMoney.

An *exported* record is its newest version with its id, reference and log position. Exports are for
one's own use: nothing in them is proved, and nothing is made more precise than the record has it.

>>> from probatum.disclose.exports import Exported
>>> from probatum.disclose.exports.json_lines import line
>>> from probatum.model.nouns import Incident
>>> line(Exported("0" * 32, "EXR-00001-3", 7, "A. Analyst", "2026-01-02T03:04:05Z",
...               Incident(title="Mill road")))[:60]
b'{"id":"00000000000000000000000000000000","ref":"EXR-00001-3"'
"""

from __future__ import annotations

from dataclasses import dataclass

from probatum.model.record import Record


@dataclass(frozen=True, slots=True)
class Exported:
    """A record's newest version: ``index`` is its log position, ``at`` when it was recorded."""

    id: str
    ref: str
    index: int
    by: str
    at: str
    record: Record
