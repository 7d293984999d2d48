"""The process that opens files of strangers: one ``Job`` on standard input, one ``Done`` back.

It gives itself limits before a library opens the file: memory, time of the processor, no files
to be written, no core dump that would lie readable on disk. It is started anew for each file.
"""

from __future__ import annotations

import sys

import msgspec

from probatum.derive.redaction import job, pages, pictures, spans, words
from probatum.derive.redaction.choices import Copy, Region, cannot
from probatum.derive.redaction.job import Done, Failure, Found, Job
from probatum.derive.text.confinement import allow_seconds, confine
from probatum.errors import ProbatumError


def kind_of(data: bytes) -> job.Kind:
    """Say what a file is, by its bytes: its name proves nothing."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if any(data.startswith(start) for start in _PICTURES) or data[4:12] in _BOXED:
        return "picture"
    return "text"


_PICTURES = (
    b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+",
    b"GIF8", b"BM", b"RIFF",
)  # fmt: skip
_BOXED = (b"ftypavif", b"ftypavis")
_OTHER_PICTURES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc")


def redact(wanted: Job) -> Copy:
    """Make the copy that a job asks for. Raises InputError ``cannot-redact``, UseError."""
    kind = _known(wanted)
    if kind == "text":
        if wanted.regions:
            raise cannot("boxes", "spans, or a text to find: this is a text")
        return spans.redact_text(wanted.data, wanted.spans, wanted.code, wanted.encoding)
    if wanted.spans:
        raise cannot("spans of characters", f"boxes, or for a PDF a text to find: this is a {kind}")
    if kind == "pdf":
        return pages.redact_pdf(
            wanted.data, wanted.regions, dpi=wanted.dpi, with_words=wanted.with_words,
            most_pixels=wanted.limits.pixels,
        )  # fmt: skip
    return pictures.redact_picture(wanted.data, wanted.regions, most_pixels=wanted.limits.pixels)


def find(wanted: Job) -> Found:
    """Find a text in a text or PDF. Raises InputError ``cannot-redact``, UseError."""
    kind = _known(wanted)
    if kind == "picture":
        raise cannot("a picture", "a text or a PDF: no program reads pictures here",
                     "name the place with a box")  # fmt: skip
    if kind == "text":
        text = spans.decode(wanted.data, wanted.encoding).text
        found = spans.find_in_text(text, wanted.find or "")
        if len(spans.find_in_text(spans.without_escapes(text), wanted.find or "")) > len(found):
            raise cannot("it in escapes of JSON or HTML as well", "the text in plain letters alone",
                         "name these places with spans")  # fmt: skip
        return Found(spans=found)
    regions: list[Region] = []
    with pages.opened(wanted.data) as document:
        for number in range(min(len(document), pages.MOST_PAGES)):
            with pages.drawn(document, number) as page:
                regions += words.find_on_page(page, number + 1, wanted.find or "")
    return Found(regions=tuple(regions))


def _known(wanted: Job) -> job.Kind:
    if wanted.data[4:12] in _OTHER_PICTURES:
        raise cannot("HEIC, which no library here reads", "JPEG, PNG, WebP, TIFF, GIF, BMP or AVIF",
                     "have it saved as PNG, add that file and redact it")  # fmt: skip
    kind = kind_of(wanted.data)
    if kind == "text":
        _require_plain(wanted.data)
    return kind


def _require_plain(data: bytes) -> None:
    """Refuse text that hides text: a name may stand there in other characters, or unseen."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    head = start.partition(b"\r\n\r\n")[0].partition(b"\n\n")[0]
    found = ""
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<svg")) or b"<html" in start:
        found = "a web page or XML"
    elif start.startswith(b"{\\rtf"):
        found = "RTF"
    elif b"mime-version:" in head or b"content-transfer-encoding:" in head:
        found = "an e-mail"
    elif start.startswith((b"pk\x03\x04", b"\xd0\xcf\x11\xe0")):
        found = "an office document or an archive"
    if found:
        raise cannot(
            found + ", which may hold the same words where nobody sees them",
            "plain text, a picture or a PDF",
            "redact its text or a print of it as PDF: add that as an item of its own",
        )


def answer(wanted: Job) -> Done:
    """Do a job; an error of our family is an answer too."""
    try:
        if wanted.find is not None:
            return find(wanted)
        return job.Made(redact(wanted))
    except ProbatumError as error:
        return Failure(type(error).__name__, error.code, error.item, error.expected, error.found,
                       error.remedy)  # fmt: skip
    except MemoryError:
        lost = cannot("one that needs more memory than it may have", "a file that can be opened")
        return Failure("InputError", lost.code, lost.item, lost.expected, lost.found, lost.remedy)


def main() -> None:
    """Read the job, do it, answer."""
    head = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Job)
    confine(head.limits.memory_bytes)
    allow_seconds(head.limits.seconds)
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer(head)))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
