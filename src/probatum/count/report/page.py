"""A report as one HTML page: no script, nothing loaded, the same bytes for the same values."""

from __future__ import annotations

from collections.abc import Iterator

from probatum.count.report.content import Report
from probatum.count.report.documented_part import by_stratum, overlap
from probatum.count.report.estimated_part import models
from probatum.count.report.first_page import first_page
from probatum.count.report.method_part import method
from probatum.count.report.style import STYLE
from probatum.count.report.words import word

_PARTS = (
    ("overlap", "How the lists overlap"), ("models", "Models side by side"),
    ("strata", "Documented and estimated, by stratum"), ("linkage", "Lists and linkage"),
    ("runs", "Runs: method, version, seed, digests"),
)  # fmt: skip


def page(report: Report) -> bytes:
    """Return the page."""
    parts = [
        *first_page(report), *_contents(), *overlap(report), *models(report), *by_stratum(report),
        *method(report),
    ]  # fmt: skip
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "style-src 'unsafe-inline'\">\n"
        f"<title>Victims documented and estimated, {report.as_of[:10]}</title>\n"
        f"<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        + "\n".join(parts)
        + f'\n</main>\n<footer><p class="small">{word(report.case_name)}</p></footer>\n'
        "</body>\n</html>\n"
    ).encode()


def _contents() -> Iterator[str]:
    yield '<nav aria-label="Contents"><p class="over">What a statistician checks</p><ol>'
    for name, title in _PARTS:
        yield f'<li><a href="#{name}">{title}</a></li>'
    yield "</ol></nav>"
