"""The receipt of an intake for paper: one self-contained page, A4, for the person who gave things.

No script, no network, no fonts of its own. Names come from evidence and may be in any script, so
each stands in ``<bdi>``, and digests and references in ``<bdi dir="ltr">``, where right-to-left
text beside them cannot reorder them.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from probatum.cli.wording import many, moment, size

if TYPE_CHECKING:
    from collections.abc import Iterable

    from probatum.acts.add_files import IntakeReceipt

_STYLE = """
@page { size: A4; margin: 16mm 15mm 18mm }
:root { color-scheme: light }
* { box-sizing: border-box }
body { font: 10.5pt/1.45 "Noto Sans", "DejaVu Sans", "Segoe UI", Arial, sans-serif; color: #111;
  background: #fff; max-width: 180mm; margin: 8mm auto; padding: 0 4mm }
h1 { font-size: 17pt; margin: 0 0 1mm; font-weight: 600 }
h2 { font-size: 11.5pt; margin: 7mm 0 2mm; padding-bottom: 1mm; border-bottom: .3mm solid #111;
  font-weight: 600; break-after: avoid }
p { margin: 0 0 2mm }
dl { display: grid; grid-template-columns: 34mm 1fr; gap: .8mm 4mm; margin: 0 }
dt { color: #444 } dd { margin: 0; overflow-wrap: anywhere }
.d { font: 8.4pt/1.35 "DejaVu Sans Mono", Consolas, "Liberation Mono", monospace;
  overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100% }
thead { display: table-header-group }
th { text-align: start; font-weight: 600; border-bottom: .3mm solid #111; padding: 1mm 2mm 1mm 0 }
td { vertical-align: top; border-bottom: .15mm solid #999; padding: 1.2mm 2mm 1.2mm 0 }
tr { break-inside: avoid } .n { white-space: nowrap } .s { text-align: end; white-space: nowrap }
td .d { display: block; color: #333 }
.held { display: flex; gap: 6mm; align-items: flex-start; break-inside: avoid }
.held svg { flex: none; width: 36mm; height: 36mm }
.sign { display: grid; grid-template-columns: 1fr 1fr; gap: 8mm; margin-top: 16mm;
  break-inside: avoid }
.sign div { border-top: .3mm solid #111; padding-top: 1mm; color: #444; font-size: 9pt }
footer { margin-top: 6mm; color: #444; font-size: 9pt }
@media print { body { margin: 0; padding: 0; max-width: none } }
"""

_HEAD = """<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>Receipt</title>
<style>{style}</style>
</head>
<body>
"""


def page(given: IntakeReceipt, checkpoint_line: str) -> str:
    """Return the page as HTML. ``checkpoint_line`` is the one-line form of the checkpoint."""
    total = sum(line.size_bytes for line in given.lines)
    parts = [
        _HEAD.format(style=_STYLE),
        "<h1>Receipt</h1>\n",
        f"<p>{many(len(given.lines), 'item')}, {size(total)} in all, "
        "taken into custody as listed below.</p>\n",
        "<h2>Intake</h2>\n",
        _facts(
            [
                ("Taken by", _name(given.by)),
                ("At", escape(moment(given.at))),
                ("Given by", _name(given.given_by)),
                ("Place", _name(given.place)),
                ("Conditions", _name(given.conditions)),
                ("Why", _name(given.why)),
                ("Machine", f"{_name(given.machine)}, clock {escape(given.clock)}"),
                ("Intake", _digest(given.intake)),
                ("SHA-256 of all", _digest(given.contents_sha256)),
            ]
        ),
        "<h2>Contents</h2>\n",
        _contents(given),
    ]
    if given.refused:
        parts += ["<h2>Not taken</h2>\n", _refused(given)]
    parts += ["<h2>Checkpoint of the log</h2>\n", _checkpoint(given, checkpoint_line)]
    parts.append(
        '<div class="sign"><div>Handed over by: name, date, signature</div>'
        "<div>Received by: name, date, signature</div></div>\n"
        "<footer>A digest (SHA-256) identifies the bytes of a file: a file with another digest is "
        "another file. This receipt says what was handed over and when it was recorded; it does "
        "not say that its contents are true.</footer>\n</body>\n</html>\n"
    )
    return "".join(parts)


def _facts(pairs: Iterable[tuple[str, str]]) -> str:
    inner = "".join(f"<dt>{label}</dt><dd>{value}</dd>\n" for label, value in pairs)
    return f"<dl>\n{inner}</dl>\n"


def _contents(given: IntakeReceipt) -> str:
    rows = "".join(
        f'<tr><td class="n">{_ltr(line.ref)}</td><td>{_name(line.file_name)}'
        f"{' (the same bytes as before)' if line.same_bytes_as_before else ''}"
        f'{_digest(line.sha256)}</td><td class="s">{_ltr(f"{line.size_bytes:,}")}</td></tr>\n'
        for line in given.lines
    )
    return (
        '<table>\n<thead><tr><th>Reference</th><th>Name and SHA-256</th><th class="s">Bytes</th>'
        f"</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _refused(given: IntakeReceipt) -> str:
    rows = "".join(
        f"<tr><td>{_name(refusal.source_path)}</td><td>{escape(refusal.error.code)}: "
        f"{escape(refusal.error.found)}</td></tr>\n"
        for refusal in given.refused
    )
    return (
        "<table>\n<thead><tr><th>What</th><th>Reason</th></tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n"
    )


def _checkpoint(given: IntakeReceipt, line: str) -> str:
    import segno

    code = segno.make(line, error="m", micro=False).svg_inline(
        scale=1, border=0, omitsize=True, svgclass=None, lineclass=None
    )
    return (
        '<div class="held">\n'
        f"{code}\n<div><p>Keep this page. With the line below, or its code, you can have it shown "
        "at any time that the log was not rewritten since: whoever keeps the case runs "
        '<bdi dir="ltr">probatum check --held LINE</bdi> before you.</p>\n'
        f"<p>{_digest(line)}</p>\n"
        f"<p>{given.checkpoint_size:,} entries. Verifier key of the log:<br>{_digest(given.vkey)}"
        "</p></div>\n</div>\n"
    )


def _name(text: str | None) -> str:
    """A text from outside: escaped, isolated, and its invisible characters made visible."""
    if text is None:
        return "unknown"
    seen = "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in text)
    return f"<bdi>{escape(seen)}</bdi>"


def _ltr(text: str) -> str:
    return f'<bdi dir="ltr">{escape(text)}</bdi>'


def _digest(text: str) -> str:
    return f'<bdi dir="ltr" class="d">{escape(text)}</bdi>'
