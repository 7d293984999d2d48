r"""Tables of text cells out of files: CSV, Excel workbooks (XLSX), JSON Lines.

A *row* is a number and its cells as text, as a spreadsheet numbers rows, from 1; rows without
anything in them are left out, so that a gap in the numbers is empty rows. *Opened* is what is known
of the file before its first row: form, encoding, delimiter, sheets. What was strange about a row
stands with it as codes (``values.NOTES``). Nothing is judged here and no column has a meaning.

Files are read in a process of their own (``apart``), row after row, so that a list of a million
rows is never in the memory of the session.

>>> from probatum.derive.tables.values import Limits
>>> from probatum.derive.tables.reading import read
>>> opened, row, again = list(read("Ім'я;Вік\r\nОлена;34\r\n".encode("cp1251"), "a.csv", Limits()))
>>> opened.encoding, opened.delimiter, row.cells, again.number, again.cells
('cp1251', ';', ("Ім'я", 'Вік'), 2, ('Олена', '34'))
"""
