"""A text that is read anew: what a person decided about it stands for the new reading as well.

The new reading has suggestions of its own. One that says what an earlier one said, of the same
noun, in the same words at the same place, naming the same things, gets that decision again, as a
record that says whose it was. Nothing is rewritten; taking it back leaves the first decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from probatum.acts.session import Session
from probatum.index.record_queries import RecordRow
from probatum.model.letters import fold
from probatum.model.nouns import Decision, Suggestion
from probatum.model.references import marks, renamed

BEFORE = "decided about the same words before"
_PARTIES = frozenset(("source", "person", "group"))
_NOT_SAID = frozenset(("machine", "citations"))  # who read it, and where: compared by themselves


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of the suggestions of earlier readings.

    ``carried`` have their decision again; ``still_open`` were suggested before and nobody decided;
    ``new`` are suggested for the first time; ``gone`` were in the reading before and are in this
    one no more, ``gone_decided`` of them decided about: what they became stays as it is.
    """

    carried: int
    still_open: int
    new: int
    gone: int
    gone_decided: int


class _Said:
    """A suggestion as it is compared."""

    def __init__(self, body: Suggestion, row: RecordRow | None = None) -> None:
        self.body, self.row = body, row

    @cached_property
    def fields(self) -> Mapping[str, object]:
        found = msgspec.json.decode(self.body.proposes, type=dict[str, object])
        return {name: value for name, value in found.items() if name not in _NOT_SAID}

    @cached_property
    def content(self) -> tuple[str, bytes]:
        """What it says, whatever its reading calls the things that it names."""
        said = renamed(self.body.proposed, self.fields, lambda value, _: _anybody(value))
        return self.body.proposed, msgspec.json.encode(said, order="sorted")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What it names of its reading, in the order of its fields."""
        return tuple(mark.value.removeprefix("@") for mark in marks(self.body.proposed, self.fields)
                     if mark.value.startswith("@"))  # fmt: skip

    @cached_property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where it stands in the text; nowhere, if it is a publisher that the text never names."""
        return tuple((each.start, each.end) for each in self.body.citations
                     if each.start is not None and each.end is not None)  # fmt: skip

    @cached_property
    def called(self) -> str:
        names = self.fields.get("names")
        first = names[0] if isinstance(names, list) and names else None
        return fold(str(first.get("full", ""))) if isinstance(first, dict) else ""


Names = Mapping[str, _Said]


def carried_over(
    session: Session, earlier: Sequence[Sequence[RecordRow]], decisions: Mapping[str, RecordRow],
    new: Sequence[tuple[str, Suggestion]],
) -> tuple[list[Decision], Carried]:  # fmt: skip
    """Return decisions about new suggestions, as an earlier reading had them, and the counts.

    ``earlier`` are the suggestions that count of each earlier reading of the same text, the newest
    first; ``decisions`` count about them; ``new`` are the new ones by their object ids.
    """
    before = [_named(rows) for rows in earlier]
    mine = {body.name or "": _Said(body) for _, body in new}
    standing = _standing(session, decisions.values())
    made: list[Decision] = []
    met: set[str] = set()
    counts = dict.fromkeys(("carried", "still_open", "new"), 0)
    index = _by_content(before)
    for object_id, body in new:
        same = [(one, names) for one, names in index.get(_Said(body).content, ())
                if _are_one(mine[body.name or ""], one, mine, names)]  # fmt: skip
        rows = [one.row for one, _ in same if one.row is not None]
        met |= {row.id for row in rows}
        row = next((each for each in rows if each.id in standing), None)
        if row is not None:
            made.append(_again(session, object_id, decisions[row.id], standing[row.id]))
        counts["carried" if row is not None else "still_open" if rows else "new"] += 1
    gone = [row for rows in earlier[:1] for row in rows if row.id not in met]
    decided = sum(row.id in decisions for row in gone)
    return made, Carried(**counts, gone=len(gone), gone_decided=decided)


def _anybody(value: str) -> str:
    return "@" if value.startswith("@") else value


def _named(rows: Iterable[RecordRow]) -> dict[str, _Said]:
    return {row.body.name or "": _Said(row.body, row)
            for row in rows if isinstance(row.body, Suggestion)}  # fmt: skip


def _by_content(before: Iterable[Names]) -> dict[tuple[str, bytes], list[tuple[_Said, Names]]]:
    found: dict[tuple[str, bytes], list[tuple[_Said, Names]]] = {}
    for names in before:
        for one in names.values():
            found.setdefault(one.content, []).append((one, names))
    return found


def _are_one(new: _Said, old: _Said, mine: Names, names: Names) -> bool:
    """Say whether two suggestions of one content are one: at one place, about the same things."""
    if not _share_a_place(new, old) or len(new.names) != len(old.names):
        return False
    return all(
        x in mine and y in names and _mean_one(mine[x], names[y])
        for x, y in zip(new.names, old.names, strict=True)
    )


def _mean_one(new: _Said, old: _Said) -> bool:
    """Say whether what two suggestions name is one thing of the text, however well it was read."""
    nouns = {new.body.proposed, old.body.proposed}
    if len(nouns) > 1 and not nouns <= _PARTIES:
        return False
    if not _share_a_place(new, old):
        return False
    # A pronoun may have gone from one person to another one.
    return new.called == old.called or new.places[:1] == old.places[:1]


def _share_a_place(new: _Said, old: _Said) -> bool:
    return new.places == old.places or not set(new.places).isdisjoint(old.places)


def _standing(session: Session, decisions: Iterable[RecordRow]) -> dict[str, str | None]:
    """Return what suggestions became, by their ids; None is rejected. Retracted records are not."""
    bodies = [row.body for row in decisions if isinstance(row.body, Decision)]
    became = {body.suggestion: _became(body) for body in bodies}
    wanted = {each for each in became.values() if each is not None}
    counts = {row.id for row in session.index.some_records(wanted) if not row.retracted}
    return {name: each for name, each in became.items() if each is None or each in counts}


def _became(body: Decision) -> str | None:
    if body.verdict == "rejected":
        return None
    return body.same_as or body.made[0]


def _again(session: Session, suggestion: str, row: RecordRow, became: str | None) -> Decision:
    body = row.body
    assert isinstance(body, Decision)
    reasons = body.reasons or ""
    if not reasons.startswith(BEFORE):
        reasons = f"{BEFORE}: {session.record_ref(row.number)} by {row.by}" + (
            f": {reasons}" if reasons else ""
        )
    return Decision(suggestion=suggestion, verdict=body.verdict, same_as=became, reasons=reasons,
                    bulk=body.bulk)  # fmt: skip
