"""The council clerk's e-mail: a text, and a list as its attachment.

It names the protected speaker, as such messages do: the leak check is shown on it. The attached
list is the one of 9 September, a row shorter than the council's later one.
"""

from __future__ import annotations

import base64

from probatum.exercise.labels import LABELS
from probatum.exercise.village.texts import text

_BOUNDARY = "exercise-boundary-0001"
_FILE_NAME = "people-of-haldrevin.csv"


def message() -> bytes:
    """The message with its attachment (RFC 5322, MIME), line ends CR LF."""
    rows = text("haldrevin-list.csv").splitlines(keepends=True)
    encoded = base64.encodebytes("".join(rows[:-1]).encode("utf-8")).decode("ascii")
    lines = [
        "From: Ignar Tessolin <clerk@haldrevin.example>",
        "To: Exercise Investigator <investigator@exercise.example>",
        "Date: Mon, 09 Sep 2019 18:05:00 +0300",
        "Subject: The list of our council (EXERCISE)",
        "Message-ID: <20190909180500.0001@haldrevin.example>",
        f"X-Exercise: {LABELS['en']}",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/mixed; boundary="{_BOUNDARY}"',
        "",
        f"--{_BOUNDARY}",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        *text("list-message.en.txt").splitlines(),
        f"--{_BOUNDARY}",
        f'Content-Type: text/csv; charset=utf-8; name="{_FILE_NAME}"',
        "Content-Transfer-Encoding: base64",
        f'Content-Disposition: attachment; filename="{_FILE_NAME}"',
        "",
        *encoded.splitlines(),
        f"--{_BOUNDARY}--",
        "",
    ]
    return "\r\n".join(lines).encode("utf-8")
