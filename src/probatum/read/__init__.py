"""Text in, suggestions out, each tied to exact characters, for a person to accept or reject.

A *reading* is what one *extractor* suggests about one text; a *suggestion* says what the source
says, never that it is so. The contract between extractors and the rest is ``contract.py``.

>>> from probatum.read.contract import span_of
>>> span_of("Residents of Dorna fled.", 13, 18)
Span(start=13, end=18, exact='Dorna')
"""
