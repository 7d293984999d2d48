"""Lists of victims: rows of text cells become what a list says of its victims.

A *mapping* (``probatum.model.list_mapping``) says what the columns mean. Each row has one outcome:
a *victim*, a *bare number* (a row that names nobody and gives a number), or it is *refused*. What
was wrong with it is *trouble*: a code, with what was kept and what became unknown
(``troubles.CODES``). Nothing is dropped silently and nothing unknown is filled in.

>>> from datetime import date
>>> from probatum.link.lists.reading import read_rows
>>> from probatum.link.lists.suggesting import suggested
>>> head = ("Name", "Sex", "Age", "Date of death")
>>> rows = [(2, ("Olena Vyhadana", "f", "about 70", "31.02.2031"), ())]
>>> read = read_rows(suggested(head).mapping, head, rows, of="A list", today=date(2032, 1, 1))
>>> [one] = read
>>> one.outcome.sex, one.outcome.age_low, one.outcome.age_high, one.outcome.died.edtf
('female', 65, 75, None)
>>> [(each.code, each.column) for each in one.troubles]
[('impossible-date', 'Date of death')]
"""
