"""The report of a count: one page that a non-statistician reads first and a statistician checks.

A *report* (:class:`~probatum.count.report.content.Report`) is values; :mod:`~.page` makes HTML of
them that needs no script and loads nothing. It names nobody. Small numbers are left out before
anything is drawn (:mod:`~.small_numbers`), and further ones where totals would give them away.

>>> from probatum.count.documented import Span
>>> from probatum.count.report.small_numbers import left_out
>>> left_out([Span(2, 3, 3), Span(9, 9, 9), Span(40, 41, 44)], smallest=5)
[True, True, False]
"""
