"""What people call the browser that calls itself by a long line."""

from __future__ import annotations

# The first that fits counts: browsers name their ancestors after themselves.
_BROWSERS = (
    ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chromium/", "Chromium"),
    ("Chrome/", "Chrome"), ("Safari/", "Safari"),
)  # fmt: skip
_SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
    ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
)  # fmt: skip


def short(line: str) -> str:
    """Browser and system, or the line itself where they are not known.

    >>> short("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
    'Firefox, Linux'
    >>> short("curl/8.0")
    'curl/8.0'
    """
    browser = next((name for mark, name in _BROWSERS if mark in line), None)
    system = next((name for mark, name in _SYSTEMS if mark in line), None)
    return f"{browser}, {system}" if browser and system else line
