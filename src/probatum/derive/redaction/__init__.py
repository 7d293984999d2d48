"""Copies that hide something: of text, pictures and PDF, for people who may not see all of it.

*Span*
    part of a text, in Unicode code points of the text as decoded, ``end`` exclusive.
*Region*
    a rectangle of a picture or page, from its upper left corner as a person sees it (turned as the
    camera or the PDF says): pixels of a picture, points (1/72 inch) of a page of a PDF.
*Redaction*
    spans or regions with one code, the basis for it and who approved it.
*Copy*
    the bytes that may be shown instead, with tool, version and parameters.

A copy is made anew from what is visible, never by taking things away from the original: text from
its characters, a picture from its pixels, a PDF from pictures of its pages. What nobody looked at
(metadata, thumbnails, further layers, attachments, bytes behind the end) is therefore not in it.
Files are opened in a process of their own, with limits, through pipes (``apart``).

>>> from probatum.derive.redaction.choices import Span
>>> from probatum.derive.redaction.spans import redact_text
>>> copy = redact_text("Ann Example saw it.".encode(), [Span(0, 11)], "witness-protection")
>>> copy.data.decode()
'[redacted: witness-protection] saw it.'
"""
