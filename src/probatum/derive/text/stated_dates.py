"""Dates as a file states them: kept as written, and as ISO 8601 only where that is no guess."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?"
    r"\s*(Z|[+-]\d\d:?\d\d|[+-]\d\d)?)?)?)?",
    re.ASCII | re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_PDF = re.compile(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:(Z)|([+-]\d\d)'(\d\d)'?)?", re.ASCII)
_MAIL = re.compile(r"(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}\s+\d{4}\s+\d\d:\d\d", re.ASCII)


def iso_of(written: str) -> str | None:
    """Return the ISO form of a date with the precision and zone that are written, or None.

    None for ``02/03/2026`` (which of the two is the month?), for names of months and for anything
    relative. Today is never used to fill in what is missing.
    """
    text = written.strip()
    if len(text) > 64:
        return None
    for pattern, spell in ((_ISO, _from_iso), (_COMPACT, _from_compact), (_PDF, _from_pdf)):
        match = pattern.fullmatch(text)
        if match is not None:
            found = spell(match)
            return found if _exists(found) else None
    return _from_mail(text)


def _from_iso(match: re.Match[str]) -> str:
    year, month, day, hour, minute, second, zone = match.groups()
    found = "-".join(part for part in (year, month, day) if part)
    if hour:
        found += f"T{hour}:{minute}" + (f":{second}" if second else "") + _zone(zone)
    return found


def _from_compact(match: re.Match[str]) -> str:
    return "-".join(match.groups())


def _from_pdf(match: re.Match[str]) -> str:
    year, month, day, hour, minute, second, utc, hours, minutes = match.groups()
    zone = "Z" if utc else f"{hours}:{minutes}" if hours else ""
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}{zone}"


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in "Zz":
        return "Z"
    digits = zone[1:].replace(":", "")
    return f"{zone[0]}{digits[:2]}:{digits[2:] or '00'}"


def _exists(iso: str) -> bool:
    """Say whether there is such a day and time (not the 30th of February)."""
    parts = iso.partition("T")[0].split("-")
    if parts[0] == "0000":
        return False
    day = "-".join([*parts, "01", "01"][:3])
    rest = iso.partition("T")[2]
    try:
        datetime.fromisoformat(day + ("T" + rest if rest else ""))
    except ValueError:
        return False
    return True


def _from_mail(text: str) -> str | None:
    if _MAIL.match(text) is None:
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    # RFC 5322: "-0000" says that the zone is not known; Python then gives a time without one.
    spelled = moment.isoformat(timespec="seconds")
    return spelled.removesuffix("+00:00") + "Z" if moment.tzinfo is UTC else spelled
