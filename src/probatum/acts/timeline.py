"""What is dated in the case or about one record, with four kinds of time kept apart."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from probatum.acts.record_board import gather
from probatum.acts.session import Session
from probatum.errors import UseError
from probatum.model.record import Record
from probatum.record.board import Known
from probatum.record.timeline import KINDS, Dated, KindOfTime
from probatum.record.timeline import timeline as dated


@dataclass(frozen=True, slots=True)
class Timeline:
    """Dated lines in order, undated ones last; ``subject`` None is the whole case."""

    subject: Known[Record] | None
    as_of: str | None
    lines: tuple[Dated, ...]


def timeline(
    session: Session, record: str | None = None, *, kinds: Collection[KindOfTime] = KINDS,
    as_of: str | None = None, purpose: str | None = None,
) -> Timeline:  # fmt: skip
    """Return what is dated; logged before it is answered. Raises what ``gather`` raises."""
    gathered = gather(session, "timeline", record, as_of=as_of, purpose=purpose)
    return Timeline(gathered.subject, gathered.as_of, dated(gathered.weighed, (), kinds))


def kinds_called(names: Iterable[str]) -> tuple[KindOfTime, ...]:
    """Return the kinds of time of these names, all for none. Raises UseError ``wrong-use``."""
    wanted = set(names)
    if not wanted <= set(KINDS):
        raise UseError(
            "wrong-use", item="the kind of time", expected=" or ".join(KINDS), found="another word"
        )  # fmt: skip
    return tuple(kind for kind in KINDS if kind in wanted) or KINDS
