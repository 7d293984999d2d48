"""When: the dates of a text in English, Ukrainian, Russian and Arabic, as EDTF.

A *date* is an expression of a day, a month, a year or a stretch of them. It is *relative* if it
counts from the day of publication, or leaves out the year; without a publication day such a date
stays unknown (None), or keeps its year unspecified: today never stands in for it. `edtfs_of` says
again from the words alone what can follow from them, so that the host can check every date.

>>> from datetime import date
>>> text = "On Tuesday shells fell on Dorna; since March 2031 it may have lost half of its people."
>>> for found in dates_of(text, "en", date(2031, 5, 8)):
...     print(text[found.mark.start:found.mark.end], found.edtf, found.relative)
Tuesday 2031-05-06 True
since March 2031 2031-03/.. False
>>> dates_of("У ніч на 4 квітня", "uk", None)[0].edtf, edtfs_of("on 3 April", "en", None)
(None, frozenset({'XXXX-04-03'}))
"""

from probatum.read.dates.finding import dates_of, edtfs_of

__all__ = ["dates_of", "edtfs_of"]
