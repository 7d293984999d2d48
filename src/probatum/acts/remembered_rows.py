"""The rows of the link run that was looked at last, for whoever shows one pair after another.

Each look is logged as the read that it is; what is saved is reading strangers' files anew in a
process of its own, a second for four lists.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from probatum.acts.count_rows import COUNTING
from probatum.acts.session import Session
from probatum.acts.victim_lists import ListRow
from probatum.acts.victim_rows import SAW_ROWS
from probatum.model.victims import Victim


@dataclass(slots=True)
class RememberedRows:
    """Rows in the order of one run, as long as its lists are the same versions of the same items.

    Lists of the case's own records are read as they are now, and never remembered.
    """

    _of: tuple[str | int, ...] = ()
    _rows: list[Victim] = field(default_factory=list)

    def get(
        self, session: Session, run: str, lists: Sequence[ListRow],
        read: Callable[[], list[Victim]],
    ) -> list[Victim]:  # fmt: skip
        """Return the rows of a run over its lists, read now if they are not remembered."""
        stand = _stand(session, run, lists)
        if stand and stand == self._of:
            for each in lists:
                assert each.item is not None
                session.saw(SAW_ROWS, [each.item], COUNTING)
            return self._rows
        self.forget()
        rows = read()
        self._of, self._rows = stand, rows if stand else []
        return rows

    def forget(self) -> None:
        """Forget the rows."""
        self._of, self._rows = (), []


def _stand(session: Session, run: str, lists: Sequence[ListRow]) -> tuple[str | int, ...]:
    found: list[str | int] = [session.case.case_id, run]
    for each in lists:
        if each.item is None or each.item.erased:
            return ()
        found += [each.id, each.row.index, each.item.id]
    return tuple(found)
