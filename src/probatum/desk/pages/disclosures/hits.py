"""Hits of the leak check on a page: each with a room for its reason, many of one kind together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from probatum.acts.leak_check import Resolution

_NAME = re.compile(r"[LG]-[0-9a-f]{12}")
_LONGEST = 2_000
MOST = 200
"""Hits on one page that have a room of their own; those beyond have that of their group."""


@dataclass(frozen=True, slots=True)
class Room:
    """A hit, or a group of them, and in which words it is shown."""

    name: str
    words: str


def rooms(details: Iterable[Mapping[str, str]]) -> list[Room]:
    """Return what somebody can decide about: groups first, then each hit."""
    groups: dict[str, list[Mapping[str, str]]] = {}
    each_one = []
    for each in details:
        if not _NAME.fullmatch(each.get("hit", "")):
            continue
        groups.setdefault(each["group"], []).append(each)
        times = f" × {each['times']}" if each["times"] != "1" else ""
        kind = each["kind"].replace("-", " ")
        each_one.append(Room(each["hit"], f"{each['person']}, {kind}: {each['where']}{times}"))
    together = [
        Room(name, f"{some[0]['person']}, {some[0]['kind'].replace('-', ' ')} "
             f"× {len(some)}")
        for name, some in groups.items() if _NAME.fullmatch(name)
    ]  # fmt: skip
    return together + each_one[:MOST]


def kept(said: Iterable[Resolution], shown: Iterable[Room]) -> list[Resolution]:
    """Return the decisions that have no room on the page: they are said again unseen."""
    names = {each.name for each in shown}
    return [each for each in said if each.hit not in names]


def decided(posted: Mapping[str, str]) -> list[Resolution]:
    """Return the decisions of a form: one for each room with a reason in it."""
    return [
        Resolution(name[4:], " ".join(reason.split())[:_LONGEST])
        for name, reason in posted.items()
        if name.startswith("hit-") and _NAME.fullmatch(name[4:]) and reason.strip()
    ]
