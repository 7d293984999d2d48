"""Two rows of victim lists side by side: what each says, what agrees and what does not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from probatum.model.captions import when
from probatum.model.letters import apart, skeleton, sound
from probatum.model.values import When
from probatum.model.victims import PlaceSaid, Victim

Verdict: TypeAlias = Literal["agrees", "fits", "differs", "one side", ""]
"""*fits*: neither the same nor a contradiction, such as a month and a day in it."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing that two rows say: a field, both values in words, and whether they agree."""

    field: str
    left: str
    right: str
    verdict: Verdict


def beside(left: Victim, right: Victim) -> tuple[Beside, ...]:
    """Return what two rows say, line by line; what neither says is left out."""
    lines = [
        _line("name", _names(left), _names(right), _same_name(left, right)),
        *(
            _line(part, _part(left, part), _part(right, part),
                  _heard(_part(left, part), _part(right, part)))
            for part in ("father", "grandfather", "mother", "kunya")
        ),
        _line("sex", left.sex or "", right.sex or "", _equal(left.sex, right.sex)),
        _line("age", _age(left), _age(right), _ages(left, right)),
        _line("born", _date(left.born), _date(right.born), _dates(left.born, right.born)),
        _line("died", _date(left.died), _date(right.died), _dates(left.died, right.died)),
        _line("place", _place(left.place), _place(right.place), _places(left.place, right.place)),
    ]  # fmt: skip
    plain: Sequence[tuple[str, Callable[[Victim], str | None]]] = (
        ("cause", lambda row: row.cause), ("weapon", lambda row: row.weapon),
        ("alleged perpetrator", lambda row: row.alleged_perpetrator),
        ("status", lambda row: row.status),
    )  # fmt: skip
    for name, say in plain:
        one, other = say(left), say(right)
        lines.append(_line(name, one or "", other or "", _heard(one or "", other or "")))
    lines.append(_line("became", _standings(left), _standings(right), ""))
    lines.append(_line("source", left.source or "", right.source or "", ""))
    return tuple(line for line in lines if line.left or line.right)


def _line(field: str, left: str, right: str, verdict: Verdict) -> Beside:
    return Beside(field, left, right, verdict if left and right else "one side" if verdict else "")


def _names(row: Victim) -> str:
    return " / ".join(dict.fromkeys(form.printed for form in row.names if form.printed))


def _part(row: Victim, part: str) -> str:
    return " / ".join(
        dict.fromkeys(value for form in row.names if (value := getattr(form, part)) is not None)
    )


def _words(row: Victim) -> list[frozenset[str]]:
    return [frozenset(map(sound, apart(form.printed))) for form in row.names]


def _same_name(left: Victim, right: Victim) -> Verdict:
    pairs = [(one, other) for one in _words(left) for other in _words(right)]
    if any(one == other for one, other in pairs):
        return "agrees"
    bones = [(_bones(one.printed), _bones(other.printed))
             for one in left.names for other in right.names]  # fmt: skip
    if any(one & other for one, other in (*pairs, *bones)):
        return "fits"
    return "differs"


def _bones(name: str) -> frozenset[str]:
    return frozenset(word for word in skeleton(name).split() if len(word) > 2)


def _heard(left: str, right: str) -> Verdict:
    if list(map(sound, apart(left))) == list(map(sound, apart(right))):
        return "agrees"
    return "fits" if _bones(left) & _bones(right) else "differs"


def _equal(left: object, right: object) -> Verdict:
    return "agrees" if left == right else "differs"


def _age(row: Victim) -> str:
    if row.age_low is None:
        return ""
    return f"{row.age_low}" if row.age_low == row.age_high else f"{row.age_low} to {row.age_high}"


def _ages(left: Victim, right: Victim) -> Verdict:
    if left.age_low is None or right.age_low is None:
        return "differs"
    if (left.age_low, left.age_high) == (right.age_low, right.age_high):
        return "agrees"
    apart_by = max(left.age_low, right.age_low) - min(left.age_high or 0, right.age_high or 0)
    return "fits" if apart_by <= 1 else "differs"


def _date(value: When | None) -> str:
    return "" if value is None else when(value)


def _dates(left: When | None, right: When | None) -> Verdict:
    one = None if left is None else left.bounds
    other = None if right is None else right.bounds
    if one is None or other is None:
        return "fits"
    if str(one) == str(other):
        return "agrees"
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return "fits"
    return "fits" if max(one.first, other.first) <= min(one.last, other.last) else "differs"


def _place(place: PlaceSaid | None) -> str:
    if place is None:
        return ""
    words = ", ".join(reversed(place.path)) or place.text or ""
    return f"{words} ({place.lat}, {place.lon})" if place.lat else words


def _places(left: PlaceSaid | None, right: PlaceSaid | None) -> Verdict:
    if left is None or right is None:
        return "differs"
    one, other = (
        [[sound(word) for word in apart(part)] for part in (place.path or (place.text or "",))]
        for place in (left, right)
    )
    if one == other:
        return "agrees"
    same = {word for part in one for word in part} & {word for part in other for word in part}
    bones = _bones(_place(left)) & _bones(_place(right))
    return "fits" if same or bones else "differs"


def _standings(row: Victim) -> str:
    return "; ".join(
        one.status + (f", {when(one.when)}" if one.when is not None else "")
        for one in row.standings
    )
