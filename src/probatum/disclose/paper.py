"""HTML of ours as PDF, through WeasyPrint. Nothing is loaded from anywhere."""

from __future__ import annotations

from typing import NoReturn

from probatum.errors import WorldError


def as_pdf(page: bytes) -> bytes:
    """Return a page as PDF: A4, tagged, its text searchable.

    Raises WorldError ``missing-library`` where the system's Pango is missing.
    """
    try:
        import weasyprint
    except OSError as error:  # it opens Pango as it is imported
        raise WorldError(
            "missing-library", item="the PDF", expected="Pango and a font on this machine",
            found="none", remedy="apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
            "libharfbuzz-subset0 fonts-dejavu-core; or write .html and print it from a browser",
        ) from error  # fmt: skip
    document = weasyprint.HTML(string=page.decode(), url_fetcher=_refuse, base_url=None)
    pdf: bytes = document.write_pdf(pdf_variant="pdf/ua-1")
    return pdf


def _refuse(url: str, *_args: object, **_named: object) -> NoReturn:
    raise ValueError("nothing is loaded from elsewhere")
