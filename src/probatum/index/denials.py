"""Which documents are contradicted: a mark at each, kept right as the logs are followed.

Contradicted is what another assertion that counts denies, disputes, retracts or corrects; what is
about that; and the incident that it belongs to. Asked of a whole case this goes through every
denial, so each document carries the answer as a flag. Whatever came, went or was retracted since
the last `settle` says which answers may be others now, and only those are worked out again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from probatum.index.schema import Connection

RETRACTED, CONTRADICTED = 2, 8  # bits of ``doc.flags``
AGAINST = frozenset({"denies", "disputes", "retracts", "corrects"})
_MANY = 20_000  # documents; beyond, all are worked out at once

_STANCES = ", ".join(repr(stance) for stance in sorted(AGAINST))
_DENIAL = (
    f" JOIN trait t ON t.profile = a.profile AND t.field = 'stance' AND t.value IN ({_STANCES})"
)
_DENIED = f"SELECT a.about FROM doc a{_DENIAL} WHERE a.flags & 2 = 0 AND a.about IS NOT NULL"
_ALL = f"""
SELECT d.no FROM doc d WHERE d.object IN ({_DENIED})
OR (d.about IS NOT NULL AND d.about IN ({_DENIED}))
OR d.object IN (
  SELECT CAST(substr(i.value, 2) AS INTEGER) FROM doc c
  JOIN trait i ON i.profile = c.profile AND i.field = 'incident' AND i.value LIKE '#%'
  WHERE c.object IN ({_DENIED}))
"""


def _is_denied(object_: str) -> str:
    denial = f"SELECT 1 FROM doc a{_DENIAL}"
    return f"EXISTS ({denial} WHERE a.about = {object_} AND a.flags & 2 = 0)"


_SOME = f"""
SELECT d.no FROM doc d WHERE d.no IN (SELECT value FROM json_each(?)) AND (
  {_is_denied("d.object")} OR (d.about IS NOT NULL AND {_is_denied("d.about")})
  OR EXISTS (
    SELECT 1 FROM trait i JOIN doc c ON c.profile = i.profile
    WHERE i.field = 'incident' AND i.value = '#' || d.object AND {_is_denied("c.object")}))
"""
_TOUCHED = """
WITH denied(object) AS MATERIALIZED (SELECT value FROM json_each(?1)),
incident(object) AS MATERIALIZED (
  SELECT value FROM json_each(?2) UNION
  SELECT CAST(substr(i.value, 2) AS INTEGER) FROM denied
  JOIN doc c ON c.object = denied.object
  JOIN trait i ON i.profile = c.profile AND i.field = 'incident' AND i.value LIKE '#%')
SELECT d.no FROM denied JOIN doc d ON d.object = denied.object
UNION SELECT d.no FROM denied JOIN doc d ON d.about = denied.object
UNION SELECT d.no FROM incident JOIN doc d ON d.object = incident.object
"""


class Denials:
    """What one follow did that may change which documents are contradicted."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._came: set[int] = set()
        self._many = False
        self._denied: set[int] = set()
        self._incidents: set[int] = set()

    def came(self, number: int, traits: Iterable[Sequence[str]], about: int | None) -> None:
        """Note a document that was put in."""
        if not self._many:
            self._came.add(number)
            self._many = len(self._came) > _MANY
        self.touched(traits, about)

    def touched(self, traits: Iterable[Sequence[str]], about: int | None) -> None:
        """Note a document that was put in, taken out or retracted, by what it says of others."""
        for field, value in traits:
            if field == "stance" and value in AGAINST and about is not None:
                self._denied.add(about)
            elif field == "incident" and value.startswith("#"):
                self._incidents.add(int(value[1:]))

    def settle(self) -> tuple[list[int], list[int]]:
        """Return which documents are contradicted now and were not, and which no longer are."""
        if not (self._came or self._denied or self._incidents):
            return [], []
        execute = self._connection.execute
        stances = f"field = 'stance' AND value IN ({_STANCES})"
        if execute(f"SELECT 1 FROM trait WHERE {stances} LIMIT 1").fetchone() is None:
            self._came, self._denied, self._incidents = set(), set(), set()
            self._many = False
            rows = execute("SELECT no FROM doc WHERE flags & 8 <> 0 ORDER BY no")
            return [], [number for (number,) in rows]
        self._many = self._many or len(self._denied) + len(self._incidents) > _MANY
        if self._many:
            now = {number for (number,) in execute(_ALL)}
            was = {number for (number,) in execute("SELECT no FROM doc WHERE flags & 8 <> 0")}
        else:
            touched = json.dumps(sorted(self._denied)), json.dumps(sorted(self._incidents))
            looked_at = self._came | {number for (number,) in execute(_TOUCHED, touched)}
            numbers = (json.dumps(sorted(looked_at)),)
            now = {number for (number,) in execute(_SOME, numbers)}
            was = {number for (number,) in execute(
                "SELECT no FROM doc WHERE no IN (SELECT value FROM json_each(?))"
                " AND flags & 8 <> 0", numbers)}  # fmt: skip
        self._came, self._denied, self._incidents = set(), set(), set()
        self._many = False
        return sorted(now - was), sorted(was - now)
