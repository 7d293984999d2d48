"""Remarks on what waits: series of pictures, and copies that a messenger seems to have made.

A remark says why it is made and decides nothing: names, times and metadata prove little, and a
picture that came through a messenger may be all that there is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from probatum.desk.models import Upload

SECONDS = timedelta(seconds=5)  # between two pictures of a series
MOST_BITS = 3  # of 64, in which nearly identical pictures differ
_NAMES = (
    ("WhatsApp", re.compile(r"(IMG|VID|PTT|AUD|STK|DOC)-\d{8}-WA\d{4}|WhatsApp \w+ \d{4}-")),
    ("Telegram", re.compile(r"(photo|video|audio)_\d{4}-\d\d-\d\d_\d\d-\d\d-\d\d|photo_\d+@")),
    ("Signal", re.compile(r"signal-\d{4}-\d\d-\d\d-")),
    ("Viber", re.compile(r"viber[_ ]image|IMG-[0-9a-f]{32}-V")),
    ("Messenger", re.compile(r"received_\d{8,}|FB_IMG_\d+")),
)
# Longer edges to which messengers make pictures smaller; cameras have others.
_EDGES = frozenset({960, 1280, 1600, 2048, 2560})
_NAMED_TIME = re.compile(r"(20\d\d)-?(\d\d)-?(\d\d)[_-](\d\d)-?(\d\d)-?(\d\d)")


@dataclass(frozen=True, slots=True)
class Remarks:
    """About one file: the number of its series and how many are in it, 0 for none; sentences."""

    series: int
    size: int
    why: tuple[str, ...]


def remarked(waiting: Sequence[Upload]) -> dict[int, Remarks]:
    """Return the remarks on files by their key; series are counted from 1, as they stand."""
    series = series_of(waiting)
    found = {}
    for each in waiting:
        number, size, alike = series.get(each.pk, (0, 0, False))
        why = []
        if number and alike:
            why.append(_("Nearly the same picture as another one here."))
        elif number:
            why.append(_("Taken within seconds of another one here."))
        found[each.pk] = Remarks(number, size, (*why, *messenger(each)))
    return found


def series_of(waiting: Sequence[Upload]) -> dict[int, tuple[int, int, bool]]:
    """Return (number of the series, its size, whether it looks alike) by key; singles are left out.

    Two pictures belong together if one camera took them within seconds, or if they are nearly the
    same; a series is everything that hangs together so.
    """
    group = {each.pk: each.pk for each in waiting}
    alike = set()

    def root(key: int) -> int:
        while group[key] != key:
            key = group[key]
        return key

    timed = sorted(((at, each) for each in waiting if (at := _taken_at(each)) is not None),
                   key=lambda pair: (pair[0], pair[1].pk))  # fmt: skip
    for (before, one), (after, other) in zip(timed, timed[1:], strict=False):
        if after - before <= SECONDS and _trait(one, "camera") == _trait(other, "camera"):
            group[root(other.pk)] = root(one.pk)
    looks = [(int(said, 16), each) for each in waiting if (said := _trait(each, "likeness"))]
    for number, (bits, one) in enumerate(looks):
        for others, other in looks[number + 1 :]:
            if bits and others and (bits ^ others).bit_count() <= MOST_BITS:
                group[root(other.pk)] = root(one.pk)
                alike |= {one.pk, other.pk}
    members: dict[int, list[int]] = {}
    for each in waiting:
        members.setdefault(root(each.pk), []).append(each.pk)
    together = [keys for keys in members.values() if len(keys) > 1]
    return {
        key: (number, len(keys), key in alike)
        for number, keys in enumerate(together, start=1) for key in keys
    }  # fmt: skip


def messenger(file: Upload) -> list[str]:
    """Return why a file seems to be a messenger's copy, in sentences; none if nothing says so."""
    why = []
    for name, pattern in _NAMES:
        if pattern.search(file.file_name):
            said = _("Its name is as %(messenger)s gives names.") % {"messenger": name}
            why.append(str(said))
    edge = file.traits.get("edge")
    bare = file.traits.get("format") in ("JPEG", "WEBP") and not _trait(file, "camera")
    bare = bare and not _trait(file, "taken_at")
    if bare and edge in _EDGES:
        said = _("Its longer edge is %(edge)s pixels, as messengers make pictures smaller.")
        why.append(said % {"edge": edge})
    if bare and why:
        why.append(_("No data of a camera is in it: where and when it was taken is not known."))
        why.append(_("Ask for the original from the telephone that took it."))
    return why


def _trait(file: Upload, name: str) -> str:
    return str(file.traits.get(name, ""))


def _taken_at(file: Upload) -> datetime | None:
    """Return when it was taken as the file says, else its name; never when it was copied."""
    said = _trait(file, "taken_at")
    if not said and (named := _NAMED_TIME.search(file.file_name)):
        year, month, day, hour, minute, second = named.groups()
        said = f"{year}-{month}-{day}T{hour}:{minute}:{second}"
    try:
        return datetime.fromisoformat(said) if said else None
    except ValueError:
        return None
